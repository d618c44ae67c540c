import { type AccountRecords, ownRecords } from "../facts/index.js";
import { classify, type SegmentOutcome } from "../segments/index.js";
import { accountRow } from "./account-row.js";
import { CLASSIFY_OPTIONS, type ClassifyContext, classifierNamed } from "./classify-accounts.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { decidedOfAccount } from "./memberships-of-unit.js";
import { dayOfAsking, requireOne } from "./require-asked.js";

/**
 * The segment of one account by any classifier of the policy, without reasons: ask `explainAccount`
 * for those.
 *
 * The answer is that of `classifyAccounts` for the same account and context, as an outcome in place
 * of a code. For many accounts ask `classifyAccounts`, which groups their records once. Records of
 * another account are not counted: `decideCare` tells of them.
 *
 * @param records - the account with its records and what is known of their completeness
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, by default the one that care is
 *   segmented by; `memberships`, which concern that one alone
 * @returns the segment, or what stands in its place
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date, `unknown-classifier` when the
 *   policy has none of that name; in JavaScript also `not-a-compiled-policy`, `not-account-records`
 *   and `unknown-option`
 *
 * @example One account inside a request
 * ```ts
 * import { type CarePolicy, classifyAccount, compilePolicy, orThrow } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const compiled = orThrow(compilePolicy(policy));
 * const records = { account: { id: "A", headcount: 1200 }, coverage: {} };
 *
 * classifyAccount(records, compiled, { asOf: "2018-03-28" });
 * // => { kind: "segment", segment: "large" }
 * ```
 *
 * @category Policy
 */
export function classifyAccount(
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): SegmentOutcome {
  requireOne(records);
  const row = accountRow(ownRecords(records).own, compiled, dayOfAsking(context, CLASSIFY_OPTIONS));
  const classifier = classifierNamed(compiled, context.classifier);
  const computed = classify(classifier, row);
  const at = { row, accountId: records.account.id, compiled };
  return decidedOfAccount(computed, context.memberships, classifier, at)?.outcome ?? computed;
}
