import { describe, expect, it } from "vitest";
import {
  classPromotions,
  compareRules,
  type EventColumns,
  eventsFromSnapshots,
  leadsPassedOn,
  ledgerOf,
  markActivity,
  scoreWeeks,
} from "../../src/campaigns/index.js";
import type { Activity, Instant } from "../../src/facts/index.js";
import { HoitoError } from "../../src/shapes/index.js";
import { toEpochDay } from "../../src/time/index.js";
import {
  compiled,
  earning,
  flawless,
  opened,
  perVisit,
  pointsOf,
  SETTLED,
  STATUS,
  springDefinition,
  springWith,
  visit,
} from "./spring.js";

const BEFORE = "2018-01-21T22:00:00Z";
const AT = "2018-01-22T22:00:00Z";

describe("CAMP-10 events as the difference of two exports", () => {
  const base = visit(1, "a", "2018-01-17");
  const kinds = (before: readonly Activity[], after: readonly Activity[], since?: Instant) =>
    eventsFromSnapshots(before, after, { at: AT, ...(since === undefined ? {} : { since }) }).map(
      ({ kind, at, activity }) => [activity.id, kind, at, activity.personId, activity.noteQuality],
    );

  it("CAMP-10 new is logged, gone is deleted, different is edited, and the same is nothing", () => {
    expect(kinds([], [base])).toEqual([[1, "logged", AT, "a", undefined]]);
    expect(kinds([base], [])).toEqual([[1, "deleted", AT, "a", undefined]]);
    expect(kinds([{ ...base, status: "held" }], [base])).toEqual([
      [1, "edited", AT, "a", undefined],
    ]);
    expect(kinds([base], [{ ...base }])).toEqual([]);
  });

  it("CAMP-10 a verdict is an event of its own, beside the edit or alone", () => {
    const good = { ...base, noteQuality: "good" } as const;
    expect(kinds([base], [good])).toEqual([[1, "judged", AT, "a", "good"]]);
    expect(kinds([good], [base])).toEqual([[1, "judged", AT, "a", undefined]]);
    expect(kinds([], [good])).toEqual([
      [1, "logged", AT, "a", undefined],
      [1, "judged", AT, "a", "good"],
    ]);
    const dated = { ...good, noteJudgedAt: "2018-01-20T10:00:00Z" } as const;
    expect(kinds([dated], [{ ...dated, notes: "more" }])).toEqual([[1, "edited", AT, "a", "good"]]);
    expect(kinds([{ ...base, notes: "" }], [dated]).map(([, kind]) => kind)).toEqual([
      "edited",
      "judged",
    ]);
  });

  it("CAMP-10 a visit handed over is deleted for the one and logged for the other", () => {
    expect(kinds([base], [{ ...base, personId: "b" }])).toEqual([
      [1, "deleted", AT, "a", undefined],
      [1, "logged", AT, "b", undefined],
    ]);
    const { personId: _person, ...nobody } = base;
    expect(kinds([nobody], [base]).map(([, kind]) => kind)).toEqual(["deleted", "logged"]);
  });

  it("CAMP-10 an activity's own stamps say when, if they lie between the exports", () => {
    const closedAt = (at: Instant) =>
      kinds([{ ...base, status: "held" }], [{ ...base, closedAt: at }], BEFORE)[0]![2];
    expect(closedAt("2018-01-22T09:59:00Z")).toBe("2018-01-22T09:59:00Z");
    expect(closedAt(BEFORE)).toBe(AT);
    expect(closedAt(AT)).toBe(AT);
    expect(closedAt("2018-01-22T22:00:01Z")).toBe(AT);
    const both = {
      ...base,
      loggedAt: "2018-01-22T08:00:00Z",
      closedAt: "2018-01-22T07:00:00Z",
    } as const;
    expect(kinds([], [both], BEFORE)[0]![2]).toBe("2018-01-22T08:00:00Z");
    expect(kinds([], [base], BEFORE)[0]![2]).toBe(AT);
  });

  it("CAMP-10 what happened between exports leads to the same points as the events themselves", () => {
    const open = opened(earning({ status: STATUS }));
    const first = eventsFromSnapshots([], [{ ...base, status: "held" }], { at: BEFORE });
    const done = { ...base, closedAt: "2018-01-22T09:59:00Z" } as const;
    const second = eventsFromSnapshots([{ ...base, status: "held" }], [done], {
      since: BEFORE,
      at: AT,
    });
    expect(pointsOf([...first, ...second], open).total("a")).toBe(1);
    const third = eventsFromSnapshots([done], [], { at: "2018-01-23T22:00:00Z" });
    expect(pointsOf([...first, ...second, ...third], open).total("a")).toBe(0);
  });
});

