import { describe, expect, it } from "vitest";
import { type Activity, type CustomerBase, money } from "../../src/facts/index.js";
import { decisionMakerShare, effortShares, overServed, visitEffect } from "../../src/kpis/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
const visit = { kind: "visit", status: "held", heldOn: "2018-05-01" } as const;
const booked = { bookedOn: "2018-03-01" } as const;
const both = { activities: "complete", revenues: "complete" } as const;

/** Accounts by name with minutes spent and euros booked. */
function baseOf(
  efforts: Readonly<Record<string, readonly [minutes: number, euros: number]>>,
): CustomerBase {
  const entries = Object.entries(efforts);
  return {
    accounts: entries.map(([id]) => ({ id })),
    coverage: both,
    activities: entries.flatMap(([accountId, [durationMinutes]]) =>
      durationMinutes === 0 ? [] : [{ ...visit, id: accountId, accountId, durationMinutes }],
    ),
    revenues: entries.flatMap(([accountId, [, euros]]) =>
      euros === 0 ? [] : [{ ...booked, accountId, amount: money(String(euros), "EUR") }],
    ),
  };
}

describe("time beside revenue", () => {
  const six = baseOf({
    a: [10, 100],
    b: [40, 100],
    c: [20, 100],
    d: [15, 200],
    e: [10, 500],
    f: [5, 0],
  });
  const asked = (base: CustomerBase, most = 5) => effortShares(base, { of: "revenue", most }, year);

  it("KPI-12 the top five by time, each with its share of time and of revenue (S0 §2.98)", () => {
    const { accounts, excluded } = asked(six);
    expect(
      accounts.map(({ accountId, timeShare, amountShare }) => [accountId, timeShare, amountShare]),
    ).toEqual([
      ["b", 0.4, 0.1],
      ["c", 0.2, 0.1],
      ["d", 0.15, 0.2],
      // Ten minutes each: the one that brings more comes first.
      ["e", 0.1, 0.5],
      ["a", 0.1, 0.1],
    ]);
    expect(accounts[0]).toMatchObject({ minutes: 40, amount: 10_000 });
    expect(excluded).toEqual([]);
    expect(asked(six, 6).accounts.at(-1)).toMatchObject({ accountId: "f", amountShare: 0 });
    expect(asked(six, 0).accounts).toEqual([]);
  });

  it("KPI-12 equal time and equal revenue come by id, and who has neither does not come", () => {
    const base = baseOf({ c: [10, 1], a: [10, 1], b: [10, 1], z: [0, 0], y: [0, 1] });
    expect(asked(base).accounts.map(({ accountId }) => accountId)).toEqual(["a", "b", "c", "y"]);
  });

  it("KPI-12 time that nobody wrote down is told, and what was cancelled or planned took none", () => {
    const [first] = six.activities!;
    const activities: Activity[] = [
      { ...visit, id: 1, accountId: "a", durationMinutes: 30 },
      { ...visit, id: 2, accountId: "a" },
      { ...visit, id: 3, accountId: "a", durationMinutes: -1 },
      { ...visit, id: 4, accountId: "a", durationMinutes: 0.5 },
      { ...visit, id: 5, accountId: "a", durationMinutes: 7, status: "cancelled" },
      { ...visit, id: 6, accountId: "a", durationMinutes: 7, status: "planned" },
      { ...visit, id: 7, accountId: "a", durationMinutes: 7, heldOn: "2017-12-31" },
      { ...visit, id: 8, accountId: "a", durationMinutes: 7, heldOn: "2019-01-01" },
      { ...first!, id: 9, accountId: "a", durationMinutes: 0 },
    ];
    const { accounts, excluded } = asked({ ...six, activities });
    expect(accounts[0]).toMatchObject({ accountId: "a", minutes: 30, timeShare: 1 });
    expect(excluded).toEqual([
      { reason: "afterAsOf", count: 1 },
      { reason: "durationUnknown", count: 1 },
      { reason: "durationUnreadable", count: 2 },
      { reason: "outsidePeriod", count: 1 },
    ]);
  });

  it("KPI-12 what is not known has no share, and says why", () => {
    const noTime = asked({ ...six, coverage: { revenues: "complete" } });
    expect(noTime.timeUnknown).toBe("notSupplied");
    expect(noTime.amountUnknown).toBeUndefined();
    expect(noTime.accounts[0]).toEqual({
      accountId: "e",
      minutes: 0,
      timeShare: undefined,
      amount: 50_000,
      amountShare: 0.5,
    });
    const since = { activities: "complete", revenues: { since: "2018-01-02" } } as const;
    const noAmount = asked({ ...six, coverage: since });
    expect(noAmount.amountUnknown).toBe("incomplete");
    expect(noAmount.timeUnknown).toBeUndefined();
    expect(noAmount.accounts[0]).toMatchObject({
      accountId: "b",
      amount: 0,
      amountShare: undefined,
    });
    const enough = { activities: "complete", revenues: { since: "2018-01-01" } } as const;
    expect(asked({ ...six, coverage: enough }).amountUnknown).toBeUndefined();
  });

  it("KPI-12 an account that comes twice counts once; there may be no period at all", () => {
    const twice = { ...six, accounts: [...six.accounts, { id: "b" }] };
    const { accounts, excluded } = asked(twice);
    expect(accounts[0]).toMatchObject({ accountId: "b", minutes: 40, timeShare: 0.4 });
    expect(excluded).toEqual([{ reason: "duplicateAccount", count: 1 }]);
    const own = { own: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }] } as const;
    const none = { ...year, period: { calendar: own } } as const;
    expect(effortShares(six, { of: "revenue", most: 5 }, none)).toEqual({
      accounts: [],
      excluded: [],
    });
  });

  it("KPI-12 money in another currency counts by the rates that are handed over", () => {
    const revenues = [
      { ...booked, accountId: "a", amount: money("100", "SEK") },
      { ...booked, accountId: "b", amount: money("30", "EUR") },
    ];
    const base = { ...six, revenues };
    expect(asked(base).excluded).toEqual([{ reason: "otherCurrency", count: 1 }]);
    const rates = { to: "EUR", rates: { SEK: "0.1" }, rounding: "halfUp" } as const;
    const { accounts } = effortShares(base, { of: "revenue", most: 6 }, { ...year, rates });
    expect(accounts.find(({ accountId }) => accountId === "a")).toMatchObject({
      amount: 1000,
      amountShare: 0.25,
    });
  });

  it("KPI-12 the cost to serve is the cost of activities by what the customers bring", () => {
    const cost = (euros: string) => ({ cost: money(euros, "EUR") });
    const activities: Activity[] = [
      { ...visit, id: 1, accountId: "a", ...cost("30") },
      { ...visit, id: 2, accountId: "b", ...cost("20") },
      { ...visit, id: 3, accountId: "b" },
      { ...visit, id: 4, accountId: "b", status: "planned", ...cost("99") },
      { ...visit, id: 5, accountId: "b", status: "cancelled", ...cost("99") },
    ];
    const figure = figureOn({ ...six, activities }, "costToServe", { of: "revenue" });
    expect(figure).toMatchObject({ value: 0.05, numerator: 5000, denominator: 100_000 });
    expect(leftOut(figure)).toEqual({ noAmount: 1 });
    const nothing = figureOn({ ...six, revenues: [], activities }, "costToServe", {
      of: "revenue",
    });
    expect(nothing.undefinedBecause).toBe("nothingToMeasure");
  });
});

