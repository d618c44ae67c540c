import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerBase, money, recordKinds } from "../../src/facts/index.js";
import {
  checkBounds,
  type ListKind,
  parseCustomerBase,
  parseRows,
  recordSchemas,
} from "../../src/schemas/index.js";
import { fullSamples, leastSamples } from "../facts/full-samples.js";

const kinds = Object.keys(recordSchemas) as ListKind[];

/** A sample with some of the properties that it may leave out. */
function sampleOf(kind: ListKind): fc.Arbitrary<object> {
  return fc
    .subarray(Object.entries(fullSamples[kind]))
    .map((some) => ({ ...leastSamples[kind], ...Object.fromEntries(some) }));
}

/** A sample in which one property was spoilt. */
function spoiltSampleOf(kind: ListKind): fc.Arbitrary<object> {
  const names = Object.keys(fullSamples[kind]);
  const wrong = fc.constantFrom<unknown>(null, [null], Number.NaN, undefined, new Map(), -0);
  return fc
    .tuple(fc.constantFrom(...names), wrong)
    .map(([name, value]) => ({ ...fullSamples[kind], [name]: value }));
}

const base = fc.record({
  coverage: fc.subarray([...recordKinds]).map((some) => {
    return Object.fromEntries(some.map((kind) => [kind, "complete"]));
  }),
  ...Object.fromEntries(kinds.map((kind) => [kind, fc.array(sampleOf(kind), { maxLength: 2 })])),
}) as unknown as fc.Arbitrary<CustomerBase>;

/** Anything: JSON, what JSON cannot hold, and names that have misled parsers before. */
const anything = fc.anything({
  key: fc.oneof(
    fc.string(),
    fc.constantFrom("__proto__", "constructor", "accounts", "orders", "coverage", "id", "value"),
  ),
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** The same, throwing at one of the first times that it is touched. */
const touchy = fc.tuple(anything, fc.nat(30)).map(([value, patience]): unknown => {
  return typeof value === "object" && value !== null ? throwingAfter(patience, value) : value;
});

function throwingAfter(patience: number, value: object): object {
  let left = patience;
  const touch = (): undefined => {
    left--;
    if (left < 0) throw new Error("enough");
  };
  return new Proxy(value, {
    get: (target, key) => touch() ?? Reflect.get(target, key),
    ownKeys: (target) => touch() ?? Reflect.ownKeys(target),
    getPrototypeOf: (target) => touch() ?? Reflect.getPrototypeOf(target),
  });
}

/** JSON with now and then something in it that JSON cannot hold. */
const { node: nearlyJson } = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, tie("leaf"), fc.array(tie("node"), { maxLength: 3 })),
  leaf: fc.oneof(
    { arbitrary: fc.jsonValue({ maxDepth: 1 }), weight: 4 },
    fc.constantFrom<unknown>(-0, Number.NaN, undefined, 1n, Symbol("x"), new Date(0)),
  ),
}));

describe("schemas", () => {
  it("schemas-1: a base that was written as JSON and parsed again is the same base", () => {
    fc.assert(
      fc.property(base, (given) => {
        const read = parseCustomerBase(JSON.parse(JSON.stringify(given)));
        expect(read).toEqual({ base: given, rejected: [], findings: [] });
      }),
      { numRuns: 30 },
    );
  });

  it("schemas-2: good and rejected records together are all records, each where it was", () => {
    const list = fc
      .constantFrom(...kinds)
      .chain((kind) =>
        fc.tuple(
          fc.constant(kind),
          fc.array(fc.oneof(sampleOf(kind), spoiltSampleOf(kind), anything)),
        ),
      );
    fc.assert(
      fc.property(list, ([kind, given]) => {
        const read = parseCustomerBase({ accounts: [], coverage: {}, [kind]: given });
        const bad = new Map(read.rejected.map(({ row, input }) => [row, input]));
        expect(bad.size).toBe(read.rejected.length);
        for (const [row, input] of bad) expect(input).toBe(given[row]);
        expect(read.base[kind]).toHaveLength(given.length - bad.size);
        expect(read.base[kind]).toEqual(given.filter((_, row) => !bad.has(row)));
      }),
    );
  });

  it("schemas-3: a record is rejected when an error was found in it, and only then", () => {
    const list = fc
      .constantFrom(...kinds)
      .chain((kind) =>
        fc.tuple(fc.constant(kind), fc.array(fc.oneof(sampleOf(kind), spoiltSampleOf(kind)))),
      );
    fc.assert(
      fc.property(list, ([kind, given]) => {
        const read = parseCustomerBase({ accounts: [], coverage: {}, [kind]: given });
        const errors = read.findings.filter(({ severity }) => severity === "error");
        expect(new Set(errors.map(({ row }) => row))).toEqual(
          new Set(read.rejected.map(({ row }) => row)),
        );
        for (const { path, row } of errors) expect(path.startsWith(`${kind}[${row}]`)).toBe(true);
      }),
    );
  });

  it("schemas-4: whatever comes in, reading it gives an answer and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(anything, touchy), (input) => {
        for (const { code } of parseCustomerBase(input).findings) expect(code).toMatch(/^[a-z-]+$/);
        const asParts = Object.fromEntries(kinds.map((kind) => [kind, [input]]));
        parseCustomerBase({ ...asParts, coverage: input, exchangeRates: input });
        for (const kind of kinds) parseRows(kind, [input], { currency: "EUR" });
      }),
    );
  });

  it("schemas-5: what is within bounds is what JSON writes and reads unchanged", () => {
    const bounds = { depth: 100, nodes: 100_000, textLength: 100_000 };
    fc.assert(
      fc.property(fc.oneof(anything, nearlyJson), (input) => {
        if (checkBounds(input, bounds).length > 0) return;
        expect(JSON.parse(JSON.stringify(input))).toEqual(input);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const read = JSON.parse(JSON.stringify(input, (_, value) => (value === 0 ? 0 : value)));
        const codes = checkBounds(read, bounds).map(({ code }) => code);
        expect(codes.filter((code) => code !== "reserved-name")).toEqual([]);
      }),
    );
  });

  it("schemas-6: an order reads the same from a row of text as from JSON", () => {
    const order = fc.record({
      id: fc.stringMatching(/^[A-Z0-9]{1,8}$/),
      accountId: fc.stringMatching(/^[A-Z0-9]{1,8}$/),
      orderedOn: fc.constantFrom("2017-12-31", "2018-01-01", "2020-02-29"),
      amount: fc.integer({ min: -1e12, max: 1e12 }).map((minor) => (minor / 100).toFixed(2)),
      quantity: fc.integer({ min: -1e6, max: 1e6 }).map((each) => each / 8 + 0),
    });
    fc.assert(
      fc.property(order, ({ amount, quantity, ...rest }) => {
        const value = { amount, currency: "EUR" };
        const json = parseCustomerBase({
          accounts: [],
          coverage: {},
          orders: [{ ...rest, value, quantity }],
        });
        const row = { ...rest, value: `${amount} EUR`, quantity: String(quantity) };
        const rows = parseRows("orders", [row]);
        expect(rows.findings).toEqual(json.findings);
        expect(rows.records).toEqual(json.base.orders);
        expect(rows.records[0]?.value).toEqual(money(amount, "EUR"));
      }),
    );
  });
});
