import { describe, expect, it } from "vitest";
import { accountFields, accountProperties } from "../../src/facts/index.js";
import {
  type CarePolicy,
  compilePolicy,
  type PolicyProof,
  provePolicy,
} from "../../src/policy/index.js";
import { parseCustomerBase } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { growthCompanyPolicy } from "../presets/growth-company-readings.js";

type Rules = readonly object[];

/** A policy of one classifier, with the same care for every segment. */
function policyOf(rules: Rules, more: object = {}, measures: object = {}): CarePolicy {
  const labels = { large: {}, small: {} };
  const classifier = { method: "rules", labels, hitPolicy: "first", rules, ...more };
  return {
    id: "proved",
    version: "1",
    currency: "EUR",
    measures,
    segments: { size: classifier },
    care: {
      segmentedBy: "size",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { large: "light", small: "light" },
    },
    cadences: {},
  } as unknown as CarePolicy;
}

function prove(rules: Rules, more: object = {}, measures: object = {}): PolicyProof {
  const compiled = orThrow(compilePolicy(policyOf(rules, more, measures)));
  return provePolicy(compiled, { asOf: "2018-03-28" });
}

const findings = (...given: Parameters<typeof prove>): readonly (readonly string[])[] =>
  prove(...given).findings.map(({ code, severity, path }) => [code, severity, path]);

const large = { segment: "large", when: { field: "headcount", atLeast: 500 } };
const small = { segment: "small", when: { field: "headcount", lessThan: 500 } };

