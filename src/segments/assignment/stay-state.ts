import type { CivilDate } from "../../time/index.js";

/**
 * What is known of an account from a day on.
 *
 * @category Segments
 */
export interface StayReading {
  readonly on: CivilDate;
  /** Under a rule by score; without it the score is unknown from that day on. */
  readonly score?: number;
  /** Under a rule by label; without it the label is undecided from that day on. */
  readonly label?: string;
}

/**
 * A move that the company makes itself.
 *
 * @category Segments
 */
export interface CompanyMove {
  readonly on: CivilDate;
  readonly to: string;
  readonly reason: string;
}

/**
 * What happened to an account, in any order.
 *
 * @category Segments
 */
export interface StayHistory {
  readonly readings: readonly StayReading[];
  readonly moves?: readonly CompanyMove[];
}

/**
 * Where a membership stands at the end of a day: plain JSON that is kept and handed in again.
 *
 * @category Segments
 */
export interface StayState {
  readonly format: "hoito-stay/1";
  readonly label: string;
  /** The day it came into the segment. */
  readonly since: CivilDate;
  /** The last day that was looked at. */
  readonly until: CivilDate;
  /** The reading in force, as a number or a label; absent while it is unknown. */
  readonly reading?: number | string;
  /** The day from which it has no longer held the segment. */
  readonly belowSince?: CivilDate;
}

/**
 * A move from one segment to another, with what brought it about.
 *
 * @category Segments
 */
export interface StayMove {
  readonly on: CivilDate;
  readonly from: string;
  readonly to: string;
  /**
   * The score reached a higher threshold; the grace was over; the score fell so low that there is
   * no grace; or the company moved the account.
   */
  readonly why: "promoted" | "graceOver" | "fellBelow" | "byDecision";
  readonly reading?: number | string;
  /** The company's own words, for a move by decision. */
  readonly reason?: string;
}

/**
 * What a replay came to.
 *
 * @category Segments
 */
export interface StayReplay {
  readonly state: StayState;
  /** In the order of their days. */
  readonly moves: readonly StayMove[];
  /** The first day on which the segment may change although no reading does. */
  readonly nextChange?: CivilDate;
}
