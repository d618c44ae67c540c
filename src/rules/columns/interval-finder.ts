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

/**
 * Adds up comparisons instead of branching on them: which way they go cannot be foreseen. What a
 * closure holds would be loaded anew for every number.
 */
function byTwo(thresholds: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    const [a, b] = thresholds;
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      classes[at] = FIRST_CLASS + Number(value >= a!) + Number(value >= b!);
    }
  };
}

function byFour(thresholds: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    const [a, b, c, d] = thresholds;
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      const low = Number(value >= a!) + Number(value >= b!);
      classes[at] = FIRST_CLASS + low + Number(value >= c!) + Number(value >= d!);
    }
  };
}

function byEight(thresholds: Float64Array): IntervalFinder {
  return (numbers, count, classes) => {
    const [a, b, c, d, e, f, g, h] = thresholds;
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
  const starts = new Int32Array(cells);
  let next = from;
  let crowd = 0;
  for (let cell = 0; cell < cells; cell++) {
    starts[cell] = next;
    while (next < thresholds.length && (high[next]! >> shift) - base <= cell) next++;
    crowd = Math.max(crowd, next - starts[cell]!);
  }
  // Past the last threshold stands one that nothing reaches.
  const bounds = Float64Array.of(...thresholds, Number.NaN);
  const grid: Grid = { bounds, before: from, starts, crowd, shift, base };
  return (numbers, count, classes) => findInGrid(grid, numbers, count, classes);
}

/** Cells of bits, and where the thresholds of each start. */
interface Grid {
  readonly bounds: Float64Array;
  /** How many thresholds lie before the grid. */
  readonly before: number;
  readonly starts: Int32Array;
  /** Most thresholds of a cell. */
  readonly crowd: number;
  readonly shift: number;
  readonly base: number;
}

function findInGrid(
  { bounds, before, starts, crowd, shift, base }: Grid,
  numbers: Float64Array,
  count: number,
  classes: Int32Array,
): void {
  const bits = wordsOfNumbers(numbers);
  const high = HIGH_WORD;
  const last = starts.length - 1;
  for (let at = 0; at < count; at++) {
    const value = numbers[at]!;
    if (before > 0 && value < LEAST_IN_GRID) {
      classes[at] = FIRST_CLASS + searched(bounds, before, value);
      continue;
    }
    const cell = Math.min(last, Math.max(0, (bits[2 * at + high]! >> shift) - base));
    const first = starts[cell]!;
    const second = (first + Number(value >= bounds[first]!)) | 0;
    let found = (second + Number(value >= bounds[second]!)) | 0;
    if (crowd > 2) while (value >= bounds[found]!) found++;
    classes[at] = FIRST_CLASS + found;
  }
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
