import * as fc from "fast-check";
import { type CarePolicy, type CompiledPolicy, decideCare, factsNeeded } from "hoito";
import { parseCustomerBase } from "hoito/schemas";
import { accounts, bases, histories, records } from "hoito/testing/fast-check";
import { describe, expect, it } from "vitest";
import { asOf, calendar, visits, visitsPolicy, visitsWith } from "./visits-policy.js";

/** A policy that reads every kind of record and every kind of field. */
const broad: CompiledPolicy = visitsWith({
  fields: {
    ...visitsPolicy.fields,
    score: "number",
    value: "number",
    since: "date",
    vip: "boolean",
    tier: ["a", "b"],
  },
  measures: {
    visits: {
      count: "activities",
      where: {
        all: [
          { field: "kind", equals: "visit" },
          { field: "joint", equals: true },
        ],
      },
      over: { calendar: "year", offset: -1 },
    },
    asked: { count: "tasks", over: { rolling: { months: 3 } } },
    booked: {
      sum: "revenues.amount",
      where: {
        all: [
          { any: [{ field: "businessLine", isOneOf: ["care", "sales"] }] },
          { field: "margin", atLeast: { amount: "1.00", currency: "EUR" } },
        ],
      },
      over: { rolling: { months: 12 } },
    },
    largest: {
      maximum: "orders.value",
      where: {
        all: [
          { field: "value", moreThan: { amount: "10.00", currency: "EUR" } },
          { field: "orderedOn", after: { asOfMinus: { years: 1 } } },
          { field: "quantity", lessThan: 100 },
          { not: { field: "brand", equals: "own" } },
          { field: "product", isNoneOf: ["sample"] },
          { field: "margin", atLeast: { field: "value" } },
        ],
      },
      over: "always",
    },
    brands: { distinct: "orders.brand", over: "always" },
    months: { distinct: "orders.orderedOn", by: "month", over: "always" },
    billed: { count: "invoices", over: "always" },
    offered: { count: "offers", over: "always" },
    chances: { count: "opportunities", over: "always" },
    contracts: { count: "contracts", over: "always" },
    items: { sum: "serviceItems.itemCount", over: "always" },
    changes: { count: "serviceChanges", over: "always" },
    complaints: { count: "cases", over: "always" },
    tips: { count: "leads", over: "always" },
    ended: { latest: "terminations.endedOn", over: "always" },
    sinceEnd: { daysSince: "ended" },
    satisfied: { minimum: "surveyAnswers.score", over: "always" },
    heard: { count: "feedback", over: "always" },
    deciders: { count: "contactPersons", over: "always" },
    bans: { count: "permissions", over: "always" },
    owners: { count: "ownerships", over: "always" },
    programmes: { count: "memberships", over: "always" },
    yearToCome: {
      count: "orders",
      over: {
        calendar: { own: [{ label: "x", from: "2030-01-01", until: "2031-01-01" }] } as never,
      },
    },
    worth: { supplied: "money" },
  },
  segments: {
    size: {
      ...visitsPolicy.segments.size,
      rules: [
        {
          segment: "key",
          when: {
            any: [
              { field: "visits", atLeast: 2 },
              { field: "asked", atLeast: 100 },
              { field: "booked", atLeast: { amount: "500.00", currency: "EUR" } },
              { field: "largest", moreThan: { amount: "20.00", currency: "EUR" } },
              { field: "brands", atLeast: 2 },
              { field: "months", atLeast: 2 },
              { field: "billed", atLeast: 1 },
              { field: "offered", atLeast: 1 },
              { field: "chances", atLeast: 1 },
              { field: "contracts", atLeast: 1 },
              { field: "items", atLeast: 2.5 },
              { field: "changes", atLeast: 1 },
              { field: "complaints", atLeast: 1 },
              { field: "tips", atLeast: 1 },
              { field: "sinceEnd", atLeast: 30 },
              { field: "satisfied", atMost: 3 },
              { field: "heard", atLeast: 1 },
              { field: "deciders", atLeast: 1 },
              { field: "bans", atLeast: 1 },
              { field: "owners", atLeast: 1 },
              { field: "programmes", atLeast: 1 },
              { field: "yearToCome", atLeast: 1 },
              { field: "worth", atLeast: { amount: "1.00", currency: "EUR" } },
              { field: "score", atLeast: 0.5 },
              { field: "since", before: "2018-01-01" },
              { field: "vip", equals: true },
              { field: "tier", equals: "a" },
              { field: "tags", includes: "loud" },
              { field: "note", startsWith: "no" },
              { field: "relations", includes: "customer" },
              { field: "growthPotential", equals: "high" },
              { field: "marketShare", atLeast: 1 },
              { field: "value", atLeast: 5 },
              { field: "purchaseProbability", isMissing: true },
              { field: "industry", equals: "J62" },
            ],
          },
        },
        { segment: "middle", when: { field: "relationshipStart", isMissing: true } },
        { segment: "small", when: { field: "headcount", isMissing: false } },
      ],
    },
  },
} as unknown as Partial<CarePolicy>);

