import { describe, expect, it } from "vitest";
import { countRepeatPeriods, summarizePurchases } from "../../src/segments/index.js";
import { toEpochDay } from "../../src/time/index.js";
import { faultOf } from "../time/fault-of.js";

const columns = (
  rows: readonly (readonly [number, `${number}-${number}-${number}`, number])[],
) => ({
  account: Uint32Array.from(rows, ([account]) => account),
  day: Int32Array.from(rows, ([, day]) => toEpochDay(day)),
  minor: Float64Array.from(rows, ([, , minor]) => minor),
});

describe("SEG-15 purchases of every account", () => {
  const orders = columns([
    [2, "2018-03-01", 300],
    [0, "2017-12-31", 100],
    [2, "2018-01-31", 50],
    [2, "2018-03-31", 1],
    [0, "2018-01-01", 5],
    [2, "2018-03-31", 7],
  ]);

  it("counts orders and repeat periods under different names, in any order of rows", () => {
    const found = summarizePurchases(orders, { accounts: 4 });
    expect([...found.orders]).toEqual([2, 0, 4, 0]);
    expect([...countRepeatPeriods(orders, { accounts: 4, period: "month" })]).toEqual([1, 0, 1, 0]);
    expect([...found.minor]).toEqual([105, 0, 358, 0]);
    const days = (...all: string[]) => all.map((each) => toEpochDay(each as "2018-01-01"));
    expect([found.firstDay[0], found.firstDay[2]]).toEqual(days("2017-12-31", "2018-01-31"));
    expect([found.lastDay[0], found.lastDay[2]]).toEqual(days("2018-01-01", "2018-03-31"));
  });

  it.each([
    ["day", [1, 0, 2, 0]],
    ["month", [1, 0, 1, 0]],
    ["quarter", [1, 0, 0, 0]],
    ["year", [1, 0, 0, 0]],
  ] as const)("repeats by %s", (period, expected) => {
    expect([...countRepeatPeriods(orders, { accounts: 4, period })]).toEqual(expected);
  });

  it("tells days apart however far they lie from each other", () => {
    const days = [0, 1, 31, 32, 33, 63, 64, 65, 96, 128, 160].map((each) => 17_000 + each);
    const rows = {
      account: new Uint32Array(days.length),
      day: Int32Array.from(days),
      minor: new Float64Array(days.length),
    };
    expect([...countRepeatPeriods(rows, { accounts: 1, period: "day" })]).toEqual([10]);
  });

  it("is all 0 without orders", () => {
    const found = summarizePurchases(columns([]), { accounts: 2 });
    const repeats = countRepeatPeriods(columns([]), { accounts: 2, period: "day" });
    expect([...found.orders, ...repeats, ...found.minor]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("marks the periods of many accounts in blocks, so that memory stays bounded", () => {
    // Three centuries of days are 3,425 words an account, and a block holds 4,898 accounts.
    const rows = columns([
      [0, "1900-01-01", 1],
      [0, "2199-12-31", 1],
      [5000, "1950-01-01", 1],
      [5000, "1950-01-02", 1],
      [5000, "1950-01-02", 1],
    ]);
    const repeats = countRepeatPeriods(rows, { accounts: 5001, period: "day" });
    expect([repeats[0], repeats[1], repeats[5000]]).toEqual([1, 0, 1]);
  });

  it("throws for columns that are not aligned, unknown accounts and impossible days", () => {
    const definition = { accounts: 4, period: "month" } as const;
    const short = { ...orders, day: new Int32Array(1) };
    const cheap = { ...orders, minor: new Float64Array(1) };
    expect(faultOf(() => summarizePurchases(short, definition))[0]).toBe("not-aligned");
    expect(faultOf(() => summarizePurchases(cheap, definition))[0]).toBe("not-aligned");
    const few = { ...definition, accounts: 2 };
    expect(faultOf(() => summarizePurchases(orders, few))[0]).toBe("unknown-account");
    const late = { ...orders, day: Int32Array.of(1, 2, 3, 4, 5, 99_999) };
    expect(faultOf(() => countRepeatPeriods(late, definition))[0]).toBe("date-out-of-range");
    const early = { ...orders, day: Int32Array.of(1, 2, 3, 4, 5, -99_999) };
    expect(faultOf(() => countRepeatPeriods(early, definition))[0]).toBe("date-out-of-range");
  });
});
