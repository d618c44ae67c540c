import { tz } from "@date-fns/tz";
import { add, differenceInDays, getISOWeek, getISOWeekYear, sub } from "date-fns";
import { expect, it } from "vitest";
import {
  addDuration,
  type CivilDate,
  daysBetween,
  isoWeekOf,
  subtractDuration,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";

const utc = { in: tz("UTC") };
const noon = (date: CivilDate): Date => new Date(`${date}T12:00Z`);
const dateOf = (moment: Date): string => new Date(+moment).toISOString().slice(0, 10);

it("date-fns, told to count in UTC, gives the same days, durations and weeks", () => {
  // A prime number of days apart, so that every weekday and day of the month comes up.
  for (let day = toEpochDay("2015-01-01"); day < toEpochDay("2025-01-01"); day += 17) {
    const date = toCivilDate(day);
    for (const duration of [{ months: 1 }, { years: 1, months: 11, weeks: 2, days: 3 }]) {
      expect(addDuration(date, duration)).toBe(dateOf(add(noon(date), duration, utc)));
      expect(subtractDuration(date, duration)).toBe(dateOf(sub(noon(date), duration, utc)));
    }
    expect(daysBetween("2015-01-01", date)).toBe(
      differenceInDays(noon(date), noon("2015-01-01"), utc),
    );
    expect(isoWeekOf(date)).toMatchObject({
      year: getISOWeekYear(noon(date), utc),
      week: getISOWeek(noon(date), utc),
    });
  }
});
