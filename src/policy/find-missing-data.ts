import { type DataGaps, findDataGaps } from "../care/index.js";
import { type AccountRecords, ownRecords } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import { accountRow } from "./account-row.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { dayOfAsking, requireOne } from "./require-asked.js";

/**
 * Which of the fields that a policy demands of a class are missing of one account, with the share
 * that is known.
 *
 * The fields are those of `care.dataDepth`; measures may be among them. A class that the policy
 * demands nothing of has nothing to be complete in.
 *
 * @param records - the account with its records
 * @param compiled - the policy
 * @param context - `asOf` that day included, and the account's class, such as `decideCare` gave it
 * @returns known ÷ required, and what is missing in the order of the policy
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Industry known, turnover not
 * ```ts
 * import { type CarePolicy, compilePolicy, findMissingData, orThrow } from "hoito";
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
 *     models: { any: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "any", small: "any" },
 *     dataDepth: {
 *       mostValuableFirst: ["large", "small"],
 *       required: { large: ["industry", "turnover"] },
 *       usedFor: { industry: ["strategy"], turnover: ["evaluation"] },
 *     },
 *   },
 *   cadences: {},
 * };
 * const records = { account: { id: "A", industry: "62" }, coverage: {} };
 * const compiled = orThrow(compilePolicy(policy));
 * const gaps = findMissingData(records, compiled, { asOf: "2018-05-15", segment: "large" });
 * gaps.value; // => 0.5
 * gaps.missing; // => [{ path: "turnover", why: "missing" }]
 * ```
 *
 * @category Policy
 */
export function findMissingData(
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate; readonly segment: string },
): DataGaps {
  requireOne(records);
  const { own } = ownRecords(records);
  const row = accountRow(own, compiled, dayOfAsking(context, { asOf: true, segment: true }));
  return findDataGaps(row, compiled.care, context.segment);
}
