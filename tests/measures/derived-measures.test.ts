import { describe, expect, it } from "vitest";
import type { AccountRecords, Order } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { accountId, measureOne } from "./measure-one.js";

const order = (orderedOn: CivilDate, minor: number, more: Partial<Order> = {}): Order => ({
  id: orderedOn,
  accountId,
  orderedOn,
  value: { minor, currency: "EUR" },
  ...more,
});
const coverage = { orders: "complete" } as const;
const year = { rolling: { months: 12 } };
const sales = { sum: "orders.value", over: year };
const asOf = "2018-03-28";

describe("RULE-05 ratio", () => {
  const share = {
    it: { ratio: "watches", to: "sales" },
    watches: { ...sales, where: { field: "businessLine", equals: "watches" } },
    sales,
  };

  it("divides one measure by another", () => {
    const orders = [
      order("2018-01-01", 300, { businessLine: "watches" }),
      order("2018-01-02", 100, { businessLine: "clocks" }),
    ];
    expect(measureOne(share, { orders, coverage }, asOf)).toMatchObject({
      value: 0.75,
      missing: [],
    });
  });

  it("is unknown, with its reason, where the divisor is zero", () => {
    expect(measureOne(share, { coverage }, asOf)).toMatchObject({
      value: undefined,
      missing: ["measures.it zeroDenominator"],
    });
  });

  it("lacks what its parts lack, each once", () => {
    expect(measureOne(share, {}, asOf).missing).toEqual(["orders notSupplied"]);
    const ofTwo = { it: { ratio: "a", to: "b" }, a: { count: "orders", over: year } };
    const both = { ...ofTwo, b: { count: "activities", over: year } };
    expect(measureOne(both, {}, asOf).missing).toEqual([
      "orders notSupplied",
      "activities notSupplied",
    ]);
    const one = {
      ...both,
      a: { count: "activities", over: year },
      b: { count: "orders", over: year },
    };
    expect(measureOne(one, { coverage }, asOf).missing).toEqual(["activities notSupplied"]);
  });

  it("is none where a part is known to be none", () => {
    const smallest = { minimum: "orders.value", over: year };
    const measures = {
      it: { ratio: "smallest", to: "largest" },
      smallest,
      largest: { maximum: "orders.value", over: year },
    };
    expect(measureOne(measures, { coverage }, asOf)).toMatchObject({ value: null, missing: [] });
    const toNone = { it: { ratio: "sales", to: "smallest" }, sales, smallest };
    expect(measureOne(toNone, { coverage }, asOf)).toMatchObject({ value: null, missing: [] });
  });

  it("is unknown where it would leave the numbers", () => {
    const measures = {
      it: { ratio: "some", to: "little" },
      some: { supplied: "number" },
      little: { supplied: "number" },
    };
    const handed = { measures: { some: 1e300, little: 1e-300 } };
    expect(measureOne(measures, handed, asOf).missing).toEqual(["measures.it outOfRange"]);
  });

  it("may be made of ratios", () => {
    const measures = {
      it: { ratio: "half", to: "third" },
      half: { ratio: "one", to: "two" },
      third: { ratio: "one", to: "three" },
      one: { supplied: "number" },
      two: { supplied: "number" },
      three: { supplied: "number" },
    };
    const handed = { measures: { one: 1, two: 2, three: 3 } };
    expect(measureOne(measures, handed, asOf).value).toBe(1.5);
  });
});

