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
        "parameters.quietDay",
        "the policy declares no parameter `quietDay`; did you mean `quietDays`?",
      ],
      [
        "unknown-parameter",
        "parameters.windows",
        "the policy declares no parameter `windows`; did you mean `window`?",
      ],
      ["unknown-parameter", "parameters.other", "the policy declares no parameter `other`"],
    ]);
    const { parameters: _, ...without } = open;
    expect(withParameters(without, { quietDays: 1 }).ok).toBe(false);
    expect(orThrow(withParameters(without, {}))).toBe(without);
  });

  it.each<[unknown, string, string]>([
    ["four", "wrong-parameter-kind", "`four` is a text, not a number"],
    [true, "wrong-parameter-kind", "`true` is a boolean, not a number"],
    [{ months: 4 }, "wrong-parameter-kind", "an object is a duration, not a number"],
    [Number.NaN, "not-a-parameter-value", "`NaN` is no value of a parameter"],
    [
      { value: 4, title: "x" },
      "not-a-parameter-value",
      "write the value of `quietDays` alone: what the policy says of it stays",
    ],
    [
      { open: "number" },
      "not-a-parameter-value",
      "write the value of `quietDays` alone: what the policy says of it stays",
    ],
  ])("fill an open one by a value of its kind, not by %j", (value, code, message) => {
    const { ok, findings } = withParameters(open, { quietDays: value as number });
    expect(ok).toBe(false);
    expect(findings).toMatchObject([{ code, path: "parameters.quietDays", message }]);
  });

  it("fill an open one by nothing that is no value at all", () => {
    const value = { month: 4 } as unknown as number;
    const path = "parameters.quietDays.month";
    const { findings } = withParameters(open, { quietDays: value });
    expect(findings).toMatchObject([{ code: "not-a-duration", path, suggestion: "months" }]);
  });

  it("leave the kind of a decided one to its uses", () => {
    expect(withParameters(open, { window: 6 }).ok).toBe(true);
    const annotated = { ...open, parameters: { window: { value: { months: 12 } } } };
    expect(withParameters(annotated, { window: 6 }).ok).toBe(true);
  });

  it("make another policy, whose results say so", () => {
    const two = [90, 180].map((quietDays) => {
      return orThrow(compilePolicy(orThrow(withParameters(open, { quietDays })))).hash;
    });
    expect(two[0]).not.toBe(two[1]);
    expect(two[1]).toBe(orThrow(compilePolicy(samplePolicy)).hash);
  });

  it("are refused by name where a policy or the values are none", () => {
    const compiled = orThrow(compilePolicy(samplePolicy));
    for (const wrong of [compiled, undefined, "text", []]) {
      expect(() => withParameters(wrong as never, {})).toThrow(
        expect.objectContaining({ code: "not-a-policy", path: "policy", received: wrong }),
      );
    }
    for (const wrong of [undefined, 3, ["quietDays"]]) {
      expect(() => withParameters(samplePolicy, wrong as never)).toThrow(
        expect.objectContaining({ code: "not-values", path: "values", received: wrong }),
      );
    }
  });
});
