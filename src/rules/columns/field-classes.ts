import type { Cell } from "../cell.js";
import {
  type BlockSource,
  type CodeSource,
  KNOWN,
  NONE,
  type NumberSource,
} from "./block-source.js";
import { intervalFinder } from "./interval-finder.js";
import { nextUp, type TestsOfField } from "./tests-of-field.js";

/** The classes of numbers that are unknown, or known to be none. */
const UNKNOWN_CLASS = 0;
const NONE_CLASS = 1;

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
    // Beside the words that are asked for: any other, what is unknown, and what is none.
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
      translate(source.codes, count, classOfCode, classes);
    },
  };
}

/** Looks codes up; they may stay where they are. */
export function translate(
  codes: Int32Array,
  count: number,
  meaning: Int32Array,
  into: Int32Array,
): void {
  for (let at = 0; at < count; at++) into[at] = meaning[codes[at]!]!;
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

/** Counts on to the next of several classes, as to the next digit of a number. */
export function combineClasses(
  keys: Int32Array,
  classes: Int32Array,
  size: number,
  count: number,
): void {
  for (let at = 0; at < count; at++) keys[at] = keys[at]! * size + classes[at]!;
}
