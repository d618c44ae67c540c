import { tellComparison, tellMissing, tellReasons, tellSegment, tellValue } from "hoito/sentences";
import { describe, expect, it } from "vitest";

const segment = {
  value: { kind: "segment", segment: "key" },
  because: [],
  missing: [],
} as const;
const comparison = {
  kind: "comparison",
  path: "headcount",
  comparison: "atLeast",
  verdict: "met",
  value: 600,
  bound: 500,
} as const;

describe("what only JavaScript can hand over to be told", () => {
  it.each(["english", "EN", "", "toString", undefined])("%j is no language", (language) => {
    const wrong = language as "en";
    for (const tell of [
      () => tellSegment(segment, wrong),
      () => tellReasons([], wrong),
      () => tellReasons([comparison], wrong),
      () => tellComparison(comparison, wrong),
      () => tellMissing([], wrong),
      () => tellValue(1, wrong),
    ]) {
      expect(tell).toThrow(
        expect.objectContaining({
          name: "HoitoError",
          code: "unknown-language",
          path: "language",
          message: `\`${language}\` is no language here: write \`"en"\` or \`"fi"\``,
        }),
      );
    }
  });

  it("a whole decision is no decision about a segment, and a decision no reasons", () => {
    for (const wrong of [{ segment }, segment.value, undefined]) {
      expect(() => tellSegment(wrong as never, "en")).toThrow(
        expect.objectContaining({
          code: "not-a-segment",
          path: "segment",
          message: expect.stringContaining("hand over the `segment`"),
        }),
      );
      expect(() => tellReasons(wrong as never, "en")).toThrow(
        expect.objectContaining({
          code: "not-reasons",
          path: "because",
          message: "these are no reasons: hand over the `because` of a decision",
        }),
      );
    }
  });
});