describe("the effect of visits", () => {
  const on = (heldOn: CivilDate, id: number, more: Partial<Activity> = {}): Activity => ({
    ...{ id, accountId: 1, kind: "visit", status: "held", heldOn },
    ...more,
  });
  const order = (orderedOn: CivilDate, euros: string, id: string = orderedOn) => {
    return { id, accountId: 1, orderedOn, value: money(euros, "EUR") };
  };
  const ten = { kinds: ["visit"], days: 10 };

  it("KPI-12 sales in the days after a visit by those before; its own day belongs to neither", () => {
    const orders = [
      order("2018-04-20", "1000"),
      order("2018-04-21", "10"),
      order("2018-04-30", "10"),
      order("2018-05-01", "1000"),
      order("2018-05-02", "15"),
      order("2018-05-11", "15"),
      order("2018-05-12", "1000"),
    ];
    const records = { activities: [on("2018-05-01", 1)], orders };
    const figure = visitEffect(records, ten, year);
    expect(figure).toMatchObject({ value: 1.5, numerator: 3000, denominator: 2000, unit: "times" });
    const base = {
      accounts: [{ id: 1 }],
      coverage: { activities: "complete", orders: "complete" },
      ...records,
    } as const;
    expect(bare(figureOn(base, "visitEffect", ten))).toEqual(bare(figure));
  });

  it("KPI-12 says as data that it proves nothing, and when an order counted twice", () => {
    const orders = [order("2018-05-05", "10")];
    const one = visitEffect({ activities: [on("2018-05-01", 1)], orders }, ten, year);
    expect(one.cautions).toEqual(["noControlGroup"]);
    // After the first visit and before the second.
    const activities = [on("2018-05-09", 2), on("2018-05-01", 1)];
    const two = visitEffect({ activities, orders }, ten, year);
    expect(two).toMatchObject({ value: 1, numerator: 1000, denominator: 1000 });
    expect(two.cautions).toEqual(["noControlGroup", "overlappingWindows"]);
    expect(visitEffect({ activities: [], orders }, ten, year)).toMatchObject({
      undefinedBecause: "nothingToMeasure",
      cautions: ["noControlGroup"],
    });
  });

  it("KPI-12 a visit whose days after are not over is left out on both sides", () => {
    const orders = [order("2018-12-20", "10"), order("2018-12-25", "30")];
    const pending = visitEffect({ activities: [on("2018-12-22", 1)], orders }, ten, year);
    expect(pending.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(pending)).toEqual({ daysAfterNotOver: 1 });
    const over = visitEffect({ activities: [on("2018-12-21", 1)], orders }, ten, year);
    expect(over.value).toBe(3);
  });

  it("KPI-12 only visits that took place, and money that can be read", () => {
    const orders = [
      order("2018-04-30", "10"),
      { ...order("2018-05-02", "10"), value: money("10", "SEK") },
    ];
    const activities = [
      on("2018-05-01", 1),
      on("2018-05-01", 2, { status: "cancelled" }),
      on("2018-05-01", 3, { status: "planned" }),
      on("2018-05-01", 4, { kind: "call" }),
    ];
    const figure = visitEffect({ activities, orders }, ten, year);
    expect(figure).toMatchObject({ value: 0, denominator: 1000 });
    expect(leftOut(figure)).toEqual({ otherCurrency: 1 });
  });

  it("KPI-12 looks back before the period, and needs to know those days", () => {
    const records = {
      activities: [on("2018-01-05", 1)],
      orders: [order("2017-12-27", "10"), order("2018-01-06", "20")],
    };
    expect(visitEffect(records, ten, year).value).toBe(2);
    const base = (since: CivilDate): CustomerBase => ({
      accounts: [{ id: 1 }],
      coverage: { activities: "complete", orders: { since } },
      ...records,
    });
    expect(figureOn(base("2017-12-22"), "visitEffect", ten).value).toBe(2);
    expect(figureOn(base("2017-12-23"), "visitEffect", ten).undefinedBecause).toBe("incomplete");
  });
});

