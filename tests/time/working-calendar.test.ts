import { describe, expect, it } from "vitest";
import { orThrow } from "../../src/shapes/index.js";
import {
  addWorkingDays,
  type CalendarDefinition,
  type CivilDate,
  compileCalendar,
  countWorkingDays,
  covers,
  coversDay,
  isWorkingDay,
  ROLL_CONVENTIONS,
  rollDay,
  rollToWorkingDay,
  shiftWorkingDays,
  toEpochDay,
  withAbsences,
  workingDaysBetween,
} from "../../src/time/index.js";
import golden from "../golden/time/finland-2018.json" with { type: "json" };
import { faultOf } from "./fault-of.js";

const weekend = ["saturday", "sunday"] as const;
const january = { from: "2018-01-01", until: "2018-02-01", weekend } as const;
const finland = orThrow(compileCalendar(golden.calendar as unknown as CalendarDefinition));

describe("the Finnish working days of 2018", () => {
  it.each(golden.between)("CAD-10 between: $description", ({ from, until, expected }) => {
    expect(workingDaysBetween(from as CivilDate, until as CivilDate, finland)).toBe(expected);
  });

  it.each(golden.add)("CAD-10 add: $description", ({ date, days, expected }) => {
    expect(addWorkingDays(date as CivilDate, days, finland) ?? null).toBe(expected);
  });

  it.each(golden.roll)("CAD-10 roll: $description", ({ date, ...expected }) => {
    for (const convention of ROLL_CONVENTIONS) {
      const rolled = rollToWorkingDay(date as CivilDate, convention, finland) ?? null;
      expect([convention, rolled]).toEqual([convention, expected[convention]]);
    }
  });
});

