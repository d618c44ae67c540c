import { describe, expect, it } from "vitest";
import { placeDuties, type Schedule, type SchedulePerson } from "../../../src/cadence/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { compileCalendar } from "../../../src/time/index.js";
import { anna, eero, places, reasons, schedule, visit, window } from "./ask-schedule.js";
import { calendar, emptySchedule, rules } from "./random-problems.js";

describe("CAD-12 every duty gets a person, a week and a day within its window", () => {
  it("CAD-12 stands on its ideal day with all that is known of it", () => {
    const { entries, feasibility, changes, goals } = schedule([
      visit("A", { cadence: "visits", title: "Gold visit", segment: "gold" }),
    ]);
    expect(entries).toEqual([
      {
        id: "A",
        kind: "placed",
        personId: "anna",
        week: "2018-W15",
        day: "2018-04-11",
        minutes: 60,
        sequence: 0,
        accountId: "A",
        significance: 1,
        latest: "2018-04-13",
        cadence: "visits",
        title: "Gold visit",
      },
    ]);
    expect(changes).toEqual({ added: ["A"], moved: [], removed: [] });
    expect(feasibility).toEqual({
      kind: "feasible",
      fewestLeftOut: 0,
      placedMinutes: 60,
      atMostMinutes: 60,
      gapMinutes: 0,
    });
    expect(goals).toMatchObject({
      placed: 1,
      ownerKept: 1,
      promises: 0,
      daysOffIdeal: 0,
      trips: 0,
    });
  });

  it("CAD-12 never stands on a closed day of the company, the account or the person", () => {
    const easter = window("2018-03-30", "2018-03-30", "2018-04-04");
    const context = { asOf: "2018-03-26" } as const;
    const away: readonly SchedulePerson[] = [
      { ...anna, absences: [{ from: "2018-04-03", until: "2018-04-04" }] },
    ] as const;
    expect(places(schedule([visit("A", { window: easter })], context))).toEqual([
      "A anna 2018-04-03",
    ]);
    expect(places(schedule([visit("A", { window: easter })], context, away))).toEqual([
      "A anna 2018-04-04",
    ]);
    const closed = visit("A", { window: easter, closedDays: ["2018-04-04"] });
    expect(reasons(schedule([closed], context, away))).toEqual({ A: "noOpenDay" });
  });

  it("CAD-12 a person may have a calendar of their own", () => {
    const span = { from: "2018-01-01", until: "2019-01-01" } as const;
    const saturdays = orThrow(
      compileCalendar({
        ...span,
        weekend: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      }),
    );
    const weekend = visit("A", { window: window("2018-04-09", "2018-04-09", "2018-04-15") });
    const own = { ...anna, calendar: saturdays };
    expect(places(schedule([weekend], {}, [own]))).toEqual(["A anna 2018-04-14"]);
  });

  it("CAD-12 a week holds what it holds, and one minute more does not fit", () => {
    const five = ["A", "B", "C", "D", "E"].map((id) => visit(id));
    expect(schedule(five).unplaced).toEqual([]);
    const minuteMore = [...five.slice(1), visit("A", { effortMinutes: 61 })];
    expect(schedule(minuteMore).entries.length).toBe(4);
  });

  it("CAD-12 a week with days off holds its share, or all of it where the rules say so", () => {
    // Easter week 2018 has three working days after Wednesday 28 March is past: only Thursday 29.
    const short = window("2018-03-26", "2018-03-28", "2018-03-30");
    const four = ["A", "B", "C", "D", "E"].map((id) => visit(id, { window: short }));
    const context = { asOf: "2018-03-26" } as const;
    // Four of five days: 240 of 300 minutes.
    expect(schedule(four, context).entries.length).toBe(4);
    const whole = { ...context, rules: { ...rules, shortWeeks: "whole" } } as const;
    expect(schedule(four, whole).entries.length).toBe(5);
    const six = { ...context, rules: { ...rules, shortWeeks: { fullWeekDays: 3 } } } as const;
    expect(schedule(four, six).entries.length).toBe(5);
  });

  it("CAD-12 whatever is forbidden or not known to be allowed is never planned, pinned or not", () => {
    const pinned = { personId: "anna", day: "2018-04-11" } as const;
    const found = schedule([
      visit("A", { permission: "forbidden" }),
      visit("B", { permission: "unknown" }),
      visit("C", { permission: "forbidden", pinned }),
    ]);
    expect(found.entries).toEqual([]);
    expect(reasons(found)).toEqual({ A: "forbidden", B: "permissionUnknown", C: "forbidden" });
  });

  it("CAD-12 what is not known is said and not guessed", () => {
    const { window: _, ...noWindow } = visit("A", { cadence: "visits" });
    const { effortMinutes: __, ...noEffort } = visit("B");
    const { eligible: ___, ...ownerless } = visit("F");
    const found = schedule(
      [
        ...[noWindow, noEffort, visit("C", { eligible: ["nobody"] }), visit("D", { eligible: [] })],
        visit("E", { eligible: ["nobody", "liisa"] }),
        ownerless,
      ],
      {},
      [anna, { id: "liisa" }],
    );
    expect(found.unplaced).toEqual([
      { id: "A", accountId: "A", reason: "windowUnknown", cadence: "visits" },
      { id: "B", accountId: "A", reason: "effortUnknown" },
      { id: "C", accountId: "A", reason: "nobodyEligible" },
      { id: "D", accountId: "A", reason: "nobodyEligible" },
      { id: "E", accountId: "A", reason: "capacityUnknown" },
      { id: "F", accountId: "A", reason: "eligibleUnknown" },
    ]);
    expect(found.feasibility.kind).toBe("feasible");
  });

  it("CAD-12 a duty whose latest day has passed is left, or placed within so many days", () => {
    const passed = visit("A", { window: window("2018-03-01", "2018-03-05", "2018-04-03") });
    expect(reasons(schedule([passed]))).toEqual({ A: "windowPassed" });
    const late = { rules: { ...rules, late: { withinDays: 2 } } } as const;
    const [entry] = schedule([passed], late).entries;
    expect(entry).toMatchObject({ day: "2018-04-04", isLate: true, latest: "2018-04-03" });
    // 7 and 8 April are a weekend, the third and fourth day away from Thursday the 5th.
    const away: readonly SchedulePerson[] = [
      { ...anna, absences: [{ from: "2018-04-04", until: "2018-04-07" }] },
    ];
    expect(reasons(schedule([passed], late, away))).toEqual({ A: "noOpenDay" });
    const today = visit("B", { window: window("2018-03-01", "2018-03-05", "2018-04-04") });
    expect(places(schedule([today]))).toEqual(["B anna 2018-04-04"]);
  });

  it("CAD-12 what belongs after the horizon waits for the next one", () => {
    const on = (ideal: "2018-06-29" | "2018-07-01") =>
      visit("A", { window: window("2018-06-25", ideal, "2018-07-10") });
    expect(places(schedule([on("2018-06-29")]))).toEqual(["A anna 2018-06-29"]);
    expect(reasons(schedule([on("2018-07-01")]))).toEqual({ A: "afterHorizon" });
    const begins = visit("B", { window: window("2018-07-02", "2018-07-02", "2018-07-02") });
    expect(reasons(schedule([begins]))).toEqual({ B: "afterHorizon" });
  });

  it("CAD-12 an effort of no minutes needs no room", () => {
    const nothing = visit("A", { effortMinutes: 0, eligible: ["full"] });
    const full = { id: "full", weeklyCapacityMinutes: 0 };
    expect(places(schedule([nothing], {}, [full]))).toEqual(["A full 2018-04-11"]);
  });
});

