import { describe, expect, it } from "vitest";
import { type CivilDate, daysBetween, monthsBetween, yearsBetween } from "../../src/time/index.js";

describe("differences", () => {
  it.each<[CivilDate, CivilDate, number, number, number]>([
    ["2018-01-15", "2018-01-15", 0, 0, 0],
    ["2018-01-15", "2018-03-28", 72, 2, 0],
    ["2018-01-31", "2018-02-27", 27, 0, 0],
    ["2018-01-31", "2018-02-28", 28, 1, 0],
    ["2018-01-31", "2018-04-29", 88, 2, 0],
    ["2018-01-31", "2018-04-30", 89, 3, 0],
    ["2018-01-30", "2018-02-28", 29, 1, 0],
    ["2017-01-15", "2018-01-14", 364, 11, 0],
    ["2017-01-15", "2018-01-15", 365, 12, 1],
    ["2016-02-29", "2017-02-27", 364, 11, 0],
    ["2016-02-29", "2017-02-28", 365, 12, 1],
    ["1900-01-01", "2199-12-31", 109_572, 3599, 299],
    ["1999-12-31", "2000-01-01", 1, 0, 0],
  ])("from %s until %s", (from, until, days, months, years) => {
    expect(daysBetween(from, until)).toBe(days);
    expect(monthsBetween(from, until)).toBe(months);
    expect(yearsBetween(from, until)).toBe(years);
    expect(daysBetween(until, from)).toBe(0 - days);
    expect(monthsBetween(until, from)).toBe(0 - months);
    expect(yearsBetween(until, from)).toBe(0 - years);
  });
});
