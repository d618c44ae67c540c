import { describe, expect, it } from "vitest";
import { orThrow } from "../../src/shapes/index.js";
import {
  addDays,
  type CalendarDefinition,
  type CivilDate,
  compileCalendar,
  type DateSpan,
  deadlineAfterWeek,
  isoWeeksTouched,
  type RollConvention,
  type WeeklyDeadlineRule,
  weeklyDeadlines,
} from "../../src/time/index.js";
import finland from "../golden/time/finland-2018.json" with { type: "json" };
import golden from "../golden/time/spring-campaign-2018.json" with { type: "json" };
import { faultOf } from "./fault-of.js";

const calendar = orThrow(compileCalendar(finland.calendar as unknown as CalendarDefinition));
const period = golden.period as DateSpan;
const rule = { ...golden.rule, roll: "next" } as WeeklyDeadlineRule;

describe("the weekly deadlines of 15.1.–28.3.2018", () => {
  it("CAMP-01: the period touches the weeks 3 to 13", () => {
    const weeks = isoWeeksTouched(period.from, period.until);
    expect(weeks).toEqual(golden.weeks.map((week) => ({ year: 2018, week })));
  });

  it("CAMP-01, CAMP-02: ten Mondays at noon, an hour earlier in UTC once summer time began", () => {
    expect(weeklyDeadlines(period, rule, calendar)).toEqual(
      golden.deadlines.map(({ week, date, at }) => ({
        kind: "due",
        week: { year: 2018, week },
        nominalDate: date,
        date,
        at: Date.parse(at),
      })),
    );
  });

  it.each(golden.afterLastWeek)("CAMP-02: Easter Monday rolls by $roll to $date", (expected) => {
    const rolling = { ...rule, roll: expected.roll as RollConvention };
    const deadline = deadlineAfterWeek({ year: 2018, week: 13 }, rolling, calendar);
    expect(deadline.nominalDate).toBe("2018-04-02");
    expect(deadline).toMatchObject(
      expected.at === null
        ? { kind: "none", because: "skipped" }
        : { kind: "due", date: expected.date, at: Date.parse(expected.at) },
    );
  });
});

describe("weeklyDeadlines", () => {
  const dates = (from: CivilDate, until: CivilDate, weekday = rule.weekday) =>
    weeklyDeadlines({ from, until }, { ...rule, weekday }, calendar).map(
      (each) => each.nominalDate,
    );

  it("counts a deadline on the last day and on no later one", () => {
    expect(dates("2018-01-15", "2018-01-22")).toEqual([]);
    expect(dates("2018-01-15", "2018-01-23")).toEqual(["2018-01-22"]);
    expect(dates("2018-01-21", "2018-01-23")).toEqual(["2018-01-22"]);
    expect(dates("2018-01-22", "2018-01-29")).toEqual([]);
    expect(dates("2018-01-15", "2018-01-15")).toEqual([]);
    expect(dates("2018-01-15", "2018-01-29", "sunday")).toEqual(["2018-01-28"]);
  });

  it("keeps the entry of a skipped holiday, and the count", () => {
    const skipping = { ...rule, roll: "skip" } as const;
    const april = weeklyDeadlines({ from: "2018-03-26", until: "2018-04-10" }, skipping, calendar);
    expect(april.map(({ kind, nominalDate }) => `${kind} ${nominalDate}`)).toEqual([
      "none 2018-04-02",
      "due 2018-04-09",
    ]);
  });

  it("says so when the calendar ends before the day rolled to", () => {
    const closed = { from: "2018-12-29", until: "2019-01-01" } as const;
    const short = orThrow(
      compileCalendar({ from: "2018-12-01", until: "2019-01-01", weekend: [], closures: [closed] }),
    );
    expect(deadlineAfterWeek({ year: 2018, week: 52 }, rule, short)).toEqual({
      kind: "none",
      week: { year: 2018, week: 52 },
      nominalDate: "2018-12-31",
      because: "calendar-too-short",
    });
  });

  it("throws when the calendar does not cover the weekday, or the rule names none", () => {
    const late = { year: 2018, week: 52 };
    const tuesday = { ...rule, weekday: "tuesday" } as const;
    expect(addDays("2018-12-24", 8)).toBe("2019-01-01");
    expect(faultOf(() => deadlineAfterWeek(late, tuesday, calendar))[0]).toBe(
      "date-outside-calendar",
    );
    const nameless = { ...rule, weekday: "mon" as never };
    expect(faultOf(() => weeklyDeadlines(period, nameless, calendar))[0]).toBe("unknown-weekday");
  });
});