describe("CAD-12 pins and manual entries", () => {
  const pin = { personId: "anna", day: "2018-04-11" } as const;

  it("CAD-12 a pinned duty and a manual entry stay, and take their time from the week", () => {
    const manual = [
      { id: "m", personId: "anna", day: "2018-04-12", minutes: 120, accountId: "Z", title: "Fair" },
    ] as const;
    const rest = ["B", "C", "D"].map((id) => visit(id));
    const found = schedule([visit("A", { pinned: pin, title: "Talk" }), ...rest], { manual });
    // 60 pinned and 120 by hand of 300 leave room for two.
    expect(found.entries.filter(({ kind }) => kind === "placed").length).toBe(2);
    expect(found.entries.find(({ id }) => id === "A")).toMatchObject({ kind: "pinned", ...pin });
    expect(found.entries.find(({ id }) => id === "m")).toEqual({
      ...{ id: "m", kind: "manual", personId: "anna", week: "2018-W15", day: "2018-04-12" },
      ...{ sequence: 0, minutes: 120, accountId: "Z", title: "Fair" },
    });
    expect(found.changes.added).not.toContain("m");
    expect(found.conflicts).toEqual([]);
    expect(found.overloads[0]).toMatchObject({ availableMinutes: 120, usableMinutes: 120 });
  });

  it("CAD-12 a pin wins over everything but permission, and says what speaks against it", () => {
    const on = (day: "2018-04-14" | "2018-04-20", rest = {}) => ({
      ...{ pinned: { personId: "eero", day }, ...rest },
    });
    const { effortMinutes: _, ...unknown } = visit("C", on("2018-04-14"));
    const found = schedule(
      [
        visit("A", { ...on("2018-04-14"), effortMinutes: 200 }),
        visit("B", { eligible: ["eero"], ...on("2018-04-20"), closedDays: ["2018-04-20"] }),
        unknown,
        visit("D", { pinned: { personId: "gone", day: "2018-04-11" }, eligible: ["gone"] }),
      ],
      { manual: [{ id: "m", personId: "eero", day: "2018-04-12", minutes: 200 }] },
      [anna, eero],
    );
    expect(found.conflicts).toEqual([
      { id: "A", why: "closedDay" },
      { id: "A", why: "notEligible" },
      { id: "A", why: "outsideWindow" },
      { id: "A", why: "overCapacity" },
      { id: "B", why: "closedDay" },
      { id: "B", why: "outsideWindow" },
      { id: "C", why: "closedDay" },
      { id: "C", why: "minutesUnknown" },
      { id: "C", why: "notEligible" },
      { id: "C", why: "outsideWindow" },
      { id: "C", why: "overCapacity" },
      { id: "D", why: "unknownPerson" },
      { id: "m", why: "overCapacity" },
    ]);
    expect(found.entries.length).toBe(5);
    // Nothing more is put where a pin stands already.
    const more = visit("E", { eligible: ["eero"] });
    const full = visit("A", { ...on("2018-04-14"), effortMinutes: 301 });
    expect(reasons(schedule([full, more], {}, [eero]))).toEqual({ E: "noCapacity" });
  });

  it("CAD-12 a pin needs neither window nor effort; before the first day it is void, after the last it waits", () => {
    const { window: _, effortMinutes: __, ...bare } = visit("A", { pinned: pin });
    expect(places(schedule([bare]))).toEqual(["A anna 2018-04-11"]);
    const missed = visit("A", { pinned: { personId: "anna", day: "2018-04-03" } });
    expect(places(schedule([missed]))).toEqual(["A anna 2018-04-11"]);
    const after = visit("A", { pinned: { personId: "anna", day: "2018-07-01" } });
    expect(reasons(schedule([after]))).toEqual({ A: "afterHorizon" });
  });

  it("CAD-12 whoever may do it being unknown, a pin is nobody's place", () => {
    const { eligible: _, ...ownerless } = visit("A", { pinned: pin });
    const found = schedule([ownerless]);
    expect(places(found)).toEqual(["A anna 2018-04-11"]);
    expect(found.conflicts).toEqual([]);
  });

  it("CAD-12 pins of people without a known capacity are no conflict of capacity", () => {
    const pinned = { personId: "liisa", day: "2018-04-11" } as const;
    const found = schedule([visit("A", { pinned, eligible: ["liisa"] })], {}, [{ id: "liisa" }]);
    expect(found.conflicts).toEqual([]);
    // Nobody can tell how full her weeks are.
    expect(found.loads).toEqual([]);
  });

  it("CAD-12 manual entries outside the horizon are left out", () => {
    const manual = (["2018-04-03", "2018-07-01"] as const).map((day) => {
      return { id: day, personId: "anna", day };
    });
    expect(schedule([], { manual }).entries).toEqual([]);
  });
});

