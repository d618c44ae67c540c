import { describe, expect, it } from "vitest";
import {
  type AccountColumns,
  accountFact,
  accountFields,
  type CustomerBase,
  type FactColumn,
  type FieldKind,
  type StateFacts,
} from "../../src/facts/index.js";
import {
  checkColumns,
  classifyAccounts,
  classifyColumns,
  classifyRows,
  columnsOfAccounts,
  columnsOfBase,
  compilePolicy,
  explainColumns,
  fitColumns,
  fitPolicy,
  scoreColumns,
} from "../../src/policy/index.js";
import { type FactWriter, toCell } from "../../src/rules/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { fullSamples } from "../facts/full-samples.js";
import { policyOf } from "../segments/ask-classifiers.js";
import { samplePolicy } from "./sample-policy.js";
import { wideFields, widePolicy, wordsOf } from "./some-columns.js";

const asOf = "2018-03-28";
const rulesOf = (rules: readonly object[], more: object = {}) => ({
  method: "rules",
  labels: { key: {}, growing: {}, standard: {} },
  hitPolicy: "first",
  otherwise: "standard",
  rules: [...rules, { segment: "growing", when: { field: "m", atLeast: 1e9 } }],
  ...more,
});
const keyWhen = (when: object) => widePolicy(rulesOf([{ segment: "key", when }]));
const onlyKeyWhen = (when: object) => {
  return widePolicy(rulesOf([], { rules: [{ segment: "key", when }] }));
};
const one = (name: string, column: FactColumn): AccountColumns => ({
  rows: column.data.length,
  currency: "EUR",
  fields: { [name]: column },
});
const asked = (field: string, atLeast: number) => ({ field, atLeast });
const numbers = (...data: readonly number[]): FactColumn => {
  return { kind: "number", data: Float64Array.from(data) };
};

/** Leads become customers with their first order. */
const lifecycle = {
  life: {
    method: "lifecycle",
    labels: { lead: { decidedBy: "sales" }, customer: {} },
    start: "lead",
    startsRelationship: ["customer"],
    events: { order: { of: "orders" } },
    transitions: [{ from: "lead", to: "customer", when: { event: "order" } }],
  },
};

describe("checkColumns", () => {
  const compiled = keyWhen({ field: "n", atLeast: 1 });
  it("finds all that is wrong, with the nearest name", () => {
    const bad: AccountColumns = {
      rows: 9,
      currency: "SEK",
      fields: {
        hedcount: numbers(1),
        word: numbers(1, 2, 3, 4, 5, 6, 7, 8, 9),
        level: numbers(1, 2, 3, 4, 5, 6, 7, 8, 9),
        n: { ...numbers(1), valid: new Uint8Array(1), none: new Uint8Array(2) } as FactColumn,
        price: { kind: "money", data: new Float64Array(9) },
      },
    };
    const found = checkColumns(bad, compiled);
    expect(found.map(({ code, path, suggestion }) => [code, path, suggestion ?? ""])).toEqual([
      ["unknown-field", "fields.hedcount", "headcount"],
      ["wrong-field-kind", "fields.word", ""],
      ["wrong-field-kind", "fields.level", ""],
      ["not-aligned", "fields.n.data", ""],
      ["not-aligned", "fields.n.valid", ""],
      ["other-currency", "currency", ""],
    ]);
    expect(checkColumns(one("n", numbers(1)), compiled)).toEqual([]);
  });

  it("makes asking throw", () => {
    const bad = one("hedcount", numbers(1));
    const refused = expect.objectContaining({
      code: "unknown-field",
      path: "columns.fields.hedcount",
    });
    expect(() => classifyColumns(bad, compiled, { asOf })).toThrow(refused);
    expect(() => explainColumns(bad, 0, compiled, { asOf })).toThrow(refused);
    expect(() => fitColumns(bad, compiled, { asOf })).toThrow(refused);
  });
});

