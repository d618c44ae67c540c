import { describe, expect, it } from "vitest";
import {
  doneAgainstSchedule,
  entriesOfDay,
  entriesOfWeek,
  plannedWeeks,
  type ScheduleEntry,
  type SchedulePerson,
  toCalendarEvents,
  yearOfAccount,
} from "../../../src/cadence/index.js";
import { anna, eero, schedule, visit, window } from "./ask-schedule.js";
import { rules } from "./random-problems.js";

const monthly = Array.from({ length: 3 }, (_, index) => {
  const month = `2018-0${index + 4}` as `${number}-${number}`;
  return visit(`A|visit|${month}#1`, {
    window: window(`${month}-09`, `${month}-11`, `${month}-25`),
    title: "Visit",
  });
});

describe("CAD-15 lists of days and weeks", () => {
  const late = { rules: { ...rules, late: { withinDays: 1 } } } as const;
  const today = window("2018-04-04", "2018-04-04", "2018-04-04");
  const found = schedule(
    [
      visit("plain", { window: today, significance: 2 }),
      visit("first", { window: today }),
      visit("earlier", { window: window("2018-04-04", "2018-04-04", "2018-04-05") }),
      visit("overdue", {
        window: window("2018-03-01", "2018-03-01", "2018-03-02"),
        significance: 3,
      }),
      visit("eeros", { window: today, eligible: ["eero"] }),
      visit("tomorrow", { window: window("2018-04-05", "2018-04-05", "2018-04-05") }),
    ],
    {
      ...late,
      manual: ["fair", "dinner"].map((id) => ({ id, personId: "anna", day: "2018-04-04" })),
    },
    [{ ...anna, weeklyCapacityMinutes: 900 }, eero],
  );
  const ids = (entries: readonly ScheduleEntry[]): readonly string[] => entries.map(({ id }) => id);

  it("CAD-15 the day begins with what is overdue, then goes by significance", () => {
    const day = entriesOfDay(found, { personId: "anna", day: "2018-04-04" });
    expect(ids(day)).toEqual(["overdue", "first", "plain", "dinner", "fair"]);
    expect(entriesOfDay(found, { personId: "anna", day: "2018-05-01" })).toEqual([]);
  });

  it("CAD-15 the week goes day by day", () => {
    const week = entriesOfWeek(found, { personId: "anna", week: "2018-W14" });
    // There is less to do on the 5th, so "earlier" stands there; it has the same latest day.
    expect(ids(week)).toEqual([
      ...["overdue", "first", "plain", "dinner", "fair", "earlier", "tomorrow"],
    ]);
    expect(week.map(({ day }) => day)).toEqual(week.map(({ day }) => day).toSorted());
    expect(ids(entriesOfWeek(found, { personId: "eero", week: "2018-W14" }))).toEqual(["eeros"]);
  });

  it("CAD-15 load per person and week beside what the week holds", () => {
    expect(found.loads.find(({ personId }) => personId === "anna")).toEqual({
      personId: "anna",
      week: "2018-W14",
      minutes: 300,
      // Wednesday to Friday: three days of five.
      capacityMinutes: 540,
    });
  });
});

describe("CAD-15 the next three weeks are planned or not", () => {
  const on = (days: readonly `2018-04-${number}`[]) =>
    schedule([], {
      asOf: "2018-04-02",
      until: "2018-05-01",
      manual: days.map((day) => ({ id: day, personId: "anna", day })),
    });
  const asked = { asOf: "2018-04-02", weeks: 3, atLeast: 1 } as const;

  it("CAD-15 counts from this week or the next, as the rules say", () => {
    const three = on(["2018-04-03", "2018-04-09", "2018-04-20"]);
    const [now] = plannedWeeks(three, ["anna"], { ...asked, from: "thisWeek" });
    expect(now).toEqual({
      personId: "anna",
      verdict: "planned",
      weeks: [
        { week: "2018-W14", entries: 1, verdict: "planned" },
        { week: "2018-W15", entries: 1, verdict: "planned" },
        { week: "2018-W16", entries: 1, verdict: "planned" },
      ],
    });
    const [next] = plannedWeeks(three, ["anna"], { ...asked, from: "nextWeek" });
    expect(next?.verdict).toBe("notPlanned");
    expect(next?.weeks.map(({ week }) => week)).toEqual(["2018-W15", "2018-W16", "2018-W17"]);
  });

  it("CAD-15 a week has so many entries as the rules ask for, or is not planned", () => {
    const two = on(["2018-04-03", "2018-04-04"]);
    const rulesOf = (atLeast: number) => {
      return { asOf: "2018-04-02", from: "thisWeek", weeks: 1, atLeast } as const;
    };
    expect(plannedWeeks(two, ["anna", "eero"], rulesOf(2)).map(({ verdict }) => verdict)).toEqual([
      ...["planned", "notPlanned"],
    ]);
    expect(plannedWeeks(two, ["anna"], rulesOf(3))[0]?.verdict).toBe("notPlanned");
  });

  it("CAD-15 a week beyond the schedule is unknown, not empty", () => {
    const short = on(["2018-04-03", "2018-04-30"]);
    const far = { ...asked, asOf: "2018-04-23", weeks: 2, from: "thisWeek" } as const;
    const [found] = plannedWeeks(short, ["anna"], { ...far, atLeast: 2 });
    // The week of 30 April ends after the schedule does; the one before has nothing.
    expect(found?.weeks.map(({ verdict }) => verdict)).toEqual(["notPlanned", "unknown"]);
    expect(found?.verdict).toBe("notPlanned");
    const only = { ...far, asOf: "2018-04-30", weeks: 1 } as const;
    expect(plannedWeeks(short, ["anna"], { ...only, atLeast: 2 })[0]?.verdict).toBe("unknown");
    expect(plannedWeeks(short, ["anna"], { ...only, atLeast: 1 })[0]?.verdict).toBe("planned");
    const before = { ...only, asOf: "2018-03-28" } as const;
    expect(plannedWeeks(short, ["anna"], { ...before, atLeast: 1 })[0]?.verdict).toBe("unknown");
  });
});

