import { describe, expect, it } from "vitest";
import { explainCondition, missingFacts } from "../../src/rules/index.js";
import type { Reason } from "../../src/shapes/index.js";
import { compiled, decide, euros, explain, NONE, rowOf, sampleScope } from "./ask.js";

const EUR_50000 = { amount: "50000.00", currency: "EUR" };

describe("RULE-04 a comparison says which fact, which value, which bound, and how far apart", () => {
  it("of a number", () => {
    expect(explain({ field: "headcount", atLeast: 1000 }, { headcount: 970 })).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "notMet",
      value: 970,
      bound: 1000,
      shortBy: 30,
    });
    expect(explain({ field: "headcount", atLeast: 1000 }, { headcount: 1000 })).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "met",
      value: 1000,
      bound: 1000,
    });
  });

  it("of money, in minor units: 1,200 € short", () => {
    const reason = explain({ field: "revenue", atLeast: EUR_50000 }, { revenue: euros(48_800) });
    expect(reason).toMatchObject({
      value: euros(48_800),
      bound: euros(50_000),
      shortBy: euros(1200),
    });
  });

  it("of a date, in days, with the bound relative to the day of asking", () => {
    const before = { field: "lastOrderDate", onOrAfter: { asOfMinus: { days: 30 } } };
    expect(explain(before, { lastOrderDate: "2017-12-25" }, { asOf: "2018-01-31" })).toEqual({
      kind: "comparison",
      path: "lastOrderDate",
      comparison: "onOrAfter",
      verdict: "notMet",
      value: "2017-12-25",
      bound: "2018-01-01",
      boundFrom: { kind: "asOf", name: "asOfMinus" },
      shortBy: 7,
      unit: "days",
    });
    const after = { field: "lastOrderDate", before: { asOfPlus: { days: 1 } } };
    expect(explain(after, { lastOrderDate: "2018-02-02" }, { asOf: "2018-01-31" })).toMatchObject({
      boundFrom: { kind: "asOf", name: "asOfPlus" },
      shortBy: 1,
      unit: "days",
    });
  });

  it("is short by nothing where a strict bound is just reached", () => {
    const strict = { field: "revenue", moreThan: EUR_50000 };
    expect(explain(strict, { revenue: euros(50_000) })).toMatchObject({ shortBy: euros(0) });
  });

  it.each<[unknown, Record<string, unknown>]>([
    [{ field: "headcount", equals: 5 }, { headcount: 4 }],
    [{ field: "city", equals: "Espoo" }, { city: "Turku" }],
    [{ field: "city", startsWith: "E" }, { city: "Turku" }],
    [{ field: "headcount", atLeast: 5 }, {}],
    [{ field: "headcount", atLeast: 5 }, { headcount: NONE }],
    [{ field: "headcount", atLeast: { field: "shopCount" } }, { headcount: 5 }],
    [
      { field: "headcount", atLeast: { field: "shopCount" } },
      { headcount: 5, shopCount: NONE },
    ],
    [{ field: "headcount", atLeast: 5 }, { headcount: 6 }],
  ])("%j of %j has no distance", (written, facts) => {
    expect(explain(written, facts)).not.toHaveProperty("shortBy");
    expect(explain(written, facts)).not.toHaveProperty("unit");
  });

  it("of a list, and where the list came from", () => {
    expect(explain({ field: "city", isOneOf: ["Espoo", "Turku"] }, { city: "Vaasa" })).toEqual({
      kind: "comparison",
      path: "city",
      comparison: "isOneOf",
      verdict: "notMet",
      value: "Vaasa",
      bound: ["Espoo", "Turku"],
    });
    const named = { field: "city", isNoneOf: { parameter: "homeCities" } };
    expect(explain(named, { city: "Vaasa" })).toMatchObject({
      bound: ["Espoo", "Vantaa"],
      boundFrom: { kind: "parameter", name: "homeCities" },
    });
    const set = { field: "services", includes: "audit" };
    expect(explain(set, { services: ["tax"] })).toMatchObject({ value: ["tax"], bound: ["audit"] });
  });

  it("of a parameter, a field or a cut, and which", () => {
    const parameter = { field: "headcount", atLeast: { parameter: "largeHeadcount" } };
    expect(explain(parameter, { headcount: 1 })).toMatchObject({
      bound: 1000,
      boundFrom: { kind: "parameter", name: "largeHeadcount" },
    });
    const field = { field: "revenue", moreThan: { field: "contractValue" } };
    const both = { revenue: euros(1), contractValue: euros(3) };
    expect(explain(field, both)).toMatchObject({
      bound: euros(3),
      boundFrom: { kind: "field", name: "contractValue" },
      shortBy: euros(2),
    });
    const cut = { field: "headcount", atLeast: { cut: "topHeadcount" } };
    expect(explain(cut, { headcount: 1 }, { cuts: { topHeadcount: 3 } })).toMatchObject({
      bound: 3,
      boundFrom: { kind: "cut", name: "topHeadcount" },
      shortBy: 2,
    });
  });

  it("of a range, as its two ends", () => {
    const range = { field: "headcount", between: [10, 20] };
    expect(explain(range, { headcount: 25 })).toMatchObject({
      kind: "all",
      verdict: "notMet",
      of: [
        { comparison: "atLeast", verdict: "met" },
        { comparison: "atMost", verdict: "notMet", shortBy: 5 },
      ],
    });
    const dates = { field: "lastOrderDate", between: ["2018-01-01", "2018-01-31"] };
    expect(explain(dates, { lastOrderDate: "2018-02-02" })).toMatchObject({
      of: [
        { comparison: "onOrAfter", verdict: "met" },
        { comparison: "onOrBefore", verdict: "notMet", shortBy: 2, unit: "days" },
      ],
    });
  });

  it("of a fact that is there or not", () => {
    const told = { kind: "comparison", path: "headcount", comparison: "isMissing" };
    expect(explain({ field: "headcount", isMissing: true }, {})).toEqual({
      ...told,
      verdict: "met",
      bound: true,
    });
    expect(explain({ field: "headcount", isMissing: false }, { headcount: 3 })).toEqual({
      ...told,
      verdict: "met",
      bound: false,
      value: 3,
    });
    expect(explain({ field: "headcount", isMissing: true }, { headcount: NONE })).toEqual({
      ...told,
      verdict: "met",
      bound: true,
      value: null,
    });
  });

  it("of a fact known to be none", () => {
    expect(explain({ field: "headcount", atLeast: 5 }, { headcount: NONE })).toMatchObject({
      verdict: "notMet",
      value: null,
    });
    const field = { field: "headcount", atLeast: { field: "shopCount" } };
    expect(explain(field, { headcount: 5, shopCount: NONE })).toMatchObject({
      verdict: "notMet",
      bound: null,
    });
  });
});

