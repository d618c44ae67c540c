import { describe, expect, it } from "vitest";
import type { SurveyAnswer } from "../../src/facts/index.js";
import {
  customerEffort,
  customerSatisfaction,
  netPromoterScore,
  wilsonInterval,
} from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const answersOf = (scale: SurveyAnswer["scale"], scores: readonly number[]): SurveyAnswer[] =>
  scores.map((score) => ({ accountId: "A", answeredOn: "2018-05-01", scale, score }));
const npsOf = (...scores: number[]) =>
  netPromoterScore(answersOf("nps", scores), { confidence: 0.95 });
const bucketsOf = (...scores: number[]) => npsOf(...scores).parts?.map(({ amount }) => amount);

describe("satisfaction", () => {
  it("KPI-05 every answer is in exactly one bucket, on both sides of each bound", () => {
    expect(bucketsOf(9)).toEqual([1, 0, 0]);
    expect(bucketsOf(10)).toEqual([1, 0, 0]);
    expect(bucketsOf(8)).toEqual([0, 1, 0]);
    expect(bucketsOf(7)).toEqual([0, 1, 0]);
    expect(bucketsOf(6)).toEqual([0, 0, 1]);
    expect(bucketsOf(0)).toEqual([0, 0, 1]);
  });

  it("KPI-05 the score of 10, 9, 8, 7, 6, 0 is 0, of promoters alone 100, of detractors alone −100", () => {
    expect(npsOf(10, 9, 8, 7, 6, 0)).toMatchObject({ value: 0, numerator: 0, denominator: 6 });
    expect(npsOf(9, 10).value).toBe(100);
    expect(npsOf(0, 6).value).toBe(-100);
    expect(npsOf(9, 9, 7, 0).value).toBe(25);
  });

  it("KPI-05 an answer off the scale is in no bucket and not in the denominator", () => {
    for (const invalid of [6.5, 8.5, 11, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const figure = npsOf(10, 0, invalid);
      expect(figure).toMatchObject({ value: 0, denominator: 2 });
      expect(leftOut(figure)).toEqual({ offScale: 1 });
    }
  });

  it("KPI-05 without a valid answer there is no score, and the reason is told", () => {
    const figure = npsOf(11);
    expect(figure.value).toBeUndefined();
    expect(figure).toMatchObject({ undefinedBecause: "nothingToMeasure", denominator: 0 });
    expect(figure.interval).toBeUndefined();
  });

  it("KPI-05 answers on another scale are left out, not mixed in", () => {
    const mixed = [...answersOf("nps", [10]), ...answersOf("csat", [5]), ...answersOf("ces7", [7])];
    const figure = netPromoterScore(mixed, { confidence: 0.95 });
    expect(figure.denominator).toBe(1);
    expect(leftOut(figure)).toEqual({ otherScale: 2 });
    const good = { aggregate: "mean" } as const;
    expect(leftOut(customerSatisfaction(mixed, good))).toEqual({ otherScale: 2 });
  });

  it("KPI-05 satisfaction is a mean or the share from a score on, as the definition says", () => {
    const answers = answersOf("csat", [1, 3, 4, 5, 6, 0]);
    const mean = customerSatisfaction(answers, { aggregate: "mean" });
    expect(mean).toMatchObject({ value: 3.25, unit: "score", numerator: 13, denominator: 4 });
    expect(mean.interval).toBeUndefined();
    expect(leftOut(mean)).toEqual({ offScale: 2 });
    const share = { aggregate: "topShare", fromScore: 4, confidence: 0.95 } as const;
    const good = customerSatisfaction(answers, share);
    expect(good).toMatchObject({ value: 0.5, unit: "share", numerator: 2, denominator: 4 });
    expect(good.interval).toEqual(wilsonInterval(2, 4, 0.95));
    expect(customerSatisfaction(answers, { ...share, fromScore: 5 }).numerator).toBe(1);
    expect(good.parts?.map(({ key, amount }) => `${key}:${amount}`)).toEqual([
      "1:1",
      "3:1",
      "4:1",
      "5:1",
    ]);
    expect(customerSatisfaction([], share).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-05 six is valid on the effort scale of seven and not on that of five", () => {
    const seven = { scale: "ces7", direction: "highIsGood", aggregate: "mean" } as const;
    expect(customerEffort(answersOf("ces7", [6]), seven).value).toBe(6);
    const five = { ...seven, scale: "ces5" } as const;
    const figure = customerEffort(answersOf("ces5", [6]), five);
    expect(figure.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(figure)).toEqual({ offScale: 1 });
    expect(leftOut(customerEffort(answersOf("ces7", [6]), five))).toEqual({ otherScale: 1 });
  });

  it("KPI-05 where a low answer is good the scale is turned round; a contrary answer is left out", () => {
    const low = { scale: "ces5", direction: "lowIsGood", aggregate: "mean" } as const;
    const [answer] = answersOf("ces5", [1]);
    expect(customerEffort([answer!], low).value).toBe(5);
    const contrary = customerEffort([{ ...answer!, direction: "highIsGood" }], low);
    expect(leftOut(contrary)).toEqual({ otherDirection: 1 });
    expect(customerEffort([{ ...answer!, direction: "lowIsGood" }], low).value).toBe(5);
  });

  it("KPI-05 the interval of the score is square-and-add of two Wilson intervals", () => {
    // 10 promoters and 5 detractors of 20. By hand: Wilson 0.2993…0.7007 and 0.1119…0.4687, the
    // correlation −0.5 · 0.25 / √(0.25 · 0.1875) = −0.57735.
    const scores = [...Array(10).fill(9), ...Array(5).fill(0), ...Array(5).fill(7)] as number[];
    const { low, high, method } = npsOf(...scores).interval!;
    expect(method).toBe("wilsonSquareAndAdd");
    const below = Math.sqrt(0.2007 ** 2 + 2 * 0.57735 * 0.2007 * 0.2187 + 0.2187 ** 2);
    const above = Math.sqrt(0.2007 ** 2 + 2 * 0.57735 * 0.2007 * 0.1381 + 0.1381 ** 2);
    expect(low).toBeCloseTo(100 * (0.25 - below), 1);
    expect(high).toBeCloseTo(100 * (0.25 + above), 1);
    expect(npsOf(9).interval).toMatchObject({ high: 100 });
    expect(npsOf(0).interval).toMatchObject({ low: -100 });
  });

  it("KPI-05 the interval of a share is Wilson's, as published", () => {
    // Newcombe (1998), Statistics in Medicine 17:857–872, method 3: 81 of 263, 15 of 148, 0 of 20,
    // 1 of 29.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [hits, of, low, high] of published) {
      const interval = wilsonInterval(hits, of, 0.95);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    expect(wilsonInterval(20, 20, 0.95).high).toBe(1);
    expect(() => wilsonInterval(1, 2, 0.5 as 0.95)).toThrow(/none of/);
    expect(() => wilsonInterval(0, 0, 0.95)).toThrow(/above 0/);
  });

  it("KPI-05 a board computes what the functions do, within its period", () => {
    const answers = answersOf("nps", [10, 9, 8, 7, 6, 0, 6.5]);
    const all = { confidence: 0.95 } as const;
    const base = {
      accounts: [{ id: "A" }],
      coverage: { surveyAnswers: "complete" },
      surveyAnswers: answers,
    } as const;
    expect(bare(figureOn(base, "netPromoterScore", all))).toEqual(
      bare(netPromoterScore(answers, all)),
    );
    const csat = { ...base, surveyAnswers: answersOf("csat", [1, 4, 5]) };
    const share = { aggregate: "topShare", fromScore: 4, confidence: 0.9 } as const;
    expect(bare(figureOn(csat, "customerSatisfaction", share))).toEqual(
      bare(customerSatisfaction(csat.surveyAnswers, share)),
    );
    const ces = { ...base, surveyAnswers: answersOf("ces7", [2, 3]) };
    const low = { aggregate: "mean", scale: "ces7", direction: "lowIsGood" } as const;
    expect(bare(figureOn(ces, "customerEffort", low))).toEqual(
      bare(customerEffort(ces.surveyAnswers, low)),
    );
    const late = answers.map((each) => ({ ...each, answeredOn: "2017-12-31" }) as const);
    const figure = figureOn({ ...base, surveyAnswers: late }, "netPromoterScore", all);
    expect(leftOut(figure)).toEqual({ outsidePeriod: 7 });
  });
});
