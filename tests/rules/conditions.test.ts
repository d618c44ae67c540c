import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/shapes/index.js";
import { ask, type Context, euros, NONE } from "./ask.js";

const EUR_50000 = { amount: "50000.00", currency: "EUR" };
const EUR_60000 = { amount: "60000.00", currency: "EUR" };

/** What a condition says below its bound, on it, and above it. */
function around(written: unknown, field: string, values: readonly unknown[]): readonly string[] {
  return values.map((value) => ask(written, { [field]: value }));
}

describe("RULE-06 boundaries are explicit", () => {
  const [no, yes] = ["notMet", "met"] as const;
  it.each<[string, readonly Verdict[]]>([
    ["atLeast", [no, yes, yes]],
    ["moreThan", [no, no, yes]],
    ["atMost", [yes, yes, no]],
    ["lessThan", [yes, no, no]],
    ["equals", [no, yes, no]],
  ])("%s, for numbers and money", (word, expected) => {
    const number = { field: "headcount", [word]: 1000 };
    expect(around(number, "headcount", [999, 1000, 1001])).toEqual(expected);
    expect(around(number, "headcount", [999.999, 1000, 1000.001])).toEqual(expected);
    const money = { field: "revenue", [word]: EUR_50000 };
    const amounts = [49_999.99, 50_000, 50_000.01].map(euros);
    expect(around(money, "revenue", amounts)).toEqual(expected);
  });

  it.each<[string, readonly Verdict[]]>([
    ["onOrAfter", [no, yes, yes]],
    ["after", [no, no, yes]],
    ["onOrBefore", [yes, yes, no]],
    ["before", [yes, no, no]],
    ["equals", [no, yes, no]],
  ])("%s, for dates", (word, expected) => {
    const date = { field: "lastOrderDate", [word]: "2018-01-31" };
    expect(around(date, "lastOrderDate", ["2018-01-30", "2018-01-31", "2018-02-01"])).toEqual(
      expected,
    );
  });

  it("between includes both ends, for numbers, money and dates", () => {
    const expected = [no, yes, yes, yes, no];
    const number = { field: "headcount", between: [10, 20] };
    expect(around(number, "headcount", [9, 10, 15, 20, 21])).toEqual(expected);
    const money = { field: "revenue", between: [EUR_50000, EUR_60000] };
    const amounts = [49_999.99, 50_000, 55_000, 60_000, 60_000.01].map(euros);
    expect(around(money, "revenue", amounts)).toEqual(expected);
    const date = { field: "lastOrderDate", between: ["2018-01-01", "2018-01-31"] };
    const dates = ["2017-12-31", "2018-01-01", "2018-01-15", "2018-01-31", "2018-02-01"];
    expect(around(date, "lastOrderDate", dates)).toEqual(expected);
  });

  it("between may name one value alone", () => {
    const written = { field: "headcount", between: [10, 10] };
    expect(around(written, "headcount", [9, 10, 11])).toEqual([no, yes, no]);
  });
});

