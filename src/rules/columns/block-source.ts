import type { Cell } from "../cell.js";

/** Rows that are worked on at a time: few enough for what is between two steps to stay near. */
export const BLOCK_ROWS = 1024;

/** A fact that is known, unknown, or known to be none. */
export const KNOWN = 0;
export const GAP = 1;
export const NONE = 2;

/** What every source has. */
interface Source {
  /** Whether some row of the block is, or may be, without a value. */
  hasGaps: boolean;
  /** Brings rows into the block; without it whoever made the source fills it. */
  readonly load?: (from: number, count: number) => void;
}

/** Numbers, amounts or days of the rows of a block. */
export interface NumberSource extends Source {
  readonly form: "numbers";
  readonly numbers: Float64Array;
  /** `KNOWN`, `GAP` or `NONE` by row; to be looked at only where there are gaps. */
  readonly gaps: Uint8Array;
}

/** Codes of the rows of a block, each of which stands for a cell, be it that there is none. */
export interface CodeSource extends Source {
  readonly form: "codes";
  readonly codes: Int32Array;
  /** Cells by code; it may grow from block to block, and what is there stays. */
  readonly cells: readonly Cell[];
  /** Whether codes may come in after the first block. */
  readonly mayGrow: boolean;
  /** What an unknown cell may still turn out to be, by code, where more is known than its kind. */
  readonly possible?: readonly (readonly string[] | undefined)[];
}

/** One field of a block of rows, as conditions over columns read it. */
export type BlockSource = NumberSource | CodeSource;

/** The cell of one row of a block. */
export function cellOf(source: BlockSource, at: number): Cell {
  if (source.form === "codes") return source.cells[source.codes[at]!];
  if (source.hasGaps && source.gaps[at] !== KNOWN) {
    return source.gaps[at] === NONE ? null : undefined;
  }
  return source.numbers[at];
}

/** A field of which nothing is known. */
export function unknownSource(blockRows: number): NumberSource {
  const gaps = new Uint8Array(blockRows).fill(GAP);
  return { form: "numbers", numbers: new Float64Array(blockRows), gaps, hasGaps: true };
}
