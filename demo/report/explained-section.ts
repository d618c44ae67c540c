import {
  type CareDecision,
  type CarePolicy,
  type Money,
  type NearestMiss,
  nearestMiss,
  type Reason,
} from "hoito";
import { tellComparison, tellValue } from "hoito/sentences";
import type { Chapter } from "../chapter.js";
import { accountRevenue } from "./account-revenue.js";
import { accountName, factName } from "./plain-names.js";
import { lines, type Section } from "./section.js";
import { segmentKey, segmentTitle } from "./segment-rows.js";
import { wrapped } from "./text-table.js";

type Comparison = Extract<Reason, { kind: "comparison" }>;

/** Three accounts in plain words: one at the top, one that just misses a segment, one undecided. */
export function explainedSection(chapter: Chapter): Section {
  const picked = [atTheTop(chapter), justMissing(chapter), undecided(chapter)];
  const all = picked.flatMap((decision, index) => {
    if (decision === undefined) return [];
    const told = explain(decision, chapter);
    return index === 0 ? told : ["", ...told];
  });
  return { heading: "Three accounts explained", blocks: [lines(all)] };
}

/** The account of the policy's first segment that brought most. */
function atTheTop(chapter: Chapter): CareDecision | undefined {
  const [first] = labelsOf(chapter);
  const revenue = accountRevenue(chapter)?.byAccount;
  const brought = ({ account }: CareDecision): number => revenue?.get(account.id) ?? 0;
  return chapter.decisions
    .filter(({ segment }) => segmentKey(segment.value) === first)
    .toSorted((left, right) => brought(right) - brought(left))[0];
}

/**
 * The account that one number keeps out of a better segment, by the smallest share of it; sums of
 * money go before other numbers.
 */
function justMissing({ decisions }: Chapter): CareDecision | undefined {
  const misses = decisions.flatMap((decision) => {
    const [only, ...others] = betterMiss(decision)?.comparisons ?? [];
    if (only === undefined || others.length > 0) return [];
    const share = numberOf(only.shortBy) / Math.abs(numberOf(only.bound));
    return share > 0 ? [{ decision, share, rank: isMoney(only.shortBy) ? 0 : 1 }] : [];
  });
  const inOrder = misses.toSorted((left, right) => {
    return left.rank - right.rank || left.share - right.share;
  });
  return inOrder[0]?.decision;
}

/** The undecided account that the fewest facts would decide. */
function undecided({ decisions }: Chapter): CareDecision | undefined {
  return decisions
    .filter(({ segment }) => segment.value.kind === "undecided")
    .toSorted((left, right) => left.segment.missing.length - right.segment.missing.length)[0];
}

function explain(decision: CareDecision, chapter: Chapter): readonly string[] {
  const { account, segment } = decision;
  const { compiled } = chapter;
  const { policy } = compiled;
  const place = account.region === undefined ? "" : `, ${account.region}`;
  const head = `  ${accountName(account)} (${account.id}${place}): `;
  const told = wrapped(`${head}${tellOutcome(decision, chapter)}`);
  const rules = segment.because.filter((reason) => reason.kind === "rule");
  const shown = rules.find(({ verdict }) => verdict === "met" || verdict === "unknown");
  const marks = { met: "yes", notMet: "no ", unknown: "?  " } as const;
  const reasons = shown === undefined ? [] : comparisonsIn(shown);
  const why = reasons.flatMap((each) => {
    return wrapped(tellNamed(each, policy), `    ${marks[each.verdict]}  `);
  });
  const fallback =
    shown === undefined ? ["    No rule of the policy is met, and no fact is missing."] : [];
  return [...told, ...why, ...fallback, ...tellMiss(decision, chapter)];
}

function tellOutcome({ segment: { value } }: CareDecision, { compiled }: Chapter): string {
  if (value.kind === "undecided") {
    const between = value.candidates.map((each) => segmentTitle(each, compiled));
    return `undecided between ${between.join(" and ")}`;
  }
  const title = segmentTitle(segmentKey(value), compiled);
  const isDecided = value.kind === "segment" && value.decidedBy !== undefined;
  return isDecided ? `${title}; the last word has: ${value.decidedBy}` : title;
}

function tellMiss(decision: CareDecision, { compiled }: Chapter): readonly string[] {
  const miss = betterMiss(decision);
  if (miss === undefined) return [];
  const { policy } = compiled;
  const told = miss.comparisons.map((each) => {
    if (each.shortBy === undefined) return tellNamed(each, policy);
    const { bound = null, path } = named(each, policy);
    const isOver = each.comparison === "atMost" || each.comparison === "lessThan";
    const off = isOver ? "more than" : "short of";
    const short = `${tellValue(rounded(each.shortBy), "en")} ${off} ${tellValue(bound, "en")}`;
    return `${short} (${path})`;
  });
  const segment = segmentTitle(miss.rule.outcome, compiled);
  return wrapped(`Nearest miss, ${segment}: ${told.join("; ")}.`, "    ");
}

/** The nearest miss among the rules that stand above the one that was met. */
function betterMiss({ segment: { because } }: CareDecision): NearestMiss | undefined {
  const hit = because.findIndex((reason) => reason.kind === "rule" && reason.verdict !== "notMet");
  return nearestMiss(hit === -1 ? because : because.slice(0, hit));
}

function labelsOf({ compiled: { policy, care } }: Chapter): readonly string[] {
  return Object.keys(policy.segments[care.segmentedBy]?.labels ?? {});
}

/** The comparisons that matter: of alternatives one of which is met, only those that are. */
function comparisonsIn(reason: Reason): readonly Comparison[] {
  if (reason.kind === "comparison") return [reason];
  const isAny = reason.kind === "any" && reason.verdict === "met";
  const parts = isAny
    ? reason.of.filter((part) => !("verdict" in part) || part.verdict === "met")
    : reason.of;
  return parts.flatMap(comparisonsIn);
}

function tellNamed(comparison: Comparison, policy: CarePolicy): string {
  const { boundFrom } = comparison;
  const from = boundFrom?.kind === "cut" ? ` [${factName(boundFrom.name, policy)}]` : "";
  return `${tellComparison(named(comparison, policy), "en")}${from}`;
}

/** The comparison with the words of the policy for names, and numbers people can read. */
function named(comparison: Comparison, policy: CarePolicy): Comparison {
  const { path, value, bound, shortBy, missing } = comparison;
  return {
    ...comparison,
    path: factName(path, policy),
    ...(value === undefined ? {} : { value: rounded(value) }),
    ...(bound === undefined ? {} : { bound: rounded(bound) }),
    ...(shortBy === undefined ? {} : { shortBy: rounded(shortBy) }),
    ...(missing === undefined
      ? {}
      : { missing: missing.map((fact) => ({ ...fact, path: factName(fact.path, policy) })) }),
  };
}

/** Fractions with two decimals, and a cut between two cents as whole cents. */
function rounded<T>(value: T): T {
  if (typeof value === "number") return (Math.round(value * 100) / 100) as T;
  return isMoney(value) ? { ...value, minor: Math.round(value.minor) } : value;
}

function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return isMoney(value) ? value.minor : Number.NaN;
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "minor" in value;
}
