import { describe, expect, it } from "vitest";
import type { Order } from "../../src/facts/index.js";
import {
  nextPeriodChange,
  nextWindowChange,
  windowBefore,
  windowDays,
} from "../../src/measures/index.js";
import { addDays, type CivilDate, toCivilDate, toEpochDay } from "../../src/time/index.js";
import golden from "../golden/measures/windows.json" with { type: "json" };
import { accountId, measureOne } from "./measure-one.js";

const ordersOn = (...days: readonly CivilDate[]): Order[] =>
  days.map((orderedOn, id) => ({
    id,
    accountId,
    orderedOn,
    value: { minor: 100, currency: "EUR" },
  }));

const count = (over: unknown) => ({ it: { count: "orders", over } });
const complete = { orders: "complete" } as const;
const campaigns = {
  own: [
    { label: "winter", from: "2018-01-15", until: "2018-03-29" },
    { label: "autumn", from: "2018-09-01", until: "2018-12-01" },
  ],
};

describe("RULE-05 windows, both sides of every edge", () => {
  it.each(golden.windows)("$description", ({ over, asOf, first, last }) => {
    const [from, until] = [first as CivilDate, last as CivilDate];
    const held = (date: CivilDate) =>
      measureOne(count(over), { orders: ordersOn(date), coverage: complete }, asOf as CivilDate);
    expect(held(from).value).toBe(1);
    expect(held(addDays(from, -1)).value).toBe(0);
    expect(held(until).value).toBe(1);
    expect(held(addDays(until, 1)).value).toBe(0);
  });

  it("always reaches back to the first day there is", () => {
    const orders = ordersOn("1900-01-01", "2018-03-28", "2018-03-29");
    const measured = measureOne(count("always"), { orders, coverage: complete }, "2018-03-28");
    expect(measured.value).toBe(2);
  });

  it("a rolling window of no length holds nothing", () => {
    const records = { orders: ordersOn("2018-03-28"), coverage: complete };
    expect(measureOne(count({ rolling: { days: 0 } }), records, "2018-03-28").value).toBe(0);
  });

  it("takes its length from a parameter", () => {
    const parameters = new Map([["halfYear", { kind: "duration" as const, value: { months: 6 } }]]);
    const over = { rolling: { parameter: "halfYear" } };
    const records = { orders: ordersOn("2017-09-28", "2017-09-29"), coverage: complete };
    expect(measureOne(count(over), records, "2018-03-28", { parameters }).value).toBe(1);
  });

  it.each<[string, unknown, CivilDate]>([
    ["between own periods", { calendar: campaigns }, "2018-05-01"],
    ["before the first own period", { calendar: campaigns }, "2018-01-14"],
    ["no own period before the first", { calendar: campaigns, offset: -1 }, "2018-02-01"],
    ["a year before all dates", { calendar: "year", offset: -1000 }, "2018-02-01"],
    ["a fiscal year that began before", { calendar: fiscal("year") }, "1900-03-31"],
  ])("is unknown where the window is no period: %s", (_, over, asOf) => {
    const measured = measureOne(count(over), { coverage: complete }, asOf);
    expect(measured).toMatchObject({ value: undefined, missing: ["measures.it.over outOfRange"] });
  });

  it("finds the first and last of the supported days, and never throws near them", () => {
    const wide = { rolling: { years: 10_000 } };
    const records = { orders: ordersOn("1900-01-02", "2199-12-31"), coverage: complete };
    for (const over of [wide, "always", { calendar: "year" }, { calendar: "week" }]) {
      for (const asOf of ["1900-01-01", "1900-01-02", "2199-12-31"] as const) {
        expect(measureOne(count(over), records, asOf).value).toBeTypeOf("number");
      }
    }
    expect(measureOne(count(wide), records, "2199-12-31").value).toBe(2);
  });
});

