import type { FactColumn, FieldKind, SetFacts, StateFacts } from "../../facts/index.js";
import {
  type BlockSource,
  type Cell,
  FIRST_WORD_CODE,
  factWriter,
  GAP,
  KNOWN,
  NO_MONEY,
  NONE,
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
  const isNumeric = source.form === "numbers";
  const data = dataFor(kind, rows);
  const gaps = isNumeric ? source.gaps : new Uint8Array(source.codes.length);
  return {
    add(from, count) {
      if (isNumeric) data.set(source.numbers.subarray(0, count), from);
      else decode(source.codes, count, gaps, data, from);
      if (source.hasGaps) bits.mark(gaps, from, count);
    },
    column() {
      const isCoded = !isNumeric && kind !== "boolean";
      const words = isCoded ? { dictionary: source.cells.slice(FIRST_WORD_CODE) } : {};
      const name = kind === "text" || typeof kind === "object" ? "category" : kind;
      return { kind: name, data, ...words, ...bits.columns() } as unknown as FactColumn;
    },
  };
}

function decode(
  codes: Int32Array,
  count: number,
  gaps: Uint8Array,
  data: { [at: number]: number },
  from: number,
): void {
  for (let at = 0; at < count; at++) {
    const code = codes[at]!;
    data[from + at] = Math.max(0, code - FIRST_WORD_CODE);
    gaps[at] = code >= FIRST_WORD_CODE ? KNOWN : code === 0 ? GAP : NONE;
  }
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