describe("RULE-01 every comparison word", () => {
  it.each<[unknown, Record<string, unknown>, Verdict]>([
    [{ field: "headcount", isOneOf: [1, 2, 3] }, { headcount: 2 }, "met"],
    [{ field: "headcount", isOneOf: [1, 2, 3] }, { headcount: 4 }, "notMet"],
    [{ field: "headcount", isOneOf: [] }, { headcount: 4 }, "notMet"],
    [{ field: "isActive", equals: true }, { isActive: true }, "met"],
    [{ field: "isActive", equals: true }, { isActive: false }, "notMet"],
    [{ field: "isActive", equals: false }, { isActive: false }, "met"],
    [{ field: "city", equals: "Espoo" }, { city: "Espoo" }, "met"],
    [{ field: "city", equals: "Espoo" }, { city: "espoo" }, "notMet"],
    [{ field: "city", equals: "" }, { city: "" }, "met"],
    [{ field: "city", isOneOf: ["Espoo", "Vantaa"] }, { city: "Vantaa" }, "met"],
    [{ field: "city", isOneOf: ["Espoo", "Vantaa"] }, { city: "Turku" }, "notMet"],
    [{ field: "city", isNoneOf: ["Espoo", "Vantaa"] }, { city: "Turku" }, "met"],
    [{ field: "city", isNoneOf: ["Espoo", "Vantaa"] }, { city: "Espoo" }, "notMet"],
    [{ field: "city", isNoneOf: [] }, { city: "Espoo" }, "met"],
    [{ field: "city", startsWith: "Es" }, { city: "Espoo" }, "met"],
    [{ field: "city", startsWith: "Es" }, { city: "Es" }, "met"],
    [{ field: "city", startsWith: "Es" }, { city: "Vanha Es" }, "notMet"],
    [{ field: "city", startsWith: "" }, { city: "" }, "met"],
    [{ field: "potential", equals: "high" }, { potential: "high" }, "met"],
    [{ field: "potential", equals: "high" }, { potential: "low" }, "notMet"],
    [{ field: "potential", isOneOf: ["medium", "high"] }, { potential: "medium" }, "met"],
    [{ field: "potential", isNoneOf: ["medium", "high"] }, { potential: "medium" }, "notMet"],
    [{ field: "services", includes: "audit" }, { services: ["training", "audit"] }, "met"],
    [{ field: "services", includes: "audit" }, { services: ["training"] }, "notMet"],
    [{ field: "services", includes: "audit" }, { services: [] }, "notMet"],
    [{ field: "services", includesAnyOf: ["audit", "tax"] }, { services: ["tax", "x"] }, "met"],
    [{ field: "services", includesAnyOf: ["audit", "tax"] }, { services: ["x"] }, "notMet"],
    [{ field: "services", includesAnyOf: [] }, { services: ["x"] }, "notMet"],
    [{ field: "services", includesAllOf: ["audit", "tax"] }, { services: ["tax", "audit"] }, "met"],
    [{ field: "services", includesAllOf: ["audit", "tax"] }, { services: ["tax"] }, "notMet"],
    [{ field: "services", includesAllOf: [] }, { services: [] }, "met"],
    [{ field: "headcount", isMissing: true }, {}, "met"],
    [{ field: "headcount", isMissing: false }, {}, "notMet"],
    [{ field: "headcount", isMissing: true }, { headcount: 0 }, "notMet"],
    [{ field: "headcount", isMissing: false }, { headcount: 0 }, "met"],
  ])("%j of %j is %s", (written, facts, expected) => {
    expect(ask(written, facts)).toBe(expected);
  });

  it("several comparisons of one field must all hold", () => {
    const written = { field: "headcount", moreThan: 10, lessThan: 20, isMissing: false };
    expect(around(written, "headcount", [10, 11, 19, 20])).toEqual([
      "notMet",
      "met",
      "met",
      "notMet",
    ]);
  });

  it("title, note and source say nothing to the verdict", () => {
    const spoken = { title: "large", note: "by the board", source: "S1 2.4" };
    const written = { field: "headcount", atLeast: 10, ...spoken };
    expect(around(written, "headcount", [9, 10])).toEqual(["notMet", "met"]);
    expect(ask({ all: [written], ...spoken }, { headcount: 10 })).toBe("met");
    expect(ask({ any: [written], ...spoken }, { headcount: 10 })).toBe("met");
    expect(ask({ not: written, ...spoken }, { headcount: 10 })).toBe("notMet");
  });
});