describe("CAD-12 promises of the schedule before", () => {
  it("CAD-12 a promise is kept even off the ideal day, and by a substitute", () => {
    const either = visit("A", { eligible: ["anna", "eero"] });
    const previous: Schedule = {
      ...emptySchedule,
      entries: [
        {
          id: "A",
          kind: "placed",
          personId: "eero",
          day: "2018-04-09",
          week: "2018-W15",
          sequence: 3,
        },
      ],
    };
    const found = schedule([either], { previous }, [anna, eero]);
    expect(places(found)).toEqual(["A eero 2018-04-09"]);
    expect(found.entries[0]?.sequence).toBe(3);
    expect(found.changes).toEqual({ added: [], moved: [], removed: [] });
    expect(found.goals).toMatchObject({ promises: 1, promisesKept: 1, ownerKept: 0 });
  });

  it("CAD-12 a promise that can no longer be kept is moved, and the move counted", () => {
    const first = schedule([visit("A")]);
    const away: readonly SchedulePerson[] = [
      { ...anna, absences: [{ from: "2018-04-11", until: "2018-04-12" }] },
    ];
    const second = schedule([visit("A")], { previous: first }, away);
    expect(second.changes.moved).toEqual([
      {
        id: "A",
        from: { personId: "anna", day: "2018-04-11" },
        to: { personId: "anna", day: "2018-04-10" },
      },
    ]);
    expect(second.entries[0]?.sequence).toBe(1);
    const nobody = schedule([visit("A", { eligible: ["eero"] })], { previous: first }, [eero]);
    expect(nobody.changes.moved.map(({ to }) => to.personId)).toEqual(["eero"]);
    const other = schedule([visit("A", { eligible: ["eero"] })], { previous: first }, [anna, eero]);
    expect(other.goals.promises).toBe(0);
  });

  it("CAD-12 what is no longer demanded is removed and stays withdrawn until its day is past", () => {
    const first = schedule([visit("A"), visit("B")]);
    const second = schedule([visit("A")], { previous: first });
    expect(second.changes.removed).toEqual([
      { id: "B", from: { personId: "anna", day: "2018-04-10" } },
    ]);
    expect(second.withdrawn.map(({ id, sequence }) => [id, sequence])).toEqual([["B", 1]]);
    const third = schedule([visit("A")], { previous: second });
    expect(third.withdrawn).toEqual(second.withdrawn);
    const back = schedule([visit("A"), visit("B")], { previous: third });
    expect(back.withdrawn).toEqual([]);
    expect(back.entries.map(({ id, sequence }) => [id, sequence])).toEqual([
      ["B", 2],
      ["A", 0],
    ]);
    const past = schedule([], { previous: third, asOf: "2018-04-12" });
    expect(past.withdrawn).toEqual([]);
    expect(past.changes.removed).toEqual([]);
  });

  it("CAD-12 a visit of the past that was missed is no promise and is added anew", () => {
    const first = schedule([visit("A")]);
    const context = { previous: first, asOf: "2018-04-12" } as const;
    const second = schedule([visit("A")], context);
    expect(second.changes).toEqual({ added: ["A"], moved: [], removed: [] });
    expect(second.entries[0]).toMatchObject({ day: "2018-04-12", sequence: 1 });
  });

  it("CAD-12 what was given out for after the horizon stands there, until a pin brings it in", () => {
    const far = visit("A", { window: window("2018-04-09", "2018-04-11", "2018-12-01") });
    const later = schedule([{ ...far, window: window("2018-08-01", "2018-08-01", "2018-08-01") }], {
      until: "2018-09-01",
    });
    const short = schedule([far], { previous: later });
    expect(reasons(short)).toEqual({ A: "afterHorizon" });
    expect(short.later.map(({ id, day }) => [id, day])).toEqual([["A", "2018-08-01"]]);
    const again = schedule([far], { previous: short });
    expect(again).toEqual(short);
    const pinned = { ...far, pinned: { personId: "anna", day: "2018-04-11" } } as const;
    const brought = schedule([pinned], { previous: short });
    expect(brought.changes.moved[0]?.from.day).toBe("2018-08-01");
    expect(brought.later).toEqual([]);
  });

  it("CAD-12 a significant newcomer displaces what has to give, and the rest keeps its day", () => {
    const five = ["B", "C", "D", "E", "F"].map((id) => visit(id, { significance: 2 }));
    const first = schedule(five);
    const second = schedule([...five, visit("A")], { previous: first });
    expect(second.changes.added).toEqual(["A"]);
    expect(second.changes.removed.map(({ id }) => id)).toEqual(["F"]);
    expect(second.changes.moved).toEqual([]);
    // Of equal weight, what was promised stays.
    const third = schedule([...five, visit("A", { significance: 2 })], { previous: first });
    expect(reasons(third)).toEqual({ A: "noCapacity" });
  });
});

