import { describe, expect, it } from "vitest";
import type { Activity, CustomerBase } from "../../src/facts/index.js";
import {
  type AdoptionFacts,
  adoptionOutcome,
  electronicCalendarShare,
  isDeclining,
  regularUserShare,
  trainingsHeld,
  trendOf,
  usageChange,
} from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const eighty = { atLeastShare: 0.8, after: { years: 2 } } as const;
const facts: AdoptionFacts = {
  projectEndedOn: "2016-01-31",
  plannedUsers: 10,
  regularUsers: 8,
  usersDependOnIt: true,
  essentialToManagement: true,
};
const outcome = (
  change: Partial<AdoptionFacts> = {},
  asOf: "2018-01-30" | "2018-01-31" = "2018-01-31",
) => adoptionOutcome({ ...facts, ...change }, eighty, { asOf });

describe("adoption", () => {
  it("KPI-04 8 of 10 is exactly 80 % and passes; 6 of 8 fails, 7 of 8 passes (S0 §9.22)", () => {
    expect(outcome().value.kind).toBe("successful");
    expect(outcome({ plannedUsers: 8, regularUsers: 6 }).value.kind).toBe("notSuccessful");
    expect(outcome({ plannedUsers: 8, regularUsers: 7 }).value.kind).toBe("successful");
    const { value } = outcome();
    expect(value.kind === "successful" && value.regular).toMatchObject({
      value: 0.8,
      numerator: 8,
    });
  });

  it("KPI-04 before two years are over nothing can be said", () => {
    expect(outcome({}, "2018-01-30").value).toEqual({
      kind: "notYetAssessable",
      assessableFrom: "2018-01-31",
    });
  });

  it("KPI-04 all three criteria are needed; an unknown one leaves it open, a failed one decides", () => {
    expect(outcome({ essentialToManagement: false }).value.kind).toBe("notSuccessful");
    const { usersDependOnIt, ...without } = facts;
    const open = adoptionOutcome(without, eighty, { asOf: "2018-01-31" });
    expect(open.value.kind).toBe("undecided");
    expect(open.missing).toEqual([{ path: "usersDependOnIt", why: "missing" }]);
    const failed = adoptionOutcome({ ...without, regularUsers: 1 }, eighty, { asOf: "2018-01-31" });
    expect(failed.value.kind).toBe("notSuccessful");
    expect(failed.missing).toEqual([]);
    const nobody = outcome({ plannedUsers: 0, regularUsers: 0 });
    expect(nobody.value.kind).toBe("undecided");
    expect(nobody.missing).toEqual([{ path: "plannedUsers", why: "zeroDenominator" }]);
    expect(outcome().because.map((each) => "details" in each && each.details)).toEqual([
      { met: true },
      { met: true },
      { met: true },
    ]);
    expect(() => adoptionOutcome(facts, eighty, { asOf: "soon" as "2018-01-01" })).toThrow();
  });

  it("KPI-04 usage rose by 3 in a year, and from 5 to 46 over fourteen user groups", () => {
    expect(usageChange({ sales: 6 }, { sales: 7, service: 2 })).toMatchObject({
      difference: 3,
      groups: { sales: 1, service: 2 },
    });
    // S3 §11 A4, the fourteen groups as listed.
    const groups = {
      ...{ mainUser: 1, deputyMainUser: 1, management: 4, communications: 1, salesAndMarketing: 1 },
      ...{ relationshipManager: 1, accountOwners: 5, productManager: 1, pedagogicalManager: 1 },
      ...{ regionalCoordinator: 1, innoOmnia: 5, serviceOperations: 1, projectOperations: 14 },
      ...{ internationalOperations: 9 },
    };
    expect(Object.keys(groups).length).toBe(14);
    const change = usageChange({ pilot: 5 }, groups);
    expect(change).toMatchObject({ before: 5, after: 46, difference: 41, factor: 9.2 });
    expect(change.groups["pilot"]).toBe(-5);
    expect(usageChange({}, { sales: 3 }).factor).toBeUndefined();
    expect(usageChange({}, JSON.parse('{"__proto__": 2}')).difference).toBe(2);
  });

  it("KPI-04 electronic calendars: 2 of 7, then 7 of 7 (S0 §9.17)", () => {
    const people = (electronic: number) =>
      Array.from({ length: 7 }, (_, id) => {
        return { id, calendarMedium: id < electronic ? "electronic" : "paper" } as const;
      });
    expect(electronicCalendarShare(people(2)).value).toBe(2 / 7);
    expect(electronicCalendarShare(people(7)).value).toBe(1);
    expect(leftOut(electronicCalendarShare([...people(7), { id: 9 }]))).toEqual({ unknown: 1 });
  });

  it("KPI-04 a regular user is active in every whole period of the window", () => {
    const use = (id: number, personId: string, heldOn: Activity["heldOn"]): Activity => {
      return { id, accountId: 1, kind: "visit", status: "held", personId, heldOn: heldOn! };
    };
    const base: CustomerBase = {
      accounts: [{ id: 1 }],
      coverage: { activities: "complete" },
      people: [
        { id: "ann", plannedUser: true },
        { id: "bo", plannedUser: true },
        { id: "cy", plannedUser: false },
        { id: "di" },
        { id: "ed", plannedUser: true },
      ],
      activities: [
        use(1, "ann", "2018-01-31"),
        use(2, "ann", "2018-02-01"),
        use(3, "bo", "2018-01-15"),
        use(4, "bo", "2018-03-01"),
        { ...use(5, "bo", "2018-02-15"), status: "cancelled" },
        { id: 6, accountId: 1, kind: "visit", status: "held", heldOn: "2018-02-01" },
        { id: 7, accountId: 1, kind: "visit", status: "planned", personId: "bo" },
      ],
    };
    const monthly = { atLeast: 1, per: "month" } as const;
    const context = { asOf: "2018-03-15", period: { calendar: "year" } } as const;
    const figure = regularUserShare(base, monthly, context);
    expect(figure).toMatchObject({ numerator: 1, denominator: 3 });
    expect(leftOut(figure)).toEqual({ notPlanned: 1, planUnknown: 1 });
    expect(regularUserShare(base, { ...monthly, atLeast: 2 }, context).numerator).toBe(0);
    const started = { asOf: "2018-03-20", period: { rolling: { days: 50 } } } as const;
    // The window begins on 30 January: February alone lies in it whole.
    expect(regularUserShare(base, monthly, started).numerator).toBe(1);
    const short = { asOf: "2018-01-15", period: { calendar: "year" } } as const;
    expect(regularUserShare(base, monthly, short).undefinedBecause).toBe("nothingToMeasure");
    const unknown = { ...base, coverage: {} };
    expect(regularUserShare(unknown, monthly, context).undefinedBecause).toBe("notSupplied");
    const own = { own: [{ label: "January", from: "2018-01-01", until: "2018-02-01" }] } as const;
    expect(regularUserShare(base, { atLeast: 1, per: own }, context).numerator).toBe(2);
    const later = { asOf: "2018-03-15", period: { calendar: own } } as const;
    expect(regularUserShare(base, monthly, later).undefinedBecause).toBe("nothingToMeasure");
    const { people, activities, ...empty } = base;
    expect(regularUserShare(empty, monthly, context).undefinedBecause).toBe("nothingToMeasure");
    const active = figureOn(base, "activeUsers", {}, context);
    expect(active.value).toBe(2);
    expect(leftOut(active)).toEqual({ personUnknown: 1, undated: 1 });
    expect(figureOn(unknown, "activeUsers").undefinedBecause).toBe("notSupplied");
  });

  it("KPI-04 declining use is a fall in each of the last periods", () => {
    expect(isDeclining([40, 46, 44, 30], { falls: 2, steadyWithin: 0 })).toBe(true);
    expect(isDeclining([40, 46, 44, 44], { falls: 2, steadyWithin: 0 })).toBe(false);
    expect(isDeclining([44, 40, 30], { falls: 3, steadyWithin: 0 })).toBeUndefined();
    expect(isDeclining([44, undefined, 30], { falls: 1, steadyWithin: 0 })).toBeUndefined();
    // One known rise decides, whatever else is unknown.
    expect(isDeclining([undefined, 30, 31], { falls: 2, steadyWithin: 0 })).toBe(false);
  });

  it("KPI-15 a change within the stated share is steady, from 0 every change counts", () => {
    expect(trendOf([100, 105], { steadyWithin: 0.05 })).toBe("steady");
    expect(trendOf([100, 95], { steadyWithin: 0.05 })).toBe("steady");
    expect(trendOf([100, 94], { steadyWithin: 0.05 })).toBe("falling");
    expect(trendOf([0, 1], { steadyWithin: 0.5 })).toBe("rising");
    expect(trendOf([-100, -90], { steadyWithin: 0.05 })).toBe("rising");
    expect(trendOf([1], { steadyWithin: 0 })).toBe("unknown");
  });
});

