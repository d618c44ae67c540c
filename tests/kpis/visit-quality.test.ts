import { describe, expect, it } from "vitest";
import type { Account, Activity, CustomerBase } from "../../src/facts/index.js";
import {
  compileKpis,
  coverageRate,
  recordingDelay,
  weightedQuality,
} from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const visit: Activity = { id: 0, accountId: 1, kind: "visit", status: "complete" };
const baseOf = (...activities: readonly Partial<Activity>[]): CustomerBase => ({
  accounts: [{ id: 1 }],
  coverage: { activities: "complete" },
  activities: activities.map((each, id) => ({ ...visit, heldOn: "2018-01-17", ...each, id })),
});
const kinds = { kinds: ["visit"] };

describe("quality of visits", () => {
  it("KPI-03 visits set to complete, of those held", () => {
    const base = baseOf({}, { status: "held" }, { status: "cancelled" }, { kind: "call" });
    expect(figureOn(base, "visitsComplete", kinds)).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("KPI-03 closed by Monday noon: 11:59, 12:00 inclusive or not, 12:01 (S0 §9.12)", () => {
    // Helsinki is two hours ahead of UTC in January. The visit was on Wednesday 17 January.
    const monday = { ...kinds, weekday: "monday", time: "12:00", zone: "Europe/Helsinki" } as const;
    const closed = (closedAt: Activity["closedAt"], bound: "inclusive" | "exclusive") =>
      figureOn(baseOf({ closedAt: closedAt! }), "visitsOnTime", { ...monday, bound }).value;
    expect(closed("2018-01-22T09:59:00Z", "exclusive")).toBe(1);
    expect(closed("2018-01-22T10:00:00Z", "inclusive")).toBe(1);
    expect(closed("2018-01-22T10:00:00Z", "exclusive")).toBe(0);
    expect(closed("2018-01-22T10:01:00Z", "inclusive")).toBe(0);
    // In summer time the same noon is an hour earlier in UTC.
    const march = baseOf({ heldOn: "2018-03-21", closedAt: "2018-03-26T09:30:00Z" });
    expect(figureOn(march, "visitsOnTime", { ...monday, bound: "inclusive" }).value).toBe(0);
    const inclusive = { ...monday, bound: "inclusive" } as const;
    expect(figureOn(baseOf({}), "visitsOnTime", inclusive).value).toBe(0);
    const early = { asOf: "2018-01-21", period: { calendar: "year" } } as const;
    const ahead = figureOn(baseOf({}), "visitsOnTime", inclusive, early);
    expect(ahead.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(ahead)).toEqual({ deadlineAhead: 1 });
    const onDay = { ...early, asOf: "2018-01-22" } as const;
    expect(figureOn(baseOf({}), "visitsOnTime", inclusive, onDay).value).toBe(0);
  });

  it("KPI-03 a heading has customer, site and reason; “tapaaminen” alone has not (S0 §9.13)", () => {
    const heading = { customer: "Aalto Oy", site: "Espoo", reason: "new products" };
    const right = (each: Activity["heading"]) =>
      figureOn(baseOf({ heading: each! }), "visitHeadings", kinds).value;
    expect(right(heading)).toBe(1);
    expect(right({ reason: "tapaaminen" })).toBe(0);
    expect(right({ ...heading, site: "  " })).toBe(0);
    expect(right({ ...heading, customer: "" })).toBe(0);
    expect(figureOn(baseOf({}), "visitHeadings", kinds).value).toBe(0);
  });

  it("KPI-03 any notes are counted first, good ones where somebody judged (S0 §9.14)", () => {
    const base = baseOf(
      { notes: "" },
      { notes: "uutuustuotteet" },
      { notes: "agreed an offer", noteQuality: "good" },
      { noteQuality: "plain" },
      { noteQuality: "none" },
    );
    const any = figureOn(base, "visitNotes", { ...kinds, level: "any" });
    expect(any).toMatchObject({ numerator: 3, denominator: 5 });
    const good = figureOn(base, "visitNotes", { ...kinds, level: "good" });
    expect(good).toMatchObject({ numerator: 1, denominator: 4 });
    expect(leftOut(good)).toEqual({ notJudged: 1 });
  });

  it("KPI-03 a meeting is a training or a customer meeting, not “koulutus” of nobody", () => {
    const meeting = { channel: "visit" };
    const base = baseOf(
      { ...meeting, kind: "training" },
      { ...meeting, kind: "customerMeeting" },
      { ...meeting, kind: "something" },
      { kind: "training" },
      { ...meeting, kind: "training", status: "planned" },
      { ...meeting, kind: "training", status: "cancelled" },
      { channel: "phone", kind: "call" },
    );
    const types = { types: ["training", "customerMeeting"], channels: ["visit"] };
    const figure = figureOn(base, "meetingTypes", types);
    expect(figure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(leftOut(figure)).toEqual({ channelUnknown: 1 });
  });

  it("KPI-03 visits agreed ahead: 121 at the end of March, the day itself by convention (S0 §9.18)", () => {
    const ahead = Array.from({ length: 121 }, (_, at): Partial<Activity> => {
      return {
        status: "planned",
        plannedOn: `2018-04-${String((at % 30) + 1).padStart(2, "0")}` as never,
      };
    }).map((each) => ({ ...visit, ...each }));
    const today: Activity = { ...visit, status: "planned", plannedOn: "2018-03-31" };
    const activities = [...ahead, today, { ...today, plannedOn: "2018-03-30" } as const].map(
      (each, id) => ({ ...each, id }),
    );
    const base: CustomerBase = {
      accounts: [{ id: 1 }],
      coverage: { activities: "complete" },
      activities: [
        ...activities,
        { ...visit, id: "call", kind: "call", status: "planned", plannedOn: "2018-04-02" },
        { ...visit, id: "held", status: "held", plannedOn: "2018-04-02" },
        { ...visit, id: "someday", status: "planned" },
      ],
    };
    const march = { asOf: "2018-03-31", period: { calendar: "year" } } as const;
    const from = (day: "asOf" | "dayAfter") =>
      figureOn(base, "plannedVisits", { ...kinds, from: day }, march).value;
    expect(from("dayAfter")).toBe(121);
    expect(from("asOf")).toBe(122);
  });

  it("KPI-03 three weeks planned ahead, from this week or from the next (S0 §9.15)", () => {
    // Monday 22 January 2018 is in week 4.
    const monday = { asOf: "2018-01-22", period: { calendar: "year" } } as const;
    const planned = (personId: string, ...days: readonly Activity["plannedOn"][]) =>
      days.map((plannedOn) => ({ status: "planned", personId, plannedOn: plannedOn! }) as const);
    const plans = [
      ...planned("current", "2018-01-28", "2018-01-29", "2018-02-11"),
      ...planned("next", "2018-01-29", "2018-02-05", "2018-02-18"),
      ...planned("late", "2018-02-19"),
    ].map((each, id) => ({ ...visit, ...each, id }));
    const others: Activity[] = [
      { ...visit, id: "idle", personId: "idle", heldOn: "2018-01-15" },
      {
        ...visit,
        id: "call",
        personId: "idle",
        kind: "call",
        status: "planned",
        plannedOn: "2018-01-29",
      },
      { ...visit, id: "open", personId: "idle", status: "planned" },
      { ...visit, id: "nobody", status: "planned", plannedOn: "2018-01-29" },
    ];
    const base: CustomerBase = {
      accounts: [{ id: 1 }],
      coverage: { activities: "complete" },
      activities: [...plans, ...others],
    };
    const horizon = (firstWeek: "current" | "next", atLeast = 1) =>
      figureOn(base, "planningHorizon", { ...kinds, weeks: 3, firstWeek, atLeast }, monday);
    expect(horizon("current")).toMatchObject({ numerator: 1, denominator: 4 });
    expect(horizon("next")).toMatchObject({ numerator: 1, denominator: 4 });
    expect(horizon("next", 2).numerator).toBe(0);
    expect(leftOut(horizon("next"))).toEqual({ personUnknown: 1 });
    const nobody = figureOn(baseOf(), "planningHorizon", {
      ...kinds,
      weeks: 3,
      firstWeek: "next",
      atLeast: 1,
    });
    expect(nobody.undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-03 recording delay is read in the zone of the company", () => {
    const delay = { ...kinds, zone: "Europe/Helsinki", quantile: 0.5, type: 7 } as const;
    const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
    // 22:30 in UTC is half past midnight of the next day in Helsinki.
    const late: Activity = { ...visit, heldOn: "2018-01-16", loggedAt: "2018-01-16T22:30:00Z" };
    expect(recordingDelay([late], delay, year).value).toBe(1);
    expect(recordingDelay([late], { ...delay, zone: "UTC" }, year).value).toBe(0);
    const all = [
      late,
      { ...late, id: 1, loggedAt: "2018-01-20T10:00:00Z" },
      { ...late, id: 2, loggedAt: "2018-01-15T10:00:00Z" },
      { ...visit, id: 3, heldOn: "2018-01-16" },
    ] as const;
    const figure = recordingDelay(all, delay, year);
    expect(figure).toMatchObject({ value: 2.5, denominator: 2, unit: "days" });
    expect(leftOut(figure)).toEqual({ loggedBeforeHeld: 1, notLogged: 1 });
    expect(recordingDelay([], delay, year).undefinedBecause).toBe("nothingToMeasure");
    expect(bare(figureOn(baseOf(...all), "recordingDelay", delay))).toEqual(bare(figure));
    const own = { own: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }] } as const;
    const outside = { asOf: "2018-12-31", period: { calendar: own } } as const;
    expect(recordingDelay(all, delay, outside).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-03 a zone or a time that nobody can read is a finding", () => {
    const monday = { ...kinds, weekday: "monday", time: "25:00", zone: "Nowhere" } as const;
    const { findings } = compileKpis({
      onTime: { figure: "visitsOnTime", version: "1", with: { ...monday, bound: "inclusive" } },
      delay: {
        figure: "recordingDelay",
        version: "1",
        with: { ...kinds, zone: "Nowhere", quantile: 0.5, type: 7 },
      },
    });
    expect(findings.map(({ code, path }) => `${path} ${code}`)).toEqual([
      "kpis.onTime.with.zone unknown-zone",
      "kpis.onTime.with.time not-a-time",
      "kpis.delay.with.zone unknown-zone",
    ]);
  });
});

describe("quality of records", () => {
  const accounts: Account[] = [
    {
      id: 1,
      names: [{ name: "Kello Oy", kind: "official" }],
      headcount: 12,
      judgements: { effort: { value: "low", judgedOn: "2018-06-30" } },
    },
    {
      id: 2,
      names: [{ name: " KELLO  oy", kind: "official" }],
      headcount: "12" as unknown as number,
      turnover: { minor: 100, currency: "SEK" },
      judgements: { effort: { value: "low", judgedOn: "2018-07-01" } },
    },
    { id: 3, judgements: { effort: { value: "huge" as "low" } } },
    { id: 4, judgements: { effort: { value: "low", judgedOn: "2019-02-01" } }, own: { tier: 1 } },
  ];
  const base = { accounts, coverage: {} };

  it("KPI-03 validity: what is filled holds what such a field holds", () => {
    const figure = figureOn(base, "accountDataValid", {
      fields: ["headcount", "turnover", "effort", "own.tier"],
    });
    expect(figure).toMatchObject({ numerator: 5, denominator: 7 });
    expect(leftOut(figure)).toEqual({ notChecked: 1, notFilled: 8 });
  });

  it("KPI-03 uniqueness: names that differ by more than capitals and spaces", () => {
    const figure = figureOn(base, "accountsUnique");
    expect(figure).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(leftOut(figure)).toEqual({ nameUnknown: 2 });
    const nameless = figureOn({ accounts: [{ id: 1 }], coverage: {} }, "accountsUnique");
    expect(nameless.undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-03 timeliness: a judgement of exactly that age is still fresh", () => {
    const half = { fields: ["effort", "region"], within: { months: 6 } } as const;
    const context = { asOf: "2018-12-31", period: "always" } as const;
    // Six months before 31 December is 30 June.
    const figure = figureOn(base, "judgementsFresh", half, context);
    expect(figure).toMatchObject({ numerator: 2, denominator: 2 });
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, undated: 1 });
    const later = { ...context, asOf: "2019-01-01" } as const;
    expect(figureOn(base, "judgementsFresh", half, later).numerator).toBe(1);
    const without = { accounts: [{ id: 1 }], coverage: {} };
    expect(leftOut(figureOn(without, "judgementsFresh", half))).toEqual({ notJudged: 1 });
  });

  it("KPI-03 the weighted whole has no value while a part has none", () => {
    const half = coverageRate([{ covered: true }, { covered: false }]);
    const whole = coverageRate([{ covered: true }]);
    const parts = [
      { name: "completeness", figure: half, weight: 3 },
      { name: "uniqueness", figure: whole, weight: 1 },
    ];
    expect(weightedQuality(parts).value).toBe(0.625);
    expect(weightedQuality(parts).parts).toEqual([
      { key: "completeness", amount: 0.5, share: 0.75 },
      { key: "uniqueness", amount: 1, share: 0.25 },
    ]);
    const unknown = { name: "timeliness", figure: coverageRate([]), weight: 1 };
    const figure = weightedQuality([...parts, unknown]);
    expect(figure.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(figure)).toEqual({ nothingToMeasure: 1 });
    expect(weightedQuality([]).undefinedBecause).toBe("nothingToMeasure");
  });
});
