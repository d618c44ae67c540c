import type { RecordId } from "../facts/index.js";
import type { RecordNames } from "../measures/index.js";
import type { Annotated, Condition, ConditionNames, ParameterOperand } from "../rules/index.js";
import type { Decision } from "../shapes/index.js";
import type { CivilDate, Duration, PeriodDefinition, RollConvention } from "../time/index.js";

/**
 * How much a contact counts for: the first weight whose condition is met.
 *
 * @category Cadence
 */
export interface ContactWeight<N extends ConditionNames = ConditionNames> {
  readonly when: Condition<RecordNames<N>>;
  /** 0.001 … 1 000; a contact that no weight fits counts 1. */
  readonly weight: number;
}

interface AnyCadence<N extends ConditionNames> extends Annotated {
  /** Which activities count, by kind, channel or anything else they carry. */
  readonly counts: Condition<RecordNames<N>>;
  /**
   * Take a condition that is unknown as not met, and leave out an activity whose day or business
   * line is missing, instead of not knowing the duty.
   */
  readonly whenUnknown?: "notMet";
  readonly weights?: readonly ContactWeight<N>[];
  /** One duty for each business line of the policy. */
  readonly perBusinessLine?: true;
  /** Where the ideal and the latest day move when they are no working days. */
  readonly roll: Exclude<RollConvention, "skip">;
  readonly effortMinutes?: number;
}

/**
 * So many contacts in a period: "at least ten planned meetings a year".
 *
 * The contacts of a day between the company's own periods count for none of them. What a calendar
 * period lacked lapses with it.
 *
 * @category Cadence
 */
export interface QuotaCadence<N extends ConditionNames = ConditionNames> extends AnyCadence<N> {
  readonly method: "quota";
  /** Inclusive. */
  readonly atLeast?: number | ParameterOperand<N["numberParameter"]>;
  /** Inclusive. */
  readonly atMost?: number | ParameterOperand<N["numberParameter"]>;
  /** A calendar period, or a rolling one of that length. */
  readonly per:
    | PeriodDefinition
    | { readonly rolling: Duration | ParameterOperand<N["durationParameter"]> };
  /** Whether a contact that is planned, and not yet past, counts already. */
  readonly counting: "held" | "heldOrPlanned";
  /**
   * `even`: each contact has its own share of a calendar period. `anyTime`: the end of the period
   * is the limit of all. A rolling quota has one next contact under either.
   */
  readonly spread: "even" | "anyTime";
}

/**
 * A contact so long after the last: "ideally after five months, at the latest after six".
 *
 * Contacts that weigh less than 1 add up until they make a whole one; what goes beyond 1 is not
 * carried over.
 *
 * @category Cadence
 */
export interface IntervalCadence<N extends ConditionNames = ConditionNames> extends AnyCadence<N> {
  readonly method: "interval";
  /** Not sooner than this after the last contact. */
  readonly earliest: Duration | ParameterOperand<N["durationParameter"]>;
  readonly ideal: Duration | ParameterOperand<N["durationParameter"]>;
  readonly latest: Duration | ParameterOperand<N["durationParameter"]>;
  /** While there has been no contact: due every day, or counted from the relationship's start. */
  readonly whenNever: "dueAtOnce" | "fromRelationshipStart";
}

/**
 * How often something is done with an account.
 *
 * @category Cadence
 */
export type Cadence<N extends ConditionNames = ConditionNames> =
  | QuotaCadence<N>
  | IntervalCadence<N>;

/**
 * Where a contact stands on the day of asking.
 *
 * - `late`: the latest day has passed.
 * - `due`: the ideal day has come.
 * - `ok`: it may be done, the ideal day is still to come.
 * - `early`: the earliest day is still to come.
 * - `undecided`: facts are missing.
 * - `exceeded`: more was done than the cadence allows.
 * - `fulfilled`: everything of this period is done.
 *
 * @category Cadence
 */
export type DutyStatus = "late" | "due" | "ok" | "early" | "undecided" | "exceeded" | "fulfilled";

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
}
