import { HoitoError, showInput } from "../shapes/index.js";
import {
  dateOutOfRange,
  FIRST_YEAR,
  isEpochDay,
  LAST_YEAR,
  monthIndexOf,
  monthStarts,
} from "./month-table.js";

/**
 * A day of the Gregorian calendar as text, `YYYY-MM-DD`, without time or zone.
 *
 * The type is checked loosely so that a literal can be written; every function checks the text. In
 * this form the order of texts is the order of days, so `<` and `sort()` are right.
 *
 * @category Time
 */
export type CivilDate = `${number}-${number}-${number}`;

/**
 * The first day that hoito knows.
 *
 * @category Time
 */
export const FIRST_DAY: CivilDate = "1900-01-01";

/**
 * The last day that hoito knows; as the exclusive end of a span it leaves itself out.
 *
 * @category Time
 */
export const LAST_DAY: CivilDate = "2199-12-31";

/**
 * Tells whether input is a real day written `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31.
 *
 * Nothing is trimmed, padded or read leniently: `2018-2-3`, `2018-02-30` and a `Date` are refused.
 *
 * @param input - anything
 * @returns `true` only for text that every function of this chapter accepts
 *
 * @example Refuse a day that never was
 * ```ts
 * import { isCivilDate } from "hoito";
 *
 * isCivilDate("2020-02-29"); // => true
 * isCivilDate("2018-02-29"); // => false
 * isCivilDate("29.2.2020"); // => false
 * ```
 *
 * @category Time
 */
export function isCivilDate(input: unknown): input is CivilDate {
  return readEpochDay(input) !== undefined;
}

/**
 * The number of a day: whole days since 1970-01-01, which is day 0; earlier days are negative.
 *
 * @param date - `YYYY-MM-DD`, 1900-01-01 to 2199-12-31
 * @returns −25 567 to 84 005
 * @throws {@link HoitoError} `not-a-civil-date` for anything else
 *
 * @example Number the days of a new year
 * ```ts
 * import { toEpochDay } from "hoito/time";
 *
 * toEpochDay("1970-01-01"); // => 0
 * toEpochDay("2018-01-15"); // => 17546
 * ```
 *
 * @category Time
 */
export function toEpochDay(date: CivilDate): number {
  const day = readEpochDay(date);
  if (day !== undefined) return day;
  const message = `${showInput(date)} is not a day from ${FIRST_DAY} to ${LAST_DAY}`;
  throw new HoitoError(message, { code: "not-a-civil-date", path: "date", received: date });
}

/**
 * The day of a number, the reverse of {@link toEpochDay}.
 *
 * @param epochDay - whole days since 1970-01-01, −25 567 to 84 005
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `date-out-of-range` for any other number, fractions and `NaN` included
 *
 * @example Name the day of a number
 * ```ts
 * import { toCivilDate } from "hoito/time";
 *
 * toCivilDate(17546); // => "2018-01-15"
 * ```
 *
 * @category Time
 */
export function toCivilDate(epochDay: number): CivilDate {
  if (!isEpochDay(epochDay)) throw dateOutOfRange("epochDay", epochDay);
  const index = monthIndexOf(epochDay);
  const year = FIRST_YEAR + Math.floor(index / 12);
  const dayOfMonth = epochDay - monthStarts()[index]! + 1;
  return `${year}-${TWO_DIGITS[(index % 12) + 1]}-${TWO_DIGITS[dayOfMonth]}` as CivilDate;
}

/** The number of a day, or `undefined` for anything that is not a civil date. */
export function readEpochDay(input: unknown): number | undefined {
  return typeof input === "string" && input.length === 10 ? readLeadingDay(input) : undefined;
}

/** The number of the day that a text begins with. */
export function readLeadingDay(text: string): number | undefined {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  // Written so that NaN, the mark of something other than digits, is refused too.
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  if (!(inRange && dayOfMonth >= 1)) return undefined;
  const starts = monthStarts();
  const index = (year - FIRST_YEAR) * 12 + month - 1;
  const day = starts[index]! + dayOfMonth - 1;
  return day < starts[index + 1]! ? day : undefined;
}

const HYPHEN = 45;
const ZERO = 48;
const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, each) =>
  String(each).padStart(2, "0"),
);

/** The number that two digits write, `NaN` where one is not a digit. */
export function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - ZERO;
  const ones = text.charCodeAt(from + 1) - ZERO;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? tens * 10 + ones : Number.NaN;
}
