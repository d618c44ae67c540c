import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CarePolicy,
  type CompiledPolicy,
  compilePolicy,
  findDifference,
  fitPolicy,
  type PolicyDifference,
  provePolicy,
} from "../../src/policy/index.js";
import { classify, labelOf } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { growthCompanyPolicy } from "../presets/growth-company-readings.js";

const AS_OF = { asOf: "2020-05-01" } as const;
const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 };

interface Parts {
  readonly segments: object;
  readonly segmentedBy?: string;
  readonly labels?: readonly string[];
  readonly models?: readonly string[];
  readonly more?: object;
}

/** A policy in which every segment has the model of its own name, or the one model there is. */
function policyOf({ segments, segmentedBy = "size", labels, models, more }: Parts): CompiledPolicy {
  const own = labels ?? ["large", "small"];
  const all = models ?? own;
  return orThrow(
    compilePolicy({
      ...{ id: "p", version: "1", currency: "EUR", cadences: {}, segments },
      care: {
        segmentedBy,
        models: Object.fromEntries(all.map((name) => [name, light])),
        bySegment: Object.fromEntries(own.map((label, at) => [label, all[at] ?? all[0]])),
      },
      ...more,
    } as unknown as CarePolicy),
  );
}

const rulesOf = (field: string, atLeast: unknown, more: object = {}): object => ({
  method: "rules",
  labels: { large: {}, small: {} },
  hitPolicy: "first",
  rules: [{ segment: "large", when: { field, atLeast } }],
  otherwise: "small",
  ...more,
});
const differ = (before: Parts, after: Parts, by?: "segment" | "careModel"): PolicyDifference => {
  const policies = { before: policyOf(before), after: policyOf(after) };
  return findDifference(policies, { ...AS_OF, ...(by && { by }) });
};

