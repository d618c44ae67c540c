/**
 * A part of a whole with its receipt: what was counted, and what was left out and why.
 *
 * @category Segments
 */
export type Share = ShareReceipt &
  (
    | { readonly value: number; readonly undefinedBecause?: never }
    /** There was nothing to measure; that is not a share of 0. */
    | { readonly value?: never; readonly undefinedBecause: "zeroDenominator" }
  );

/**
 * What a share was reckoned from.
 *
 * @category Segments
 */
export interface ShareReceipt {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  /** What was divided by what. */
  readonly method: string;
}

/**
 * The share with its receipt; reasons that left nothing out are not told.
 *
 * @param method - what is divided by what
 * @param numerator - how many were counted
 * @param denominator - of how many; 0 leaves the share undefined
 * @param leftOut - how many were not, by reason
 * @returns numerator ÷ denominator
 *
 * @category Segments
 */
export function shareOf(
  method: string,
  numerator: number,
  denominator: number,
  leftOut: Readonly<Record<string, number>>,
): Share {
  const excluded = Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason, count }));
  const receipt = { numerator, denominator, excluded, method };
  return denominator === 0
    ? { undefinedBecause: "zeroDenominator", ...receipt }
    : { value: numerator / denominator, ...receipt };
}