describe("CAMP-15 other incentives", () => {
  const when = { on: "2018-02-01", at: "2018-02-02T08:00:00Z" } as const;
  const order = ["bronze", "silver", "gold"];

  it("CAMP-15 accounts moved to a higher class credit their seller, classes climbed counted", () => {
    const moves = {
      accountIds: ["A", "B", "C", "D", 5, "F"],
      sellerIds: ["s", "s", "s", undefined, "t", undefined],
      before: ["bronze", "bronze", "gold", "bronze", undefined, "gold"],
      after: ["gold", "bronze", "silver", "silver", "gold", "bronze"],
    };
    const { events, excluded } = classPromotions(moves, { source: "up", order, ...when });
    expect(events).toEqual([
      {
        at: when.at,
        kind: "credited",
        credit: {
          id: "up|A|2018-02-01",
          source: "up",
          memberId: "s",
          accountId: "A",
          on: when.on,
          times: 2,
        },
      },
    ]);
    expect(excluded).toEqual([
      { reason: "noSeller", count: 1 },
      { reason: "unknownClass", count: 1 },
    ]);
    const none = { accountIds: [], sellerIds: [], before: [], after: [] };
    expect(classPromotions(none, { source: "up", order, ...when })).toEqual({
      events: [],
      excluded: [],
    });
  });

  it("CAMP-15 refuses columns of different length and classes that are not in the order", () => {
    const row = { accountIds: ["A"], sellerIds: ["s"], before: ["bronze"], after: ["silver"] };
    const context = { source: "up", order, ...when };
    expect(() => classPromotions({ ...row, after: [] }, context)).toThrow("not of one length");
    expect(() => classPromotions({ ...row, after: ["platinum"] }, context)).toThrow(HoitoError);
  });

  it("CAMP-15 leads passed on credit who passed them, not oneself, and earn in the same ledger", () => {
    const lead = {
      accountId: "A",
      passedOn: "2018-02-01",
      passedFrom: "a",
      passedTo: "b",
    } as const;
    const leads = [
      { id: 1, ...lead },
      { id: 2, ...lead, passedTo: "a" },
    ];
    const events = leadsPassedOn(leads, { source: "leads", at: when.at });
    expect(events.map(({ credit }) => [credit.memberId, credit.id])).toEqual([["a", "leads|#1"]]);
    const open = opened(
      earning({
        status: STATUS,
        leads: { kind: "credit", source: "leads", points: 3 },
        more: { kind: "credit", source: "other", points: 9 },
      }),
    );
    expect(pointsOf(events, open).total("a")).toBe(3);
    const [event] = events;
    const odd = { ...event!, credit: { ...event!.credit, on: "soon" as never } };
    expect(pointsOf([odd], open).total("a")).toBe(0);
    const outside = { ...event!, credit: { ...event!.credit, on: "2018-03-30" } } as const;
    expect(pointsOf([outside], open).total("a")).toBe(0);
    const back = { ...event!, kind: "withdrawn", at: "2018-02-03T08:00:00Z" } as const;
    const { ledger, total } = pointsOf([...events, back], open);
    expect(total("a")).toBe(0);
    const week = ledger.members[0]!.weeks[2]!;
    expect(week.entries.map(({ cause, units }) => [cause, units])).toEqual([
      ["credited", 3],
      ["withdrawn", -3],
    ]);
  });
});

describe("CAMP-16 what other rules would have changed", () => {
  it("CAMP-16 the same events with and without practice weeks", () => {
    const before = opened();
    const after = opened(springWith({ weeks: { scored: "deadlineWithin" } }));
    const result = compareRules(flawless("a"), { before, after }, { at: SETTLED });
    expect(result.members[0]).toEqual({
      memberId: "a",
      pointsBefore: 58,
      pointsAfter: 60,
      prizesBefore: { minor: 5000, currency: "EUR" },
      prizesAfter: { minor: 5000, currency: "EUR" },
    });
    expect(result.payOutChange.minor).toBe(0);
  });

  it("CAMP-16 pay-out before and after, and members of one of the two alone", () => {
    const before = opened(springDefinition, [{ id: "a" }]);
    const after = opened(springWith({ teamGoals: [] }), [{ id: "b" }]);
    const events = flawless("a");
    const { members, payOutChange } = compareRules(events, { before, after }, { at: SETTLED });
    expect(members.map((each) => [each.memberId, each.pointsBefore, each.pointsAfter])).toEqual([
      ["a", 58, 0],
      ["b", 0, 0],
    ]);
    expect(payOutChange).toEqual({ minor: -7000, currency: "EUR" });
  });
});

