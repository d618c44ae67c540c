import { describe, expect, it } from "vitest";
import {
  type Duty,
  dayList,
  doneAgainstPlanned,
  loadByPerson,
  plannedAhead,
  weekList,
} from "../../../src/cadence/index.js";
import type { Activity, RecordId } from "../../../src/facts/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import { held, planned } from "../ask-duties.js";

const asOf = "2018-03-28";

function duty(
  accountId: string,
  significance: number,
  ideal: CivilDate,
  rest: Partial<Duty["value"]> = {},
): Duty {
  const status = ideal <= asOf ? "due" : "ok";
  const window = { earliest: "2018-03-01", ideal, latest: "2018-04-30" } as const;
  return {
    id: `${accountId}|visits|#1`,
    accountId,
    cadence: "visits",
    significance,
    effortMinutes: 90,
    value: { status, daysLate: 0, window, ...rest },
    because: [],
    missing: [],
  };
}
const late = { status: "late", daysLate: 3 } as const;
const ids = (list: readonly { readonly accountId: RecordId }[]) =>
  list.map(({ accountId }) => accountId);

describe("CAD-15 whom to meet today and this week, and why", () => {
  const duties = [
    duty("due-d", 4, "2018-03-20"),
    duty("late-d", 4, "2018-02-20", late),
    duty("due-a", 1, "2018-03-28"),
    duty("late-a", 1, "2018-02-20", late),
    duty("friday", 1, "2018-03-30"),
    duty("next-week", 1, "2018-04-02"),
  ];

  it("CAD-15 overdue first, each group by significance; what is ideal tomorrow can wait", () => {
    expect(ids(dayList(duties, [], { asOf }))).toEqual(["late-a", "late-d", "due-a", "due-d"]);
  });

  it("CAD-15 the week reaches to its Sunday", () => {
    const week = ids(weekList(duties, [], { asOf }));
    expect(week).toEqual(["late-a", "late-d", "due-a", "friday", "due-d"]);
    const sunday = [duty("sunday", 1, "2018-04-01"), duty("monday", 1, "2018-04-02")];
    expect(ids(weekList(sunday, [], { asOf }))).toEqual(["sunday"]);
  });

  it("CAD-15 what is planned for the day is on the list, a duty planned for another is not", () => {
    const place = (plannedOn: CivilDate) => ({ planned: { activityId: 1, plannedOn } });
    const asked = [
      duty("today", 2, "2018-03-01", place(asOf)),
      duty("later", 1, "2018-03-01", place("2018-03-29")),
    ];
    expect(ids(dayList(asked, [], { asOf }))).toEqual(["today"]);
    expect(ids(weekList(asked, [], { asOf }))).toEqual(["later", "today"]);
  });

  it("CAD-15 visits of the days alone, in order, and accounts that only plans speak for come last", () => {
    const visits = [
      planned("2018-03-28", { id: "b" }),
      planned("2018-03-28", { id: "a" }),
      planned("2018-03-27"),
      planned("2018-03-29"),
      planned("2018-03-28", { accountId: "B" }),
      planned("2018-03-28", { accountId: "Z", status: "cancelled" }),
      held("2018-03-28", { accountId: "Y" }),
      { ...planned("2018-03-28", { accountId: "X" }), plannedOn: undefined },
    ] as readonly Activity[];
    const list = dayList([duty("due-d", 4, "2018-03-20")], visits, { asOf });
    expect(ids(list)).toEqual(["due-d", "A", "B"]);
    expect(list[1]).toMatchObject({
      isOverdue: false,
      duties: [],
      visits: [{ id: "a" }, { id: "b" }],
    });
    expect("significance" in list[1]!).toBe(false);
    expect(list[0]!.significance).toBe(4);
  });

  it("CAD-15 what has no window is on no list, and equal accounts go by id", () => {
    const { window: _, ...without } = duty("gone", 1, asOf, { status: "fulfilled" }).value;
    const list = [
      { ...duty("gone", 1, asOf), value: without },
      duty("b", 1, asOf),
      duty("a", 1, asOf),
    ];
    expect(ids(dayList(list, [], { asOf }))).toEqual(["a", "b"]);
    const both = [duty("a", 3, asOf), { ...duty("a", 1, asOf), id: "a|calls|#1" }];
    expect(dayList(both, [], { asOf })[0]).toMatchObject({
      significance: 1,
      duties: [{ id: "a|calls|#1" }, { id: "a|visits|#1" }],
    });
  });
});

