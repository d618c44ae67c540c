import fc from "fast-check";
import type { Account, AccountRecords } from "../../src/facts/index.js";
import type { CarePolicy } from "../../src/policy/index.js";
import { addDays, type CivilDate, type Duration } from "../../src/time/index.js";

/** A day of asking with two years of history behind it and as much before it. */
export const someDays: fc.Arbitrary<CivilDate> = fc
  .nat(364)
  .map((each) => addDays("2018-01-01", each));
const dates = fc.nat(365 * 5).map((each) => addDays("2015-06-01", each));

const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ years: fc.nat(2), weeks: fc.integer({ min: 1, max: 5 }) }),
);
const own = [
  { label: "winter", from: "2018-01-15", until: "2018-03-29" },
  { label: "autumn", from: "2018-09-01", until: "2018-12-01" },
] as const;
const periods = fc.constantFrom(
  ...(["year", "half", "quarter", "month", "week"] as const),
  { fiscal: "half", startMonth: 4 } as const,
  { own },
);
const rolling = durations.map((each) => ({ rolling: each }));
const past = fc.record({
  calendar: fc.constantFrom("year", "half", "quarter", "month"),
  offset: fc.integer({ min: -2, max: -1 }),
});
const windows = fc.oneof(
  fc.constant("always" as const),
  rolling,
  past,
  periods.map((calendar) => ({ calendar })),
);

const amounts = fc.nat(500).map((each) => ({ amount: `${each}.00`, currency: "EUR" }));
const filters = fc.constantFrom<object[]>(
  {},
  { where: { field: "brand", equals: "Kairos" } },
  { where: { field: "brand", equals: "Kairos" }, whenUnknown: "notMet" },
  { where: { field: "promisedOn", before: { asOfMinus: { days: 10 } } } },
);
/** A ratio made of days changes every day, and with it every answer; so most are made of something else. */
const rhythms = fc.constantFrom(...Array(5).fill({ ratio: "orders", to: "months" }), {
  ratio: "daysSinceOrder",
  to: "orders",
});
const measures = fc
  .tuple(windows, windows, fc.oneof(rolling, past), filters, filters, rhythms)
  .map(([first, second, third, one, two, rhythm]) => ({
    orders: { count: "orders", over: first, ...one },
    revenue: { sum: "orders.value", over: second, ...two },
    recent: { sum: "orders.value", over: third, ...one },
    growth: { growth: "recent" },
    months: { distinct: "orders.orderedOn", by: "month", over: third },
    lastOrder: { latest: "orders.orderedOn", over: first },
    daysSinceOrder: { daysSince: "lastOrder" },
    rhythm,
    score: { supplied: "number" },
  }));

const numbers = fc.constantFrom("orders", "growth", "months", "rhythm", "score", "headcount");
const wordsOfNumbers = fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan", "equals");
const wordsOfDates = fc.constantFrom("onOrAfter", "after", "onOrBefore", "before", "equals");
const relative = fc
  .tuple(fc.constantFrom("asOfMinus", "asOfPlus"), durations)
  .map(([word, each]) => ({ [word]: each }));
const dateBounds = fc.oneof(relative, relative, dates, fc.constant({ field: "relationshipStart" }));
const asked = (field: string, word: string, bound: unknown) => ({ field, [word]: bound });
const comparisons: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(numbers, wordsOfNumbers, fc.nat(6)).map((each) => asked(...each)),
  fc
    .tuple(fc.constant("daysSinceOrder"), wordsOfNumbers, fc.nat(400))
    .map((each) => asked(...each)),
  fc
    .tuple(fc.constant("daysSinceOrder"), wordsOfNumbers, fc.constant({ field: "headcount" }))
    .map((each) => asked(...each)),
  fc
    .tuple(fc.constantFrom("revenue", "recent"), wordsOfNumbers, amounts)
    .map((each) => asked(...each)),
  fc
    .tuple(fc.constantFrom("lastOrder", "relationshipStart", "seenOn"), wordsOfDates, dateBounds)
    .map((each) => asked(...each)),
  fc
    .tuple(fc.constantFrom("lastOrder", "headcount", "growth"), fc.boolean())
    .map(([field, is]) => asked(field, "isMissing", is)),
  fc.constant({ field: "relations", includes: "customer" }),
  fc.constant({ field: "region", equals: "north" }),
  fc.constant({ field: "daysSinceOrder", isOneOf: [30, 60, 90] }),
);
const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    comparisons,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
}));

const LABELS = ["key", "growing", "standard"] as const;
const outcomes = fc.oneof(
  fc.constantFrom(...LABELS).map((segment) => ({ segment })),
  fc.constantFrom(...LABELS).map((segment) => ({ segment, whenUnknown: "notMet" })),
  fc.constant({ exclude: true }),
);
const rules = fc.array(
  fc.tuple(outcomes, condition).map(([outcome, when]) => ({ ...outcome, when })),
  { minLength: 1, maxLength: 4 },
);
const classifiers = fc.record(
  {
    method: fc.constant("rules"),
    labels: fc.constant(Object.fromEntries(LABELS.map((label) => [label, {}]))),
    hitPolicy: fc.constantFrom("first", "unique", "collect"),
    assume: fc.constantFrom({}, { headcount: 3 }, { relationshipStart: "2017-05-05" }),
    rules,
    otherwise: fc.constantFrom(...LABELS),
  },
  { requiredKeys: ["method", "labels", "hitPolicy", "rules"] },
);

