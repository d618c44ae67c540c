import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../../src/facts/index.js";
import { checkCapacity, compareContacts, compareHours } from "../../../src/policy/index.js";
import {
  against,
  asOf,
  base,
  calendar,
  callsWith,
  compiledWith,
  known,
  lower,
  policy,
  until,
} from "./two-policies.js";

const context = { asOf, until, calendar } as const;
const contacts = (more: object, of: CustomerBase = base) =>
  compareContacts(of, against(more), context);
const hours = (more: object, of: CustomerBase = base) => compareHours(of, against(more), context);
const NONE = {
  before: 0,
  after: 0,
  appeared: 0,
  vanished: 0,
  moved: 0,
  reassigned: 0,
  unchanged: 0,
  ownerUnknown: 0,
};
const owned = (mode: string) => ({
  care: {
    ...policy.care,
    models: { ...policy.care.models, light: { ...policy.care.models.light, ownership: { mode } } },
  },
});

describe("POL-04 which contacts appear and vanish", () => {
  it("POL-04 tells the visits that B gains and the call that it loses", () => {
    // A: three visits on both sides; B: a call before, three visits after; C: a call on both.
    const { total, byCadence, changes, from, until: end } = contacts(lower);
    expect([from, end]).toEqual([asOf, until]);
    expect(total).toEqual({ ...NONE, before: 5, after: 7, appeared: 3, vanished: 1, unchanged: 4 });
    expect(byCadence).toEqual([
      { ...NONE, cadence: "call", before: 2, after: 1, vanished: 1, unchanged: 1 },
      { ...NONE, cadence: "visit", before: 3, after: 6, appeared: 3, unchanged: 3 },
    ]);
    expect(changes[0]).toEqual({
      kind: "vanished",
      accountId: "B",
      cadence: "call",
      before: {
        id: "B|call|2018-Q1#1",
        // The last day of March 2018 is a Saturday, and days roll to the working day before.
        window: { earliest: "2018-01-01", ideal: expect.any(String), latest: "2018-03-30" },
        owners: ["Eero"],
      },
    });
    expect(changes.slice(1).map((each) => [each.kind, each.cadence, each.accountId])).toEqual([
      ["appeared", "visit", "B"],
      ["appeared", "visit", "B"],
      ["appeared", "visit", "B"],
    ]);
  });

  it("POL-04 tells windows that move apart from contacts that are new", () => {
    // A call each month: the one of January is the one of the quarter, moved; two are new.
    const { total, changes } = contacts(callsWith({ per: "month" }));
    expect(total).toEqual({ ...NONE, before: 5, after: 9, appeared: 4, moved: 2, unchanged: 3 });
    const moved = changes.find(({ kind }) => kind === "moved");
    expect(moved).toMatchObject({
      accountId: "B",
      cadence: "call",
      before: { id: "B|call|2018-Q1#1", window: { latest: "2018-03-30" } },
      after: { id: "B|call|2018-01#1", window: { latest: "2018-01-31" } },
    });
    expect(moved).not.toHaveProperty("otherOwner");
  });

  it("POL-04 tells contacts that change hands", () => {
    const { total, changes } = contacts(owned("none"));
    expect(total).toMatchObject({ reassigned: 2, unchanged: 3, moved: 0 });
    expect(changes[0]).toMatchObject({
      kind: "reassigned",
      accountId: "B",
      before: { owners: ["Eero"] },
      after: { owners: [] },
    });
    const both = contacts({ ...owned("none"), ...callsWith({ per: "month" }) });
    expect(both.changes.find(({ kind }) => kind === "moved")).toMatchObject({ otherOwner: true });
    const care = { ...policy.care, models: { ...policy.care.models } };
    const order = (personId: string) => ({ accountId: "C", personId, naming: "named" }) as const;
    const people = [
      { ...order("Aino"), role: "teamMember" },
      { ...order("Eero"), role: "responsible" },
    ] as const;
    expect(contacts({ care }, { ...base, ownerships: people }).total.unchanged).toBe(5);
  });

  it("never counts a contact as unchanged whose owner nobody knows", () => {
    const { ownerships: _, ...coverage } = base.coverage;
    const unknown = { ...base, coverage };
    expect(contacts({}, unknown).total).toEqual({ ...NONE, before: 5, after: 5, ownerUnknown: 5 });
    const { total, changes } = contacts(callsWith({ per: "month" }), unknown);
    expect(total).toMatchObject({ moved: 2, ownerUnknown: 3 });
    expect(changes[0]).not.toHaveProperty("otherOwner");
    expect(changes[0]).not.toHaveProperty("before.owners");
  });

  it("lists what cannot be compared, and counts none of it", () => {
    const decided = { segments: { size: { ...policy.segments.size, rules: [] } } };
    const unsure = { accountId: "D", because: "careModel" } as const;
    expect(contacts({}).notCompared).toEqual([{ ...unsure, before: 0, after: 0 }]);
    // D is small after, and has a call that cannot be compared with anything.
    expect(contacts(decided).notCompared).toEqual([{ ...unsure, before: 0, after: 1 }]);
    const { activities: _, ...coverage } = base.coverage;
    const { total, notCompared } = contacts({}, { ...base, coverage });
    expect(total).toEqual(NONE);
    expect(
      notCompared.map(({ accountId, because, cadence }) => [accountId, because, cadence]),
    ).toEqual([
      ["A", "duties", "visit"],
      ["B", "duties", "call"],
      ["C", "duties", "call"],
      ["D", "careModel", undefined],
    ]);
  });

  it("knows contacts of several business lines apart", () => {
    const lines = (...businessLines: string[]) =>
      compiledWith({ businessLines, ...callsWith({ perBusinessLine: true }) });
    const policies = { before: lines("clocks"), after: lines("clocks", "rings") };
    const { total, changes } = compareContacts(base, policies, context);
    expect(total).toMatchObject({ before: 5, after: 7, appeared: 2, unchanged: 5 });
    expect(changes.map(({ businessLine }) => businessLine)).toEqual(["rings", "rings"]);
    const { activities: _, ...coverage } = base.coverage;
    const { notCompared } = compareContacts({ ...base, coverage }, policies, context);
    const ofB = notCompared.filter(({ accountId }) => accountId === "B");
    expect(ofB.map(({ businessLine }) => businessLine)).toEqual(["clocks", "rings"]);
  });

  it("takes a contact that no channel may be used for as none", () => {
    const reach = {
      channels: ["email"],
      isMarketing: true,
      level: "account",
      whenNone: "forbidden",
      whenUnknown: "undecided",
    };
    const known = { ...base, coverage: { ...base.coverage, permissions: "complete" } } as const;
    const { total, notCompared } = contacts(callsWith({ reach }), known);
    expect(total).toEqual({ ...NONE, before: 5, after: 3, vanished: 2, unchanged: 3 });
    expect(notCompared.map(({ accountId }) => accountId)).toEqual(["D"]);
  });

  it("says where contacts far ahead were left out", () => {
    const daily = {
      method: "interval",
      counts: { field: "kind", equals: "visit" },
      earliest: { days: 1 },
      ideal: { days: 1 },
      latest: { days: 1 },
      whenNever: "dueAtOnce",
      roll: "next",
    };
    const before = compiledWith({ cadences: { ...policy.cadences, visit: daily } });
    const one = { ...base, accounts: base.accounts.filter(({ id }) => id === "A") };
    const far = { asOf, calendar, until: "2048-01-01" } as const;
    const { findings, total } = compareContacts(one, { before, after: compiledWith() }, far);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ["too-many-duties", "duties.A"],
    ]);
    expect(total.before).toBe(10_000);
  });
});

