import { type CarePolicy, compilePolicy, fitPolicy, orThrow } from "hoito";
import { thresholdsOf } from "hoito/testing";
import { describe, expect, it } from "vitest";
import { asOf, visits, visitsPolicy, visitsWith } from "./visits-policy.js";

const found = (policy: Partial<CarePolicy>) =>
  thresholdsOf(visitsWith(policy), { asOf }).map(({ path, field, sides }) => [path, field, sides]);

const rule = (when: object): Partial<CarePolicy> =>
  ({
    measures: {},
    cadences: {},
    care: {
      segmentedBy: "only",
      models: { light: visitsPolicy.care.models.light },
      bySegment: { a: "light", b: "light" },
    },
    segments: {
      only: {
        method: "rules",
        labels: { a: {}, b: {} },
        hitPolicy: "first",
        rules: [{ segment: "a", when }],
        otherwise: "b",
      },
    },
  }) as unknown as Partial<CarePolicy>;

const at = "segments.only.rules[0].when";

describe("POL-05 thresholdsOf", () => {
  it("steps by the last decimal of a bound, however small it is", () => {
    const sides = (bound: number) =>
      found(rule({ field: "serviceBreadth", atLeast: bound }))[0]![2];
    expect(sides(0.25)).toEqual([0.24, 0.25, 0.26]);
    expect(sides(1e-7)).toEqual([0, 1e-7, 2e-7]);
    expect(sides(1.5e-8)).toEqual([1.4e-8, 1.5e-8, 1.6e-8]);
    expect(sides(Number.MIN_VALUE)).toEqual([-1e-100, Number.MIN_VALUE, 1e-100]);
  });

  it("finds each bound of a field once, in the order of the document, parameters by their value", () => {
    const euros = (minor: number) => ({ minor, currency: "EUR" });
    expect(thresholdsOf(visits, { asOf })).toEqual([
      {
        path: "segments.size.rules[0].when.atLeast",
        field: "turnover",
        bound: euros(10_000_000),
        sides: [euros(9_999_999), euros(10_000_000), euros(10_000_001)],
      },
      {
        path: "segments.size.rules[1].when.atLeast",
        field: "headcount",
        bound: 50,
        sides: [49, 50, 51],
      },
      {
        path: "segments.activity.rules[0].when.all[0].atLeast",
        field: "orders",
        bound: 3,
        sides: [2, 3, 4],
      },
      {
        path: "segments.activity.rules[0].when.all[1].lessThan",
        field: "sinceOrder",
        bound: 90,
        sides: [89, 90, 91],
      },
    ]);
  });

  it("gives decimals neighbours one unit of their last decimal away", () => {
    const sides = found(rule({ field: "purchaseProbability", between: [0.25, 0.3] }));
    expect(sides).toEqual([
      [`${at}.between`, "purchaseProbability", [0.24, 0.25, 0.26]],
      [`${at}.between`, "purchaseProbability", [0.2, 0.3, 0.4]],
    ]);
  });

  it("reckons relative days from the day of asking", () => {
    const months = { asOfMinus: { months: 1 } };
    const later = { asOfPlus: { parameter: "quiet" } };
    const start = { field: "relationshipStart", after: months, onOrBefore: later };
    expect(found(rule(start))).toEqual([
      [`${at}.after`, "relationshipStart", ["2018-02-27", "2018-02-28", "2018-03-01"]],
      [`${at}.onOrBefore`, "relationshipStart", ["2018-09-27", "2018-09-28", "2018-09-29"]],
    ]);
    const day = { field: "relationshipStart", equals: "2018-01-01" };
    expect(found(rule(day))).toEqual([
      [`${at}.equals`, "relationshipStart", ["2017-12-31", "2018-01-01", "2018-01-02"]],
    ]);
    const last = { field: "relationshipStart", equals: "2199-12-31" };
    expect(found(rule(last))).toHaveLength(1);
  });

  it("takes no word, flag or other field for a threshold", () => {
    const parts = [
      { field: "kind", equals: "person" },
      { field: "inGroup", equals: true },
      { field: "industry", isOneOf: { parameter: "branches" } },
      { field: "region", equals: { parameter: "home" } },
      { field: "franchise", equals: { parameter: "yes" } },
      { field: "headcount", atLeast: { field: "serviceBreadth" } },
    ];
    const parameters = { ...visitsPolicy.parameters, branches: ["a"], home: "south", yes: true };
    expect(found({ ...rule({ any: parts }), parameters })).toEqual([]);
  });

  it("finds the bounds of bands and of criteria, and cuts once there is a fit", () => {
    const segments = {
      value: {
        method: "bands",
        of: "headcount",
        labels: { high: {}, low: {} },
        bands: [{ segment: "high", atLeast: { cut: "top" } }, { segment: "low" }],
        missing: "undecided",
      },
      worth: {
        method: "bands",
        of: "turnover",
        labels: { high: {}, low: {} },
        bands: [{ segment: "high", atLeast: { cut: "rich" } }, { segment: "low" }],
        missing: "undecided",
      },
      card: {
        method: "scorecard",
        labels: { high: {}, low: {} },
        weightsSumTo: 1,
        criteria: [
          {
            of: "serviceBreadth",
            weight: 1,
            normalise: { by: "bands", bands: [{ points: 5, atLeast: 3 }, { points: 0 }] },
          },
        ],
        missing: "undecided",
        bands: [{ segment: "high", atLeast: 5 }, { segment: "low" }],
      },
    };
    const policy = orThrow(
      compilePolicy({
        ...visitsPolicy,
        measures: { people: { supplied: "number" }, sales: { supplied: "money" } },
        cuts: {
          top: { of: "people", quantile: 0.5, type: 7 },
          rich: { of: "sales", quantile: 0.5, type: 7 },
        },
        cadences: {},
        segments,
        care: {
          segmentedBy: "value",
          models: { light: visitsPolicy.care.models.light },
          bySegment: { high: "light", low: "light" },
        },
      } as unknown as CarePolicy),
    );
    const bounds = (compiled: typeof policy) =>
      thresholdsOf(compiled, { asOf }).map(({ field, sides }) => [field, sides]);
    expect(bounds(policy)).toEqual([["serviceBreadth", [2, 3, 4]]]);
    const euros = (minor: number) => ({ minor, currency: "EUR" });
    const base = {
      accounts: [{ id: 1 }, { id: 2 }],
      coverage: {},
      measures: { people: [10, 21], sales: [euros(100), euros(201)] },
    };
    expect(bounds(fitPolicy(base, policy, { asOf }))).toEqual([
      ["headcount", [15.4, 15.5, 15.6]],
      ["turnover", [euros(150), euros(151), euros(151)]],
      ["serviceBreadth", [2, 3, 4]],
    ]);
  });
});
