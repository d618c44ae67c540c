import { describe, expect, it } from "vitest";
import type { Cadence, QuotaCadence } from "../../src/cadence/index.js";
import type { Activity, Contract, CustomerBase } from "../../src/facts/index.js";
import {
  attainment,
  cadenceAttainment,
  dutyAttainment,
  midTermContacts,
  reachAndFrequency,
} from "../../src/kpis/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutiesOn, held } from "../cadence/ask-duties.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const kinds = { kinds: ["visit"] };

describe("attainment", () => {
  it("KPI-02 goal 2, maximum 4, done 5: done 5, earned 4, nothing remains", () => {
    const found = attainment([{ goal: 2, done: 5, most: 4, weight: 1 }]);
    expect(found).toMatchObject({ done: 5, earned: 4, remaining: 0 });
    expect(found.figure).toMatchObject({ value: 2, numerator: 4, denominator: 2 });
    expect(attainment([{ goal: 2, done: 4, most: 4 }]).earned).toBe(4);
    expect(attainment([{ goal: 2, done: 3, most: 4 }]).earned).toBe(3);
    expect(attainment([{ goal: 2, done: 5 }]).earned).toBe(5);
  });

  it("KPI-02 remaining is planned less done and never below 0, account by account", () => {
    expect(attainment([{ goal: 5, done: 3 }]).remaining).toBe(2);
    expect(attainment([{ goal: 5, done: 5 }]).remaining).toBe(0);
    // Three too many at one account do not make up for two too few at another.
    const both = attainment([
      { goal: 2, done: 5 },
      { goal: 2, done: 0 },
    ]);
    expect(both).toMatchObject({ done: 5, remaining: 2 });
    expect(both.figure.value).toBe(1.25);
  });

  it("KPI-02 an account weighs as much as it is said to", () => {
    const { figure, earned } = attainment([
      { goal: 2, done: 1, weight: 3 },
      { goal: 2, done: 2 },
    ]);
    expect(figure).toMatchObject({ numerator: 5, denominator: 8 });
    expect(earned).toBe(3);
  });

  it("KPI-02 without a goal there is nothing to attain, and what cannot be read is told", () => {
    expect(attainment([]).figure.undefinedBecause).toBe("nothingToMeasure");
    expect(attainment([{ goal: 0, done: 3 }]).figure.undefinedBecause).toBe("nothingToMeasure");
    const strange = attainment([
      { goal: 2, done: 1 },
      { goal: -1, done: 1 },
      { goal: Number.NaN, done: 1 },
      { goal: 2, done: -1 },
      { goal: 2, done: 1, most: -1 },
      { goal: 2, done: 1, weight: 0 },
    ]);
    expect(strange).toMatchObject({ done: 1, earned: 1, remaining: 1 });
    expect(leftOut(strange.figure)).toEqual({ unreadable: 5 });
    const huge = attainment([
      { goal: 2 ** 53, done: 1 },
      { goal: 1, done: 1, weight: 1.5 },
    ]);
    expect(leftOut(huge.figure)).toEqual({ unreadable: 2 });
    const most = { goal: Number.MAX_SAFE_INTEGER, done: 1 };
    expect(attainment([most]).figure.denominator).toBe(Number.MAX_SAFE_INTEGER);
    expect(attainment([most, most]).figure.undefinedBecause).toBe("amountTooLarge");
  });

  it("KPI-02 contacts that weigh less than one add up in any order", () => {
    const tenths = [0.1, 0.2, 0.3, 0.7, 1e-9].map((done) => ({ goal: 1, done }));
    expect(attainment(tenths).done).toBe(1.300000001);
    expect(attainment([...tenths].reverse())).toEqual(attainment(tenths));
  });

  it("KPI-02 ten meetings in the year are compliant, nine are not (S1 §9.8)", () => {
    const standing = { period: "2018", atLeast: 10, planned: 0 };
    const ten = { ...standing, held: 10, earned: 10, remaining: 0 };
    const nine = { ...standing, held: 9, earned: 9, remaining: 1 };
    expect(cadenceAttainment([ten]).value).toBe(1);
    expect(cadenceAttainment([nine]).value).toBe(0.9);
    expect(cadenceAttainment([ten, nine])).toMatchObject({ numerator: 19, denominator: 20 });
    // A cadence with a ceiling alone asks for none.
    const ceiling = { period: "2018", atMost: 2, held: 2, planned: 0, earned: 2, remaining: 0 };
    expect(cadenceAttainment([ceiling]).undefinedBecause).toBe("nothingToMeasure");
    expect(cadenceAttainment([ceiling, nine]).denominator).toBe(10);
  });
});

