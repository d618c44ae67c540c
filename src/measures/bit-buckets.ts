import { HIGH_WORD, wordsOfNumbers } from "../rules/index.js";

/** Buckets of numbers, whose order is theirs. */
export interface BitBuckets {
  readonly size: number;
  /** The bucket of each number, found by the words that it is made of. */
  bucketOf(words: Int32Array, at: number): number;
}

/**
 * Buckets by the first of the bits, as many as tell the least number from the greatest: every bucket
 * holds numbers above those of the one before it, whatever their scale.
 *
 * @param values - finite numbers, at least one
 * @param most - buckets: few enough to stay near, many enough for each to hold few different values
 */
export function bitBuckets(values: Float64Array, most: number): BitBuckets {
  const words = wordsOfNumbers(values);
  let least = 0x7fffffff;
  let last = -0x80000000;
  for (let at = 0; at < values.length; at++) {
    const key = keyOf(words[2 * at + HIGH_WORD]!);
    if (key < least) least = key;
    if (key > last) last = key;
  }
  let shift = 0;
  while ((last - least) >>> shift >= most) shift++;
  return {
    size: ((last - least) >>> shift) + 1,
    bucketOf: (all, at) => (keyOf(all[2 * at + HIGH_WORD]!) - least) >>> shift,
  };
}

/**
 * The values of some buckets, in the order in which they come.
 *
 * @param wanted - how many values each of these buckets holds
 */
export function valuesOfBuckets(
  values: Float64Array,
  { size, bucketOf }: BitBuckets,
  wanted: ReadonlyMap<number, number>,
): ReadonlyMap<number, Float64Array> {
  const isWanted = new Uint8Array(size);
  const found = new Map<number, Float64Array>();
  const held = new Uint32Array(size);
  for (const [bucket, count] of wanted) {
    isWanted[bucket] = 1;
    found.set(bucket, new Float64Array(count));
  }
  const words = wordsOfNumbers(values);
  for (let at = 0; at < values.length; at++) {
    const bucket = bucketOf(words, at);
    if (isWanted[bucket] === 1) found.get(bucket)![held[bucket]!++] = values[at]!;
  }
  return found;
}

/** The sign and the first bits as a whole number of the same order: negative ones run backward. */
function keyOf(word: number): number {
  return word ^ ((word >> 31) & 0x7fffffff);
}
