import { describe, expect, it } from "vitest";
import { quantile } from "../../src/measures/index.js";
import golden from "../golden/measures/quantiles.json" with { type: "json" };

type Type = Parameters<typeof quantile>[2];

describe("RULE-05 quantiles of Hyndman and Fan (1996)", () => {
  it.each(golden.cases)("$description", ({ sample, p, expected }) => {
    expected.forEach((value, at) => {
      expect(quantile(sample, p, (at + 1) as Type)).toBeCloseTo(value, 12);
    });
  });

  it("of nothing are nothing", () => {
    expect(quantile([], 0.5, 7)).toBeUndefined();
  });

  it("take a position that misses a whole number by a bit for that number", () => {
    const hundred = Array.from({ length: 100 }, (_, each) => each + 1);
    expect(0.29 * 100).toBe(28.999999999999996);
    expect(quantile(hundred, 0.29, 1)).toBe(29);
    expect(0.57 * 100).toBe(56.99999999999999);
    expect(quantile(hundred, 0.57, 2)).toBe(57.5);
  });

  it("of type 3 go to the even neighbour when they lie half-way", () => {
    expect(quantile([10, 20, 30, 40], 0.375, 3)).toBe(20);
    expect(quantile([10, 20, 30, 40], 0.625, 3)).toBe(20);
    expect(quantile([10, 20, 30, 40], 0.875, 3)).toBe(40);
  });
});
