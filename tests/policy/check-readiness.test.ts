import { describe, expect, it } from "vitest";
import { type CarePolicy, checkReadiness, compilePolicy } from "../../src/policy/index.js";
import { HoitoError } from "../../src/shapes/index.js";

const ASOF = { asOf: "2010-06-01" } as const;
const said = { by: "sales director", on: "2010-01-15" } as const;
const all = {
  customersIdentified: said,
  baseAnalysed: said,
  strategyStated: said,
  supportsBusinessStrategy: said,
};
const codes = (readiness: object | undefined): readonly string[] =>
  checkReadiness({ ...(readiness && { readiness }) } as CarePolicy, ASOF).map(({ code }) => code);

/** A policy with nothing else in it that could be wrong. */
function findingsOf(readiness: unknown): readonly (readonly string[])[] {
  const policy = {
    ...{ id: "p", version: "1", cadences: {}, readiness },
    segments: {
      size: { method: "rules", labels: { a: {} }, hitPolicy: "first", rules: [], otherwise: "a" },
    },
    care: {
      segmentedBy: "size",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { a: "light" },
    },
  };
  const { findings } = compilePolicy(policy as unknown as CarePolicy);
  return findings.map(({ code, path }) => [code, path]);
}

describe("POL-02 checkReadiness", () => {
  it("names every condition that nobody has stated, in order", () => {
    const every = [
      "customers-not-identified",
      "base-not-analysed",
      "strategy-not-stated",
      "strategy-not-supporting",
    ];
    expect(codes(undefined)).toEqual(every);
    expect(codes({})).toEqual(every);
    expect(codes(all)).toEqual([]);
  });

  it.each([
    ["customersIdentified", "customers-not-identified"],
    ["baseAnalysed", "base-not-analysed"],
    ["strategyStated", "strategy-not-stated"],
    ["supportsBusinessStrategy", "strategy-not-supporting"],
  ])(
    "POL-02 names %s alone where that one is not stated, and where that one is, the others",
    (word, code) => {
      expect(codes({ ...all, [word]: undefined })).toEqual([code]);
      const others = codes({ [word]: said });
      expect(others).toHaveLength(3);
      expect(others).not.toContain(code);
    },
  );

  it("takes a statement from its day on, that day included", () => {
    const from = (on: string) => codes({ ...all, strategyStated: { ...said, on } });
    expect(from("2010-06-01")).toEqual([]);
    expect(from("2010-06-02")).toEqual(["strategy-not-stated"]);
    const later = { readiness: { ...all, strategyStated: { ...said, on: "2010-06-02" as const } } };
    const [finding] = checkReadiness(later, ASOF);
    expect(finding).toMatchObject({ severity: "warning", path: "readiness.strategyStated" });
    expect(finding?.message).toContain("2010-06-02");
  });

  it("takes a statement of no day, and a chapter that is none, for nothing stated", () => {
    const from = (on: unknown) => codes({ ...all, strategyStated: { by: "board", on } } as never);
    expect(from("2009-13-45")).toEqual(["strategy-not-stated"]);
    expect(from(5)).toEqual(["strategy-not-stated"]);
    expect(codes({ ...all, strategyStated: null } as never)).toEqual(["strategy-not-stated"]);
    expect(codes(null as never)).toHaveLength(4);
  });

  it("throws where the day of asking is none", () => {
    expect(() => checkReadiness({}, { asOf: "2010-02-30" })).toThrow(HoitoError);
  });

  it("is checked with the policy: words, who and when", () => {
    expect(findingsOf(undefined)).toEqual([]);
    expect(findingsOf({ ...all, note: "minutes of the board" })).toEqual([]);
    expect(findingsOf({ baseAnalyzed: said })).toEqual([
      ["unknown-property", "readiness.baseAnalyzed"],
    ]);
    expect(findingsOf({ baseAnalysed: { by: " ", on: "soon", who: "me" } })).toEqual([
      ["unknown-property", "readiness.baseAnalysed.who"],
      ["missing-property", "readiness.baseAnalysed.by"],
      ["not-a-civil-date", "readiness.baseAnalysed.on"],
    ]);
    expect(findingsOf({ baseAnalysed: { on: "2010-01-15" } })).toEqual([
      ["missing-property", "readiness.baseAnalysed.by"],
    ]);
    expect(findingsOf([])).toEqual([["wrong-type", "readiness"]]);
    expect(findingsOf({ baseAnalysed: true })).toEqual([["wrong-type", "readiness.baseAnalysed"]]);
  });
});