describe("CAD-11 the year of an account, done against planned", () => {
  const planned = schedule(monthly);

  it("CAD-11 the plan of a year by month", () => {
    const year = yearOfAccount(planned, { accountId: "A", year: 2018 });
    expect(year.map((month) => month.length)).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(yearOfAccount(planned, { accountId: "A", year: 2019 }).flat()).toEqual([]);
    expect(yearOfAccount(planned, { accountId: "B", year: 2018 }).flat()).toEqual([]);
  });

  it("CAD-11 what was done, on its day or another, what was missed and what is to come", () => {
    const [april, may, june] = monthly.map(({ id }) => id) as [string, string, string];
    const done = [
      { id: april, doneOn: "2018-04-12" },
      { id: april, doneOn: "2018-04-11" },
      { id: april, doneOn: "2018-04-20" },
      { id: june, doneOn: "2018-05-12" },
    ] as const;
    expect(doneAgainstSchedule(planned, done, "2018-05-11")).toEqual({
      value: 1 / 2,
      numerator: 1,
      denominator: 2,
      excluded: [{ reason: "toCome", count: 1 }],
      method: "entriesDoneUpToDay",
      entries: [
        { id: april, outcome: "done" },
        { id: may, outcome: "missed" },
        { id: june, outcome: "toCome" },
      ],
    });
    const later = doneAgainstSchedule(planned, done, "2018-05-12");
    expect(later.entries[2]).toEqual({ id: june, outcome: "doneOnAnotherDay" });
    expect(later).toMatchObject({ numerator: 2, denominator: 3, excluded: [] });
    expect(doneAgainstSchedule(planned, [], "2018-05-10").entries[1]?.outcome).toBe("toCome");
  });

  it("CAD-11 where nothing was planned there is no share, and manual entries are nobody's plan", () => {
    const manual = [{ id: "m", personId: "anna", day: "2018-04-11" }] as const;
    expect(doneAgainstSchedule(schedule([], { manual }), [], "2018-12-31")).toEqual({
      undefinedBecause: "nothingPlanned",
      numerator: 0,
      denominator: 0,
      excluded: [],
      method: "entriesDoneUpToDay",
      entries: [],
    });
  });
});

describe("CAD-16 calendars keep the identity of a duty", () => {
  it("CAD-16 the same duty keeps its uid, and every move raises its sequence", () => {
    const manual = [{ id: "m", personId: "anna", day: "2018-04-11" }] as const;
    const first = schedule(monthly.slice(0, 1), { manual });
    expect(toCalendarEvents(first)).toEqual([
      {
        uid: "A|visit|2018-04#1",
        sequence: 0,
        status: "CONFIRMED",
        from: "2018-04-11",
        until: "2018-04-12",
        personId: "anna",
        accountId: "A",
        minutes: 60,
        summary: "Visit",
      },
    ]);
    const away: readonly SchedulePerson[] = [
      { ...anna, absences: [{ from: "2018-04-11", until: "2018-04-12" }] },
    ];
    const second = schedule(monthly.slice(0, 1), { previous: first }, away);
    const third = schedule([], { previous: second }, away);
    const told = [first, second, third].map((each) =>
      toCalendarEvents(each).map(({ uid, sequence, status }) => [uid, sequence, status]),
    );
    expect(told.flat()).toEqual([
      ["A|visit|2018-04#1", 0, "CONFIRMED"],
      ["A|visit|2018-04#1", 1, "CONFIRMED"],
      ["A|visit|2018-04#1", 2, "CANCELLED"],
    ]);
  });

  it("CAD-16 without a title the cadence is the summary, or the id", () => {
    const entry = { kind: "pinned", personId: 1, week: "2018-W15", day: "2018-12-31" } as const;
    const entries = [
      { ...entry, id: "a", sequence: 0, cadence: "visits" },
      { ...entry, id: "b", sequence: 0 },
    ];
    const events = toCalendarEvents({ entries, withdrawn: [] });
    expect(events.map(({ summary }) => summary)).toEqual(["visits", "b"]);
    expect(events[0]).toEqual({
      ...{ uid: "a", sequence: 0, status: "CONFIRMED", from: "2018-12-31", until: "2019-01-01" },
      ...{ personId: 1, summary: "visits" },
    });
  });
});