describe("CAD-12 the wishes, in their order", () => {
  it("CAD-12 the owner does it, and a substitute only where the owner is away or full", () => {
    const both = { eligible: ["anna", "eero"] };
    expect(places(schedule([visit("A", both)], {}, [anna, eero]))).toEqual(["A anna 2018-04-11"]);
    const away: SchedulePerson = {
      ...anna,
      absences: [{ from: "2018-04-09", until: "2018-04-16" }],
    };
    expect(places(schedule([visit("A", both)], {}, [away, eero]))).toEqual(["A eero 2018-04-11"]);
    const six = ["A", "B", "C", "D", "E", "F"].map((id) => visit(id, both));
    const found = schedule(six, {}, [anna, eero]);
    expect(found.entries.filter(({ personId }) => personId === "eero").length).toBe(1);
    expect(found.goals).toMatchObject({ ownerKept: 5, promisesAndOwners: "optimal" });
  });

  it("CAD-12 who is free for both helps whoever has nobody else", () => {
    // Eero's week is full with what only he may do; A moves from Eero's owner to Anna.
    const small = [
      { ...anna, weeklyCapacityMinutes: 60 },
      { ...eero, weeklyCapacityMinutes: 60 },
    ];
    const found = schedule(
      [
        visit("A", { eligible: ["eero", "anna"] }),
        visit("B", { eligible: ["eero"], significance: 2 }),
      ],
      {},
      small,
    );
    expect(places(found)).toEqual(["A anna 2018-04-11", "B eero 2018-04-11"]);
  });

  it("CAD-12 an account's visits stand near their ideal days, level weeks come after that", () => {
    const wide = window("2018-04-09", "2018-04-18", "2018-04-27");
    const six = ["A", "B", "C", "D", "E", "F"].map((id) => visit(id, { window: wide }));
    const days = (evenWithinDays: number) =>
      schedule(six, { rules: { ...rules, evenWithinDays } }).entries.map(({ week }) => week);
    // Five fill the ideal week, the sixth goes to the day nearest to it.
    expect(days(0)).toEqual(["2018-W15", ...Array(5).fill("2018-W16")]);
    // Where ten days are as good as one, the three weeks have two each.
    expect(days(10).toSorted()).toEqual([
      ...["2018-W15", "2018-W15", "2018-W16", "2018-W16", "2018-W17", "2018-W17"],
    ]);
  });

  it("CAD-12 visits to one far region make one trip, near ones are spread over the days", () => {
    const open = window("2018-04-09", "2018-04-11", "2018-04-13");
    const three = ["A", "B", "C"].map((id) => {
      return visit(id, { window: open, region: "Lappi", travelMinutes: 60 });
    });
    const far = schedule(three, { rules: { ...rules, evenWithinDays: 4 } });
    expect(new Set(far.entries.map(({ day }) => day)).size).toBe(1);
    expect(far.goals.trips).toBe(1);
    const near = three.map((duty) => ({ ...duty, travelMinutes: 59 }));
    const spread = schedule(near, { rules: { ...rules, evenWithinDays: 4 } });
    expect(new Set(spread.entries.map(({ day }) => day)).size).toBe(3);
    expect(spread.goals.trips).toBe(0);
  });

  it("CAD-12 contacts of an account keep their distance, those of another need not", () => {
    const apart = { rules: { ...rules, minimumGapDays: 2 } };
    const three = [visit("A"), visit("B"), visit("C"), visit("D", { accountId: "Z" })];
    const found = schedule(three, apart);
    expect(places(found)).toEqual([
      ...["B anna 2018-04-09", "D anna 2018-04-10", "A anna 2018-04-11", "C anna 2018-04-13"],
    ]);
    const four = schedule([...three, visit("E")], apart);
    expect(reasons(four)).toEqual({ E: "noCapacity" });
    // There is time, so nothing proves that it cannot be done, and nothing that it can.
    expect(four.feasibility).toEqual({
      ...{ kind: "undecided", placedMinutes: 240, atMostMinutes: 300, gapMinutes: 60 },
    });
    expect(four.overloads).toEqual([]);
  });

  it("CAD-12 contacts keep their distance from pins and manual entries with the account too", () => {
    const apart = { rules: { ...rules, minimumGapDays: 3 } };
    const wednesday = { personId: "eero", day: "2018-04-11" } as const;
    const beside = visit("A", { window: window("2018-04-09", "2018-04-11", "2018-04-13") });
    const wider = visit("B", { window: window("2018-04-09", "2018-04-11", "2018-04-16") });
    const pinned = visit("P", { eligible: ["eero"], pinned: wednesday });
    expect(reasons(schedule([beside, pinned], apart))).toEqual({ A: "noOpenDay" });
    // Monday is two days away, the next Monday five.
    expect(places(schedule([wider, pinned], apart))).toEqual([
      ...["P eero 2018-04-11", "B anna 2018-04-16"],
    ]);
    const manual = [{ ...wednesday, id: "fair", accountId: "A" }];
    expect(reasons(schedule([beside], { ...apart, manual }))).toEqual({ A: "noOpenDay" });
    const two = { ...apart, rules: { ...rules, minimumGapDays: 2 } };
    expect(places(schedule([beside], { ...two, manual }))).toEqual([
      ...["A anna 2018-04-09", "fair eero 2018-04-11"],
    ]);
  });

  it("CAD-12 of two promises that are now too near to each other one is kept", () => {
    const on = (id: string, ideal: "2018-04-10" | "2018-04-11") =>
      visit(id, { window: window("2018-04-09", ideal, "2018-04-13") });
    const both = [on("A", "2018-04-10"), on("B", "2018-04-11")];
    const strict = { ...rules, evenWithinDays: 0 };
    const previous = schedule(both, { rules: strict });
    expect(places(previous)).toEqual(["A anna 2018-04-10", "B anna 2018-04-11"]);
    const found = schedule(both, { rules: { ...strict, minimumGapDays: 2 }, previous });
    expect(found.goals).toMatchObject({ promises: 2, promisesKept: 1 });
    expect(found.changes.moved.length + found.changes.removed.length).toBe(1);
  });

  it("CAD-12 what binds nobody: entries without an account, of the past, or not permitted", () => {
    const apart = { rules: { ...rules, minimumGapDays: 3 } };
    const manual = [
      { id: "office", personId: "anna", day: "2018-04-11" },
      { id: "past", personId: "anna", day: "2018-04-03", accountId: "A" },
    ] as const;
    const first = visit("A", { window: window("2018-04-04", "2018-04-04", "2018-04-05") });
    const banned = visit("B", {
      pinned: { personId: "anna", day: "2018-04-05" },
      permission: "forbidden",
    });
    const closed = visit("C", {
      window: window("2018-04-09", "2018-04-11", "2018-04-13"),
      closedDays: ["2018-04-11"],
    });
    expect(places(schedule([first, banned], { ...apart, manual }))[0]).toBe("A anna 2018-04-04");
    const pinned = visit("P", { pinned: { personId: "eero", day: "2018-04-12" } });
    const near = { rules: { ...rules, minimumGapDays: 2 } };
    expect(places(schedule([closed, pinned], near))).toEqual([
      ...["C anna 2018-04-10", "P eero 2018-04-12"],
    ]);
  });
});

