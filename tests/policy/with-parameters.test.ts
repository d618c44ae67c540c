import { describe, expect, it } from "vitest";
import { type CarePolicy, compilePolicy, withParameters } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { samplePolicy } from "./sample-policy.js";

const open: CarePolicy = {
  ...samplePolicy,
  parameters: { ...samplePolicy.parameters, quietDays: { open: "number" } },
};

describe("POL-01 other parameters", () => {
  it("fill what is open", () => {
    expect(compilePolicy(open).ok).toBe(false);
    const filled = orThrow(withParameters(open, { quietDays: 90, window: { months: 6 } }));
    expect(compilePolicy(filled).ok).toBe(true);
    expect(filled.parameters).toEqual({
      ...samplePolicy.parameters,
      quietDays: 90,
      window: { months: 6 },
    });
    expect(filled.segments).toBe(open.segments);
  });

  it("neither change nor freeze what the caller holds", () => {
    const before = structuredClone(open);
    const window = { months: 6 };
    const filled = orThrow(withParameters(open, { quietDays: 90, window }));
    expect(open).toEqual(before);
    for (const each of [open, open.parameters, open.segments, filled, filled.parameters, window]) {
      expect(Object.isFrozen(each)).toBe(false);
    }
  });

  it("keep what a parameter says of itself, decided or open", () => {
    const quietDays = { open: "number", question: "how many?", source: "S1 §2.37" } as const;
    const window = { value: { months: 12 }, title: "a year" } as const;
    const annotated = { ...open, parameters: { ...open.parameters, quietDays, window } };
    const filled = orThrow(withParameters(annotated, { quietDays: 90, window: { months: 6 } }));
    expect(filled.parameters).toEqual({
      ...samplePolicy.parameters,
      quietDays: { value: 90, source: "S1 §2.37" },
      window: { value: { months: 6 }, title: "a year" },
    });
    expect(compilePolicy(filled).ok).toBe(true);
  });

  it("are refused under every name that is not declared, with the nearest", () => {
    const result = withParameters(open, { quietDay: 90, windows: { months: 6 }, other: 1 });
    expect(result.findings.map(({ code, path, message }) => [code, path, message])).toEqual([
      [
        "unknown-parameter",
        "quietDay",
        "the policy declares no parameter `quietDay`; did you mean `quietDays`?",
      ],
      [
        "unknown-parameter",
        "windows",
        "the policy declares no parameter `windows`; did you mean `window`?",
      ],
      ["unknown-parameter", "other", "the policy declares no parameter `other`"],
    ]);
    const { parameters: _, ...without } = open;
    expect(withParameters(without, { quietDays: 1 }).ok).toBe(false);
    expect(orThrow(withParameters(without, {}))).toBe(without);
  });

  it("make another policy, whose results say so", () => {
    const two = [90, 180].map((quietDays) => {
      return orThrow(compilePolicy(orThrow(withParameters(open, { quietDays })))).hash;
    });
    expect(two[0]).not.toBe(two[1]);
    expect(two[1]).toBe(orThrow(compilePolicy(samplePolicy)).hash);
  });
});