describe("RULE-05 a kind that is complete since a day", () => {
  const since = (over: unknown, day: CivilDate, asOf: CivilDate = "2018-03-28") =>
    measureOne(count(over), { coverage: { orders: { since: day } } }, asOf);

  it.each<[unknown, CivilDate]>([
    [{ rolling: { months: 12 } }, "2017-03-29"],
    [{ calendar: "year" }, "2018-01-01"],
    [{ calendar: "quarter", offset: -1 }, "2017-10-01"],
    [{ calendar: campaigns }, "2018-01-15"],
    ["always", "1900-01-01"],
  ])("%j is known when it begins on that day, unknown when it begins a day before", (over, day) => {
    expect(since(over, day)).toMatchObject({ value: 0, missing: [] });
    expect(since(over, addDays(day, 1))).toMatchObject({
      value: undefined,
      missing: ["orders incomplete"],
    });
  });

  it("the latest is known all the same when it lies within the known days", () => {
    const latest = (field: string, day: CivilDate) =>
      measureOne(
        { it: { latest: `orders.${field}`, over: "always" } },
        {
          orders: ordersOn(day).map((each) => ({ ...each, deliveredOn: day })),
          coverage: { orders: { since: "2018-01-01" } },
        },
        "2018-03-28",
      );
    expect(latest("orderedOn", "2018-01-01").value).toBe(toEpochDay("2018-01-01"));
    expect(latest("orderedOn", "2017-12-31").missing).toEqual(["orders incomplete"]);
    // An older order may have been delivered later than any that is known.
    expect(latest("deliveredOn", "2018-01-01").missing).toEqual(["orders incomplete"]);
  });

  it("says when the window has moved into the known days", () => {
    const rolling = since({ rolling: { months: 12 } }, "2018-01-01");
    expect(rolling.nextChange).toBe("2018-12-31");
    expect(since({ rolling: { months: 12 } }, "2018-01-01", "2018-12-31").value).toBe(0);
    expect(since({ rolling: { months: 12 } }, "2018-01-01", "2018-12-30").value).toBeUndefined();
  });
});

describe("RULE-05 when a measure may change", () => {
  const change = (over: unknown, ...days: readonly CivilDate[]) =>
    measureOne(count(over), { orders: ordersOn(...days), coverage: complete }, "2018-03-28")
      .nextChange;
  const year = { rolling: { months: 12 } };

  it("a rolling window loses its oldest record", () => {
    expect(change(year, "2017-03-29", "2017-06-01")).toBe("2018-03-29");
    expect(change(year, "2017-06-01", "2018-03-01")).toBe("2018-06-01");
  });

  it("what has left it already changes nothing", () => {
    expect(change(year, "2016-09-01", "2017-06-01")).toBe("2018-06-01");
    expect(change(year, "2016-09-01")).toBeUndefined();
    expect(change(year)).toBeUndefined();
  });

  it("a plan becomes history", () => {
    expect(change("always", "2018-04-03", "2018-04-01")).toBe("2018-04-01");
    expect(change("always", "2018-03-28")).toBeUndefined();
  });

  it("a calendar period ends", () => {
    expect(change({ calendar: "year" })).toBe("2019-01-01");
    expect(change({ calendar: campaigns })).toBe("2018-03-29");
  });

  it("one record may leave on a day that a clamped month shares with another", () => {
    const month = { kind: "rolling", duration: { months: 1 } } as const;
    const leaves = (oldest: CivilDate, asOf: CivilDate) =>
      toCivilDate(nextWindowChange(month, toEpochDay(oldest), toEpochDay(asOf)));
    expect(leaves("2018-02-28", "2018-03-01")).toBe("2018-03-28");
    expect(leaves("2018-02-27", "2018-03-01")).toBe("2018-03-27");
  });

  it("a calendar window is cut off after the day of asking", () => {
    const year = { kind: "calendar", definition: "year", offset: 0 } as const;
    const day = toEpochDay("2018-03-28");
    expect(windowDays(year, day)).toMatchObject({ untilDay: day + 1 });
    const lastYear = windowDays({ ...year, offset: -1 }, day);
    expect(lastYear).toMatchObject({ untilDay: toEpochDay("2018-01-01") });
  });

  it("own periods begin and end", () => {
    const next = (asOf: CivilDate) => nextPeriodChange(campaigns as never, toEpochDay(asOf));
    expect(toCivilDate(next("2018-01-01"))).toBe("2018-01-15");
    expect(toCivilDate(next("2018-03-28"))).toBe("2018-03-29");
    expect(toCivilDate(next("2018-03-29"))).toBe("2018-09-01");
    expect(next("2018-12-01")).toBe(Number.POSITIVE_INFINITY);
  });

  it("a fiscal year that began before all dates may end any day", () => {
    const day = toEpochDay("1900-03-30");
    expect(nextPeriodChange(fiscal("year"), day)).toBe(day + 1);
    const april = toEpochDay("1900-04-01");
    expect(toCivilDate(nextPeriodChange(fiscal("year"), april))).toBe("1901-04-01");
  });

  it("all of time has no end", () => {
    expect(nextWindowChange({ kind: "always" }, 0, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(windowDays({ kind: "always" }, 1)?.untilDay).toBe(2);
    expect(windowBefore({ kind: "always" }, 1)).toBeUndefined();
  });
});

function fiscal(kind: "year" | "half" | "quarter") {
  return { fiscal: kind, startMonth: 4 } as const;
}
