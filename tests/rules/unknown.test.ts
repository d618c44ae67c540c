import { describe, expect, it } from "vitest";
import {
  type CompiledCondition,
  evaluate,
  MET,
  NOT_MET,
  type Row,
  type Truth,
  UNKNOWN,
} from "../../src/rules/index.js";
import type { Verdict } from "../../src/shapes/index.js";
import { ask, compiled, euros, NONE, rowOf, sampleScope } from "./ask.js";

describe("RULE-03 a missing or ill-typed fact is unknown, never silently not met", () => {
  it.each(["120000", "120k", "", true, [120_000], {}, Number.NaN, Number.POSITIVE_INFINITY])(
    "%j is no number",
    (fact) => {
      expect(ask({ field: "headcount", atLeast: 100_000 }, { headcount: fact })).toBe("unknown");
      expect(ask({ field: "headcount", lessThan: 100_000 }, { headcount: fact })).toBe("unknown");
      expect(ask({ field: "headcount", isOneOf: [120_000] }, { headcount: fact })).toBe("unknown");
      expect(ask({ not: { field: "headcount", atLeast: 1 } }, { headcount: fact })).toBe("unknown");
    },
  );

  it.each<[unknown, Record<string, unknown>]>([
    [{ field: "headcount", atLeast: 1 }, {}],
    [{ field: "headcount", atLeast: 1 }, { headcount: null }],
    [{ field: "headcount", atLeast: 1 }, { headcount: undefined }],
    [{ field: "headcount", isOneOf: [] }, {}],
    [{ field: "revenue", atLeast: { parameter: "keyAccountRevenue" } }, { revenue: 60_000 }],
    [
      { field: "revenue", atLeast: { parameter: "keyAccountRevenue" } },
      { revenue: { minor: 6_000_000, currency: "SEK" } },
    ],
    [
      { field: "revenue", atLeast: { parameter: "keyAccountRevenue" } },
      { revenue: { minor: 0.5, currency: "EUR" } },
    ],
    [{ field: "lastOrderDate", after: "2018-01-01" }, { lastOrderDate: "2018-02-30" }],
    [{ field: "lastOrderDate", after: "2018-01-01" }, { lastOrderDate: new Date(0) }],
    [{ field: "isActive", equals: true }, { isActive: "true" }],
    [{ field: "isActive", equals: true }, { isActive: 1 }],
    [{ field: "city", equals: "5" }, { city: 5 }],
    [{ field: "city", isNoneOf: ["Espoo"] }, {}],
    [{ field: "potential", equals: "high" }, { potential: "enormous" }],
    [{ field: "potential", isNoneOf: ["high"] }, { potential: "enormous" }],
    [{ field: "services", includes: "audit" }, { services: "audit" }],
    [{ field: "services", includes: "audit" }, { services: ["audit", 5] }],
    [{ field: "services", includesAllOf: [] }, {}],
  ])("%j of %j", (written, facts) => {
    expect(ask(written, facts)).toBe("unknown");
    expect(ask({ not: written }, facts)).toBe("unknown");
  });

  it.each([
    { field: "headcount", atLeast: 0 },
    { field: "headcount", atMost: 0 },
    { field: "headcount", isOneOf: [0] },
    { field: "headcount", moreThan: { field: "shopCount" } },
    { field: "headcount", moreThan: { cut: "topHeadcount" } },
    { field: "city", isNoneOf: ["Espoo"] },
    { field: "city", startsWith: "" },
    { field: "services", includes: "audit" },
    { field: "services", includesAnyOf: [] },
    { field: "services", includesAllOf: [] },
    { field: "headcount", isMissing: false },
  ])("a fact known to be none meets no comparison: %j", (written) => {
    const facts = { headcount: NONE, city: NONE, services: NONE };
    expect(ask(written, facts)).toBe("notMet");
    expect(ask({ not: written }, facts)).toBe("met");
  });

  it("a bound known to be none is met by no fact, and a missing fact is absent too", () => {
    const written = { field: "headcount", atMost: { field: "shopCount" } };
    expect(ask(written, { headcount: 0, shopCount: NONE })).toBe("notMet");
    expect(ask(written, { shopCount: NONE })).toBe("notMet");
    expect(ask({ field: "headcount", isMissing: true }, { headcount: NONE })).toBe("met");
  });

  it("money in another currency is read where there is a rate", () => {
    const written = { field: "revenue", atLeast: { amount: "953.00", currency: "EUR" } };
    const facts = { revenue: { minor: 1_000_000, currency: "SEK" } };
    const table = { rates: { SEK: "0.0953" }, rounding: "halfUp" } as const;
    expect(ask(written, facts, { rates: { to: "EUR", ...table } })).toBe("met");
    expect(ask(written, facts, { rates: { to: "NOK", ...table } })).toBe("unknown");
    const norwegian = { revenue: { minor: 1_000_000, currency: "NOK" } };
    expect(ask(written, norwegian, { rates: { to: "EUR", ...table } })).toBe("unknown");
    expect(ask(written, { revenue: euros(953) }, { rates: { to: "NOK", ...table } })).toBe("met");
  });
});

