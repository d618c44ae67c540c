import { expectTypeOf, test } from "vitest";
import type { Account } from "../../src/facts/index.js";
import {
  type CareDecision,
  type CarePolicy,
  decideCare,
  definePolicy,
  type TypedPolicy,
} from "../../src/policy/index.js";
import { wholesalePolicy } from "./typed/wholesale-policy.js";

const head = { id: "x", version: "1", currency: "EUR" } as const;
const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 } as const;
const group = {
  method: "rules",
  labels: { key: {} },
  hitPolicy: "first",
  rules: [],
  otherwise: "key",
} as const;
const segments = { group };
const care = { segmentedBy: "group", models: { light }, bySegment: { key: "light" } } as const;
const rest = { ...head, segments, care, cadences: {} };

test("POL-01 a typed policy is a policy like any other", () => {
  expectTypeOf(wholesalePolicy).toEqualTypeOf<CarePolicy>();
  definePolicy(rest);
});

test("POL-01 fields: a host's own are known by name and kind", () => {
  definePolicy({
    ...rest,
    fields: { stores: "number", tier: ["gold", "silver"], seen: "date", tags: "set" },
    segments: {
      group: {
        ...group,
        rules: [
          { segment: "key", when: { field: "stores", atLeast: 3 } },
          { segment: "key", when: { field: "tier", equals: "gold" } },
          { segment: "key", when: { field: "seen", before: "2018-01-01" } },
          { segment: "key", when: { field: "tags", includes: "pilot" } },
          // @ts-expect-error a number is no text
          { segment: "key", when: { field: "stores", startsWith: "3" } },
          // @ts-expect-error there is no such field
          { segment: "key", when: { field: "stors", atLeast: 3 } },
          // @ts-expect-error a date is not compared with a number
          { segment: "key", when: { field: "seen", before: 2018 } },
          // @ts-expect-error a set is not equal to anything
          { segment: "key", when: { field: "tags", equals: "pilot" } },
        ],
      },
    },
  });
  // @ts-expect-error there is no such kind of field
  definePolicy({ ...rest, fields: { stores: "numbers" } });
});

test("POL-01 parameters: each stands only where its kind fits", () => {
  definePolicy({
    ...rest,
    parameters: {
      many: 3,
      open: { open: "number" },
      dear: { amount: "5.00", currency: "EUR" },
      half: { months: 6 },
      regions: ["north"],
    },
    segments: {
      group: {
        ...group,
        rules: [
          { segment: "key", when: { field: "headcount", atLeast: { parameter: "many" } } },
          { segment: "key", when: { field: "headcount", atLeast: { parameter: "open" } } },
          { segment: "key", when: { field: "turnover", atLeast: { parameter: "dear" } } },
          { segment: "key", when: { field: "region", isOneOf: { parameter: "regions" } } },
          // @ts-expect-error money is no number
          { segment: "key", when: { field: "headcount", atLeast: { parameter: "dear" } } },
          // @ts-expect-error a number is no money
          { segment: "key", when: { field: "turnover", atLeast: { parameter: "many" } } },
          // @ts-expect-error a bare number against money
          { segment: "key", when: { field: "turnover", atLeast: 5 } },
          // @ts-expect-error there is no such parameter
          { segment: "key", when: { field: "headcount", atLeast: { parameter: "mny" } } },
        ],
      },
    },
  });
});

test("POL-01 measures: what they are made of, and what they give", () => {
  definePolicy({
    ...rest,
    measures: {
      sales: { sum: "orders.value", over: "always" },
      pieces: { sum: "orders.quantity", over: "always" },
      last: { latest: "orders.orderedOn", over: "always" },
      brands: { distinct: "orders.brand", over: "always" },
      ready: { supplied: "boolean" },
    },
    cuts: { top: { of: "sales", quantile: 0.8, type: 7 } },
    segments: {
      group: {
        ...group,
        rules: [
          { segment: "key", when: { field: "sales", atLeast: { cut: "top" } } },
          { segment: "key", when: { field: "pieces", atLeast: 5 } },
          { segment: "key", when: { field: "last", before: { asOfMinus: { months: 6 } } } },
          { segment: "key", when: { field: "brands", moreThan: 2 } },
          { segment: "key", when: { field: "ready", equals: true } },
          // @ts-expect-error a sum of money is not compared with a number
          { segment: "key", when: { field: "sales", atLeast: 5 } },
          // @ts-expect-error a sum of pieces is not compared with money
          { segment: "key", when: { field: "pieces", atLeast: { amount: "5", currency: "EUR" } } },
          // @ts-expect-error there is no such cut
          { segment: "key", when: { field: "sales", atLeast: { cut: "tip" } } },
        ],
      },
    },
  });
  // @ts-expect-error a text has no sum
  definePolicy({ ...rest, measures: { sales: { sum: "orders.brand", over: "always" } } });
  // @ts-expect-error a measure says over which window
  definePolicy({ ...rest, measures: { sales: { sum: "orders.value" } } });
  // @ts-expect-error there is no such measure
  definePolicy({ ...rest, cuts: { top: { of: "sales", quantile: 0.8, type: 7 } } });
});

