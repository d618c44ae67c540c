import { describe, expect, it } from "vitest";
import {
  type CarePolicy,
  checkColumns,
  classifyColumns,
  classifyRows,
  columnsOfAccounts,
  columnsOfBase,
  compilePolicy,
  explainColumns,
  fitColumns,
  scoreColumns,
} from "../../src/policy/index.js";
import { readAccounts } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";

const policy: CarePolicy = {
  id: "demo",
  version: "1",
  currency: "EUR",
  fields: { machines: "number", tags: "set" },
  measures: { orders: { count: "orders", over: "always" } },
  cuts: { half: { of: "orders", quantile: 0.5, type: 7 } },
  segments: {
    size: {
      method: "rules",
      labels: { big: {}, small: {} },
      hitPolicy: "first",
      rules: [{ segment: "big", when: { field: "headcount", atLeast: 100 } }],
      otherwise: "small",
    },
    share: {
      method: "abc",
      labels: { A: {}, B: {} },
      of: "machines",
      by: "cumulativeShare",
      classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B" }],
      boundary: "include",
      zero: "B",
      negative: "B",
      missing: "undecided",
    },
  },
  care: {
    segmentedBy: "size",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { big: "light", small: "light" },
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));
const asOf = { asOf: "2018-01-01" } as const;
const data = Float64Array.of(1, 200);
const found = (columns: unknown) =>
  checkColumns(columns as never, compiled).map(({ code, path, suggestion }) => {
    return [code, path, ...(suggestion === undefined ? [] : [suggestion])].join(" ");
  });
const headcount = (column: unknown) => found({ rows: 2, fields: { headcount: column } });
const fault = (code: string, path: string, message = "") =>
  expect.objectContaining({
    name: "HoitoError",
    code,
    path,
    message: expect.stringContaining(message),
  });

