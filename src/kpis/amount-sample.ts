import type { ConcentrationMethod, LorenzPoint, TopMethod } from "./concentration.js";
import type { FigurePart } from "./figure.js";
import type { FigureCore } from "./figure-of.js";
import { exclude, placeAmount, sortedEntries, type Tally } from "./tally.js";

/** A distribution of amounts, or why it gives no figure. */
export interface Sample {
  readonly entries: readonly (readonly [number, number])[];
  readonly accounts: number;
  readonly sum: number;
  readonly faulty: "negativeValues" | "nothingToMeasure" | undefined;
}

/** Adds what one account brings, or tells that it was negative. */
export function placeUnlessNegative(
  tally: Tally,
  amount: number,
  { negatives }: ConcentrationMethod,
): void {
  if (amount < 0 && negatives === "exclude") exclude(tally, "negative");
  else placeAmount(tally, amount);
}

/** The distribution that a tally holds. */
export function sampleOf(tally: Tally): Sample {
  const entries = sortedEntries(tally.amounts) as Sample["entries"];
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

/** Points of the Lorenz curve. */
export function curveOf({ entries, accounts, sum }: Sample): readonly LorenzPoint[] {
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