test("POL-01 labels, care and cadences name each other", () => {
  // @ts-expect-error a segment that has no label
  definePolicy({ ...rest, segments: { group: { ...group, otherwise: "standard" } } });
  // @ts-expect-error a label is described, not numbered
  definePolicy({ ...rest, segments: { group: { ...group, labels: { key: { aliases: [7] } } } } });
  // @ts-expect-error a segment without care
  definePolicy({ ...rest, care: { ...care, bySegment: {} } });
  // @ts-expect-error a model that is none
  definePolicy({ ...rest, care: { ...care, bySegment: { key: "heavy" } } });
  // @ts-expect-error a classifier that is none
  definePolicy({ ...rest, care: { ...care, segmentedBy: "groups" } });
  const visited = { ...light, cadences: ["visit"] } as const;
  // @ts-expect-error a cadence that is none
  definePolicy({ ...rest, care: { ...care, models: { light: visited } } });
});

test("a host's own fields come back typed", () => {
  type Own = Account<{ readonly stores: number }>;
  expectTypeOf(decideCare<Own>).returns.toEqualTypeOf<CareDecision<Own>>();
  expectTypeOf<CareDecision<Own>["account"]>().toEqualTypeOf<Own>();
});

test("a typed policy without any names of its own is the widest", () => {
  type Plain = TypedPolicy<
    Readonly<Record<never, never>>,
    Readonly<Record<never, never>>,
    Readonly<Record<never, never>>,
    never,
    { readonly group: { readonly key: object } },
    "group",
    "light",
    never
  >;
  expectTypeOf<Plain["care"]["segmentedBy"]>().toEqualTypeOf<"group">();
});

test("POL-01 a parameter that carries a title has the kind of its value", () => {
  definePolicy({
    ...rest,
    parameters: { large: { value: 250, title: "a large company", source: "S2" } },
    segments: {
      group: {
        ...group,
        rules: [{ segment: "key", when: { field: "headcount", atLeast: { parameter: "large" } } }],
      },
    },
  });
  definePolicy({
    ...rest,
    parameters: { large: { value: "many", title: "a large company" } },
    segments: {
      group: {
        ...group,
        rules: [
          // @ts-expect-error -- a text is no number
          { segment: "key", when: { field: "headcount", atLeast: { parameter: "large" } } },
        ],
      },
    },
  });
});

test("SEG-08 classifiers and their scores are names like any other", () => {
  const tier = {
    method: "bands",
    labels: { A: {}, B: {} },
    of: "headcount",
    bands: [{ segment: "A", atLeast: 5 }, { segment: "B" }],
    missing: "undecided",
  } as const;
  definePolicy({
    ...rest,
    segments: {
      tier,
      group: {
        ...group,
        rules: [
          { segment: "key", when: { field: "tier", equals: "A" } },
          { segment: "key", when: { field: "tier", isOneOf: ["A", "excluded"] } },
          { segment: "key", when: { field: "tier.score", atLeast: 1 } },
          // @ts-expect-error a label is no number
          { segment: "key", when: { field: "tier", atLeast: 1 } },
          // @ts-expect-error there is no such classifier
          { segment: "key", when: { field: "teir", equals: "A" } },
          // @ts-expect-error there is no such score
          { segment: "key", when: { field: "tier.scores", atLeast: 1 } },
        ],
      },
    },
  });
  // @ts-expect-error a band for a segment that has no label
  definePolicy({ ...rest, segments: { group, tier: { ...tier, bands: [{ segment: "C" }] } } });
  // @ts-expect-error a method that is none
  definePolicy({ ...rest, segments: { group, tier: { ...tier, method: "band" } } });
});
