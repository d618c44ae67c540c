import { type Finding, warningAt } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import type { MembershipState, SegmentMembership } from "./membership.js";

/**
 * Where a membership stands on a day.
 *
 * A decision holds from its own day on: the day before it the membership is still proposed. The
 * first day of validity is in force, the day `validUntil` is not. An approval that comes after
 * `validFrom` does not reach back.
 *
 * @param membership - at any status
 * @param asOf - the day that is asked about
 * @returns exactly one state
 * @throws {@link HoitoError} `not-a-civil-date` when a date is none
 *
 * @example Approved in May, in force from June
 * ```ts
 * import { membershipStateOn, type SegmentMembership } from "hoito/segments";
 *
 * const membership: SegmentMembership = {
 *   format: "hoito-membership/1",
 *   id: 1,
 *   accountId: "A",
 *   segment: "keyAccount",
 *   basis: "data",
 *   reason: "Revenue from both lines.",
 *   proposedBy: "Aino",
 *   proposedOn: "2020-05-04",
 *   validFrom: "2020-06-01",
 *   decidedBy: "managementTeam",
 *   status: "approved",
 *   decision: { by: { body: "managementTeam" }, on: "2020-05-11", reason: "Agreed." },
 * };
 * membershipStateOn(membership, "2020-05-10"); // => "proposed"
 * membershipStateOn(membership, "2020-05-11"); // => "approved"
 * membershipStateOn(membership, "2020-06-01"); // => "inForce"
 * ```
 *
 * @category Segments
 */
export function membershipStateOn(membership: SegmentMembership, asOf: CivilDate): MembershipState {
  const day = toEpochDay(asOf);
  const { status, proposedOn, validFrom, validUntil, decision } = membership;
  if (day < toEpochDay(proposedOn)) return "notProposed";
  if (decision === undefined || day < toEpochDay(decision.on)) return "proposed";
  if (status === "refused") return "refused";
  if (validUntil !== undefined && day >= toEpochDay(validUntil)) return "ended";
  return validFrom !== undefined && day < toEpochDay(validFrom) ? "approved" : "inForce";
}

/**
 * The memberships that hold on a day, in the order in which they were handed over.
 *
 * @param memberships - of any accounts and at any status
 * @param asOf - the day that is asked about
 * @returns those in the state `inForce` of {@link membershipStateOn}
 * @throws {@link HoitoError} `not-a-civil-date` when a date is none
 *
 * @example None of nothing
 * ```ts
 * import { membershipsInForce } from "hoito/segments";
 *
 * membershipsInForce([], "2020-06-01"); // => []
 * ```
 *
 * @category Segments
 */
export function membershipsInForce(
  memberships: readonly SegmentMembership[],
  asOf: CivilDate,
): readonly SegmentMembership[] {
  return memberships.filter((each) => membershipStateOn(each, asOf) === "inForce");
}

/**
 * The first day after `asOf` on which a membership changes its state although nobody decides
 * anything.
 *
 * @param memberships - of one unit
 * @param asOf - an epoch day
 * @returns an epoch day, or `Infinity` when none is to come
 *
 * @category Segments
 */
export function nextMembershipChange(
  memberships: readonly SegmentMembership[],
  asOf: number,
): number {
  const days = memberships.flatMap(({ proposedOn, decision, validFrom, validUntil }) =>
    [proposedOn, decision?.on, validFrom, validUntil].flatMap((date) =>
      date === undefined ? [] : [toEpochDay(date)],
    ),
  );
  return days.reduce(
    (next, day) => (day > asOf && day < next ? day : next),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * A warning for every membership that bears the id of an earlier one in the list.
 *
 * @category Segments
 */
export function findDuplicateMemberships(
  memberships: readonly SegmentMembership[],
): readonly Finding[] {
  const seen = new Set<unknown>();
  return memberships.flatMap(({ id }, index) => {
    const isTaken = seen.has(id);
    seen.add(id);
    const text = `there is already a membership \`${id}\``;
    return isTaken ? [warningAt(`[${index}].id`, "duplicate-membership", text)] : [];
  });
}