describe("RULE-03 three values as in SQL (Kleene 1938)", () => {
  // A field that is met, not met or unknown at will.
  const atom = (verdict: Verdict): unknown => {
    if (verdict === "unknown") return { field: "shopCount", atLeast: 1 };
    return { field: "headcount", [verdict === "met" ? "atLeast" : "lessThan"]: 1 };
  };
  const facts = { headcount: 1 };
  const [t, u, f] = ["met", "unknown", "notMet"] as const;

  it.each<[Verdict, Verdict]>([
    [t, f],
    [u, u],
    [f, t],
  ])("not %s is %s", (verdict, expected) => {
    expect(ask({ not: atom(verdict) }, facts)).toBe(expected);
  });

  it.each<[Verdict, Verdict, Verdict, Verdict]>([
    [t, t, t, t],
    [t, u, u, t],
    [t, f, f, t],
    [u, t, u, t],
    [u, u, u, u],
    [u, f, f, u],
    [f, t, f, t],
    [f, u, f, u],
    [f, f, f, f],
  ])("%s with %s: all is %s, any is %s", (one, other, all, any) => {
    expect(ask({ all: [atom(one), atom(other)] }, facts)).toBe(all);
    expect(ask({ any: [atom(one), atom(other)] }, facts)).toBe(any);
  });

  it("comparisons of one field join like all", () => {
    const written = { field: "headcount", lessThan: { field: "shopCount" }, atLeast: 10 };
    expect(ask(written, { headcount: 9 })).toBe("notMet");
    expect(ask(written, { headcount: 10 })).toBe("unknown");
  });

  it("the numbers of the three values are in order", () => {
    const order: readonly Truth[] = [NOT_MET, UNKNOWN, MET];
    expect(order).toEqual([0, 1, 2]);
  });

  it("what is settled is not asked any further", () => {
    const scope = sampleScope();
    const first = compiled({ field: "headcount", atLeast: 1 }, scope);
    const trap = { kind: "missing" } as CompiledCondition;
    const row: Row = rowOf({ headcount: 0 }, scope);
    const title = undefined;
    expect(evaluate({ kind: "all", title, of: [first, trap] }, row)).toBe(NOT_MET);
    const many: Row = rowOf({ headcount: 1 }, scope);
    expect(evaluate({ kind: "any", title, of: [first, trap] }, many)).toBe(MET);
  });
});

describe("RULE-03 a policy may assume a value for a field", () => {
  const large = { field: "headcount", atLeast: 10 };

  it("where the fact is missing, and only there", () => {
    const assumed = { assume: { headcount: 10 } };
    expect(ask(large, {}, assumed)).toBe("met");
    expect(ask(large, { headcount: "120k" }, assumed)).toBe("met");
    expect(ask(large, { headcount: 9 }, assumed)).toBe("notMet");
    expect(ask(large, { headcount: NONE }, assumed)).toBe("notMet");
    expect(ask({ field: "shopCount", atLeast: 1 }, {}, assumed)).toBe("unknown");
  });

  it("on the right-hand side too", () => {
    const assumed = { assume: { shopCount: 3 } };
    const written = { field: "headcount", moreThan: { field: "shopCount" } };
    expect(ask(written, { headcount: 4 }, assumed)).toBe("met");
    expect(ask(written, { headcount: 3 }, assumed)).toBe("notMet");
    expect(ask(written, { headcount: 4, shopCount: 4 }, assumed)).toBe("notMet");
  });

  it("of every kind, lists included", () => {
    const assume = {
      revenue: { amount: "50000.00", currency: "EUR" },
      lastOrderDate: "2018-01-01",
      isActive: false,
      city: "Espoo",
      potential: "low",
      services: "audit",
    };
    for (const written of [
      { field: "revenue", equals: { amount: "50000.00", currency: "EUR" } },
      { field: "lastOrderDate", equals: "2018-01-01" },
      { field: "lastOrderDate", between: ["2018-01-01", "2018-01-02"] },
      { field: "isActive", equals: false },
      { field: "city", isOneOf: ["Espoo"] },
      { field: "potential", isNoneOf: ["high"] },
      { field: "services", includes: "audit" },
    ]) {
      expect(ask(written, {}, { assume })).toBe("met");
    }
  });

  it("but a missing fact is still missing", () => {
    const written = { field: "headcount", isMissing: true };
    expect(ask(written, {}, { assume: { headcount: 10 } })).toBe("met");
  });
});
