import { describe, expect, it } from "vitest";
import { orThrow } from "../../src/shapes/index.js";
import {
  cellAt,
  checkLifetimeTerms,
  type LifetimeTerms,
  lifetimeValue,
  lifetimeValueColumn,
  type MoneyColumn,
  suppliedMeasure,
} from "../../src/value/index.js";
import golden from "../golden/value/profitability.json" with { type: "json" };

const terms = {
  method: "discounted",
  periods: 3,
  retention: 0.8,
  discountRate: 0.1,
  cash: "endOfPeriod",
} as const satisfies LifetimeTerms;
const forever = { ...terms, periods: "forever" } as const;

describe("SEG-23 lifetime value", () => {
  it.each(golden.lifetime)("SEG-23 $description", ({ given, expected }) => {
    const checkedTerms = orThrow(checkLifetimeTerms(given.terms));
    const result = lifetimeValue(given.money, checkedTerms);
    expect(result.value).toBeCloseTo(expected, 9);
    expect(result.method).toEqual(given.terms);
  });

  it("comes near the closed form as the horizon grows", () => {
    for (const cash of ["startOfPeriod", "endOfPeriod", "endOfPeriodFirstCertain"] as const) {
      const long = lifetimeValue(100, { ...terms, periods: 500, cash }).value!;
      expect(long).toBeCloseTo(lifetimeValue(100, { ...forever, cash }).value!, 9);
    }
  });

  it("takes a list as one number for each period, and no more than the horizon", () => {
    expect(lifetimeValue([5, 7, 11], { method: "plainSum", periods: 2 }).value).toBe(12);
    const flat = lifetimeValue([100, 100, 100], terms).value!;
    expect(flat).toBe(lifetimeValue(100, terms).value);
    for (const method of [{ method: "plainSum", periods: 4 } as const, forever]) {
      expect(lifetimeValue([5, 7, 11], method)).toEqual({
        undefinedBecause: "flowsEndBeforeHorizon",
        method,
      });
    }
  });

  it("does not converge where nobody ever leaves and nothing is discounted", () => {
    const endless = { ...forever, retention: 1, discountRate: 0 };
    expect(lifetimeValue(100, endless).undefinedBecause).toBe("doesNotConverge");
    expect(lifetimeValue(100, { ...endless, discountRate: 0.1 }).value).toBeCloseTo(1000, 9);
    expect(lifetimeValue(100, { ...endless, retention: 0.9 }).value).toBeCloseTo(900, 9);
  });

  it("is not a number that cannot be", () => {
    for (const money of [Number.NaN, Number.POSITIVE_INFINITY, [1, Number.NaN, 2], 1e301]) {
      expect(lifetimeValue(money, terms).undefinedBecause).toBe("outOfRange");
    }
    const wild = { ...forever, retention: 1, discountRate: 1e-300 };
    expect(lifetimeValue(1e300, wild).undefinedBecause).toBe("amountTooLarge");
    for (const periods of [0, 10_001, Number.NaN]) {
      const wrong = { method: "plainSum", periods } as const;
      expect(lifetimeValue(100, wrong).undefinedBecause).toBe("outOfRange");
    }
  });

  it("is a column where money is one", () => {
    const money: MoneyColumn = {
      kind: "money",
      currency: "EUR",
      data: Float64Array.of(100, 0, -50.5, 1e301),
      valid: Uint8Array.of(0b1101),
    };
    const values = lifetimeValueColumn(money, { method: "plainSum", periods: 3 });
    expect([0, 1, 2, 3].map((row) => cellAt(values, row))).toEqual([
      300,
      undefined,
      -151.5,
      undefined,
    ]);
    const eur = (minor: number) => ({ minor, currency: "EUR" });
    expect(suppliedMeasure(values)).toEqual([eur(300), undefined, eur(-152), undefined]);
  });
});

describe("a column as a ready-made measure", () => {
  it("rounds money away from zero, keeps numbers, and knows its bounds", () => {
    const data = Float64Array.of(0.5, -0.4, 2 ** 53, 7);
    const valid = Uint8Array.of(0b1111);
    const eur = (minor: number) => ({ minor, currency: "EUR" });
    expect(suppliedMeasure({ kind: "money", currency: "EUR", data, valid })).toEqual([
      eur(1),
      eur(0),
      undefined,
      eur(7),
    ]);
    expect(suppliedMeasure({ kind: "number", data, valid })).toEqual([0.5, -0.4, 2 ** 53, 7]);
    expect(cellAt({ kind: "number", data, valid: new Uint8Array(0) }, 0)).toBeUndefined();
  });
});

describe("the terms of a lifetime value", () => {
  it.each([
    { method: "plainSum", periods: 1 },
    { method: "plainSum", periods: 10_000 },
    { ...terms, retention: 0, discountRate: 0 },
    { ...forever, retention: 1, discountRate: 10 },
  ])("take %o", (written) => {
    expect(checkLifetimeTerms(written)).toEqual({ ok: true, value: written, findings: [] });
  });

  const faults: readonly [unknown, string[]][] = [
    [null, [" malformed-policy"]],
    [[], [" malformed-policy"]],
    [{}, ["method missing-property"]],
    [{ method: "plainsum" }, ["method unknown-value"]],
    [{ method: 3 }, ["method unknown-value"]],
    [{ method: "plainSum" }, ["periods missing-property"]],
    [{ method: "plainSum", periods: "forever" }, ["periods out-of-range"]],
    [{ method: "plainSum", periods: 0 }, ["periods out-of-range"]],
    [{ method: "plainSum", periods: 10_001 }, ["periods out-of-range"]],
    [{ method: "plainSum", periods: 1.5 }, ["periods out-of-range"]],
    [{ method: "plainSum", periods: 1, retention: 1 }, ["retention unknown-property"]],
    [{ ...terms, retention: -0.1 }, ["retention out-of-range"]],
    [
      { ...terms, retention: 1.1, discountRate: 11 },
      ["retention out-of-range", "discountRate out-of-range"],
    ],
    [{ ...terms, discountRate: "0.1" }, ["discountRate out-of-range"]],
    [
      { ...terms, discountRate: -0.1, cash: "endOfPerod" },
      ["discountRate out-of-range", "cash unknown-value"],
    ],
    [{ ...terms, discuntRate: 0.1 }, ["discuntRate unknown-property"]],
  ];
  it.each(faults)("refuse %j", (written, expected) => {
    const { ok, findings } = checkLifetimeTerms(written);
    expect(ok).toBe(false);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  it("suggest the word that was meant", () => {
    const written = { ...terms, cash: "endOfPerod", retenton: 1 };
    const { findings } = checkLifetimeTerms(written);
    expect(findings.map(({ suggestion }) => suggestion)).toEqual(["retention", "endOfPeriod"]);
  });
});
