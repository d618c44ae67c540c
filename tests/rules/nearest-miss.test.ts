import { describe, expect, it } from "vitest";
import { nearestMiss } from "../../src/rules/index.js";
import type { Reason, RuleReason } from "../../src/shapes/index.js";
import { decide, euros, type SampleRule } from "./ask.js";

/** The rule that came nearest, and the fields it failed by. */
function miss(rules: readonly SampleRule[], facts: Readonly<Record<string, unknown>>): unknown {
  const found = nearestMiss(decide("first", rules, undefined, facts).because);
  return found && [found.rule.outcome, found.comparisons.map(({ path }) => path)];
}

const large = { field: "headcount", atLeast: 1000 };
const wide = { field: "shopCount", atLeast: 10 };
const fresh = { field: "daysSinceOrder", lessThan: 30 };
const none = { headcount: 0, shopCount: 0, daysSinceOrder: 99 };

describe("RULE-04 the nearest miss", () => {
  it("is 1,200 € short of key account", () => {
    const bound = { amount: "50000.00", currency: "EUR" };
    const when = { field: "revenue", atLeast: bound };
    const rules = [{ gives: "key account", when }];
    const { because } = decide("first", rules, "other", { revenue: euros(48_800) });
    const found = nearestMiss(because);
    expect(found?.rule).toBe(because[0]);
    expect(found?.comparisons).toEqual([
      {
        kind: "comparison",
        path: "revenue",
        comparison: "atLeast",
        verdict: "notMet",
        value: euros(48_800),
        bound: euros(50_000),
        shortBy: euros(1200),
      },
    ]);
  });

  it("is the rule that fails by the fewest comparisons, the earlier one on a tie", () => {
    const two = { gives: "two", when: { all: [large, wide] } };
    const one = { gives: "one", when: fresh };
    const other = { gives: "other", when: wide };
    expect(miss([two, one, other], none)).toEqual(["one", ["daysSinceOrder"]]);
    expect(miss([other, one, two], none)).toEqual(["other", ["shopCount"]]);
    expect(miss([two], none)).toEqual(["two", ["headcount", "shopCount"]]);
    expect(miss([two], { ...none, shopCount: 10 })).toEqual(["two", ["headcount"]]);
  });

  it("of rules that ask the same fields it is the one that least is lacking for", () => {
    const from = (gives: string, headcount: number, shopCount: number): SampleRule => ({
      gives,
      when: {
        all: [
          { field: "headcount", atLeast: headcount },
          { field: "shopCount", atLeast: shopCount },
        ],
      },
    });
    const [gold, silver] = [from("gold", 1000, 10), from("silver", 100, 10)];
    expect(miss([gold, silver], none)).toEqual(["silver", ["headcount", "shopCount"]]);
    expect(miss([silver, gold], none)).toEqual(["silver", ["headcount", "shopCount"]]);
    const mixed = from("mixed", 50, 20);
    expect(miss([silver, mixed], none)).toEqual(["silver", ["headcount", "shopCount"]]);
    expect(miss([mixed, silver], none)).toEqual(["mixed", ["headcount", "shopCount"]]);
    const equal = { ...silver, gives: "equal" };
    expect(miss([equal, silver], none)).toEqual(["equal", ["headcount", "shopCount"]]);
    const euro = (amount: string) => ({ field: "revenue", atLeast: { amount, currency: "EUR" } });
    const money = [
      { gives: "much", when: euro("900.00") },
      { gives: "little", when: euro("90.00") },
    ];
    expect(miss(money, { revenue: euros(1) })).toEqual(["little", ["revenue"]]);
    const words = [
      { gives: "a", when: { field: "city", equals: "Oulu" } },
      { gives: "b", when: { field: "city", equals: "Turku" } },
    ];
    expect(miss(words, { city: "Espoo" })).toEqual(["a", ["city"]]);
  });

  it("within any counts the part that needs the fewest changes, the earlier one on a tie", () => {
    const both = { all: [large, wide] };
    expect(miss([{ gives: "a", when: { any: [both, fresh] } }], none)).toEqual([
      "a",
      ["daysSinceOrder"],
    ]);
    expect(miss([{ gives: "a", when: { any: [wide, fresh] } }], none)).toEqual([
      "a",
      ["shopCount"],
    ]);
    expect(miss([{ gives: "a", when: { any: [both, { all: [fresh, wide] }] } }], none)).toEqual([
      "a",
      ["headcount", "shopCount"],
    ]);
  });

  it("within not looks for what would have to stop holding", () => {
    const facts = { headcount: 1000, shopCount: 10, daysSinceOrder: 99 };
    expect(miss([{ gives: "a", when: { not: large } }], facts)).toEqual(["a", ["headcount"]]);
    // One of all is enough, all of any are needed.
    const notAll = { not: { all: [large, wide] } };
    expect(miss([{ gives: "a", when: notAll }], facts)).toEqual(["a", ["headcount"]]);
    const notAny = { not: { any: [large, fresh, wide] } };
    expect(miss([{ gives: "a", when: notAny }], facts)).toEqual(["a", ["headcount", "shopCount"]]);
    expect(miss([{ gives: "a", when: { not: { not: fresh } } }], facts)).toEqual([
      "a",
      ["daysSinceOrder"],
    ]);
    const twice = { not: { not: { all: [fresh, large, { not: wide }] } } };
    expect(miss([{ gives: "a", when: twice }], facts)).toEqual([
      "a",
      ["daysSinceOrder", "shopCount"],
    ]);
  });

  it("counts an unknown comparison of a rule that is not met as one to change", () => {
    const when = { all: [large, wide] };
    expect(miss([{ gives: "a", when }], { headcount: 0 })).toEqual([
      "a",
      ["headcount", "shopCount"],
    ]);
  });

  it("leaves out rules that are met, unknown, or taken as not met", () => {
    const met = { gives: "met", when: { field: "shopCount", atMost: 0 } };
    const unknown = { gives: "unknown", when: { field: "city", equals: "Espoo" } };
    const lenient = { ...unknown, whenUnknown: "notMet" } as const;
    expect(miss([met, unknown, lenient], none)).toBeUndefined();
    expect(miss([met, unknown, lenient, { gives: "b", when: large }], none)).toEqual([
      "b",
      ["headcount"],
    ]);
    expect(miss([], none)).toBeUndefined();
  });

  it("leaves out reasons that are no rules, and rules that no comparison failed", () => {
    const step: Reason = { kind: "step", step: "otherwise", path: "", details: {}, of: [] };
    const rule: RuleReason = {
      kind: "rule",
      rule: "rules[0]",
      outcome: "a",
      verdict: "notMet",
      of: [step],
    };
    expect(nearestMiss([step])).toBeUndefined();
    expect(nearestMiss([rule, step])).toBeUndefined();
    const group: Reason = { kind: "all", verdict: "notMet", of: [] };
    expect(nearestMiss([group])).toBeUndefined();
    const comparison: Reason = {
      kind: "comparison",
      path: "headcount",
      comparison: "atLeast",
      verdict: "notMet",
    };
    const told = { ...rule, of: [{ ...step, of: [comparison] }] };
    expect(nearestMiss([rule, told])).toEqual({ rule: told, comparisons: [comparison] });
    const loose: Reason = { kind: "all", verdict: "notMet", of: [comparison] };
    expect(nearestMiss([loose])).toBeUndefined();
  });
});
