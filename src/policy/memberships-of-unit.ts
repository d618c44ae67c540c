import type { RecordId } from "../facts/index.js";
import {
  type CompiledClassifier,
  nextMembershipChange,
  nextSegmentChange,
  returnedOn,
  type SegmentInForce,
  type SegmentMembership,
  type SegmentOutcome,
  segmentInForce,
  type UnitPlace,
} from "../segments/index.js";
import { toCivilDate } from "../time/index.js";
import type { AccountRow } from "./account-row.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { requireList } from "./require-asked.js";

/** Memberships by account, so that each account looks at its own alone. */
export function membershipsByAccount(
  memberships: readonly SegmentMembership[],
): ReadonlyMap<RecordId, readonly SegmentMembership[]> {
  requireList(memberships, "context.memberships");
  const found = new Map<RecordId, SegmentMembership[]>();
  for (const each of memberships) {
    const own = found.get(each.accountId) ?? [];
    found.set(each.accountId, own);
    own.push(each);
  }
  return found;
}

/**
 * What people have decided about an account itself; `undefined` where nobody was asked, or of another
 * classifier than the one that care is segmented by.
 */
export function decidedOfAccount(
  computed: SegmentOutcome,
  memberships: readonly SegmentMembership[] | undefined,
  classifier: CompiledClassifier,
  {
    row,
    accountId,
    compiled,
  }: {
    readonly row: AccountRow;
    readonly accountId: RecordId;
    readonly compiled: CompiledPolicy;
  },
): SegmentInForce | undefined {
  if (memberships === undefined || classifier.name !== compiled.care.segmentedBy) return undefined;
  const own = membershipsByAccount(memberships).get(accountId) ?? [];
  return decidedSegment(computed, own, classifier, { row, unit: { accountId }, compiled });
}

/** What people have decided about a unit: nothing from before a customer left and came back. */
export function decidedSegment(
  computed: SegmentOutcome,
  memberships: readonly SegmentMembership[],
  classifier: CompiledClassifier,
  {
    row,
    unit,
    compiled,
  }: {
    readonly row: AccountRow;
    readonly unit: UnitPlace;
    readonly compiled: CompiledPolicy;
  },
): SegmentInForce {
  const relationshipSince = returnedOn(row, compiled.classifiers.values());
  const context = { asOf: toCivilDate(row.asOf), unit };
  return segmentInForce(
    computed,
    memberships,
    classifier,
    relationshipSince === undefined ? context : { ...context, relationshipSince },
  );
}

/** The first day on which memberships could come to count otherwise, or `Infinity`. */
export function nextDecidedChange(
  memberships: readonly SegmentMembership[],
  { classifiers }: CompiledPolicy,
  row: AccountRow,
  { accountId }: UnitPlace,
): number {
  const own = memberships.filter((each) => each.accountId === accountId);
  const lives = [...classifiers.values()].filter(({ method }) => method === "lifecycle");
  return Math.min(
    nextMembershipChange(own, row.asOf),
    ...lives.map((each) => nextSegmentChange(each, row)),
  );
}