describe("columns as only JavaScript can hand them over", () => {
  it("data is a typed array of its kind", () => {
    for (const wrong of [
      [1, 200],
      BigInt64Array.of(1n, 200n),
      Float32Array.of(1, 2),
      "ab",
      undefined,
    ]) {
      expect(headcount({ kind: "number", data: wrong })).toEqual([
        "wrong-type fields.headcount.data",
      ]);
    }
    const dictionary = ["a"];
    const tags = (column: object) => found({ rows: 2, fields: { tags: column } });
    expect(tags({ kind: "set", data: Float64Array.of(0, 0), dictionary })).toEqual([
      "wrong-type fields.tags.data",
    ]);
    expect(tags({ kind: "set", data: Uint8Array.of(0, 0) })).toEqual([
      "wrong-type fields.tags.dictionary",
    ]);
    expect(headcount({ kind: "number", data })).toEqual([]);
    expect(headcount({ kind: "number", data: Int32Array.of(1, 200) })).toEqual([]);
  });

  it("a mask is bits, and one that is misspelt is told", () => {
    const bits = Uint8Array.of(0);
    expect(headcount({ kind: "number", data, valid: [1, 0] })).toEqual([
      "wrong-type fields.headcount.valid",
    ]);
    expect(headcount({ kind: "number", data, none: 3 })).toEqual([
      "wrong-type fields.headcount.none",
    ]);
    expect(headcount({ kind: "number", data, vaild: bits })).toEqual([
      "unknown-property fields.headcount.vaild valid",
    ]);
    expect(headcount({ kind: "number", data, valid: bits, comment: "by hand" })).toEqual([]);
    const columns = { rows: 2, fields: { headcount: { kind: "number", data, vaild: bits } } };
    expect(() => classifyColumns(columns as never, compiled, asOf)).toThrow(
      fault("unknown-property", "columns.fields.headcount.vaild"),
    );
  });

  it("what is no column is told by its name", () => {
    for (const wrong of [data, undefined, null, { data }, { kind: "numbers", data }]) {
      expect(headcount(wrong)).toEqual(["wrong-type fields.headcount"]);
    }
    expect(headcount({ kind: "date", data: Int32Array.of(1) })).toEqual([
      "wrong-field-kind fields.headcount",
      "not-aligned fields.headcount.data",
    ]);
  });

  it("columns say how many accounts they have, and a field of the host's by its name alone", () => {
    for (const rows of [undefined, "2", -1, 1.5]) {
      expect(found({ rows, fields: { headcount: { kind: "number", data } } })).toEqual([
        "not-whole rows",
      ]);
    }
    const fields = { "own.machines": { kind: "number", data } };
    expect(found({ rows: 2, fields })).toEqual(["unknown-field fields.own.machines machines"]);
    for (const ask of [
      (wrong: never) => classifyColumns(wrong, compiled, asOf),
      (wrong: never) => explainColumns(wrong, 0, compiled, asOf),
    ]) {
      expect(() => ask(undefined as never)).toThrow(fault("wrong-type", "columns.fields"));
      expect(() => ask({ fields: {} } as never)).toThrow(fault("not-whole", "columns.rows"));
    }
  });

  it("accounts with their findings, or a base, are no list of accounts", () => {
    const list = [{ id: "A", headcount: 200 }];
    const read = readAccounts(list);
    const message = "hand over their `.records`";
    expect(() => columnsOfAccounts(read as never, compiled)).toThrow(
      fault("not-a-list", "accounts", message),
    );
    expect(() => columnsOfAccounts({ accounts: list, coverage: {} } as never, compiled)).toThrow(
      fault("not-a-list", "accounts", "`columnsOfBase(base, …)`"),
    );
    expect(() => columnsOfAccounts(undefined as never, compiled)).toThrow(
      fault("not-a-list", "accounts", "as `.records`"),
    );
    expect(columnsOfAccounts(read.records, compiled).rows).toBe(1);
    expect(() => columnsOfBase({ accounts: read, coverage: {} } as never, compiled, asOf)).toThrow(
      fault("not-a-base", "base.accounts", message),
    );
    expect(() => classifyRows(read as never, compiled, { ...asOf, fields: [], read() {} })).toThrow(
      fault("not-a-list", "rows"),
    );
  });

  it("an option one slip away is refused", () => {
    const columns = { rows: 0, fields: {} };
    const base = { accounts: [], coverage: {} };
    const asking: readonly (readonly [string, string, (context: never) => unknown])[] = [
      ["classifer", "context", (context) => classifyColumns(columns, compiled, context)],
      ["blockRow", "context", (context) => explainColumns(columns, 0, compiled, context)],
      ["scores", "context", (context) => scoreColumns(columns, compiled, context)],
      ["readown", "context", (context) => columnsOfBase(base, compiled, context)],
      ["field", "context", (context) => classifyRows([], compiled, context)],
      ["exchangeRate", "reading", (reading) => columnsOfAccounts([], compiled, reading)],
    ];
    for (const [written, path, ask] of asking) {
      expect(() => ask({ ...asOf, [written]: 1 } as never)).toThrow(
        fault("unknown-option", `${path}.${written}`),
      );
    }
    expect(() => fitColumns(columns, compiled, { asof: "2018-01-01" } as never)).toThrow(
      fault("unknown-option", "context.asof"),
    );
  });
});

describe("a fit of columns that could not be made", () => {
  it("names what nobody has", () => {
    const { fit } = fitColumns({ rows: 2, fields: {} }, compiled, asOf);
    expect(fit!.findings?.map(({ code, path, message }) => [code, path, message])).toEqual([
      ["not-fitted", "cuts.half", "no account has a known `orders`"],
      ["not-fitted", "segments.share", "no account has a known `machines`"],
    ]);
    const fields = {
      orders: { kind: "number", data },
      machines: { kind: "number", data },
    } as const;
    const whole = fitColumns({ rows: 2, fields }, compiled, asOf);
    expect(whole.fit).not.toHaveProperty("findings");
  });
});