describe("RULE-05 growth", () => {
  const grown = { it: { growth: "sales" }, sales };

  it("is (now − before) ÷ before, window against window", () => {
    const orders = [order("2016-03-29", 150), order("2017-03-28", 50), order("2017-03-29", 300)];
    expect(measureOne(grown, { orders, coverage }, asOf).value).toBe(0.5);
    expect(measureOne(grown, { orders: orders.slice(1), coverage }, asOf).value).toBe(5);
  });

  it("of a calendar period compares with the period before", () => {
    const quarter = { count: "orders", over: { calendar: "quarter", offset: -1 } };
    const orders = ["2017-09-30", "2017-10-01", "2017-12-31", "2018-01-01"].map((day) => {
      return order(day as CivilDate, 1);
    });
    const measures = { it: { growth: "quarter" }, quarter };
    expect(measureOne(measures, { orders, coverage }, asOf).value).toBe(1);
  });

  it("is unknown where nothing was before", () => {
    const orders = [order("2018-01-01", 300)];
    expect(measureOne(grown, { orders, coverage }, asOf)).toMatchObject({
      value: undefined,
      missing: ["measures.it zeroDenominator"],
    });
  });

  it("is unknown where the window before is not complete, though the window is", () => {
    const since = (day: CivilDate) =>
      measureOne(
        grown,
        { orders: [order("2017-01-01", 1)], coverage: { orders: { since: day } } },
        asOf,
      );
    expect(since("2016-03-29").value).toBe(-1);
    expect(since("2016-03-30")).toMatchObject({ value: undefined, missing: ["orders incomplete"] });
    expect(since("2016-03-30").nextChange).toBe("2018-03-29");
  });

  it("is unknown where the window before has no days", () => {
    const own = [
      { label: "winter", from: "2018-01-15", until: "2018-03-29" },
      { label: "autumn", from: "2018-09-01", until: "2018-12-01" },
    ];
    const season = { count: "orders", over: { calendar: { own }, offset: -1 } };
    expect(
      measureOne({ it: { growth: "season" }, season }, { coverage }, "2018-10-01"),
    ).toMatchObject({
      value: undefined,
      missing: ["measures.season.over outOfRange"],
    });
  });

  it("is unknown for a record of the window before that cannot be read; the measure itself is known", () => {
    const orders = [
      order("2017-01-01", 1, { value: { minor: 1, currency: "SEK" } }),
      order("2018-01-01", 300),
    ];
    expect(measureOne(grown, { orders, coverage }, asOf).missing).toEqual([
      "orders.value otherCurrency",
    ]);
    expect(measureOne({ it: sales }, { orders, coverage }, asOf)).toMatchObject({
      value: 300,
      missing: [],
    });
    const both = { it: sales, other: { growth: "it" } };
    expect(measureOne(both, { orders, coverage }, asOf).value).toBe(300);
  });

  it("changes when a record leaves the window before as well", () => {
    const orders = [order("2016-06-01", 1), order("2017-12-01", 1)];
    const measured = measureOne(grown, { orders, coverage }, asOf);
    expect(measured).toMatchObject({ value: 0, nextChange: "2018-06-01" });
    expect(measureOne(grown, { orders, coverage }, "2018-06-01").missing).toEqual([
      "measures.it zeroDenominator",
    ]);
  });
});

describe("RULE-05 daysSince", () => {
  const since = { it: { daysSince: "last" }, last: { latest: "orders.orderedOn", over: "always" } };

  it.each<[CivilDate, number]>([
    ["2018-03-28", 0],
    ["2018-03-27", 1],
    ["2017-03-28", 365],
  ])("from %s is %d", (day, expected) => {
    expect(measureOne(since, { orders: [order(day, 1)], coverage }, asOf).value).toBe(expected);
  });

  it("is none where there is no such day, and unknown where the day is", () => {
    expect(measureOne(since, { coverage }, asOf)).toMatchObject({ value: null, missing: [] });
    expect(measureOne(since, {}, asOf).missing).toEqual(["orders notSupplied"]);
  });

  it("of a day to come is negative", () => {
    const promised = { it: since.it, last: { latest: "orders.promisedOn", over: "always" } };
    const orders = [order("2018-03-01", 1, { promisedOn: "2018-04-04" })];
    expect(measureOne(promised, { orders, coverage }, asOf).value).toBe(-7);
  });

  it("makes a ratio change every day", () => {
    const count = { count: "orders", over: "always" };
    const orders = [order("2018-03-18", 1), order("2018-03-18", 2)];
    const rhythm = { it: { ratio: "days", to: "count" }, days: since.it, last: since.last, count };
    expect(measureOne(rhythm, { orders, coverage }, asOf)).toMatchObject({
      value: 5,
      nextChange: "2018-03-29",
    });
    const inverse = { ...rhythm, it: { ratio: "count", to: "days" } };
    expect(measureOne(inverse, { orders, coverage }, asOf).nextChange).toBe("2018-03-29");
    expect(measureOne(since, { orders, coverage }, asOf).nextChange).toBeUndefined();
  });
});

describe("RULE-05 supplied ready-made", () => {
  const handed = (kind: string, value: unknown) => {
    const measures = { it: value } as NonNullable<AccountRecords["measures"]>;
    return measureOne({ it: { supplied: kind } }, { measures }, asOf);
  };

  it.each<[string, unknown, unknown]>([
    ["number", 0.5, 0.5],
    ["money", { minor: 100, currency: "EUR" }, 100],
    ["date", "2018-01-15", 17_546],
    ["boolean", false, false],
    ["text", "gold", "gold"],
  ])("as %s", (kind, value, expected) => {
    expect(handed(kind, value)).toMatchObject({ value: expected, missing: [] });
  });

  it.each<[string, unknown, string]>([
    ["number", undefined, "missing"],
    ["number", "0.5", "illTyped"],
    ["money", { minor: 100, currency: "SEK" }, "otherCurrency"],
    ["date", "2018-02-30", "illTyped"],
  ])("as %s it is never coerced from %j", (kind, value, why) => {
    expect(handed(kind, value)).toMatchObject({
      value: undefined,
      missing: [`measures.it ${why}`],
    });
  });

  it("is missing where nothing of that name is handed over", () => {
    const measures = { it: { supplied: "number" } };
    expect(measureOne(measures, {}, asOf).missing).toEqual(["measures.it missing"]);
    const inherited = {
      toString: { supplied: "text" },
      it: { ratio: "one", to: "one" },
      one: { supplied: "number" },
    };
    expect(measureOne(inherited, { measures: {} }, asOf).missing).toEqual(["measures.one missing"]);
  });
});