describe("over-service", () => {
  const trend = (value: "falling" | "steady" | "rising") => ({
    judgements: { purchaseForecastTrend: { value } },
  });
  const base: CustomerBase = {
    ...baseOf({ down: [90, 0], up: [90, 0], open: [90, 0], little: [30, 0], none: [0, 10] }),
    accounts: [
      { id: "up", ...trend("rising") },
      { id: "down", ...trend("falling") },
      { id: "open" },
      { id: "little", ...trend("falling") },
      { id: "none", ...trend("falling") },
    ],
  };

  it("CARE-12 over-served is who has a falling forecast and much time (S0 §2.16)", () => {
    const { accounts } = overServed(base, { timesAverage: 1 }, year);
    expect(accounts.map(({ accountId, service }) => [accountId, service.value])).toEqual([
      ["down", "over"],
      ["open", "undecided"],
      ["up", "notOver"],
    ]);
    const [down, open] = accounts;
    expect(down!.service).toMatchObject({
      missing: [],
      because: [
        {
          step: "overService",
          details: {
            minutes: 90,
            allMinutes: 300,
            accounts: 4,
            timesAverage: 1,
            purchaseForecastTrend: "falling",
          },
        },
      ],
    });
    expect(open!.service.missing).toEqual([{ path: "purchaseForecastTrend", why: "missing" }]);
    expect(open!.service.because[0]).not.toHaveProperty("details.purchaseForecastTrend");
  });

  it("CARE-12 exactly so many times the average is not much", () => {
    // 300 minutes on four accounts: 75 on average, and 90 is 1.2 times that.
    const asked = (timesAverage: number) =>
      overServed(base, { timesAverage }, year).accounts.length;
    expect(asked(1.2)).toBe(0);
    expect(asked(1.19)).toBe(3);
    expect(asked(0.39)).toBe(4);
    expect(asked(0.4)).toBe(3);
  });

  it("CARE-12 where time is not known nobody can tell, and that is not nobody", () => {
    const without = overServed({ ...base, coverage: {} }, { timesAverage: 1 }, year);
    expect(without).toEqual({ accounts: [], undefinedBecause: "notSupplied" });
    const coverage = { activities: { since: "2018-01-02" } } as const;
    expect(overServed({ ...base, coverage }, { timesAverage: 1 }, year).undefinedBecause).toBe(
      "incomplete",
    );
    expect(overServed({ ...base, activities: [] }, { timesAverage: 1 }, year)).toEqual({
      accounts: [],
    });
  });

  it("CARE-12 the share of time that goes to customers with a falling forecast", () => {
    const figure = figureOn(base, "overService");
    expect(figure).toMatchObject({ numerator: 120, denominator: 210 });
    expect(leftOut(figure)).toEqual({ forecastUnknown: 1 });
  });
});

