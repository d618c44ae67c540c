import { HoitoError } from "../../shapes/index.js";
import {
  type CivilDate,
  type IsoWeekText,
  isoWeekOfDay,
  toCivilDate,
  toEpochDay,
  toIsoWeekText,
  weekdayIndex,
} from "../../time/index.js";

/** Longest horizon, in days. */
const MAX_DAYS = 4000;

/** The days from `asOf` until `until`, counted from 0, and the ISO weeks they lie in. */
export interface Horizon {
  /** The first day as an epoch day. */
  readonly fromDay: number;
  readonly dayCount: number;
  readonly weekCount: number;
  /** Week by day. */
  readonly weekOfDay: Int32Array;
  /** The first day of each week, and the end of the last. */
  readonly weekStart: Int32Array;
  readonly dates: readonly CivilDate[];
  readonly weeks: readonly IsoWeekText[];
}

/** The horizon of a schedule; throws `out-of-range` when it is empty or too long. */
export function horizonOf(asOf: CivilDate, until: CivilDate): Horizon {
  const fromDay = toEpochDay(asOf);
  const dayCount = toEpochDay(until) - fromDay;
  if (dayCount < 1 || dayCount > MAX_DAYS) {
    const message = `a schedule has 1 to ${MAX_DAYS} days, not ${dayCount}`;
    throw new HoitoError(message, { code: "out-of-range", path: "until", received: until });
  }
  const daysBefore = weekdayIndex(fromDay) - 1;
  const weekCount = Math.ceil((dayCount + daysBefore) / 7);
  const weekStart = new Int32Array(weekCount + 1);
  for (let week = 1; week < weekCount; week++) weekStart[week] = week * 7 - daysBefore;
  weekStart[weekCount] = dayCount;
  const weeks = Array.from(weekStart.subarray(0, weekCount), (day) =>
    toIsoWeekText(isoWeekOfDay(fromDay + day)),
  );
  return {
    fromDay,
    dayCount,
    weekCount,
    weekOfDay: Int32Array.from({ length: dayCount }, (_, day) =>
      Math.floor((day + daysBefore) / 7),
    ),
    weekStart,
    dates: Array.from({ length: dayCount }, (_, day) => toCivilDate(fromDay + day)),
    weeks,
  };
}
