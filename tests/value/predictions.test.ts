import { describe, expect, it } from "vitest";
import {
  aliveColumn,
  cellAt,
  expectedPurchases,
  expectedSpend,
  fitPurchases,
  fitSpend,
  forecastPurchases,
  lifetimeValues,
  probabilityAlive,
} from "../../src/value/index.js";
import { naiveExpectedPurchases } from "../reference/naive-value-models.js";
import { EIGHT, history, PAPER, purchaseFit, SPEND_PAPER, spendFit, weeks } from "./customers.js";

const fit = purchaseFit(PAPER);

describe("SEG-23 purchases to come", () => {
  it("SEG-23 expects 1.226 purchases of the published customer", () => {
    expect(expectedPurchases(history(2, 30.43, 38.86), fit, 39)).toBeCloseTo(1.226, 3);
  });

  it("agrees with Gauss' series where that one works", () => {
    const customers = [
      history(0, 0, 0),
      history(0, 0, 38.86),
      history(1, 1.71, 38.86),
      history(2, 30.43, 38.86),
      history(26, 36, 38),
    ];
    const parameters = [PAPER, { ...PAPER, a: 1.3 }, { r: 2, alpha: 9, a: 0.05, b: 0.6 }];
    for (const four of parameters) {
      for (const customer of customers) {
        for (const ahead of [0.1, 10, 39, 400]) {
          const slow = naiveExpectedPurchases(customer, four, ahead);
          const fast = expectedPurchases(customer, purchaseFit(four), ahead)!;
          expect(Math.abs(fast / slow - 1)).toBeLessThan(1e-9);
        }
      }
    }
  });

  it("is not singular at a = 1", () => {
    const at = (a: number) =>
      expectedPurchases(history(2, 30, 39), purchaseFit({ ...PAPER, a }), 39)!;
    expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 9);
  });

  it("is nothing in no time, and unknown for a time that cannot be", () => {
    expect(expectedPurchases(history(2, 30, 39), fit, 0)).toBe(0);
    for (const ahead of [-1, Number.NaN, 1e7 + 1, Number.POSITIVE_INFINITY]) {
      expect(expectedPurchases(history(2, 30, 39), fit, ahead)).toBeUndefined();
    }
    expect(expectedPurchases(history(2, 30, 39), fit, 1e7)).toBeGreaterThan(10);
    expect(expectedPurchases(history(2, 40, 39), fit, 39)).toBeUndefined();
  });

  it("is unknown under parameters that are no numbers", () => {
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const broken = purchaseFit({ ...PAPER, [name]: Number.NaN });
      expect(expectedPurchases(history(2, 30, 39), broken, 39)).toBeUndefined();
    }
  });

  it("takes everybody without a repeat purchase for alive, others the less the longer silent", () => {
    expect(probabilityAlive(history(0, 0, 500), fit)).toBe(1);
    expect(probabilityAlive(history(2, 39, 39), fit)).toBeCloseTo(1 / (1 + 0.793 / 3.426), 12);
    const silent = [39, 60, 200, 5000].map((each) => probabilityAlive(history(2, 30, each), fit)!);
    expect(silent).toEqual(silent.toSorted((left, right) => right - left));
    expect(silent.at(-1)).toBeLessThan(0.01);
    expect(probabilityAlive(history(2, 40, 39), fit)).toBeUndefined();
    expect(probabilityAlive(history(2, 30, 39), purchaseFit(null))).toBeUndefined();
  });

  it("gives a column for everybody, unknown where there is no history", () => {
    const rows = weeks([[2, 30.43, 38.86], undefined, [2, 30.43, 38.86], [0, 3, 5]]);
    const full = { ...fitPurchases(rows), ...fit };
    const forecast = forecastPurchases(rows, full, { ahead: 39 });
    expect(cellAt(forecast, 0)).toBeCloseTo(1.226, 3);
    expect(cellAt(forecast, 2)).toBe(cellAt(forecast, 0));
    expect([1, 3, 4].map((row) => cellAt(forecast, row))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const alive = aliveColumn(rows, full);
    expect(cellAt(alive, 0)).toBe(probabilityAlive(history(2, 30.43, 38.86), fit));
    expect(cellAt(alive, 1)).toBeUndefined();
  });
});

