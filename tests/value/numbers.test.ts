import { describe, expect, it } from "vitest";
import {
  digamma,
  logGamma,
  logGammaGrowth,
  logRising,
  risingSlope,
} from "../../src/value/gamma-functions.js";
import { EDGE, maximise, type Objective } from "../../src/value/maximise.js";
import { meanOverBeta } from "../../src/value/mean-over-beta.js";
import { lanczosLogGamma } from "../reference/naive-value-models.js";

const EULER = 0.5772156649015329;

describe("the gamma function and its slope", () => {
  it("have the values that are known in closed form", () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(digamma(1)).toBeCloseTo(-EULER, 13);
    expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 13);
    expect(digamma(20)).toBeCloseTo(
      -EULER + Array.from({ length: 19 }, (_, i) => 1 / (i + 1)).reduce((s, e) => s + e, 0),
      12,
    );
  });

  it("agree with another approximation from tiny to huge", () => {
    for (const z of [1e-6, 0.3, 2.5, 11.9, 12.1, 150, 162_754.8]) {
      expect(Math.abs(logGamma(z) / lanczosLogGamma(z) - 1)).toBeLessThan(1e-12);
    }
  });

  it("grow without cancellation", () => {
    for (const z of [0.05, 1, 11.5, 80]) {
      for (const n of [0, 0.3, 7, 1000.5]) {
        expect(logGammaGrowth(z, n)).toBeCloseTo(logGamma(z + n) - logGamma(z), 9);
      }
    }
    // Γ(z + 1) ÷ Γ(z) is z, where both logarithms are beyond 10⁷.
    expect(logGammaGrowth(1e6, 1)).toBeCloseTo(Math.log(1e6), 13);
  });

  it("rise by factors and by differences alike", () => {
    for (const z of [0.05, 1, 3.8, 90]) {
      for (const n of [0, 1, 24, 25, 40]) {
        let product = 0;
        let slope = 0;
        for (let i = 0; i < n; i++) {
          product += Math.log(z + i);
          slope += 1 / (z + i);
        }
        expect(logRising(z, n)).toBeCloseTo(product, 9);
        expect(risingSlope(z, n)).toBeCloseTo(slope, 9);
      }
    }
  });
});

describe("the mean over a Beta distribution", () => {
  const shapes = [6e-6, 0.02, 0.793, 1, 4.426, 300, 162_754];

  /** 1 − share itself is known to 10⁻¹⁶ only. */
  const expectNear = (mean: number, known: number) =>
    expect(Math.abs(mean - known)).toBeLessThan(1e-10 * known + 1e-16);

  it("is the mean of 1 − share, whatever the shapes", () => {
    for (const a of shapes) {
      for (const b of shapes) {
        const mean = meanOverBeta(a, b, 1, (share) => 1 - share);
        expectNear(mean, b / (a + b));
      }
    }
  });

  it("is the mean of the square of 1 − share", () => {
    for (const a of shapes) {
      for (const b of shapes) {
        const mean = meanOverBeta(a, b, 2, (share) => (1 - share) ** 2);
        const known = (b * (b + 1)) / ((a + b) * (a + b + 1));
        expectNear(mean, known);
      }
    }
  });

  it("is 1 for what is always 1, and never above the greatest value", () => {
    for (const a of shapes) expect(meanOverBeta(a, 2, 1, () => 1)).toBe(1);
  });
});

describe("the mean over a distribution that is none", () => {
  it("ends, and is no number or one between the least and the greatest", () => {
    const shapes = [Number.NaN, 0, -1, Number.POSITIVE_INFINITY, 5e-324, 1e300, 1e308, 1];
    for (const a of shapes) {
      for (const b of shapes) {
        const mean = meanOverBeta(a, b, 1, (share) => 1 - share);
        expect(Number.isNaN(mean) || (mean >= 0 && mean <= 1)).toBe(true);
      }
    }
  });
});

describe("the search for a maximum", () => {
  /** −Σ (coordinate − peak)², with its slopes. */
  const hill =
    (...peak: number[]): Objective =>
    (point, slopes) => {
      slopes.set(point.map((each, i) => -2 * (each - peak[i]!)));
      return -point.reduce((sum, each, i) => sum + (each - peak[i]!) ** 2, 0);
    };

  it("reaches the top of a hill, from the best start", () => {
    const top = maximise(
      hill(1.5, -3),
      [
        [9, 9],
        [0, 0],
      ],
      { flat: 1e-9, budget: 100 },
    );
    expect(top.point[0]).toBeCloseTo(1.5, 8);
    expect(top.point[1]).toBeCloseTo(-3, 8);
    expect(top.onEdge).toEqual([]);
    expect(top.ending).toBe("slopeVanished");
  });

  it("stops at the edge of the box and says which coordinate would go on", () => {
    const top = maximise(hill(50, 2), [[0, 0]], { flat: 1e-9, budget: 100 });
    expect(top.point[0]).toBe(EDGE);
    expect(top.onEdge).toEqual([0]);
    expect(top.ending).toBe("slopeVanished");
    expect(maximise(hill(-50, -60), [[40, 2]], { flat: 1e-9, budget: 100 }).onEdge).toEqual([0, 1]);
  });

  it("climbs where the function is not concave, between two hills", () => {
    // cos has its curvature the wrong way round at 3; the top nearest is at 2π.
    const waves: Objective = ([x], slopes) => {
      slopes[0] = -Math.sin(x!);
      return Math.cos(x!);
    };
    const top = maximise(waves, [[3.5]], { flat: 1e-9, budget: 200 });
    expect(top.point[0]! / (2 * Math.PI)).toBeCloseTo(Math.round(top.point[0]! / (2 * Math.PI)), 8);
    expect(top.value).toBeCloseTo(1, 12);
  });

  it("takes the higher of two hills, whichever start it comes from", () => {
    const hills: Objective = ([x], slopes) => {
      slopes[0] = -4 * x! * (x! * x! - 4) + 1;
      return -((x! * x! - 4) ** 2) + x!;
    };
    for (const starts of [
      [[-2.5], [2.5]],
      [[2.5], [-2.5]],
    ]) {
      const top = maximise(hills, starts, { flat: 1e-9, budget: 100 });
      expect(top.value).toBeGreaterThan(2);
      expect(top.point[0]).toBeCloseTo(2.03, 2);
    }
  });

  it("spends no more than its budget, however far the top", () => {
    for (const budget of [1, 4, 5, 9, 30]) {
      let asked = 0;
      const counting: Objective = (point, slopes) => {
        asked += 1;
        return hill(11, -11)(point, slopes);
      };
      const top = maximise(counting, [[-11, 11]], { flat: 0, budget });
      expect(top.evaluations).toBe(asked);
      expect(asked).toBeLessThanOrEqual(Math.max(budget, 1));
      expect(top.ending).toBe("budgetSpent");
    }
  });

  it("gives up where slopes promise what no step holds", () => {
    const liar: Objective = (_, slopes) => {
      slopes.set([1, 1]);
      return 0;
    };
    const top = maximise(liar, [[0, 0]], { flat: 1e-9, budget: 400 });
    expect(top.ending).toBe("noFurtherRise");
    expect(top.point).toEqual([0, 0]);
    const poor = maximise(liar, [[0, 0]], { flat: 1e-9, budget: 10 });
    expect(poor).toMatchObject({ ending: "budgetSpent", evaluations: 10 });
  });
});
