import { HoitoError } from "../shapes/index.js";
import type { AbcFit } from "./abc-classifier.js";
import type { ShareCuts } from "./cut-by-share.js";
import { fitAbc } from "./method-abc.js";

/**
 * The classes of a column of values, and what they were cut by.
 *
 * @category Segments
 */
export interface AbcClasses {
  /**
   * Class by position, 0 the best; 253 zero, 254 negative, 255 missing.
   */
  readonly classes: Uint8Array;
  /** Cut values and sizes; `undefined` where no value is positive. */
  readonly fit: AbcFit | undefined;
}

/** Most shares, so that no class has the code of what is not ranked. */
const MOST_SHARES = 252;

/** What {@link abcClasses} gives for values that it does not rank. */
const ZERO = 253;
const NEGATIVE = 254;
const MISSING = 255;

/**
 * ABC classes of a column of values, without a policy.
 *
 * The greatest values come first until their total (or their number) reaches the first share, and so
 * on; equal values are in one class. Values that are not finite are missing; zero and negative ones
 * are not ranked and not counted in the total.
 *
 * @param values - one for each account; `NaN` or `undefined` where it is missing
 * @param definition - `by` share of the total or rank, the `boundary` rule, and the cumulative
 *   `shares` of all classes but the last, rising, above 0 and below 1, at most 252 of them
 * @returns class codes aligned with the values, the cut values, and the sizes of the classes
 * @throws {@link HoitoError} `shares-out-of-order`, `too-many`
 *
 * @example Four fifths of revenue
 * ```ts
 * import { abcClasses } from "hoito/segments";
 *
 * const values = [500, 300, 100, 60, 40, 0];
 * const definition = { by: "cumulativeShare", boundary: "include", shares: [0.8, 0.95] } as const;
 * const { classes, fit } = abcClasses(values, definition);
 * [...classes]; // => [0, 0, 1, 1, 2, 253]
 * fit?.cuts; // => [300, 60]
 * ```
 *
 * @category Segments
 */
export function abcClasses(
  values: ArrayLike<number | undefined>,
  definition: ShareCuts,
): AbcClasses {
  checkShares(definition.shares);
  // What is not there becomes no number.
  const numbers =
    values instanceof Float64Array ? values : new Float64Array(values as ArrayLike<number>);
  const fit = fitAbc(numbers, definition);
  const classes = new Uint8Array(numbers.length);
  // What nothing reaches stands above everything.
  for (const cut of fit?.cuts ?? []) addBelow(cut ?? Number.POSITIVE_INFINITY, numbers, classes);
  if (fit?.counted !== numbers.length) markUnranked(numbers, classes);
  return { classes, fit };
}

/** Moves what does not reach a cut into the next class. */
function addBelow(cut: number, numbers: Float64Array, classes: Uint8Array): void {
  for (let at = 0; at < numbers.length; at++) classes[at]! += Number(numbers[at]! < cut);
}

function markUnranked(numbers: Float64Array, classes: Uint8Array): void {
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at]!;
    // What is not finite is no number times 0.
    if (value * 0 !== 0) classes[at] = MISSING;
    else if (value <= 0) classes[at] = value === 0 ? ZERO : NEGATIVE;
  }
}

function checkShares(shares: readonly number[]): void {
  if (shares.length > MOST_SHARES) {
    const at = { code: "too-many", path: "definition.shares", received: shares.length };
    throw new HoitoError(`there are at most ${MOST_SHARES} shares`, at);
  }
  const wrong = shares.findIndex((share, at) => !(share > (shares[at - 1] ?? 0) && share < 1));
  if (wrong === -1) return;
  const path = `definition.shares[${wrong}]`;
  const at = { code: "shares-out-of-order", path, received: shares[wrong] };
  throw new HoitoError("shares rise from class to class, above 0 and below 1", at);
}
