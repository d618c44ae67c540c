import { type CareOutcome, entitle, moveOnCare } from "../../care/index.js";
import {
  type AccountRecords,
  type CustomerBase,
  type RecordId,
  recordsByAccount,
} from "../../facts/index.js";
import {
  classify,
  labelOf,
  type SegmentMembership,
  type SegmentOutcome,
} from "../../segments/index.js";
import type { Decision } from "../../shapes/index.js";
import type { CivilDate } from "../../time/index.js";
import { type AccountRow, accountRow } from "../account-row.js";
import { classifierNamed } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { decidedSegment, membershipsByAccount } from "../memberships-of-unit.js";
import { dayOfAsking } from "../require-asked.js";

/**
 * Two policies side by side, each with its fit where it has cuts.
 *
 * @category Policy
 */
export interface PolicyPair {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
}

/**
 * What the segments and care models of two policies are compared with.
 *
 * @category Policy
 */
export interface CareComparisonContext {
  readonly asOf: CivilDate;
  /** What people have decided about segments, as for `decideCare`; it holds for both policies. */
  readonly memberships?: readonly SegmentMembership[];
}

/** One account under one policy, without the reasons of its segment. */
export interface AccountReading {
  readonly row: AccountRow;
  readonly segment: SegmentOutcome;
  readonly careModel: Decision<CareOutcome>;
}

/** One account under both policies. */
export interface ReadAccount {
  readonly accountId: RecordId;
  readonly records: AccountRecords;
  readonly before: AccountReading;
  readonly after: AccountReading;
}

/** Every account of a base under both policies, in the order of the base. */
export function* readAccounts(
  base: CustomerBase,
  policies: PolicyPair,
  context: CareComparisonContext,
): Generator<ReadAccount> {
  const read = accountReader(policies, context);
  for (const records of recordsByAccount(base)) yield read(records);
}

/** Reads one account after the other under both policies. */
export function accountReader(
  { before, after }: PolicyPair,
  context: CareComparisonContext,
): (records: AccountRecords) => ReadAccount {
  const asOf = dayOfAsking(context, { asOf: true, memberships: true });
  const { memberships } = context;
  const decided = memberships === undefined ? undefined : membershipsByAccount(memberships);
  return (records) => {
    const { id: accountId } = records.account;
    const own = decided === undefined ? undefined : (decided.get(accountId) ?? []);
    return {
      accountId,
      records,
      before: readUnder(records, before, asOf, own),
      after: readUnder(records, after, asOf, own),
    };
  };
}

/** What `decideCare` says of segment and care model, without the reasons of the segment. */
function readUnder(
  records: AccountRecords,
  compiled: CompiledPolicy,
  asOf: number,
  memberships: readonly SegmentMembership[] | undefined,
): AccountReading {
  const row = accountRow(records, compiled, asOf);
  const classifier = classifierNamed(compiled);
  const { id: accountId } = records.account;
  const computed = classify(classifier, row);
  const segment =
    memberships === undefined
      ? computed
      : decidedSegment(computed, memberships, classifier, { row, unit: { accountId }, compiled })
          .outcome;
  const decision = { value: segment, because: [], missing: [] };
  const entitled = entitle(accountId, decision, compiled.care, asOf);
  return { row, segment, careModel: moveOnCare(entitled, compiled.care, row) };
}

/** What stands for a segment in a matrix: its label, or what stands in its place. */
export function segmentState({ segment }: AccountReading): string {
  return labelOf(segment);
}

/** What stands for a care model in a matrix. */
export function modelState({ careModel: { value } }: AccountReading): string {
  return value.kind === "model" ? value.model : value.kind;
}
