import type { RecordNames } from "../measures/index.js";
import type { Condition, ConditionNames } from "../rules/index.js";
import type { PeriodDefinition } from "../time/index.js";
import type { AnyCadence, DurationOperand } from "./any-cadence.js";

/**
 * A survey sent once in a period, unless another one was sent in it.
 *
 * @category Cadence
 */
export interface SurveyCadence<N extends ConditionNames = ConditionNames> extends AnyCadence<N> {
  readonly method: "survey";
  /** The activities that are this survey. */
  readonly counts: Condition<RecordNames<N>>;
  readonly per: PeriodDefinition;
  /** Counted from the first day of the period; its last day is the limit of all three. */
  readonly earliest: DurationOperand<N>;
  readonly ideal: DurationOperand<N>;
  readonly latest: DurationOperand<N>;
  /** Other surveys: one of them held in the period, and this one is skipped until the next. */
  readonly skippedAfter?: Condition<RecordNames<N>>;
  /** A contract in force that owes the survey. */
  readonly contractual?: ContractualSurvey<N>;
}

/**
 * Contracts by which a survey is owed, and what that overrides.
 *
 * @category Cadence
 */
export interface ContractualSurvey<N extends ConditionNames = ConditionNames> {
  readonly where: Condition<RecordNames<N>>;
  readonly overrides: "skipping" | "skippingAndFatigue";
}
