import type { RecordNames } from "../measures/index.js";
import type { Annotated, Condition, ConditionNames, ParameterOperand } from "../rules/index.js";
import type { Duration, RollConvention } from "../time/index.js";

/** A length of time, or the parameter that holds it. */
export type DurationOperand<N extends ConditionNames> =
  | Duration
  | ParameterOperand<N["durationParameter"]>;

/** A whole number, or the parameter that holds it. */
export type NumberOperand<N extends ConditionNames> =
  | number
  | ParameterOperand<N["numberParameter"]>;

/**
 * What every cadence may say.
 *
 * @category Cadence
 */
export interface AnyCadence<N extends ConditionNames> extends Annotated {
  /** The accounts that have the cadence; without it, all of the care model. */
  readonly appliesWhen?: Condition<N>;
  /**
   * Take a condition that is unknown as not met, and leave out a record whose day or business line
   * is missing, instead of not knowing the duty.
   */
  readonly whenUnknown?: "notMet";
  /** Where the ideal and the latest day move when they are no working days. */
  readonly roll: Exclude<RollConvention, "skip">;
  /** Minutes that one contact takes: a number from 0. */
  readonly effortMinutes?: NumberOperand<N>;
  /** A number or sum of the account: among duties of one significance the highest comes first. */
  readonly rankedBy?: N["number"] | N["money"];
  readonly reach?: Reach;
  readonly fatigue?: FatigueLimit<N>;
}

/**
 * How an account is reached, and what permission that takes.
 *
 * @category Cadence
 */
export interface Reach {
  /** In order of preference. */
  readonly channels: readonly string[];
  /** What the contact is for: consent that was given for something else does not count. */
  readonly purpose?: string;
  /** Marketing: a marketing ban forbids it. */
  readonly isMarketing: boolean;
  /** Whose permission it takes: that of the account, or of any one contact person. */
  readonly level: "account" | "contactPerson";
  /** Where all permissions are known and none speaks of the channel. */
  readonly whenNone: "allowed" | "forbidden";
  /** Where permissions are not known; an unknown one is never taken as given. */
  readonly whenUnknown: "undecided" | "forbidden";
}

/**
 * Not more than so many of these contacts within a length of time, whatever they were for.
 *
 * @category Cadence
 */
export interface FatigueLimit<N extends ConditionNames = ConditionNames> {
  /** The activities that tire: of all channels, held or planned. */
  readonly counts: Condition<RecordNames<N>>;
  /** Inclusive. */
  readonly atMost: NumberOperand<N>;
  readonly within: DurationOperand<N>;
}

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

/** What cadences that count contacts say besides. */
export interface CountingCadence<N extends ConditionNames> extends AnyCadence<N> {
  /** Which activities count, by kind, channel or anything else they carry. */
  readonly counts: Condition<RecordNames<N>>;
  readonly weights?: readonly ContactWeight<N>[];
  /** One duty for each business line of the policy. */
  readonly perBusinessLine?: true;
}
