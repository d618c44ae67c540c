import type { AccountRecords } from "../../facts/index.js";
import { type AskContext, type CareDecision, decideCare } from "../decide-care.js";
import type { PolicyChange } from "./diff-policies.js";
import { accountReader, type PolicyPair } from "./read-accounts.js";
import { touchedChanges } from "./touched-changes.js";

/**
 * Why an account is where it is under two policies.
 *
 * @category Policy
 */
export interface ExplainedMove {
  readonly before: Pick<CareDecision, "segment" | "careModel">;
  readonly after: Pick<CareDecision, "segment" | "careModel">;
  /** The changes in the policy that the two decisions read. */
  readonly touched: readonly PolicyChange[];
}

/**
 * Why one account moves, or does not: the reasons of its segment and care model under both policies,
 * and the changes between the two that its decisions read.
 *
 * Of an ordered rule set, rules behind the one that decides are not read. A change that was read need
 * not be the cause of the move; one that was not read cannot be.
 *
 * @param records - the account with its records
 * @param policies - before and after, each with its fit where it has cuts
 * @param context - as for `decideCare`
 * @returns both decisions with their reasons and missing facts
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Why B moves
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, explainMove, orThrow } from "hoito";
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
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 *
 * const records = { account: { id: "B", headcount: 700 }, coverage: {} };
 * const context = { asOf: "2018-01-01", calendar } as const;
 * const { before, after, touched } = explainMove(records, policies, context);
 * [before, after].map(({ segment }) => segment.value);
 * // => [{ kind: "segment", segment: "small" }, { kind: "segment", segment: "large" }]
 * touched.map(({ path }) => path); // => ["segments.size.rules[0].when.atLeast"]
 * before.segment.because[0]; // => {
 * //   kind: "rule", rule: "segments.size.rules[0]", outcome: "large", verdict: "notMet",
 * //   of: [{
 * //     kind: "comparison", path: "headcount", comparison: "atLeast", verdict: "notMet",
 * //     value: 700, bound: 1000, shortBy: 300,
 * //   }],
 * // }
 * ```
 *
 * @category Policy
 */
export function explainMove(
  records: AccountRecords,
  policies: PolicyPair,
  context: AskContext,
): ExplainedMove {
  const { before, after } = policies;
  const [was, is] = [before, after].map((compiled) => {
    const { segment, careModel } = decideCare(records, compiled, context);
    return { segment, careModel };
  });
  const { changes: touched } = touchedChanges(policies)(accountReader(policies, context)(records));
  return { before: was!, after: is!, touched };
}
