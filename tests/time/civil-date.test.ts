import { describe, expect, it } from "vitest";
import {
  FIRST_DAY,
  FIRST_EPOCH_DAY,
  isCivilDate,
  isEpochDay,
  LAST_DAY,
  LAST_EPOCH_DAY,
  readEpochDay,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { monthIndexOf, monthStartDay } from "../../src/time/month-table.js";
import { nativeDate, nativeDay } from "../reference/native-dates.js";
import { faultOf } from "./fault-of.js";

describe("a civil date", () => {
  it("has the number and the text of the engine's calendar, on every day there is", () => {
    const wrong: number[] = [];
    for (let day = FIRST_EPOCH_DAY; day <= LAST_EPOCH_DAY; day++) {
      const date = nativeDate(day);
      if (toCivilDate(day) !== date || toEpochDay(date) !== day) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect([nativeDay(FIRST_DAY), nativeDay(LAST_DAY)]).toEqual([FIRST_EPOCH_DAY, LAST_EPOCH_DAY]);
  });

  it.each([
    ["2018-02-29"],
    ["1900-02-29"],
    ["2018-00-10"],
    ["2018-13-10"],
    ["2018-04-31"],
    ["2018-04-00"],
    ["1899-12-31"],
    ["2200-01-01"],
    ["2018-1-01"],
    ["2018-01-1"],
    ["2018-01-011"],
    ["2018/01-01"],
    ["2018-01/01"],
    ["20a8-01-01"],
    ["2018-0:-01"],
    ["2018-01-0/"],
    ["2018-01-1a"],
    [" 2018-01-1"],
    [""],
    [20180101],
    [null],
    [undefined],
    [["2018-01-01"]],
    [{ length: 10 }],
  ])("refuses %j", (input) => {
    expect(isCivilDate(input)).toBe(false);
    expect(readEpochDay(input)).toBeUndefined();
    expect(faultOf(() => toEpochDay(input as never))).toEqual(["not-a-civil-date", "date", input]);
  });

  it("accepts leap days of leap years alone, and both ends of its years", () => {
    expect(["2000-02-29", "2020-02-29", FIRST_DAY, LAST_DAY].every(isCivilDate)).toBe(true);
    expect(["1900-02-29", "2100-02-29", "2019-02-29"].some(isCivilDate)).toBe(false);
  });

  it.each([FIRST_EPOCH_DAY - 1, LAST_EPOCH_DAY + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "has no text for day %d",
    (day) => {
      expect(isEpochDay(day)).toBe(false);
      expect(faultOf(() => toCivilDate(day))).toEqual(["date-out-of-range", "epochDay", day]);
    },
  );

  it("says in the message what was wrong with which input", () => {
    expect(() => toEpochDay("2018-02-30")).toThrow(
      "`2018-02-30` is not a day from 1900-01-01 to 2199-12-31",
    );
    expect(() => toCivilDate(Number.NaN)).toThrow("the date lies outside 1900-01-01 to 2199-12-31");
  });
});

describe("the month table", () => {
  it("knows the start of each month from January 1900 to January 2200", () => {
    const months = Array.from({ length: 3601 }, (_, index) => index);
    expect(months.map(monthStartDay)).toEqual(
      months.map((index) => Date.UTC(1900, index, 1) / 86_400_000),
    );
    expect(months.map((index) => monthIndexOf(monthStartDay(index)))).toEqual(months);
    expect(monthIndexOf(LAST_EPOCH_DAY)).toBe(3599);
  });

  it.each([-1, 3602, 0.5, Number.NaN])("has no month %d", (index) => {
    expect(faultOf(() => monthStartDay(index))).toEqual(["date-out-of-range", "date", index]);
  });
});