describe("POL-04 findDifference", () => {
  it("shows whom a bound that moved has moved, and proves what stays the same", () => {
    const from = (bound: number): Parts => ({ segments: { size: rulesOf("headcount", bound) } });
    expect(differ(from(500), from(1000))).toEqual({
      answer: {
        kind: "differ",
        witness: { headcount: 500 },
        before: ["large"],
        after: ["small"],
      },
      apart: [],
    });
    expect(differ(from(500), from(500))).toEqual({ answer: { kind: "same" }, apart: [] });
  });

  it("compares care models where asked, so that renamed segments are the same", () => {
    const before: Parts = { segments: { size: rulesOf("headcount", 500) } };
    const renamed = {
      ...rulesOf("headcount", 500, { labels: { big: {}, small: {} } }),
      rules: [{ segment: "big", when: { field: "headcount", atLeast: 500 } }],
    };
    const after: Parts = {
      segments: { size: renamed },
      labels: ["big", "small"],
      models: ["large", "small"],
    };
    expect(differ(before, after).answer.kind).toBe("differ");
    expect(differ(before, after, "careModel").answer).toEqual({ kind: "same" });
    const unplaced = { ...rulesOf("headcount", 500), otherwise: undefined };
    const left = differ(before, { segments: { size: unplaced } }, "careModel").answer;
    expect(left).toMatchObject({ kind: "differ", before: ["small"], after: ["none"] });
    const nowhere = differ(before, { segments: { size: unplaced } }).answer;
    expect(nowhere).toMatchObject({ before: ["small"], after: ["unclassified"] });
  });

  it("takes a measure that was defined anew for two, and says so", () => {
    const measured = (months: number): Parts => ({
      segments: { size: rulesOf("revenue", { amount: "100.00", currency: "EUR" }) },
      more: {
        measures: { revenue: { sum: "revenues.amount", over: { rolling: { months } } } },
      },
    });
    const { answer, apart } = differ(measured(12), measured(24));
    expect(apart).toEqual(["revenue"]);
    expect(answer).toMatchObject({ kind: "differ" });
    const names = answer.kind === "differ" ? Object.keys(answer.witness).sort() : [];
    expect(names).toEqual(["revenue (after)", "revenue (before)"]);
    expect(differ(measured(12), measured(12))).toEqual({ answer: { kind: "same" }, apart: [] });
  });

  it("looks through the classifiers that rules read, bands and matrices too", () => {
    const through = (bound: number, cell: string): Parts => ({
      segments: {
        size: rulesOf("headcount", bound),
        reach: {
          method: "bands",
          labels: { near: {}, far: {} },
          of: "shopCount",
          missing: "undecided",
          bands: [{ segment: "far", atLeast: 10 }, { segment: "near" }],
        },
        group: {
          method: "matrix",
          labels: { first: {}, later: {} },
          axes: [
            { field: "size", values: ["large", "small"] },
            { field: "reach", values: ["near", "far"] },
          ],
          cells: { large: { near: "first", far: "first" }, small: { near: "later", far: cell } },
        },
      },
      segmentedBy: "group",
      labels: ["first", "later"],
      more: { fields: { shopCount: "number" } },
    });
    expect(differ(through(500, "later"), through(500, "later")).answer).toEqual({ kind: "same" });
    const moved = differ(through(500, "first"), through(600, "first")).answer;
    expect(moved).toMatchObject({ kind: "differ", before: ["first"], after: ["later"] });
    const witness = moved.kind === "differ" ? moved.witness : {};
    expect(Object.keys(witness).sort()).toEqual(["headcount", "shopCount"]);
    expect(differ(through(500, "first"), through(500, "later")).answer).toMatchObject({
      before: ["first"],
      after: ["later"],
    });
  });

  it.each([
    [
      "abc",
      {
        ...{ method: "abc", of: "headcount", by: "rank", boundary: "include" },
        ...{ zero: "small", negative: "small", missing: "undecided" },
        classes: [{ segment: "large", upToShare: 0.2 }, { segment: "small" }],
      },
      { zero: "large" },
    ],
    [
      "scorecard",
      {
        ...{ method: "scorecard", weightsSumTo: 1, missing: "undecided" },
        criteria: [
          {
            of: "headcount",
            weight: 1,
            normalise: { by: "minMax", better: "more", whenAllEqual: 0.5 },
          },
        ],
        bands: [{ segment: "large", atLeast: 0.5 }, { segment: "small" }],
      },
      { bands: [{ segment: "large", atLeast: 0.6 }, { segment: "small" }] },
    ],
    [
      "lifecycle",
      {
        ...{ method: "lifecycle", start: "small", startsRelationship: ["large"] },
        events: { bought: { of: "orders" } },
        transitions: [{ from: "small", to: "large", when: { event: "bought" } }],
      },
      { startsRelationship: [] },
    ],
  ])(
    "POL-04 tells policies that reckon alike, by %s, from those that do not",
    (_, method, other) => {
      const reckoned = (more: object = {}): Parts => ({
        segments: { size: { labels: { large: {}, small: {} }, ...method, ...more } },
        more: { currency: "EUR" },
      });
      const alike = { answer: { kind: "same" }, apart: [] };
      expect(differ(reckoned(), reckoned())).toEqual(alike);
      const titled = { title: "By size", labels: { small: {}, large: { title: "Large" } } };
      expect(differ(reckoned(), reckoned(titled))).toEqual(alike);
      expect(differ(reckoned(), reckoned(other))).toEqual({
        answer: { kind: "undecided", why: "method" },
        apart: ["size"],
      });
      const turned = { ...reckoned(), models: ["small", "large"] };
      expect(differ(reckoned(), turned)).toEqual(alike);
      expect(differ(reckoned(), turned, "careModel").answer).toMatchObject({
        kind: "differ",
        witness: { size: "large" },
        before: ["large"],
        after: ["small"],
      });
      const renamed = {
        segments: { scale: reckoned().segments["size" as never] },
        segmentedBy: "scale",
      };
      expect(differ(reckoned(), renamed)).toEqual({
        answer: { kind: "undecided", why: "method" },
        apart: [],
      });
    },
  );

  it("holds the fits of what is reckoned against each other", () => {
    const compiled = policyOf({
      segments: {
        size: {
          ...{ method: "abc", of: "headcount", by: "rank", boundary: "include" },
          ...{ zero: "small", negative: "small", missing: "undecided" },
          labels: { large: {}, small: {} },
          classes: [{ segment: "large", upToShare: 0.2 }, { segment: "small" }],
        },
      },
    });
    const fittedOver = (unit: number): CompiledPolicy => {
      const accounts = [1, 2, 3, 4, 5].map((id) => ({ id, headcount: id * unit }));
      return fitPolicy({ accounts, coverage: {} }, compiled, AS_OF);
    };
    const same = { before: fittedOver(1), after: fittedOver(1) };
    expect(findDifference(same, AS_OF).answer).toEqual({ kind: "same" });
    const others = { before: fittedOver(1), after: fittedOver(100) };
    expect(findDifference(others, AS_OF)).toEqual({
      answer: { kind: "undecided", why: "method" },
      apart: ["size"],
    });
  });

  it("knows none of a segment that is reckoned on one side, nor of cuts without a fit", () => {
    const reckoned: Parts = {
      segments: {
        size: {
          ...{
            method: "abc",
            of: "headcount",
            by: "rank",
            boundary: "include",
            zero: "small",
            negative: "small",
            missing: "undecided",
          },
          labels: { large: {}, small: {} },
          classes: [{ segment: "large", upToShare: 0.2 }, { segment: "small" }],
        },
      },
    };
    const ruled: Parts = { segments: { size: rulesOf("headcount", 500) } };
    expect(differ(reckoned, ruled)).toEqual({
      answer: { kind: "undecided", why: "method" },
      apart: [],
    });
    expect(differ(ruled, reckoned).answer.kind).toBe("undecided");
    const cut = (segment: string): Parts => ({
      segments: {
        size: {
          ...rulesOf("orders", { cut: "top" }),
          otherwise: "small",
          rules: [
            { segment: "large", when: { field: "orders", atLeast: { cut: "top" } } },
            { segment, when: { field: "orders", lessThan: { cut: "top" } } },
          ],
        },
      },
      more: {
        measures: { orders: { count: "orders", over: "always" } },
        cuts: { top: { of: "orders", quantile: 0.8, type: 7 } },
      },
    });
    expect(differ(cut("small"), cut("small")).answer).toEqual({
      kind: "undecided",
      why: "opaqueTest",
    });
    const fitted = policyOf(cut("small"));
    const withCut = (value: number | null): CompiledPolicy => ({
      ...fitted,
      cutPoints: new Map([["top", value]]),
    });
    const at = (before: number, after: number | null) =>
      findDifference({ before: withCut(before), after: withCut(after) }, AS_OF).answer;
    expect(at(5, 5)).toEqual({ kind: "same" });
    expect(at(5, 6)).toMatchObject({ witness: { orders: 5 }, before: ["large"] });
    expect(at(5, null)).toMatchObject({ kind: "differ" });
  });

  it("names the conflict of a unique rule set", () => {
    const unique = (lessThan: number): Parts => ({
      segments: {
        size: {
          ...{ method: "rules", hitPolicy: "unique", labels: { large: {}, small: {} } },
          rules: [
            { segment: "large", when: { field: "headcount", atLeast: 500 } },
            { segment: "small", when: { field: "headcount", lessThan } },
          ],
        },
      },
    });
    expect(differ(unique(501), unique(500)).answer).toEqual({
      ...{ kind: "differ", witness: { headcount: 500 } },
      ...{ before: ["conflict"], after: ["large"] },
    });
  });

  it("takes money of two currencies for two", () => {
    const inMoney = (currency: string): CompiledPolicy =>
      policyOf({
        segments: { size: rulesOf("turnover", { amount: "1.00", currency }) },
        more: { currency },
      });
    const policies = { before: inMoney("EUR"), after: inMoney("SEK") };
    const { answer, apart } = findDifference(policies, AS_OF);
    expect(apart).toEqual(["turnover"]);
    const witness = answer.kind === "differ" ? answer.witness : {};
    expect(witness["turnover (before)"]).toMatchObject({ currency: "EUR" });
    expect(witness["turnover (after)"]).toMatchObject({ currency: "SEK" });
  });

  it("names money that the policy after alone reads in the currency of that policy", () => {
    const before = policyOf({ segments: { size: rulesOf("headcount", 5) } });
    const after = policyOf({
      segments: { size: rulesOf("turnover", { amount: "1.00", currency: "SEK" }) },
      more: { currency: "SEK" },
    });
    const { answer } = findDifference({ before, after }, AS_OF);
    const witness = answer.kind === "differ" ? answer.witness : {};
    expect(witness["turnover"]).toMatchObject({ currency: "SEK" });
    expect(typeof witness["headcount"]).toBe("number");
  });

  it("takes a field without money for one, whatever the currencies", () => {
    const inMoney = (currency: string, more: object = {}): CompiledPolicy =>
      policyOf({ segments: { size: rulesOf("headcount", 500) }, more: { currency, ...more } });
    const policies = { before: inMoney("EUR"), after: inMoney("SEK") };
    expect(findDifference(policies, AS_OF)).toEqual({ answer: { kind: "same" }, apart: [] });
  });

  it("takes what is reckoned for two where the currency is another", () => {
    const measures = { bought: { count: "orders", over: { rolling: { months: 12 } } } };
    const counted = (currency: string): CompiledPolicy =>
      policyOf({ segments: { size: rulesOf("bought", 5) }, more: { currency, measures } });
    const policies = { before: counted("EUR"), after: counted("SEK") };
    expect(findDifference(policies, AS_OF).apart).toEqual(["bought"]);
  });

  it("takes a segment that is reckoned for two where the fits are others", () => {
    const compiled = policyOf({
      segments: {
        class: {
          ...{ method: "abc", of: "headcount", by: "rank", boundary: "include" },
          ...{ zero: "B", negative: "B", missing: "undecided" },
          labels: { A: {}, B: {} },
          classes: [{ segment: "A", upToShare: 0.2 }, { segment: "B" }],
        },
        size: {
          ...rulesOf("headcount", 0),
          rules: [{ segment: "large", when: { field: "class", equals: "A" } }],
        },
      },
    });
    const fittedOver = (unit: number): CompiledPolicy => {
      const accounts = [1, 2, 3, 4, 5].map((id) => ({ id, headcount: id * unit }));
      return fitPolicy({ accounts, coverage: {} }, compiled, AS_OF);
    };
    const differing = { before: fittedOver(1), after: fittedOver(100) };
    expect(findDifference(differing, AS_OF)).toMatchObject({
      answer: { kind: "differ" },
      apart: ["class"],
    });
    const same = { answer: { kind: "same" }, apart: [] };
    expect(findDifference({ before: fittedOver(1), after: fittedOver(1) }, AS_OF)).toEqual(same);
    expect(findDifference({ before: compiled, after: compiled }, AS_OF)).toEqual(same);
  });

  it("takes a measure under another title, and words in another order, for one", () => {
    const titled = (annotations: object): Parts => ({
      segments: { size: rulesOf("bought", 5) },
      more: {
        measures: {
          bought: { count: "orders", over: { rolling: { months: 12 } }, ...annotations },
        },
      },
    });
    const same = { answer: { kind: "same" }, apart: [] };
    expect(differ(titled({}), titled({ title: "Orders", note: "a", source: "b" }))).toEqual(same);
    const graded = (...grade: string[]): Parts => ({
      segments: {
        size: {
          ...rulesOf("grade", 0),
          rules: [{ segment: "large", when: { field: "grade", equals: "a" } }],
        },
      },
      more: { fields: { grade } },
    });
    expect(differ(graded("a", "b"), graded("b", "a"))).toEqual(same);
    expect(differ(graded("a", "b"), graded("a", "c")).apart).toEqual(["grade"]);
  });

  it("SEG-03 shows that source 1 says two things of the headcount of a potential", () => {
    const compiled = (["R500", "R1000"] as const).map((reading) =>
      orThrow(compilePolicy(growthCompanyPolicy({ reading, headcountBound: "atLeast" }))),
    );
    const [before, after] = compiled;
    const { answer, apart } = findDifference({ before: before!, after: after! }, AS_OF);
    expect(apart).toEqual([]);
    expect(answer).toMatchObject({
      kind: "differ",
      witness: { relations: ["customer"], growthPotential: "high" },
      before: ["POTENTIAL"],
      after: ["unclassified"],
    });
    const headcount = answer.kind === "differ" ? Number(answer.witness["headcount"]) : 0;
    expect(headcount).toBeGreaterThanOrEqual(500);
    expect(headcount).toBeLessThan(1000);
  });

  it("SEG-03 finds the two sentences on potentials to contradict one another as rules", () => {
    const said = policyOf({
      segments: {
        size: {
          ...{ method: "rules", hitPolicy: "unique", labels: { large: {}, small: {} } },
          rules: [
            { segment: "large", source: "L657", when: { field: "headcount", atLeast: 500 } },
            { segment: "small", source: "L662", when: { field: "headcount", lessThan: 1000 } },
          ],
        },
      },
    });
    const { findings } = provePolicy(said, AS_OF);
    expect(findings).toMatchObject([{ code: "rules-overlap", witness: { headcount: 500 } }]);
  });
});