describe("classifyColumns", () => {
  it("takes what is no value of its kind as unknown", () => {
    const when = {
      any: [
        { field: "n", atLeast: 5 },
        { field: "day", onOrAfter: "2018-01-01" },
      ],
    };
    const compiled = keyWhen({
      any: [when, { field: "price", atLeast: { amount: "5", currency: "EUR" } }],
    });
    const columns: AccountColumns = {
      rows: 3,
      currency: "EUR",
      fields: {
        n: numbers(Number.NaN, Number.NEGATIVE_INFINITY, 1),
        m: { kind: "number", data: Int32Array.of(1, 1, 1) },
        price: { kind: "money", data: Float64Array.of(100, 100.5, 2 ** 53) },
        day: { kind: "date", data: Int32Array.of(0, 1, 10_000_000) },
      },
    };
    expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual(
      Array(3).fill("undecided"),
    );
    const known = { ...columns, fields: { ...columns.fields, n: numbers(5, 5, 5) } };
    expect(wordsOf(classifyColumns(known, compiled, { asOf }))).toEqual(Array(3).fill("key"));
    const money = { kind: "money", data: Float64Array.of(100, 200, 300) } as const;
    const day = { kind: "date", data: Int32Array.of(0, 1, 2) } as const;
    const low = {
      ...columns,
      fields: { ...columns.fields, n: numbers(1, 2, 3), price: money, day },
    };
    expect(wordsOf(classifyColumns(low, compiled, { asOf }))).toEqual(Array(3).fill("standard"));
  });

  it.each([
    [499, "standard"],
    [500, "key"],
    [500.5, "undecided"],
    [1e-200, "undecided"],
    [-0, "standard"],
    [2 ** 51 + 0.5, "undecided"],
    [2 ** 51 + 1, "key"],
    [2 ** 53 - 1, "key"],
    [1 - 2 ** 53, "standard"],
    [2 ** 53, "undecided"],
    [-(2 ** 53), "undecided"],
    [Number.POSITIVE_INFINITY, "undecided"],
    [Number.NaN, "undecided"],
  ])("takes %d minor units for %s where 500 are asked for", (minor, word) => {
    const compiled = keyWhen({ field: "price", atLeast: { amount: "5", currency: "EUR" } });
    const price = { kind: "money", data: Float64Array.of(minor) } as const;
    const columns: AccountColumns = { rows: 1, currency: "EUR", fields: { price, m: numbers(1) } };
    expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual([word]);
  });

  it("takes a word that is none of a category's as unknown, and a code beyond the dictionary as a fault", () => {
    const compiled = keyWhen({ field: "level", equals: "high" });
    const column = (data: Uint8Array, valid?: Uint8Array): AccountColumns => {
      const dictionary = ["high", "highest"];
      const head = { kind: "category", data, dictionary } as const;
      const m = { kind: "number", data: new Float64Array(data.length) } as const;
      const level: FactColumn = valid === undefined ? head : { ...head, valid };
      return { rows: data.length, fields: { level, m } };
    };
    const some = classifyColumns(column(Uint8Array.of(0, 1)), compiled, { asOf });
    expect(wordsOf(some)).toEqual(["key", "undecided"]);
    const beyond = expect.objectContaining({
      code: "not-aligned",
      path: "columns.fields.level.data[1]",
    });
    expect(() => classifyColumns(column(Uint8Array.of(0, 2)), compiled, { asOf })).toThrow(beyond);
    const { fields } = column(Uint8Array.of(0, 0));
    const level = { ...fields["level"], data: Int32Array.of(0, -1) } as FactColumn;
    const negative = { rows: 2, fields: { ...fields, level } };
    expect(() => classifyColumns(negative, compiled, { asOf })).toThrow(beyond);
    const gaps = column(Uint8Array.of(0, 2, 2), Uint8Array.of(0b011));
    expect(() => classifyColumns(gaps, compiled, { asOf })).toThrow(beyond);
    const unseen = column(Uint8Array.of(0, 7), Uint8Array.of(0b01));
    expect(wordsOf(classifyColumns(unseen, compiled, { asOf }))).toEqual(["key", "undecided"]);
  });

  it.each([0, -1, 1.5, 2 ** 20 + 1])("refuses blocks of %d rows", (blockRows) => {
    const compiled = keyWhen({ field: "n", atLeast: 1 });
    expect(() => classifyColumns(one("n", numbers(1)), compiled, { asOf, blockRows })).toThrow(
      expect.objectContaining({ code: "out-of-range" }),
    );
  });

  it("finds the interval among many bounds, below and above zero and beside it", () => {
    const bounds = [
      -7, -6, -5, -4, -1.5, -0.25, 0, 5e-324, 1e-310, 0.5, 1, 1.0000000000000002, 64, 65, 66, 1e6,
      1e300,
    ];
    const labels = Object.fromEntries(bounds.map((_, at) => [`b${at}`, {}]));
    const rules = bounds.toReversed().map((bound, at) => {
      return { segment: `b${bounds.length - 1 - at}`, when: { field: "n", atLeast: bound } };
    });
    const values = bounds.flatMap((bound) => [bound, bound - 1e-3, bound + 1e-3, bound * 1.001]);
    for (const list of [
      bounds,
      bounds.filter((each) => each <= 1e-310),
      bounds.filter((each) => each > 0),
    ]) {
      const compiled = widePolicy({
        ...{
          method: "rules",
          labels: { ...labels, none: {} },
          hitPolicy: "first",
          otherwise: "none",
        },
        rules: [
          ...rules.filter(({ when }) => list.includes(when.atLeast)),
          ...bounds.map((_, at) => ({ segment: `b${at}`, when: { field: "m", equals: at } })),
        ],
      });
      const columns = {
        rows: values.length,
        fields: { n: numbers(...values), m: numbers(...values.map(() => -1)) },
      };
      const expected = values.map((value) => {
        const reached = bounds.filter((bound) => list.includes(bound) && value >= bound);
        return reached.length === 0 ? "none" : `b${bounds.indexOf(reached.at(-1)!)}`;
      });
      expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual(expected);
    }
  });

  it("leaves an account with its first rule, though all that follow would take it too", () => {
    const fields = ["n", "m", "headcount"];
    const rules = Array.from({ length: 20 }, (_, place) => ({
      segment: place % 2 === 0 ? "key" : "growing",
      when: { all: fields.map((field) => ({ field, atLeast: 120 - place })) },
    }));
    const compiled = widePolicy(rulesOf(rules));
    const values = Array.from({ length: 64 }, (_, row) =>
      row === 5 ? 200 : row === 9 ? 119 : row,
    );
    const column = numbers(...values);
    const columns = { rows: 64, fields: { n: column, m: column, headcount: column } };
    const { data, dictionary } = classifyColumns(columns, compiled, { asOf });
    const labels = [...data].map((code) => dictionary[code]);
    const expected = values.map((_, row) =>
      row === 5 ? "key" : row === 9 ? "growing" : "standard",
    );
    expect(labels).toEqual(expected);
  });

  it.each(["unique", "collect"])(
    "sees under `%s` that a rule far down is met beside one that says what no rule does",
    (hitPolicy) => {
      // The first 32 rules are looked at together, and apart from those that follow.
      const never = Array.from({ length: 70 }, (_, at) => ({
        segment: "growing",
        when: { all: [asked("n", 1000 + at), asked("m", 1000 + at)] },
      }));
      const rules = [
        { segment: "standard", when: asked("n", 5) },
        ...never,
        { segment: "key", when: asked("m", 5) },
      ];
      const compiled = widePolicy(rulesOf(rules, { hitPolicy }));
      const columns = { rows: 4, fields: { n: numbers(5, 5, 1, 1), m: numbers(5, 1, 5, 1) } };
      const both = hitPolicy === "unique" ? "conflict" : "key+standard";
      expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual([
        both,
        ...["standard", "key", "standard"],
      ]);
    },
  );

  it("parts a dictionary of many words by what is asked of them", () => {
    const dictionary = Array.from({ length: 400 }, (_, each) => `w${each}`);
    const when = {
      any: [
        { field: "word", equals: "w7" },
        { field: "word", startsWith: "w39" },
      ],
    };
    const compiled = keyWhen(when);
    const data = Int32Array.from({ length: 401 }, (_, each) => each % 400);
    const valid = new Uint8Array(51).fill(255);
    valid[50] = 0;
    const columns: AccountColumns = {
      rows: 401,
      fields: { word: { kind: "category", data, dictionary, valid }, m: numbers(...data) },
    };
    const words = wordsOf(classifyColumns(columns, compiled, { asOf }));
    const keys = words.flatMap((word, row) => (word === "key" ? [row] : []));
    expect(keys).toEqual([7, 39, 390, 391, 392, 393, 394, 395, 396, 397, 398, 399]);
    expect(words[400]).toBe("undecided");
  });

  it.each([20, 60])(
    "gives each account the first of %d rules when every fact is known",
    (count) => {
      const rules = Array.from({ length: count }, (_, at) => ({
        segment: (["key", "growing", "standard"] as const)[at % 3]!,
        when: {
          all: [
            { field: "n", between: [at * 10, at * 10 + 40] },
            { field: "m", isOneOf: [at, at + 1, at + 2, at + 7] },
            { field: "word", equals: `w${at % 7}` },
            { field: "day", [at % 2 === 0 ? "before" : "after"]: "2018-03-01" },
            { field: "price", lessThan: { amount: `${at}.50`, currency: "EUR" } },
          ],
        },
      }));
      const compiled = widePolicy(rulesOf(rules));
      const accounts = Array.from({ length: 400 }, (_, id) => ({
        id,
        own: {
          ...{ n: (id * 37) % 640, m: (id * 11) % 70, word: `w${id % 9}` },
          ...{ day: id % 3 === 0 ? "2018-02-01" : "2018-04-01" },
          price: { minor: (id * 3) % 90, currency: "EUR" },
        },
      }));
      const near = accounts.map(({ id, own }) => {
        const at = id % count;
        return { id, own: { ...own, n: at * 10 + 5, m: at + 1, word: `w${at % 7}` } };
      });
      for (const some of [accounts, near]) {
        const base: CustomerBase = { accounts: some, coverage: {} };
        const expected = classifyAccounts(base, compiled, { asOf });
        const columns = columnsOfBase(base, compiled, { asOf });
        expect(classifyColumns(columns, compiled, { asOf })).toEqual(expected);
        const names = ["n", "m", "word", "day", "price"] as const;
        const found = classifyRows(some, compiled, {
          ...{ asOf, fields: names, blockRows: 3 },
          read({ own }, at, into) {
            for (const name of names) into[name].put(at, own[name]);
          },
        });
        expect(found).toEqual(expected);
      }
    },
  );

  it.each([
    { by: "minMax", better: "more", whenAllEqual: 0.75 },
    { by: "z", better: "less", deviation: "sample" },
  ])("scores a base in which all are equal, by $by", (normalise) => {
    const segments = {
      card: {
        ...{ method: "scorecard", labels: { up: {} }, weightsSumTo: 1, bands: [{ segment: "up" }] },
        ...{ missing: "undecided", criteria: [{ of: "n", weight: 1, normalise }] },
      },
    };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields: { n: "number" } })));
    const columns = { rows: 2, fields: { n: numbers(4, 4) } };
    const fitted = fitColumns(columns, compiled, { asOf });
    const context = { asOf, classifier: "card" } as const;
    const expected = normalise.whenAllEqual ?? 0;
    expect([...scoreColumns(columns, fitted, context).data]).toEqual([expected, expected]);
    expect(wordsOf(classifyColumns(columns, fitted, context))).toEqual(["up", "up"]);
  });

  it("knows no more than one account does of a bound that has no fit yet", () => {
    const list = Array.from({ length: 70 }, (_, each) => each);
    const rules = [
      { segment: "key", when: { field: "n", isOneOf: list } },
      { segment: "key", when: { field: "m", isOneOf: list } },
      { segment: "growing", when: { field: "score", atLeast: { cut: "top" } } },
      { segment: "growing", when: { field: "n", moreThan: Number.MAX_VALUE } },
    ];
    const chapters = {
      fields: { n: "number", m: "number" },
      measures: { score: { supplied: "number" } },
      cuts: { top: { of: "score", quantile: 0.5, type: 7 } },
    };
    const labels = { key: {}, growing: {}, standard: {} };
    const group = { ...rulesOf([]), labels, rules };
    const compiled = orThrow(compilePolicy(policyOf({ group }, chapters)));
    const columns = {
      rows: 3,
      fields: { n: numbers(1, 500, 500), m: numbers(0.5, 2, 500), score: numbers(1, 1, 1) },
    };
    const found = classifyColumns(columns, compiled, { asOf });
    expect(wordsOf(found)).toEqual(["key", "key", "undecided"]);
    const fitted = fitColumns(columns, compiled, { asOf });
    expect(wordsOf(classifyColumns(columns, fitted, { asOf }))).toEqual(["key", "key", "growing"]);
  });

  it("puts a value that the base did not have between those it had", () => {
    const normalise = { by: "rank", better: "more", ties: "lowest", whenAllEqual: 1 };
    const segments = {
      card: {
        ...{ method: "scorecard", labels: { up: {} }, weightsSumTo: 1, bands: [{ segment: "up" }] },
        ...{ missing: "undecided", criteria: [{ of: "n", weight: 1, normalise }] },
      },
    };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields: { n: "number" } })));
    const fitted = fitColumns({ rows: 3, fields: { n: numbers(1, 2, 3) } }, compiled, { asOf });
    const other = { rows: 4, fields: { n: numbers(0, 2, 2.5, 9) } };
    const context = { asOf, classifier: "card" } as const;
    expect([...scoreColumns(other, fitted, context).data]).toEqual([0, 0.5, 1, 1]);
  });

  it.each([
    [{ by: "rank", better: "more", ties: "lowest", whenAllEqual: 0.25 }, 0.25],
    [{ by: "minMax", better: "less", whenAllEqual: 0.75 }, 0.75],
    [{ by: "z", better: "more", deviation: "population" }, 0],
  ])("scores a base that is all equal by what %j says of it", (normalise, score) => {
    const segments = {
      card: {
        ...{ method: "scorecard", labels: { up: {} }, weightsSumTo: 1, bands: [{ segment: "up" }] },
        ...{ missing: "undecided", criteria: [{ of: "n", weight: 1, normalise }] },
      },
    };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields: { n: "number" } })));
    const columns = { rows: 3, fields: { n: numbers(7, 7, 7) } };
    const fitted = fitColumns(columns, compiled, { asOf });
    const context = { asOf, classifier: "card" } as const;
    expect([...scoreColumns(columns, fitted, context).data]).toEqual([score, score, score]);
  });

  it("parts a dictionary of many words before it lays out sets of bits", () => {
    const dictionary = Array.from({ length: 400 }, (_, each) => `w${each}`);
    const rules = Array.from({ length: 60 }, (_, at) => ({
      segment: at % 2 === 0 ? "key" : "growing",
      when: {
        all: [
          { field: "word", equals: `w${at * 6}` },
          { field: "n", between: [at, at + 100] },
          { field: "m", lessThan: 900 - at },
        ],
      },
    }));
    const compiled = widePolicy(rulesOf(rules));
    const data = Int32Array.from({ length: 400 }, (_, row) => row);
    const n = numbers(...data.map((row) => Math.floor(row / 6)));
    const word = { kind: "category", data, dictionary } as const;
    const words = wordsOf(
      classifyColumns({ rows: 400, fields: { word, n, m: n } }, compiled, { asOf }),
    );
    const expected = [...data].map((row) => {
      if (row % 6 !== 0 || row >= 360) return "standard";
      return row % 12 === 0 ? "key" : "growing";
    });
    expect(words).toEqual(expected);
  });

  it("asks row by row where there are more rules and bounds than a table or bits may hold", () => {
    const rules = Array.from({ length: 1500 }, (_, at) => ({
      segment: "key",
      when: {
        all: [
          { field: "n", equals: at * 2 },
          { field: "m", equals: at * 2 },
        ],
      },
    }));
    const compiled = widePolicy(rulesOf(rules));
    const columns = { rows: 3, fields: { n: numbers(2998, 2997, 4), m: numbers(2998, 2997, 5) } };
    expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual([
      "key",
      "standard",
      "standard",
    ]);
  });

  it("asks row by row where scores are cut in more ways than a table may hold", () => {
    const segments = {
      rfm: {
        ...{
          method: "rfm",
          labels: { best: {}, rest: {} },
          recency: "n",
          frequency: "m",
          monetary: "k",
        },
        ...{ bins: 9, scoring: { by: "nested", type: 7, boundary: "upper" }, hitPolicy: "unique" },
        segments: [{ segment: "best", recency: [7, 9], frequency: [5, 9] }],
        ...{ otherwise: "rest", neverBought: "rest", missing: "undecided" },
      },
    };
    const compiled = orThrow(
      compilePolicy(policyOf(segments, { fields: { n: "number", m: "number", k: "number" } })),
    );
    const at = (row: number, step: number) => (row * step) % 1009;
    const accounts = Array.from({ length: 900 }, (_, id) => ({
      id,
      own:
        id % 50 === 0
          ? { n: 1 }
          : { n: at(id, 7), m: at(id, 11) + id / 1000, k: at(id, 13) + id / 500 },
    }));
    const base: CustomerBase = { accounts, coverage: {} };
    const fitted = fitPolicy(base, compiled, { asOf });
    const columns = columnsOfBase(base, fitted, { asOf });
    expect(fitColumns(columns, compiled, { asOf }).fit).toEqual(fitted.fit);
    expect(classifyColumns(columns, fitted, { asOf })).toEqual(
      classifyAccounts(base, fitted, { asOf }),
    );
    const scores = scoreColumns(columns, fitted, { asOf, classifier: "rfm", score: "monetary" });
    expect(scores.valid[0]! & 1).toBe(0);
    expect(scores.data[7]).toBeGreaterThan(0);
  });

  it("asks row by row where axes have more words than a table may hold", () => {
    const many = Array.from({ length: 1100 }, (_, each) => `w${each}`);
    const few = { size: { method: "bands", of: "n", labels: { large: {}, small: {} } } };
    const bands = [{ segment: "large", atLeast: 5 }, { segment: "small" }];
    const cells = { a: { a: "good", b: "fair" }, b: { a: "fair", b: "fair" } };
    const values = ["a", "b"];
    const segments = {
      size: { ...few.size, bands, missing: "undecided" },
      place: {
        ...{ method: "matrix", labels: { good: {}, fair: {} } },
        axes: [
          { field: "size", values: ["large", "small"] },
          { field: "x", values },
          { field: "y", values },
        ],
        cells: { large: cells, small: { a: cells.b, b: cells.b } },
      },
    };
    const fields = { n: "number", x: values, y: values };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields })));
    const words = (codes: readonly number[]): FactColumn => {
      return { kind: "category", data: Int32Array.from(codes), dictionary: ["a", "b", ...many] };
    };
    const columns: AccountColumns = {
      rows: 5,
      fields: {
        n: numbers(5, 5, Number.NaN, Number.NaN, 1),
        x: words([0, 0, 0, 1, 9]),
        y: words([0, 1, 0, 0, 1]),
      },
    };
    const expected = ["good", "fair", "undecided", "fair", "fair"];
    expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual(expected);
    expect(wordsOf(classifyColumns({ rows: 1, fields: {} }, compiled, { asOf }))).toEqual([
      "undecided",
    ]);
  });

  it("has no score of what is known to be none, and none of a broken number", () => {
    const thresholds = { by: "thresholds", boundary: "lower" };
    const segments = {
      rfm: {
        ...{ method: "rfm", labels: { best: {}, rest: {} }, recency: "n", frequency: "m" },
        ...{ monetary: "m", bins: 2, hitPolicy: "unique", otherwise: "rest", missing: "undecided" },
        scoring: { ...thresholds, recency: [3], frequency: [3], monetary: [3] },
        ...{ segments: [{ segment: "best", recency: [2, 2] }], neverBought: "excluded" },
      },
      by: {
        ...{ method: "bands", of: "rfm.recency", labels: { two: {}, one: {} }, missing: "one" },
        bands: [{ segment: "two", atLeast: 2 }, { segment: "one" }],
      },
    };
    const fields = { n: "number", m: "number" };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields })));
    const n: FactColumn = {
      kind: "number",
      data: Float64Array.of(1, 1, Number.NaN, 9),
      valid: Uint8Array.of(0b1101),
      none: Uint8Array.of(0b0010),
    };
    const columns: AccountColumns = { rows: 4, fields: { n, m: numbers(1, 1, 1, 1) } };
    const labels = (classifier: string) =>
      wordsOf(classifyColumns(columns, compiled, { asOf, classifier }));
    expect(labels("rfm")).toEqual(["best", "excluded", "undecided", "rest"]);
    expect(labels("by")).toEqual(["two", "one", "one", "one"]);
    const scores = scoreColumns(columns, compiled, { asOf, classifier: "rfm", score: "recency" });
    expect([...scores.data]).toEqual([2, 0, 0, 1]);
    expect([...scores.valid]).toEqual([0b1001]);
  });

  it("leaves an account undecided among all states while nobody found out those of its lifecycle", () => {
    const compiled = orThrow(compilePolicy(policyOf(lifecycle)));
    const base = {
      accounts: [{ id: 1 }, { id: 2 }],
      coverage: { orders: "complete" },
      orders: [
        { id: 1, accountId: 2, orderedOn: "2018-01-02", value: { minor: 1, currency: "EUR" } },
      ],
    } as const;
    const columns = columnsOfBase(base, compiled, { asOf });
    expect(wordsOf(classifyColumns(columns, compiled, { asOf }))).toEqual(["lead", "customer"]);
    expect(explainColumns(columns, 0, compiled, { asOf }).value).toEqual({
      ...{ kind: "segment", segment: "lead", decidedBy: "sales" },
    });
    const bare = { rows: 1, fields: {} };
    expect(wordsOf(classifyColumns(bare, compiled, { asOf }))).toEqual(["undecided"]);
    expect(explainColumns(bare, 0, compiled, { asOf })).toMatchObject({
      value: { kind: "undecided", candidates: ["lead", "customer"] },
      missing: [{ path: "records", why: "notSupplied" }],
    });
    const states = columns.fields["life"] as StateFacts;
    const half = { rows: 2, fields: { life: { ...states, valid: Uint8Array.of(0b10) } } };
    expect(wordsOf(classifyColumns(half, compiled, { asOf }))).toEqual(["undecided", "customer"]);
    const unclear = columnsOfBase({ ...base, coverage: {} }, compiled, { asOf });
    expect(explainColumns(unclear, 0, compiled, { asOf }).value.kind).toBe("undecided");
    expect(wordsOf(classifyColumns(unclear, compiled, { asOf }))).toEqual([
      "undecided",
      "undecided",
    ]);
  });
});

