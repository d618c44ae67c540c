import { describe, expect, it } from "vitest";
import { money } from "../../src/facts/index.js";
import {
  effectiveNumber,
  giniCoefficient,
  herfindahlIndex,
  lorenzCurve,
  topShare,
} from "../../src/kpis/index.js";
import { figureOn, leftOut } from "./ask-kpis.js";

const refuse = { negatives: "refuse" } as const;

describe("concentration", () => {
  it("KPI-08 shares of 30, 30, 20 and 20 have the Herfindahl index 2,600", () => {
    expect(herfindahlIndex([30, 30, 20, 20], refuse).value).toBe(2600);
    expect(herfindahlIndex([300, 200, 300, 200], refuse).value).toBe(2600);
    expect(herfindahlIndex([5], refuse).value).toBe(10_000);
  });

  it("KPI-08 the effective number of equal customers is their number", () => {
    expect(effectiveNumber([7, 7, 7, 7, 7], refuse).value).toBe(5);
    expect(effectiveNumber([30, 30, 20, 20], refuse).value).toBeCloseTo(10_000 / 2600, 12);
  });

  it("KPI-08 the Gini coefficient is 0 for equals and 1 − 1/n when one has all", () => {
    expect(giniCoefficient([3, 3, 3], refuse).value).toBe(0);
    expect(giniCoefficient([0, 0, 0, 0, 9], refuse).value).toBeCloseTo(0.8, 12);
    // 1, 2, 3, 4: 2 · (1 + 4 + 9 + 16) / (4 · 10) − 5/4 = 0.25.
    expect(giniCoefficient([4, 1, 3, 2], refuse).value).toBeCloseTo(0.25, 12);
  });

  it("KPI-08 the Lorenz curve runs from (0, 0) to (1, 1) with one point for each amount", () => {
    expect(lorenzCurve([1, 2, 1], refuse)).toEqual([
      { accountShare: 0, amountShare: 0 },
      { accountShare: 2 / 3, amountShare: 0.5 },
      { accountShare: 1, amountShare: 1 },
    ]);
    expect(lorenzCurve([], refuse)).toBeUndefined();
    expect(lorenzCurve([1, -1], refuse)).toBeUndefined();
    const tenths = giniCoefficient([10, 30], refuse).parts!;
    expect(tenths.map(({ key }) => key).join(" ")).toBe("0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1");
    expect(tenths[4]!.amount).toBeCloseTo(0.25, 12);
    expect(tenths[6]!.amount).toBeCloseTo(0.25 + 0.4 * 0.75, 12);
    expect(tenths[9]!.amount).toBe(1);
  });

  it("KPI-08 the top 20 % of ten customers hold 80 of 100 (S1 §9.9)", () => {
    const margins = [50, 30, 5, 5, 2, 2, 2, 2, 1, 1];
    const top = { top: "share", share: 0.2, rounding: "nearest" } as const;
    expect(topShare(margins, top)).toMatchObject({ value: 0.8, numerator: 80, denominator: 100 });
    expect(topShare(margins.toReversed(), top).value).toBe(0.8);
  });

  it("KPI-08 how many accounts a share is follows the stated rounding", () => {
    const amounts = [5, 4, 1];
    const of = (share: number, rounding: "up" | "down" | "nearest") =>
      topShare(amounts, { top: "share", share, rounding }).numerator;
    expect(of(0.4, "down")).toBe(5);
    expect(of(0.4, "up")).toBe(9);
    expect(of(0.4, "nearest")).toBe(5);
    expect(of(0.5, "nearest")).toBe(9);
    // 0.07 · 100 is 7.000000000000001 in binary: still seven accounts.
    const hundred = Array.from({ length: 100 }, () => 1);
    expect(topShare(hundred, { top: "share", share: 0.07, rounding: "up" }).numerator).toBe(7);
    expect(topShare(amounts, { top: "count", accounts: 9 }).value).toBe(1);
    expect(topShare([4, 4, 4], { top: "count", accounts: 2 }).numerator).toBe(8);
  });

  it("KPI-08 losses belong to the whole, and a whole of nothing or less has no share", () => {
    expect(topShare([10, -5], { top: "count", accounts: 1 }).value).toBe(2);
    const none = topShare([5, -5], { top: "count", accounts: 1 });
    expect(none.undefinedBecause).toBe("nothingToMeasure");
    const less = topShare([5, -6], { top: "count", accounts: 1 });
    expect(less.undefinedBecause).toBe("negativeValues");
    expect(topShare([], { top: "count", accounts: 1 }).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-08 negative amounts are refused or left out, as the definition says", () => {
    const amounts = [3, 3, -1];
    for (const figure of [giniCoefficient, herfindahlIndex, effectiveNumber]) {
      expect(figure(amounts, refuse).undefinedBecause).toBe("negativeValues");
      expect(leftOut(figure(amounts, { negatives: "exclude" }))).toEqual({ negative: 1 });
      expect(figure([0, 0], refuse).undefinedBecause).toBe("nothingToMeasure");
      expect(figure([], refuse).undefinedBecause).toBe("nothingToMeasure");
    }
    expect(giniCoefficient(amounts, { negatives: "exclude" }).value).toBe(0);
  });

  it("KPI-08 a board sums what each account brings, with and without those who brought nothing", () => {
    const order = (id: number, accountId: string, amount: string) =>
      ({ id, accountId, orderedOn: "2018-03-01", value: money(amount, "EUR") }) as const;
    const base = {
      accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
      coverage: { orders: "complete" },
      orders: [order(1, "A", "10.00"), order(2, "B", "5.00"), order(3, "A", "20.00")],
    } as const;
    const of = { of: "orderValue", negatives: "refuse" } as const;
    const buyers = { ...of, population: "buyers" } as const;
    const all = { ...of, population: "all" } as const;
    expect(figureOn(base, "gini", buyers).value).toBe(giniCoefficient([3000, 500], refuse).value);
    expect(figureOn(base, "gini", all).value).toBe(giniCoefficient([3000, 500, 0], refuse).value);
    expect(figureOn(base, "herfindahl", all).value).toBe(
      herfindahlIndex([3000, 500], refuse).value,
    );
    expect(figureOn(base, "effectiveCustomers", all).value).toBe(
      effectiveNumber([3000, 500], refuse).value,
    );
    const one = { of: "orderValue", top: "count", accounts: 1 } as const;
    expect(figureOn(base, "topShare", { ...one, population: "all" }).value).toBe(3000 / 3500);
    const half = { of: "orderValue", top: "share", share: 0.5, rounding: "down" } as const;
    expect(figureOn(base, "topShare", { ...half, population: "all" }).numerator).toBe(3000);
    expect(figureOn(base, "topShare", { ...half, population: "buyers" }).numerator).toBe(3000);
  });
});