describe("decision makers", () => {
  const contactPersons = [
    { id: "boss", accountId: 1, decisionRole: "decisionMaker" },
    { id: "expert", accountId: 1, decisionRole: "expert" },
    { id: "blank", accountId: 1 },
    { id: "chief", accountId: 2, decisionRole: "decisionMaker" },
  ] as const;
  const met = (id: number, accountId: number, ...personsMet: string[]): Activity => ({
    ...{ ...visit, id, accountId, personsMet },
  });
  const activities = [
    met(1, 1, "boss", "blank"),
    met(2, 1, "expert"),
    met(3, 1, "expert", "blank"),
    met(4, 1),
    met(5, 1, "boss"),
    met(6, 2, "chief"),
    met(7, 2, "nobody we know"),
    { ...met(8, 2, "chief"), status: "cancelled" as const },
    { ...met(9, 2, "chief"), status: "planned" as const },
    { ...visit, id: 10, accountId: 3 },
  ];

  it("CARE-14 contacts that met somebody who decides; unknown roles are not a no", () => {
    const figure = decisionMakerShare({ activities, contactPersons }, { per: "contact" }, year);
    expect(figure).toMatchObject({ value: 0.75, numerator: 3, denominator: 4 });
    expect(leftOut(figure)).toEqual({ nobodyNamed: 2, roleUnknown: 2 });
  });

  it("CARE-14 customers with such a contact, of those with any that can be told", () => {
    const base: CustomerBase = {
      accounts: [1, 2, 3, 4].map((id) => ({ id })),
      coverage: { activities: "complete", contactPersons: "complete" },
      activities: [...activities, met(11, 4, "clerk")],
      contactPersons: [...contactPersons, { id: "clerk", accountId: 4, decisionRole: "expert" }],
    };
    expect(figureOn(base, "decisionMakers", { per: "account" })).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
    expect(figureOn(base, "decisionMakers", { per: "contact" })).toMatchObject({
      numerator: 3,
      denominator: 5,
    });
    const coverage = { activities: "complete" } as const;
    expect(
      figureOn({ ...base, coverage }, "decisionMakers", { per: "account" }).undefinedBecause,
    ).toBe("notSupplied");
    const confident = figureOn(base, "decisionMakers", { per: "contact", confidence: 0.95 });
    expect(confident.interval?.method).toBe("wilson");
  });
});
