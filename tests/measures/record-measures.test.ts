import { describe, expect, it } from "vitest";
import type { Activity, Order, Revenue } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { accountId, measureOne } from "./measure-one.js";

const euros = (minor: number) => ({ minor, currency: "EUR" });
const order = (orderedOn: CivilDate, minor: number, more: Partial<Order> = {}): Order => ({
  id: `${orderedOn} ${minor}`,
  accountId,
  orderedOn,
  value: euros(minor),
  ...more,
});
const coverage = { orders: "complete" } as const;
const orders = [
  order("2018-03-20", 300, { brand: "Kairos", quantity: 2 }),
  order("2016-05-01", 100, { brand: "Aika", quantity: 0.5 }),
  order("2017-12-31", 200, { brand: "Kairos", quantity: 1.25 }),
  order("2018-03-29", 999, { brand: "Uusi", quantity: 9 }),
];
const asOf = "2018-03-28";
const over = "always";

describe("RULE-05 what is done with records", () => {
  it.each<[string, object, unknown]>([
    ["count", { count: "orders", over }, 3],
    ["sum of money, in minor units", { sum: "orders.value", over }, 600],
    ["sum of numbers", { sum: "orders.quantity", over }, 3.75],
    ["minimum", { minimum: "orders.value", over }, 100],
    ["minimum of dates", { minimum: "orders.orderedOn", over }, 16_922],
    ["maximum", { maximum: "orders.value", over }, 300],
    ["latest", { latest: "orders.orderedOn", over }, 17_610],
    ["distinct texts", { distinct: "orders.brand", over }, 2],
    ["distinct days", { distinct: "orders.orderedOn", over }, 3],
    ["distinct by year", { distinct: "orders.orderedOn", by: "year", over }, 3],
    ["distinct by half", { distinct: "orders.orderedOn", by: "half", over }, 3],
    ["distinct by quarter", { distinct: "orders.orderedOn", by: "quarter", over }, 3],
    ["distinct by month", { distinct: "orders.orderedOn", by: "month", over }, 3],
  ])("%s", (_, measure, expected) => {
    expect(measureOne({ it: measure }, { orders, coverage }, asOf)).toMatchObject({
      value: expected,
      missing: [],
    });
  });

  it("tells days apart by the period they lie in", () => {
    const near = ["2018-01-01", "2018-01-31", "2018-02-01", "2018-04-01", "2018-07-01"] as const;
    const dated = near.map((date) => order(date, 1));
    const distinct = (by: string) =>
      measureOne(
        { it: { distinct: "orders.orderedOn", by, over } },
        { orders: dated, coverage },
        "2018-12-31",
      ).value;
    expect(["year", "half", "quarter", "month"].map(distinct)).toEqual([1, 2, 3, 4]);
  });

  it("is 0 or none where nothing is found in a kind that is supplied", () => {
    const empty = (measure: object) => measureOne({ it: measure }, { coverage }, asOf);
    expect(empty({ count: "orders", over })).toMatchObject({ value: 0, missing: [] });
    expect(empty({ sum: "orders.value", over })).toMatchObject({ value: 0, missing: [] });
    expect(empty({ distinct: "orders.brand", over })).toMatchObject({ value: 0, missing: [] });
    for (const word of ["minimum", "maximum"]) {
      expect(empty({ [word]: "orders.value", over })).toMatchObject({ value: null, missing: [] });
    }
    const latest = { latest: "orders.orderedOn", over };
    expect(empty(latest)).toMatchObject({ value: null, missing: [] });
  });

  it("is unknown over a kind that is not supplied, even where records are", () => {
    const measure = { it: { count: "orders", over } };
    for (const records of [{}, { orders }]) {
      expect(measureOne(measure, records, asOf)).toMatchObject({
        value: undefined,
        missing: ["orders notSupplied"],
      });
    }
  });

  it("leaves out plans: records dated after the day of asking, and those without a date", () => {
    const activity = (more: Partial<Activity>): Activity => ({
      id: 1,
      accountId,
      kind: "visit",
      status: "planned",
      ...more,
    });
    const activities = [
      activity({ heldOn: "2018-03-28", status: "held" }),
      activity({ heldOn: "2018-03-29", status: "held" }),
      activity({ plannedOn: "2018-03-01" }),
    ];
    const records = { activities, coverage: { activities: "complete" } } as const;
    const measured = measureOne({ it: { count: "activities", over } }, records, asOf);
    expect(measured).toEqual({ value: 1, missing: [], nextChange: "2018-03-29" });
  });

  it("is unknown where a date cannot be read: the record may lie in any window", () => {
    const broken = [...orders, order("2018-02-30", 1)];
    for (const window of ["always", { rolling: { days: 1 } }]) {
      const measures = { it: { growth: "count" }, count: { count: "orders", over: window } };
      const { it: _, ...alone } = measures;
      expect(measureOne({ it: alone.count }, { orders: broken, coverage }, asOf).missing).toEqual([
        "orders.orderedOn illTyped",
      ]);
      if (window === "always") continue;
      const grown = measureOne(measures, { orders: broken, coverage }, asOf);
      expect(grown).toMatchObject({ value: undefined, missing: ["orders.orderedOn illTyped"] });
    }
  });

  it("is unknown where a record has no date though every one of its kind has", () => {
    const { orderedOn: _, ...undated } = order("2018-03-20", 300);
    const dated = { ...undated, orderdOn: "2018-03-20" } as unknown as Order;
    for (const list of [[dated], [...orders, dated]]) {
      const measure = { it: { count: "orders", over: { rolling: { days: 1 } } } };
      expect(measureOne(measure, { orders: list, coverage }, asOf)).toMatchObject({
        value: undefined,
        missing: ["orders.orderedOn missing"],
      });
    }
  });

  it("counts undated kinds whole, whatever day they are asked for", () => {
    const contactPersons = [{ id: 1, accountId }];
    const records = {
      contactPersons,
      coverage: { contactPersons: { since: "2018-01-01" } },
    } as const;
    const measure = { it: { count: "contactPersons", over } };
    expect(measureOne(measure, records, asOf)).toMatchObject({ value: 1, missing: [] });
  });
});