describe("POL-04 hours gained and lost", () => {
  it("POL-04 adds up minutes by segment and week, before and after", () => {
    const { total, bySegment, unknownEffort, notCompared } = hours(lower, known);
    expect(total).toEqual({
      contacts: { before: 5, after: 7 },
      minutes: { before: 210, after: 375, difference: 165 },
      unknownEffort: { before: 0, after: 0 },
    });
    expect(bySegment.map(({ segment, minutes }) => [segment, minutes])).toEqual([
      ["large", { before: 180, after: 360, difference: 180 }],
      ["small", { before: 30, after: 15, difference: -15 }],
    ]);
    expect(unknownEffort).toEqual([]);
    expect(notCompared).toEqual({ accounts: 0, before: 0, after: 0 });
  });

  it("tells no difference while an account could not be compared: it may belong to any sum", () => {
    const { total, bySegment, byWeek, rows, notCompared } = hours({});
    expect(notCompared).toEqual({ accounts: 1, before: 0, after: 0 });
    expect(total.minutes).toEqual({ before: 210, after: 210 });
    for (const { minutes } of [...bySegment, ...byWeek, ...rows]) {
      expect(minutes).not.toHaveProperty("difference");
    }
    expect(hours({}, known).total.minutes).toEqual({ before: 210, after: 210, difference: 0 });
  });

  it("counts each contact in the week that the capacity check counts it in", () => {
    const { rows, byWeek } = hours(lower);
    const rules = {
      shortWeeks: "whole",
      late: "leave",
      evenWithinDays: 3,
      levelSteps: 10,
      farFromMinutes: 120,
    } as const;
    const people = ["Aino", "Eero"].map((id) => ({ id, weeklyCapacityMinutes: 2400 }));
    const demand = (compiled = compiledWith()) =>
      checkCapacity({ ...base, people }, compiled, { ...context, rules }).demand;
    const sideOf = (side: "before" | "after") =>
      rows
        .filter(({ contacts: { [side]: count } }) => count > 0)
        .map(({ segment, week, contacts: count, minutes }) => {
          return { segment, week, duties: count[side], minutes: minutes[side] };
        });
    expect(sideOf("before")).toEqual(demand());
    expect(sideOf("after")).toEqual(demand(compiledWith(lower)));
    expect(byWeek.map(({ week }) => week)).toEqual([...new Set(rows.map(({ week }) => week))]);
  });

  it("lists contacts of unknown effort, and gives no difference of what they belong to", () => {
    const { effortMinutes: _, ...call } = policy.cadences.call;
    const { total, bySegment, unknownEffort } = hours(
      { cadences: { ...policy.cadences, call } },
      known,
    );
    expect(unknownEffort).toEqual([{ cadence: "call", before: 0, after: 2 }]);
    expect(total).toEqual({
      contacts: { before: 5, after: 5 },
      minutes: { before: 210, after: 180 },
      unknownEffort: { before: 0, after: 2 },
    });
    expect(bySegment[0]!.minutes.difference).toBe(0);
    expect(bySegment[1]!.minutes).not.toHaveProperty("difference");
  });

  it("counts accounts cared for without a segment by themselves", () => {
    const exceptions = [{ accountId: "E", model: "light", reason: "a promise" }];
    const { bySegment } = hours({ care: { ...policy.care, exceptions } }, known);
    expect(bySegment[0]).toEqual({
      contacts: { before: 0, after: 1 },
      minutes: { before: 0, after: 15, difference: 15 },
      unknownEffort: { before: 0, after: 0 },
    });
  });

  it("counts a planned contact in the week it is planned for", () => {
    const activities = [
      {
        id: 1,
        accountId: "C",
        kind: "call",
        status: "planned",
        plannedOn: "2018-02-14",
        personId: "Eero",
      },
    ] as const;
    const { rows } = compareHours({ ...base, activities }, against(), context);
    const ofSmall = rows.filter(({ segment }) => segment === "small");
    expect(ofSmall.map(({ week }) => week)).toContain("2018-W07");
  });
});
