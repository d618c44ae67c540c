import { compareIds } from "../facts/index.js";
import { type QuantileType, quantile } from "../measures/index.js";
import type {
  ContributingAccounts,
  Exclusion,
  Figure,
  FigurePart,
  FigureReceipt,
  FigureUnit,
  Interval,
  UndefinedReason,
} from "./figure.js";
import { type Confidence, wilsonInterval } from "./interval.js";
import { counted, histogramOf, leftOut, sortedEntries, type Tally } from "./tally.js";

/** What a family says of its figure; the rest of the receipt is the same for all. */
export interface FigureCore {
  readonly unit: FigureUnit;
  readonly value: number | undefined;
  readonly undefinedBecause?: UndefinedReason;
  readonly currency?: string | undefined;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly parts?: readonly FigurePart[];
  readonly interval?: Interval;
  readonly cautions?: readonly string[];
}

/** A figure with its receipt: a value that is no safe number is none. */
export function figureOf(tally: Tally, core: FigureCore, method: object): Figure {
  const { value, undefinedBecause, currency, ...rest } = core;
  const receipt: FigureReceipt = {
    ...rest,
    ...(currency === undefined ? {} : { currency }),
    excluded: exclusionsOf(tally),
    method: stated(method),
  };
  if (value === undefined) {
    return { ...receipt, undefinedBecause: undefinedBecause ?? whyNothing(tally) };
  }
  const amounts = [value, core.numerator ?? 0, core.denominator ?? 0];
  if (amounts.some((each) => Math.abs(each) > Number.MAX_SAFE_INTEGER)) {
    return { ...receipt, undefinedBecause: "amountTooLarge" };
  }
  return { ...receipt, value };
}

/** The counters `numerator` over `denominator`. */
export function ratio(
  tally: Tally,
  unit: FigureUnit,
  options: {
    readonly confidence?: Confidence | undefined;
    readonly currency?: string | undefined;
  } = {},
): FigureCore {
  const { confidence, currency } = options;
  const numerator = counted(tally, "numerator");
  const denominator = counted(tally, "denominator");
  const counts = { unit, currency, numerator, denominator };
  if (denominator < 0) return { ...counts, value: undefined, undefinedBecause: "negativeValues" };
  if (denominator === 0) return { ...counts, value: undefined };
  const value = numerator / denominator;
  if (confidence === undefined) return { ...counts, value };
  return { ...counts, value, interval: wilsonInterval(numerator, denominator, confidence) };
}

/**
 * The counter `numerator` by itself, a count or a sum over whatever `measured` counts.
 *
 * Something left out because nobody knows it makes the whole unknown: a count of the rest would be
 * too low and not say so.
 */
export function total(tally: Tally, unit: FigureUnit, currency?: string): FigureCore {
  const numerator = counted(tally, "numerator");
  const unknown = tally.excluded.has("notSupplied") || tally.excluded.has("incomplete");
  const measured = tally.measured > 0 && !unknown;
  return { unit, currency, numerator, value: measured ? numerator : undefined };
}

/** A quantile of a histogram of whole numbers. */
export function quantileOf(
  tally: Tally,
  name: string,
  asked: { readonly quantile: number; readonly type: QuantileType; readonly unit: FigureUnit },
): FigureCore {
  const sample: number[] = [];
  for (const [at, by] of sortedEntries(histogramOf(tally, name))) {
    for (let each = 0; each < by; each++) sample.push(at as number);
  }
  const value = quantile(sample, asked.quantile, asked.type);
  return { unit: asked.unit, value, denominator: sample.length };
}

/** The places of a histogram as parts of their sum, in the order of their keys. */
export function partsOf(tally: Tally, name: string): readonly FigurePart[] {
  const entries = sortedEntries(histogramOf(tally, name));
  let whole = 0;
  for (const [, by] of entries) whole += by;
  return entries.map(([key, amount]) => ({ key: String(key), amount, share: amount / whole }));
}

/** The accounts behind a figure, by kind of id and then in order. */
export function accountsOf({ ids }: Tally): ContributingAccounts {
  const { numerator, denominator, excluded } = ids;
  return {
    numerator: [...numerator].sort(compareIds),
    denominator: [...denominator].sort(compareIds),
    excluded: [...excluded].sort(compareIds),
  };
}

/** What a tally left out, by reason in the order of the letters. */
export function exclusionsOf(tally: Tally): readonly Exclusion[] {
  return sortedEntries(leftOut(tally)).map(([reason, by]) => ({
    reason: String(reason),
    count: by,
  }));
}

function whyNothing({ excluded }: Tally): UndefinedReason {
  if (excluded.has("notSupplied")) return "notSupplied";
  return excluded.has("incomplete") ? "incomplete" : "nothingToMeasure";
}

/** The conventions that were chosen: those left out by the caller are absent. */
function stated(method: object): FigureReceipt["method"] {
  return Object.fromEntries(Object.entries(method).filter(([, value]) => value !== undefined));
}
