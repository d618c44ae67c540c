import { parseCases, parseCustomerBase, parseRows, readAccounts } from "hoito/schemas";
import { describe, expect, it } from "vitest";

describe("an option of a reader that is one slip away from one that was not given", () => {
  it.each([
    ["colums", () => parseRows("orders", [], { colums: {} } as never)],
    ["curency", () => parseRows("orders", [], { curency: "EUR" } as never)],
    ["ownn", () => readAccounts([], { ownn: {} } as never)],
    ["onw", () => parseCustomerBase({}, { onw: {} } as never)],
    ["Own", () => parseCases([], { Own: {} } as never)],
  ])("`%s` is refused", (written, read) => {
    expect(read).toThrow(
      expect.objectContaining({
        name: "HoitoError",
        code: "unknown-option",
        path: `options.${written}`,
      }),
    );
  });

  it("other properties may stand beside it", () => {
    const shared = { own: {}, separator: ";" } as never;
    expect(readAccounts([], shared).findings).toEqual([]);
    expect(parseRows("orders", [], shared).findings).toEqual([]);
  });
});
