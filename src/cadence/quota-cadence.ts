import type { Condition, ConditionNames } from "../rules/index.js";
import type { PeriodDefinition } from "../time/index.js";
import type { CountingCadence, DurationOperand, NumberOperand } from "./any-cadence.js";

/**
 * So many contacts in a period: "at least ten planned meetings a year".
 *
 * The contacts of a day between the company's own periods count for none of them. What a calendar
 * period lacked lapses with it.
 *
 * @category Cadence
 */
export interface QuotaCadence<N extends ConditionNames = ConditionNames>
  extends CountingCadence<N> {
  readonly method: "quota";
  /** Inclusive. */
  readonly atLeast?: NumberOperand<N>;
  /** Inclusive. */
  readonly atMost?: NumberOperand<N>;
  /** A calendar period, or a rolling one of that length. */
  readonly per: PeriodDefinition | { readonly rolling: DurationOperand<N> };
  /** Whether a contact that is planned, and not yet past, counts already. */
  readonly counting: "held" | "heldOrPlanned";
  /**
   * `even`: each contact has its own share of a calendar period. `anyTime`: the end of the period
   * is the limit of all. A rolling quota has one next contact under either.
   */
  readonly spread: "even" | "anyTime";
  /** Other numbers for some accounts: the first whose condition is met. */
  readonly adjusted?: readonly QuotaAdjustment<N>[];
}

/**
 * The numbers of a quota for some accounts; a number that is left out is none.
 *
 * @category Cadence
 */
export interface QuotaAdjustment<N extends ConditionNames = ConditionNames> {
  readonly when: Condition<N>;
  readonly atLeast?: NumberOperand<N>;
  readonly atMost?: NumberOperand<N>;
}
