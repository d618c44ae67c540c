import { describe, expect, it } from "vitest";
import type { Account, Termination } from "../../src/facts/index.js";
import { type CommonFactorMethod, commonFactors, endReasons } from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
const start = { relationshipStart: "2015-01-01" } as const;
const gone = { ...start, relationshipEnd: "2018-06-01" } as const;

/** So many accounts alike, with ids of their own. */
function many(count: number, account: Omit<Account, "id">, from: number): Account[] {
  return Array.from({ length: count }, (_, at) => ({ ...account, id: from + at }));
}

const bounds: CommonFactorMethod = { fields: ["industry"], atLeastCases: 1, atLeastLift: 0 };
const asked = (accounts: readonly Account[], method: Partial<CommonFactorMethod> = {}) =>
  commonFactors({ accounts, coverage: {} }, { ...bounds, ...method }, year);

describe("ends", () => {
  const ended = { accountId: 1, endedOn: "2018-05-01" } as const;
  const terminations: Termination[] = [
    { ...ended, reason: "price" },
    { ...ended, reason: "moved" },
    { ...ended, reason: "price" },
    { ...ended },
    { ...ended, service: "cleaning", reason: "price" },
    { ...ended, endedOn: "2018-01-01", reason: "price" },
    { ...ended, endedOn: "2017-12-31", reason: "price" },
    { ...ended, endedOn: "2019-01-01", reason: "price" },
  ];

  it("KPI-14 reasons of ended relationships, with their shares of those that are known", () => {
    const figure = endReasons(terminations, { of: "relationships" }, year);
    expect(figure.value).toBe(5);
    expect(figure.parts).toEqual([
      { key: "moved", amount: 1, share: 0.25 },
      { key: "price", amount: 3, share: 0.75 },
    ]);
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, outsidePeriod: 1, reasonUnknown: 1 });
  });

  it("KPI-14 a service that ended is no relationship that ended", () => {
    expect(endReasons(terminations, { of: "services" }, year)).toMatchObject({
      value: 1,
      parts: [{ key: "price", amount: 1, share: 1 }],
    });
    expect(endReasons(terminations, { of: "both" }, year).value).toBe(6);
    expect(endReasons([], { of: "both" }, year)).toMatchObject({ value: 0, parts: [] });
  });

  it("KPI-14 on a board the same", () => {
    const of = { of: "both" } as const;
    const base = {
      accounts: [{ id: 1 }],
      coverage: { terminations: "complete" },
      terminations,
    } as const;
    expect(bare(figureOn(base, "endReasons", of))).toEqual(
      bare(endReasons(terminations, of, year)),
    );
    expect(figureOn({ ...base, coverage: {} }, "endReasons", of).undefinedBecause).toBe(
      "notSupplied",
    );
  });
});