describe("proofs of policies against every account of a grid", () => {
  const test = fc.oneof(
    fc.tuple(fc.constantFrom("atLeast", "lessThan"), fc.nat(2)).map(([word, bound]) => {
      return { field: "headcount", [word]: bound };
    }),
    fc.constantFrom("a", "b").map((equals) => ({ field: "inner", equals })),
    fc.constantFrom("a", "b").map((equals) => ({ not: { field: "inner", equals } })),
  );
  const innerTest = fc.nat(2).map((atLeast) => ({ field: "shopCount", atLeast }));
  const policy = fc
    .record({
      inner: fc.array(fc.tuple(fc.constantFrom("a", "b"), innerTest), { maxLength: 2 }),
      outer: fc.array(
        fc.tuple(fc.constantFrom("large", "small"), fc.array(test, { minLength: 1, maxLength: 2 })),
        { minLength: 1, maxLength: 3 },
      ),
      otherwise: fc.constantFrom(undefined, "a"),
    })
    .map(({ inner, outer, otherwise }) =>
      policyOf({
        more: { fields: { shopCount: "number" } },
        segments: {
          inner: {
            ...{ method: "rules", hitPolicy: "first", labels: { a: {}, b: {} } },
            rules: inner.map(([segment, when]) => ({ segment, when })),
            ...(otherwise && { otherwise }),
          },
          size: {
            ...{ method: "rules", hitPolicy: "first", labels: { large: {}, small: {} } },
            rules: outer.map(([segment, all]) => ({ segment, when: { all } })),
          },
        },
      }),
    );

  /** What a policy decides on an account, through its inner classifier. */
  const decide = (compiled: CompiledPolicy, facts: Readonly<Record<string, number>>): string => {
    const cells = compiled.scope.slots.map(({ name }): number | string | undefined => facts[name]);
    const row = { cells, asOf: 0, cuts: new Map(), ageing: new Set<number>(), currency: "EUR" };
    const label = labelOf(classify(compiled.classifiers.get("inner")!, row));
    const at = compiled.scope.slots.findIndex(({ name }) => name === "inner");
    if (at !== -1) cells[at] = label;
    return labelOf(classify(compiled.classifiers.get("size")!, row));
  };

  it("agrees on whether two policies differ when all facts are known", () => {
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        const { answer } = findDifference({ before, after }, AS_OF);
        const accounts = [0, 1, 2, 3].flatMap((headcount) =>
          [0, 1, 2, 3].map((shopCount) => ({ headcount, shopCount })),
        );
        const told = accounts.map((facts) => [decide(before, facts), decide(after, facts)]);
        const differing = told.filter(([one, other]) => one !== other);
        if (differing.length > 0) expect(answer.kind).toBe("differ");
        if (answer.kind === "same") expect(differing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
