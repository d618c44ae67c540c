import { describe, expect, it } from "vitest";
import type { CustomerBase, Order } from "../../src/facts/index.js";
import { HoitoError } from "../../src/shapes/index.js";
import { type CivilDate, toEpochDay } from "../../src/time/index.js";
import {
  cellAt,
  type OrderColumns,
  type RepeatPurchaseDefinition,
  summarizeRepeatPurchases,
} from "../../src/value/index.js";

const definition: RepeatPurchaseDefinition = {
  from: "1997-01-01",
  calibrationUntil: "1997-10-01",
  unit: "weeks",
  counts: "everyOrder",
  currency: "USD",
};

let next = 0;
const order = (accountId: string, orderedOn: string, minor: unknown, currency = "USD"): Order => ({
  id: next++,
  accountId,
  orderedOn: orderedOn as CivilDate,
  value: { minor: minor as number, currency },
});

function baseOf(orders: readonly Order[], coverage: CustomerBase["coverage"] = all): CustomerBase {
  return { accounts: [{ id: "A" }, { id: "B" }], coverage, orders };
}
const all = { orders: "complete" } as const;

describe("SEG-23 the summary of repeat purchases", () => {
  it("has the published history of the first customer of the CDNOW sample", () => {
    const histories = summarizeRepeatPurchases(
      baseOf([
        order("A", "1997-08-02", 1496),
        order("A", "1997-01-01", 2933),
        order("A", "1997-01-18", 2973),
        order("A", "1997-12-12", 2648),
      ]),
      definition,
    );
    expect(histories.repeats[0]).toBe(2);
    expect(histories.lastRepeatAt[0]).toBeCloseTo(30.43, 2);
    expect(histories.observedFor[0]).toBeCloseTo(38.86, 2);
    expect(cellAt(histories.averageSpend, 0)).toBe((1496 + 2973) / 2);
    expect(histories.excluded).toEqual([{ reason: "noPurchase", count: 1 }]);
    expect(histories.heldOut).toBeUndefined();
    expect(histories.method).toEqual({
      granularity: "day",
      counts: "everyOrder",
      observedTo: "lastDay",
      spendOf: "repeatPurchases",
    });
  });

  it("takes several orders of a day for one purchase", () => {
    const histories = summarizeRepeatPurchases(
      baseOf([
        order("A", "1997-01-01", 100),
        order("A", "1997-01-01", 900),
        order("A", "1997-01-11", 300),
        order("A", "1997-01-11", 500),
      ]),
      { ...definition, unit: "days" },
    );
    expect([...histories.repeats]).toEqual([1, 0]);
    expect(histories.lastRepeatAt[0]).toBe(10);
    expect(histories.observedFor[0]).toBe(272);
    expect(cellAt(histories.averageSpend, 0)).toBe(800);
  });

  it("observes up to the day before the end, and holds out from there", () => {
    const orders = [
      order("A", "1997-01-01", 100),
      order("A", "1997-09-30", 200),
      order("A", "1997-10-01", 300),
      order("A", "1998-06-30", 400),
      order("A", "1998-07-01", 500),
    ];
    const held = { ...definition, heldOutUntil: "1998-07-01" } as const;
    const histories = summarizeRepeatPurchases(baseOf(orders), held);
    expect(histories.repeats[0]).toBe(1);
    expect(histories.lastRepeatAt[0]).toBe(histories.observedFor[0]);
    expect(cellAt(histories.heldOut!, 0)).toBe(2);
    expect(cellAt(histories.heldOut!, 1)).toBeUndefined();
  });

  it("leaves out who bought before, and who first bought afterwards", () => {
    const histories = summarizeRepeatPurchases(
      baseOf([
        order("A", "1996-12-31", 100),
        order("A", "1997-03-01", 100),
        order("B", "1997-10-01", 100),
        order("C", "1997-02-01", 100),
      ]),
      { ...definition, heldOutUntil: "1998-01-01" },
    );
    expect(histories.excluded).toEqual([
      { reason: "boughtBefore", count: 1 },
      { reason: "noPurchase", count: 1 },
    ]);
    expect([...histories.valid]).toEqual([0]);
  });

  it("knows nobody where the orders are not known for all the days", () => {
    const orders = [order("A", "1997-03-01", 100)];
    const unknown = [{ reason: "ordersUnknown", count: 2 }];
    expect(summarizeRepeatPurchases(baseOf(orders, {}), definition).excluded).toEqual(unknown);
    const since = (day: CivilDate) => ({ orders: { since: day } });
    const late = summarizeRepeatPurchases(baseOf(orders, since("1997-01-02")), definition);
    expect(late.excluded).toEqual(unknown);
    const enough = summarizeRepeatPurchases(baseOf(orders, since("1997-01-01")), definition);
    expect(enough.excluded).toEqual([{ reason: "noPurchase", count: 1 }]);
    const none: CustomerBase = { accounts: [{ id: "A" }], coverage: all };
    expect(summarizeRepeatPurchases(none, definition).excluded).toHaveLength(1);
  });

  it("does not guess a day or an amount", () => {
    const orders = [
      order("A", "1997-01-01", 100),
      order("A", "1997-02-01", 100, "SEK"),
      order("B", "1997-01-01", 100),
      order("B", "1997-02-30", 100),
    ];
    const histories = summarizeRepeatPurchases(baseOf(orders), definition);
    expect(histories.repeats[0]).toBe(1);
    expect(cellAt(histories.averageSpend, 0)).toBeUndefined();
    expect(histories.excluded).toEqual([{ reason: "dayUnreadable", count: 1 }]);
    const rates = { to: "USD", rates: { SEK: "0.5" }, rounding: "halfUp" } as const;
    const converted = summarizeRepeatPurchases(
      { ...baseOf(orders), exchangeRates: rates },
      definition,
    );
    expect(cellAt(converted.averageSpend, 0)).toBe(50);
  });

  it("counts days that come to nothing, unless they have to be paid", () => {
    const orders = [
      order("A", "1997-01-01", 100),
      order("A", "1997-02-01", 0),
      order("A", "1997-03-01", 500),
      order("A", "1997-03-01", -500),
      order("A", "1997-04-01", 200),
      order("B", "1997-04-01", 0),
    ];
    const paid = { ...definition, counts: "paidDays" } as const;
    expect([...summarizeRepeatPurchases(baseOf(orders), definition).repeats]).toEqual([3, 0]);
    const histories = summarizeRepeatPurchases(baseOf(orders), paid);
    expect([...histories.repeats]).toEqual([1, 0]);
    expect(histories.excluded).toEqual([{ reason: "noPurchase", count: 1 }]);
    const unread = [...orders, order("A", "1997-05-01", "much")];
    expect(summarizeRepeatPurchases(baseOf(unread), paid).excluded).toEqual([
      { reason: "noPurchase", count: 1 },
      { reason: "valueUnreadable", count: 1 },
    ]);
    const twice = [...unread, order("A", "soon", 1)];
    expect(summarizeRepeatPurchases(baseOf(twice), paid).excluded[0]?.reason).toBe("dayUnreadable");
  });

  it("reads columns like a base, and leaves out orders of nobody", () => {
    const first = toEpochDay("1997-01-01");
    const columns: OrderColumns = {
      kind: "orderColumns",
      accounts: 2,
      account: [0, 0, 1, 7, -1, 0.5, Number.NaN],
      day: [first, first + 14, Number.NaN, first, first, first, first],
      minor: [100, 200, 300, 1, 1, 1, 1],
      currency: "USD",
      completeFrom: first,
    };
    const histories = summarizeRepeatPurchases(columns, definition);
    expect([...histories.repeats]).toEqual([1, 0]);
    expect(histories.lastRepeatAt[0]).toBe(2);
    expect(cellAt(histories.averageSpend, 0)).toBe(200);
    expect(histories.excluded).toEqual([{ reason: "dayUnreadable", count: 1 }]);
    const tomorrow = { ...columns, completeFrom: first + 1 };
    expect(summarizeRepeatPurchases(tomorrow, definition).excluded[0]?.count).toBe(2);
  });

  it.each([
    [{ calibrationUntil: "1997-01-01" }, "span-reversed", "calibrationUntil"],
    [{ heldOutUntil: "1997-10-01" }, "span-reversed", "heldOutUntil"],
    [{ from: "1997-02-30" }, "not-a-civil-date", "date"],
  ])("throws for %o", (wrong, code, path) => {
    const ask = () =>
      summarizeRepeatPurchases(baseOf([]), { ...definition, ...(wrong as { from: "1997-01-01" }) });
    expect(ask).toThrow(HoitoError);
    try {
      ask();
    } catch (error) {
      expect(error).toMatchObject({ code, path });
    }
  });
});
