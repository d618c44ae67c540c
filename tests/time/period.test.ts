import { describe, expect, it } from "vitest";
import {
  type CivilDate,
  checkPeriodDefinition,
  type OwnPeriods,
  type Period,
  type PeriodDefinition,
  periodBeside,
  periodContaining,
  periodDays,
  periodDaysBeside,
  toEpochDay,
} from "../../src/time/index.js";
import { faultOf } from "./fault-of.js";

const campaigns: OwnPeriods = {
  own: [
    { label: "winter", from: "2018-01-15", until: "2018-03-29" },
    { label: "spring", from: "2018-03-29", until: "2018-06-01" },
    { label: "autumn", from: "2018-09-01", until: "2018-12-01" },
  ],
};

describe("periodContaining", () => {
  it.each<[CivilDate, PeriodDefinition, string, CivilDate, CivilDate]>([
    ["2018-03-28", "year", "2018", "2018-01-01", "2019-01-01"],
    ["2018-06-30", "half", "2018-H1", "2018-01-01", "2018-07-01"],
    ["2018-07-01", "half", "2018-H2", "2018-07-01", "2019-01-01"],
    ["2018-03-31", "quarter", "2018-Q1", "2018-01-01", "2018-04-01"],
    ["2018-04-01", "quarter", "2018-Q2", "2018-04-01", "2018-07-01"],
    ["2018-02-28", "month", "2018-02", "2018-02-01", "2018-03-01"],
    ["2018-12-31", "month", "2018-12", "2018-12-01", "2019-01-01"],
    ["2018-01-21", "week", "2018-W03", "2018-01-15", "2018-01-22"],
    ["2018-12-31", "week", "2019-W01", "2018-12-31", "2019-01-07"],
    ["2018-03-31", { fiscal: "year", startMonth: 4 }, "FY2017", "2017-04-01", "2018-04-01"],
    ["2018-04-01", { fiscal: "year", startMonth: 4 }, "FY2018", "2018-04-01", "2019-04-01"],
    ["2018-09-30", { fiscal: "half", startMonth: 4 }, "FY2018-H1", "2018-04-01", "2018-10-01"],
    ["2018-10-01", { fiscal: "half", startMonth: 4 }, "FY2018-H2", "2018-10-01", "2019-04-01"],
    ["2018-12-31", { fiscal: "quarter", startMonth: 4 }, "FY2018-Q3", "2018-10-01", "2019-01-01"],
    ["2019-01-01", { fiscal: "quarter", startMonth: 4 }, "FY2018-Q4", "2019-01-01", "2019-04-01"],
    ["2018-11-30", { fiscal: "quarter", startMonth: 12 }, "FY2017-Q4", "2018-09-01", "2018-12-01"],
    ["2018-03-28", { fiscal: "year", startMonth: 1 }, "FY2018", "2018-01-01", "2019-01-01"],
    ["2018-01-15", campaigns, "winter", "2018-01-15", "2018-03-29"],
    ["2018-03-29", campaigns, "spring", "2018-03-29", "2018-06-01"],
    ["1900-01-01", "week", "1900-W01", "1900-01-01", "1900-01-08"],
  ])("%s by %j is in %s", (date, definition, label, from, until) => {
    expect(periodContaining(date, definition)).toEqual({ label, from, until });
  });

  it("gives nothing between own periods", () => {
    const gaps: CivilDate[] = ["2018-01-14", "2018-06-01", "2018-12-01"];
    expect(gaps.map((date) => periodContaining(date, campaigns))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("throws where an end has no date, though its day has a number", () => {
    expect(faultOf(() => periodContaining("2199-12-31", "year"))[0]).toBe("date-out-of-range");
    expect(periodDays(toEpochDay("2199-12-31"), "month")).toEqual({
      label: "2199-12",
      fromDay: toEpochDay("2199-12-01"),
      untilDay: toEpochDay("2199-12-31") + 1,
    });
    const fiscal = { fiscal: "year", startMonth: 4 } as const;
    expect(faultOf(() => periodContaining("1900-03-31", fiscal))[0]).toBe("date-out-of-range");
    expect(faultOf(() => periodDays(Number.NaN, "year"))).toEqual([
      "date-out-of-range",
      "day",
      Number.NaN,
    ]);
  });

  it.each(["decade", "constructor", { fiscal: "month", startMonth: 4 }])("refuses %j", (input) => {
    expect(faultOf(() => periodContaining("2018-01-01", input as never))).toEqual([
      "not-a-period",
      "definition",
      input,
    ]);
  });
});

describe("periodBeside", () => {
  const beside = (date: CivilDate, definition: PeriodDefinition, steps: number) =>
    periodBeside(periodContaining(date, definition) as Period, definition, steps)?.label;

  it.each<[CivilDate, PeriodDefinition, number, string | undefined]>([
    ["2018-03-28", "year", -1, "2017"],
    ["2018-03-28", "half", -1, "2017-H2"],
    ["2018-03-28", "quarter", 4, "2019-Q1"],
    ["2018-03-31", "month", -1, "2018-02"],
    ["2018-03-31", "month", 0, "2018-03"],
    ["2018-12-30", "week", 1, "2019-W01"],
    ["2018-03-28", { fiscal: "half", startMonth: 4 }, 1, "FY2018-H1"],
    ["2018-01-20", campaigns, 1, "spring"],
    ["2018-04-20", campaigns, 1, "autumn"],
    ["2018-04-20", campaigns, -1, "winter"],
    ["2018-01-20", campaigns, -1, undefined],
    ["2018-10-01", campaigns, 1, undefined],
  ])("of %s by %j, %d steps on, is %s", (date, definition, steps, label) => {
    expect(beside(date, definition, steps)).toBe(label);
  });

  it("gives nothing beside a period that is not among the own ones", () => {
    const foreign: Period = { label: "summer", from: "2018-06-01", until: "2018-09-01" };
    expect(periodBeside(foreign, campaigns, 1)).toBeUndefined();
    expect(periodDaysBeside(toEpochDay("2018-06-01"), campaigns, 1)).toBeUndefined();
  });

  it("throws for steps that are no whole number or lead out of the known years", () => {
    const year: Period = { label: "1900", from: "1900-01-01", until: "1901-01-01" };
    expect(faultOf(() => periodBeside(year, "year", 0.5))).toEqual([
      "not-a-whole-number",
      "steps",
      0.5,
    ]);
    expect(faultOf(() => periodBeside(year, "year", -1))[0]).toBe("date-out-of-range");
    expect(faultOf(() => periodBeside(year, "week", -1))[0]).toBe("date-out-of-range");
  });
});

describe("checkPeriodDefinition", () => {
  it.each<[PeriodDefinition]>([
    ["year"],
    ["half"],
    ["quarter"],
    ["month"],
    ["week"],
    [{ fiscal: "year", startMonth: 1 }],
    [{ fiscal: "half", startMonth: 12 }],
    [{ fiscal: "quarter", startMonth: 4 }],
    [campaigns],
    [{ own: [{ label: "x".repeat(100), from: "2018-01-01", until: "2018-01-02" }] }],
  ])("finds nothing in %j", (definition) => {
    expect(checkPeriodDefinition(definition, "period")).toEqual([]);
  });

  const span = { from: "2018-01-01", until: "2018-02-01" };

  it.each<[unknown, string]>([
    ["years", "not-a-period at period"],
    [null, "not-a-period at period"],
    [undefined, "not-a-period at period"],
    [["year"], "not-a-period at period"],
    [{}, "not-a-period at period.fiscal, not-a-period at period.startMonth"],
    [{ fiscal: "month", startMonth: 4 }, "not-a-period at period.fiscal"],
    [{ fiscal: "year", startMonth: 0 }, "not-a-period at period.startMonth"],
    [{ fiscal: "year", startMonth: 13 }, "not-a-period at period.startMonth"],
    [{ fiscal: "year", startMonth: 1.5 }, "not-a-period at period.startMonth"],
    [{ fiscal: "year", startMonth: "4" }, "not-a-period at period.startMonth"],
    [{ fiscal: "year", startmonth: 4 }, "not-a-period at period.startmonth"],
    [{ own: [], fiscal: "year" }, "not-a-period at period.fiscal"],
    [{ own: [] }, "not-a-period at period.own"],
    [{ own: "year" }, "not-a-list at period.own"],
    [{ own: [null] }, "not-a-span at period.own[0]"],
    [{ own: [["winter"]] }, "not-a-span at period.own[0]"],
    [{ own: [span] }, "not-a-period at period.own[0].label"],
    [{ own: [{ ...span, label: "" }] }, "not-a-period at period.own[0].label"],
    [{ own: [{ ...span, label: "x".repeat(101) }] }, "not-a-period at period.own[0].label"],
    [{ own: [{ ...span, label: 1 }] }, "not-a-period at period.own[0].label"],
    [{ own: [{ label: "a", from: "2018-01-01" }] }, "not-a-civil-date at period.own[0].until"],
    [
      { own: [{ label: "a", from: "2018-01-01", until: "2018-01-01" }] },
      "span-reversed at period.own[0].until",
    ],
    [
      {
        own: [
          { ...span, label: "a" },
          { label: "b", from: "2018-01-31", until: "2018-03-01" },
        ],
      },
      "overlapping-periods at period.own[1].from",
    ],
    [
      {
        own: [
          { ...span, label: "a" },
          { label: "b", from: "2017-01-01", until: "2017-02-01" },
        ],
      },
      "overlapping-periods at period.own[1].from",
    ],
    [
      {
        own: [
          { ...span, label: "a" },
          { ...span, label: "a" },
        ],
      },
      "duplicate-label at period.own[1].label, overlapping-periods at period.own[1].from",
    ],
    [{ own: Array(1001).fill({ ...span, label: "a" }) }, "too-many-entries at period.own"],
  ])("refuses %j", (input, expected) => {
    const findings = checkPeriodDefinition(input, "period");
    expect(findings.map(({ code, path }) => `${code} at ${path}`).join(", ")).toBe(expected);
  });

  it("says what was expected", () => {
    const messages = (input: unknown) =>
      checkPeriodDefinition(input, "").map(({ message }) => message);
    expect(messages("years")).toEqual([
      "`years` is not one of year, half, quarter, month, week, fiscal or own periods",
    ]);
    expect(messages({ fiscal: "week", startMonth: 0 })).toEqual([
      "`week` is not one of year, half, quarter",
      "`0` is not a month from 1 to 12",
    ]);
    expect(messages({ own: [] })).toEqual(["no period is given"]);
    expect(messages({ fiscal: "year", startmonth: 4 })).toEqual([
      "`startmonth` is not a property here; did you mean `startMonth`?",
    ]);
    expect(messages({ own: [span] })).toEqual([
      "`undefined` is not a label of 1 to 100 characters",
    ]);
    expect(
      messages({
        own: [
          { ...span, label: "a" },
          { ...span, label: "a" },
        ],
      }),
    ).toEqual([
      "`a` names an earlier period too",
      "`2018-01-01` is before the end of the period above",
    ]);
  });

  it("accepts a thousand own periods", () => {
    const own = Array.from({ length: 1000 }, (_, each) => ({
      label: `${each}`,
      from: `${1900 + Math.floor(each / 4)}-0${(each % 4) + 1}-01`,
      until: `${1900 + Math.floor(each / 4)}-0${(each % 4) + 2}-01`,
    }));
    expect(checkPeriodDefinition({ own }, "")).toEqual([]);
  });
});