describe("CAD-12 the rest of a week that has begun", () => {
  const monday = "2018-04-09";
  const thursday = { asOf: "2018-04-12", until: "2018-07-01" } as const;
  const five = ["A", "B", "C", "D", "E"].map((id) => {
    return visit(id, { window: window("2018-04-09", "2018-04-13", "2018-04-13") });
  });
  const more = visit("F", { window: window("2018-04-12", "2018-04-12", "2018-04-13") });
  const strict = { rules: { ...rules, evenWithinDays: 0 } };
  const friday = schedule(five, { ...strict, asOf: monday });

  it("CAD-12 what was promised for Friday while the week was whole still has its room on Thursday", () => {
    expect(friday.entries.map(({ day }) => day)).toEqual(Array(5).fill("2018-04-13"));
    const found = schedule([...five, more], { ...thursday, ...strict, previous: friday });
    expect(found.changes.moved).toEqual([]);
    expect(reasons(found)).toEqual({ F: "noCapacity" });
    expect(found.loads[0]).toMatchObject({ week: "2018-W15", minutes: 300, capacityMinutes: 300 });
    // Without the schedule before, two days hold two fifths of the week.
    expect(schedule(five, thursday).loads[0]?.capacityMinutes).toBe(120);
  });

  it("CAD-12 what the days past have taken is gone, pins and manual entries included", () => {
    const early = ["A", "B", "C"].map((id) => {
      return visit(id, { window: window("2018-04-09", "2018-04-09", "2018-04-11") });
    });
    const manual = [
      { id: "fair", personId: "anna", day: "2018-04-10", minutes: 60 },
      { id: "unknown", personId: "anna", day: "2018-04-10" },
      { id: "elsewhere", personId: "eero", day: "2018-04-10", minutes: 60 },
    ] as const;
    const previous = schedule(early, { asOf: monday, manual });
    const rest = ["F", "G"].map((id) => ({ ...more, id }));
    const found = schedule(rest, { ...thursday, previous });
    expect(found.loads[0]).toMatchObject({ minutes: 60, capacityMinutes: 60 });
    const over = schedule(early, {
      ...{ asOf: monday, previous },
      manual: [{ id: "fair", personId: "anna", day: "2018-04-09", minutes: 301 }],
    });
    const none = schedule(rest, { ...thursday, previous: over });
    expect(none.loads[0]).toMatchObject({ minutes: 0, capacityMinutes: 0 });
  });

  it("CAD-12 days off that were not known before make the rest smaller, all of them nothing", () => {
    const weeks = (from: "2018-04-12" | "2018-04-13") => {
      const away = { ...anna, absences: [{ from, until: "2018-04-14" }] } as const;
      return schedule([], { ...thursday, previous: schedule([], { asOf: monday }) }, [away]).loads;
    };
    expect(weeks("2018-04-13")[0]?.capacityMinutes).toBe(240);
    expect(weeks("2018-04-12")[0]?.capacityMinutes).toBe(0);
  });

  it.each([
    ["a Monday, a new week", { asOf: "2018-04-16" }, { asOf: monday }, 300],
    ["a schedule before that is of a later day", thursday, { asOf: "2018-04-13" }, 120],
    ["one that ended sooner", thursday, { asOf: monday, until: "2018-04-13" }, 120],
    [
      "one that ended as soon",
      { ...thursday, until: "2018-04-13" },
      { asOf: monday, until: "2018-04-13" },
      240,
    ],
  ] as const)("CAD-12 asked on %s", (_, context, before, expected) => {
    const previous = schedule([], before);
    expect(schedule([], { ...context, previous }).loads[0]?.capacityMinutes).toBe(expected);
  });

  it("CAD-12 who was not known before has the share of the days left", () => {
    const found = schedule([], { ...thursday, previous: friday }, [anna, eero]);
    const first = found.loads.filter(({ week }) => week === "2018-W15");
    expect(first.map(({ capacityMinutes }) => capacityMinutes)).toEqual([300, 120]);
  });
});

