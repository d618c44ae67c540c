import type { RecordKind } from "../facts/index.js";
import type { RecordNames } from "../measures/index.js";
import type { Condition, ConditionNames } from "../rules/index.js";
import type { AnyCadence, DurationOperand } from "./any-cadence.js";

/**
 * What may raise a duty: a kind of record, the follow-ups promised in activities (`what`, `dueOn`,
 * `doneOn`), or the account with its own fields.
 *
 * @category Cadence
 */
export type DutySource = RecordKind | "followUps" | "account";

/** What cadences that records raise say: each record that fits has a duty of its own. */
interface DatedCadence<N extends ConditionNames> extends AnyCadence<N> {
  readonly record: DutySource;
  /** Which records; of the account, a condition over its fields. */
  readonly where?: Condition<RecordNames<N>> | Condition<N>;
  readonly answeredBy: AnsweredBy<N>;
  /** So long after its latest day a duty that was not done is given up. */
  readonly lapses: DurationOperand<N> | "never";
}

/**
 * What closes a duty that a record raised: an activity, a date of the record, or either. One of
 * them must be given.
 *
 * @category Cadence
 */
export interface AnsweredBy<N extends ConditionNames = ConditionNames> {
  /** An activity held on the day of the event or later, or from a window's first day on. */
  readonly contact?: Condition<RecordNames<N>>;
  /** A date of the record that closes it once it has come, such as `solvedOn`. */
  readonly field?: string;
}

/**
 * A contact tied to a date that is known beforehand: half-way of a fixed-term contract, before its
 * end or renewal, before a promised day, before a planned visit. A record without that date has
 * none.
 *
 * @category Cadence
 */
export interface AnchoredCadence<N extends ConditionNames = ConditionNames>
  extends DatedCadence<N> {
  readonly method: "anchored";
  readonly anchor: BeforeDate<N> | HalfWay<N>;
}

/**
 * So long before a date; none of the three is longer than the one above it.
 *
 * @category Cadence
 */
export interface BeforeDate<N extends ConditionNames = ConditionNames> {
  /** The date field of the record. */
  readonly before: string;
  readonly earliest: DurationOperand<N>;
  readonly ideal: DurationOperand<N>;
  readonly latest: DurationOperand<N>;
}

/**
 * Around the middle of a span; its second date is not part of it.
 *
 * @category Cadence
 */
export interface HalfWay<N extends ConditionNames = ConditionNames> {
  /** The two date fields of the record. */
  readonly halfWay: readonly [from: string, until: string];
  /** Which day is the middle of an odd number of days. */
  readonly oddDay: "earlier" | "later";
  /** The window begins so long before the middle. */
  readonly earliest: DurationOperand<N>;
  /** The window ends so long after the middle. */
  readonly latest: DurationOperand<N>;
}

/**
 * A contact that something calls for which has happened: a service change that was completed, a
 * first order, a complaint, an open offer.
 *
 * @category Cadence
 */
export interface EventCadence<N extends ConditionNames = ConditionNames> extends DatedCadence<N> {
  readonly method: "event";
  /** The date field of the record; a record raises its duty once that day has come. */
  readonly on: string;
  /** Every record that fits, or the first or the latest of the account. */
  readonly which: "each" | "first" | "latest";
  readonly earliest: DurationOperand<N>;
  readonly ideal: DurationOperand<N>;
  readonly latest: DurationOperand<N>;
}
