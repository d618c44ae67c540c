import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";
import type { DateSpan } from "./date-span.js";
import { type Duration, subtractDuration } from "./duration.js";

/**
 * The last days up to a date, that date included: the days after `asOf` minus the duration.
 *
 * Twelve months up to 31 March 2018 begin on 1 April 2017. The clamp of {@link subtractDuration}
 * holds: one month up to 31 March begins on 1 March, the day after 28 February.
 *
 * @param asOf - the last day of the window
 * @param duration - its length; of length 0 it holds no day, and `from` equals `until`
 * @returns `from`, the first day, and `until`, the day after `asOf`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-duration`, or `date-out-of-range` when
 * either end lies outside 1900-01-01 to 2199-12-31
 *
 * @example Twelve months of sales
 * ```ts
 * import { rollingWindow } from "hoito";
 *
 * rollingWindow("2018-03-28", { months: 12 }); // => { from: "2017-03-29", until: "2018-03-29" }
 * ```
 *
 * @category Time
 */
export function rollingWindow(asOf: CivilDate, duration: Duration): DateSpan {
  return {
    from: toCivilDate(toEpochDay(subtractDuration(asOf, duration)) + 1),
    until: toCivilDate(toEpochDay(asOf) + 1),
  };
}
