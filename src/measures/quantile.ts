import { selectRanks } from "./select-ranks.js";

/**
 * The nine sample quantiles of Hyndman and Fan (1996): 6 is SPSS', 7 R's and Excel's.
 *
 * @category Measures
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** How each of Hyndman and Fan's types places a quantile: position = n·p + m. */
const PLACEMENT: Readonly<Record<QuantileType, (p: number) => number>> = {
  1: () => 0,
  2: () => 0,
  3: () => -0.5,
  4: () => 0,
  5: () => 0.5,
  6: (p) => p,
  7: (p) => 1 - p,
  8: (p) => (p + 1) / 3,
  9: (p) => p / 4 + 3 / 8,
};

/** Positions this near to a whole number are taken as it: `0.2 * 10 + 1` must not fall beside 3. */
const FUZZ = 4 * Number.EPSILON;

/**
 * A sample quantile by one of the nine definitions of Hyndman and Fan (1996).
 *
 * Types 1 and 3 give a value of the sample, type 2 the middle of two where the share falls between
 * them, types 4 to 9 interpolate between neighbours. Beyond the first and the last value there is
 * nothing to interpolate with, so those are given. A position that misses a whole number by
 * rounding alone is taken as that number, as R does.
 *
 * @param sorted - the sample in ascending order, finite numbers; it is not checked
 * @param p - the share below, 0 … 1
 * @param type - 1 … 9; 6 is the manner of SPSS, 7 that of R and spreadsheets
 * @returns the quantile, or `undefined` for an empty sample
 *
 * @example The median of four
 * ```ts
 * import { quantile } from "hoito/measures";
 *
 * quantile([1, 2, 3, 10], 0.5, 7); // => 2.5
 * quantile([1, 2, 3, 10], 0.5, 1); // => 2
 * quantile([], 0.5, 7); // => undefined
 * ```
 *
 * @category Measures
 */
export function quantile(
  sorted: ArrayLike<number>,
  p: number,
  type: QuantileType,
): number | undefined {
  return quantileAt(sorted.length, p, type, (index) => sorted[index]!);
}

/**
 * Quantiles of values in any order, without sorting them all: the same numbers as {@link quantile}
 * gives for the sorted sample.
 *
 * @param values - the sample in any order, finite numbers; they are not changed
 * @param shares - the shares below, each 0 … 1
 * @param type - 1 … 9
 * @returns one quantile for each share; none for an empty sample
 *
 * @example The quartiles of some turnovers
 * ```ts
 * import { quantiles } from "hoito/measures";
 *
 * quantiles(Float64Array.of(10, 1, 3, 2, 4), [0.25, 0.5, 0.75], 7); // => [2, 3, 4]
 * ```
 *
 * @category Measures
 */
export function quantiles(
  values: Float64Array,
  shares: readonly number[],
  type: QuantileType,
): readonly number[] {
  const ranks = new Set<number>();
  const ask = (index: number): number => {
    ranks.add(index);
    return 0;
  };
  for (const share of shares) quantileAt(values.length, share, type, ask);
  const found = selectRanks(values, ranks);
  return shares.flatMap((share) => {
    return quantileAt(values.length, share, type, (index) => found.get(index)!) ?? [];
  });
}

/** A quantile of so many values, of which some are looked at by their place. */
function quantileAt(
  n: number,
  p: number,
  type: QuantileType,
  valueAt: (index: number) => number,
): number | undefined {
  if (n === 0) return undefined;
  const position = n * p + PLACEMENT[type](p);
  const below = Math.floor(position + FUZZ * Math.max(1, Math.abs(position)));
  const rest = Math.abs(position - below) < FUZZ * Math.max(1, position) ? 0 : position - below;
  const weight = type <= 3 ? jump(type, below, rest) : rest;
  const at = (index: number): number => valueAt(Math.min(Math.max(index, 1), n) - 1);
  const [low, high] = [at(below), at(below + 1)];
  return weight === 0 ? low : low + weight * (high - low);
}

/** How much of the higher neighbour the types that do not interpolate take. */
function jump(type: number, below: number, rest: number): number {
  if (rest > 0) return 1;
  if (type === 2) return 0.5;
  return type === 3 && below % 2 !== 0 ? 1 : 0;
}
