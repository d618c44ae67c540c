import fc from "fast-check";
import type { AccountRecords, CustomerBase } from "../../src/facts/index.js";
import { type CategoryColumn, type CompiledPolicy, compilePolicy } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { addDays } from "../../src/time/index.js";
import { policyOf } from "../segments/ask-classifiers.js";

/** Own fields of every kind, of which the laws about columns make wide policies. */
export const wideFields = {
  n: "number",
  m: "number",
  price: "money",
  day: "date",
  flag: "boolean",
  level: ["low", "medium", "high"],
  word: "text",
  other: "text",
  tags: "set",
} as const;

const LEVELS = ["low", "medium", "high"];
const WORDS = ["", "an", "and", "band", "b", "north"];
const TAGS = ["x", "y", "z"];
const numbers = fc.constantFrom(-2, -1, 0, 0.5, 1, 2, 3, 5, 8, 1000);
const minors = fc.constantFrom(-100, 0, 100, 250, 400);
const days = fc.nat(8).map((each) => addDays("2018-03-01", each * 7));
const amount = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: "EUR" });

const ordered = fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan", "equals");
const dated = fc.constantFrom("onOrAfter", "after", "onOrBefore", "before", "equals");
const asked = (field: string, word: string, bound: unknown) => ({ field, [word]: bound });
const comparison: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(fc.constantFrom("n", "m"), ordered, numbers).map((each) => asked(...each)),
  fc.tuple(fc.constantFrom("n", "m"), ordered, fc.constantFrom("n", "m")).map(([a, word, b]) => {
    return asked(a, word, { field: b });
  }),
  fc.uniqueArray(numbers, { maxLength: 4 }).map((list) => asked("m", "isOneOf", list)),
  fc.tuple(ordered, minors.map(amount)).map(([word, bound]) => asked("price", word, bound)),
  fc
    .tuple(
      dated,
      fc.oneof(
        days,
        fc.nat(40).map((each) => ({ asOfMinus: { days: each } })),
      ),
    )
    .map(([word, bound]) => asked("day", word, bound)),
  fc.boolean().map((is) => asked("flag", "equals", is)),
  fc.constantFrom(...LEVELS).map((word) => asked("level", "equals", word)),
  fc.subarray(LEVELS).map((list) => asked("level", "isNoneOf", list)),
  fc
    .tuple(
      fc.constantFrom("word", "other"),
      fc.constantFrom("equals", "startsWith"),
      fc.constantFrom(...WORDS),
    )
    .map((each) => asked(...each)),
  fc.constant(asked("word", "equals", { field: "other" })),
  fc.subarray(TAGS).map((list) => asked("tags", "includesAllOf", list)),
  fc.subarray(TAGS).map((list) => asked("tags", "includesAnyOf", list)),
  fc
    .tuple(fc.constantFrom(...Object.keys(wideFields)), fc.boolean())
    .map(([field, is]) => asked(field, "isMissing", is)),
);
const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    comparison,
    fc.array(tie("condition"), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
}));

const LABELS = ["key", "growing", "standard"] as const;
const outcome = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LABELS).map((segment) => ({ segment })) },
  fc.constantFrom(...LABELS).map((segment) => ({ segment, whenUnknown: "notMet" })),
  fc.constant({ exclude: true }),
);

