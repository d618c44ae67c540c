import type { RecordId } from "../../facts/index.js";
import type { CivilDate } from "../../time/index.js";

/**
 * What a membership rests on, so that gut feel can be told from data.
 *
 * @category Segments
 */
export type MembershipBasis = "data" | "judgement" | "insideKnowledge";

/**
 * Who has the last word: the body that a segment's `decidedBy` names, and for `businessLine` which
 * one.
 *
 * @category Segments
 */
export interface Decider {
  /** `managementTeam`, `businessLine`, or another body of the company's own. */
  readonly body: string;
  readonly businessLine?: string;
  readonly personId?: RecordId;
}

/**
 * What is put forward: this account, in these lines and regions, belongs to this segment.
 *
 * @category Segments
 */
export interface MembershipProposal {
  readonly id: RecordId;
  readonly accountId: RecordId;
  /** Without it the membership holds in every business line. */
  readonly businessLine?: string;
  /** Without it the membership holds in every region. */
  readonly region?: string;
  readonly segment: string;
  readonly basis: MembershipBasis;
  readonly reason: string;
  readonly proposedBy: RecordId;
  readonly proposedOn: CivilDate;
  /** First day in force; without it the day of the approval. */
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
}

/**
 * A membership that people decide: proposed, then approved or refused, and once approved, ended.
 * Plain JSON, kept by the host and handed in again.
 *
 * @category Segments
 */
export interface SegmentMembership extends MembershipProposal {
  readonly format: "hoito-membership/1";
  /** Who has to decide: the segment's `decidedBy`. */
  readonly decidedBy: string;
  readonly status: "proposed" | "approved" | "refused";
  readonly decision?: MembershipVerdict;
  /** Why it was ended before or at its `validUntil`, when somebody ended it. */
  readonly ending?: MembershipVerdict;
}

/**
 * Who decided what about a membership, when and why.
 *
 * @category Segments
 */
export interface MembershipVerdict {
  readonly by: Decider;
  readonly on: CivilDate;
  readonly reason: string;
}

/**
 * Where a membership stands on a day; it is in exactly one of these.
 *
 * - `notProposed`: the day is before the proposal.
 * - `proposed`: it waits for a decision.
 * - `refused`: it was refused on this day or earlier.
 * - `approved`: it was approved, and its first day is still to come.
 * - `inForce`: it holds.
 * - `ended`: its last day has passed.
 *
 * @category Segments
 */
export type MembershipState =
  | "notProposed"
  | "proposed"
  | "refused"
  | "approved"
  | "inForce"
  | "ended";
