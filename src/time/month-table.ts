import { isLeapYear } from "date-fns/isLeapYear";
import { HoitoError } from "../shapes/index.js";

/** The first and last year that a civil date may lie in. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** Months from January 1900 to December 2199. */
export const MONTHS: number = (LAST_YEAR - FIRST_YEAR + 1) * 12;

/** 1900-01-01 and 2199-12-31, in days since 1970-01-01. */
export const FIRST_EPOCH_DAY = -25_567;
export const LAST_EPOCH_DAY = 84_005;

const COMMON_YEAR: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 1;
const MEAN_MONTH_DAYS = 30.436875;
const HALF_MONTH_DAYS = 15;

/** Whether a number is a whole day within 1900-01-01 … 2199-12-31. */
export function isEpochDay(day: number): boolean {
  return Number.isInteger(day) && day >= FIRST_EPOCH_DAY && day <= LAST_EPOCH_DAY;
}

/**
 * The month a day lies in, counted from January 1900 = 0.
 *
 * Half a mean month is added before dividing, so that the guess is right or one too high: months
 * start within three days of their mean, leap years and 1900 and 2100 included.
 */
export function monthIndexOf(epochDay: number): number {
  const sinceFirst = epochDay - FIRST_EPOCH_DAY;
  const guess = Math.floor((sinceFirst + HALF_MONTH_DAYS) / MEAN_MONTH_DAYS);
  return monthStarts()[guess]! > epochDay ? guess - 1 : guess;
}

/**
 * The first day of a month counted from January 1900 = 0; January 2200 is known too, as the end of
 * December 2199.
 *
 * @throws {@link HoitoError} `date-out-of-range` for any other month
 */
export function monthStartDay(monthIndex: number): number {
  const start = monthStarts()[monthIndex];
  if (start !== undefined) return start;
  throw dateOutOfRange("date", monthIndex);
}

/** What is thrown when a date would leave the supported years. */
export function dateOutOfRange(path: string, received: unknown): HoitoError {
  const message = `the date lies outside ${FIRST_YEAR}-01-01 to ${LAST_YEAR}-12-31`;
  return new HoitoError(message, { code: "date-out-of-range", path, received });
}

let table: Int32Array | undefined;

/** The start of each month from January 1900 to January 2200, built when first asked for. */
export function monthStarts(): Int32Array {
  table ??= buildMonthStarts();
  return table;
}

/**
 * date-fns is asked about the year alone, on a day in its middle: that is right in any host zone.
 * `getDaysInMonth` is not: in Pacific/Kiritimati, where 31 December 1994 never was, it answers 1.
 */
function buildMonthStarts(): Int32Array {
  const starts = new Int32Array(MONTHS + 1);
  let day = FIRST_EPOCH_DAY;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const leapDays = isLeapYear(new Date(year, 6, 1)) ? 1 : 0;
    for (const [month, days] of COMMON_YEAR.entries()) {
      starts[(year - FIRST_YEAR) * 12 + month] = day;
      day += month === FEBRUARY ? days + leapDays : days;
    }
  }
  starts[MONTHS] = day;
  return starts;
}
