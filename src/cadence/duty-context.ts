import type { ExplainedRow, MoneyReading } from "../rules/index.js";
import type { WorkingCalendar } from "../time/index.js";
import type { Duty } from "./duty.js";

/**
 * What the duties of an account are reckoned with.
 *
 * @category Cadence
 */
export interface DutyContext {
  /** Day of asking as an epoch day. */
  readonly asOf: number;
  readonly calendar: WorkingCalendar;
  readonly money: MoneyReading;
  /** Of the account's care model. */
  readonly significance: number;
  /**
   * The account as the conditions over accounts see it, in the scope they were compiled in; without
   * it those conditions are unknown.
   */
  readonly account?: ExplainedRow;
}

/**
 * The duties of an account, most pressing first.
 *
 * @category Cadence
 */
export interface AccountDuties {
  readonly duties: readonly Duty[];
  /**
   * The first day, as an epoch day, on which the duties may differ although no record does;
   * `Infinity` when time alone changes nothing. Until then only `daysLate` of late duties grows, by
   * one a day: it is the day of asking minus the latest day of the window.
   */
  readonly nextChange: number;
}
