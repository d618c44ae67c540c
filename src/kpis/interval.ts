import { HoitoError } from "../shapes/index.js";
import type { Interval } from "./figure.js";

/**
 * How sure an interval is to be.
 *
 * @category KPIs
 */
export type Confidence = 0.8 | 0.9 | 0.95 | 0.98 | 0.99 | 0.999;

/** Two-sided points of the normal distribution, as printed in its tables. */
const POINTS: ReadonlyMap<number, number> = new Map([
  [0.8, 1.2815515655446004],
  [0.9, 1.6448536269514722],
  [0.95, 1.959963984540054],
  [0.98, 2.3263478740408408],
  [0.99, 2.5758293035489004],
  [0.999, 3.290526731491926],
]);

/** Every confidence there is a point for. */
export const CONFIDENCES: readonly number[] = [...POINTS.keys()];

/**
 * The score interval of a share.
 *
 * Unlike the textbook's plus and minus it stays within 0 and 1, and holds for few answers and for
 * shares of 0 and 1. It always contains the share. Formula: Wilson (1927), without correction for
 * continuity.
 *
 * @param hits - whole number, 0 … `of`
 * @param of - whole number above 0
 * @param confidence - 0.8, 0.9, 0.95, 0.98, 0.99 or 0.999
 * @returns bounds from 0 to 1
 * @throws {@link HoitoError} `unknown-confidence`, or `nothing-to-measure` when `of` is not above 0
 *
 * @example Nine of ten
 * ```ts
 * import { wilsonInterval } from "hoito/kpis";
 *
 * const { low, high } = wilsonInterval(9, 10, 0.95);
 * [low.toFixed(4), high.toFixed(4)]; // => ["0.5958", "0.9821"]
 * ```
 *
 * @category KPIs
 */
export function wilsonInterval(hits: number, of: number, confidence: Confidence): Interval {
  const z = POINTS.get(confidence);
  if (z === undefined) {
    const at = { code: "unknown-confidence", path: "confidence", received: confidence };
    throw new HoitoError(`\`${confidence}\` is none of ${CONFIDENCES.join(", ")}`, at);
  }
  if (!(of > 0)) {
    const at = { code: "nothing-to-measure", path: "of", received: of };
    throw new HoitoError(`\`${of}\` is no number of cases above 0`, at);
  }
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const centre = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  // At the ends the formula gives 0 and 1 but for rounding.
  const low = hits === 0 ? 0 : Math.min((centre - spread) / scale, share);
  const high = hits === of ? 1 : Math.max((centre + spread) / scale, share);
  return { low, high, confidence, method: "wilson" };
}

/**
 * The interval of a difference of two shares of the same answers, as promoters less detractors.
 *
 * Newcombe's (1998) square-and-add of two Wilson intervals, with the correlation that two shares of
 * one whole have. It always contains the difference and stays within −1 and 1.
 */
export function differenceInterval(
  more: number,
  less: number,
  of: number,
  confidence: Confidence,
): Interval {
  const [upper, lower] = [more / of, less / of];
  const first = wilsonInterval(more, of, confidence);
  const second = wilsonInterval(less, of, confidence);
  const variances = upper * (1 - upper) * lower * (1 - lower);
  const correlation = variances === 0 ? 0 : (-upper * lower) / Math.sqrt(variances);
  const reach = (own: number, other: number): number =>
    Math.sqrt(own * own - 2 * correlation * own * other + other * other);
  const below = reach(upper - first.low, second.high - lower);
  const above = reach(first.high - upper, lower - second.low);
  return {
    low: Math.max(-1, upper - lower - below),
    high: Math.min(1, upper - lower + above),
    confidence,
    method: "wilsonSquareAndAdd",
  };
}
