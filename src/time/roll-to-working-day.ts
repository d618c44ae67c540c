import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import { monthIndexOf, monthStartDay } from "./month-table.js";
import type { WorkingCalendar } from "./working-calendar.js";
import { workedUntil } from "./working-days.js";

/**
 * Where a day goes that is not worked: to the `next` working day, to the `previous`, to the next
 * unless that leaves the month and then to the previous (`modified`), to the `nearest` and the next
 * on a tie, or nowhere (`skip`).
 *
 * @category Time
 */
export type RollConvention = "next" | "previous" | "modified" | "nearest" | "skip";

/** Every roll convention, for checks of a policy. */
export const ROLL_CONVENTIONS: readonly RollConvention[] = [
  "next",
  "previous",
  "modified",
  "nearest",
  "skip",
];

/**
 * The working day that stands for a day: the day itself when it is worked, otherwise the one that
 * the convention names.
 *
 * A calendar knows nothing beyond its span, so it does not guess there: where a working day beyond
 * it could be the answer, the answer is `undefined`.
 *
 * Gotcha: in a month without a working day `modified` goes to the month before.
 *
 * @param date - a day within the calendar's span
 * @param convention - where to go from a day that is not worked
 * @param calendar - a compiled calendar
 * @returns `YYYY-MM-DD`; `undefined` for `skip` on a day that is not worked, and when the
 * calendar's span ends first
 * @throws {@link HoitoError} `not-a-civil-date`, `date-outside-calendar`, `unknown-roll-convention`
 *
 * @example Easter Monday
 * ```ts
 * import { compileCalendar, orThrow, rollToWorkingDay } from "hoito";
 *
 * const definition = {
 *   from: "2018-01-01",
 *   until: "2019-01-01",
 *   weekend: ["saturday", "sunday"],
 *   holidays: ["2018-03-30", "2018-04-02"],
 * } as const;
 * const calendar = orThrow(compileCalendar(definition));
 * rollToWorkingDay("2018-04-02", "next", calendar); // => "2018-04-03"
 * rollToWorkingDay("2018-04-02", "previous", calendar); // => "2018-03-29"
 * rollToWorkingDay("2018-03-31", "modified", calendar); // => "2018-03-29"
 * rollToWorkingDay("2018-04-02", "skip", calendar); // => undefined
 * ```
 *
 * @category Time
 */
export function rollToWorkingDay(
  date: CivilDate,
  convention: RollConvention,
  calendar: WorkingCalendar,
): CivilDate | undefined {
  const day = rollDay(toEpochDay(date), convention, calendar);
  return day === undefined ? undefined : toCivilDate(day);
}

/** {@link rollToWorkingDay} on a day number. */
export function rollDay(
  day: number,
  convention: RollConvention,
  calendar: WorkingCalendar,
): number | undefined {
  const { workingDays } = calendar;
  const before = workedUntil(day, calendar);
  const next = workingDays[before];
  if (convention === "next" || next === day) return next;
  const previous = workingDays[before - 1];
  // The soonest that a working day can come, where the span ends before one is known.
  const soonest = next ?? calendar.untilDay;
  const latest = previous ?? calendar.fromDay - 1;
  switch (convention) {
    case "previous":
      return previous;
    case "modified":
      return soonest < monthStartDay(monthIndexOf(day) + 1) ? next : previous;
    case "nearest":
      return soonest - day <= day - latest ? next : previous;
    case "skip":
      return undefined;
  }
  const message = `${showInput(convention)} is not a roll convention`;
  const code = "unknown-roll-convention";
  throw new HoitoError(message, { code, path: "convention", received: convention });
}
