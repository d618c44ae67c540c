import { decimalMoney, type Money } from "../facts/index.js";
import type { ComparisonReason, Decision, PlainValue, Reason } from "../shapes/index.js";

/** Most lines of reasons in one message. */
const MOST_LINES = 12;

/**
 * Why a decision came out as it did, in short lines for a failing test: every rule with its verdict
 * and its comparisons, every step, and the facts that are missing.
 */
export function reasonLines({ because, missing }: Decision<unknown>): readonly string[] {
  const lines = because.flatMap(linesOf);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  const lacking = missing.map(({ path, why }) => `\`${path}\` (${why})`);
  return lacking.length === 0 ? shown : [...shown, `missing: ${lacking.join(", ")}`];
}

function linesOf(reason: Reason): readonly string[] {
  switch (reason.kind) {
    case "rule": {
      const { rule, outcome, verdict, of } = reason;
      const tests = of.flatMap(comparisonsOf).map(comparisonText);
      return [`\`${rule}\` → \`${outcome}\`: ${VERDICTS[verdict]} (${tests.join("; ")})`];
    }
    case "step":
      return [`\`${reason.path}\`: ${detailsText(reason.details)}`, ...reason.of.flatMap(linesOf)];
    case "comparison":
      return [comparisonText(reason)];
    default:
      return reason.of.flatMap(linesOf);
  }
}

const VERDICTS = { met: "met", notMet: "not met", unknown: "unknown" } as const;

/** The comparisons below a reason, from left to right. */
function comparisonsOf(reason: Reason): readonly ComparisonReason[] {
  return reason.kind === "comparison" ? [reason] : reason.of.flatMap(comparisonsOf);
}

function comparisonText({ path, comparison, value, bound, verdict }: ComparisonReason): string {
  const fact = value === undefined ? "unknown" : plainText(value);
  const against = bound === undefined ? "" : ` ${plainText(bound)}`;
  return `${path} ${fact}, ${comparison}${against}: ${VERDICTS[verdict]}`;
}

function detailsText(details: Readonly<Record<string, PlainValue>>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${plainText(value)}`)
    .join(", ");
}

/** A value as it stands in a message: money with its currency, everything else as JSON. */
export function plainText(value: PlainValue | null): string {
  if (value === null) return "none";
  if (typeof value === "object" && "minor" in value) return moneyText(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function moneyText(money: Money): string {
  const { amount, currency } = decimalMoney(money);
  return `${amount} ${currency}`;
}
