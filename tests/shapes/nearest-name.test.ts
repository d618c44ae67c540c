import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/shapes/index.js";

const NAMES = ["headcount", "shopCount", "revenue", "revenues", "city", "id"];

describe("RULE-02 nearestName", () => {
  it.each([
    ["headcount", "headcount"],
    ["hedcount", "headcount"],
    ["headdcount", "headcount"],
    ["heedcount", "headcount"],
    ["haedcount", "headcount"],
    ["HEADCOUNT", "headcount"],
    ["shopcount", "shopCount"],
    ["revenue", "revenue"],
    ["revenues", "revenues"],
    ["revenu", "revenue"],
    ["ctiy", "city"],
    ["cty", "city"],
    ["i", "id"],
    ["di", "id"],
  ])("%s is %s", (written, expected) => {
    expect(nearestName(written, NAMES)).toBe(expected);
  });

  it.each(["", "zzz", "cash", "count", "headcountheadcount"])(
    "%j is near to nothing",
    (written) => {
      expect(nearestName(written, NAMES)).toBeUndefined();
    },
  );

  it("allows a third of the name's letters, and one edit at least", () => {
    expect(nearestName("abcdXX", ["abcdef"])).toBe("abcdef");
    expect(nearestName("abcXXX", ["abcdef"])).toBeUndefined();
    expect(nearestName("abcdX", ["abcdef"])).toBe("abcdef");
    expect(nearestName("abcd", ["abcdef"])).toBe("abcdef");
    expect(nearestName("abc", ["abcdef"])).toBeUndefined();
    expect(nearestName("aX", ["ab"])).toBe("ab");
    expect(nearestName("XX", ["ab"])).toBeUndefined();
    expect(nearestName("XXc", ["abc"])).toBeUndefined();
  });

  it("counts a swap of neighbours as one edit, and a swap is no two replacements", () => {
    expect(nearestName("ba", ["ab"])).toBe("ab");
    expect(nearestName("acb", ["abc"])).toBe("abc");
    expect(nearestName("cba", ["abc"])).toBeUndefined();
    expect(nearestName("badcfe", ["abcdef"])).toBeUndefined();
    expect(nearestName("badcef", ["abcdef"])).toBe("abcdef");
  });

  it("takes the fewest edits, the earlier name on a tie", () => {
    expect(nearestName("abcdeX", ["abcdXY", "abcdef"])).toBe("abcdef");
    expect(nearestName("abcdeX", ["abcdef", "abcdeY"])).toBe("abcdef");
    expect(nearestName("abcdeX", ["abcdeY", "abcdef"])).toBe("abcdeY");
    expect(nearestName("abcdeX", ["abcdZZ", "abcdeX"])).toBe("abcdeX");
    expect(nearestName("abcdeX", [])).toBeUndefined();
  });

  it("compares names of at most 64 letters", () => {
    const long = "x".repeat(64);
    expect(nearestName(`${long.slice(1)}y`, [long])).toBe(long);
    expect(nearestName(`${long}x`, [long])).toBeUndefined();
    expect(nearestName(long, [`${long}x`])).toBeUndefined();
  });

  it("is quick for a hostile name and many names", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${"x".repeat(1000)}${index}`);
    expect(nearestName("x".repeat(10_000_000), names)).toBeUndefined();
    expect(nearestName("xxxx", names)).toBeUndefined();
  });
});