describe("RULE-01 the right-hand side", () => {
  it("is a parameter, of each kind", () => {
    const number = { field: "headcount", atLeast: { parameter: "largeHeadcount" } };
    expect(around(number, "headcount", [999, 1000])).toEqual(["notMet", "met"]);
    const money = { field: "revenue", moreThan: { parameter: "keyAccountRevenue" } };
    const amounts = [50_000, 50_000.01].map(euros);
    expect(around(money, "revenue", amounts)).toEqual(["notMet", "met"]);
    const date = { field: "lastOrderDate", before: { parameter: "reformDate" } };
    const dates = ["2017-05-31", "2017-06-01"];
    expect(around(date, "lastOrderDate", dates)).toEqual(["met", "notMet"]);
    const yes = { field: "isActive", equals: { parameter: "isPilot" } };
    expect(around(yes, "isActive", [true, false])).toEqual(["met", "notMet"]);
    const text = { field: "city", equals: { parameter: "homeCity" } };
    expect(around(text, "city", ["Espoo", "Turku"])).toEqual(["met", "notMet"]);
    const category = { field: "potential", equals: { parameter: "topPotential" } };
    expect(around(category, "potential", ["high", "low"])).toEqual(["met", "notMet"]);
    const list = { field: "city", isOneOf: { parameter: "homeCities" } };
    expect(around(list, "city", ["Vantaa", "Turku"])).toEqual(["met", "notMet"]);
    const set = { field: "services", includesAllOf: { parameter: "coreServices" } };
    const both = ["audit", "training"];
    expect(around(set, "services", [both, ["audit"]])).toEqual(["met", "notMet"]);
  });

  it("is another field of the same row", () => {
    const number = { field: "headcount", moreThan: { field: "shopCount" } };
    expect(ask(number, { headcount: 5, shopCount: 4 })).toBe("met");
    expect(ask(number, { headcount: 5, shopCount: 5 })).toBe("notMet");
    expect(ask(number, { headcount: 5 })).toBe("unknown");
    const money = { field: "revenue", atMost: { field: "contractValue" } };
    expect(ask(money, { revenue: euros(5), contractValue: euros(5) })).toBe("met");
    const date = { field: "lastOrderDate", equals: { field: "relationshipStart" } };
    const same = { lastOrderDate: "2018-01-01", relationshipStart: "2018-01-01" };
    expect(ask(date, same)).toBe("met");
    const word = { field: "potential", equals: { field: "effort" } };
    expect(ask(word, { potential: "low", effort: "low" })).toBe("met");
    expect(ask({ field: "city", equals: { field: "potential" } }, { city: "low" })).toBe("unknown");
  });

  it.each<[unknown, string, Verdict]>([
    [{ after: { asOfMinus: { days: 30 } } }, "2018-01-01", "notMet"],
    [{ after: { asOfMinus: { days: 30 } } }, "2018-01-02", "met"],
    [{ onOrAfter: { asOfMinus: { days: 30 } } }, "2018-01-01", "met"],
    [{ onOrAfter: { asOfMinus: { days: 30 } } }, "2017-12-31", "notMet"],
    [{ before: { asOfPlus: { months: 1 } } }, "2018-02-27", "met"],
    [{ before: { asOfPlus: { months: 1 } } }, "2018-02-28", "notMet"],
    [{ onOrBefore: { asOfPlus: { months: 1 } } }, "2018-02-28", "met"],
    [{ onOrBefore: { asOfPlus: { months: 1 } } }, "2018-03-01", "notMet"],
    [{ equals: { asOfMinus: { days: 0 } } }, "2018-01-31", "met"],
    [{ after: { asOfMinus: { parameter: "quarterYear" } } }, "2017-10-31", "notMet"],
    [{ after: { asOfMinus: { parameter: "quarterYear" } } }, "2017-11-01", "met"],
    [{ between: [{ asOfMinus: { days: 1 } }, { asOfPlus: { days: 1 } }] }, "2018-01-29", "notMet"],
    [{ between: [{ asOfMinus: { days: 1 } }, { asOfPlus: { days: 1 } }] }, "2018-01-30", "met"],
    [{ between: [{ asOfMinus: { days: 1 } }, { asOfPlus: { days: 1 } }] }, "2018-02-01", "met"],
    [{ between: [{ asOfMinus: { days: 1 } }, { asOfPlus: { days: 1 } }] }, "2018-02-02", "notMet"],
  ])("is a date relative to the day of asking: %j of %s is %s", (comparison, fact, expected) => {
    const written = { field: "lastOrderDate", ...(comparison as object) };
    expect(ask(written, { lastOrderDate: fact }, { asOf: "2018-01-31" })).toBe(expected);
  });

  it.each<[Context["asOf"] & string, object]>([
    ["2018-01-31", { onOrAfter: { asOfMinus: { years: 10_000 } } }],
    ["1900-01-31", { onOrAfter: { asOfMinus: { months: 1 } } }],
    ["2018-01-31", { onOrBefore: { asOfPlus: { days: 10_000, weeks: 10_000 } } }],
    ["2199-12-31", { onOrBefore: { asOfPlus: { days: 1 } } }],
  ])("is unknown on %s beyond the known years: %j", (asOf, comparison) => {
    const written = { field: "lastOrderDate", ...comparison };
    expect(ask(written, { lastOrderDate: "2018-01-01" }, { asOf })).toBe("unknown");
    expect(ask(written, { lastOrderDate: NONE }, { asOf })).toBe("notMet");
  });
});

describe("RULE-09 a cut of the fit", () => {
  const money = { field: "revenue", atLeast: { cut: "topRevenue" } };

  it("is compared with, the bound included", () => {
    const fitted = { cuts: { topRevenue: 5_000_000 } };
    expect(ask(money, { revenue: euros(50_000) }, fitted)).toBe("met");
    expect(ask(money, { revenue: euros(49_999.99) }, fitted)).toBe("notMet");
    const number = { field: "headcount", lessThan: { cut: "topHeadcount" } };
    expect(ask(number, { headcount: 9 }, { cuts: { topHeadcount: 10 } })).toBe("met");
  });

  it("is unknown without a fit", () => {
    expect(ask(money, { revenue: euros(50_000) })).toBe("unknown");
    expect(ask(money, { revenue: euros(50_000) }, { cuts: { topHeadcount: 1 } })).toBe("unknown");
  });
});
