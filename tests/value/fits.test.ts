import { describe, expect, it } from "vitest";
import { BUDGET, searched, trusted } from "../../src/value/fitted.js";
import {
  checkValueFit,
  contractCurve,
  expectedPurchases,
  expectedSpend,
  fitContracts,
  fitPurchases,
  fitSpend,
  type PurchaseHistories,
  probabilityAlive,
  residualLifetime,
} from "../../src/value/index.js";
import { purchaseLikelihood } from "../../src/value/purchase-likelihood.js";
import { spendLikelihood } from "../../src/value/spend-likelihood.js";
import {
  naiveContractLikelihood,
  naivePurchaseLikelihood,
  naiveSpendLikelihood,
} from "../reference/naive-value-models.js";
import { EIGHT, HIGH_END, history, ONE_PERIOD, REGULAR, weeks } from "./customers.js";

const rowsOf = ({ repeats, lastRepeatAt, observedFor, averageSpend }: PurchaseHistories) =>
  [...repeats.keys()].map((row) => ({
    ...history(repeats[row]!, lastRepeatAt[row]!, observedFor[row]!),
    averageSpend: averageSpend.data[row]!,
  }));

describe("SEG-23 BG/NBD", () => {
  it("SEG-23 reports how the fit ended, and its log-likelihood is the paper's", () => {
    const fit = fitPurchases(EIGHT);
    const { convergence, parameters } = fit;
    expect(convergence.converged).toBe(true);
    expect(["slopeVanished", "noFurtherRise"]).toContain(convergence.reason);
    expect(convergence.evaluations).toBeLessThanOrEqual(convergence.evaluationBudget);
    expect(convergence.evaluationBudget).toBe(3 * BUDGET);
    expect(convergence.iterations).toBeGreaterThan(0);
    const naive = naivePurchaseLikelihood(rowsOf(EIGHT), parameters!);
    expect(Math.abs(convergence.logLikelihood! - naive)).toBeLessThan(1e-4);
    expect(fit).toMatchObject({ format: "hoito-value/1", model: "bgNbd", unit: "weeks" });
    expect(fit).toMatchObject({ customers: 8, distinctHistories: 8, excluded: [] });
  });

  it("has slopes that are those of its likelihood", () => {
    const rows = rowsOf(EIGHT).map((each) =>
      Float64Array.of(each.repeats, each.lastRepeatAt / 40, each.observedFor / 40),
    );
    const many = [...rows, Float64Array.of(60, 0.9, 1)].sort((left, right) => left[0]! - right[0]!);
    const objective = purchaseLikelihood({
      tuples: many,
      counts: Float64Array.from(many, (_, at) => at + 1),
    });
    expectSlopes(objective, [-1.3, 0.4, -0.2, 0.9]);
  });

  const hopeless: readonly [string, Parameters<typeof weeks>[0], string][] = [
    ["nobody", [], "noCustomers"],
    ["nobody with a history", [undefined, undefined], "noCustomers"],
    [
      "no time at all",
      [
        [0, 0, 0],
        [2, 0, 0],
      ],
      "noTimeObserved",
    ],
    [
      "nobody came back",
      [
        [0, 0, 10],
        [0, 0, 20],
      ],
      "noRepeatPurchases",
    ],
    ["one customer", [[2, 5, 10]], "identicalHistories"],
    [
      "identical customers",
      [
        [2, 5, 10],
        [2, 5, 10],
        [2, 5, 10],
      ],
      "identicalHistories",
    ],
  ];
  it.each(hopeless)("SEG-23 with %s there are no parameters but a reason", (_, rows, reason) => {
    const fit = fitPurchases(weeks(rows));
    expect(fit.parameters).toBeNull();
    expect(fit.convergence).toMatchObject({
      converged: false,
      reason,
      logLikelihood: null,
      gradientSize: null,
      evaluations: 0,
    });
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  it("SEG-23 falls back to repeats by time observed", () => {
    const same = fitPurchases(
      weeks([
        [2, 5, 10],
        [2, 5, 10],
      ]),
    );
    expect(same.simple).toEqual({ repeatsPerUnit: 0.2 });
    expect(expectedPurchases(history(2, 5, 10), same, 30)).toBeCloseTo(6, 12);
    expect(probabilityAlive(history(2, 5, 10), same)).toBeUndefined();
    const none = fitPurchases(weeks([[2, 0, 0]]));
    expect(none.simple).toEqual({ repeatsPerUnit: null });
    expect(expectedPurchases(history(2, 5, 10), none, 30)).toBeUndefined();
  });

  it("names the parameters that ran to the edge", () => {
    const fit = fitPurchases(
      weeks([
        [3, 9, 10],
        [3, 8, 10],
        [3, 9.5, 10],
      ]),
    );
    expect(fit.convergence.converged).toBe(true);
    expect(fit.convergence.atBounds).toContain("r");
    expect(fit.parameters).not.toBeNull();
  });

  it("leaves out what cannot be a history, and counts it", () => {
    const impossible: [number, number, number][] = [
      [-1, 0, 5],
      [1.5, 2, 5],
      [2e9, 2, 5],
      [1, 6, 5],
      [1, -1, 5],
      [0, 2, 5],
      [1, 2, 1e8],
      [1, Number.NaN, 5],
      [1, 2, Number.POSITIVE_INFINITY],
      [Number.NaN, 0, 5],
    ];
    const fit = fitPurchases(weeks([...impossible, undefined, [1, 2, 5], [0, 0, 5]]));
    expect(fit.customers).toBe(2);
    expect(fit.excluded).toEqual([
      { reason: "noHistory", count: 1 },
      { reason: "notAHistory", count: 10 },
    ]);
  });

  it("takes a search that ended on a slope for no fit", () => {
    const maximum = { point: [0], value: -5, slope: 3, onEdge: [], iterations: 4, evaluations: 9 };
    const report = (ending: "budgetSpent" | "noFurtherRise", slope: number) =>
      searched({ ...maximum, ending, slope }, ["r"], 10, -1);
    expect(report("budgetSpent", 3)).toMatchObject({ converged: false, reason: "budgetSpent" });
    expect(report("budgetSpent", 1.1e-4)).toMatchObject({ converged: false });
    expect(report("noFurtherRise", 3)).toMatchObject({ converged: false, gradientSize: 0.3 });
    expect(report("noFurtherRise", 9e-5)).toMatchObject({ converged: true, logLikelihood: -6 });
    expect(trusted(report("budgetSpent", 3), { r: 1 })).toBeNull();
    expect(trusted(report("budgetSpent", 0), { r: 1 })).toEqual({ r: 1 });
  });
});

describe("SEG-23 Gamma-Gamma", () => {
  it("SEG-23 is fitted to those who came back, and its log-likelihood is the paper's", () => {
    const fit = fitSpend(EIGHT, { correlationLimit: 1 });
    expect(fit.convergence.converged).toBe(true);
    const back = rowsOf(EIGHT).filter(({ repeats }) => repeats > 0);
    const naive = naiveSpendLikelihood(back, fit.parameters!);
    expect(Math.abs(fit.convergence.logLikelihood! - naive)).toBeLessThan(1e-4);
    expect(fit).toMatchObject({ model: "gammaGamma", currency: "EUR", customers: 5 });
    expect(fit.excluded).toEqual([{ reason: "noRepeatPurchase", count: 3 }]);
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  it("has slopes that are those of its likelihood", () => {
    const tuples = [
      [1, 0.3],
      [1, 2.2],
      [4, 1.1],
      [30, 0.9],
    ].map((each) => Float64Array.from(each));
    const counts = Float64Array.of(2, 1, 1, 3);
    expectSlopes(spendLikelihood({ tuples, counts }), [1.8, 1.3, -0.4]);
  });

  it("warns where repeats and spend go together, beyond the limit and not at it", () => {
    const rising = weeks([
      [1, 5, 10, 100],
      [2, 5, 10, 200],
      [3, 5, 10, 300],
    ]);
    const beyond = fitSpend(rising, { correlationLimit: 0.99 });
    expect(beyond.correlation).toBe(1);
    expect(beyond.findings).toMatchObject([
      { code: "spend-depends-on-frequency", severity: "warning" },
    ]);
    expect(fitSpend(rising, { correlationLimit: 1 }).findings).toEqual([]);
    const falling = weeks([
      [1, 5, 10, 300],
      [2, 5, 10, 200],
      [3, 5, 10, 100],
    ]);
    expect(fitSpend(falling, { correlationLimit: 0.5 })).toMatchObject({ correlation: -1 });
    expect(fitSpend(falling, { correlationLimit: 0.5 }).findings).toHaveLength(1);
  });

  it("leaves out spend that is unknown, nothing or beyond reckoning, and says so", () => {
    const fit = fitSpend(
      weeks([
        [2, 5, 10],
        [2, 5, 10, 0],
        [2, 5, 10, -40],
        [2, 5, 10, 1e16],
        [2, 5, 10, Number.NaN],
        undefined,
        [0, 0, 10],
        [2, 5, 10, 500],
      ]),
      { correlationLimit: 0.3 },
    );
    expect(fit.excluded).toEqual([
      { reason: "noHistory", count: 1 },
      { reason: "noRepeatPurchase", count: 1 },
      { reason: "spendOutOfRange", count: 4 },
      { reason: "spendUnknown", count: 1 },
    ]);
    expect(fit.parameters).toBeNull();
    expect(fit.convergence.reason).toBe("identicalHistories");
    expect(fit.correlation).toBeNull();
    expect(fit.simple).toEqual({ meanSpend: 500 });
    expect(expectedSpend({ repeats: 0 }, fit)).toBe(500);
  });

  it("knows nothing where nobody came back", () => {
    const fit = fitSpend(weeks([[0, 0, 10]]), { correlationLimit: 0.3 });
    expect(fit.convergence.reason).toBe("noCustomers");
    expect(fit.simple).toEqual({ meanSpend: null });
    expect(expectedSpend({ repeats: 3, averageSpend: 100 }, fit)).toBeUndefined();
  });
});

describe("SEG-23 shifted-beta-geometric for contracts", () => {
  it.each([
    ["High End", HIGH_END, 0.668, 3.806, -1611.2],
    ["Regular", REGULAR, 0.704, 1.182, -1680.3],
  ])("SEG-23 finds the published parameters of %s", (_, cohort, alpha, beta, likelihood) => {
    const { parameters, convergence } = fitContracts([cohort]);
    expect(parameters!.alpha).toBeCloseTo(alpha, 3);
    expect(parameters!.beta).toBeCloseTo(beta, 3);
    expect(convergence.logLikelihood).toBeCloseTo(likelihood, 0);
    expect(convergence.logLikelihood).toBeCloseTo(naiveContractLikelihood(cohort, parameters!), 8);
  });

  it("puts cohorts of different length together", () => {
    // The four cohorts of Fader & Hardie (2010): α 3.80, β 15.19.
    const { parameters } = fitContracts([
      [10000, 8000, 6480],
      [10000, 8000, 6480, 5307, 4391],
      [10000, 8000],
      [10000, 8000, 6480, 5307],
    ]);
    expect(parameters!.alpha).toBeCloseTo(3.8, 2);
    expect(parameters!.beta).toBeCloseTo(15.19, 2);
  });

  const hopeless: readonly [string, readonly (readonly number[])[], string, number | null][] = [
    ["no cohort", [], "noCustomers", null],
    ["a cohort of nobody", [[0, 0, 0]], "noCustomers", null],
    ["one period", [[1000, 800]], "onePeriod", 0.8],
    ["nobody asked after the first period", [[1000, 0, 0]], "nobodyKept", 0],
    ["nobody lost", [[10, 10, 10]], "nobodyLost", 1],
    ["nobody kept", [[10, 0]], "nobodyKept", 0],
  ];
  it.each(hopeless)("SEG-23 with %s there is the simple estimate", (_, cohorts, reason, kept) => {
    const fit = fitContracts(cohorts);
    expect(fit.parameters).toBeNull();
    expect(fit.simple.retention).toBe(kept);
    expect(fit.convergence.reason).toBe(reason);
  });

  it("leaves out cohorts that cannot be, and counts them", () => {
    const fit = fitContracts([
      [1000],
      [],
      [1000, 1001],
      [1000, Number.NaN],
      [1000, -1],
      [1e13, 5],
      new Array<number>(1002).fill(5),
      HIGH_END,
      REGULAR,
    ]);
    expect(fit.customers).toBe(2000);
    expect(fit.excluded).toEqual([
      { reason: "increases", count: 1 },
      { reason: "noPeriod", count: 2 },
      { reason: "notCounts", count: 4 },
    ]);
  });

  it("takes cohorts in any order, with fractions too", () => {
    const cohorts = [HIGH_END, REGULAR, HIGH_END.map((each) => each / 3), [5.5, 1.25], [5.5, 1.25]];
    const forward = fitContracts(cohorts);
    expect(fitContracts(cohorts.toReversed())).toEqual(forward);
  });

  it("projects the retention of the paper: of High End 46.0 % are left after eight years", () => {
    const fit = fitContracts([HIGH_END]);
    const { survival, retention } = contractCurve(fit, { periods: 12 })!;
    const percent = survival.slice(8).map((each) => (100 * each).toFixed(1));
    expect(percent).toEqual(["46.0", "43.6", "41.4", "39.5", "37.8"]);
    expect(retention).toHaveLength(12);
    expect(survival).toHaveLength(13);
  });

  it("has a flat curve without parameters, and none where nothing is known", () => {
    expect(contractCurve(ONE_PERIOD, { periods: 2 })).toEqual({
      retention: [0.8, 0.8],
      survival: [1, 0.8, 0.8 * 0.8],
    });
    expect(contractCurve(fitContracts([]), { periods: 2 })).toBeUndefined();
    for (const periods of [0, 1.5, 1001, Number.NaN]) {
      expect(contractCurve(ONE_PERIOD, { periods })).toBeUndefined();
    }
    expect(contractCurve(ONE_PERIOD, { periods: 1000 })?.survival).toHaveLength(1001);
  });

  it("SEG-23 values the payments to come as published: 7.53 after seven years at 10 %", () => {
    const context = { renewals: 7, discountRate: 0.1, periods: "forever" } as const;
    expect(residualLifetime(fitContracts([HIGH_END]), context).value).toBeCloseTo(7.53, 3);
  });

  it("sums the payments one by one where there is an end", () => {
    const fit = fitContracts([REGULAR]);
    const { retention } = contractCurve(fit, { periods: 9 })!;
    let expected = 0;
    let survives = 1;
    for (const [j, each] of retention.slice(4).entries()) {
      survives *= each;
      expected += survives / 1.08 ** j;
    }
    const context = { renewals: 4, discountRate: 0.08, periods: 5 };
    expect(residualLifetime(fit, context).value).toBeCloseTo(expected, 10);
  });

  it("does not converge where payments for ever cost nothing, unless few enough stay", () => {
    const forever = { renewals: 2, discountRate: 0, periods: "forever" } as const;
    const at = (alpha: number) =>
      residualLifetime({ parameters: { alpha, beta: 3 }, simple: { retention: 0.8 } }, forever);
    expect(at(1)).toEqual({ undefinedBecause: "doesNotConverge" });
    expect(at(0.5)).toEqual({ undefinedBecause: "doesNotConverge" });
    expect(at(3)).toEqual({ value: (3 + 2) / 2 });
    const ten = residualLifetime(fitContracts([HIGH_END]), { ...forever, periods: 10 });
    const { survival } = contractCurve(fitContracts([HIGH_END]), { periods: 12 })!;
    const kept = survival.slice(3).reduce((sum, each) => sum + each / survival[2]!, 0);
    expect(ten.value).toBeCloseTo(kept, 10);
  });

  it("falls back to a constant retention: ρ ÷ (1 − ρ z)", () => {
    const context = { renewals: 0, discountRate: 0.25, periods: "forever" } as const;
    expect(residualLifetime(ONE_PERIOD, context).value).toBeCloseTo(0.8 / (1 - 0.8 * 0.8), 12);
    const two = residualLifetime(ONE_PERIOD, { ...context, periods: 2 });
    expect(two.value).toBeCloseTo(0.8 + 0.8 * 0.8 * 0.8, 12);
    const stay = fitContracts([[10, 10]]);
    const undiscounted = { renewals: 0, discountRate: 0, periods: "forever" } as const;
    expect(residualLifetime(stay, undiscounted)).toEqual({ undefinedBecause: "doesNotConverge" });
    expect(residualLifetime(stay, { ...undiscounted, periods: 7 })).toEqual({ value: 7 });
    const gone = fitContracts([[10, 0]]);
    expect(residualLifetime(gone, undiscounted)).toEqual({ value: 0 });
    expect(residualLifetime(fitContracts([]), context)).toEqual({
      undefinedBecause: "nothingKnown",
    });
  });

  it.each([
    { renewals: -1 },
    { renewals: 0.5 },
    { renewals: 2e6 },
    { discountRate: -0.01 },
    { discountRate: 11 },
    { discountRate: Number.NaN },
    { periods: 0 },
    { periods: 1.5 },
  ])("refuses %o", (wrong) => {
    const context = { renewals: 1, discountRate: 0.1, periods: 5, ...wrong };
    expect(residualLifetime(ONE_PERIOD, context)).toEqual({ undefinedBecause: "outOfRange" });
  });
});

describe("a fit that was stored", () => {
  it("answers as before", () => {
    const fits = [fitPurchases(EIGHT), fitSpend(EIGHT, { correlationLimit: 1 }), ONE_PERIOD];
    for (const fit of fits) {
      expect(checkValueFit(JSON.parse(JSON.stringify(fit)))).toEqual({
        ok: true,
        value: fit,
        findings: [],
      });
    }
  });

  const wrong: readonly [unknown, string[]][] = [
    [undefined, ["format unknown-format"]],
    [[], ["format unknown-format"]],
    [{ ...ONE_PERIOD, format: "hoito-value/2" }, ["format unknown-format"]],
    [{ ...ONE_PERIOD, model: "__proto__" }, ["model unknown-value"]],
    [{ ...ONE_PERIOD, simple: null }, ["simple missing-property"]],
    [{ ...ONE_PERIOD, simple: { retention: "0.5" } }, ["simple.retention out-of-range"]],
    [{ ...ONE_PERIOD, simple: { retention: -0.5 } }, ["simple.retention out-of-range"]],
    [
      { ...ONE_PERIOD, parameters: { alpha: 2e25, beta: 5e-26 } },
      ["parameters.alpha out-of-range", "parameters.beta out-of-range"],
    ],
    [{ ...ONE_PERIOD, parameters: undefined }, ["parameters missing-property"]],
    [{ ...ONE_PERIOD, parameters: [] }, ["parameters missing-property"]],
    [
      { ...ONE_PERIOD, parameters: { alpha: 0, beta: "2" } },
      ["parameters.alpha out-of-range", "parameters.beta out-of-range"],
    ],
  ];
  it("may have a simple estimate of nothing, or none", () => {
    for (const retention of [0, null, 1e25, 1e-25]) {
      expect(checkValueFit({ ...ONE_PERIOD, simple: { retention } }).ok).toBe(true);
    }
    for (const alpha of [1e25, 1e-25]) {
      const parameters = { alpha, beta: 1 };
      expect(checkValueFit({ ...ONE_PERIOD, parameters }).ok).toBe(true);
    }
  });

  it.each(wrong)("is refused when it is broken: %j", (stored, expected) => {
    const { ok, findings } = checkValueFit(stored);
    expect(ok).toBe(false);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});

/** Compares the slopes of an objective with central differences of its value. */
function expectSlopes(
  objective: (point: readonly number[], slopes: Float64Array) => number,
  point: readonly number[],
): void {
  const slopes = new Float64Array(point.length);
  const ignored = new Float64Array(point.length);
  objective(point, slopes);
  for (const i of point.keys()) {
    const above = objective(point.with(i, point[i]! + 1e-5), ignored);
    const below = objective(point.with(i, point[i]! - 1e-5), ignored);
    expect(slopes[i]).toBeCloseTo((above - below) / 2e-5, 4);
  }
}
