import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { giniCoefficient, herfindahlIndex } from "../../src/kpis/index.js";
import { type QuantileType, quantile } from "../../src/measures/index.js";
import { exactQuantile } from "../reference/exact-quantile.js";
import { giniOfPairs, herfindahlOfList } from "../reference/listed-concentration.js";

const text = readFileSync(join(inject("oracles"), "README.md"), "utf8").replaceAll(/\s+/g, " ");
const refuse = { negatives: "refuse" } as const;

/** The numbers that the text gives after some words. */
const numbersAfter = (words: RegExp): readonly number[] => {
  const found = words.exec(text)?.[1] ?? "";
  return found.split(/, (?=\d)/).map((each) => Number(each.replaceAll(",", "")));
};

describe("SEG-15 the nine sample quantiles of Hyndman and Fan (1996)", () => {
  const published = numbersAfter(/for p = 0\.8 of 1…10: ([\d., ]+\d)/);
  const ten = Array.from({ length: 10 }, (_, each) => each + 1);

  it("are nine numbers", () => {
    expect(published).toHaveLength(9);
  });

  it.each(published.map((value, at) => [at + 1, value] as const))(
    "type %i gives %d",
    (type, value) => {
      expect(quantile(ten, 0.8, type as QuantileType)).toBeCloseTo(value, 12);
      expect(exactQuantile(ten, 8, 10, type)).toBeCloseTo(value, 12);
    },
  );
});

describe("KPI-08 concentration", () => {
  it("shares of 30, 30, 20 and 20 have the published Herfindahl index", () => {
    const [published] = numbersAfter(/shares 30\/30\/20\/20 → Herfindahl ([\d,]+)/);
    expect(published).toBe(2600);
    expect(herfindahlIndex([30, 30, 20, 20], refuse).value).toBe(published);
    expect(herfindahlOfList([30, 30, 20, 20])).toBe(published);
  });

  it("the Gini coefficient is 2 Σ i·x / (n Σ x) − (n + 1) / n of rising values (Sen 1973)", () => {
    const shares = [20, 20, 30, 30];
    // 2 · (20 + 40 + 90 + 120) / (4 · 100) − 5 / 4 = 0.1
    expect(giniCoefficient(shares, refuse).value).toBeCloseTo(0.1, 12);
    expect(giniOfPairs(shares)).toBeCloseTo(0.1, 12);
  });
});
