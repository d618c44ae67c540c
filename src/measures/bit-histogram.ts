/** Which of the two words of a number holds its sign, its exponent and the first of its digits. */
const HIGH_WORD: number = new Uint8Array(Uint16Array.of(1).buffer)[0]!;

/** Numbers sorted into buckets whose order is theirs. */
export interface BitHistogram {
  readonly counts: Uint32Array;
  /** The bucket of each number, found again from the words that it is made of. */
  bucketOf(words: Int32Array, at: number): number;
}

/** The words that numbers are made of, two each. */
export function wordsOfNumbers(values: Float64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length * 2);
}

/**
 * Counts numbers by the first of their bits, as many as tell the least from the greatest in so many
 * buckets: every bucket holds numbers above those of the one before it, whatever their scale.
 *
 * @param values - finite numbers, at least one
 * @param most - buckets: few enough to stay near, many enough for each to hold few different values
 */
export function bitHistogram(values: Float64Array, most: number): BitHistogram {
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
  const counts = new Uint32Array(((last - least) >>> shift) + 1);
  for (let at = 0; at < values.length; at++) {
    counts[(keyOf(words[2 * at + HIGH_WORD]!) - least) >>> shift]! += 1;
  }
  return {
    counts,
    bucketOf: (all, at) => (keyOf(all[2 * at + HIGH_WORD]!) - least) >>> shift,
  };
}

/** The sign and the first bits as a whole number of the same order: negative ones run backward. */
function keyOf(word: number): number {
  return word ^ ((word >> 31) & 0x7fffffff);
}