describe("compileCalendar", () => {
  it("CAD-10: takes weekends, holidays and closures away, wherever they overlap or end", () => {
    const calendar = orThrow(
      compileCalendar({
        ...january,
        holidays: ["2018-01-01", "2017-12-31", "2018-02-01", "2018-01-06"],
        closures: [
          { from: "2017-12-20", until: "2018-01-03" },
          { from: "2018-01-02", until: "2018-01-04" },
          { from: "2018-01-30", until: "2018-02-10" },
          { from: "2017-01-01", until: "2017-02-01" },
          { from: "2019-01-01", until: "2019-02-01" },
        ],
      }),
    );
    expect(isWorkingDay("2018-01-03", calendar)).toBe(false);
    expect(isWorkingDay("2018-01-04", calendar)).toBe(true);
    expect(isWorkingDay("2018-01-29", calendar)).toBe(true);
    expect(isWorkingDay("2018-01-30", calendar)).toBe(false);
    expect(workingDaysBetween("2018-01-01", "2018-02-01", calendar)).toBe(23 - 3 - 2);
  });

  it("makes plain tables of the span", () => {
    const week = { from: "2018-01-04", until: "2018-01-09", weekend } as const;
    expect(orThrow(compileCalendar(week))).toEqual({
      from: "2018-01-04",
      until: "2018-01-09",
      fromDay: 17_535,
      untilDay: 17_540,
      workingDays: Int32Array.of(17_535, 17_536, 17_539),
      workingDaysBefore: Int32Array.of(0, 1, 2, 2, 2, 3),
    });
  });

  it("works seven days a week where the weekend is empty, and one where it has six", () => {
    const always = orThrow(compileCalendar({ ...january, weekend: [] }));
    expect(workingDaysBetween("2018-01-01", "2018-02-01", always)).toBe(31);
    const six = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
    const sundays = orThrow(compileCalendar({ ...january, weekend: [...six, ...six] }));
    expect(workingDaysBetween("2018-01-01", "2018-02-01", sundays)).toBe(4);
  });

  it("may have no working day at all", () => {
    const closed = orThrow(
      compileCalendar({ ...january, closures: [{ from: "2018-01-01", until: "2018-02-01" }] }),
    );
    expect(addWorkingDays("2018-01-15", 1, closed)).toBeUndefined();
    expect(rollToWorkingDay("2018-01-15", "nearest", closed)).toBeUndefined();
  });

  const sevenDays = [...weekend, "monday", "tuesday", "wednesday", "thursday", "friday"];

  it.each<[unknown, string]>([
    [null, "not-a-calendar at "],
    [[], "not-a-calendar at "],
    ["2018", "not-a-calendar at "],
    [{}, "not-a-civil-date at from, not-a-civil-date at until, not-a-list at weekend"],
    [{ ...january, weekend: undefined }, "not-a-list at weekend"],
    [{ ...january, weekend: ["Saturday"] }, "unknown-weekday at weekend[0]"],
    [{ ...january, weekend: [6] }, "unknown-weekday at weekend[0]"],
    [{ ...january, weekend: sevenDays }, "all-days-weekend at weekend"],
    [{ ...january, weekend: Array(15).fill("sunday") }, "too-many-entries at weekend"],
    [{ ...january, until: "2018-01-01" }, "span-reversed at until"],
    [{ ...january, until: "2200-01-01" }, "not-a-civil-date at until"],
    [{ ...january, holidays: null }, "not-a-list at holidays"],
    [
      { ...january, holidays: Array(2) },
      "not-a-civil-date at holidays[0], not-a-civil-date at holidays[1]",
    ],
    [{ ...january, holidays: ["2018-01-01", "2018-1-6"] }, "not-a-civil-date at holidays[1]"],
    [{ ...january, holidays: Array(10_001).fill("2018-01-01") }, "too-many-entries at holidays"],
    [{ ...january, closures: [7] }, "not-a-span at closures[0]"],
    [{ ...january, closures: {} }, "not-a-list at closures"],
    [
      { ...january, closures: [{ from: "2018-01-08", until: "2018-01-08" }] },
      "span-reversed at closures[0].until",
    ],
    [
      { ...january, hollidays: [], until: "2017-01-01", weekend: ["sun"] },
      "not-a-calendar at hollidays, span-reversed at until, unknown-weekday at weekend[0]",
    ],
  ])("finds every fault of %j", (input, expected) => {
    const { ok, findings } = compileCalendar(input as CalendarDefinition);
    expect(ok).toBe(false);
    expect(findings.map(({ code, path }) => `${code} at ${path}`).join(", ")).toBe(expected);
  });

  it("says what is wrong, and what was meant", () => {
    const wrong = {
      from: "2018-01-02",
      until: "2018-01-01",
      weekend: ["saturdy", Symbol("sunday")],
      holidays: "none",
      closures: [() => 1],
      hollidays: [],
    };
    const { findings } = compileCalendar(wrong as never);
    expect(findings.map(({ message }) => message)).toEqual([
      "`hollidays` is not a property here; did you mean `holidays`?",
      "`2018-01-01` is not after `2018-01-02`; until is the day after the last",
      "`saturdy` is not a weekday; did you mean `saturday`?",
      "`Symbol(sunday)` is not a weekday",
      "`none` is not a list",
      "a function is not an object",
    ]);
    const more = { ...january, weekend: sevenDays, holidays: Array(10_001), closures: [{}, []] };
    const { findings: further } = compileCalendar(more as never);
    expect(further.map(({ message }) => message)).toEqual([
      "no day of the week is left to work on",
      "`10001` entries are more than the 10000 allowed",
      "`undefined` is not a day from 1900-01-01 to 2199-12-31",
      "`undefined` is not a day from 1900-01-01 to 2199-12-31",
      "a list is not an object",
    ]);
    const { findings: objects } = compileCalendar({ ...january, weekend: [{}] } as never);
    expect(objects.map(({ message }) => message)).toEqual(["an object is not a weekday"]);
  });

  it("shows only the beginning of long input, and the first twenty unknown properties", () => {
    const { findings } = compileCalendar({ ...january, from: "2".repeat(41) } as never);
    expect(findings[0]?.message).toContain(`\`${"2".repeat(40)}…\` is not`);
    const short = compileCalendar({ ...january, from: "2".repeat(40) } as never);
    expect(short.findings[0]?.message).toContain(`\`${"2".repeat(40)}\` is not`);
    const names = Array.from({ length: 30 }, (_, each) => [`extra${each}`, 1]);
    const many = compileCalendar({ ...january, ...Object.fromEntries(names) } as never);
    expect(many.findings.length).toBe(20);
  });

  it("accepts as many days off as it says", () => {
    const holidays = Array<CivilDate>(10_000).fill("2018-01-01");
    expect(compileCalendar({ ...january, holidays }).ok).toBe(true);
  });
});

describe("withAbsences", () => {
  const company = orThrow(compileCalendar({ ...january, holidays: ["2018-01-01"] }));

  it("CAD-10: takes one person's absences away and leaves the company's calendar", () => {
    const absences = [
      { from: "2018-01-19", until: "2018-01-23" },
      { from: "2017-12-01", until: "2018-01-03" },
      { from: "2018-01-31", until: "2018-03-01" },
    ] as const;
    const mine = orThrow(withAbsences(company, absences));
    expect(workingDaysBetween("2018-01-01", "2018-02-01", mine)).toBe(22 - 4);
    expect(addWorkingDays("2018-01-18", 1, mine)).toBe("2018-01-23");
    expect(rollToWorkingDay("2018-01-31", "next", mine)).toBeUndefined();
    expect(workingDaysBetween("2018-01-01", "2018-02-01", company)).toBe(22);
    expect([mine.from, mine.until]).toEqual([company.from, company.until]);
  });

  it("finds what is wrong with them", () => {
    const result = withAbsences(company, [{ from: "2018-01-02", until: "2018-01-01" }]);
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([{ code: "span-reversed", path: "absences[0].until" }]);
    expect(withAbsences(company, null as never).findings).toMatchObject([
      { code: "not-a-list", path: "absences" },
    ]);
  });

  it("changes nothing when there are none", () => {
    expect(withAbsences(company, [])).toEqual({ ok: true, value: company, findings: [] });
  });
});

