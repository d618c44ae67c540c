import { describe, expect, it } from "vitest";
import { type AccountColumns, joinColumns, sliceColumns } from "../../src/facts/index.js";
import { HoitoError } from "../../src/shapes/index.js";

const bits = (...rows: readonly number[]) => {
  const bytes = new Uint8Array(2);
  for (const row of rows) bytes[row >> 3]! |= 1 << (row & 7);
  return bytes;
};
/** Ten accounts; of the third nothing is known, and the fifth is known to have none. */
const ten: AccountColumns = {
  rows: 10,
  currency: "EUR",
  fields: {
    n: {
      kind: "number",
      data: Float64Array.from({ length: 10 }, (_, row) => row),
      valid: bits(0, 1, 3, 5, 6, 7, 8, 9),
      none: bits(4),
    },
    flag: { kind: "boolean", data: Uint8Array.from({ length: 10 }, (_, row) => row & 1) },
    tags: {
      kind: "set",
      data: Uint8Array.from({ length: 10 }, (_, row) => row & 1),
      dictionary: [["a"], ["a", "b"]],
    },
  },
};
const isSet = (bytes: Uint8Array | undefined, row: number) =>
  bytes === undefined || ((bytes[row >> 3]! >> (row & 7)) & 1) === 1;

/** What a column says of each account. */
function told({ rows, fields }: AccountColumns, name: string): readonly unknown[] {
  const column = fields[name]!;
  return Array.from({ length: rows }, (_, row) => {
    if (!isSet(column.valid, row)) return isSet(column.none ?? new Uint8Array(2), row) ? null : "?";
    const value = column.data[row]!;
    return "dictionary" in column ? column.dictionary[value] : value;
  });
}

describe("sliceColumns", () => {
  it("gives views of the accounts between two positions, bits that begin within a byte too", () => {
    const part = sliceColumns(ten, { fromRow: 2, untilRow: 9 });
    expect(part.rows).toBe(7);
    expect(part.currency).toBe("EUR");
    expect(told(part, "n")).toEqual(["?", 3, null, 5, 6, 7, 8]);
    expect(told(part, "tags")).toEqual(told(ten, "tags").slice(2, 9));
    expect(part.fields["n"]!.data.buffer).toBe(ten.fields["n"]!.data.buffer);
    const last = sliceColumns(ten, { fromRow: 8, untilRow: 10 });
    expect(told(last, "n")).toEqual([8, 9]);
    expect(sliceColumns(ten, { fromRow: 3, untilRow: 3 }).rows).toBe(0);
  });

  it.each([
    [-1, 3],
    [0, 11],
    [4, 3],
    [0.5, 3],
    [0, 2.5],
  ])("refuses the span %d … %d", (fromRow, untilRow) => {
    expect(() => sliceColumns(ten, { fromRow, untilRow })).toThrow(HoitoError);
  });
});

describe("joinColumns", () => {
  it("puts what was sliced together again", () => {
    const parts = [0, 3, 10].map((untilRow, at, all) => {
      return sliceColumns(ten, { fromRow: all[at - 1] ?? 0, untilRow });
    });
    const joined = joinColumns(parts);
    expect(joined.rows).toBe(10);
    for (const name of ["n", "flag", "tags"]) expect(told(joined, name)).toEqual(told(ten, name));
  });

  it("knows nothing of accounts of a part without the column, and of none nothing at all", () => {
    const more: AccountColumns = {
      rows: 2,
      fields: { n: { kind: "number", data: Int32Array.of(7, 8) } },
    };
    const joined = joinColumns([more, ten]);
    expect(told(joined, "n").slice(0, 4)).toEqual([7, 8, 0, 1]);
    expect(told(joined, "flag").slice(0, 4)).toEqual(["?", "?", 0, 1]);
    expect(joinColumns([more, more]).fields["n"]!.data).toEqual(Int32Array.of(7, 8, 7, 8));
    expect(joinColumns([])).toEqual({ rows: 0, fields: {} });
  });

  it("gives words the codes in which they come first, and keeps codes beyond the dictionary beyond it", () => {
    const part = (word: string, code: number): AccountColumns => ({
      rows: 1,
      fields: { word: { kind: "category", data: Uint8Array.of(code), dictionary: [word] } },
    });
    const { word } = joinColumns([part("b", 0), part("a", 0), part("b", 0), part("a", 9)]).fields;
    expect(word).toMatchObject({ data: Int32Array.of(0, 1, 0, -1), dictionary: ["b", "a"] });
  });

  it("refuses parts in two currencies, and a field of two kinds", () => {
    expect(() => joinColumns([ten, { rows: 0, currency: "SEK", fields: {} }])).toThrow(
      expect.objectContaining({ code: "other-currency" }),
    );
    const alien = { kind: "boolean", data: new Uint8Array(1) } as const;
    expect(() => joinColumns([ten, { rows: 1, fields: { n: alien } }])).toThrow(
      expect.objectContaining({ code: "wrong-field-kind", path: "fields.n" }),
    );
  });
});
