import { HIGH_WORD, wordsOfNumbers } from "../rules/index.js";

/** Buckets of numbers, whose order is theirs. */
export interface BitBuckets {
  readonly size: number;
  /** The bucket of each number. */
  readonly buckets: Uint16Array;
}

/**
 * Buckets by the first of the bits, as many as tell the least number from the greatest: every bucket
 * holds numbers above those of the one before it, whatever their scale.
 *
 * @param values - finite numbers, at least one
 * @param most - buckets, up to 2^16: few enough to stay near, many enough for each to hold few
 *   different values
 */
export function bitBuckets(values: Float64Array, most: number): BitBuckets {
  const words = wordsOfNumbers(values);
  let least = 0x7fffffff;
  let last = -0x80000000;
  for (let at = HIGH_WORD; at < words.length; at += 2) {
    const key = keyOf(words[at]!);
    if (key < least) least = key;
    if (key > last) last = key;
  }
  let shift = 0;
  while ((last - least) >>> shift >= most) shift++;
  const buckets = new Uint16Array(values.length);
  const high = HIGH_WORD;
  for (let at = 0; at < values.length; at++) {
    buckets[at] = (keyOf(words[2 * at + high]!) - least) >>> shift;
  }
  return { size: ((last - least) >>> shift) + 1, buckets };
}

/**
 * The values of some buckets, in the order in which they come.
 *
 * @param wanted - how many values each of these buckets holds
 */
export function valuesOfBuckets(
  values: Float64Array,
  { size, buckets }: BitBuckets,
  wanted: ReadonlyMap<number, number>,
): ReadonlyMap<number, Float64Array> {
  const isWanted = new Uint8Array(size);
  const found = new Map<number, Float64Array>();
  const held = new Uint32Array(size);
  for (const [bucket, count] of wanted) {
    isWanted[bucket] = 1;
    found.set(bucket, new Float64Array(count));
  }
  for (let at = 0; at < values.length; at++) {
    const bucket = buckets[at]!;
    if (isWanted[bucket] === 1) found.get(bucket)![held[bucket]!++] = values[at]!;
  }
  return found;
}

/** The sign and the first bits as a whole number of the same order: negative ones run backward. */
function keyOf(word: number): number {
  return word ^ ((word >> 31) & 0x7fffffff);
}