describe("RULE-04 groups keep their shape, titles and every part", () => {
  it("also the parts that no longer mattered", () => {
    const written = {
      title: "large or new",
      any: [
        { field: "headcount", atLeast: 10, title: "large" },
        { all: [{ not: { field: "isActive", equals: true } }] },
      ],
    };
    expect(explain(written, { headcount: 10, isActive: true })).toEqual({
      kind: "any",
      title: "large or new",
      verdict: "met",
      of: [
        {
          kind: "all",
          title: "large",
          verdict: "met",
          of: [
            {
              kind: "comparison",
              path: "headcount",
              comparison: "atLeast",
              verdict: "met",
              value: 10,
              bound: 10,
            },
          ],
        },
        {
          kind: "all",
          verdict: "notMet",
          of: [
            {
              kind: "not",
              verdict: "notMet",
              of: [
                {
                  kind: "comparison",
                  path: "isActive",
                  comparison: "equals",
                  verdict: "met",
                  value: true,
                  bound: true,
                },
              ],
            },
          ],
        },
      ],
    });
    expect(explain({ title: "not large", not: { field: "headcount", atLeast: 10 } }, {})).toEqual(
      expect.objectContaining({ kind: "not", title: "not large", verdict: "unknown" }),
    );
  });

  it("a title that is no text is left out", () => {
    const written = { all: [{ field: "headcount", atLeast: 10, title: 5 }], title: null };
    const reason = explain(written, { headcount: 10 });
    expect(reason).not.toHaveProperty("title");
    expect(reason).toMatchObject({ of: [{ kind: "comparison" }] });
  });
});

