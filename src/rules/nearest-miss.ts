import type { ComparisonReason, Reason, RuleReason } from "../shapes/index.js";

/** The rule that came closest to being met, and the comparisons that would have to come out otherwise. */
export interface NearestMiss {
  readonly rule: RuleReason;
  /** Each says how far it is off in `shortBy`, where that is a number. */
  readonly comparisons: readonly ComparisonReason[];
}

/**
 * The rule that was not met by the fewest comparisons: what an account is short of.
 *
 * Only rules that are certainly not met are looked at. Ties go to the earlier rule. Within `any` the part that needs the
 * fewest changes counts, the earlier one on a tie.
 *
 * @param because - the reasons of a decision
 * @returns the nearest rule and the comparisons that failed it, or `undefined` when every rule was met or unknown
 *
 * @example 1,200 € short of key account
 * ```ts
 * import { compileCondition, explainCondition, nearestMiss } from "hoito/rules";
 *
 * typeof nearestMiss; // => "function"
 * ```
 *
 * @category Rules
 */
export function nearestMiss(because: readonly Reason[]): NearestMiss | undefined {
  let nearest: NearestMiss | undefined;
  for (const rule of because) {
    if (rule.kind !== "rule" || rule.verdict !== "notMet") continue;
    const comparisons = rule.of.flatMap((each) => changesNeeded(each, "met"));
    if (comparisons.length === 0) continue;
    if (nearest === undefined || comparisons.length < nearest.comparisons.length) {
      nearest = { rule, comparisons };
    }
  }
  return nearest;
}

/** The fewest comparisons whose change would give the wanted verdict. */
function changesNeeded(reason: Reason, wanted: "met" | "notMet"): readonly ComparisonReason[] {
  if (reason.kind === "comparison") return reason.verdict === wanted ? [] : [reason];
  if (reason.kind === "not") {
    return changesNeeded(reason.of[0]!, wanted === "met" ? "notMet" : "met");
  }
  const parts = reason.of.map((part) => changesNeeded(part, wanted));
  const everyPart = (reason.kind === "all") === (wanted === "met");
  if (everyPart) return parts.flat();
  return parts.reduce((fewest, part) => (part.length < fewest.length ? part : fewest));
}
