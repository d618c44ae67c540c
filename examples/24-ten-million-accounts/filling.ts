import type { FactColumn } from "hoito/facts";
import { endOfCell, isQuote } from "./csv-bytes.js";

/** Takes the cells of one column of a file. */
export interface Taker {
  /** A bit for each row: set until a cell turns out to be empty or faulty. */
  readonly valid: Uint8Array;
  /** Takes a plain cell and gives where it ends, at a comma or line feed; `ODD` for any other. */
  readonly read: (bytes: Uint8Array, from: number, row: number) => number;
  /** Takes any cell, out of its quotes; whether it was well-formed. */
  readonly readText: (text: string, row: number) => boolean;
}

/** One column of a block while it is filled. */
export interface Filling extends Taker {
  readonly column: FactColumn;
}

/** Not a cell that is read on the fly: quoted, faulty, or just uncommon. */
export const ODD = -1;

/** The cells of a column that nobody asks for. */
export const PASSED_OVER: Taker = {
  valid: new Uint8Array(0),
  read: (bytes, from) => (isQuote(bytes[from]!) ? ODD : endOfCell(bytes, from)),
  readText: () => true,
};

/** Leaves a cell unknown. */
export function leaveOut(valid: Uint8Array, row: number): void {
  valid[row >> 3]! &= ~(1 << (row & 7));
}