describe("RULE-03 an unknown comparison says which fact is missing, and why", () => {
  const atLeast = { field: "headcount", atLeast: 5 };

  it.each<[Record<string, unknown>, string]>([
    [{}, "missing"],
    [{ headcount: null }, "missing"],
    [{ headcount: "120k" }, "illTyped"],
  ])("%j", (facts, why) => {
    expect(explain(atLeast, facts)).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "unknown",
      bound: 5,
      missing: [{ path: "headcount", why }],
    });
  });

  it("money of another currency", () => {
    const facts = { revenue: { minor: 1, currency: "SEK" } };
    const reason = explain({ field: "revenue", atLeast: EUR_50000 }, facts);
    expect(reason).toMatchObject({ missing: [{ path: "revenue", why: "otherCurrency" }] });
  });

  it("a list comparison", () => {
    const reason = explain({ field: "city", isOneOf: ["Espoo"] }, { city: 5 });
    expect(reason).toMatchObject({ missing: [{ path: "city", why: "illTyped" }] });
    expect(reason).not.toHaveProperty("value");
  });

  it("both sides of a comparison of two fields", () => {
    const written = { field: "headcount", atLeast: { field: "shopCount" } };
    const reason = explain(written, { shopCount: "many" });
    expect(reason).toMatchObject({
      missing: [
        { path: "headcount", why: "missing" },
        { path: "shopCount", why: "illTyped" },
      ],
    });
    expect(reason).not.toHaveProperty("bound");
  });

  it("a row that knows no reason leaves the list empty", () => {
    const scope = sampleScope();
    const condition = compiled(atLeast, scope);
    const row = { ...rowOf({}, scope), whyUnknown: () => [] };
    expect(explainCondition(condition, row)).toMatchObject({ verdict: "unknown", missing: [] });
  });

  it("nothing is missing where the verdict is known all the same", () => {
    const written = { field: "headcount", atLeast: { field: "shopCount" } };
    const reason = explain(written, { headcount: NONE });
    expect(reason).toMatchObject({ verdict: "notMet" });
    expect(reason).not.toHaveProperty("missing");
  });

  it("RULE-09 a cut that has no fit, and says so", () => {
    const written = { field: "headcount", atLeast: { cut: "topHeadcount" } };
    expect(explain(written, { headcount: 5 })).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "unknown",
      value: 5,
      boundFrom: { kind: "cut", name: "topHeadcount" },
      missing: [{ path: "cuts.topHeadcount", why: "notFitted" }],
    });
  });

  it("a date beyond the known years", () => {
    const written = { field: "lastOrderDate", after: { asOfMinus: { years: 200 } } };
    expect(explain(written, { lastOrderDate: "2018-01-01" })).toEqual({
      kind: "comparison",
      path: "lastOrderDate",
      comparison: "after",
      verdict: "unknown",
      value: "2018-01-01",
      boundFrom: { kind: "asOf", name: "asOfMinus" },
      missing: [{ path: "asOf", why: "outOfRange" }],
    });
  });

  it("an assumed value is shown as assumed, and nothing is missing then", () => {
    const assumed = explain(atLeast, {}, { assume: { headcount: 4 } });
    expect(assumed).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "notMet",
      value: 4,
      assumed: true,
      bound: 5,
      shortBy: 1,
    });
    const known = explain(atLeast, { headcount: 4 }, { assume: { headcount: 6 } });
    expect(known).not.toHaveProperty("assumed");
    const none = explain(atLeast, { headcount: NONE }, { assume: { headcount: 6 } });
    expect(none).not.toHaveProperty("assumed");
    const missing = { field: "headcount", isMissing: true };
    expect(explain(missing, {}, { assume: { headcount: 6 } })).not.toHaveProperty("assumed");
    const list = { field: "city", isOneOf: ["Espoo"] };
    expect(explain(list, {}, { assume: { city: "Turku" } })).toMatchObject({
      value: "Turku",
      assumed: true,
    });
  });

  it("an assumed bound is shown as assumed", () => {
    const written = { field: "headcount", atLeast: { field: "shopCount" } };
    const assume = { shopCount: 3 };
    expect(explain(written, { headcount: 2 }, { assume })).toEqual({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "notMet",
      value: 2,
      bound: 3,
      boundFrom: { kind: "field", name: "shopCount" },
      boundAssumed: true,
      shortBy: 1,
    });
    const known = explain(written, { headcount: 2, shopCount: 1 }, { assume });
    expect(known).not.toHaveProperty("boundAssumed");
    expect(explain(atLeast, { headcount: 2 })).not.toHaveProperty("boundAssumed");
  });
});

