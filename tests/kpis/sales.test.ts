import { describe, expect, it } from "vitest";
import {
  type Activity,
  type CustomerBase,
  money,
  type Offer,
  type Order,
} from "../../src/facts/index.js";
import { averageOrderValue, hitRate, onTimeDelivery } from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
const euros = (amount: string) => money(amount, "EUR");

describe("sales", () => {
  const made = { accountId: 1, madeOn: "2018-01-15", decidedOn: "2018-02-01" } as const;
  const offers: Offer[] = [
    { ...made, id: 1, status: "won", value: euros("100") },
    { ...made, id: 2, status: "delivered", value: euros("50"), decidedOn: "2018-01-25" },
    { ...made, id: 3, status: "lost", value: euros("450") },
    { id: 4, accountId: 1, madeOn: "2018-03-01", status: "open", value: euros("70") },
    { ...made, id: 5, status: "won" },
    { ...made, id: 6, status: "won", value: money("10", "SEK") },
    { id: 7, accountId: 1, madeOn: "2017-12-31", decidedOn: "2018-01-02", status: "lost" },
    { id: 8, accountId: 1, madeOn: "2018-05-01", status: "won", value: euros("1") },
    { id: 9, accountId: 1, madeOn: "2019-01-01", status: "open", value: euros("5") },
  ];
  const base: CustomerBase = {
    accounts: [{ id: 1 }],
    coverage: {
      offers: "complete",
      orders: "complete",
      activities: "complete",
      revenues: "complete",
    },
    offers,
  };

  it("KPI-09 hit rate by count and by value, among decided and among made offers", () => {
    const byCount = { by: "count", among: "decided" } as const;
    const decided = hitRate(offers, byCount, year);
    expect(decided).toMatchObject({ numerator: 4, denominator: 6 });
    // Offers 4 and 9 are open and offer 8 was won on an unknown day.
    expect(leftOut(decided)).toEqual({ undated: 3 });
    const byValue = { by: "value", among: "decided" } as const;
    const value = hitRate(offers, byValue, year);
    expect(value).toMatchObject({ value: 0.25, numerator: 15_000, denominator: 60_000 });
    expect(leftOut(value)).toEqual({ noAmount: 2, otherCurrency: 1, undated: 3 });
    const among = hitRate(offers, { by: "count", among: "made" }, year);
    expect(among).toMatchObject({ numerator: 5, denominator: 7 });
    expect(leftOut(among)).toEqual({ afterAsOf: 1, outsidePeriod: 1 });
    expect(hitRate([], byCount, year).undefinedBecause).toBe("nothingToMeasure");
    const sure = hitRate(offers, { ...byCount, confidence: 0.95 }, year);
    expect(sure.interval?.method).toBe("wilson");
    expect(hitRate(offers, { ...byValue, confidence: 0.95 }, year).interval).toBeUndefined();
    expect(bare(figureOn(base, "hitRate", byValue))).toEqual(bare(value));
    const open: Offer = { ...made, id: 1, status: "open" };
    expect(hitRate([open], byCount, year).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-09 other currencies come in by a rate, or are left out", () => {
    const rates = { to: "EUR", rates: { SEK: "0.1" }, rounding: "halfUp" } as const;
    const byValue = { by: "value", among: "decided" } as const;
    const figure = hitRate(offers, byValue, { ...year, rates });
    expect(figure).toMatchObject({ numerator: 15_100, denominator: 60_100 });
    expect(figureOn({ ...base, exchangeRates: rates }, "hitRate", byValue).numerator).toBe(15_100);
  });

  it("KPI-09 offers made, pipeline and sales cycle", () => {
    expect(figureOn(base, "offersMade", { by: "count" }).value).toBe(7);
    const values = figureOn(base, "offersMade", { by: "value" });
    expect(values).toMatchObject({ value: 67_100, unit: "money", currency: "EUR" });
    expect(figureOn(base, "pipeline", { by: "count" }).value).toBe(1);
    expect(figureOn(base, "pipeline", { by: "value" }).value).toBe(7000);
    const median = figureOn(base, "salesCycle", { quantile: 0.5, type: 7 });
    // Three took 17 days and one 10.
    expect(median).toMatchObject({ value: 17, denominator: 4, unit: "days" });
    expect(leftOut(median)).toMatchObject({ lost: 2 });
    const backwards = { ...base, offers: [{ ...offers[0]!, decidedOn: "2018-01-14" } as const] };
    const none = figureOn(backwards, "salesCycle", { quantile: 0.5, type: 7 });
    expect(leftOut(none)).toEqual({ decidedBeforeMade: 1 });
    expect(none.undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-09 opportunities by count and value", () => {
    const opportunity = { accountId: 1, openedOn: "2018-02-01" } as const;
    const opportunities = [
      { ...opportunity, id: 1, value: euros("5") },
      { ...opportunity, id: 2 },
    ];
    const some = { ...base, coverage: { opportunities: "complete" }, opportunities } as const;
    expect(figureOn(some, "opportunities", { by: "count" }).value).toBe(2);
    expect(figureOn(some, "opportunities", { by: "value" }).value).toBe(500);
    const none = figureOn(base, "opportunities", { by: "count" });
    expect(none.undefinedBecause).toBe("notSupplied");
  });

  it("KPI-09 average order value of nothing is undefined", () => {
    const order: Order = { id: 1, accountId: 1, orderedOn: "2018-03-01", value: euros("10.00") };
    const orders: Order[] = [
      order,
      { ...order, id: 2, value: euros("20.01") },
      { ...order, id: 3, value: money("1", "SEK") },
    ];
    const figure = averageOrderValue(orders, year);
    expect(figure).toMatchObject({ value: 1500.5, numerator: 3001, denominator: 2 });
    expect(leftOut(figure)).toEqual({ otherCurrency: 1 });
    expect(averageOrderValue([], year).undefinedBecause).toBe("nothingToMeasure");
    expect(bare(figureOn({ ...base, orders }, "averageOrderValue"))).toEqual(bare(figure));
  });

  it("KPI-09 on time is delivered by the promised day, the day included (S4 §9.7)", () => {
    const promised: Order = {
      ...{ id: 1, accountId: 1, orderedOn: "2018-03-01", value: euros("1") },
      promisedOn: "2018-03-08",
    };
    const delivered = (deliveredOn: Order["deliveredOn"], id = 2): Order => {
      return { ...promised, id, deliveredOn: deliveredOn! };
    };
    expect(onTimeDelivery([delivered("2018-03-08")], {}, year).value).toBe(1);
    expect(onTimeDelivery([delivered("2018-03-09")], {}, year).value).toBe(0);
    expect(onTimeDelivery([promised], {}, year).value).toBe(0);
    const { promisedOn, ...without } = promised;
    const march = { asOf: "2018-03-08", period: { calendar: "year" } } as const;
    const before = { ...march, asOf: "2018-03-07" } as const;
    expect(leftOut(onTimeDelivery([promised, without], {}, before))).toEqual({
      afterAsOf: 1,
      duplicate: 1,
    });
    const figure = onTimeDelivery([promised, { ...without, id: 9 }], {}, march);
    expect(figure).toMatchObject({ value: 0, denominator: 1 });
    expect(leftOut(figure)).toEqual({ undated: 1 });
    const orders = [delivered("2018-03-08"), delivered("2018-03-09", 3)];
    const sure = { confidence: 0.9 } as const;
    expect(bare(figureOn({ ...base, orders }, "onTimeDelivery", sure))).toEqual(
      bare(onTimeDelivery(orders, sure, year)),
    );
  });

  it("KPI-09 sales, margin and margin rate; an order without a margin is in neither", () => {
    const order = { accountId: 1, orderedOn: "2018-03-01" } as const;
    const orders: Order[] = [
      { ...order, id: 1, value: euros("100"), margin: euros("30") },
      { ...order, id: 2, value: euros("100"), margin: euros("-10") },
      { ...order, id: 3, value: euros("50") },
    ];
    const revenues = [
      {
        accountId: 1,
        bookedOn: "2018-02-01",
        amount: euros("80"),
        margin: euros("20"),
        cost: euros("60"),
      },
    ] as const;
    const invoices = [{ id: 1, accountId: 1, issuedOn: "2018-02-01", value: euros("7") }] as const;
    const all = {
      ...base,
      orders,
      revenues,
      invoices,
      coverage: { ...base.coverage, invoices: "complete" },
    } as const;
    const sales = (of: string) => figureOn(all, "sales", { of }).value;
    expect(sales("orderValue")).toBe(25_000);
    expect(sales("orderMargin")).toBe(2000);
    expect(sales("revenue")).toBe(8000);
    expect(sales("revenueMargin")).toBe(2000);
    expect(sales("revenueCost")).toBe(6000);
    expect(sales("invoiceValue")).toBe(700);
    const rate = figureOn(all, "marginRate", { of: "orderValue" });
    expect(rate).toMatchObject({ value: 0.1, numerator: 2000, denominator: 20_000 });
    expect(leftOut(rate)).toEqual({ noAmount: 1 });
    expect(figureOn(all, "marginRate", { of: "revenue" }).value).toBe(0.25);
    expect(figureOn(base, "sales", { of: "orderValue" }).value).toBe(0);
    expect(figureOn(base, "sales", { of: "invoiceValue" }).undefinedBecause).toBe("notSupplied");
    const refunds = orders.map((each) => ({ ...each, value: euros("-1") }));
    expect(
      figureOn({ ...all, orders: refunds }, "marginRate", { of: "orderValue" }).undefinedBecause,
    ).toBe("negativeValues");
  });

  it("KPI-09 sales cost, visits and customers contacted", () => {
    const activity: Activity = {
      id: 1,
      accountId: 1,
      kind: "visit",
      status: "held",
      heldOn: "2018-02-01",
    };
    const activities: Activity[] = [
      { ...activity, purpose: "sales", cost: euros("40") },
      { ...activity, id: 2, purpose: "sales" },
      { ...activity, id: 3, purpose: "care", cost: euros("9") },
      { ...activity, id: 4, kind: "call" },
    ];
    const some = { ...base, accounts: [{ id: 1 }, { id: 2 }], activities };
    const cost = figureOn(some, "salesCost");
    expect(cost.value).toBe(4000);
    expect(leftOut(cost)).toEqual({ noAmount: 1, purposeUnknown: 1 });
    expect(figureOn(some, "visits", { kinds: ["visit"] }).value).toBe(3);
    expect(figureOn(some, "contactedCustomers", { kinds: ["visit", "call"] }).value).toBe(1);
  });

  it("KPI-09 growth by product, line or brand", () => {
    const order = (
      id: number,
      orderedOn: Order["orderedOn"],
      amount: string,
      product?: string,
    ): Order => {
      return {
        id,
        accountId: 1,
        orderedOn,
        value: euros(amount),
        ...(product === undefined ? {} : { product }),
      };
    };
    const orders = [
      order(1, "2017-01-01", "100", "clocks"),
      order(2, "2018-12-31", "130", "clocks"),
      order(3, "2018-06-01", "20", "rings"),
      order(4, "2017-06-01", "100"),
      order(5, "2016-12-31", "999", "clocks"),
      order(6, "2019-01-01", "999", "clocks"),
      { ...order(7, "2018-06-01", "9", "rings"), value: money("9", "SEK") },
    ];
    const figure = figureOn({ ...base, orders }, "growth", { by: "product" });
    expect(figure).toMatchObject({ value: -0.25, numerator: 15_000, denominator: 20_000 });
    expect(figure.parts).toEqual([
      { key: "clocks", amount: 3000 },
      { key: "none", amount: -10_000 },
      { key: "rings", amount: 2000 },
    ]);
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, otherCurrency: 1, outsidePeriod: 1 });
    const always = { asOf: "2018-12-31", period: "always" } as const;
    const none = figureOn({ ...base, orders }, "growth", { by: "product" }, always);
    expect(none.undefinedBecause).toBe("nothingToMeasure");
    expect(leftOut(none)).toEqual({ noPeriodBefore: 1 });
  });
});