describe("attainment of duties", () => {
  const visits: QuotaCadence = {
    method: "quota",
    counts: { field: "kind", equals: "visit" },
    counting: "held",
    spread: "anyTime",
    per: "year",
    atLeast: 10,
    roll: "next",
  };
  const monthly: Cadence = { ...visits, per: "month", atLeast: 1, atMost: 1 };
  const on = (days: number, cadences: Readonly<Record<string, Cadence>> = { visits }) =>
    dutiesOn(cadences, {
      asOf: "2018-12-20",
      activities: Array.from({ length: days }, (_, at) => held(`2018-03-${10 + at}`)),
    });

  it("KPI-02 a quota counts once, however many of its contacts are open (S1 §9.8)", () => {
    expect(on(9).length).toBe(1);
    expect(on(7).length).toBe(3);
    expect(dutyAttainment(on(9))).toMatchObject({ value: 0.9, numerator: 9, denominator: 10 });
    expect(dutyAttainment(on(7))).toMatchObject({ value: 0.7, numerator: 7, denominator: 10 });
    expect(dutyAttainment(on(10)).value).toBe(1);
    // A goal of at least ten knows no most: eleven earn eleven.
    expect(dutyAttainment(on(11)).value).toBe(1.1);
  });

  it("KPI-02 accounts, cadences, lines and periods each count by themselves", () => {
    const duties = on(9, { visits, monthly });
    expect(dutyAttainment(duties)).toMatchObject({ numerator: 9, denominator: 11 });
    const other = duties.map((duty) => ({ ...duty, accountId: "B" }));
    expect(dutyAttainment([...duties, ...other]).denominator).toBe(22);
    const line = duties.map((duty) => ({ ...duty, businessLine: "rings" }));
    expect(dutyAttainment([...line, ...duties, ...line]).denominator).toBe(22);
    const later = on(9).map((duty) => {
      const standing = { ...duty.value.standing!, period: "2019" };
      return { ...duty, value: { ...duty.value, standing } };
    });
    expect(dutyAttainment([...on(9), ...later]).denominator).toBe(20);
  });

  it("KPI-02 what is undecided, or asks for a day and not for a number, is told", () => {
    const unknown = dutiesOn({ visits }, { asOf: "2018-12-20", coverage: {} });
    const undecided = dutyAttainment(unknown);
    expect(undecided.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(undecided)).toEqual({ undecided: unknown.length });
    const [duty] = on(9);
    const { standing, ...value } = duty!.value;
    expect(leftOut(dutyAttainment([{ ...duty!, value }, duty!]))).toEqual({ noQuota: 1 });
    expect(dutyAttainment([]).undefinedBecause).toBe("nothingToMeasure");
  });
});

describe("the annual clock", () => {
  const planned: Activity = { id: 1, accountId: 1, kind: "visit", status: "planned" };
  const activities: Activity[] = [
    { ...planned, plannedOn: "2018-02-01", status: "complete", heldOn: "2018-02-03" },
    { ...planned, id: 2, plannedOn: "2018-03-01", status: "held", heldOn: "2018-03-01" },
    { ...planned, id: 3, plannedOn: "2018-06-30" },
    { ...planned, id: 4, plannedOn: "2018-07-01" },
    { ...planned, id: 5, plannedOn: "2018-04-01", status: "cancelled" },
    { ...planned, id: 6, plannedOn: "2017-12-31" },
    { ...planned, id: 7, plannedOn: "2018-04-01", kind: "call" },
    { ...planned, id: 8 },
  ];
  const base: CustomerBase = {
    accounts: [{ id: 1 }],
    coverage: { activities: "complete" },
    activities,
  };

  it("KPI-02 done against planned counts what was planned until now", () => {
    const context = { asOf: "2018-06-30", period: { calendar: "year" } } as const;
    const figure = figureOn(base, "plannedDone", kinds, context);
    expect(figure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, cancelled: 1, outsidePeriod: 1, undated: 1 });
    const before = { ...context, asOf: "2018-06-29" } as const;
    expect(figureOn(base, "plannedDone", kinds, before).denominator).toBe(2);
  });
});

