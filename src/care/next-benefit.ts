import type { Money } from "../facts/index.js";
import { nearestMiss } from "../rules/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import type { ComparisonReason, Decision, MissingFact } from "../shapes/index.js";

/**
 * What a company tells its customers about the way to the next benefit.
 *
 * @category Confidentiality
 */
export interface BenefitLadder {
  /** All classes, the one with the most benefits first; no answer ever names them. */
  readonly mostBenefitsFirst: readonly string[];
  /** Money fields that a customer may be told to raise, such as what was bought in a year. */
  readonly fields: readonly string[];
}

/**
 * How much more a customer would have to buy for the next benefit, and no word about classes.
 *
 * @category Confidentiality
 */
export type NextBenefit =
  | { readonly kind: "amount"; readonly amount: Money }
  /** No benefit is a sum of money away: it is the last one, or something else is lacking too. */
  | { readonly kind: "none" }
  | { readonly kind: "undecided" };

/**
 * The least amount that would bring an account the benefits of a better class.
 *
 * Only rules of better classes that fail by one comparison alone count, and only where it compares
 * one of the ladder's money fields with `atLeast` or `moreThan`; of several the least amount is
 * told. An amount that must be exceeded is told one minor unit higher. The answer carries no
 * reasons, since reasons name classes.
 *
 * @param segment - the account's segment decision
 * @param ladder - the order of the classes, and the fields that customers may be told of
 * @returns the missing amount, none, or undecided where the segment is, with what is missing
 *
 * @example 1,200 € more
 * ```ts
 * import { nextBenefit } from "hoito/care";
 *
 * const ladder = { mostBenefitsFirst: ["key", "other"], fields: ["bought"] };
 * const short = {
 *   kind: "comparison",
 *   path: "bought",
 *   comparison: "atLeast",
 *   verdict: "notMet",
 *   shortBy: { minor: 120_000, currency: "EUR" },
 * } as const;
 * const because = [
 *   { kind: "rule", rule: "rules[0]", outcome: "key", verdict: "notMet", of: [short] },
 * ] as const;
 * const value = { kind: "segment", segment: "other" } as const;
 * nextBenefit({ value, because, missing: [] }, ladder).value;
 * // => { kind: "amount", amount: { minor: 120_000, currency: "EUR" } }
 * ```
 *
 * @category Confidentiality
 */
export function nextBenefit(
  segment: Decision<SegmentOutcome>,
  ladder: BenefitLadder,
): Decision<NextBenefit> {
  const { value, because } = segment;
  if (value.kind === "undecided" || value.kind === "conflict") {
    return answer({ kind: "undecided" }, hidden(segment.missing));
  }
  const { mostBenefitsFirst: order } = ladder;
  const present = value.kind === "segment" ? order.indexOf(value.segment) : -1;
  const better = present < 0 ? order : order.slice(0, present);
  let least: Money | undefined;
  for (const rule of because) {
    if (rule.kind !== "rule" || !better.includes(rule.outcome)) continue;
    const [only, ...others] = nearestMiss([rule])?.comparisons ?? [];
    const amount = others.length === 0 ? amountOf(only, ladder.fields) : undefined;
    if (amount !== undefined && amount.minor < (least?.minor ?? Number.POSITIVE_INFINITY)) {
      least = amount;
    }
  }
  return answer(least === undefined ? { kind: "none" } : { kind: "amount", amount: least }, []);
}

function amountOf(
  comparison: ComparisonReason | undefined,
  fields: readonly string[],
): Money | undefined {
  if (comparison === undefined || !fields.includes(comparison.path)) return undefined;
  const { shortBy, comparison: word } = comparison;
  if (typeof shortBy !== "object" || !("minor" in shortBy)) return undefined;
  if (word !== "atLeast" && word !== "moreThan") return undefined;
  return { ...shortBy, minor: shortBy.minor + (word === "moreThan" ? 1 : 0) };
}

/** That something is missing, and not what: the fields of a policy are not the customer's matter. */
function hidden(missing: readonly MissingFact[]): readonly MissingFact[] {
  return missing.length === 0 ? [] : [{ path: "segment", why: "missing" }];
}

function answer(value: NextBenefit, missing: readonly MissingFact[]): Decision<NextBenefit> {
  return { value, because: [], missing };
}