describe("SEG-23 spend to come", () => {
  it.each([
    // Customers of the CDNOW sample and what the published parameters expect of them, in cents.
    [0, undefined, 3522],
    [2, 2235, 2466],
    [1, 1177, 1891],
    [7, 7374, 7146],
  ])("of a customer with %i repeats of %s cents is %i", (repeats, averageSpend, expected) => {
    const value = expectedSpend({ repeats, averageSpend }, spendFit(SPEND_PAPER))!;
    expect(Math.abs(value - expected)).toBeLessThan(1);
  });

  it("does not exist where the mean of the model does not", () => {
    const heavy = spendFit({ p: 0.5, q: 0.5, v: 100 });
    expect(expectedSpend({ repeats: 0 }, heavy)).toBeUndefined();
    expect(expectedSpend({ repeats: 1, averageSpend: 300 }, heavy)).toBeUndefined();
    expect(expectedSpend({ repeats: 2, averageSpend: 300 }, heavy)).toBeCloseTo(700, 9);
  });

  it("needs the spend of those who came back", () => {
    for (const averageSpend of [undefined, 0, -5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(expectedSpend({ repeats: 2, averageSpend }, spendFit(SPEND_PAPER))).toBeUndefined();
    }
  });
});

describe("SEG-23 lifetime values of models", () => {
  const fits = {
    purchases: { ...fitPurchases(EIGHT), ...purchaseFit(PAPER) },
    spend: { ...fitSpend(EIGHT, { correlationLimit: 1 }), ...spendFit(SPEND_PAPER) },
  };
  const horizon = {
    periods: 3,
    unitsAPeriod: 13,
    discountRate: 0.02,
    cash: "endOfPeriod",
    marginShare: 0.5,
  } as const;

  it("are purchases times spend times margin, each period discounted by itself", () => {
    const { column, method, excluded } = lifetimeValues(EIGHT, fits, horizon);
    const customer = history(2, 30.4, 38.9);
    const until = [0, 13, 26, 39].map((ahead) => expectedPurchases(customer, fit, ahead)!);
    const spend = expectedSpend({ repeats: 2, averageSpend: 2235 }, spendFit(SPEND_PAPER))!;
    const discounted = [1, 2, 3].reduce(
      (sum, k) => sum + (until[k]! - until[k - 1]!) / 1.02 ** k,
      0,
    );
    expect(cellAt(column, 2)).toBeCloseTo(discounted * spend * 0.5, 6);
    expect(column.currency).toBe("EUR");
    expect(excluded).toEqual([]);
    expect(method).toEqual({ ...horizon, purchases: "bgNbd", spend: "gammaGamma" });
    const atStart = lifetimeValues(EIGHT, fits, { ...horizon, cash: "startOfPeriod" });
    expect(cellAt(atStart.column, 2)! / cellAt(column, 2)!).toBeCloseTo(1.02, 12);
  });

  it("use the simple estimates, and say so", () => {
    const simple = {
      purchases: { ...fits.purchases, ...purchaseFit(null, 0.1) },
      spend: { ...fits.spend, ...spendFit(null, 2000) },
    };
    const { column, method } = lifetimeValues(EIGHT, simple, { ...horizon, discountRate: 0 });
    expect(cellAt(column, 0)).toBeCloseTo(0.1 * 39 * 2000 * 0.5, 9);
    expect(method).toMatchObject({ purchases: "meanRate", spend: "meanSpend" });
  });

  it("are unknown, never zero, where something is missing", () => {
    const rows = weeks([undefined, [2, 5, 10], [0, 0, 10], [2, 5, 10, 900]]);
    const { column, excluded } = lifetimeValues(rows, fits, horizon);
    expect([0, 1].map((row) => cellAt(column, row))).toEqual([undefined, undefined]);
    expect(cellAt(column, 2)).toBeGreaterThan(0);
    expect(excluded).toEqual([
      { reason: "noHistory", count: 1 },
      { reason: "spendUnknown", count: 1 },
    ]);
    const blind = { ...fits, purchases: { ...fits.purchases, ...purchaseFit(null, null) } };
    expect(lifetimeValues(rows, blind, horizon).excluded).toEqual([
      { reason: "noHistory", count: 1 },
      { reason: "purchasesUnknown", count: 3 },
    ]);
  });

  it.each([
    { periods: 0 },
    { periods: 1001 },
    { periods: 1.5 },
    { unitsAPeriod: 0 },
    { unitsAPeriod: 10_001 },
    { discountRate: -0.1 },
    { discountRate: 10.1 },
    { marginShare: -0.1 },
    { marginShare: 1.1 },
    { marginShare: Number.NaN },
  ])("leave everybody out for %o", (wrong) => {
    const { excluded, column } = lifetimeValues(EIGHT, fits, { ...horizon, ...wrong });
    expect(excluded).toEqual([{ reason: "horizonOutOfRange", count: 8 }]);
    expect(cellAt(column, 0)).toBeUndefined();
  });

  it("are unknown where the time ahead goes beyond all bounds", () => {
    const far = { ...horizon, periods: 1000, unitsAPeriod: 10_000 };
    expect(lifetimeValues(EIGHT, fits, far).excluded).toEqual([]);
  });
});