describe("trainings", () => {
  const training = { accountId: 1, kind: "training", status: "complete" } as const;
  const activities: Activity[] = [
    { ...training, id: 1, heldOn: "2017-03-28" },
    { ...training, id: 2, heldOn: "2017-03-29" },
    { ...training, id: 3, heldOn: "2018-01-01", status: "held" },
    { ...training, id: 4, heldOn: "2018-03-28" },
    { ...training, id: 5, heldOn: "2018-03-29" },
    { ...training, id: 6, status: "planned", plannedOn: "2018-04-02" },
    { ...training, id: 7, heldOn: "2018-02-01", kind: "visit" },
  ];
  const kinds = { kinds: ["training"] };

  it("KPI-13 trainings in the calendar year and in the last twelve months (S0 §9.28)", () => {
    const calendar = { asOf: "2018-03-28", period: { calendar: "year" } } as const;
    const rolling = { asOf: "2018-03-28", period: { rolling: { months: 12 } } } as const;
    expect(trainingsHeld(activities, kinds, calendar).value).toBe(2);
    expect(trainingsHeld(activities, kinds, rolling).value).toBe(3);
    expect(trainingsHeld([], kinds, calendar).value).toBe(0);
    const base = {
      accounts: [{ id: 1 }],
      coverage: { activities: "complete" },
      activities,
    } as const;
    expect(bare(figureOn(base, "trainingsHeld", kinds, rolling))).toEqual(
      bare(trainingsHeld(activities, kinds, rolling)),
    );
  });

  it("KPI-13 per customer, with how many customers had how many", () => {
    const base = {
      accounts: [{ id: 1 }, { id: 2 }],
      coverage: { activities: "complete" },
      activities,
    } as const;
    const figure = figureOn(base, "trainingsPerCustomer", kinds, {
      asOf: "2018-03-28",
      period: { calendar: "year" },
    });
    expect(figure).toMatchObject({ value: 1, numerator: 2, denominator: 2 });
    expect(figure.parts).toEqual([
      { key: "0", amount: 1, share: 0.5 },
      { key: "2", amount: 1, share: 0.5 },
    ]);
  });
});
