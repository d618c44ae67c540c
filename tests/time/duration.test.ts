import { describe, expect, it } from "vitest";
import {
  addDays,
  addDuration,
  addMonths,
  addYears,
  type CivilDate,
  checkDuration,
  type Duration,
  rollingWindow,
  shiftDay,
  shiftDayWithin,
  subtractDuration,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { faultOf } from "./fault-of.js";

describe("addDuration and subtractDuration", () => {
  it.each<[CivilDate, Duration, CivilDate, CivilDate]>([
    ["2018-01-31", { months: 1 }, "2018-02-28", "2017-12-31"],
    ["2018-03-31", { months: 1 }, "2018-04-30", "2018-02-28"],
    ["2020-03-31", { months: 1 }, "2020-04-30", "2020-02-29"],
    ["2020-02-29", { years: 1 }, "2021-02-28", "2019-02-28"],
    ["2020-02-29", { years: 4 }, "2024-02-29", "2016-02-29"],
    // Years and months go together: 29 February + 1 year + 12 months is 2 years.
    ["2020-02-29", { years: 3, months: 12 }, "2024-02-29", "2016-02-29"],
    ["2018-01-31", { months: 1, days: 3 }, "2018-03-03", "2017-12-28"],
    ["2018-01-15", { weeks: 2 }, "2018-01-29", "2018-01-01"],
    ["2018-01-15", { weeks: 1, days: 1 }, "2018-01-23", "2018-01-07"],
    ["2018-01-15", { days: 0 }, "2018-01-15", "2018-01-15"],
    ["1970-01-01", { days: 0, years: 0 }, "1970-01-01", "1970-01-01"],
  ])("%s and %j", (date, duration, later, earlier) => {
    expect(addDuration(date, duration)).toBe(later);
    expect(subtractDuration(date, duration)).toBe(earlier);
    expect(shiftDay(toEpochDay(date), duration, 1)).toBe(toEpochDay(later));
    expect(shiftDay(toEpochDay(date), duration, -1)).toBe(toEpochDay(earlier));
  });

  it.each<[CivilDate, Duration]>([
    ["2199-12-31", { days: 1 }],
    ["2199-12-01", { months: 1 }],
    ["2018-01-01", { years: 10_000 }],
  ])("throws when %s and %j leads out of the known years", (date, duration) => {
    expect(faultOf(() => addDuration(date, duration))[0]).toBe("date-out-of-range");
  });

  it("throws before the first day", () => {
    expect(subtractDuration("1900-01-02", { days: 1 })).toBe("1900-01-01");
    expect(faultOf(() => subtractDuration("1900-01-01", { days: 1 }))).toEqual([
      "date-out-of-range",
      "date",
      -25_568,
    ]);
    expect(faultOf(() => subtractDuration("1900-01-01", { months: 1 }))[0]).toBe(
      "date-out-of-range",
    );
  });

  it("never gives a fraction or NaN for a duration that nobody checked", () => {
    expect(faultOf(() => shiftDay(0, { weeks: 0.5 }, 1))[0]).toBe("date-out-of-range");
    expect(faultOf(() => shiftDay(0, { months: 0.5 }, 1))[0]).toBe("date-out-of-range");
    expect(faultOf(() => shiftDay(Number.NaN, { months: 1 }, 1))[0]).toBe("date-out-of-range");
  });

  it("throws for what is not a duration, and names the unit", () => {
    const wrong = { months: -1 };
    const fault = ["not-a-duration", "duration.months", wrong];
    expect(faultOf(() => addDuration("2018-01-01", wrong))).toEqual(fault);
    expect(faultOf(() => subtractDuration("2018-01-01", wrong))).toEqual(fault);
  });
});

describe("addDays, addMonths, addYears", () => {
  it("count in both directions", () => {
    expect(addDays("2018-02-28", 1)).toBe("2018-03-01");
    expect(addDays("2018-03-01", -1)).toBe("2018-02-28");
    expect(addMonths("2018-01-31", 1)).toBe("2018-02-28");
    expect(addMonths("2018-01-31", -2)).toBe("2017-11-30");
    expect(addYears("2020-02-29", -1)).toBe("2019-02-28");
    expect(addYears("2020-02-29", 80)).toBe("2100-02-28");
  });

  it("reach the last month, and no further", () => {
    expect(addMonths("2199-11-30", 1)).toBe("2199-12-30");
    expect(faultOf(() => addMonths("2199-12-01", 1))[0]).toBe("date-out-of-range");
    expect(faultOf(() => addMonths("1900-01-01", -1))[0]).toBe("date-out-of-range");
    expect(faultOf(() => addDays("2199-12-31", 1))[0]).toBe("date-out-of-range");
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, "1" as never])("refuse %s", (count) => {
    const code = "not-a-whole-number";
    expect(faultOf(() => addDays("2018-01-01", count))).toEqual([code, "days", count]);
    expect(faultOf(() => addMonths("2018-01-01", count))).toEqual([code, "months", count]);
    expect(faultOf(() => addYears("2018-01-01", count))).toEqual([code, "years", count]);
  });
});

describe("checkDuration", () => {
  it.each([{ days: 0 }, { years: 10_000 }, { months: 1, weeks: 2 }, { days: 1, weeks: undefined }])(
    "finds nothing in %j",
    (input) => {
      expect(checkDuration(input, "every")).toEqual([]);
    },
  );

  it.each([
    [null, "every", "`null` is not an object"],
    [[], "every", "a list is not an object"],
    ["1 month", "every", "`1 month` is not an object"],
    [{}, "every", "none of years, months, weeks, days is given"],
    [{ days: undefined }, "every", "none of years, months, weeks, days is given"],
    [{ days: -1 }, "every.days", "`-1` is not a whole number from 0 to 10000"],
    [{ days: 10_001 }, "every.days", "`10001` is not a whole number from 0 to 10000"],
    [{ weeks: 0.5 }, "every.weeks", "`0.5` is not a whole number from 0 to 10000"],
    [{ weeks: "2" }, "every.weeks", "`2` is not a whole number from 0 to 10000"],
    [{ decades: 1 }, "every.decades", "`decades` is not a property here"],
  ])("refuses %j", (input, path, message) => {
    const finding = { code: "not-a-duration", severity: "error", path, message };
    expect(checkDuration(input, "every")).toEqual([finding]);
  });

  it("suggests the nearest unit, and finds every fault", () => {
    expect(checkDuration({ month: 1 }, "")).toMatchObject([
      { code: "not-a-duration", path: "month", suggestion: "months" },
    ]);
    expect(checkDuration({ years: -1, days: 0.5 }, "").map(({ path }) => path)).toEqual([
      "years",
      "days",
    ]);
  });
});

describe("rollingWindow", () => {
  it.each<[CivilDate, Duration, CivilDate, CivilDate]>([
    ["2018-03-31", { months: 12 }, "2017-04-01", "2018-04-01"],
    ["2018-03-31", { months: 1 }, "2018-03-01", "2018-04-01"],
    ["2018-02-28", { months: 1 }, "2018-01-29", "2018-03-01"],
    ["2018-03-28", { days: 1 }, "2018-03-28", "2018-03-29"],
    ["2018-03-28", { days: 0 }, "2018-03-29", "2018-03-29"],
    ["2020-02-29", { years: 1 }, "2019-03-01", "2020-03-01"],
  ])("up to %s over %j", (asOf, duration, from, until) => {
    expect(rollingWindow(asOf, duration)).toEqual({ from, until });
  });

  it("throws when its end has no date", () => {
    expect(faultOf(() => rollingWindow("2199-12-31", { days: 1 }))[0]).toBe("date-out-of-range");
  });
});

describe("shiftDayWithin", () => {
  const day = toEpochDay("2018-01-31");

  it("is shiftDay within the supported dates", () => {
    expect(toCivilDate(shiftDayWithin(day, { months: 1, days: 1 }, 1))).toBe("2018-03-01");
    expect(toCivilDate(shiftDayWithin(day, { years: 1, weeks: 1 }, -1))).toBe("2017-01-24");
  });

  it("stands on the first or last supported day beyond them", () => {
    expect(toCivilDate(shiftDayWithin(day, { years: 10_000 }, 1))).toBe("2199-12-31");
    expect(toCivilDate(shiftDayWithin(day, { years: 10_000 }, -1))).toBe("1900-01-01");
    expect(toCivilDate(shiftDayWithin(toEpochDay("2199-12-30"), { days: 2 }, 1))).toBe(
      "2199-12-31",
    );
    expect(toCivilDate(shiftDayWithin(toEpochDay("1900-01-02"), { days: 2 }, -1))).toBe(
      "1900-01-01",
    );
    expect(toCivilDate(shiftDayWithin(toEpochDay("2199-12-30"), { days: 1 }, 1))).toBe(
      "2199-12-31",
    );
  });
});