describe("CAD-15 the next three weeks planned or not", () => {
  const weeks = (from: "thisWeek" | "nextWeek", days: readonly CivilDate[], atLeast = 1) => {
    const activities = days.map((day) => planned(day, { personId: 7 }));
    const horizon = { weeks: 3, from, atLeast };
    return plannedAhead([7], activities, { asOf: "2018-01-22", horizon })[0]!;
  };

  it("CAD-15 checked on Monday 22 January: weeks 4 to 6 if the current week counts, else 5 to 7", () => {
    const names = (from: "thisWeek" | "nextWeek") => weeks(from, []).weeks.map(({ week }) => week);
    expect(names("thisWeek")).toEqual(["2018-W04", "2018-W05", "2018-W06"]);
    expect(names("nextWeek")).toEqual(["2018-W05", "2018-W06", "2018-W07"]);
  });

  it("CAD-15 each week needs as many entries as the policy says", () => {
    const days = ["2018-01-22", "2018-02-04", "2018-02-05"] as const;
    expect(weeks("thisWeek", days).isPlanned).toBe(true);
    expect(weeks("thisWeek", days, 2).isPlanned).toBe(false);
    expect(weeks("nextWeek", days).weeks.map(({ isPlanned }) => isPlanned)).toEqual([
      true,
      true,
      false,
    ]);
    expect(weeks("thisWeek", ["2018-01-21", ...days.slice(1)]).weeks[0]!.planned).toBe(0);
  });

  it.each([0, 521, 1.5])("CAD-15 a horizon of %d weeks is refused", (weeks) => {
    const horizon = { weeks, from: "thisWeek", atLeast: 1 } as const;
    expect(() => plannedAhead([7], [], { asOf: "2018-01-22", horizon })).toThrow(
      "1 to 520 whole weeks",
    );
  });

  it("CAD-15 only what is planned counts, and only one's own", () => {
    const activities = [
      planned("2018-01-24", { personId: 8 }),
      planned("2018-01-24", { personId: 7, status: "cancelled" }),
      { ...planned("2018-01-24", { personId: 7 }), plannedOn: undefined },
    ] as unknown as readonly Activity[];
    const horizon = { weeks: 1, from: "thisWeek", atLeast: 1 } as const;
    const found = plannedAhead([8, 7], activities, { asOf: "2018-01-22", horizon });
    expect(found.map(({ personId, isPlanned }) => [personId, isPlanned])).toEqual([
      [8, true],
      [7, false],
    ]);
  });
});

describe("CAD-15 done against planned", () => {
  const on = (activities: readonly Activity[]) =>
    doneAgainstPlanned(activities, { from: "2018-03-26", until: "2018-04-02", asOf: "2018-03-28" });

  it("CAD-15 held, cancelled, missed, to come, moved away and unplanned, by person", () => {
    const personId = 7;
    const rows = on([
      held("2018-03-27", { personId, plannedOn: "2018-03-26" }),
      held("2018-04-09", { personId, plannedOn: "2018-04-01", status: "held" }),
      planned("2018-03-26", { personId, status: "cancelled" }),
      planned("2018-03-27", { personId }),
      planned("2018-03-28", { personId }),
      planned("2018-04-02", { personId, movedFrom: ["2018-03-20", "2018-03-27"] }),
      held("2018-03-27", { personId }),
      held("2018-03-25", { personId }),
      held("2018-03-27", { personId, plannedOn: "2018-03-20" }),
    ]);
    expect(rows).toEqual([
      {
        personId,
        planned: 5,
        held: 2,
        cancelled: 1,
        missed: 1,
        toCome: 1,
        unplanned: 1,
        movedAway: 1,
      },
    ]);
  });

  it("CAD-15 rows by id, nobody last; nothing planned or done gives none", () => {
    const rows = on([
      planned("2018-03-28"),
      planned("2018-03-28", { personId: 8 }),
      planned("2018-03-28", { personId: 7 }),
    ]);
    expect(rows.map(({ personId }) => personId)).toEqual([7, 8, undefined]);
    expect(on([planned("2018-05-01", { personId: 7 })])).toEqual([]);
  });
});

describe("CAD-15 load per person and week", () => {
  const ownerOf = new Map<RecordId, RecordId>([
    ["a", 7],
    ["b", 8],
  ]);
  const context = { asOf, until: "2018-04-09", ownerOf } as const;

  it("CAD-15 planned minutes, and duties not planned yet in the week of their ideal day", () => {
    const activities = [
      planned("2018-03-28", { personId: 7, durationMinutes: 30 }),
      planned("2018-04-03", { personId: 7, durationMinutes: 60 }),
      planned("2018-04-03", { personId: 7 }),
      planned("2018-03-27", { personId: 7, durationMinutes: 500 }),
      planned("2018-04-09", { personId: 7, durationMinutes: 500 }),
      planned("2018-03-28", { durationMinutes: 500 }),
      held("2018-03-28", { personId: 7, durationMinutes: 500 }),
    ];
    const duties = [
      duty("a", 1, "2018-03-20"),
      duty("a", 1, "2018-04-05"),
      duty("a", 1, "2018-04-05", { planned: { activityId: 1, plannedOn: "2018-04-05" } }),
      duty("b", 1, "2018-04-04"),
      duty("nobody", 1, "2018-04-04"),
      { ...duty("a", 1, asOf), value: { status: "undecided", daysLate: 0 } } as Duty,
    ];
    expect(loadByPerson(duties, activities, context)).toEqual([
      {
        personId: 7,
        week: "2018-W13",
        minutes: 120,
        plannedCount: 1,
        dutyCount: 1,
        withoutMinutes: 0,
      },
      {
        personId: 7,
        week: "2018-W14",
        minutes: 150,
        plannedCount: 2,
        dutyCount: 1,
        withoutMinutes: 1,
      },
      {
        personId: 8,
        week: "2018-W14",
        minutes: 90,
        plannedCount: 0,
        dutyCount: 1,
        withoutMinutes: 0,
      },
    ]);
  });
});