describe("RULE-03 the facts that would have been needed", () => {
  it("each once, in the order of the policy, through every kind of reason", () => {
    const when = {
      any: [
        { field: "headcount", atLeast: 1 },
        { not: { field: "city", equals: "Espoo" } },
        { all: [{ field: "headcount", atMost: { field: "shopCount" } }] },
        { field: "isActive", equals: true },
      ],
    };
    const { because } = decide("first", [{ gives: "a", when }], "z", {
      city: 5,
      isActive: false,
    });
    const step: Reason = { kind: "step", step: "x", path: "", details: {}, of: because };
    expect(missingFacts([step, ...because])).toEqual([
      { path: "headcount", why: "missing" },
      { path: "city", why: "illTyped" },
      { path: "shopCount", why: "missing" },
    ]);
  });

  it("but not below what the other facts have settled", () => {
    const open = { field: "headcount", atLeast: 1 };
    const known = { field: "shopCount", atLeast: 1 };
    const when = { any: [{ all: [open, known] }, { field: "city", equals: "Espoo" }] };
    const { because } = decide("first", [{ gives: "a", when }], "z", { shopCount: 0 });
    expect(missingFacts(because)).toEqual([{ path: "city", why: "missing" }]);
    const settled = { any: [open, known] };
    const met = decide("first", [{ gives: "a", when: settled }], "z", { shopCount: 1 });
    expect(missingFacts(met.because)).toEqual([]);
  });

  it("nor of a rule whose unknown verdict is taken as not met", () => {
    const lenient = { gives: "a", when: { field: "headcount", atLeast: 1 } };
    const strict = { gives: "b", when: { field: "shopCount", atLeast: 1 } };
    const rules = [{ ...lenient, whenUnknown: "notMet" } as const, strict];
    const { because } = decide("first", rules, "z", {});
    expect(missingFacts(because)).toEqual([{ path: "shopCount", why: "missing" }]);
  });

  it("an unknown comparison that names no fact adds none", () => {
    const told = { path: "headcount", comparison: "atLeast", verdict: "unknown" } as const;
    expect(missingFacts([{ kind: "comparison", ...told }])).toEqual([]);
  });

  it("one fact may be missing for two reasons", () => {
    const told = (why: "missing" | "illTyped"): Reason => ({
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "unknown",
      missing: [{ path: "headcount", why }],
    });
    expect(missingFacts([told("missing"), told("illTyped"), told("missing")])).toEqual([
      { path: "headcount", why: "missing" },
      { path: "headcount", why: "illTyped" },
    ]);
    expect(missingFacts([])).toEqual([]);
  });
});