const own = broad.policy.fields!;

describe("POL-05 generators", () => {
  it("makes records of every kind, all of which are read without a finding", () => {
    const kinds = factsNeeded(broad, { asOf }).records.map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(18);
    const seen = new Set<string>();
    const options = { asOf, accounts: { least: 1, most: 2 }, mostRecords: 2 } as const;
    for (const base of fc.sample(bases(broad, options), { numRuns: 30, seed: 3 })) {
      const { measures, ...rest } = base;
      const { findings } = parseCustomerBase(JSON.parse(JSON.stringify(rest)), { own });
      expect(findings).toEqual([]);
      for (const kind of kinds) if ((base[kind]?.length ?? 0) > 0) seen.add(kind);
      for (const column of Object.values(measures ?? {})) {
        expect(column).toHaveLength(base.accounts.length);
      }
    }
    expect([...seen].sort()).toEqual([...kinds].sort());
  });

  it("makes accounts whose every field is read, and records that care can be asked about", () => {
    for (const account of fc.sample(accounts(broad, { asOf }), { numRuns: 20, seed: 4 })) {
      const { findings } = parseCustomerBase({ accounts: [account], coverage: {} }, { own });
      expect(findings).toEqual([]);
    }
    for (const each of fc.sample(records(broad, { asOf }), { numRuns: 10, seed: 5 })) {
      expect(decideCare(each, broad, { asOf, calendar }).account).toBe(each.account);
    }
  });

  it("gives every record its account and, where it has one, an id of its own", () => {
    const lists = fc.sample(histories(broad, { asOf, accountId: "X" }), { numRuns: 30, seed: 6 });
    for (const history of lists) {
      for (const [kind, list] of Object.entries(history)) {
        expect(list.every(({ accountId }) => accountId === "X")).toBe(true);
        const ids = list.map((record) => ("id" in record ? record.id : undefined));
        if (kind === "orders") expect(new Set(ids).size).toBe(list.length);
      }
    }
    const [mine] = fc.sample(records(visits, { asOf, accountId: "B" }), { numRuns: 1, seed: 7 });
    expect(mine?.account.id).toBe("B");
    const [some] = fc.sample(histories(visits, { asOf }), { numRuns: 1, seed: 8 });
    expect(Object.keys(some ?? {}).sort()).toEqual(["activities", "orders", "ownerships"]);
  });

  it("shrinks a failing base to the account that matters", () => {
    const law = fc.property(bases(visits, { asOf }), ({ accounts: all }) => {
      return all.every(({ headcount = 0 }) => headcount < 50);
    });
    const { failed, counterexample } = fc.check(law, { seed: 9, numRuns: 200 });
    expect(failed).toBe(true);
    const [base] = counterexample!;
    expect(base.accounts).toHaveLength(1);
    expect(base.accounts[0]?.headcount).toBe(50);
    expect(base.orders).toEqual([]);
  });

  it("keeps to the number of accounts", () => {
    const sizes = (options: { least?: number; most?: number }) =>
      fc
        .sample(bases(visits, { asOf, accounts: options }), { numRuns: 30, seed: 10 })
        .map(({ accounts: all }) => all.length);
    expect(Math.min(...sizes({ least: 3, most: 4 }))).toBe(3);
    expect(Math.max(...sizes({ most: 2 }))).toBe(2);
    expect(Math.min(...sizes({ least: 12 }))).toBe(12);
  });

  it("needs no money of a policy that speaks of none", () => {
    const { currency: _, parameters: __, measures: ___, ...rest } = visitsPolicy;
    const plain = visitsWith({
      ...rest,
      currency: undefined as never,
      parameters: {},
      measures: {},
      segments: {
        size: {
          ...visitsPolicy.segments.size,
          rules: [{ segment: "key", when: { field: "turnover", isMissing: true } }],
          otherwise: "small",
          labels: { key: {}, middle: {}, small: {} },
        },
      },
    } as Partial<CarePolicy>);
    const money = fc
      .sample(accounts(plain, { asOf }), { numRuns: 30, seed: 11 })
      .flatMap(({ turnover }) => turnover?.currency ?? []);
    expect(new Set(money)).toEqual(new Set(["EUR"]));
  });
});
