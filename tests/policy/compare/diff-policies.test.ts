import { describe, expect, it } from "vitest";
import { type CarePolicy, diffPolicies } from "../../../src/policy/index.js";
import { callsWith, lower, policy } from "./two-policies.js";

const diff = (after: object, before: object = {}) =>
  diffPolicies({
    before: { ...policy, ...before } as CarePolicy,
    after: { ...policy, ...after } as CarePolicy,
  });
const { size } = policy.segments;
const [excluding, large] = size.rules;
const withRules = (...rules: object[]) => ({ segments: { size: { ...size, rules } } });
const paths = (after: object, before: object = {}) =>
  diff(after, before).map(({ kind, path }) => `${kind} ${path}`);

describe("POL-04 what two policies say differently", () => {
  it("POL-04 says nothing about equal documents, whatever the order of their properties", () => {
    const { id, version, ...rest } = policy;
    expect(diff({})).toEqual([]);
    expect(diffPolicies({ before: policy, after: { ...rest, version, id } })).toEqual([]);
    expect(diff({ $schema: "./policy.schema.json" })).toEqual([]);
    expect(diff({ $schema: "./new.schema.json" }, { $schema: "./old.schema.json" })).toEqual([]);
  });

  it("POL-04 tells a changed value with its path and both values", () => {
    expect(diff(lower)).toEqual([
      {
        kind: "changed",
        chapter: "parameters",
        path: "parameters.largeFrom",
        before: 1000,
        after: 500,
      },
    ]);
    expect(diff({ version: "2" })).toEqual([
      { kind: "changed", chapter: "head", path: "version", before: "1", after: "2" },
    ]);
  });

  it("POL-04 tells a whole entry that was added or removed", () => {
    const { visit } = policy.cadences;
    expect(diff({ cadences: { visit } })).toEqual([
      {
        kind: "removed",
        chapter: "cadences",
        path: "cadences.call",
        before: policy.cadences.call,
      },
    ]);
    expect(diff({}, { cadences: { visit } })).toEqual([
      { kind: "added", chapter: "cadences", path: "cadences.call", after: policy.cadences.call },
    ]);
  });

  it("tells the entries of a chapter that is there on one side alone one by one", () => {
    const cuts = {
      low: { of: "score", quantile: 0.2, type: 7 },
      high: { of: "score", quantile: 0.8, type: 7 },
    };
    expect(paths({ cuts })).toEqual(["added cuts.high", "added cuts.low"]);
    expect(paths({}, { cuts })).toEqual(["removed cuts.high", "removed cuts.low"]);
    expect(paths({ cuts: {} })).toEqual(["added cuts"]);
    expect(paths({ schedule: { late: "leave" } })).toEqual(["added schedule"]);
    const stated = { readiness: { strategyStated: { by: "board", on: "2018-01-01" } } };
    expect(diff(stated)[0]).toMatchObject({ chapter: "readiness", path: "readiness" });
    expect(paths({ businessLines: ["clocks"] })).toEqual(["added businessLines"]);
  });

  it("holds a chapter apart from its entries although none is called the same", () => {
    const { visit } = policy.cadences;
    expect(paths({ cadences: { meet: visit } }, { cadences: { visit } })).toEqual([
      "added cadences.meet",
      "removed cadences.visit",
    ]);
  });

  it("follows the chapters of a policy, the head first", () => {
    const changed = { ...callsWith({ effortMinutes: 20 }), ...lower, version: "2", kpis: {} };
    expect(diff(changed).map(({ chapter }) => chapter)).toEqual([
      "head",
      "parameters",
      "cadences",
      "kpis",
    ]);
  });

  it("keeps the places of rules that stand in both, however many come before them", () => {
    const huge = { segment: "large", when: { field: "headcount", atLeast: 5000 } };
    expect(diff(withRules(huge, excluding, large))).toEqual([
      { kind: "added", chapter: "segments", path: "segments.size.rules[0]", after: huge },
    ]);
    expect(paths(withRules(large))).toEqual(["removed segments.size.rules[0]"]);
  });

  it("takes as many elements between two that stand in both for the same ones, changed", () => {
    const larger = { ...large, when: { ...large.when, atLeast: 2000 } };
    const first = { ...excluding, note: "asked for" };
    expect(diff(withRules(first, excluding, larger))).toEqual([
      { kind: "added", chapter: "segments", path: "segments.size.rules[0]", after: first },
      {
        kind: "changed",
        chapter: "segments",
        path: "segments.size.rules[2].when.atLeast",
        pathBefore: "segments.size.rules[1].when.atLeast",
        before: { parameter: "largeFrom" },
        after: 2000,
      },
    ]);
  });

  it("knows elements that bear the same name, where their number is another", () => {
    const larger = { ...large, when: { ...large.when, atLeast: 2000 } };
    const small = { segment: "small", when: { field: "headcount", lessThan: 9 } };
    expect(paths(withRules(excluding, larger, small))).toEqual([
      "changed segments.size.rules[1].when.atLeast",
      "added segments.size.rules[2]",
    ]);
    const even = { ...large, when: { ...large.when, atLeast: 3000 } };
    expect(paths(withRules(small, even, larger))).toEqual([
      "removed segments.size.rules[0]",
      "added segments.size.rules[0]",
      "added segments.size.rules[1]",
      "changed segments.size.rules[2].when.atLeast",
    ]);
    const texts = (...units: string[]) => ({ scope: { units } });
    expect(paths(texts("x", "y", "z"), texts("a", "b"))).toEqual([
      "removed scope.units[0]",
      "removed scope.units[1]",
      "added scope.units[0]",
      "added scope.units[1]",
      "added scope.units[2]",
    ]);
  });

  it("tells an element that changed its place as removed and added", () => {
    expect(paths(withRules(large, excluding)).map((each) => each.split(" ")[0])).toEqual(
      expect.arrayContaining(["removed", "added"]),
    );
    expect(paths(withRules(large, excluding))).toHaveLength(2);
  });

  it("pairs what stands more than once by its place alone", () => {
    const lists = (...from: string[]) => ({ scope: { units: from } });
    expect(paths(lists("a", "b", "a"), lists("a", "b", "b", "a"))).toEqual([
      "removed scope.units[2]",
    ]);
    expect(paths(lists("c", "a", "a", "d"), lists("a", "c", "a", "d", "d"))).toEqual([
      "removed scope.units[0]",
      "changed scope.units[2]",
    ]);
  });

  it("keeps as many elements in their order as it can", () => {
    const lists = (text: string) => ({ scope: { units: [...text] } });
    // B, d, e, f keep their order; c and g do not.
    expect(paths(lists("gbdefc"), lists("bcdefg"))).toEqual([
      "added scope.units[0]",
      "removed scope.units[1]",
      "changed scope.units[5]",
    ]);
  });

  it("tells a thing of another nature as one change", () => {
    const interval = { method: "interval", counts: { field: "kind", equals: "call" } };
    const cadences = { ...policy.cadences, call: interval };
    expect(paths({ cadences })).toEqual(["changed cadences.call"]);
    const earliest = (length: object) => ({
      cadences: { visit: { method: "interval", earliest: length } },
    });
    expect(diff(earliest({ weeks: 2 }), earliest({ months: 1 }))).toEqual([
      {
        kind: "changed",
        chapter: "cadences",
        path: "cadences.visit.earliest",
        before: { months: 1 },
        after: { weeks: 2 },
      },
    ]);
  });

  it("compares objects by name although none is called the same", () => {
    const { personal, light } = policy.care.models;
    const models = (of: object) => ({ care: { ...policy.care, models: of } });
    expect(paths(models({ light }), models({ personal }))).toEqual([
      "added care.models.light",
      "removed care.models.personal",
    ]);
  });

  it("takes what is undefined for what is not there, and empty objects for equal", () => {
    expect(diff({ title: undefined })).toEqual([]);
    expect(diff({ title: undefined }, { title: undefined })).toEqual([]);
    expect(diff({ scope: { units: {} } }, { scope: { units: {} } })).toEqual([]);
    expect(paths({ title: null })).toEqual(["added title"]);
  });

  it("is not led astray by names that every object has", () => {
    const kpis = JSON.parse(
      '{ "constructor": { "figure": "retention" }, "__proto__": { "a": 1 } }',
    );
    expect(paths({ kpis })).toEqual(["added kpis.__proto__", "added kpis.constructor"]);
    expect(paths({ kpis: { constructor: { figure: "churn" } } }, { kpis })).toEqual([
      "removed kpis.__proto__",
      "changed kpis.constructor.figure",
    ]);
  });
});
