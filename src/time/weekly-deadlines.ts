import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import type { DateSpan } from "./date-span.js";
import { type ClockChangePolicy, type ClockTime, instantAt } from "./instant.js";
import { type IsoWeek, isoWeekStartDay, isoWeeksTouched } from "./iso-week.js";
import { type RollConvention, rollDay } from "./roll-to-working-day.js";
import { type Weekday, weekdayNumber } from "./weekday.js";
import type { WorkingCalendar } from "./working-calendar.js";

/**
 * When a week's work must be complete: a time on a weekday of the week after, as the clocks of a
 * zone show it.
 *
 * @category Time
 */
export interface WeeklyDeadlineRule extends ClockChangePolicy {
  readonly weekday: Weekday;
  readonly time: ClockTime;
  /** A zone of the IANA database. */
  readonly zone: string;
  /** Where the deadline goes when its weekday is not worked. */
  readonly roll: RollConvention;
}

/**
 * The deadline of one week: due at a moment, or none, and why.
 *
 * @category Time
 */
export type WeeklyDeadline =
  | {
      readonly kind: "due";
      /** The week whose work the deadline closes. */
      readonly week: IsoWeek;
      /** The weekday of the rule, before rolling. */
      readonly nominalDate: CivilDate;
      readonly date: CivilDate;
      /** Milliseconds since 1970-01-01T00:00Z. */
      readonly at: number;
    }
  | {
      readonly kind: "none";
      readonly week: IsoWeek;
      readonly nominalDate: CivilDate;
      /** The convention skips such days, or the day it rolls to lies beyond the calendar's span. */
      readonly because: "skipped" | "calendar-too-short";
    };

/**
 * The deadline for the work of an ISO week: the rule's weekday in the week after, rolled to a
 * working day, at the rule's time.
 *
 * Gotcha: `previous` may roll a Monday back into the very week whose work it closes.
 *
 * @param week - the week whose work the deadline closes
 * @param rule - weekday, time, zone, and the conventions for days off and changes of the clocks
 * @param calendar - a compiled calendar that covers the weekday in question
 * @returns the deadline; or `kind: "none"` with the reason
 * @throws {@link HoitoError} `no-such-week`, `unknown-weekday`, `unknown-roll-convention`,
 * `date-outside-calendar`, `date-out-of-range`, `not-a-time`, `unknown-zone`
 *
 * @example The week before Easter 2018
 * ```ts
 * import { compileCalendar, deadlineAfterWeek, orThrow } from "hoito";
 *
 * const definition = {
 *   from: "2018-01-01",
 *   until: "2019-01-01",
 *   weekend: ["saturday", "sunday"],
 *   holidays: ["2018-03-30", "2018-04-02"],
 * } as const;
 * const calendar = orThrow(compileCalendar(definition));
 * const monday = { weekday: "monday", time: "12:00", zone: "Europe/Helsinki" } as const;
 * const rule = { ...monday, roll: "next", gap: "later", overlap: "earlier" } as const;
 * const deadline = deadlineAfterWeek({ year: 2018, week: 13 }, rule, calendar);
 * deadline.nominalDate; // => "2018-04-02"
 * deadline.kind === "due" && deadline.date; // => "2018-04-03"
 * ```
 *
 * @category Time
 */
export function deadlineAfterWeek(
  week: IsoWeek,
  rule: WeeklyDeadlineRule,
  calendar: WorkingCalendar,
): WeeklyDeadline {
  const nominalDay = isoWeekStartDay(week) + 6 + weekdayNumber(rule.weekday);
  const nominalDate = toCivilDate(nominalDay);
  const day = rollDay(nominalDay, rule.roll, calendar);
  if (day === undefined) {
    const because = rule.roll === "skip" ? "skipped" : "calendar-too-short";
    return { kind: "none", week, nominalDate, because };
  }
  const date = toCivilDate(day);
  const at = instantAt({ date, time: rule.time, zone: rule.zone }, rule);
  return { kind: "due", week, nominalDate, date, at };
}

/**
 * The weekly deadlines of a period: of the ISO weeks that the period touches, those whose deadline
 * falls, before rolling, on a day of the period.
 *
 * Before rolling, so that holidays never change how many there are. The deadline of the last weeks
 * may lie after the period: {@link deadlineAfterWeek} gives it.
 *
 * @param period - the first day, and the day after the last
 * @param rule - weekday, time, zone, and the conventions for days off and changes of the clocks
 * @param calendar - a compiled calendar that covers the period
 * @returns one entry a week, in order; empty for a period too short to hold one
 * @throws {@link HoitoError} as {@link deadlineAfterWeek}, and `not-a-civil-date`
 *
 * @example Ten Mondays of a spring campaign
 * ```ts
 * import { compileCalendar, orThrow, weeklyDeadlines } from "hoito";
 *
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = { from: "2018-01-15", until: "2018-03-29" } as const;
 * const monday = { weekday: "monday", time: "12:00", zone: "Europe/Helsinki" } as const;
 * const rule = { ...monday, roll: "next", gap: "later", overlap: "earlier" } as const;
 * const deadlines = weeklyDeadlines(campaign, rule, calendar);
 * deadlines.length; // => 10
 * deadlines.at(0)?.nominalDate; // => "2018-01-22"
 * deadlines.at(-1)?.nominalDate; // => "2018-03-26"
 * ```
 *
 * @category Time
 */
export function weeklyDeadlines(
  period: DateSpan,
  rule: WeeklyDeadlineRule,
  calendar: WorkingCalendar,
): readonly WeeklyDeadline[] {
  const untilDay = toEpochDay(period.until);
  const daysAfterMonday = 6 + weekdayNumber(rule.weekday);
  return isoWeeksTouched(period.from, period.until)
    .filter((week) => isoWeekStartDay(week) + daysAfterMonday < untilDay)
    .map((week) => deadlineAfterWeek(week, rule, calendar));
}
