import type {
  DateFacts,
  FactColumn,
  FieldKind,
  MoneyFacts,
  NumberFacts,
} from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../../time/index.js";
import { type Cell, NO_MONEY, toCell } from "../cell.js";
import { type BlockSource, type CodeSource, GAP, KNOWN, NONE } from "./block-source.js";

type NumericFacts = NumberFacts | MoneyFacts | DateFacts;

/**
 * A column, block by block, in the same three states as a fact of one account: what is not of its
 * kind is unknown.
 *
 * @param column - checked for its kind and length
 * @param kind - the kind of the field
 * @param path - where the column stands, for a code beyond its dictionary
 */
export function columnSource(
  column: FactColumn,
  kind: FieldKind,
  blockRows: number,
  path: string,
): BlockSource {
  if (column.kind === "number" || column.kind === "money" || column.kind === "date") {
    return numberSource(column, blockRows);
  }
  const words = column.kind === "boolean" ? [false, true] : column.dictionary;
  const cells = words.map((word): Cell => toCell(word, kind, NO_MONEY));
  return codeSource(column, { cells }, blockRows, path);
}

/** Codes of a column that stand for cells found elsewhere. */
export function codeSource(
  column: Exclude<FactColumn, NumericFacts>,
  { cells, possible = [] }: Pick<CodeSource, "cells" | "possible">,
  blockRows: number,
  path: string,
): CodeSource {
  const { data } = column;
  const codes = new Int32Array(blockRows);
  const gaps = new Uint8Array(blockRows);
  const { length } = cells;
  const mayLack = cells.includes(undefined);
  const source: CodeSource = {
    form: "codes",
    codes,
    // Two more codes: for what is unknown, and for what is none.
    cells: [...cells, undefined, null],
    possible,
    mayGrow: false,
    hasGaps: mayLack,
    load(from, count) {
      codes.set(data.subarray(from, from + count));
      if (markGaps(column, from, count, gaps)) {
        source.hasGaps = true;
        for (let at = 0; at < count; at++) {
          const code = codes[at]!;
          if (gaps[at] !== KNOWN) codes[at] = length - 1 + gaps[at]!;
          else if (code >>> 0 >= length) throw beyondDictionary(`${path}.data[${from + at}]`, code);
        }
        return;
      }
      source.hasGaps = mayLack;
      if (!someBeyond(codes, count, length)) return;
      const at = codes.findIndex((code) => code >>> 0 >= length);
      throw beyondDictionary(`${path}.data[${from + at}]`, codes[at]!);
    },
  };
  return source;
}

function numberSource(column: NumericFacts, blockRows: number): BlockSource {
  const { data, kind } = column;
  const numbers = new Float64Array(blockRows);
  const gaps = new Uint8Array(blockRows);
  const { isOdd, hasOdd } = SUSPICIONS[kind];
  // Whole numbers of 32 bits are all right but for days.
  const isSafe = data instanceof Int32Array && kind !== "date";
  const source: BlockSource = {
    form: "numbers",
    numbers,
    gaps,
    hasGaps: false,
    load(from, count) {
      numbers.set(data.subarray(from, from + count));
      source.hasGaps = markGaps(column, from, count, gaps);
      if (isSafe || !hasOdd(numbers, count)) return;
      if (!source.hasGaps) gaps.fill(KNOWN);
      for (let at = 0; at < count; at++) {
        if (gaps[at] === KNOWN && isOdd(numbers[at]!)) gaps[at] = GAP;
      }
      source.hasGaps = true;
    },
  };
  return source;
}

/**
 * The numbers of a column as they are, where each is one of its kind; `undefined` where some row may
 * have none.
 */
export function plainNumbers(column: NumberFacts | MoneyFacts): Float64Array | undefined {
  const { data, kind, valid } = column;
  if (valid !== undefined || !(data instanceof Float64Array)) return undefined;
  return SUSPICIONS[kind].hasOdd(data, data.length) ? undefined : data;
}

/** Marks the rows that have no value; whether there are any. */
function markGaps(
  { valid, none }: FactColumn,
  from: number,
  count: number,
  gaps: Uint8Array,
): boolean {
  if (valid === undefined || isWhole(valid, from, count)) return false;
  for (let at = 0; at < count; at++) {
    const row = from + at;
    const bit = 1 << (row & 7);
    if ((valid[row >> 3]! & bit) !== 0) gaps[at] = KNOWN;
    else gaps[at] = none !== undefined && (none[row >> 3]! & bit) !== 0 ? NONE : GAP;
  }
  return true;
}

/** Whether all rows are valid, byte by byte where the block starts with one. */
function isWhole(valid: Uint8Array, from: number, count: number): boolean {
  let row = from;
  const end = from + count;
  for (; row < end && (row & 7) !== 0; row++) {
    if ((valid[row >> 3]! & (1 << (row & 7))) === 0) return false;
  }
  for (; row + 8 <= end; row += 8) if (valid[row >> 3] !== 255) return false;
  for (; row < end; row++) if ((valid[row >> 3]! & (1 << (row & 7))) === 0) return false;
  return true;
}

/** Whether some code is negative, or leaves a negative rest of the dictionary. */
function someBeyond(codes: Int32Array, count: number, length: number): boolean {
  let signs = 0;
  for (let at = 0; at < count; at++) signs |= codes[at]! | (length - 1 - codes[at]!);
  return signs < 0;
}

function beyondDictionary(path: string, received: number): HoitoError {
  const text = `code ${received} is beyond the dictionary`;
  return new HoitoError(text, { code: "not-aligned", path, received });
}

/** What is no value of its kind, asked of one number and of many. */
const SUSPICIONS: Readonly<
  Record<
    NumericFacts["kind"],
    {
      readonly isOdd: (value: number) => boolean;
      readonly hasOdd: (numbers: Float64Array, count: number) => boolean;
    }
  >
> = {
  number: {
    isOdd: (value) => !Number.isFinite(value),
    hasOdd(numbers, count) {
      // What is not finite is no number times 0. Two sums, so that neither waits for the other.
      let even = 0;
      let odd = 0;
      for (let at = 0; at + 1 < count; at += 2) {
        even += numbers[at]! * 0;
        odd += numbers[at + 1]! * 0;
      }
      return even + odd + numbers[count - 1]! * 0 !== 0;
    },
  },
  money: {
    isOdd: (value) => !Number.isSafeInteger(value),
    hasOdd(numbers, count) {
      // Below 2^51 no fraction outlives that 1.5 · 2^52 is added and taken off again. It is written
      // out since a constant of the module would be loaded for every row.
      let squares = 0;
      for (let at = 0; at < count; at++) {
        const value = numbers[at]!;
        if (value + 6755399441055744 - 6755399441055744 !== value) return true;
        squares += value * value;
      }
      return !(squares < 2 ** 100);
    },
  },
  date: {
    isOdd: (value) => value < FIRST_EPOCH_DAY || value > LAST_EPOCH_DAY,
    hasOdd(numbers, count) {
      let odd = 0;
      for (let at = 0; at < count; at++) {
        const value = numbers[at]!;
        odd |= Number(value < FIRST_EPOCH_DAY) | Number(value > LAST_EPOCH_DAY);
      }
      return odd !== 0;
    },
  },
};
