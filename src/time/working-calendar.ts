import { type Checked, checked } from "../shapes/index.js";
import {
  type CalendarDefinition,
  checkCalendarDefinition,
  checkSpans,
} from "./calendar-definition.js";
import { toEpochDay } from "./civil-date.js";
import type { DateSpan } from "./date-span.js";
import { weekdayIndex, weekdayNumber } from "./weekday.js";

/**
 * A compiled calendar: two tables in which every question about working days is a look-up.
 *
 * Made by {@link compileCalendar} and {@link withAbsences}; the tables are not to be written to.
 *
 * @category Time
 */
export interface WorkingCalendar extends DateSpan {
  /** `from` in days since 1970-01-01. */
  readonly fromDay: number;
  /** `until` in days since 1970-01-01. */
  readonly untilDay: number;
  /** The working days in order, in days since 1970-01-01. */
  readonly workingDays: Int32Array;
  /** How many working days come before each day of the span, and before its end. */
  readonly workingDaysBefore: Int32Array;
}

/**
 * The working calendar of a definition, or everything that is wrong with it.
 *
 * A day is worked when it is in the span and is no weekend, holiday or closure. Input is checked
 * as untrusted: whatever is handed over, findings come back and nothing is thrown.
 *
 * @param definition - the span, the weekend, and the days off
 * @returns the calendar; or findings with codes `not-a-calendar`, `not-a-civil-date`,
 * `span-reversed`, `not-a-list`, `too-many-entries`, `unknown-weekday`, `all-days-weekend`,
 * `not-a-span`
 *
 * @example A year with two holidays
 * ```ts
 * import { compileCalendar, isWorkingDay, orThrow } from "hoito";
 *
 * const definition = {
 *   from: "2018-01-01",
 *   until: "2019-01-01",
 *   weekend: ["saturday", "sunday"],
 *   holidays: ["2018-03-30", "2018-04-02"],
 * } as const;
 * const calendar = orThrow(compileCalendar(definition));
 * isWorkingDay("2018-04-02", calendar); // => false
 * isWorkingDay("2018-04-03", calendar); // => true
 * ```
 *
 * @category Time
 */
export function compileCalendar(definition: CalendarDefinition): Checked<WorkingCalendar> {
  const findings = checkCalendarDefinition(definition, "");
  return checked(findings, () => buildTables(definition, markWorkingDays(definition)));
}

/**
 * The calendar of one person: that of the company without the person's absences.
 *
 * Absences may overlap one another and days that are not worked anyway; what lies outside the
 * calendar's span changes nothing. The given calendar stays as it is.
 *
 * @param calendar - the company's calendar
 * @param absences - days off in a row, `until` being the day after the last; at most 10 000
 * @returns a calendar of the same span; or findings with codes `not-a-list`, `too-many-entries`,
 * `not-a-span`, `not-a-civil-date`, `span-reversed`
 *
 * @example A week of winter holiday
 * ```ts
 * import { compileCalendar, orThrow, withAbsences, workingDaysBetween } from "hoito";
 *
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const company = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const mine = orThrow(withAbsences(company, [{ from: "2018-02-19", until: "2018-02-26" }]));
 * workingDaysBetween("2018-02-01", "2018-03-01", company); // => 20
 * workingDaysBetween("2018-02-01", "2018-03-01", mine); // => 15
 * ```
 *
 * @category Time
 */
export function withAbsences(
  calendar: WorkingCalendar,
  absences: readonly DateSpan[],
): Checked<WorkingCalendar> {
  return checked(checkSpans(absences, "absences"), () => {
    const isWorked = new Uint8Array(calendar.untilDay - calendar.fromDay);
    for (const day of calendar.workingDays) isWorked[day - calendar.fromDay] = 1;
    clearSpans(isWorked, calendar.fromDay, absences);
    return buildTables(calendar, isWorked);
  });
}

/** One byte for each day of the span, 1 for a working day. */
function markWorkingDays(definition: CalendarDefinition): Uint8Array {
  const fromDay = toEpochDay(definition.from);
  const isWorked = new Uint8Array(toEpochDay(definition.until) - fromDay).fill(1);
  const weekend = new Set(definition.weekend.map(weekdayNumber));
  for (let index = 0; index < isWorked.length; index++) {
    if (weekend.has(weekdayIndex(fromDay + index))) isWorked[index] = 0;
  }
  // Writing before or after the bytes of a typed array does nothing.
  for (const holiday of definition.holidays ?? []) isWorked[toEpochDay(holiday) - fromDay] = 0;
  clearSpans(isWorked, fromDay, definition.closures ?? []);
  return isWorked;
}

function clearSpans(isWorked: Uint8Array, fromDay: number, spans: readonly DateSpan[]): void {
  for (const { from, until } of spans) {
    const first = Math.max(0, toEpochDay(from) - fromDay);
    const end = Math.max(0, toEpochDay(until) - fromDay);
    isWorked.fill(0, first, end);
  }
}

function buildTables({ from, until }: DateSpan, isWorked: Uint8Array): WorkingCalendar {
  const fromDay = toEpochDay(from);
  const workingDaysBefore = new Int32Array(isWorked.length + 1);
  const workingDays: number[] = [];
  for (let index = 0; index < isWorked.length; index++) {
    if (isWorked[index] === 1) workingDays.push(fromDay + index);
    workingDaysBefore[index + 1] = workingDays.length;
  }
  const untilDay = fromDay + isWorked.length;
  const tables = { workingDays: Int32Array.from(workingDays), workingDaysBefore };
  return { from, until, fromDay, untilDay, ...tables };
}
