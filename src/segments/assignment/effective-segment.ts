import { compareIds, type RecordId } from "../../facts/index.js";
import type { Decision, Reason } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import type { SegmentOutcome } from "../classifier.js";
import type { MembershipState, SegmentMembership } from "./membership.js";
import { membershipStateOn } from "./memberships-in-force.js";
import type { UnitPlace } from "./unit.js";

/**
 * The segment that counts, after people have decided where they have the last word.
 *
 * @category Segments
 */
export type EffectiveSegment =
  | { readonly kind: "segment"; readonly segment: string; readonly by: "rules" }
  /** A membership in force; `computed` tells what the rules alone say, where they say otherwise. */
  | {
      readonly kind: "segment";
      readonly segment: string;
      readonly by: "membership";
      readonly membershipId: RecordId;
      readonly decidedBy: string;
      readonly computed?: SegmentOutcome;
    }
  /** The rules give a segment that somebody has to decide on, and nobody has approved it. */
  | {
      readonly kind: "proposal";
      readonly segment: string;
      readonly decidedBy: string;
      readonly state: Exclude<MembershipState, "inForce">;
      readonly membershipId?: RecordId;
    }
  | Exclude<SegmentOutcome, { readonly kind: "segment" }>;

/**
 * Which unit is asked about, and when.
 *
 * @category Segments
 */
export interface EffectiveContext {
  readonly asOf: CivilDate;
  readonly unit: UnitPlace;
  /**
   * First day of the present relationship, as a lifecycle gives it: what was approved before it
   * belongs to an earlier one and is not inherited.
   */
  readonly relationshipSince?: CivilDate;
}

/**
 * The segment of a unit once memberships are taken into account.
 *
 * A membership in force stands above whatever the rules compute, and tells when the two differ. A
 * computed segment with `decidedBy` stays a proposal until its membership is in force; the state
 * says whether it waits, was refused, has ended, or was never put forward. Everything else passes
 * as it was computed. Memberships in force of different segments are a conflict.
 *
 * A membership that names no business line or region holds in all of them.
 *
 * @param outcome - what classification came to
 * @param memberships - of any accounts, in any order
 * @param context - the day, the unit, and where it is known since when the relationship lasts
 * @returns the segment with the memberships that were looked at as reasons
 * @throws {@link HoitoError} `not-a-civil-date` when a date is none
 *
 * @example Nobody has approved the key account yet
 * ```ts
 * import { effectiveSegment } from "hoito/segments";
 *
 * const computed = {
 *   kind: "segment",
 *   segment: "keyAccount",
 *   decidedBy: "managementTeam",
 * } as const;
 * effectiveSegment(computed, [], { asOf: "2020-05-04", unit: { accountId: "A" } }).value;
 * // => {
 * //   kind: "proposal",
 * //   segment: "keyAccount",
 * //   decidedBy: "managementTeam",
 * //   state: "notProposed",
 * // }
 * ```
 *
 * @category Segments
 */
export function effectiveSegment(
  outcome: SegmentOutcome,
  memberships: readonly SegmentMembership[],
  context: EffectiveContext,
): Decision<EffectiveSegment> {
  const own = memberships.filter((each) => isOf(each, context)).sort(byProposal);
  const stated = own.map((each) => ({ ...each, state: membershipStateOn(each, context.asOf) }));
  const inForce = stated.filter(({ state }) => state === "inForce");
  const because = stated.map(reason);
  const segments = [...new Set(inForce.map(({ segment }) => segment))];
  if (segments.length > 1) {
    return { value: { kind: "conflict", candidates: segments }, because, missing: [] };
  }
  const [held] = inForce;
  const value = held === undefined ? undecided(outcome, stated) : approved(outcome, held);
  return { value, because, missing: [] };
}

type Stated = SegmentMembership & { readonly state: MembershipState };

function isOf(membership: SegmentMembership, context: EffectiveContext): boolean {
  const { unit, relationshipSince } = context;
  const { accountId, businessLine = unit.businessLine, region = unit.region } = membership;
  const isInherited =
    relationshipSince !== undefined &&
    toEpochDay(membership.decision?.on ?? membership.proposedOn) < toEpochDay(relationshipSince);
  const isHere = businessLine === unit.businessLine && region === unit.region;
  return accountId === unit.accountId && isHere && !isInherited;
}

/** The latest proposal first, so that the answer does not depend on the order of the list. */
function byProposal(left: SegmentMembership, right: SegmentMembership): number {
  const apart = toEpochDay(right.proposedOn) - toEpochDay(left.proposedOn);
  return apart || compareIds(left.id, right.id);
}

function approved(outcome: SegmentOutcome, held: Stated): EffectiveSegment {
  const { segment, decidedBy, id } = held;
  const agrees = outcome.kind === "segment" && outcome.segment === segment;
  const computed = agrees ? {} : { computed: outcome };
  return { kind: "segment", segment, by: "membership", membershipId: id, decidedBy, ...computed };
}

function undecided(outcome: SegmentOutcome, stated: readonly Stated[]): EffectiveSegment {
  if (outcome.kind !== "segment") return outcome;
  const { segment, decidedBy } = outcome;
  if (decidedBy === undefined) return { kind: "segment", segment, by: "rules" };
  const latest = stated.find((each) => each.segment === segment && each.state !== "notProposed");
  if (latest === undefined) return { kind: "proposal", segment, decidedBy, state: "notProposed" };
  const state = latest.state as Exclude<MembershipState, "inForce">;
  return { kind: "proposal", segment, decidedBy, state, membershipId: latest.id };
}

function reason({ id, segment, state, basis, decidedBy }: Stated): Reason {
  const details = { id, segment, state, basis, decidedBy };
  return { kind: "step", step: "membership", path: "memberships", details, of: [] };
}