describe("plans", () => {
  const plan = { id: 1, accountId: 1, kind: "plan", status: "complete" } as const;
  const fresh = (activity: Partial<Activity>, since: CivilDate | "complete" = "complete") => {
    const coverage = { activities: since === "complete" ? since : { since } } as const;
    const base = { accounts: [{ id: 1 }], coverage, activities: [{ ...plan, ...activity }] };
    return figureOn(base, "planFreshness", { kinds: ["plan"], within: { months: 6 } });
  };

  it("KPI-02 a plan is fresh for half a year, the last day included", () => {
    // Half a year before 31 December is 30 June.
    expect(fresh({ heldOn: "2018-06-30" }).value).toBe(1);
    expect(fresh({ heldOn: "2018-06-29" }).value).toBe(0);
    expect(fresh({ heldOn: "2018-12-31", status: "held" }).value).toBe(1);
    expect(fresh({ heldOn: "2019-01-01" }).value).toBe(0);
    expect(fresh({ heldOn: "2018-10-01", status: "planned" }).value).toBe(0);
    expect(fresh({ heldOn: "2018-10-01", kind: "visit" }).value).toBe(0);
    expect(fresh({}).value).toBe(0);
  });

  it("KPI-02 what happened in that half year has to be known", () => {
    expect(fresh({ heldOn: "2018-06-30" }, "2018-06-30").value).toBe(1);
    expect(fresh({ heldOn: "2018-07-01" }, "2018-07-01").undefinedBecause).toBe("incomplete");
  });
});

describe("mid-term contacts", () => {
  const contract: Contract = { id: 1, accountId: 1, startsOn: "2022-01-01", endsOn: "2024-01-01" };
  const call = { id: 1, accountId: 1, kind: "call", status: "held" } as const;
  const method = {
    kinds: ["call"],
    oddDay: "earlier",
    daysBefore: 10,
    daysAfter: 30,
  } as const;
  const asked = (
    contracts: readonly Contract[],
    activities: readonly Activity[] = [],
    change: Partial<{
      asOf: CivilDate;
      oddDay: "later";
      daysBefore: number;
      daysAfter: number;
    }> = {},
  ) => {
    const { asOf = "2023-12-31", ...more } = change;
    const context = { asOf, period: { calendar: "year" } } as const;
    return midTermContacts({ contracts, activities }, { ...method, ...more }, context);
  };

  it("KPI-02 a contact counts from so many days before half-way to so many after", () => {
    // 730 days: half-way is 1 January 2023.
    const made = (heldOn: CivilDate) => asked([contract], [{ ...call, heldOn }]).value;
    expect(made("2022-12-22")).toBe(1);
    expect(made("2022-12-21")).toBe(0);
    expect(made("2023-01-31")).toBe(1);
    expect(made("2023-02-01")).toBe(0);
  });

  it("KPI-02 only contacts of the kind that were made count", () => {
    const heldOn = "2023-01-05";
    expect(asked([contract], [{ ...call, heldOn, status: "complete" }]).value).toBe(1);
    expect(asked([contract], [{ ...call, heldOn, status: "cancelled" }]).value).toBe(0);
    expect(asked([contract], [{ ...call, heldOn, status: "planned" }]).value).toBe(0);
    expect(asked([contract], [{ ...call, heldOn, kind: "message" }]).value).toBe(0);
    expect(asked([contract], [call]).value).toBe(0);
    // Held later than asked: that is a plan.
    const early = asked([contract], [{ ...call, heldOn: "2023-01-20" }], { asOf: "2023-01-10" });
    expect(leftOut(early)).toEqual({ daysNotOver: 1 });
  });

  it("KPI-02 a contract counts against once its days are over, and for as soon as it is done", () => {
    const pending = asked([contract], [], { asOf: "2023-01-30" });
    expect(pending.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(pending)).toEqual({ daysNotOver: 1 });
    expect(asked([contract], [], { asOf: "2023-01-31" })).toMatchObject({
      value: 0,
      denominator: 1,
    });
    const done = [{ ...call, heldOn: "2023-01-02" }] as const;
    expect(asked([contract], done, { asOf: "2023-01-03" }).value).toBe(1);
  });

  it("KPI-02 of an odd number of days the definition says which is the middle", () => {
    // Three days: half-way falls between the second and the third of January.
    const odd: Contract = { ...contract, startsOn: "2023-01-01", endsOn: "2023-01-04" };
    const narrow = { daysBefore: 0, daysAfter: 0 };
    const second = [{ ...call, heldOn: "2023-01-02" }] as const;
    const third = [{ ...call, heldOn: "2023-01-03" }] as const;
    expect(asked([odd], second, narrow).value).toBe(1);
    expect(asked([odd], third, narrow).value).toBe(0);
    expect(asked([odd], second, { ...narrow, oddDay: "later" }).value).toBe(0);
    expect(asked([odd], third, { ...narrow, oddDay: "later" }).value).toBe(1);
  });

  it("KPI-02 contracts without half-way, or with another year's, are told", () => {
    const { endsOn, ...open } = contract;
    const backwards: Contract = { ...contract, id: 2, endsOn: "2022-01-01" };
    const earlier: Contract = { ...contract, id: 3, startsOn: "2021-01-01", endsOn: "2023-01-01" };
    const later: Contract = { ...contract, id: 4, startsOn: "2023-01-01", endsOn: "2026-01-01" };
    const figure = asked([open, backwards, earlier, later]);
    expect(leftOut(figure)).toEqual({
      afterAsOf: 1,
      endBeforeStart: 1,
      openEnded: 1,
      outsidePeriod: 1,
    });
  });

  it("KPI-02 on a board the same, where contracts and contacts are known from their beginning", () => {
    const context = { asOf: "2023-12-31", period: { calendar: "year" } } as const;
    const activities = [{ ...call, heldOn: "2023-01-05" }] as const;
    const records = { contracts: [contract], activities };
    const base = {
      accounts: [{ id: 1 }],
      coverage: { contracts: "complete", activities: "complete" },
      ...records,
    } as const;
    expect(bare(figureOn(base, "midTermContacts", method, context))).toEqual(
      bare(midTermContacts(records, method, context)),
    );
    const since = { ...base, coverage: { ...base.coverage, activities: { since: "2022-01-01" } } };
    expect(
      figureOn(since as CustomerBase, "midTermContacts", method, context).undefinedBecause,
    ).toBe("incomplete");
  });
});