const spans = fc.record({ validFrom: dates, validUntil: dates }, { requiredKeys: [] });
const exceptions = spans.map((span) => {
  const isReversed = (span.validFrom ?? "") >= (span.validUntil ?? "~");
  return isReversed ? [] : [{ accountId: "A", model: "special", reason: "a promise", ...span }];
});
const shared = {
  counts: fc.constantFrom(
    { field: "kind", equals: "visit" },
    {
      any: [
        { field: "kind", equals: "visit" },
        { field: "joint", equals: true },
      ],
    },
  ),
  roll: fc.constantFrom("next", "previous", "modified", "nearest"),
};
const intervals = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.record(shared), fc.boolean())
  .map(([earliest, further, last, rest, atOnce]) => ({
    method: "interval",
    ...rest,
    earliest: { days: earliest },
    ideal: { days: earliest + further },
    latest: { days: earliest + further + last },
    whenNever: atOnce ? "dueAtOnce" : "fromRelationshipStart",
  }));
const quotas = fc
  .tuple(
    fc.oneof(periods, rolling),
    fc.record(shared),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("held", "heldOrPlanned"),
    fc.constantFrom("even", "anyTime"),
    fc.constantFrom({}, { atMost: 3 }, { perBusinessLine: true }),
  )
  .map(([per, rest, atLeast, counting, spread, more]) => {
    return { method: "quota", ...rest, atLeast, per, counting, spread, ...more };
  });

/** Policies that compile, with every kind of chapter. */
export const somePolicies: fc.Arbitrary<CarePolicy> = fc
  .record({
    measures,
    group: classifiers,
    exceptions,
    visit: fc.oneof(intervals, quotas),
    call: fc.oneof(intervals, quotas),
    validity: fc.constantFrom<object[]>({}, { validFrom: "2018-03-01", validUntil: "2018-11-01" }),
  })
  .map(({ group, exceptions: some, visit, call, validity, ...rest }) => {
    const onePerson = { mode: "onePerson", team: "required" };
    const named = { mode: "named", per: ["region", "businessLine"] };
    const policy = {
      id: "some",
      version: "1",
      currency: "EUR",
      businessLines: ["clocks", "watches"],
      fields: { seenOn: "date" },
      ...validity,
      ...rest,
      segments: { group },
      care: {
        segmentedBy: "group",
        models: {
          personal: { ownership: onePerson, cadences: ["visit", "call"], significance: 1 },
          shared: { ownership: named, cadences: ["visit"], significance: 2 },
          light: { ownership: { mode: "none" }, cadences: "none", significance: 3 },
          special: { ownership: onePerson, cadences: ["call"], significance: 1 },
        },
        bySegment: { key: "personal", growing: "shared", standard: "light" },
        exceptions: [
          ...some,
          { accountId: "B", model: "special", reason: "so that the model is used" },
        ],
      },
      cadences: { visit, call },
    };
    return policy as unknown as CarePolicy;
  });

const accounts: fc.Arbitrary<Account> = fc.record(
  {
    id: fc.constant("A"),
    headcount: fc.nat(300),
    region: fc.constantFrom("north", "south"),
    relations: fc.subarray(["customer", "competitor"] as const),
    relationshipStart: dates,
    own: fc.record({ seenOn: dates }, { requiredKeys: [] }),
  },
  { requiredKeys: ["id"] },
);
const orders = fc.array(
  fc.record(
    {
      id: fc.nat(),
      accountId: fc.constant("A"),
      orderedOn: dates,
      value: fc.record({
        minor: fc.nat(40_000),
        currency: fc.constantFrom("EUR", "EUR", "EUR", "EUR", "EUR", "SEK"),
      }),
      brand: fc.constantFrom("Kairos", "Aika"),
      promisedOn: dates,
    },
    { requiredKeys: ["id", "accountId", "orderedOn", "value"] },
  ),
  { maxLength: 5 },
);
const activities = fc.array(
  fc.record(
    {
      id: fc.nat(),
      accountId: fc.constant("A"),
      kind: fc.constantFrom("visit", "visit", "call"),
      status: fc.constantFrom("planned", "held", "complete", "cancelled"),
      plannedOn: dates,
      heldOn: dates,
      businessLine: fc.constantFrom("clocks", "watches"),
      joint: fc.boolean(),
    },
    { requiredKeys: ["id", "accountId", "kind", "status"] },
  ),
  { maxLength: 6 },
);
const ownerships = fc.array(
  fc
    .tuple(
      fc.record({
        accountId: fc.constant("A"),
        personId: fc.constantFrom("Aino", "Veikko"),
        role: fc.constantFrom("responsible", "teamMember", "executor"),
        naming: fc.constantFrom("proposed", "named"),
      }),
      spans,
    )
    .map(([ownership, span]) => ({ ...ownership, ...span })),
  { maxLength: 4 },
);
const covered = fc.oneof(
  { weight: 4, arbitrary: fc.constant("complete" as const) },
  dates.map((since) => ({ since })),
);

/** One account with some of its history, some plans, and some of both missing. */
export const someRecords: fc.Arbitrary<AccountRecords> = fc.record(
  {
    account: accounts,
    coverage: fc.record(
      { orders: covered, activities: covered, ownerships: covered },
      { requiredKeys: [] },
    ),
    orders,
    activities,
    ownerships,
    measures: fc.record({ score: fc.nat(6) }, { requiredKeys: [] }),
  },
  { requiredKeys: ["account", "coverage"] },
) as fc.Arbitrary<AccountRecords>;