describe("common factors of those who left", () => {
  // Of four who left three were in trade, of eight who stayed two are.
  const accounts = [
    ...many(3, { ...gone, industry: "trade" }, 1),
    ...many(1, { ...gone, industry: "care" }, 4),
    ...many(2, { ...start, industry: "trade" }, 11),
    ...many(6, { ...start, industry: "care" }, 21),
  ];

  it("KPI-14 the lift is the share among who left by that among who stayed, with its counts", () => {
    const { factors, excluded } = asked(accounts);
    expect(factors[0]).toEqual({
      field: "industry",
      value: "trade",
      ended: { having: 3, known: 4 },
      staying: { having: 2, known: 8 },
      lift: 3,
      accountsSharing: [11, 12],
    });
    // (1 of 4) by (6 of 8).
    expect(factors[1]).toMatchObject({ value: "care", lift: 0.25 / 0.75 });
    expect(excluded).toEqual([]);
  });

  it("KPI-14 the accounts that share a factor are named, whatever the order of the base", () => {
    const turned = asked([...accounts].reverse());
    expect(turned).toEqual(asked(accounts));
    expect(turned.factors[0]!.accountsSharing).toEqual([11, 12]);
  });

  it("KPI-14 a factor needs a minimum of cases and of lift, both inclusive", () => {
    const values = (method: Partial<CommonFactorMethod>) =>
      asked(accounts, method).factors.map(({ value }) => value);
    expect(values({ atLeastCases: 3 })).toEqual(["trade"]);
    expect(values({ atLeastCases: 4 })).toEqual([]);
    expect(values({ atLeastLift: 3 })).toEqual(["trade"]);
    expect(values({ atLeastLift: 3.01 })).toEqual([]);
    expect(values({ atLeastCases: 1, atLeastLift: 1 / 3 })).toEqual(["trade", "care"]);
  });

  it("KPI-14 what nobody who stayed has is the most telling, and has no lift", () => {
    const only = asked([...accounts, ...many(1, { ...gone, industry: "mining" }, 31)], {
      atLeastLift: 1000,
    });
    expect(only.factors).toEqual([
      {
        field: "industry",
        value: "mining",
        ended: { having: 1, known: 5 },
        staying: { having: 0, known: 8 },
        accountsSharing: [],
      },
    ]);
    const nobody = asked(many(2, { ...gone, industry: "trade" }, 1));
    expect(nobody.factors[0]).not.toHaveProperty("lift");
    expect(asked([]).factors).toEqual([]);
  });

  it("KPI-14 factors come by lift, then by cases, then by name", () => {
    const each = (fields: Partial<Account>, left: number, from: number) =>
      many(left, { ...gone, ...fields }, from);
    const base = [
      ...each({ industry: "b", region: "x" }, 1, 1),
      ...each({ industry: "a", region: "y" }, 1, 11),
      ...each({ industry: "c", region: "y" }, 2, 21),
    ];
    const { factors } = asked(base, { fields: ["region", "industry"] });
    expect(factors.map(({ field, value }) => `${field} ${value}`)).toEqual([
      "region y",
      "industry c",
      "industry a",
      "industry b",
      "region x",
    ]);
  });

  it("KPI-14 fields of any word, yes and no, and the host's own; unknown counts in neither share", () => {
    const base = [
      ...many(1, { ...gone, franchise: true, own: { size: "big" } }, 1),
      ...many(1, { ...gone, own: {} }, 2),
      ...many(1, { ...gone }, 3),
      ...many(1, { ...start, franchise: false, own: { size: "big" } }, 4),
      ...many(1, { ...start, own: { size: "small" } }, 5),
    ];
    const { factors } = asked(base, { fields: ["franchise", "own.size"] });
    expect(factors).toEqual([
      {
        field: "franchise",
        value: "true",
        ended: { having: 1, known: 1 },
        staying: { having: 0, known: 1 },
        accountsSharing: [],
      },
      {
        field: "own.size",
        value: "big",
        ended: { having: 1, known: 1 },
        staying: { having: 1, known: 2 },
        lift: 2,
        accountsSharing: [4],
      },
    ]);
  });

  it("KPI-14 left is who ended in the period, stayed who is a customer on its last day", () => {
    const trade = { industry: "trade" } as const;
    const edges = (end: Partial<Account>) => {
      const { factors } = asked([{ id: 1, ...start, ...trade, ...end }]);
      return factors.length;
    };
    expect(edges({ relationshipEnd: "2018-01-01" })).toBe(1);
    expect(edges({ relationshipEnd: "2017-12-31" })).toBe(0);
    expect(edges({ relationshipEnd: "2018-12-31" })).toBe(1);
    expect(edges({ relationshipEnd: "2019-01-01" })).toBe(0);
    const strange = asked([
      { id: 1, ...trade, relationshipEnd: "2018-05-01" },
      { id: 2, ...trade, relationshipStart: "2018-05-01", relationshipEnd: "2018-05-01" },
      { id: 3, ...trade, relationshipStart: "2019-05-01" },
    ]);
    expect(strange).toEqual({
      factors: [],
      excluded: [
        { reason: "endBeforeStart", count: 1 },
        { reason: "startUnknown", count: 1 },
      ],
    });
    const own = { own: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }] } as const;
    const none = commonFactors({ accounts, coverage: {} }, bounds, {
      asOf: "2018-12-31",
      period: { calendar: own },
    });
    expect(none).toEqual({ factors: [], excluded: [] });
  });
});
