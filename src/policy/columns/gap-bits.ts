import { KNOWN, NONE } from "../../rules/index.js";

/** Which rows have a value, and which are known to have none: one bit a row. */
export interface GapBits {
  readonly valid: Uint8Array;
  /** Takes over the gaps of some rows. */
  mark(gaps: Uint8Array, from: number, count: number): void;
  /** The bits that say anything. */
  columns(): { readonly valid?: Uint8Array; readonly none?: Uint8Array };
}

/** Bits of so many rows, all of them with a value as yet. */
export function gapBits(rows: number): GapBits {
  const valid = new Uint8Array(Math.ceil(rows / 8)).fill(255);
  if ((rows & 7) !== 0) valid[rows >> 3] = (1 << (rows & 7)) - 1;
  const none = new Uint8Array(valid.length);
  let someGap = false;
  let someNone = false;
  return {
    valid,
    mark(gaps, from, count) {
      for (let at = 0; at < count; at++) {
        if (gaps[at] === KNOWN) continue;
        const row = from + at;
        const bit = 1 << (row & 7);
        someGap = true;
        valid[row >> 3]! &= ~bit;
        if (gaps[at] !== NONE) continue;
        someNone = true;
        none[row >> 3]! |= bit;
      }
    },
    columns() {
      if (!someGap) return {};
      return someNone ? { valid, none } : { valid };
    },
  };
}
