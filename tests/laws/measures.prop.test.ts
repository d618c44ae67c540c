import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountRecords, Order } from "../../src/facts/index.js";
import {
  compileMeasures,
  type MeasuredAccount,
  measureAccount,
  quantile,
  type WindowDefinition,
} from "../../src/measures/index.js";
import { type Cell, Scope } from "../../src/rules/index.js";
import {
  addDays,
  type CivilDate,
  type Duration,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { exactQuantile } from "../reference/exact-quantile.js";
import { listedMeasures, ordersIn, spanBefore, spanOf } from "../reference/listed-measures.js";

const FIRST = toEpochDay("2014-01-01");
const days = fc.nat(365 * 6).map((each) => toCivilDate(FIRST + each));
const midDays = fc.integer({ min: 365 * 2, max: 365 * 5 }).map((each) => toCivilDate(FIRST + each));

const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    id: fc.nat(),
    accountId: fc.constant("A"),
    orderedOn: days,
    value: fc.record({
      minor: fc.integer({ min: -1000, max: 100_000 }),
      currency: fc.constant("EUR"),
    }),
    brand: fc.constantFrom("Kairos", "Aika", "Uusi"),
  }),
  { maxLength: 12 },
);
/** Orders that say less, or say it in another currency, in the future too. */
const roughOrders: fc.Arbitrary<Order[]> = fc.array(
  fc.record(
    {
      id: fc.nat(),
      accountId: fc.constant("A"),
      orderedOn: fc.oneof({ weight: 9, arbitrary: days }, fc.constant("2018-02-30" as const)),
      value: fc.record({
        minor: fc.nat(1000),
        currency: fc.constantFrom("EUR", "EUR", "EUR", "SEK"),
      }),
      brand: fc.constantFrom("Kairos", "Aika"),
      quantity: fc.double({ min: 0, max: 10, noNaN: true }),
      promisedOn: days,
    },
    { requiredKeys: ["id", "accountId", "orderedOn", "value"] },
  ),
  { maxLength: 8 },
);

const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ months: fc.nat(14) }),
  fc.record({ days: fc.nat(400) }),
  fc.record({ months: fc.nat(3), days: fc.nat(40) }),
);
const own = [
  { label: "winter", from: "2016-01-15", until: "2016-03-29" },
  { label: "spring", from: "2016-03-29", until: "2016-08-01" },
  { label: "autumn", from: "2016-09-01", until: "2017-12-01" },
] as const;
const windows: fc.Arbitrary<WindowDefinition> = fc.oneof(
  fc.constant("always" as const),
  durations.map((rolling) => ({ rolling })),
  fc.record({
    calendar: fc.constantFrom("year", "half", "quarter", "month", "week"),
    offset: fc.integer({ min: -3, max: 0 }),
  }),
  fc.record({
    calendar: fc.record({
      fiscal: fc.constantFrom("year", "half", "quarter"),
      startMonth: fc.integer({ min: 1, max: 12 }),
    }),
    offset: fc.integer({ min: -3, max: 0 }),
  }),
  fc.record({ calendar: fc.constant({ own }), offset: fc.integer({ min: -2, max: 0 }) }),
);
const coverages = fc.oneof(
  fc.constant({ orders: "complete" } as const),
  days.map((since) => ({ orders: { since } })),
  fc.constant({}),
);

const filter = {
  any: [
    { field: "value", atLeast: { amount: "5.00", currency: "EUR" } },
    { field: "promisedOn", before: { asOfMinus: { days: 30 } } },
  ],
};
const chapter = (over: WindowDefinition) => {
  const canGrow = over !== "always" && ("rolling" in over || (over.offset ?? 0) < 0);
  return {
    count: { count: "orders", over },
    sum: { sum: "orders.value", over },
    minimum: { minimum: "orders.value", over },
    maximum: { maximum: "orders.value", over },
    latest: { latest: "orders.orderedOn", over },
    brands: { distinct: "orders.brand", over },
    months: { distinct: "orders.orderedOn", by: "month", over },
    filtered: { count: "orders", where: filter, over },
    lenient: { sum: "orders.quantity", where: filter, over, whenUnknown: "notMet" },
    share: { ratio: "filtered", to: "count" },
    ...(canGrow ? { grown: { growth: "sum" }, grownFilter: { growth: "filtered" } } : {}),
  };
};

const compile = (measures: object) => {
  const findings: never[] = [];
  const scope = new Scope({ currency: "EUR", findings });
  const compiled = compileMeasures(measures as Record<string, unknown>, scope);
  expect(findings).toEqual([]);
  return compiled;
};
const money = { currency: "EUR", rates: undefined };
const measure = (
  over: WindowDefinition,
  records: Omit<AccountRecords, "account">,
  asOf: CivilDate,
): MeasuredAccount => {
  const account = { id: "A" };
  const context = { asOf: toEpochDay(asOf), money };
  return measureAccount({ account, ...records }, compile(chapter(over)), context);
};
const complete = { orders: "complete" } as const;
const cellsOf = ({ cells }: MeasuredAccount): Record<string, Cell> => Object.fromEntries(cells);

