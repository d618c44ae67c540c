import { describe, expect, it } from "vitest";
import {
  type CivilDate,
  isoWeekOf,
  isoWeekStart,
  isoWeekStartDay,
  isoWeeksTouched,
  readIsoWeek,
  toEpochDay,
  toIsoWeek,
  toIsoWeekText,
  weekdayNumber,
  weekdayOf,
} from "../../src/time/index.js";
import { faultOf } from "./fault-of.js";

describe("ISO weeks", () => {
  it.each<[CivilDate, number, number, number]>([
    ["2018-01-01", 2018, 1, 1],
    ["2018-12-30", 2018, 52, 7],
    ["2018-12-31", 2019, 1, 1],
    ["2016-01-03", 2015, 53, 7],
    ["2021-01-03", 2020, 53, 7],
    ["2021-01-04", 2021, 1, 1],
    ["1900-01-01", 1900, 1, 1],
    ["1970-01-01", 1970, 1, 4],
    ["1969-12-28", 1969, 52, 7],
    ["2199-12-29", 2199, 52, 7],
    ["2199-12-31", 2200, 1, 2],
  ])("%s lies in %d, week %d, day %d", (date, year, week, weekday) => {
    expect(isoWeekOf(date)).toEqual({ year, week, weekday });
    expect(weekdayNumber(weekdayOf(date))).toBe(weekday);
    expect(isoWeekStartDay({ year, week })).toBe(toEpochDay(date) - weekday + 1);
  });

  it("begin on a Monday that can be named", () => {
    expect(isoWeekStart({ year: 2018, week: 13 })).toBe("2018-03-26");
    expect(isoWeekStart({ year: 2020, week: 53 })).toBe("2020-12-28");
    expect(isoWeekStart({ year: 2200, week: 1 })).toBe("2199-12-30");
    expect(isoWeekStart({ year: 1900, week: 1 })).toBe("1900-01-01");
  });

  it.each([
    [2018, 53],
    [2018, 54],
    [2020, 54],
    [2018, 0],
    [2018, -1],
    [2018, 1.5],
    [2018.5, 1],
    [2018, Number.NaN],
    [1899, 52],
    [2200, 2],
    [2201, 1],
    [9999, 1],
  ])("%d has no week %d", (year, week) => {
    const received = `${year}-W${week}`;
    expect(faultOf(() => isoWeekStart({ year, week }))).toEqual(["no-such-week", "week", received]);
    expect(faultOf(() => toIsoWeekText({ year, week }))[0]).toBe("no-such-week");
  });

  it("are written and read as text", () => {
    expect(toIsoWeekText({ year: 2018, week: 3 })).toBe("2018-W03");
    expect(toIsoWeek("2018-W03")).toEqual({ year: 2018, week: 3 });
    expect(toIsoWeek("2020-W53")).toEqual({ year: 2020, week: 53 });
  });

  it.each([
    "2018-W53",
    "2018-W3",
    "2018W03",
    "02018-W03",
    "2018-W03 ",
    "x018-W03",
    "",
    201803,
    null,
  ])("%j is not the text of a week", (input) => {
    expect(readIsoWeek(input)).toBeUndefined();
    expect(faultOf(() => toIsoWeek(input as never))).toEqual(["no-such-week", "week", input]);
  });
});

describe("isoWeeksTouched", () => {
  it("CAMP-01: 15.1.–28.3.2018 touches the ISO weeks 3 to 13", () => {
    const weeks = isoWeeksTouched("2018-01-15", "2018-03-29");
    expect(weeks.map(toIsoWeekText)).toEqual([
      ...["2018-W03", "2018-W04", "2018-W05", "2018-W06", "2018-W07", "2018-W08", "2018-W09"],
      ...["2018-W10", "2018-W11", "2018-W12", "2018-W13"],
    ]);
  });

  it("counts a week that one day touches, and none for an empty or reversed span", () => {
    const texts = (from: CivilDate, until: CivilDate): string[] =>
      isoWeeksTouched(from, until).map(toIsoWeekText);
    expect(texts("2018-01-21", "2018-01-22")).toEqual(["2018-W03"]);
    expect(texts("2018-01-21", "2018-01-23")).toEqual(["2018-W03", "2018-W04"]);
    expect(texts("2018-12-30", "2019-01-01")).toEqual(["2018-W52", "2019-W01"]);
    expect(texts("2018-01-17", "2018-01-17")).toEqual([]);
    expect(texts("2018-01-19", "2018-01-17")).toEqual([]);
  });
});

describe("weekdays", () => {
  it("have names", () => {
    expect(weekdayOf("2018-03-28")).toBe("wednesday");
    expect(weekdayOf("1900-01-07")).toBe("sunday");
  });

  it("throw for a name that is none", () => {
    const fault = ["unknown-weekday", "weekday", "maanantai"];
    expect(faultOf(() => weekdayNumber("maanantai" as never))).toEqual(fault);
  });
});
