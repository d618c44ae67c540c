import type { Figure, FigurePart } from "./figure.js";
import { type FigureCore, figureOf } from "./figure-of.js";
import { exclude, histogramOf, place, sortedEntries, startTally, type Tally } from "./tally.js";

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
  const tally = startTally();
  for (const amount of amounts) placeAmount(tally, amount, method);
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
  const tally = startTally();
  for (const amount of amounts) place(tally, "amounts", amount);
  return figureOf(tally, finishTop(tally, method), method);
}

/** A distribution of amounts, or why it gives no figure. */
interface Sample {
  readonly entries: readonly (readonly [number, number])[];
  readonly accounts: number;
  readonly sum: number;
  readonly faulty: "negativeValues" | "nothingToMeasure" | undefined;
}

function tallied(
  amounts: readonly number[],
  method: ConcentrationMethod,
  finish: (tally: Tally) => FigureCore,
): readonly [Tally, FigureCore] {
  const tally = startTally();
  for (const amount of amounts) placeAmount(tally, amount, method);
  return [tally, finish(tally)];
}

/** Adds what one account brings, or tells that it was negative. */
export function placeAmount(
  tally: Tally,
  amount: number,
  { negatives }: ConcentrationMethod,
): void {
  if (amount < 0 && negatives === "exclude") exclude(tally, "negative");
  else place(tally, "amounts", amount);
}

function sampleOf(tally: Tally): Sample {
  const entries = sortedEntries(histogramOf(tally, "amounts")) as Sample["entries"];
  let accounts = 0;
  let sum = 0;
  for (const [amount, by] of entries) {
    accounts += by;
    sum += amount * by;
  }
  const isNegative = (entries[0]?.[0] ?? 0) < 0;
  const nothing = sum === 0 ? "nothingToMeasure" : undefined;
  return { entries, accounts, sum, faulty: isNegative ? "negativeValues" : nothing };
}

function curveOf({ entries, accounts, sum }: Sample): readonly LorenzPoint[] {
  const points: LorenzPoint[] = [{ accountShare: 0, amountShare: 0 }];
  let count = 0;
  let below = 0;
  for (const [amount, by] of entries) {
    count += by;
    below += amount * by;
    points.push({ accountShare: count / accounts, amountShare: below / sum });
  }
  return points;
}

/** The Gini coefficient out of a tally. */
export function finishGini(tally: Tally): FigureCore {
  const sample = sampleOf(tally);
  const { entries, accounts, sum, faulty } = sample;
  if (faulty !== undefined) return undefinedCore("index", sample, faulty);
  let weighted = 0;
  let rank = 0;
  for (const [amount, by] of entries) {
    weighted += amount * (by * rank + (by * (by + 1)) / 2);
    rank += by;
  }
  const value = (2 * weighted) / (accounts * sum) - (accounts + 1) / accounts;
  // Equal amounts give 0 but for rounding, which may fall below.
  return { ...receiptOf("index", sample), value: Math.max(0, value), parts: tenths(sample) };
}

/** The Herfindahl index out of a tally. */
export function finishHerfindahl(tally: Tally): FigureCore {
  const sample = sampleOf(tally);
  if (sample.faulty !== undefined) return undefinedCore("index", sample, sample.faulty);
  const value = (10_000 * squares(sample)) / (sample.sum * sample.sum);
  return { ...receiptOf("index", sample), value };
}

/** The effective number out of a tally. */
export function finishEffective(tally: Tally): FigureCore {
  const sample = sampleOf(tally);
  if (sample.faulty !== undefined) return undefinedCore("count", sample, sample.faulty);
  return { ...receiptOf("count", sample), value: (sample.sum * sample.sum) / squares(sample) };
}

/** The share of the top out of a tally. */
export function finishTop(tally: Tally, method: TopMethod): FigureCore {
  const { entries, accounts, sum } = sampleOf(tally);
  let left = topAccounts(method, accounts);
  let numerator = 0;
  for (let at = entries.length - 1; at >= 0 && left > 0; at--) {
    const [amount, by] = entries[at]!;
    const taken = Math.min(by, left);
    numerator += amount * taken;
    left -= taken;
  }
  const receipt = { unit: "share", numerator, denominator: sum } as const;
  if (sum > 0) return { ...receipt, value: numerator / sum };
  const why = sum < 0 ? { undefinedBecause: "negativeValues" as const } : {};
  return { ...receipt, value: undefined, ...why };
}

function topAccounts(method: TopMethod, accounts: number): number {
  if (method.top === "count") return method.accounts;
  // Decimal shares are not exact: 0.07 · 100 is a little more than 7.
  const exact = Number((method.share * accounts).toPrecision(12));
  if (method.rounding === "nearest") return Math.round(exact);
  return method.rounding === "up" ? Math.ceil(exact) : Math.floor(exact);
}

function squares({ entries }: Sample): number {
  let sum = 0;
  for (const [amount, by] of entries) sum += amount * amount * by;
  return sum;
}

/** The curve at every tenth of the accounts, between points on a straight line. */
function tenths(sample: Sample): readonly FigurePart[] {
  const points = curveOf(sample);
  return Array.from({ length: 10 }, (_, tenth) => {
    const share = (tenth + 1) / 10;
    const above = points.findIndex(({ accountShare }) => accountShare >= share);
    const [low, high] = [points[above - 1]!, points[above]!];
    const along = (share - low.accountShare) / (high.accountShare - low.accountShare);
    const amount = low.amountShare + along * (high.amountShare - low.amountShare);
    return { key: String(share), amount };
  });
}

function receiptOf(
  unit: FigureCore["unit"],
  { sum, accounts }: Sample,
): Pick<FigureCore, "unit" | "numerator" | "denominator"> {
  return { unit, numerator: sum, denominator: accounts };
}

function undefinedCore(
  unit: FigureCore["unit"],
  sample: Sample,
  because: "negativeValues" | "nothingToMeasure",
): FigureCore {
  const why = because === "negativeValues" ? { undefinedBecause: because } : {};
  return { ...receiptOf(unit, sample), value: undefined, ...why };
}
