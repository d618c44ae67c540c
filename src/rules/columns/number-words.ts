/** Which of the two words of a number holds its sign, its exponent and the first of its digits. */
export const HIGH_WORD: number = new Uint8Array(Uint16Array.of(1).buffer)[0]!;

/** The words that numbers are made of, two each; they are the same memory. */
export function wordsOfNumbers(values: Float64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length * 2);
}