describe("fitColumns and columnsOfBase", () => {
  const value = (minor: number) => ({ minor, currency: "EUR" });
  const base = {
    accounts: [{ id: 1 }, { id: 2, relations: ["competitor"] }, { id: 3, relations: [] }],
    coverage: { orders: "complete" },
    orders: [
      { id: 1, accountId: 1, orderedOn: "2018-01-02", value: value(500_000) },
      { id: 2, accountId: 3, orderedOn: "2016-02-02", value: value(90_000) },
    ],
    measures: { score: [1, undefined, 3] },
  } as unknown as CustomerBase;

  it("gives the fit and the labels of the base", () => {
    const compiled = orThrow(compilePolicy(samplePolicy));
    const columns = columnsOfBase(base, compiled, { asOf });
    const fitted = fitColumns(columns, compiled, { asOf });
    expect(fitted.fit).toEqual(fitPolicy(base, compiled, { asOf }).fit);
    expect(classifyColumns(columns, fitted, { asOf })).toEqual(
      classifyAccounts(base, fitted, { asOf }),
    );
    expect(explainColumns(columns, 2, fitted, { asOf }).value).toMatchObject({ segment: "quiet" });
    const bare = { rows: 1, fields: {} };
    expect(explainColumns(bare, 0, fitted, { asOf }).missing).toContainEqual({
      path: "measures.revenue",
      why: "missing",
    });
    expect(fitColumns(bare, compiled, { asOf }).fit).toMatchObject({
      cuts: {},
      leftOut: { topFifth: 1 },
    });
  });

  it("fits what is made of the scores of another classifier", () => {
    const normalise = { by: "minMax", better: "more", whenAllEqual: 1 };
    const segments = {
      card: {
        ...{ method: "scorecard", labels: { up: {}, down: {} }, weightsSumTo: 1 },
        ...{ missing: "undecided", criteria: [{ of: "n", weight: 1, normalise }] },
        bands: [{ segment: "up", atLeast: 0.5 }, { segment: "down" }],
      },
      abc: {
        ...{ method: "abc", labels: { A: {}, B: {} }, of: "card.score", by: "cumulativeShare" },
        classes: [{ segment: "A", upToShare: 0.6 }, { segment: "B" }],
        ...{ boundary: "include", zero: "B", negative: "B", missing: "undecided" },
      },
    };
    const compiled = orThrow(compilePolicy(policyOf(segments, { fields: { n: "number" } })));
    const accounts = [4, 1, 3, undefined, 2].map((n, id) => {
      return { id, own: n === undefined ? {} : { n } };
    });
    const whole: CustomerBase = { accounts, coverage: {} };
    const columns = columnsOfBase(whole, compiled, { asOf });
    const { fit } = fitPolicy(whole, compiled, { asOf });
    expect(fit?.classifiers["abc"]).toMatchObject({ counted: 3, zero: 1, missing: 1 });
    expect(fitColumns(columns, compiled, { asOf }).fit).toEqual(fit);
    for (const data of [
      Float64Array.of(4, 1, 3),
      Int32Array.of(4, 1, 3),
      Float64Array.of(4, Number.NaN, Number.POSITIVE_INFINITY, 1),
    ]) {
      const some = { rows: data.length, fields: { n: { kind: "number", data } } } as const;
      const scales = [{ by: "minMax", minimum: 1, maximum: 4 }];
      const found = fitColumns(some, compiled, { asOf }).fit;
      expect(found?.classifiers["card"]).toEqual({ method: "scorecard", scales });
    }
  });

  it("reads every field of an account as conditions do", () => {
    const names = Object.keys(accountFields) as (keyof typeof accountFields)[];
    const rules = names.map((name) => ({ segment: "key", when: { field: name, isMissing: true } }));
    const compiled = orThrow(
      compilePolicy(
        policyOf({ group: { ...rulesOf([]), labels: { key: {} }, rules, otherwise: "key" } }),
      ),
    );
    const columns = columnsOfAccounts([fullSamples.accounts, { id: 2 }], compiled);
    expect(Object.keys(columns.fields).sort()).toEqual([...names].sort());
    for (const name of names) {
      const column = columns.fields[name]!;
      const kind = accountFields[name] as FieldKind;
      const cell = toCell(accountFact(fullSamples.accounts, name), kind, {
        currency: "EUR",
        rates: undefined,
      });
      const value = column.data[0]!;
      const read = "dictionary" in column ? column.dictionary[value] : value;
      expect([name, kind === "boolean" ? read === 1 : read]).toEqual([name, cell]);
      expect(column.valid).toEqual(Uint8Array.of(1));
    }
  });

  it("tells that an account is not there", () => {
    const compiled = keyWhen({ field: "n", atLeast: 1 });
    for (const row of [-1, 1, 0.5]) {
      expect(() => explainColumns(one("n", numbers(1)), row, compiled, { asOf })).toThrow(
        expect.objectContaining({ code: "unknown-account" }),
      );
    }
  });

  it("reads the host's own fields as the host says", () => {
    const compiled = keyWhen({ field: "n", atLeast: 5 });
    const accounts = [{ id: 1, own: { n: 5 } }, { id: 2, own: {} }, { id: 3 }];
    const looked = columnsOfAccounts(accounts, compiled);
    const readOwn = (
      account: { own?: { n?: number } },
      at: number,
      into: Readonly<Record<string, { put(at: number, fact: unknown): void }>>,
    ) => {
      into["n"]!.put(at, account.own?.n);
    };
    expect(columnsOfAccounts(accounts, compiled, { readOwn })).toEqual(looked);
    expect(looked.fields["n"]).toEqual({
      ...{ kind: "number", data: Float64Array.of(5, 0, 0), valid: Uint8Array.of(1) },
    });
    expect(columnsOfAccounts([], compiled).rows).toBe(0);
    const words = keyWhen({ field: "word", equals: "yes" });
    const none = columnsOfAccounts(accounts, words, {
      readOwn: (_, at, into) => into["word"]!.putNone(at),
    });
    expect(none.fields["word"]!.none).toEqual(Uint8Array.of(0b111));
  });

  it("converts money at the rates of the base", () => {
    const compiled = keyWhen({ field: "price", atLeast: { amount: "1.00", currency: "EUR" } });
    const accounts = [{ id: 1, own: { price: { minor: 1000, currency: "SEK" } } }];
    const exchangeRates = { to: "EUR", rates: { SEK: "0.1" } };
    const whole = columnsOfBase(
      { accounts, coverage: {}, exchangeRates } as unknown as CustomerBase,
      compiled,
      { asOf },
    );
    expect(whole.fields["price"]!.data[0]).toBe(100);
  });
});

