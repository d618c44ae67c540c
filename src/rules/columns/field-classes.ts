import type { Cell } from "../cell.js";
import {
  type BlockSource,
  type CodeSource,
  KNOWN,
  NONE,
  type NumberSource,
} from "./block-source.js";
import { nextUp, type TestsOfField } from "./tests-of-field.js";

/** The classes of what is unknown and of what is none; those of values come after. */
const UNKNOWN_CLASS = 0;
const NONE_CLASS = 1;
const FIRST_CLASS = 2;

/**
 * A field parted into classes of values that no condition tells apart: one of each answers for all.
 */
export interface FieldClasses {
  readonly source: BlockSource;
  /** Class of each row of the block. */
  readonly classes: Int32Array;
  /** A cell of each class; it may grow from block to block. */
  readonly cells: readonly Cell[];
  /** How many classes there will be, as far as can be told before the first row. */
  readonly expected: number;
  /** What an unknown cell may still be, by class. */
  readonly possible: readonly (readonly string[] | undefined)[];
  /** Finds the classes of the rows that are loaded. */
  sort(count: number): void;
}

/**
 * The classes of a field.
 *
 * @param source - the field, block by block
 * @param tests - what it is compared with; for codes `undefined` keeps every cell apart
 */
export function fieldClasses(source: BlockSource, tests: TestsOfField | undefined): FieldClasses {
  return source.form === "numbers"
    ? numberClasses(source, tests?.thresholds ?? new Set())
    : codeClasses(source, tests);
}

function numberClasses(source: NumberSource, wanted: ReadonlySet<number>): FieldClasses {
  const thresholds = Float64Array.from(wanted).sort();
  const classes = new Int32Array(source.numbers.length);
  const least = thresholds[0] ?? 0;
  const below = -nextUp(-least);
  const cells: Cell[] = [undefined, null, below, ...thresholds];
  const find = intervalFinder(thresholds);
  return {
    source,
    classes,
    cells,
    expected: cells.length,
    possible: [],
    sort(count) {
      find(source.numbers, count, classes);
      if (source.hasGaps) overwriteGaps(source.gaps, count, classes);
    },
  };
}

/** Up to so many codes stand for themselves. */
const FEW_CODES = 256;

function codeClasses(source: CodeSource, tests: TestsOfField | undefined): FieldClasses {
  const { possible = [] } = source;
  const isFew = source.cells.length <= FEW_CODES && !source.mayGrow;
  if (tests === undefined || isFew) {
    const { codes: classes, cells } = source;
    return { source, classes, cells, expected: cells.length, possible, sort: () => {} };
  }
  const classes = new Int32Array(source.codes.length);
  const cells: Cell[] = [];
  const classOfKey = new Map<string, number>();
  let classOfCode = new Int32Array(0);
  function tell(cell: Cell): number {
    const key = keyOf(cell, tests!);
    const known = classOfKey.get(key) ?? cells.push(cell) - 1;
    classOfKey.set(key, known);
    return known;
  }
  return {
    source,
    classes,
    cells,
    // Beside what is asked for: any other word, no word, and none.
    expected: tests.words.size + tests.prefixes.size + 3,
    possible: [],
    sort(count) {
      const told = classOfCode.length;
      if (told < source.cells.length) {
        const longer = new Int32Array(source.cells.length);
        longer.set(classOfCode);
        for (let code = told; code < longer.length; code++) longer[code] = tell(source.cells[code]);
        classOfCode = longer;
      }
      const { codes } = source;
      for (let at = 0; at < count; at++) classes[at] = classOfCode[codes[at]!]!;
    },
  };
}

/** What conditions can see of a word, a set of words, or yes and no. */
function keyOf(cell: Cell, { words, prefixes }: TestsOfField): string {
  if (cell === undefined || cell === null) return String(cell);
  if (typeof cell === "object") {
    const held = new Set(cell);
    return JSON.stringify([...words].filter((word) => held.has(word)));
  }
  if (typeof cell !== "string" || words.has(cell)) return `=${cell}`;
  return JSON.stringify([...prefixes].filter((prefix) => cell.startsWith(prefix)));
}

function overwriteGaps(gaps: Uint8Array, count: number, classes: Int32Array): void {
  for (let at = 0; at < count; at++) {
    if (gaps[at] !== KNOWN) classes[at] = gaps[at] === NONE ? NONE_CLASS : UNKNOWN_CLASS;
  }
}

type IntervalFinder = (numbers: Float64Array, count: number, classes: Int32Array) => void;

/** How many thresholds each number has reached; the way depends on how many there are. */
function intervalFinder(thresholds: Float64Array): IntervalFinder {
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
/** Which of the two words of a number holds its sign, its exponent and the first of its digits. */
const HIGH_WORD: number = new Uint8Array(Uint16Array.of(1).buffer)[0]!;

/**
 * Looks a number up in a grid of equal steps of its bits, which are of equal ratio: each cell knows
 * the first threshold that may lie in it. Only what lies before the grid is searched.
 */
function byGrid(thresholds: Float64Array): IntervalFinder {
  const low = thresholds.findIndex((each) => each >= LEAST_IN_GRID);
  const from = low === -1 ? thresholds.length : low;
  const high = new Int32Array(thresholds.buffer).filter((_, at) => (at & 1) === HIGH_WORD);
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
    const bits = new Int32Array(numbers.buffer, numbers.byteOffset, count * 2);
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
