import { type CivilDate, toEpochDay } from "./civil-date.js";
import { shiftMonths } from "./duration.js";
import { monthIndexOf } from "./month-table.js";

/**
 * The number of days from one day until another, the second not counted.
 *
 * @param from - `YYYY-MM-DD`
 * @param until - `YYYY-MM-DD`
 * @returns 0 for the same day, negative when `until` is earlier
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example Days since a visit
 * ```ts
 * import { daysBetween } from "hoito";
 *
 * daysBetween("2018-01-15", "2018-03-28"); // => 72
 * ```
 *
 * @category Time
 */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return toEpochDay(until) - toEpochDay(from);
}

/**
 * The number of whole months from one day to another: the most months that can be added to `from`
 * without passing `until`.
 *
 * At the end of a month the rule of {@link addMonths} holds: from 31 January to 28 February is one
 * month, and so is from 28 January. Backwards it is the same count with a minus.
 *
 * @param from - `YYYY-MM-DD`
 * @param until - `YYYY-MM-DD`
 * @returns 0 within a month, negative when `until` is a month or more earlier
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example A month is over on its last day
 * ```ts
 * import { monthsBetween } from "hoito";
 *
 * monthsBetween("2018-01-31", "2018-02-27"); // => 0
 * monthsBetween("2018-01-31", "2018-02-28"); // => 1
 * monthsBetween("2018-03-01", "2018-01-01"); // => -2
 * ```
 *
 * @category Time
 */
export function monthsBetween(from: CivilDate, until: CivilDate): number {
  const fromDay = toEpochDay(from);
  const untilDay = toEpochDay(until);
  return fromDay <= untilDay ? wholeMonths(fromDay, untilDay) : 0 - wholeMonths(untilDay, fromDay);
}

/**
 * The number of whole years from one day to another: the most years that can be added to `from`
 * without passing `until`.
 *
 * By the rule of {@link addYears} a year from 29 February is over on 28 February. Backwards it is
 * the same count with a minus.
 *
 * @param from - `YYYY-MM-DD`
 * @param until - `YYYY-MM-DD`
 * @returns 0 within a year, negative when `until` is a year or more earlier
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example Years as a customer
 * ```ts
 * import { yearsBetween } from "hoito";
 *
 * yearsBetween("2015-03-29", "2018-03-28"); // => 2
 * yearsBetween("2015-03-29", "2018-03-29"); // => 3
 * ```
 *
 * @category Time
 */
export function yearsBetween(from: CivilDate, until: CivilDate): number {
  const months = monthsBetween(from, until);
  return (months - (months % 12)) / 12;
}

function wholeMonths(earlier: number, later: number): number {
  const months = monthIndexOf(later) - monthIndexOf(earlier);
  return shiftMonths(earlier, months) <= later ? months : months - 1;
}
