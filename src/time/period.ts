import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import { type PeriodDays, periodDays, periodDaysBeside } from "./period-days.js";
import type { Period, PeriodDefinition } from "./period-definition.js";
import { requireWholeNumber } from "./require-whole-number.js";

/**
 * The period that a day lies in.
 *
 * Labels are `2018`, `2018-H1`, `2018-Q2`, `2018-03` and `2018-W03`, with `FY` before a fiscal
 * year; own periods carry their own.
 *
 * @param date - `YYYY-MM-DD`
 * @param definition - how time is cut
 * @returns the period, `until` being the day after its last; `undefined` for a day that none of the
 * own periods holds
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-period`, or `date-out-of-range` for a
 * period that begins before 1900-01-01 or whose `until` lies after 2199-12-31
 *
 * @example A fiscal year from April
 * ```ts
 * import { periodContaining } from "hoito";
 *
 * const quarter = periodContaining("2018-03-28", "quarter");
 * quarter; // => { label: "2018-Q1", from: "2018-01-01", until: "2018-04-01" }
 * periodContaining("2018-03-28", { fiscal: "half", startMonth: 4 })?.label; // => "FY2017-H2"
 * ```
 *
 * @category Time
 */
export function periodContaining(
  date: CivilDate,
  definition: PeriodDefinition,
): Period | undefined {
  return inDates(periodDays(toEpochDay(date), definition));
}

/**
 * The period a number of steps after another, or before it when the number is negative.
 *
 * Own periods are neighbours in their list, whatever gap lies between them.
 *
 * @param period - a period of the same definition; only its first day is read
 * @param definition - how time is cut
 * @param steps - whole number: −1 the previous period, 1 the next, 0 the period itself
 * @returns the period; `undefined` beyond the ends of a list of own periods, or when none of them
 * holds the first day of `period`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-whole-number`, `not-a-period`, or
 * `date-out-of-range` as in {@link periodContaining}
 *
 * @example The quarter to compare with
 * ```ts
 * import { periodBeside } from "hoito";
 *
 * const quarter = { label: "2018-Q1", from: "2018-01-01", until: "2018-04-01" } as const;
 * periodBeside(quarter, "quarter", -1)?.label; // => "2017-Q4"
 * ```
 *
 * @category Time
 */
export function periodBeside(
  period: Period,
  definition: PeriodDefinition,
  steps: number,
): Period | undefined {
  requireWholeNumber(steps, "steps");
  return inDates(periodDaysBeside(toEpochDay(period.from), definition, steps));
}

function inDates(days: PeriodDays | undefined): Period | undefined {
  if (days === undefined) return undefined;
  const { label, fromDay, untilDay } = days;
  return { label, from: toCivilDate(fromDay), until: toCivilDate(untilDay) };
}
