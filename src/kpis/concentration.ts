import {
  curveOf,
  finishEffective,
  finishGini,
  finishHerfindahl,
  finishTop,
  placeUnlessNegative,
  sampleOf,
} from "./amount-sample.js";
import type { Figure } from "./figure.js";
import { type FigureCore, figureOf } from "./figure-of.js";
import { requireMethod } from "./require-method.js";
import { placeAmount, startTally, type Tally } from "./tally.js";

/**
 * What becomes of accounts that brought less than nothing: left out and told, or the figure is
 * refused.
 *
 * @category KPIs
 */
export interface ConcentrationMethod {
  readonly negatives: "exclude" | "refuse";
}

/**
 * Which accounts are the top: so many, or a share of all with its rounding to whole accounts.
 *
 * @category KPIs
 */
export type TopMethod =
  | { readonly top: "count"; readonly accounts: number }
  | {
      readonly top: "share";
      /** 0 … 1. */
      readonly share: number;
      readonly rounding: "up" | "down" | "nearest";
    };

/**
 * A point of a Lorenz curve: the smallest accounts up to a share of all, and what they bring.
 *
 * @category KPIs
 */
export interface LorenzPoint {
  readonly accountShare: number;
  readonly amountShare: number;
}

/**
 * How unequally accounts contribute: 0 when all bring the same, towards 1 when one brings all.
 *
 * G = 2 Σ i·xᵢ / (n Σ x) − (n + 1) / n over amounts in ascending order (Gini 1912); no correction
 * for small samples. No amounts, or amounts that sum up to 0, give no value.
 *
 * @param amounts - one for each account, in any order; of money, minor units
 * @param method - what becomes of negative amounts
 * @returns an index from 0 to 1 − 1/n, with the Lorenz curve at every tenth of the accounts as
 *   parts
 *
 * @example One of four has everything
 * ```ts
 * import { giniCoefficient } from "hoito/kpis";
 *
 * giniCoefficient([0, 0, 0, 100], { negatives: "refuse" }).value; // => 0.75
 * giniCoefficient([25, 25, 25, 25], { negatives: "refuse" }).value; // => 0
 * ```
 *
 * @category KPIs
 */
export function giniCoefficient(amounts: readonly number[], method: ConcentrationMethod): Figure {
  return figureOf(...tallied(amounts, method, finishGini), method);
}

/**
 * The Lorenz curve: what the smallest accounts bring together, from none of them to all.
 *
 * @param amounts - one for each account, in any order
 * @param method - what becomes of negative amounts
 * @returns points from (0, 0) to (1, 1), one for each distinct amount; `undefined` where the
 *   amounts sum up to 0 or a negative one is refused
 *
 * @example Half of the accounts bring a quarter
 * ```ts
 * import { lorenzCurve } from "hoito/kpis";
 *
 * const curve = lorenzCurve([30, 10], { negatives: "refuse" });
 * curve?.[1]; // => { accountShare: 0.5, amountShare: 0.25 }
 * ```
 *
 * @category KPIs
 */
export function lorenzCurve(
  amounts: readonly number[],
  method: ConcentrationMethod,
): readonly LorenzPoint[] | undefined {
  requireMethod(method, ofNegatives);
  const tally = startTally();
  for (const amount of amounts) placeUnlessNegative(tally, amount, method);
  const sample = sampleOf(tally);
  return sample.faulty === undefined ? curveOf(sample) : undefined;
}

/**
 * The Herfindahl index: the sum of the squared shares in hundredths, up to 10,000.
 *
 * Herfindahl (1950), Hirschman (1945). No amounts, or amounts that sum up to 0, give no value.
 *
 * @param amounts - one for each account, in any order
 * @param method - what becomes of negative amounts
 * @returns an index from 10,000 / n to 10,000
 *
 * @example Four accounts
 * ```ts
 * import { herfindahlIndex } from "hoito/kpis";
 *
 * herfindahlIndex([30, 30, 20, 20], { negatives: "refuse" }).value; // => 2600
 * ```
 *
 * @category KPIs
 */
export function herfindahlIndex(amounts: readonly number[], method: ConcentrationMethod): Figure {
  return figureOf(...tallied(amounts, method, finishHerfindahl), method);
}

/**
 * The number of equal accounts that would be as concentrated: 10,000 by the Herfindahl index.
 *
 * @param amounts - one for each account, in any order
 * @param method - what becomes of negative amounts
 * @returns a number from 1 to n
 *
 * @example Two halves
 * ```ts
 * import { effectiveNumber } from "hoito/kpis";
 *
 * effectiveNumber([50, 50, 0], { negatives: "refuse" }).value; // => 2
 * ```
 *
 * @category KPIs
 */
export function effectiveNumber(amounts: readonly number[], method: ConcentrationMethod): Figure {
  return figureOf(...tallied(amounts, method, finishEffective), method);
}

/**
 * The part of the whole that the biggest accounts bring: the 80/20 question.
 *
 * Negative amounts belong to the whole, so that the top may bring more than all together; a whole
 * of 0 or less gives no value. Which of several equal accounts is in the top changes nothing. More
 * top accounts than there are is all of them.
 *
 * @param amounts - one for each account, in any order
 * @param method - the number of top accounts, or their share with its rounding
 * @returns a share; numerator and denominator are the sums
 *
 * @example Two of ten bring 80 of 100
 * ```ts
 * import { topShare } from "hoito/kpis";
 *
 * const margins = [50, 30, 5, 5, 2, 2, 2, 2, 1, 1];
 * topShare(margins, { top: "share", share: 0.2, rounding: "nearest" }).value; // => 0.8
 * topShare(margins, { top: "count", accounts: 1 }).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function topShare(amounts: readonly number[], method: TopMethod): Figure {
  requireMethod(method, ofTop, neededOfTop);
  const tally = startTally();
  for (const amount of amounts) placeAmount(tally, amount);
  return figureOf(tally, finishTop(tally, method), method);
}

function tallied(
  amounts: readonly number[],
  method: ConcentrationMethod,
  finish: (tally: Tally) => FigureCore,
): readonly [Tally, FigureCore] {
  requireMethod(method, ofNegatives);
  const tally = startTally();
  for (const amount of amounts) placeUnlessNegative(tally, amount, method);
  return [tally, finish(tally)];
}

/** What becomes of negative amounts, as definitions and plain functions state it. */
export const ofNegatives = { negatives: { kind: "word", words: ["exclude", "refuse"] } } as const;

/** Who is at the top. */
export const ofTop = {
  top: { kind: "word", words: ["count", "share"] },
  accounts: { kind: "number", atLeast: 1, atMost: 1_000_000, whole: true, optional: true },
  share: { kind: "number", atLeast: 0, atMost: 1, optional: true },
  rounding: { kind: "word", words: ["up", "down", "nearest"], optional: true },
} as const;

/** What a top by count, or by share, needs besides. */
export function neededOfTop({ top }: TopMethod): readonly string[] {
  return top === "count" ? ["accounts"] : ["share", "rounding"];
}