const samples = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
const shares = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([a, b]) => {
  return [Math.min(a, b), b] as const;
});
const types = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9);
const ascending = (sample: readonly number[]) => Float64Array.from(sample).sort();

describe("measures", () => {
  it("measures-1: a measure is what a list of the records in its window shows", () => {
    fc.assert(
      fc.property(orders, windows, midDays, (some, over, asOf) => {
        const { cells } = measure(over, { orders: some, coverage: complete }, asOf);
        const span = spanOf(over, asOf);
        const inWindow = ordersIn(some, span, asOf);
        for (const [name, twin] of Object.entries(listedMeasures)) {
          const listed = twin(inWindow);
          const expected = typeof listed === "string" ? toEpochDay(listed) : listed;
          expect([name, cells.get(name)]).toEqual([name, span && expected]);
        }
        const before = spanBefore(over, asOf);
        const [now, then] = [inWindow, ordersIn(some, before, asOf)].map(listedMeasures.sum);
        const grown = before && then !== 0 ? (now! - then!) / then! : undefined;
        if (cells.has("grown")) expect(cells.get("grown")).toBe(span && grown);
      }),
    );
  });

  it("measures-2: shuffling records changes no measure, and no reason why one is unknown", () => {
    const shuffled = roughOrders.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, windows, midDays, coverages, ([some, other], over, asOf, coverage) => {
        const first = measure(over, { orders: some, coverage }, asOf);
        const second = measure(over, { orders: other, coverage }, asOf);
        expect(second).toEqual(first);
      }),
    );
  });

  it("measures-3: records dated after the day of asking change no measure", () => {
    fc.assert(
      fc.property(roughOrders, windows, midDays, coverages, (some, over, asOf, coverage) => {
        const known = some.filter(
          ({ orderedOn }) => orderedOn <= asOf || orderedOn === "2018-02-30",
        );
        const whole = measure(over, { orders: some, coverage }, asOf);
        const past = measure(over, { orders: known, coverage }, asOf);
        expect(cellsOf(whole)).toEqual(cellsOf(past));
        expect(whole.missing).toEqual(past.missing);
      }),
    );
  });

  it("measures-4: until the day of its next change no measure changes, nor why one is unknown", () => {
    fc.assert(
      fc.property(roughOrders, windows, midDays, coverages, (some, over, asOf, coverage) => {
        const today = measure(over, { orders: some, coverage }, asOf);
        const { nextChange } = today;
        const horizon = Math.min(nextChange, toEpochDay(asOf) + 800);
        expect(nextChange > toEpochDay(asOf)).toBe(true);
        for (let date = addDays(asOf, 1); toEpochDay(date) < horizon; date = addDays(date, 11)) {
          const later = measure(over, { orders: some, coverage }, date);
          expect([date, cellsOf(later)]).toEqual([date, cellsOf(today)]);
          expect(later.missing).toEqual(today.missing);
        }
        const lastDay = measure(over, { orders: some, coverage }, toCivilDate(horizon - 1));
        expect(cellsOf(lastDay)).toEqual(cellsOf(today));
      }),
    );
  });

  it("measures-5: a measure is known or says what it lacks, never both and never neither", () => {
    fc.assert(
      fc.property(roughOrders, windows, midDays, coverages, (some, over, asOf, coverage) => {
        const { cells, missing } = measure(over, { orders: some, coverage }, asOf);
        for (const [name, cell] of cells) expect(missing.has(name)).toBe(cell === undefined);
        if ("orders" in coverage) return;
        expect([...cells.values()].every((cell) => cell === undefined)).toBe(true);
      }),
    );
  });

  it("measures-6: knowing more days of a kind never changes a measure that was known", () => {
    fc.assert(
      fc.property(roughOrders, windows, midDays, days, (some, over, asOf, since) => {
        const known = some.filter(
          ({ orderedOn }) => orderedOn >= since || orderedOn === "2018-02-30",
        );
        const part = measure(over, { orders: known, coverage: { orders: { since } } }, asOf);
        const whole = measure(over, { orders: some, coverage: complete }, asOf);
        for (const [name, cell] of part.cells) {
          if (cell !== undefined) expect([name, whole.cells.get(name)]).toEqual([name, cell]);
        }
      }),
    );
  });

  it("measures-7: a quantile is that of the definition, reckoned in exact fractions", () => {
    fc.assert(
      fc.property(samples, shares, types, (sample, [a, b], type) => {
        const expected = exactQuantile(sample, a, b, type);
        expect(quantile(ascending(sample), a / b, type)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it("measures-8: a quantile lies between the least and the greatest value, and never falls as its share rises", () => {
    const twoShares = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(samples, twoShares, types, (sample, two, type) => {
        const sorted = ascending(sample);
        const [low, high] = two.sort((a, b) => a - b).map((p) => quantile(sorted, p, type)!);
        expect(low! <= high!).toBe(true);
        expect(low! >= sorted[0]! && high! <= sorted.at(-1)!).toBe(true);
      }),
    );
  });
});
