import { errorAt, type Finding, HoitoError, showInput } from "../shapes/index.js";
import { checkProperties, propertyPath } from "./check-properties.js";
import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import {
  dateOutOfRange,
  FIRST_EPOCH_DAY,
  isEpochDay,
  LAST_EPOCH_DAY,
  MONTHS,
  monthIndexOf,
  monthStartDay,
} from "./month-table.js";
import { requireWholeNumber } from "./require-whole-number.js";

/**
 * A length of time on the calendar: whole numbers from 0 to 10 000, at least one given.
 *
 * @category Time
 */
export interface Duration {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
}

/**
 * The day that lies a duration later.
 *
 * Years and months go first, together; a day that the month reached does not have becomes the
 * month's last day. Then weeks and days are counted on.
 *
 * Gotcha: months do not add up. 31 January + 1 month + 1 month is 28 March, + 2 months is 31 March.
 *
 * @param date - `YYYY-MM-DD`
 * @param duration - whole numbers ≥ 0; a duration of 0 leaves the date
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-duration`, or
 * `date-out-of-range` when the day would lie after 2199-12-31
 *
 * @example A month after the last of January
 * ```ts
 * import { addDuration } from "hoito";
 *
 * addDuration("2018-01-31", { months: 1 }); // => "2018-02-28"
 * addDuration("2018-01-31", { months: 1, days: 1 }); // => "2018-03-01"
 * ```
 *
 * @category Time
 */
export function addDuration(date: CivilDate, duration: Duration): CivilDate {
  requireDuration(duration);
  return toCivilDate(shiftDay(toEpochDay(date), duration, 1));
}

/**
 * The day that lies a duration earlier, by the rule of {@link addDuration}: years and months first,
 * clamped once to the month's end, then weeks and days.
 *
 * Gotcha: adding the same duration does not always lead back, because of the clamp.
 *
 * @param date - `YYYY-MM-DD`
 * @param duration - whole numbers ≥ 0
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-duration`, or
 * `date-out-of-range` when the day would lie before 1900-01-01
 *
 * @example Half a year back
 * ```ts
 * import { subtractDuration } from "hoito";
 *
 * subtractDuration("2018-08-31", { months: 6 }); // => "2018-02-28"
 * ```
 *
 * @category Time
 */
export function subtractDuration(date: CivilDate, duration: Duration): CivilDate {
  requireDuration(duration);
  return toCivilDate(shiftDay(toEpochDay(date), duration, -1));
}

/**
 * The day a number of days later, or earlier when the number is negative.
 *
 * @param date - `YYYY-MM-DD`
 * @param days - any whole number
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-whole-number`, `date-out-of-range`
 *
 * @example Two weeks on
 * ```ts
 * import { addDays } from "hoito";
 *
 * addDays("2018-02-20", 14); // => "2018-03-06"
 * ```
 *
 * @category Time
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  requireWholeNumber(days, "days");
  return toCivilDate(toEpochDay(date) + days);
}

/**
 * The same day of the month a number of months later, or earlier when the number is negative; the
 * month's last day where the month is too short.
 *
 * @param date - `YYYY-MM-DD`
 * @param months - any whole number
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-whole-number`, `date-out-of-range`
 *
 * @example The end of a month stays within it
 * ```ts
 * import { addMonths } from "hoito";
 *
 * addMonths("2018-03-31", -1); // => "2018-02-28"
 * ```
 *
 * @category Time
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  requireWholeNumber(months, "months");
  return toCivilDate(shiftMonths(toEpochDay(date), months));
}

/**
 * The same day a number of years later, or earlier when the number is negative; 28 February for 29
 * February in a common year.
 *
 * @param date - `YYYY-MM-DD`
 * @param years - any whole number
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-whole-number`, `date-out-of-range`
 *
 * @example A year after a leap day
 * ```ts
 * import { addYears } from "hoito";
 *
 * addYears("2020-02-29", 1); // => "2021-02-28"
 * ```
 *
 * @category Time
 */
export function addYears(date: CivilDate, years: number): CivilDate {
  requireWholeNumber(years, "years");
  return toCivilDate(shiftMonths(toEpochDay(date), years * 12));
}

/**
 * {@link addDuration} (sign 1) and {@link subtractDuration} (sign −1) on day numbers, for a
 * duration that was checked before.
 *
 * @throws {@link HoitoError} `date-out-of-range`
 */
export function shiftDay(epochDay: number, duration: Duration, sign: 1 | -1): number {
  const { years = 0, months = 0, weeks = 0, days = 0 } = duration;
  const inMonth = shiftMonths(epochDay, sign * (years * 12 + months));
  const shifted = inMonth + sign * (weeks * 7 + days);
  if (isEpochDay(shifted)) return shifted;
  throw dateOutOfRange("date", shifted);
}

/** {@link shiftDay} for floors above, where a day beyond the supported dates stands on the last of them. */
export function shiftDayWithin(epochDay: number, duration: Duration, sign: 1 | -1): number {
  const { years = 0, months = 0, weeks = 0, days = 0 } = duration;
  const shift = sign * (years * 12 + months);
  const month = monthIndexOf(epochDay) + shift;
  if (month < 0) return FIRST_EPOCH_DAY;
  if (month >= MONTHS) return LAST_EPOCH_DAY;
  const shifted = shiftMonths(epochDay, shift) + sign * (weeks * 7 + days);
  return Math.min(Math.max(shifted, FIRST_EPOCH_DAY), LAST_EPOCH_DAY);
}

/** {@link addMonths} on day numbers. */
export function shiftMonths(epochDay: number, months: number): number {
  if (months === 0) return epochDay;
  const index = monthIndexOf(epochDay);
  const daysIn = epochDay - monthStartDay(index);
  const start = monthStartDay(index + months);
  const lastDay = monthStartDay(index + months + 1) - 1;
  return Math.min(start + daysIn, lastDay);
}

const UNITS: readonly (keyof Duration)[] = ["years", "months", "weeks", "days"];
const MOST_OF_A_UNIT = 10_000;

/**
 * Findings for untrusted input as a duration: `not-a-duration` for input that is no object, gives
 * no unit, or gives one that is not a whole number from 0 to 10 000; for an unknown unit, with the
 * nearest one.
 */
export function checkDuration(input: unknown, path: string): readonly Finding[] {
  const findings = checkProperties(input, path, UNITS, "not-a-duration");
  if (findings.length > 0) return findings;
  const duration = input as Partial<Record<keyof Duration, unknown>>;
  const given = UNITS.filter((unit) => duration[unit] !== undefined);
  if (given.length === 0) {
    return [errorAt(path, "not-a-duration", `none of ${UNITS.join(", ")} is given`)];
  }
  return given.flatMap((unit) => checkUnit(duration[unit], propertyPath(path, unit)));
}

function checkUnit(input: unknown, path: string): readonly Finding[] {
  const amount = Number.isInteger(input) ? (input as number) : Number.NaN;
  if (amount >= 0 && amount <= MOST_OF_A_UNIT) return [];
  const message = `${showInput(input)} is not a whole number from 0 to ${MOST_OF_A_UNIT}`;
  return [errorAt(path, "not-a-duration", message)];
}

function requireDuration(duration: Duration): void {
  const [fault] = checkDuration(duration, "duration");
  if (fault === undefined) return;
  throw new HoitoError(fault.message, { code: fault.code, path: fault.path, received: duration });
}
