import { bitBuckets, valuesOfBuckets } from "./bit-buckets.js";

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
  const parted = bitBuckets(values, BUCKETS);
  const counts = new Uint32Array(parted.size);
  for (let at = 0; at < values.length; at++) counts[parted.buckets[at]!]! += 1;
  const places: Place[] = [];
  let bucket = 0;
  let before = 0;
  for (const rank of [...ranks].sort((one, other) => one - other)) {
    while (before + counts[bucket]! <= rank) before += counts[bucket++]!;
    places.push({ rank, bucket, within: rank - before });
  }
  const wanted = new Map(places.map((place) => [place.bucket, counts[place.bucket]!]));
  const found = valuesOfBuckets(values, parted, wanted);
  for (const own of found.values()) if (!isOneValue(own)) own.sort();
  return new Map(places.map(({ rank, bucket, within }) => [rank, found.get(bucket)![within]!]));
}

/** Where a value stands: in which bucket, and behind how many others of it. */
interface Place {
  readonly rank: number;
  readonly bucket: number;
  readonly within: number;
}

/** Many equal values need no sorting, and are what a bucket of many holds. */
function isOneValue(values: Float64Array): boolean {
  const [first] = values;
  return values.every((value) => value === first);
}
