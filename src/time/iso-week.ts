import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import { FIRST_YEAR, isEpochDay, LAST_YEAR, monthIndexOf, monthStartDay } from "./month-table.js";
import { weekdayIndex } from "./weekday.js";

/**
 * A week of ISO 8601: Monday to Sunday, belonging to the year that its Thursday lies in.
 *
 * @category Time
 */
export interface IsoWeek {
  /** The year of the week's Thursday: 31 December 2018 lies in week 1 of 2019. */
  readonly year: number;
  /** 1 to 52 or 53. */
  readonly week: number;
}

/**
 * An ISO week as text, `YYYY-Www`; the order of texts is the order of weeks.
 *
 * @category Time
 */
export type IsoWeekText = `${number}-W${number}`;

/**
 * The ISO week of a day, and which day of that week it is.
 *
 * Gotcha: around New Year the week's year is not the day's year.
 *
 * @param date - `YYYY-MM-DD`
 * @returns the week's year, its number from 1 to 53, and the weekday from Monday 1 to Sunday 7
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example The weeks around New Year
 * ```ts
 * import { isoWeekOf } from "hoito";
 *
 * isoWeekOf("2018-01-15"); // => { year: 2018, week: 3, weekday: 1 }
 * isoWeekOf("2018-12-31"); // => { year: 2019, week: 1, weekday: 1 }
 * ```
 *
 * @category Time
 */
export function isoWeekOf(date: CivilDate): IsoWeek & { readonly weekday: number } {
  const day = toEpochDay(date);
  return { ...isoWeekOfDay(day), weekday: weekdayIndex(day) };
}

/**
 * The Monday on which an ISO week begins.
 *
 * @param week - the week's year and number
 * @returns `YYYY-MM-DD`
 * @throws {@link HoitoError} `no-such-week` for week 53 of a year that has 52, for anything but
 * whole numbers, and for weeks that begin outside 1900-01-01 to 2199-12-31
 *
 * @example The first Monday of a campaign
 * ```ts
 * import { isoWeekStart } from "hoito";
 *
 * isoWeekStart({ year: 2018, week: 3 }); // => "2018-01-15"
 * ```
 *
 * @category Time
 */
export function isoWeekStart(week: IsoWeek): CivilDate {
  return toCivilDate(isoWeekStartDay(week));
}

/**
 * The ISO weeks that have at least one day in a span, in order.
 *
 * @param from - the first day of the span
 * @param until - the day after its last; the list is empty when it is not after `from`
 * @returns each week once, the half weeks at both ends included
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example The weeks of a spring campaign
 * ```ts
 * import { isoWeeksTouched } from "hoito";
 *
 * const weeks = isoWeeksTouched("2018-01-15", "2018-03-29");
 * weeks.map(({ week }) => week); // => [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
 * ```
 *
 * @category Time
 */
export function isoWeeksTouched(from: CivilDate, until: CivilDate): readonly IsoWeek[] {
  const fromDay = toEpochDay(from);
  const untilDay = toEpochDay(until);
  const weeks: IsoWeek[] = [];
  for (let day = fromDay; day < untilDay; day += 8 - weekdayIndex(day)) {
    weeks.push(isoWeekOfDay(day));
  }
  return weeks;
}

/**
 * An ISO week as text, the reverse of {@link toIsoWeek}.
 *
 * @param week - the week's year and number
 * @returns `YYYY-Www`
 * @throws {@link HoitoError} `no-such-week`
 *
 * @example Name the week of a day
 * ```ts
 * import { isoWeekOf, toIsoWeekText } from "hoito/time";
 *
 * toIsoWeekText(isoWeekOf("2018-01-15")); // => "2018-W03"
 * ```
 *
 * @category Time
 */
export function toIsoWeekText(week: IsoWeek): IsoWeekText {
  isoWeekStartDay(week);
  return writeIsoWeek(week);
}

/**
 * The ISO week that a text names.
 *
 * @param text - `YYYY-Www`, two digits for the week
 * @returns the week's year and number
 * @throws {@link HoitoError} `no-such-week` for any other text and for weeks that do not exist
 *
 * @example Read an excused week
 * ```ts
 * import { toIsoWeek } from "hoito";
 *
 * toIsoWeek("2018-W09"); // => { year: 2018, week: 9 }
 * ```
 *
 * @category Time
 */
export function toIsoWeek(text: IsoWeekText): IsoWeek {
  const week = readIsoWeek(text);
  if (week !== undefined) return week;
  throw noSuchWeek(text);
}

/** The week a text names, or `undefined` for anything that is not the text of an ISO week. */
export function readIsoWeek(input: unknown): IsoWeek | undefined {
  if (typeof input !== "string" || !/^\d{4}-W\d{2}$/.test(input)) return undefined;
  const week = { year: Number(input.slice(0, 4)), week: Number(input.slice(6)) };
  return mondayOf(week) === undefined ? undefined : week;
}

/** The ISO week of a day number. */
export function isoWeekOfDay(epochDay: number): IsoWeek {
  const thursday = epochDay + 4 - weekdayIndex(epochDay);
  const yearsIn = Math.floor(monthIndexOf(thursday) / 12);
  const week = Math.floor((thursday - monthStartDay(yearsIn * 12)) / 7) + 1;
  return { year: FIRST_YEAR + yearsIn, week };
}

/**
 * The day number of the Monday on which an ISO week begins.
 *
 * @throws {@link HoitoError} `no-such-week`
 */
export function isoWeekStartDay(week: IsoWeek): number {
  const monday = mondayOf(week);
  if (monday !== undefined) return monday;
  throw noSuchWeek(`${week.year}-W${week.week}`);
}

/** The text of a week that is known to exist. */
export function writeIsoWeek({ year, week }: IsoWeek): IsoWeekText {
  return `${year}-W${String(week).padStart(2, "0")}` as IsoWeekText;
}

/** 4 January always lies in week 1. The week of 30 December 2199 belongs to the year after. */
function mondayOf({ year, week }: IsoWeek): number | undefined {
  if (!(Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR + 1)) return undefined;
  if (!(Number.isInteger(week) && week >= 1)) return undefined;
  const fourth = monthStartDay((year - FIRST_YEAR) * 12) + 3;
  const monday = fourth - weekdayIndex(fourth) + 1 + (week - 1) * 7;
  return isEpochDay(monday) && isoWeekOfDay(monday).year === year ? monday : undefined;
}

function noSuchWeek(received: unknown): HoitoError {
  const message = `${showInput(received)} is not an ISO week`;
  return new HoitoError(message, { code: "no-such-week", path: "week", received });
}
