import { HoitoError } from "../../shapes/index.js";
import type { AccountColumns, FactColumn } from "./account-columns.js";

/**
 * The columns of some accounts that stand one after the other.
 *
 * Values are views of those handed over, nothing is copied but bits that do not begin with a byte.
 *
 * @param columns - columns of many accounts
 * @param span - the first position, and the first one beyond; both between 0 and `columns.rows`
 * @returns columns of `untilRow - fromRow` accounts
 * @throws {@link HoitoError} `out-of-range` for a span that is not within the columns
 *
 * @example The first two of three
 * ```ts
 * import { sliceColumns } from "hoito/facts";
 *
 * const data = Float64Array.of(120, 80, 1200);
 * const columns = { rows: 3, fields: { headcount: { kind: "number", data } } } as const;
 * const first = sliceColumns(columns, { fromRow: 0, untilRow: 2 });
 * [...first.fields["headcount"]!.data]; // => [120, 80]
 * ```
 *
 * @category Facts
 */
export function sliceColumns(
  columns: AccountColumns,
  span: { readonly fromRow: number; readonly untilRow: number },
): AccountColumns {
  const { fromRow, untilRow } = span;
  const isWithin = Number.isInteger(fromRow) && Number.isInteger(untilRow);
  if (!isWithin || fromRow < 0 || untilRow < fromRow || untilRow > columns.rows) {
    const at = { code: "out-of-range", path: "span", received: span };
    throw new HoitoError(`a span lies within the ${columns.rows} accounts`, at);
  }
  const fields = Object.entries(columns.fields).map(([name, column]) => {
    return [name, slice(column, fromRow, untilRow)] as const;
  });
  return { ...columns, rows: untilRow - fromRow, fields: Object.fromEntries(fields) };
}

function slice(column: FactColumn, from: number, until: number): FactColumn {
  const { valid, none } = column;
  return {
    ...column,
    data: column.data.subarray(from, until),
    ...(valid === undefined ? {} : { valid: sliceBits(valid, from, until) }),
    ...(none === undefined ? {} : { none: sliceBits(none, from, until) }),
  } as FactColumn;
}

function sliceBits(bits: Uint8Array, from: number, until: number): Uint8Array {
  const end = Math.ceil(until / 8);
  const shift = from & 7;
  if (shift === 0) return bits.subarray(from >> 3, end);
  const sliced = new Uint8Array(Math.ceil((until - from) / 8));
  for (let at = 0; at < sliced.length; at++) {
    const byte = (from >> 3) + at;
    // Beyond the last byte there is nothing, which reads as 0 here.
    sliced[at] = (bits[byte]! >> shift) | (bits[byte + 1]! << (8 - shift));
  }
  return sliced;
}