describe("CAMP-10 columns", () => {
  const empty = (rows = 0): EventColumns => ({
    member: new Int32Array(rows),
    activity: new Int32Array(rows),
    day: new Int32Array(rows),
    at: new Float64Array(rows),
    kind: new Uint8Array(rows),
    marks: new Uint32Array(rows),
  });

  it("CAMP-10 refuses what looks beyond a week, and columns of different length", () => {
    const credit = { kind: "credit", source: "x", points: 1 } as const;
    const hot = { ...perVisit(), coolDownDays: 3 } as typeof STATUS;
    for (const definition of [
      earning({ credit }),
      earning({ hot }),
      earning({ status: STATUS }, { caps: [{ per: "week", most: 1 }] }),
    ]) {
      expect(() => scoreWeeks(empty(), opened(definition), 0)).toThrow("ledgerOf");
    }
    const open = opened(earning({ status: STATUS }));
    expect(() => scoreWeeks({ ...empty(), day: new Int32Array(1) }, open, 0)).toThrow("one length");
    expect(scoreWeeks(empty(), open, 0)).toEqual(new Int32Array(77));
  });

  it("CAMP-10 marks say what an activity meets, counts and is", () => {
    const campaign = compiled(springDefinition);
    const marks = markActivity(visit(1, "a", "2018-01-17", { noteQuality: "good" }), campaign);
    expect(marks).toBe(2 ** 31 + 2 ** 30 + 0b101111);
    const cancelled = visit(1, "a", "2018-01-17", {
      status: "cancelled",
      kind: "message",
      notes: "",
    });
    expect(markActivity(cancelled, campaign)).toBe(0b000100);
    const { heldOn: _heldOn, ...undated } = cancelled;
    expect(markActivity(undated, campaign)).toBe(0);
  });

  it("CAMP-10 rows of one moment stand in the order logged, edited, judged, deleted", () => {
    const open = opened(earning({ status: STATUS }), [{ id: "a" }]);
    const [held, other] = [visit(0, "a", "2018-01-17"), visit(1, "a", "2018-01-24")];
    const units = (rows: readonly (readonly [activity: Activity, kind: number])[]) => {
      const columns = empty(rows.length);
      for (const [row, [activity, kind]] of rows.entries()) {
        columns.activity[row] = Number(activity.id);
        columns.day[row] = toEpochDay(activity.heldOn!);
        columns.at[row] = Date.parse("2018-01-17T18:00:00Z");
        columns.kind[row] = kind;
        columns.marks[row] = markActivity(activity, open.campaign);
      }
      return [...scoreWeeks(columns, open, Date.parse(SETTLED))].slice(0, 2);
    };
    expect(
      units([
        [held, 0],
        [held, 1],
        [other, 0],
      ]),
    ).toEqual([1, 1]);
    expect(
      units([
        [held, 0],
        [held, 3],
        [other, 0],
      ]),
    ).toEqual([0, 1]);
    expect(
      units([
        [held, 3],
        [held, 0],
        [other, 0],
      ]),
    ).toEqual([0, 1]);
    expect(
      units([
        [other, 0],
        [held, 3],
        [held, 0],
      ]),
    ).toEqual([0, 1]);
  });

  it("CAMP-09 excused members earn nothing, in columns as in the ledger", () => {
    const absence = { ...springDefinition.absence, excusedFromDays: 5 };
    const away = { id: "a", absences: [{ from: "2018-01-15", until: "2018-01-20" }] } as const;
    const open = opened(earning({ status: STATUS }, { absence, emptyWeek: "vacuous" }), [away]);
    const held = visit(0, "a", "2018-01-17");
    const columns = empty(1);
    columns.day[0] = 17_548;
    columns.at[0] = Date.parse("2018-01-17T18:00:00Z");
    columns.marks[0] = markActivity(held, open.campaign);
    const units = scoreWeeks(columns, open, Date.parse(SETTLED));
    expect([...units]).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(
      ledgerOf([], open, { at: SETTLED }).members[0]!.weeks.map(({ entries }) => entries.length),
    ).toEqual([...units]);
  });
});