describe("provePolicy", () => {
  it("RULE-08 finds nothing in rules that share all accounts out", () => {
    expect(findings([large, small])).toEqual([]);
    expect(findings([large, small], { hitPolicy: "unique" })).toEqual([]);
  });

  it("RULE-08 rules-leave-gap: shows each hole with a witness", () => {
    const tiny = { segment: "small", when: { field: "headcount", between: [10, 20] } };
    const { findings: found } = prove([large, tiny]);
    expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["rules-leave-gap", "warning", "segments.size"],
      ["rules-leave-gap", "warning", "segments.size"],
    ]);
    expect(found.map(({ witness }) => witness?.["headcount"]).sort()).toEqual([21, 9]);
    expect(found[0]?.message).toContain("headcount ");
  });

  it("RULE-08 tells a gap that needs no fact at all", () => {
    const { findings: found } = prove([
      { segment: "large", when: { field: "headcount", isMissing: false } },
      { segment: "small", when: { field: "headcount", atLeast: 0 }, whenUnknown: "notMet" },
    ]);
    const [gap] = found.filter(({ code }) => code === "rules-leave-gap");
    expect(gap?.witness).toEqual({});
    expect(gap?.message).toContain("one of which nothing is known");
  });

  it("RULE-08 rules-overlap: refutes the hit policy unique, and leaves first alone", () => {
    const medium = { segment: "small", when: { field: "headcount", between: [400, 500] } };
    const rules = [large, medium];
    const found = prove(rules, { hitPolicy: "unique", otherwise: "small" }).findings;
    expect(found.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        code: "rules-overlap",
        severity: "error",
        path: "segments.size.rules[1]",
        witness: { headcount: 500 },
      },
    ]);
    expect(findings(rules, { otherwise: "small" })).toEqual([
      ["idle-in-set", "warning", "segments.size.rules[1]"],
    ]);
  });

  it("RULE-08 contradictory-rule: finds a rule that nobody can meet, and the segment it empties", () => {
    const never = { segment: "small", when: { field: "headcount", lessThan: 5, moreThan: 10 } };
    expect(findings([large, never], { otherwise: "large" })).toEqual([
      ["contradictory-rule", "error", "segments.size.rules[1]"],
      ["unreachable-segment", "error", "segments.size.labels.small"],
    ]);
  });

  it("RULE-08 unreachable-rule: names the rules that take its accounts before", () => {
    const later = { segment: "small", when: { field: "headcount", moreThan: 1000 } };
    const [found] = prove([large, later], { otherwise: "small" }).findings;
    expect(found).toMatchObject({ code: "unreachable-rule", path: "segments.size.rules[1]" });
    expect(found?.message).toContain("`segments.size.rules[0]`");
    expect(findings([later, large], { otherwise: "small" })).toEqual([]);
  });

  it("RULE-08 unreachable-segment: a default counts as reached only where a gap leads to it", () => {
    expect(findings([large], { otherwise: "small" })).toEqual([]);
    const all = { segment: "large", when: { any: [large.when, small.when] } };
    const known = { segment: "large", when: { field: "headcount", isMissing: true } };
    expect(findings([known, all], { otherwise: "small" })).toEqual([
      ["default-never-used", "warning", "segments.size.otherwise"],
      ["unreachable-segment", "error", "segments.size.labels.small"],
    ]);
  });

  it("RULE-08 unreachable-rule: a missing fact leaves the earlier rule open, so a later one never decides", () => {
    const unknown = { segment: "small", when: { field: "headcount", isMissing: true } };
    const [found] = prove([large, unknown], { otherwise: "small" }).findings;
    expect(found).toMatchObject({ code: "unreachable-rule", path: "segments.size.rules[1]" });
    expect(found?.message).toContain("left open by `segments.size.rules[0]`");
    const lenient = { ...large, whenUnknown: "notMet" };
    expect(findings([lenient, unknown], { otherwise: "small" })).toEqual([]);
  });

  it("RULE-08 idle-comparison: finds the bound that another one makes needless", () => {
    const twice = { segment: "large", when: { field: "headcount", atLeast: 500, moreThan: 100 } };
    expect(findings([twice], { otherwise: "small" })).toEqual([
      ["idle-comparison", "warning", "segments.size.rules[0]"],
    ]);
  });

  it("RULE-08 not-proved: says why where fields are compared with one another", () => {
    const opaque = [
      { field: "turnover", moreThan: { field: "balanceSheet" } },
      { field: "turnover", lessThan: { field: "balanceSheet" } },
    ];
    const rule = { segment: "large", when: { all: opaque } };
    const found = prove([rule], { otherwise: "small" }).findings;
    expect(found).toMatchObject([{ code: "not-proved", path: "segments.size.rules[0]" }]);
    expect(found[0]?.message).toContain("compares two fields");
    const gap = [
      rule,
      { segment: "small", when: { not: rule.when } },
      { segment: "small", when: { any: [0, 1].map((at) => ({ not: opaque[at]! })) } },
    ];
    const codes = prove(gap).findings.map(({ code, path }) => [code, path]);
    expect(codes).toContainEqual(["not-proved", "segments.size"]);
  });

  it("RULE-08 counts an account without orders as having no last one, not as of unknown", () => {
    const measures = { lastOrder: { latest: "orders.orderedOn", over: "always" } };
    const recent = {
      segment: "large",
      when: { field: "lastOrder", onOrAfter: { asOfMinus: { months: 6 } } },
    };
    const old = {
      segment: "small",
      when: { field: "lastOrder", before: { asOfMinus: { months: 6 } } },
    };
    const [found] = prove([recent, old], {}, measures).findings;
    expect(found).toMatchObject({ code: "rules-leave-gap", witness: { lastOrder: null } });
  });

  it("RULE-08 takes those fields of an account for counts that its records want whole", () => {
    const numbers = Object.entries(accountFields).filter(([, kind]) => kind === "number");
    expect(numbers.length).toBeGreaterThan(3);
    for (const [field] of numbers) {
      const rules = [
        { segment: "large", when: { field, atLeast: 501 } },
        { segment: "small", when: { field, atMost: 500 } },
      ];
      const hasGap = findings(rules).some(([code]) => code === "rules-leave-gap");
      const own = Object.hasOwn(accountProperties, field);
      const half = own ? { [field]: 0.5 } : { judgements: { [field]: { value: 0.5 } } };
      const { rejected } = parseCustomerBase({ accounts: [{ id: "A", ...half }], coverage: {} });
      expect([field, hasGap]).toEqual([field, rejected.length === 0]);
    }
  });

  it("RULE-08 keeps the proof itself beside its findings", () => {
    const { classifiers } = prove([large, small]);
    expect(classifiers.get("size")?.gap).toEqual({ kind: "impossible" });
  });

  it("RULE-08 SEG-03 finds the holes that the text of source 1 leaves, vectors g and j", () => {
    for (const reading of ["R500", "R1000"] as const) {
      const policy = growthCompanyPolicy({ reading, headcountBound: "atLeast" } as never);
      const { findings: found } = provePolicy(orThrow(compilePolicy(policy)), {
        asOf: "2020-05-01",
      });
      const witnesses = found.flatMap(({ code, witness = {} }) =>
        code === "rules-leave-gap" ? [witness] : [],
      );
      const isNew = ({ relations }: (typeof witnesses)[number]): boolean =>
        Array.isArray(relations) && relations.length === 0;
      // g: a new customer whose growth potential is not low.
      expect(witnesses.some((each) => isNew(each) && each["growthPotential"] !== "low")).toBe(true);
      // j: an existing customer whom nobody knows well, and who promises no more than one service.
      expect(
        witnesses.some(
          (each) =>
            JSON.stringify(each["relations"]) === '["customer"]' &&
            each["personalRelationship"] === "none" &&
            each["potentialForSeveralServices"] !== true,
        ),
      ).toBe(true);
    }
  });
});
