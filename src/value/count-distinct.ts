/** Distinct tuples in ascending order, with how often each occurs. */
export interface DistinctTuples {
  readonly tuples: readonly Float64Array[];
  readonly counts: Float64Array;
}

/**
 * Counts equal tuples and puts them in order, so that a sum over them is the same to the bit in
 * whatever order the customers came.
 */
export function countDistinct(tuples: readonly Float64Array[]): DistinctTuples {
  const sorted = [...tuples].sort(compareTuples);
  const distinct: Float64Array[] = [];
  const counts: number[] = [];
  for (const tuple of sorted) {
    const last = distinct.at(-1);
    if (last !== undefined && compareTuples(last, tuple) === 0) counts[counts.length - 1]! += 1;
    else {
      distinct.push(tuple);
      counts.push(1);
    }
  }
  return { tuples: distinct, counts: Float64Array.from(counts) };
}

function compareTuples(left: Float64Array, right: Float64Array): number {
  const at = left.findIndex((each, i) => each !== right[i]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
