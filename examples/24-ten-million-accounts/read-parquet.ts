import type { AccountColumns, FactColumn } from "hoito/facts";
import { asyncBufferFromFile, parquetScan } from "hyparquet";
import { CURRENCY, type FactSource } from "./fact-columns.js";

/**
 * The accounts of a Parquet file as blocks of columns, a group of rows at a time.
 *
 * Nothing but the wanted columns of one group is held. A null is unknown; money is a number of whole units of the
 * currency with its decimals, as in the CSV file.
 */
export async function* readParquet(
  path: string,
  sources: readonly FactSource[],
): AsyncGenerator<AccountColumns> {
  const scan = await parquetScan({
    file: await asyncBufferFromFile(path),
    columns: sources.map(({ header }) => header),
    // Days stay numbers: there is no clock and no zone in a date.
    parsers: { dateFromDays: (days) => days },
  });
  for (const { rowStart, rowEnd } of scan.ranges) {
    const fields: Record<string, FactColumn> = {};
    for (const { header, field, kind } of sources) {
      const values = await scan.readColumn({ column: header, rowStart, rowEnd });
      fields[field] = columnOf(kind, values);
    }
    yield { rows: rowEnd - rowStart, currency: CURRENCY, fields };
  }
}

type Values = ArrayLike<unknown>;

function columnOf(kind: FactSource["kind"], values: Values): FactColumn {
  const valid = new Uint8Array(Math.ceil(values.length / 8));
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== null && values[row] !== undefined) valid[row >> 3]! |= 1 << (row & 7);
  }
  switch (kind) {
    case "number":
      return { kind, valid, data: Float64Array.from(values as ArrayLike<number>) };
    case "money":
      return { kind, valid, data: Float64Array.from(values as ArrayLike<number>, toMinor) };
    case "date":
      return { kind, valid, data: Int32Array.from(values as ArrayLike<number>) };
    case "boolean":
      return { kind, valid, data: Uint8Array.from(values as ArrayLike<number>, Number) };
    case "category":
      return { kind, valid, ...codesOf(values as ArrayLike<string>) };
  }
}

function toMinor(amount: number): number {
  return Math.round(amount * 100);
}

function codesOf(values: ArrayLike<string>): { data: Int32Array; dictionary: readonly string[] } {
  const codes = new Map<string, number>();
  const data = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const word = values[row] ?? "";
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    data[row] = code;
  }
  return { data, dictionary: [...codes.keys()] };
}
