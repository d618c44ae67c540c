import { type Share, shareOf } from "./share.js";

/**
 * How alike the accounts of a segment are, and how unlike those of different ones.
 *
 * @category Segments
 */
export interface Spread {
  readonly segments: readonly SegmentSpread[];
  /** Sum over all accounts of the squared distance to the mean of their segment. */
  readonly within: number;
  /** Sum over all accounts of the squared distance from the mean of their segment to that of all. */
  readonly between: number;
  /** Between, of between and within together: 1 when segments alone tell accounts apart. */
  readonly betweenShare: Share;
}

/** One segment's own spread. */
export interface SegmentSpread {
  readonly label: string;
  /** Accounts of which the measure is known. */
  readonly known: number;
  /** Absent where nothing is known. */
  readonly mean?: number;
  /** Of the accounts as they are, not of a sample. */
  readonly standardDeviation?: number;
}

/** The spread of a measure over groups of known values; sums are taken in ascending order. */
export function spreadOf(groups: ReadonlyMap<string, readonly number[]>, unknown: number): Spread {
  const sorted = [...groups].map(([label, values]) => {
    return { label, values: [...values].sort((left, right) => left - right) };
  });
  const all = sorted.flatMap(({ values }) => values).sort((left, right) => left - right);
  const centre = meanOf(all);
  let within = 0;
  let between = 0;
  const segments = sorted.map(({ label, values }): SegmentSpread => {
    const known = values.length;
    if (known === 0) return { label, known };
    const mean = meanOf(values);
    const squares = sum(values.map((value) => (value - mean) ** 2));
    within += squares;
    between += known * (mean - centre) ** 2;
    return { label, known, mean, standardDeviation: Math.sqrt(squares / known) };
  });
  const leftOut = { unknownMeasure: unknown };
  const betweenShare = shareOf("betweenOfTotalSquares", between, between + within, leftOut);
  return { segments, within, between, betweenShare };
}

function meanOf(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
