import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import { requireWholeNumber } from "./require-whole-number.js";
import type { WorkingCalendar } from "./working-calendar.js";

/**
 * Tells whether a calendar knows a day: from its `from` to the day before its `until`.
 *
 * @param calendar - a compiled calendar
 * @param date - `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example A calendar of one year
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import { covers } from "hoito/time";
 *
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["sunday"] }));
 * covers(calendar, "2018-12-31"); // => true
 * covers(calendar, "2019-01-01"); // => false
 * ```
 *
 * @category Time
 */
export function covers(calendar: WorkingCalendar, date: CivilDate): boolean {
  return coversDay(calendar, toEpochDay(date));
}

/**
 * Tells whether a day is worked.
 *
 * @param date - a day within the calendar's span
 * @param calendar - a compiled calendar
 * @throws {@link HoitoError} `not-a-civil-date`, `date-outside-calendar`
 *
 * @example A Saturday
 * ```ts
 * import { compileCalendar, isWorkingDay, orThrow } from "hoito";
 *
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * isWorkingDay("2018-03-31", calendar); // => false
 * ```
 *
 * @category Time
 */
export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar): boolean {
  return isWorked(toEpochDay(date), calendar);
}

/**
 * The day a number of working days later, or earlier when the number is negative.
 *
 * 1 is the first working day after the date and −1 the last before it, whether the date itself is
 * worked or not; 0 leaves the date, even one that is not worked.
 *
 * @param date - a day within the calendar's span
 * @param workingDays - any whole number
 * @param calendar - a compiled calendar
 * @returns `YYYY-MM-DD`; `undefined` when the calendar's span ends first
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-whole-number`, `date-outside-calendar`
 *
 * @example Three working days over Easter
 * ```ts
 * import { addWorkingDays, compileCalendar, orThrow } from "hoito";
 *
 * const definition = {
 *   from: "2018-01-01",
 *   until: "2019-01-01",
 *   weekend: ["saturday", "sunday"],
 *   holidays: ["2018-03-30", "2018-04-02"],
 * } as const;
 * const calendar = orThrow(compileCalendar(definition));
 * addWorkingDays("2018-03-28", 3, calendar); // => "2018-04-04"
 * addWorkingDays("2018-12-31", 1, calendar); // => undefined
 * ```
 *
 * @category Time
 */
export function addWorkingDays(
  date: CivilDate,
  workingDays: number,
  calendar: WorkingCalendar,
): CivilDate | undefined {
  requireWholeNumber(workingDays, "workingDays");
  const day = shiftWorkingDays(toEpochDay(date), workingDays, calendar);
  return day === undefined ? undefined : toCivilDate(day);
}

/**
 * The number of working days from one day until another, the second not counted.
 *
 * @param from - a day within the calendar's span, or its `until`
 * @param until - a day within the calendar's span, or its `until`
 * @param calendar - a compiled calendar
 * @returns 0 for the same day; when `until` is earlier, minus the working days from `until` until
 * `from`
 * @throws {@link HoitoError} `not-a-civil-date`, `date-outside-calendar`
 *
 * @example The working days of a month
 * ```ts
 * import { compileCalendar, orThrow, workingDaysBetween } from "hoito";
 *
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * workingDaysBetween("2018-02-01", "2018-03-01", calendar); // => 20
 * ```
 *
 * @category Time
 */
export function workingDaysBetween(
  from: CivilDate,
  until: CivilDate,
  calendar: WorkingCalendar,
): number {
  return countWorkingDays(toEpochDay(from), toEpochDay(until), calendar);
}

/** {@link covers} on a day number. */
export function coversDay(calendar: WorkingCalendar, day: number): boolean {
  return day >= calendar.fromDay && day < calendar.untilDay;
}

/** {@link isWorkingDay} on a day number. */
export function isWorked(day: number, calendar: WorkingCalendar): boolean {
  return calendar.workingDays[workedUntil(day, calendar)] === day;
}

/** {@link addWorkingDays} on a day number. */
export function shiftWorkingDays(
  day: number,
  workingDays: number,
  calendar: WorkingCalendar,
): number | undefined {
  const before = workedUntil(day, calendar);
  if (workingDays === 0) return day;
  const isWorked = calendar.workingDays[before] === day;
  return calendar.workingDays[before + workingDays - (workingDays > 0 && !isWorked ? 1 : 0)];
}

/** {@link workingDaysBetween} on day numbers. */
export function countWorkingDays(
  fromDay: number,
  untilDay: number,
  calendar: WorkingCalendar,
): number {
  return workedBefore(untilDay, calendar) - workedBefore(fromDay, calendar);
}

/** How many days of the span are worked before one of its days: where the next stands in the table. */
export function workedUntil(day: number, calendar: WorkingCalendar): number {
  const before = calendar.workingDaysBefore[day - calendar.fromDay];
  if (before === undefined || day === calendar.untilDay) throw dateOutsideCalendar(day, calendar);
  return before;
}

function workedBefore(day: number, calendar: WorkingCalendar): number {
  const before = calendar.workingDaysBefore[day - calendar.fromDay];
  if (before !== undefined) return before;
  throw dateOutsideCalendar(day, calendar);
}

function dateOutsideCalendar(day: number, { from, until }: WorkingCalendar): HoitoError {
  const date = toCivilDate(day);
  const message = `${showInput(date)} lies outside the calendar from ${from} until ${until}`;
  return new HoitoError(message, { code: "date-outside-calendar", path: "date", received: date });
}