describe("the span of a calendar", () => {
  it("begins with from and ends before until", () => {
    const days: CivilDate[] = ["2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01"];
    expect(days.map((date) => covers(finland, date))).toEqual([false, true, true, false]);
    expect(coversDay(finland, Number.NaN)).toBe(false);
  });

  it.each<[CivilDate]>([["2017-12-31"], ["2019-01-01"], ["2199-12-31"], ["1900-01-01"]])(
    "refuses %s outside it",
    (date) => {
      const fault = ["date-outside-calendar", "date", date];
      expect(faultOf(() => isWorkingDay(date, finland))).toEqual(fault);
      expect(faultOf(() => addWorkingDays(date, 0, finland))).toEqual(fault);
      expect(faultOf(() => rollToWorkingDay(date, "next", finland))).toEqual(fault);
      expect(() => isWorkingDay(date, finland)).toThrow(
        `\`${date}\` lies outside the calendar from 2018-01-01 until 2019-01-01`,
      );
    },
  );

  it("may be counted to its very end, in both directions, and no further", () => {
    expect(workingDaysBetween("2019-01-01", "2018-12-31", finland)).toBe(-1);
    expect(workingDaysBetween("2019-01-01", "2019-01-01", finland)).toBe(0);
    expect(faultOf(() => workingDaysBetween("2019-01-02", "2018-12-31", finland))).toEqual([
      "date-outside-calendar",
      "date",
      "2019-01-02",
    ]);
    expect(faultOf(() => workingDaysBetween("2018-01-01", "2017-12-31", finland))[2]).toBe(
      "2017-12-31",
    );
  });
});

describe("working days on day numbers", () => {
  it("answer as those on dates", () => {
    const goodFriday = toEpochDay("2018-03-30");
    expect(shiftWorkingDays(goodFriday, 1, finland)).toBe(toEpochDay("2018-04-03"));
    expect(countWorkingDays(goodFriday, goodFriday + 7, finland)).toBe(3);
    expect(rollDay(goodFriday, "previous", finland)).toBe(goodFriday - 1);
  });

  it("refuse a count that is no whole number", () => {
    expect(faultOf(() => addWorkingDays("2018-01-02", 0.5, finland))).toEqual([
      "not-a-whole-number",
      "workingDays",
      0.5,
    ]);
  });
});

describe("rolling where the span ends", () => {
  const closed = (from: CivilDate, until: CivilDate) =>
    orThrow(compileCalendar({ ...january, weekend: [], closures: [{ from, until }] }));
  const rolls = (date: CivilDate, calendar: ReturnType<typeof closed>) =>
    ROLL_CONVENTIONS.map((each) => rollToWorkingDay(date, each, calendar) ?? null);

  it("CAD-10: is undecided where a day beyond it could be the answer", () => {
    const end = closed("2018-01-28", "2018-02-01");
    // The month ends with the calendar, so the next working day is known to leave it.
    expect(rolls("2018-01-28", end)).toEqual([
      null,
      "2018-01-27",
      "2018-01-27",
      "2018-01-27",
      null,
    ]);
    // Two days back, two days to the end of the span: 1 February may be worked, and wins the tie.
    expect(rolls("2018-01-30", end)).toEqual([null, "2018-01-27", "2018-01-27", null, null]);
    const start = closed("2018-01-01", "2018-01-04");
    expect(rolls("2018-01-01", start)).toEqual(["2018-01-04", null, "2018-01-04", null, null]);
    expect(rolls("2018-01-02", start)).toEqual([
      ...["2018-01-04", null, "2018-01-04", "2018-01-04", null],
    ]);
  });

  it("CAD-10: does not take the previous for modified while the month may have a next", () => {
    const span = { from: "2018-01-01", until: "2018-01-31", weekend: [] } as const;
    const closures = [{ from: "2018-01-30", until: "2018-01-31" }] as const;
    const calendar = orThrow(compileCalendar({ ...span, closures }));
    expect(rollToWorkingDay("2018-01-30", "modified", calendar)).toBeUndefined();
  });

  it("throws for a convention that is none", () => {
    expect(faultOf(() => rollToWorkingDay("2018-03-30", "following" as never, finland))).toEqual([
      "unknown-roll-convention",
      "convention",
      "following",
    ]);
  });
});