describe("RULE-05 filtered by a condition", () => {
  const big = { field: "value", atLeast: { amount: "2.00", currency: "EUR" } };

  it("counts what meets it", () => {
    const measure = { it: { count: "orders", where: big, over } };
    expect(measureOne(measure, { orders, coverage }, asOf).value).toBe(2);
  });

  it("is unknown where the filter is, with the facts it lacks, unless the policy takes that as not met", () => {
    const mixed = [
      ...orders,
      order("2018-01-02", 500, { value: { minor: 500, currency: "SEK" } }),
      order("2018-01-03", 1, { value: "1.00" as never }),
    ];
    const records = { orders: mixed, coverage };
    const strict = measureOne({ it: { count: "orders", where: big, over } }, records, asOf);
    expect(strict).toMatchObject({
      value: undefined,
      missing: ["orders.value illTyped", "orders.value otherCurrency"],
    });
    const lenient = { count: "orders", where: big, over, whenUnknown: "notMet" };
    expect(measureOne({ it: lenient }, records, asOf)).toMatchObject({ value: 2, missing: [] });
  });

  it("names the fact that the filter lacks, not another that is missing too", () => {
    const where = { field: "businessLine", equals: "watches" };
    const measures = {
      it: { count: "orders", where, over },
      other: { sum: "orders.margin", over, whenUnknown: "notMet" },
    };
    const backwards = { other: measures.other, it: measures.it };
    for (const each of [measures, backwards]) {
      expect(measureOne(each, { orders, coverage }, asOf).missing).toEqual([
        "orders.businessLine missing",
      ]);
    }
  });

  it("reads dates relative to the day of asking, and says when they turn", () => {
    const where = { field: "promisedOn", before: { asOfMinus: { days: 7 } } };
    const late = [order("2018-03-01", 1, { promisedOn: "2018-03-21" })];
    const measure = { it: { count: "orders", where, over } };
    const on = (date: CivilDate) => measureOne(measure, { orders: late, coverage }, date);
    expect(on("2018-03-28")).toEqual({ value: 0, missing: [], nextChange: "2018-03-29" });
    expect(on("2018-03-29").value).toBe(1);
  });

  it("is unknown where the field itself cannot be read, filtered or not", () => {
    const measure = { it: { sum: "orders.margin", over } };
    const filtered = { it: { sum: "orders.margin", where: big, over, whenUnknown: "notMet" } };
    for (const each of [measure, filtered]) {
      expect(measureOne(each, { orders, coverage }, asOf).missing).toEqual([
        "orders.margin missing",
      ]);
    }
  });
});

describe("RULE-07 totals whatever the order of their terms", () => {
  const sumOf = (quantities: readonly number[]) => {
    const some = quantities.map((quantity, at) => order("2018-01-01", at, { quantity }));
    return measureOne({ it: { sum: "orders.quantity", over } }, { orders: some, coverage }, asOf);
  };

  it("adds fractions to the same bits", () => {
    const terms = [0.1, 0.2, 0.3, 0.7, 1, 1e-9];
    const { value } = sumOf(terms);
    expect(sumOf(terms.toReversed()).value).toBe(value);
    expect(sumOf([0.3, 1, 0.1, 1e-9, 0.7, 0.2]).value).toBe(value);
    expect(value).toBeCloseTo(2.300000001, 12);
  });

  it("is exact up to 2^53 and unknown beyond", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(sumOf([most - 1, 1]).value).toBe(most);
    const beyond = { value: undefined, missing: ["measures.it outOfRange"] };
    expect(sumOf([most, 1])).toMatchObject(beyond);
    expect(sumOf([most, most, -most])).toMatchObject(beyond);
    expect(sumOf([-most, most, most])).toMatchObject(beyond);
  });
});

describe("FACT-14 money of several currencies", () => {
  const revenue = (minor: number, currency: string): Revenue => ({
    accountId,
    bookedOn: "2018-01-31",
    amount: { minor, currency },
  });
  const records = {
    revenues: [revenue(100_00, "EUR"), revenue(1_000_00, "SEK")],
    coverage: { revenues: "complete" },
  } as const;
  const measure = { it: { sum: "revenues.amount", over } };

  it("is never added without a rate table", () => {
    expect(measureOne(measure, records, asOf)).toMatchObject({
      value: undefined,
      missing: ["revenues.amount otherCurrency"],
    });
  });

  it("is converted with one", () => {
    const rates = { to: "EUR", rates: { SEK: "0.0953" }, rounding: "halfUp" } as const;
    expect(measureOne(measure, records, asOf, { rates }).value).toBe(100_00 + 95_30);
  });

  it("stays unknown where the table leads elsewhere or lacks a rate", () => {
    const elsewhere = { to: "USD", rates: { SEK: "0.1", EUR: "1" }, rounding: "halfUp" } as const;
    const lacking = { to: "EUR", rates: {}, rounding: "halfUp" } as const;
    for (const rates of [elsewhere, lacking]) {
      expect(measureOne(measure, records, asOf, { rates }).value).toBeUndefined();
    }
  });
});