describe("reach and frequency", () => {
  const visit = { accountId: 1, kind: "visit", status: "held", heldOn: "2018-05-01" } as const;
  const baseOf = (contacts: readonly number[]): CustomerBase => ({
    accounts: contacts.map((_, id) => ({ id })),
    coverage: { activities: "complete" },
    activities: contacts.flatMap((many, accountId) =>
      Array.from({ length: many }, (_, at) => ({ ...visit, id: `${accountId}.${at}`, accountId })),
    ),
  });

  it("KPI-02 reach 20 of 50 is 40 %", () => {
    const contacts = Array.from({ length: 50 }, (_, at) => (at < 20 ? 1 : 0));
    const { reach } = reachAndFrequency(contacts);
    expect(reach).toMatchObject({ value: 0.4, numerator: 20, denominator: 50 });
    expect(bare(figureOn(baseOf(contacts), "reach", kinds))).toEqual({ ...reach, method: kinds });
  });

  it("KPI-02 100 calls on 40 customers are a frequency of 2.5, whoever was not called", () => {
    const contacts = Array.from({ length: 50 }, (_, at) => (at < 20 ? 3 : at < 40 ? 2 : 0));
    const { frequency } = reachAndFrequency(contacts);
    expect(frequency).toMatchObject({ value: 2.5, numerator: 100, denominator: 40 });
    expect(bare(figureOn(baseOf(contacts), "frequency", kinds))).toEqual({
      ...frequency,
      method: kinds,
    });
  });

  it("KPI-02 nobody has no reach, nobody contacted has no frequency", () => {
    expect(reachAndFrequency([]).reach.undefinedBecause).toBe("nothingToMeasure");
    const { reach, frequency } = reachAndFrequency([0, 0]);
    expect(reach.value).toBe(0);
    expect(frequency.undefinedBecause).toBe("nothingToMeasure");
    const strange = reachAndFrequency([1, -1, 0.5, Number.NaN]);
    expect(strange.reach.denominator).toBe(1);
    expect(leftOut(strange.reach)).toEqual({ unreadable: 3 });
    expect(leftOut(strange.frequency)).toEqual({ unreadable: 3 });
  });
});
