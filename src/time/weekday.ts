import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "./civil-date.js";

/**
 * A day of the week, in English, in small letters.
 *
 * @category Time
 */
export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/** Monday first, as ISO 8601 counts. */
export const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/**
 * The day of the week of a date.
 *
 * @param date - `YYYY-MM-DD`
 * @returns `"monday"` to `"sunday"`
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example The weekday of Easter Monday
 * ```ts
 * import { weekdayOf } from "hoito";
 *
 * weekdayOf("2018-04-02"); // => "monday"
 * ```
 *
 * @category Time
 */
export function weekdayOf(date: CivilDate): Weekday {
  return WEEKDAYS[weekdayIndex(toEpochDay(date)) - 1]!;
}

/** The weekday of a day number: Monday 1 to Sunday 7. */
export function weekdayIndex(epochDay: number): number {
  // Day 0 was a Thursday; % keeps the sign, so 7 is added for days before it.
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/**
 * The ISO number of a weekday: Monday 1 to Sunday 7.
 *
 * @throws {@link HoitoError} `unknown-weekday`
 */
export function weekdayNumber(weekday: Weekday): number {
  const number = WEEKDAYS.indexOf(weekday) + 1;
  if (number > 0) return number;
  const message = `${showInput(weekday)} is not a weekday`;
  throw new HoitoError(message, { code: "unknown-weekday", path: "weekday", received: weekday });
}
