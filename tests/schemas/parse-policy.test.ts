import { compilePolicy, orThrow } from "hoito";
import { POLICY_BOUNDS, parsePolicy } from "hoito/schemas";
import { describe, expect, it } from "vitest";
import { wholesalerPolicy } from "../../demo/policies/wholesaler.js";
import fullPolicy from "../golden/policy/full-policy.json" with { type: "json" };
import { growthCompanyPolicy } from "../presets/growth-company-readings.js";

const smallest = {
  id: "small",
  version: "1",
  segments: {},
  care: { segmentedBy: "group", models: {}, bySegment: {} },
  cadences: {},
};

function faultsOf(input: unknown): string[] {
  return parsePolicy(input).findings.map(({ path, code }) => `${path}: ${code}`);
}

describe("parsePolicy", () => {
  it("POL-01 reads a policy that uses everything, both ways, without losing a word", () => {
    const fromObject = orThrow(parsePolicy(fullPolicy));
    expect(fromObject).toEqual(fullPolicy);
    expect(orThrow(parsePolicy(JSON.stringify(fromObject)))).toEqual(fullPolicy);
    expect(compilePolicy(fromObject)).toMatchObject({ ok: true, findings: [] });
  });

  it.each([
    growthCompanyPolicy({ reading: "R500", headcountBound: "atLeast" }),
    growthCompanyPolicy({ reading: "R1000", headcountBound: "moreThan" }),
    wholesalerPolicy,
  ])("reads the demonstration's policy $id from its own JSON", (policy) => {
    expect(orThrow(parsePolicy(JSON.stringify(policy)))).toEqual(policy);
  });

  it("names everything that is missing at once", () => {
    expect(faultsOf({})).toEqual([
      "id: missing-property",
      "version: missing-property",
      "segments: missing-property",
      "care: missing-property",
      "cadences: missing-property",
    ]);
  });

  it("says where a part has another shape", () => {
    const label = { axes: { x: 1 } };
    const group = {
      method: "rules",
      hitPolicy: "first",
      labels: { a: label },
      rules: [3, { when: [] }],
    };
    const model = { ownership: { mode: "none" }, cadences: "many", significance: "1" };
    const exceptions = [{ accountId: 1, model: "m", reason: "r", validFrom: "1.1.2018" }];
    const care = { ...smallest.care, models: { m: model }, exceptions };
    expect(faultsOf({ ...smallest, segments: { group }, care, fields: { x: 4 } })).toEqual([
      "fields.x: wrong-type",
      "segments.group.labels.a.axes.x: wrong-type",
      "segments.group.rules[0]: wrong-type",
      "segments.group.rules[1].when: wrong-type",
      "care.models.m.cadences: wrong-type",
      "care.models.m.significance: not-a-number",
      "care.exceptions[0].validFrom: not-a-civil-date",
    ]);
  });

  it("lets unknown words pass to the compiler, which knows what was meant", () => {
    const parsed = orThrow(parsePolicy({ ...smallest, parmeters: {} }));
    const finding = compilePolicy(parsed).findings.find(({ path }) => path === "parmeters");
    expect(finding?.suggestion).toBe("parameters");
  });

  it("POL-07 refuses text that is no JSON, or is too long, without reading it", () => {
    expect(faultsOf("{")).toEqual([": not-json"]);
    expect(faultsOf(" ".repeat(10_000_001))).toEqual([": text-too-long"]);
    expect(faultsOf(`${JSON.stringify(smallest)}${" ".repeat(9_000_000)}`)).toEqual([]);
  });

  it("POL-07 refuses what is too deep, too large, circular or named like a trap", () => {
    let deep: unknown = { field: "headcount", atLeast: 1 };
    for (let level = 0; level < 100_000; level++) deep = { not: deep };
    expect(faultsOf({ ...smallest, note: deep })[0]).toContain("too-deep");
    const many = Array.from({ length: POLICY_BOUNDS.nodes + 1 }, () => 1);
    expect(faultsOf({ ...smallest, note: many })).toEqual([": too-large"]);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(faultsOf({ ...smallest, note: circle })).toEqual(["note.self: circular"]);
    expect(faultsOf('{ "__proto__": { "id": "x" } }')).toEqual(["__proto__: reserved-name"]);
    expect(({} as { id?: string }).id).toBeUndefined();
  });
});
