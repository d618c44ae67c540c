import type { Money } from "../facts/index.js";
import type { ComparisonReason, Reason, RuleReason } from "../shapes/index.js";

/** The rule that came closest to being met, and the comparisons that would have to change. */
export interface NearestMiss {
  readonly rule: RuleReason;
  /** Each that was not met says how far it is off in `shortBy`, where that is a number. */
  readonly comparisons: readonly ComparisonReason[];
}

/**
 * The rule that was not met by the fewest comparisons: what an account is short of.
 *
 * Only rules that are certainly not met are looked at. Of two that are as near, and fail by
 * the same fields in the same order, the one that is less short wins, otherwise the earlier rule. Within `any` the part that needs the fewest changes counts, the earlier one on a tie; within `not` a
 * comparison that was met is what would have to change.
 *
 * @param because - the reasons of a decision
 * @returns the nearest rule and the comparisons that failed it, or `undefined` when every rule was
 *   met or unknown, or there is none
 *
 * @example 1,200 € short of key account
 * ```ts
 * import { compileRule, explainRules, nearestMiss, Scope } from "hoito/rules";
 *
 * const scope = new Scope({
 *   kinds: new Map([["revenue", "money"]]),
 *   currency: "EUR",
 * });
 * const when = { field: "revenue", atLeast: { amount: "50000.00", currency: "EUR" } };
 * const rule = compileRule({ when }, "key account", scope, "rules[0]", new Map())!;
 * const because = explainRules(
 *   { hitPolicy: "first", rules: [rule], otherwise: undefined },
 *   {
 *     cells: [4_880_000],
 *     asOf: 0,
 *     cuts: new Map(),
 *     ageing: new Set(),
 *     currency: "EUR",
 *     whyUnknown: () => [],
 *   },
 * );
 * const miss = nearestMiss(because);
 * miss?.rule.outcome; // => "key account"
 * miss?.comparisons.map(({ path, shortBy }) => ({ path, shortBy }));
 * // => [{ path: "revenue", shortBy: { minor: 120_000, currency: "EUR" } }]
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
    if (nearest === undefined || isNearer(comparisons, nearest.comparisons)) {
      nearest = { rule, comparisons };
    }
  }
  return nearest;
}

function isNearer(one: readonly ComparisonReason[], other: readonly ComparisonReason[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  if (one.some(({ path }, at) => path !== other[at]!.path)) return false;
  const differences = one.map((each, at) => shortfallOf(each) - shortfallOf(other[at]!));
  return differences.every((each) => each <= 0) && differences.some((each) => each < 0);
}

/** How far off, as a number; not a number where nobody says. */
function shortfallOf({ shortBy }: ComparisonReason): number {
  const { minor } = Object(shortBy) as Partial<Money>;
  return typeof shortBy === "number" ? shortBy : (minor ?? Number.NaN);
}

/** The fewest comparisons whose change would give the wanted verdict. */
function changesNeeded(reason: Reason, wanted: "met" | "notMet"): readonly ComparisonReason[] {
  if (reason.kind === "comparison") return reason.verdict === wanted ? [] : [reason];
  if (reason.kind === "not") {
    return changesNeeded(reason.of[0]!, wanted === "met" ? "notMet" : "met");
  }
  const parts = reason.of.map((part) => changesNeeded(part, wanted));
  const oneIsEnough = reason.kind === (wanted === "met" ? "any" : "all");
  if (!oneIsEnough) return parts.flat();
  return parts.reduce((fewest, part) => (part.length < fewest.length ? part : fewest));
}
