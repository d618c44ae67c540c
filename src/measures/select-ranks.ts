import { bitHistogram, wordsOfNumbers } from "./bit-histogram.js";

/** So few values are sorted at once. */
const FEW = 4096;
const BUCKETS = 2 ** 16;

/**
 * The values that would stand at some places if all were sorted, found without sorting all.
 *
 * @param values - finite numbers in any order; they are not changed
 * @param ranks - places from 0, each below the number of values
 * @returns the value at each place
 */
export function selectRanks(
  values: Float64Array,
  ranks: Iterable<number>,
): ReadonlyMap<number, number> {
  if (values.length <= FEW) {
    const sorted = values.toSorted();
    return new Map([...ranks].map((rank) => [rank, sorted[rank]!]));
  }
  const { counts, bucketOf } = bitHistogram(values, BUCKETS);
  const found = new Map<number, number>();
  const wanted = [...new Set(ranks)].sort((one, other) => one - other);
  const buckets = new Map<number, Bucket>();
  let bucket = 0;
  let before = 0;
  for (const rank of wanted) {
    while (before + counts[bucket]! <= rank) before += counts[bucket++]!;
    const own = buckets.get(bucket) ?? {
      before,
      values: new Float64Array(counts[bucket]!),
      held: 0,
    };
    buckets.set(bucket, own);
    found.set(rank, bucket);
  }
  gather(values, counts.length, bucketOf, buckets);
  for (const own of buckets.values()) if (!isOneValue(own.values)) own.values.sort();
  for (const [rank, own] of found) {
    const { before: first, values: held } = buckets.get(own)!;
    found.set(rank, held[rank - first]!);
  }
  return found;
}

interface Bucket {
  /** How many values lie before it. */
  readonly before: number;
  readonly values: Float64Array;
  held: number;
}

/** Brings the values of some buckets together. */
function gather(
  values: Float64Array,
  size: number,
  bucketOf: (words: Int32Array, at: number) => number,
  buckets: ReadonlyMap<number, Bucket>,
): void {
  const isWanted = new Uint8Array(size);
  for (const bucket of buckets.keys()) isWanted[bucket] = 1;
  const words = wordsOfNumbers(values);
  for (let at = 0; at < values.length; at++) {
    const bucket = bucketOf(words, at);
    if (isWanted[bucket] === 0) continue;
    const own = buckets.get(bucket)!;
    own.values[own.held++] = values[at]!;
  }
}

/** Many equal values need no sorting, and are what a bucket of many holds. */
function isOneValue(values: Float64Array): boolean {
  const [first] = values;
  return values.every((value) => value === first);
}
