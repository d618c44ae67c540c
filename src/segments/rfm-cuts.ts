import { quantile } from "../measures/index.js";
import type { AxisCuts, CutBoundary, RfmCuts, RfmScoring } from "./rfm-classifier.js";

/** Scorings that look at the base. */
export type FittedScoring = Exclude<RfmScoring, { readonly by: "thresholds" }>;

/** Three aligned columns of finite numbers, without gaps. */
export interface RfmColumns {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** Which band a value equal to a cut goes to. */
export function boundaryOf(scoring: RfmScoring): CutBoundary {
  return "boundary" in scoring ? scoring.boundary : "upper";
}

/**
 * The cuts of all three axes.
 *
 * @param columns - at least one account
 * @param bins - 2 … 9
 * @param scoring - the named method
 * @param unit - what one unit of monetary value is, for `rfmPackage`: 100 for cents, 1 for numbers
 */
export function cutRfm(
  columns: RfmColumns,
  bins: number,
  scoring: FittedScoring,
  unit: number,
): RfmCuts {
  const { recency, frequency, monetary } = columns;
  const cut = (values: Float64Array, one: number): AxisCuts =>
    cutAxis(inRisingOrder(values), bins, scoring, one);
  const first = cut(recency, 1);
  if (scoring.by !== "nested") {
    return { recency: first, frequency: [cut(frequency, 1)], monetary: [cut(monetary, unit)] };
  }
  const boundary = boundaryOf(scoring);
  const byRecency = partition(recency.length, bins, (row) => {
    return bins - bandOf(recency[row]!, first, boundary);
  });
  const within = (values: Float64Array, rows: readonly number[]): AxisCuts | null =>
    rows.length === 0
      ? null
      : cut(
          Float64Array.from(rows, (row) => values[row]!),
          1,
        );
  const second = byRecency.map((rows) => within(frequency, rows));
  const byBoth = byRecency.flatMap((rows, score) => {
    const cuts = second[score]!;
    const parts = partition(rows.length, bins, (at) => {
      return bandOf(frequency[rows[at]!]!, cuts, boundary) - 1;
    });
    return parts.map((part) => part.map((at) => rows[at]!));
  });
  return {
    recency: first,
    frequency: second,
    monetary: byBoth.map((rows) => within(monetary, rows)),
  };
}

/** Cuts that a loop over many values looks at: what nothing reaches stands above everything. */
export function reachable(cuts: AxisCuts): Float64Array {
  return Float64Array.from(cuts, (cut) => cut ?? Number.POSITIVE_INFINITY);
}

/** 1 for values below the first cut, one more for each cut that is reached. */
export function bandOf(value: number, cuts: AxisCuts, boundary: CutBoundary): number {
  return bandAmong(value, reachable(cuts), boundary);
}

/** The band of a value among cuts made {@link reachable}. */
export function bandAmong(value: number, cuts: Float64Array, boundary: CutBoundary): number {
  let band = 1;
  for (let at = 0; at < cuts.length; at++) {
    const cut = cuts[at]!;
    if (value > cut || (boundary === "upper" && value === cut)) band += 1;
  }
  return band;
}

/** Values in rising order: whole numbers of a narrow range are counted, others sorted. */
function inRisingOrder(values: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
    whole &&= Number.isInteger(value);
  }
  const range = most - least;
  if (!whole || range > values.length) return values.toSorted();
  const counts = new Uint32Array(range + 1);
  for (const value of values) counts[value - least]! += 1;
  const rising = new Float64Array(values.length);
  let at = 0;
  for (const [index, count] of counts.entries()) {
    rising.fill(least + index, at, at + count);
    at += count;
  }
  return rising;
}

function cutAxis(
  rising: Float64Array,
  bins: number,
  scoring: FittedScoring,
  unit: number,
): AxisCuts {
  const inner = Array.from({ length: bins - 1 }, (_, each) => each + 1);
  switch (scoring.by) {
    case "quantile":
    case "nested":
      return inner.map((each) => quantile(rising, each / bins, scoring.type)!);
    case "nearestRank":
      return inner.map((each) => quantile(rising, each / bins, 1)!);
    case "rfmPackage":
      return inner.map((each) => quantile(rising, each / bins, 7)! + unit);
    case "ntile":
      return inner.map((each) => tileStart(rising, each, bins, scoring.ties));
  }
}

/** The least value of a tile: SQL gives the first tiles one row more where rows are left over. */
function tileStart(
  rising: Float64Array,
  tile: number,
  bins: number,
  ties: CutBoundary,
): number | null {
  const size = Math.floor(rising.length / bins);
  const start = tile * size + Math.min(tile, rising.length % bins);
  const value = rising[start];
  if (value === undefined) return null;
  if (ties === "upper" || rising[start - 1] !== value) return value;
  return rising.find((each) => each > value) ?? null;
}

function partition(
  rows: number,
  parts: number,
  partOf: (row: number) => number,
): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: parts }, () => []);
  for (let row = 0; row < rows; row++) found[partOf(row)]!.push(row);
  return found;
}
