import type { RecordKind } from "../../facts/index.js";
import type { RecordNames } from "../../measures/index.js";
import type { Annotated, Condition, ConditionNames, ParameterOperand } from "../../rules/index.js";
import type { CivilDate, Duration } from "../../time/index.js";

/**
 * A state of a lifecycle.
 *
 * @category Segments
 */
export interface LifecycleStateLabel extends Annotated {
  /**
   * Who comes into this state is a new customer: what was known of an earlier relationship no
   * longer counts.
   */
  readonly startsRelationship?: true;
}

/**
 * Something that happens to an account: a dated record.
 *
 * @category Segments
 */
export interface LifecycleEvent<N extends ConditionNames = ConditionNames> extends Annotated {
  /** The kind of record, such as `orders`. */
  readonly of: RecordKind;
  /** Its date; without it the one that places such records in history. */
  readonly on?: string;
  /** Which of the records; dates relative to `asOf` count from the day of the event. */
  readonly where?: Condition<RecordNames<N>>;
  /** Take a condition that is unknown as not met, where the company accepts that. */
  readonly whenUnknown?: "notMet";
}

/**
 * What makes an account leave a state.
 *
 * - `event`: it happens, or happens so many `times` after the day the state was entered.
 * - `quiet`: it has not happened for so long, counted from the last one (from the entry where there
 *   was none), or from the entry of the state if that is later.
 * - `after`: the state has lasted for so long.
 *
 * @category Segments
 */
export type LifecycleTrigger =
  | { readonly event: string; readonly times?: number | ParameterOperand }
  | {
      readonly quiet: string;
      readonly for: Duration | ParameterOperand;
      readonly countedFrom: "lastEvent" | "entry";
    }
  | { readonly after: Duration | ParameterOperand };

/**
 * A way from one state to another. Of those that are open on a day the first in the list is taken,
 * and at most one on a day.
 *
 * @category Segments
 */
export interface LifecycleTransition extends Annotated {
  readonly from: string | readonly string[];
  readonly to: string;
  readonly when: LifecycleTrigger;
}

/**
 * A lifecycle as data: states, the events that matter, and the ways between the states.
 *
 * @category Segments
 */
export interface LifecycleDefinition extends Annotated {
  readonly states: Readonly<Record<string, LifecycleStateLabel>>;
  /** The state of an account to which nothing has happened yet. */
  readonly start: string;
  readonly events: Readonly<Record<string, LifecycleEvent>>;
  readonly transitions: readonly LifecycleTransition[];
}

/**
 * Where an account stands in its lifecycle.
 *
 * @category Segments
 */
export type LifecycleOutcome =
  | {
      readonly kind: "state";
      readonly state: string;
      /** Absent in the state that everything starts in. */
      readonly since?: CivilDate;
      /** First day of the present relationship, or of the last one. */
      readonly relationshipSince?: CivilDate;
      /** Absent when time alone changes nothing. */
      readonly next?: NextLifecycleChange;
    }
  | { readonly kind: "undecided"; readonly candidates: readonly string[] };

/**
 * The first day on which the state may change although no record does: a time runs out, which
 * leads `to` another state, or a record of a later date becomes history.
 *
 * @category Segments
 */
export interface NextLifecycleChange {
  readonly on: CivilDate;
  readonly to?: string;
}

/**
 * All that a lifecycle has to remember of an account at the end of a day: plain JSON that is kept
 * and handed in again.
 *
 * @category Segments
 */
export interface LifecycleMemory {
  readonly format: "hoito-lifecycle/1";
  readonly state: string;
  readonly since?: CivilDate;
  readonly relationshipSince?: CivilDate;
  /** The last day that was looked at. */
  readonly until: CivilDate;
  /** When each event last happened in this relationship. */
  readonly last: Readonly<Record<string, CivilDate>>;
  /** How often each event has happened since the state was entered. */
  readonly counts: Readonly<Record<string, number>>;
}
