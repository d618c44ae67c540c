import type { FactColumn, FieldKind, SetFacts, StateFacts } from "../../facts/index.js";
import {
  type BlockSource,
  type Cell,
  type CodeSource,
  FIRST_WORD_CODE,
  factWriter,
  GAP,
  KNOWN,
  NO_MONEY,
  NONE,
  type NumberSource,
} from "../../rules/index.js";
import { gapBits } from "./gap-bits.js";

/** Puts the blocks of one field one after the other. */
export interface ColumnBuilder {
  add(from: number, count: number): void;
  column(): FactColumn;
}

/** Words of which the codes fit into a byte. */
const BYTE = 256;

/** A column of so many rows, still empty. */
export function columnBuilder(kind: FieldKind, source: BlockSource, rows: number): ColumnBuilder {
  const bits = gapBits(rows);
  const data = dataFor(kind, rows);
  const { numbers, gaps, decode } = source.form === "numbers" ? plain(source) : decoded(source);
  return {
    add(from, count) {
      decode(count);
      data.set(numbers.subarray(0, count), from);
      if (source.hasGaps) bits.mark(gaps, from, count);
    },
    column() {
      const isCoded = source.form === "codes" && kind !== "boolean";
      const words = isCoded ? { dictionary: source.cells.slice(FIRST_WORD_CODE) } : {};
      const name = kind === "text" || typeof kind === "object" ? "category" : kind;
      return { kind: name, data, ...words, ...bits.columns() } as unknown as FactColumn;
    },
  };
}

/** What a column takes of a block. */
interface BlockNumbers {
  readonly numbers: Float64Array | Int32Array;
  readonly gaps: Uint8Array;
  decode(count: number): void;
}

function plain({ numbers, gaps }: NumberSource): BlockNumbers {
  return { numbers, gaps, decode() {} };
}

/** The places of words in their dictionary; 0 where there is none. */
function decoded(source: CodeSource): BlockNumbers {
  const { codes } = source;
  const numbers = new Int32Array(codes.length);
  const gaps = new Uint8Array(codes.length);
  return {
    numbers,
    gaps,
    decode(count) {
      takeOff(FIRST_WORD_CODE, codes, count, numbers);
      for (let at = 0; source.hasGaps && at < count; at++) {
        gaps[at] = numbers[at]! >= 0 ? KNOWN : codes[at] === 0 ? GAP : NONE;
        if (gaps[at] !== KNOWN) numbers[at] = 0;
      }
    },
  };
}

function takeOff(first: number, codes: Int32Array, count: number, numbers: Int32Array): void {
  for (let at = 0; at < count; at++) numbers[at] = codes[at]! - first;
}

/** The column of cells that were reckoned account by account. */
export function columnOfCells(cells: readonly Cell[], kind: FieldKind): FactColumn {
  const writer = factWriter(kind, NO_MONEY, cells.length);
  writer.start();
  for (const [at, cell] of cells.entries()) {
    if (cell === null) writer.putNone(at);
    else if (typeof cell === "number") writer.putNumber(at, cell);
    else writer.put(at, cell);
  }
  writer.end(cells.length);
  const builder = columnBuilder(kind, writer, cells.length);
  builder.add(0, cells.length);
  return builder.column();
}

/** The column of states that an account is in, or may be in. */
export function columnOfStates(states: readonly (readonly string[])[]): StateFacts {
  const { data, dictionary } = columnOfCells(states, "set") as SetFacts;
  return { kind: "states", data, dictionary };
}

function dataFor(kind: FieldKind, rows: number): Float64Array | Int32Array | Uint8Array {
  if (kind === "number" || kind === "money") return new Float64Array(rows);
  if (kind === "boolean") return new Uint8Array(rows);
  const isFew = typeof kind === "object" && kind.length <= BYTE;
  return isFew ? new Uint8Array(rows) : new Int32Array(rows);
}