describe("classifyRows", () => {
  const compiled = keyWhen({
    all: [
      { field: "n", atLeast: 5 },
      { field: "price", atLeast: { amount: "1.00", currency: "EUR" } },
      { field: "day", onOrAfter: "2018-01-01" },
      { field: "word", equals: "yes" },
    ],
  });
  const fields = ["n", "price", "day", "word"] as const;
  const good = { n: 5, price: 100, day: 17_532, word: "yes" };

  it("takes numbers as they are, and says where there is none", () => {
    const rows = [
      good,
      { ...good, n: undefined },
      { ...good, n: null },
      { ...good, price: 1.5 },
      { ...good, day: 0.5 },
    ];
    const words = wordsOf(
      classifyRows(rows, compiled, {
        asOf,
        fields: [...fields, "m"],
        read({ n, price, day, word }, at, into) {
          if (n === null) into.n.putNone(at);
          else into.n.putNumber(at, n ?? Number.NaN);
          into.price.putNumber(at, price);
          into.day.putNumber(at, day);
          into.word.put(at, word);
          into.m.put(at, 0);
        },
      }),
    );
    expect(words).toEqual(["key", "undecided", "standard", "undecided", "undecided"]);
  });

  it("lets the host write a field that no condition reads", () => {
    const small = keyWhen({ field: "n", atLeast: 5 });
    const found = classifyRows([good], small, {
      asOf,
      fields: [...fields, "m", "headcount"],
      read({ n, price }, at, into) {
        into.headcount.put(at, "no number");
        into.price.putNumber(at, price);
        into.day.putNone(at);
        into.m.putNone(at);
        into.n.put(at, n);
      },
    });
    expect(wordsOf(found)).toEqual(["key"]);
  });

  it("knows of no number that is a word", () => {
    const words = wordsOf(
      classifyRows([good, good], compiled, {
        asOf,
        fields,
        read({ n, price, day }, at, into) {
          into.n.put(at, n);
          into.price.putNumber(at, price);
          into.day.putNumber(at, day);
          if (at === 0) into.word.putNumber(at, 1);
          else into.word.putNone(at);
        },
      }),
    );
    expect(words).toEqual(["undecided", "undecided"]);
  });

  it("knows nothing of the states of a lifecycle, which are no field of a row", () => {
    const life = orThrow(compilePolicy(policyOf(lifecycle)));
    const read = () => {};
    expect(wordsOf(classifyRows([1], life, { asOf, fields: [], read }))).toEqual(["undecided"]);
    expect(() => classifyRows([1], life, { asOf, fields: ["life"], read })).toThrow("life");
    expect(checkColumns(one("life", numbers(1)), life)[0]?.message).toBe(
      "`life` is a lifecycle, not a column of number",
    );
  });

  it("refuses a field that is not there, with the nearest that is", () => {
    const read = () => {};
    expect(() => classifyRows([], compiled, { asOf, fields: ["hedcount"], read })).toThrow(
      "headcount",
    );
    expect(() => classifyRows([], compiled, { asOf, fields: ["qqqqqq"], read })).toThrow(
      expect.objectContaining({ code: "unknown-field", path: "context.fields[0]" }),
    );
  });

  it("finds any of many words, as they come and block by block", () => {
    const words = Array.from({ length: 24 }, (_, row) => `w${row % 12}`);
    const rows: readonly unknown[] = [...words, undefined, 10, ["w10"], "", words[10], null];
    const read = (row: unknown, at: number, into: { readonly word: FactWriter }) => {
      if (row === null) into.word.putNone(at);
      else into.word.put(at, row);
    };
    for (const [each, word] of words.entries()) {
      const compiled = onlyKeyWhen({ field: "word", equals: word });
      const blockRows = [1, 4, 5, 1024][each % 4]!;
      const found = classifyRows(rows, compiled, { asOf, fields: ["word"], read, blockRows });
      const expected = rows.map((row) => {
        if (row === null) return "standard";
        return typeof row !== "string" ? "undecided" : row === word ? "key" : "standard";
      });
      expect(wordsOf(found)).toEqual(expected);
    }
  });

  it("takes an empty text as a word, and never what is unknown for it", () => {
    for (const others of [[], ["a", "b", "c", "d", "e"]]) {
      const rows: readonly unknown[] = [...others, "", undefined, 7, "", undefined];
      for (const blockRows of [2, 1024]) {
        const found = classifyRows(rows, onlyKeyWhen({ field: "word", equals: "" }), {
          asOf,
          blockRows,
          fields: ["word"],
          read: (row, at, into) => into.word.put(at, row),
        });
        const [key, undecided] = ["key", "undecided"];
        const expected = [key, undecided, undecided, key, undecided];
        expect(wordsOf(found)).toEqual([...others.map(() => "standard"), ...expected]);
      }
    }
  });

  it("knows of no word beyond a list, and of none that differs in a letter", () => {
    const high = onlyKeyWhen({ field: "level", isNoneOf: ["low", "medium"] });
    const found = classifyRows(["high", "High", "low", "medium", "", undefined], high, {
      asOf,
      fields: ["level"],
      read: (row, at, into) => into.level.put(at, row),
    });
    const [standard, undecided] = ["standard", "undecided"];
    expect(wordsOf(found)).toEqual(["key", undecided, standard, standard, undecided, undecided]);
  });

  it("tells what is none from what is unknown in every kind", () => {
    const flagged = onlyKeyWhen({
      all: [
        { field: "flag", equals: true },
        { field: "word", equals: "yes" },
        { field: "n", atLeast: 5 },
      ],
    });
    const found = classifyRows([0, 1, 2, 3, 4, 5], flagged, {
      asOf,
      fields: ["flag", "word", "n"],
      read(row, at, into) {
        if (row === 2) into.flag.putNone(at);
        else into.flag.put(at, row !== 0 || "yes");
        if (row === 3) into.word.putNone(at);
        else into.word.put(at, "yes");
        if (row === 4) into.n.putNone(at);
        else into.n.put(at, row === 5 ? Number.POSITIVE_INFINITY : 5);
        into.flag.putNumber(at, 1);
        into.word.putNumber(at, 1);
      },
    });
    const [none, unknown] = ["standard", "undecided"];
    expect(wordsOf(found)).toEqual([unknown, "key", none, none, none, unknown]);
  });

  it("takes a set as it is when it is written", () => {
    const tagged = onlyKeyWhen({ field: "tags", includes: "x" });
    const reused: string[] = [];
    const found = classifyRows([["x"], ["y"], ["y", "x"], "x", null], tagged, {
      asOf,
      fields: ["tags"],
      read(row, at, into) {
        if (row === null) return into.tags.putNone(at);
        if (!Array.isArray(row)) return into.tags.put(at, row);
        reused.splice(0, reused.length, ...row);
        return into.tags.put(at, reused);
      },
    });
    expect(wordsOf(found)).toEqual(["key", "standard", "key", "undecided", "standard"]);
  });

  it("reckons no number out of a text or of nothing", () => {
    const cheap = onlyKeyWhen({ field: "price", atMost: { amount: "5.00", currency: "EUR" } });
    const found = classifyRows([0, "1", null, undefined, 600], cheap, {
      asOf,
      fields: ["price"],
      read: (row, at, into) => into.price.putNumber(at, row as number),
    });
    const [standard, undecided] = ["standard", "undecided"];
    expect(wordsOf(found)).toEqual(["key", undecided, undecided, undecided, standard]);
    const small = onlyKeyWhen({ field: "n", atMost: 5 });
    const rows = [0, "1", null, undefined, 6];
    const read = (row: unknown, at: number, into: { readonly n: FactWriter }) => {
      into.n.putNumber(at, row as number);
    };
    expect(wordsOf(classifyRows(rows, small, { asOf, fields: ["n"], read }))).toEqual(
      wordsOf(found),
    );
  });

  it("reads every kind of the policy's own fields", () => {
    expect(Object.keys(wideFields)).toHaveLength(9);
    const rows = [{ n: 1 }];
    const found = classifyRows(rows, compiled, {
      asOf,
      fields: ["n"],
      read: (row, at, into) => into.n.put(at, row.n),
    });
    expect(wordsOf(found)).toEqual(["undecided"]);
  });
});
