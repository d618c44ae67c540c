import type { CustomerBase, RecordId } from "../../facts/index.js";
import type { Movement, Share } from "../../segments/index.js";
import type { Finding } from "../../shapes/index.js";
import { dayOfAsking, requirePair } from "../require-asked.js";
import { careTally } from "./care-tally.js";
import { type CareComparisonContext, type PolicyPair, readAccounts } from "./read-accounts.js";

/**
 * From where to where: labels or care models, or what stands in their place (`excluded`,
 * `unclassified`, `undecided`, `conflict`; `none` or `undecided` for care models).
 *
 * @category Policy
 */
export interface StateChange {
  readonly from: string;
  readonly to: string;
}

/**
 * An account under two policies.
 *
 * @category Policy
 */
export interface ComparedAccount {
  readonly accountId: RecordId;
  readonly segment: StateChange;
  readonly careModel: StateChange;
}

/**
 * An account that ends in another segment or another care model, and what it is due to.
 *
 * @category Policy
 */
export interface CareMover extends ComparedAccount {
  /**
   * Paths of the changes in the policy that its two decisions read, as `diffPolicies` gives them.
   * None where only what lies outside the document differs, such as the fit.
   */
  readonly touched: readonly string[];
}

/**
 * Who moves when one policy takes the place of another. `moved`, `unmoved` and `undecided` add up to
 * all accounts.
 *
 * @category Policy
 */
export interface CareComparison {
  readonly accounts: number;
  readonly moved: number;
  /** Segment and care model are known under both policies, and are the same. */
  readonly unmoved: number;
  /** Not known to have moved, and not all known on both sides: perhaps moved, perhaps not. */
  readonly undecided: number;
  /** Of the accounts that are known to have moved or not. */
  readonly movedShare: Share;
  /** By id. */
  readonly movers: readonly CareMover[];
  /** By id. */
  readonly undecidedAccounts: readonly ComparedAccount[];
  /** From which segment to which; absent where a finding says why there can be none. */
  readonly segments?: Movement;
  /** Likewise for care models; `none` stands for no care model. */
  readonly careModels?: Movement;
  readonly findings: readonly Finding[];
}

/**
 * Which accounts end in another segment or another care model under a second policy, from where to
 * where, and which changes of the policy they are due to.
 *
 * An account has moved when its segment, or its care model, is known under both policies and differs
 * by name. Where one of the two is undecided or in conflict on either side, and the other has not
 * moved, the account is undecided and never counts as unmoved. Each policy goes by its own
 * classifier; whole accounts are compared, also under a policy whose `unit` splits them. Segments and
 * models are those of `decideCare`.
 *
 * Gotcha: a policy with cuts needs its fit on both sides, or what its cuts decide is undecided.
 *
 * @param base - all accounts with their records, in any order
 * @param policies - before and after
 * @param context - `asOf`, that day included; `memberships`
 * @returns counts, movers and matrices; the findings `too-many` (more than 1 000 segments) and
 *   `duplicate-account` leave a matrix out
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-compiled-policy`, `not-a-base` and `unknown-option`
 *
 * @example Large from 500 instead of 1,000
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { compareCare } from "hoito/policy";
 *
 * const withLargeFrom = (atLeast: number): CarePolicy => ({
 *   id: "demo",
 *   version: String(atLeast),
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: {
 *       personal: { ownership: { mode: "none" }, cadences: "none", significance: 1 },
 *       light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
 *     },
 *     bySegment: { large: "personal", small: "light" },
 *   },
 *   cadences: {},
 * });
 * const compile = (atLeast: number) => orThrow(compilePolicy(withLargeFrom(atLeast)));
 * const policies = { before: compile(1000), after: compile(500) };
 * const accounts = [{ id: "A", headcount: 1200 }, { id: "B", headcount: 700 }, { id: "C" }];
 *
 * const { moved, undecided, movers } = compareCare({ accounts, coverage: {} }, policies, {
 *   asOf: "2018-03-28",
 * });
 * ({ moved, undecided }); // => { moved: 1, undecided: 1 }
 * movers[0];
 * // => {
 * //   accountId: "B",
 * //   segment: { from: "small", to: "large" },
 * //   careModel: { from: "light", to: "personal" },
 * //   touched: ["segments.size.rules[0].when.atLeast"],
 * // }
 * ```
 *
 * @category Policy
 */
export function compareCare(
  base: CustomerBase,
  policies: PolicyPair,
  context: CareComparisonContext,
): CareComparison {
  requirePair(policies);
  dayOfAsking(context, { asOf: true, memberships: true });
  const tally = careTally(policies, context.asOf);
  for (const account of readAccounts(base, policies, context)) tally.add(account);
  return tally.finish();
}