/** One classifier of few rules or of more than fit into a word of bits, under every hit policy. */
export const someRules: fc.Arbitrary<object> = fc.record(
  {
    method: fc.constant("rules"),
    labels: fc.constant(Object.fromEntries(LABELS.map((label) => [label, {}]))),
    hitPolicy: fc.constantFrom("first", "unique", "collect"),
    assume: fc.constantFrom(
      {},
      { n: 3 },
      { flag: true, tags: "x" },
      { word: "b", day: "2018-03-08" },
    ),
    rules: fc
      .oneof(
        fc.array(fc.tuple(outcome, condition), { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(outcome, condition), { minLength: 17, maxLength: 40 }),
      )
      .map((rules) => rules.map(([each, when]) => ({ ...each, when }))),
    otherwise: fc.constantFrom(...LABELS),
  },
  { requiredKeys: ["method", "labels", "hitPolicy", "rules"] },
);

const kinds = {
  n: fc.oneof(numbers, fc.double({ noNaN: true, min: -10, max: 1e6 })),
  m: numbers,
  price: minors.map((minor) => ({ minor, currency: "EUR" })),
  day: days,
  flag: fc.boolean(),
  level: fc.constantFrom(...LEVELS),
  word: fc.constantFrom(...WORDS),
  other: fc.constantFrom(...WORDS),
  tags: fc.subarray(TAGS),
};
const facts = fc.record(kinds, { requiredKeys: [] });
const wholeFacts = fc.record(kinds);
const unreadable = fc.constantFrom<object>(
  {},
  { n: "1", m: Number.NaN },
  { n: Number.POSITIVE_INFINITY, price: { minor: 1.5, currency: "EUR" } },
  { price: { minor: 100, currency: "SEK" }, day: "2018-02-30", flag: 1 },
  { level: "lowest", word: 5, tags: ["x", 5] },
);

/** Accounts with facts of every kind, of which some are missing or of another kind. */
export const someWideAccounts: fc.Arbitrary<
  readonly { readonly id: number; readonly own: object }[]
> = fc.array(fc.tuple(facts, unreadable), { maxLength: 14 }).map((all) => {
  return all.map(([own, broken], id) => ({ id, own: { ...own, ...broken } }));
});

/** A policy of that classifier alone. */
export function widePolicy(rules: object): CompiledPolicy {
  return orThrow(compilePolicy(policyOf({ group: rules }, { fields: wideFields })));
}

/** Accounts of several bases in one, each with its own records, under the coverage of the first. */
export function oneBase(all: readonly AccountRecords[]): CustomerBase {
  const own = all.map((records, id) => {
    const mine = (list: readonly object[] = []) => list.map((each) => ({ ...each, accountId: id }));
    const { account, orders, activities, ownerships } = records;
    return {
      account: { ...account, id },
      orders: mine(orders),
      activities: mine(activities),
      ownerships: mine(ownerships),
    };
  });
  return {
    accounts: own.map(({ account }) => account),
    coverage: all[0]?.coverage ?? {},
    orders: own.flatMap(({ orders }) => orders),
    activities: own.flatMap(({ activities }) => activities),
    ownerships: own.flatMap(({ ownerships }) => ownerships),
    measures: { score: all.map(({ measures }) => measures?.["score"]) },
  } as unknown as CustomerBase;
}

/** The labels of a column as words. */
export function wordsOf({ data, dictionary }: CategoryColumn): readonly string[] {
  return [...data].map((code) => dictionary[code]!);
}

const plain = comparison.filter((each) => {
  return !Object.values(each).some((bound) => typeof bound === "object" && "field" in bound);
});

/** Up to 40 rules of which each asks several fields, each by itself. */
export const someChains: fc.Arbitrary<object> = fc.record({
  method: fc.constant("rules"),
  labels: fc.constant(Object.fromEntries(LABELS.map((label) => [label, {}]))),
  hitPolicy: fc.constant("first"),
  rules: fc
    .array(fc.tuple(outcome, fc.array(plain, { minLength: 2, maxLength: 4 })), {
      minLength: 10,
      maxLength: 40,
    })
    .map((rules) => rules.map(([each, all]) => ({ ...each, when: { all } }))),
  otherwise: fc.constantFrom(...LABELS),
});

/** Accounts of which every fact is known. */
export const someKnownAccounts: typeof someWideAccounts = fc
  .array(wholeFacts, { maxLength: 14 })
  .map((all) => all.map((own, id) => ({ id, own })));
