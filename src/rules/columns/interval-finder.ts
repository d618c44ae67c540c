import { HIGH_WORD, wordsOfNumbers } from "./number-words.js";

type IntervalFinder = (numbers: Float64Array, count: number, classes: Int32Array) => void;

/** The class of numbers below every threshold; those before it are of what is no number. */
const FIRST_CLASS = 2;

/**
 * Finds how many thresholds each number has reached, counted from {@link FIRST_CLASS}; the way
 * depends on how many thresholds there are.
 *
 * @param thresholds - in rising order
 */
export function intervalFinder(thresholds: Float64Array): IntervalFinder {
  if (thresholds.length === 0) return (_, count, classes) => classes.fill(FIRST_CLASS, 0, count);
  if (thresholds.length <= 2) return byTwo(padded(thresholds, 2));
  if (thresholds.length <= 4) return byFour(padded(thresholds, 4));
  return thresholds.length <= 8 ? byEight(padded(thresholds, 8)) : byGrid(thresholds);
}

/** Adds up comparisons instead of branching on them: which way they go cannot be foreseen. */
function byTwo([a, b]: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      classes[at] = FIRST_CLASS + Number(value >= a!) + Number(value >= b!);
    }
  };
}

function byFour([a, b, c, d]: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      const low = Number(value >= a!) + Number(value >= b!);
      classes[at] = FIRST_CLASS + low + Number(value >= c!) + Number(value >= d!);
    }
  };
}

function byEight([a, b, c, d, e, f, g, h]: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      const low = Number(value >= a!) + Number(value >= b!) + Number(value >= c!);
      const middle = Number(value >= d!) + Number(value >= e!) + Number(value >= f!);
      classes[at] = FIRST_CLASS + low + middle + Number(value >= g!) + Number(value >= h!);
    }
  };
}

/** Thresholds that nothing finite reaches fill the list. */
function padded(thresholds: Float64Array, length: number): Float64Array {
  const full = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  full.set(thresholds);
  return full;
}

/** Most cells of a grid. */
const GRID = 4096;
/** What is smaller, or negative, is searched: the bits of what is greater rise with it. */
const LEAST_IN_GRID = 1e-300;

/**
 * Looks a number up in a grid of equal steps of its bits, which are of equal ratio: each cell knows
 * the first threshold that may lie in it. Only what lies before the grid is searched.
 */
function byGrid(thresholds: Float64Array): IntervalFinder {
  const low = thresholds.findIndex((each) => each >= LEAST_IN_GRID);
  const from = low === -1 ? thresholds.length : low;
  const high = wordsOfNumbers(thresholds).filter((_, at) => (at & 1) === HIGH_WORD);
  const [least, most] = [high[from] ?? 0, high.at(-1)!];
  let shift = 0;
  while ((most >> shift) - (least >> shift) >= GRID - 2) shift++;
  const base = (least >> shift) - 1;
  const cells = Math.max(0, (most >> shift) - base) + 1;
  const starts = new Int32Array(cells + 1).fill(thresholds.length);
  let next = from;
  for (let cell = 0; cell < cells; cell++) {
    starts[cell] = next;
    while (next < thresholds.length && (high[next]! >> shift) - base <= cell) next++;
  }
  return (numbers, count, classes) => {
    const bits = wordsOfNumbers(numbers);
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      let found: number;
      if (value >= LEAST_IN_GRID) {
        const cell = Math.min(cells - 1, Math.max(0, (bits[2 * at + HIGH_WORD]! >> shift) - base));
        found = starts[cell]!;
        const end = starts[cell + 1]!;
        while (found < end && value >= thresholds[found]!) found++;
      } else found = searched(thresholds, from, value);
      classes[at] = FIRST_CLASS + found;
    }
  };
}

/** How many of the first thresholds a number has reached. */
function searched(thresholds: Float64Array, end: number, value: number): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= thresholds[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