describe("what placeDuties refuses", () => {
  it.each([
    ["duplicate-id", () => schedule([visit("A"), visit("A")])],
    ["duplicate-id", () => schedule([], {}, [anna, anna])],
    ["out-of-range", () => schedule([visit("A", { effortMinutes: 1.5 })])],
    ["out-of-range", () => schedule([visit("A", { effortMinutes: -1 })])],
    ["out-of-range", () => schedule([visit("A", { effortMinutes: 527_041 })])],
    ["out-of-range", () => schedule([], {}, [{ id: 1, weeklyCapacityMinutes: Number.NaN }])],
    [
      "out-of-range",
      () => schedule([], { manual: [{ id: "m", personId: 1, day: "2018-04-11", minutes: 0.5 }] }),
    ],
    ["out-of-range", () => schedule([], { until: "2018-04-04" })],
    ["out-of-range", () => schedule([], { until: "2029-04-04" })],
    ["date-outside-calendar", () => schedule([], { asOf: "2017-12-31" }, [anna])],
    ["too-large", () => schedule([visit("A", { eligible: Array(101).fill("anna") })])],
    ["too-large", () => schedule([], {}, Array(568_182).fill(anna))],
    ["out-of-range", () => schedule([], { rules: { ...rules, levelSteps: 0 } })],
    ["not-schedule-rules", () => schedule([], { rules: null as never })],
    [
      "unknown-format",
      () => schedule([], { previous: { ...emptySchedule, format: "x" as never } }),
    ],
  ])("%s", (code, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code }));
  });

  it.each(["entries", "loads", "later", "withdrawn"])("a schedule before without %s", (list) => {
    const previous = { ...emptySchedule, [list]: undefined } as never;
    const expected = { code: "malformed-schedule", path: `previous.${list}` };
    expect(() => schedule([], { previous })).toThrow(expect.objectContaining(expected));
  });

  it("an empty schedule is a schedule", () => {
    const nothing = placeDuties([], [], {
      asOf: "2018-01-01",
      until: "2018-01-02",
      calendar,
      rules,
    });
    expect(nothing.entries).toEqual([]);
    expect(nothing.feasibility.kind).toBe("feasible");
    expect(nothing.loads).toEqual([]);
  });

  it("a horizon of 4 000 days is long enough for anybody", () => {
    const far = orThrow(
      compileCalendar({ from: "2018-01-01", until: "2030-01-01", weekend: ["sunday"] }),
    );
    const asked = { asOf: "2018-01-01", calendar: far } as const;
    expect(schedule([], { ...asked, until: "2028-12-14" }).until).toBe("2028-12-14");
    expect(() => schedule([], { ...asked, until: "2028-12-15" })).toThrow();
  });
});
