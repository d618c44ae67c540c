import type { Money, OwnValue } from "../facts/index.js";

/**
 * A number for each account, aligned with the accounts it was made of. Where the bit of `valid`
 * (least significant first, as in Arrow) is 0 the number is not known, and `data` holds 0.
 *
 * @category Value
 */
export interface NumberColumn {
  readonly kind: "number";
  readonly data: Float64Array;
  readonly valid: Uint8Array;
}

/**
 * Money for each account in minor units of one currency; estimates may have a fraction.
 *
 * @category Value
 */
export interface MoneyColumn {
  readonly kind: "money";
  readonly currency: string;
  readonly data: Float64Array;
  readonly valid: Uint8Array;
}

/**
 * The number of one row, `undefined` where it is not known or there is no such row.
 *
 * @param column - made by a function of this floor
 * @param row - zero-based
 *
 * @example The second row is not known
 * ```ts
 * import { cellAt } from "hoito/value";
 *
 * const column = { kind: "number", data: Float64Array.of(7, 0), valid: Uint8Array.of(1) } as const;
 * [0, 1].map((row) => cellAt(column, row)); // => [7, undefined]
 * ```
 *
 * @category Value
 */
export function cellAt(column: NumberColumn | MoneyColumn, row: number): number | undefined {
  return isValid(column.valid, row) ? column.data[row] : undefined;
}

/**
 * A column as the ready-made measure that a policy declares with `supplied`.
 *
 * Numbers stay as they are; money is rounded to whole minor units, halves away from zero, since the
 * money of a base is exact. What is not known stays unknown, never zero; so does money beyond
 * 2^53 minor units.
 *
 * @param column - aligned with `base.accounts`
 * @returns one value for each row, for `base.measures`
 *
 * @example Lifetime values as a measure of the base
 * ```ts
 * import { suppliedMeasure } from "hoito/value";
 *
 * const data = Float64Array.of(1250.4, 0);
 * const column = { kind: "money", currency: "EUR", data, valid: Uint8Array.of(0b01) } as const;
 * suppliedMeasure(column); // => [{ minor: 1250, currency: "EUR" }, undefined]
 * ```
 *
 * @category Value
 */
export function suppliedMeasure(
  column: NumberColumn | MoneyColumn,
): readonly (OwnValue | undefined)[] {
  return Array.from(column.data, (_, row) => {
    const cell = cellAt(column, row);
    if (cell === undefined || column.kind === "number") return cell;
    return wholeMoney(cell, column.currency);
  });
}

/** A bitmap in which no row is valid. */
export function noneValid(rows: number): Uint8Array {
  return new Uint8Array(Math.ceil(rows / 8));
}

/** Marks a row as valid. */
export function setValid(valid: Uint8Array, row: number): void {
  valid[row >> 3]! |= 1 << (row & 7);
}

/** Whether a row is valid. */
export function isValid(valid: Uint8Array, row: number): boolean {
  return ((valid[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** A column of numbers out of one function; `undefined` is not known. */
export function numberColumn(rows: number, of: (row: number) => number | undefined): NumberColumn {
  const data = new Float64Array(rows);
  const valid = noneValid(rows);
  for (let row = 0; row < rows; row++) {
    const cell = of(row);
    if (cell === undefined) continue;
    data[row] = cell;
    setValid(valid, row);
  }
  return { kind: "number", data, valid };
}

/** Whole minor units, halves away from zero; `undefined` beyond what is exact. */
function wholeMoney(minor: number, currency: string): Money | undefined {
  const whole = Math.sign(minor) * Math.round(Math.abs(minor));
  return Number.isSafeInteger(whole) ? { minor: whole + 0, currency } : undefined;
}
