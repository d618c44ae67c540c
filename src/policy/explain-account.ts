import { type AccountRecords, ownRecords } from "../facts/index.js";
import type { ExplainedRow } from "../rules/index.js";
import {
  type CompiledClassifier,
  explainReading,
  explainSegment,
  readThrough,
  type SegmentInForce,
  type SegmentOutcome,
} from "../segments/index.js";
import type { Decision } from "../shapes/index.js";
import { accountRow } from "./account-row.js";
import { CLASSIFY_OPTIONS, type ClassifyContext, classifierNamed } from "./classify-accounts.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { decidedOfAccount } from "./memberships-of-unit.js";
import { dayOfAsking, requireOne } from "./require-asked.js";

/**
 * The segment of one account by any classifier of the policy, with its reasons and the facts that
 * are missing.
 *
 * The answer is that of `classifyAccounts` for the same account and context, as a decision in place
 * of a code. It needs no calendar, because nothing is said of duties. Records of another account
 * are not counted: `decideCare` tells of them.
 *
 * @param records - the account with its records and what is known of their completeness
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, by default the one that care is
 *   segmented by; `memberships`, which concern that one alone
 * @returns the outcome; below its own reasons those of each classifier that it reads
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date, `unknown-classifier` when the
 *   policy has none of that name; in JavaScript also `not-a-compiled-policy`, `not-account-records`
 *   and `unknown-option`
 *
 * @example Why nobody can tell yet
 * ```ts
 * import { type CarePolicy, compilePolicy, explainAccount, orThrow } from "hoito";
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
 * const records = { account: { id: "A" }, coverage: {} };
 * const { value, missing } = explainAccount(records, orThrow(compilePolicy(policy)), {
 *   asOf: "2018-03-28",
 * });
 * value; // => { kind: "undecided", candidates: ["large", "small"] }
 * missing; // => [{ path: "headcount", why: "missing" }]
 * ```
 *
 * @category Policy
 */
export function explainAccount(
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): Decision<SegmentOutcome> {
  requireOne(records);
  const row = accountRow(ownRecords(records).own, compiled, dayOfAsking(context, CLASSIFY_OPTIONS));
  const classifier = classifierNamed(compiled, context.classifier);
  const read = readThrough(classifier, compiled.classifiers);
  const computed = explainThrough(classifier, read, row);
  const at = { row, accountId: records.account.id, compiled };
  const decided = decidedOfAccount(computed.value, context.memberships, classifier, at);
  return decided === undefined ? computed : afterDecision(computed, decided);
}

/** The segment with its reasons, and below them how each classifier came out that it reads. */
export function explainThrough(
  classifier: CompiledClassifier,
  read: readonly CompiledClassifier[],
  row: ExplainedRow,
): Decision<SegmentOutcome> {
  const segment = explainSegment(classifier, row);
  const reasons = read.map((each) => explainReading(each, row));
  return { ...segment, because: [...segment.because, ...reasons] };
}

/** Facts are missing only while the answer still waits for them. */
export function afterDecision(
  { because, missing }: Decision<SegmentOutcome>,
  decided: SegmentInForce,
): Decision<SegmentOutcome> {
  const { outcome: value } = decided;
  return {
    value,
    because: [...because, ...decided.because],
    missing: value.kind === "undecided" ? missing : [],
  };
}
