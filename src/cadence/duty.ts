import type { RecordId } from "../facts/index.js";
import type { Decision } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";

/**
 * Where a contact stands on the day of asking.
 *
 * - `late`: the latest day has passed.
 * - `due`: the ideal day has come.
 * - `ok`: it may be done, the ideal day is still to come.
 * - `early`: the earliest day is still to come.
 * - `undecided`: facts are missing.
 * - `forbidden`: no channel may be used; the reasons say why.
 * - `exceeded`: more was done than the cadence allows.
 * - `skipped`: given up for this time; the reasons say why.
 * - `fulfilled`: everything of this period is done.
 *
 * @category Cadence
 */
export type DutyStatus =
  | "late"
  | "due"
  | "ok"
  | "early"
  | "undecided"
  | "forbidden"
  | "exceeded"
  | "skipped"
  | "fulfilled";

/**
 * Every {@link DutyStatus}, those that press most first.
 *
 * @category Cadence
 */
export const DUTY_STATUSES: readonly DutyStatus[] = [
  "late",
  "due",
  "ok",
  "early",
  "undecided",
  "forbidden",
  "exceeded",
  "skipped",
  "fulfilled",
];

/**
 * Days between which a contact belongs, all included; none comes before the one above it.
 *
 * @category Cadence
 */
export interface DutyWindow {
  readonly earliest: CivilDate;
  readonly ideal: CivilDate;
  readonly latest: CivilDate;
}

/**
 * How far a quota has come in its period.
 *
 * @category Cadence
 */
export interface Standing {
  /** The period's label, or `rolling`. */
  readonly period: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Weighted contacts held. */
  readonly held: number;
  /** Weighted contacts planned and not yet past; 0 where the cadence counts held ones alone. */
  readonly planned: number;
  /** What counts: held and planned, capped at the most that is allowed. */
  readonly earned: number;
  /** What is still to be done: never negative. */
  readonly remaining: number;
}

/**
 * What a duty came to.
 *
 * @category Cadence
 */
export interface DutyState {
  readonly status: DutyStatus;
  /** Absent where there is nothing to do or facts are missing. */
  readonly window?: DutyWindow;
  /** From the latest day to the day of asking; 0 unless late. */
  readonly daysLate: number;
  readonly standing?: Standing;
  /**
   * The planned activity that takes this place; absent where nothing is planned, and where plans
   * count as contacts.
   */
  readonly planned?: PlannedPlace;
}

/**
 * A planned activity that takes the place of a duty.
 *
 * @category Cadence
 */
export interface PlannedPlace {
  readonly activityId: RecordId;
  readonly plannedOn: CivilDate;
  readonly personId?: RecordId;
}

/**
 * One contact that a cadence demands of an account.
 *
 * @category Cadence
 */
export interface Duty extends Decision<DutyState> {
  /** Account, cadence, business line, and period or ordinal: the same from run to run. */
  readonly id: string;
  readonly accountId: RecordId;
  readonly cadence: string;
  readonly businessLine?: string;
  readonly title?: string;
  /** 1 is the most significant. */
  readonly significance: number;
  readonly effortMinutes?: number;
  /** The value that ranks duties of one significance; the highest comes first. */
  readonly rank?: number;
  /** The channel of the cadence's preference that may be used. */
  readonly channel?: string;
  /** The contact person who may be reached through it, where the cadence asks for one. */
  readonly contactPersonId?: RecordId;
}
