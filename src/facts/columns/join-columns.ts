import { HoitoError } from "../../shapes/index.js";
import type { AccountColumns, FactColumn } from "./account-columns.js";

type Coded = Extract<FactColumn, { readonly dictionary: unknown }>;
type Word = Coded["dictionary"][number];

/**
 * Columns one after the other as one.
 *
 * What was sliced and is joined again says of every account what it said before. A field that some
 * of the parts have no column for is unknown of their accounts. Words get the codes in which they
 * come first.
 *
 * @param parts - columns of different accounts, in order, of the same kinds and currency; none give
 *   columns of no account
 * @returns columns that share nothing with the parts
 * @throws {@link HoitoError} `other-currency`, or `wrong-field-kind` where a field is of another kind
 *   in another part
 *
 * @example Two parts with different words
 * ```ts
 * import { joinColumns } from "hoito/facts";
 *
 * const north = { kind: "category", data: Uint8Array.of(0), dictionary: ["Lappi"] } as const;
 * const south = { kind: "category", data: Uint8Array.of(0), dictionary: ["Uusimaa"] } as const;
 * const joined = joinColumns([
 *   { rows: 1, fields: { region: north } },
 *   { rows: 1, fields: { region: south } },
 * ]);
 * const { region } = joined.fields;
 * region?.kind === "category" && [...region.data].map((code) => region.dictionary[code]);
 * // => ["Lappi", "Uusimaa"]
 * ```
 *
 * @category Facts
 */
export function joinColumns(parts: readonly AccountColumns[]): AccountColumns {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const currencies = new Set(parts.flatMap(({ currency }) => currency ?? []));
  const [currency, other] = currencies;
  if (other !== undefined) {
    const at = { code: "other-currency", path: "parts", received: [...currencies] };
    throw new HoitoError("the parts are in one currency", at);
  }
  const names = new Set(parts.flatMap(({ fields }) => Object.keys(fields)));
  const fields = [...names].map((name) => [name, joinField(name, parts, rows)] as const);
  return {
    rows,
    ...(currency === undefined ? {} : { currency }),
    fields: Object.fromEntries(fields),
  };
}

function joinField(name: string, parts: readonly AccountColumns[], rows: number): FactColumn {
  const columns = parts.map(({ fields }) =>
    Object.hasOwn(fields, name) ? fields[name] : undefined,
  );
  const first = columns.find((each) => each !== undefined)!;
  const alien = columns.find((each) => each !== undefined && each.kind !== first.kind);
  if (alien !== undefined) {
    const at = { code: "wrong-field-kind", path: `fields.${name}`, received: alien.kind };
    throw new HoitoError(
      `\`${name}\` is a ${first.kind} in one part and no such thing in another`,
      at,
    );
  }
  const valid = new Uint8Array(Math.ceil(rows / 8));
  const none = new Uint8Array(Math.ceil(rows / 8));
  const dictionary: Word[] = [];
  const data = "dictionary" in first ? new Int32Array(rows) : blank(first, columns, rows);
  const codes = new Map<string, number>();
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const column = columns[index];
    if (column !== undefined) {
      if ("dictionary" in column) recode(column, codes, dictionary, data, from);
      else data.set(column.data.subarray(0, part.rows), from);
      copyGaps(column, part.rows, from, valid, none);
    }
    from += part.rows;
  }
  const gaps = { valid, none };
  return ("dictionary" in first
    ? { kind: first.kind, data, dictionary, ...gaps }
    : { kind: first.kind, data, ...gaps }) as unknown as FactColumn;
}

/** Whole numbers of one part may be fractions in another. */
function blank(
  first: FactColumn,
  columns: readonly (FactColumn | undefined)[],
  rows: number,
): Float64Array | Int32Array | Uint8Array {
  if (first.kind === "boolean") return new Uint8Array(rows);
  const isWhole = columns.every((each) => !(each?.data instanceof Float64Array));
  return isWhole ? new Int32Array(rows) : new Float64Array(rows);
}

function recode(
  column: Coded,
  codes: Map<string, number>,
  dictionary: Word[],
  data: { [at: number]: number },
  from: number,
): void {
  const recoded = Int32Array.from(column.dictionary as readonly Word[], (word) => {
    const key = JSON.stringify(word);
    const known = codes.get(key);
    if (known !== undefined) return known;
    codes.set(key, dictionary.length);
    return dictionary.push(word) - 1;
  });
  // A code beyond the dictionary, which may stand where there is no value, stays beyond it.
  for (const [at, code] of column.data.entries()) data[from + at] = recoded[code] ?? -1;
}

function copyGaps(
  { valid, none }: FactColumn,
  rows: number,
  from: number,
  intoValid: Uint8Array,
  intoNone: Uint8Array,
): void {
  for (let row = 0; row < rows; row++) {
    const to = from + row;
    const bit = 1 << (to & 7);
    if (valid === undefined || ((valid[row >> 3]! >> (row & 7)) & 1) === 1)
      intoValid[to >> 3]! |= bit;
    if (none !== undefined && ((none[row >> 3]! >> (row & 7)) & 1) === 1) intoNone[to >> 3]! |= bit;
  }
}
