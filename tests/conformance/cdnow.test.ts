import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import type { CustomerBase, Order } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  cellAt,
  expectedPurchases,
  expectedSpend,
  fitPurchases,
  fitSpend,
  forecastPurchases,
  summarizeRepeatPurchases,
} from "../../src/value/index.js";
import {
  naiveExpectedPurchases,
  naivePurchaseLikelihood,
} from "../reference/naive-value-models.js";

const base = readTransactions();
const histories = summarizeRepeatPurchases(base, {
  from: "1997-01-01",
  calibrationUntil: "1997-10-01",
  heldOutUntil: "1998-07-01",
  unit: "weeks",
  counts: "everyOrder",
  currency: "USD",
});
const purchases = fitPurchases(histories);
const rows = base.accounts.map((_, row) => ({
  repeats: histories.repeats[row]!,
  lastRepeatAt: histories.lastRepeatAt[row]!,
  observedFor: histories.observedFor[row]!,
}));

describe("SEG-23 the CDNOW sample of Fader and Hardie", () => {
  it("is read whole", () => {
    expect(base.orders).toHaveLength(6919);
    expect(base.accounts).toHaveLength(2357);
    expect(histories.excluded).toEqual([]);
  });

  it("SEG-23 has the published customer: x = 2, tₓ = 30.43, T = 38.86", () => {
    expect(rows[0]!.repeats).toBe(2);
    expect(rows[0]!.lastRepeatAt).toBeCloseTo(30.43, 2);
    expect(rows[0]!.observedFor).toBeCloseTo(38.86, 2);
  });

  it("SEG-23 gives the published parameters of BG/NBD (2005)", () => {
    const { parameters, convergence } = purchases;
    expect(parameters!.r).toBeCloseTo(0.243, 3);
    expect(parameters!.alpha).toBeCloseTo(4.414, 3);
    expect(parameters!.a).toBeCloseTo(0.793, 3);
    expect(parameters!.b).toBeCloseTo(2.426, 3);
    expect(convergence.logLikelihood).toBeCloseTo(-9582.4, 1);
    expect(convergence).toMatchObject({ converged: true, reason: "slopeVanished", atBounds: [] });
    // By a second method: the formula of the paper, customer by customer.
    expect(naivePurchaseLikelihood(rows, parameters!)).toBeCloseTo(convergence.logLikelihood!, 5);
  });

  it("SEG-23 expects 1.226 purchases of that customer in the next 39 weeks", () => {
    expect(expectedPurchases(rows[0]!, purchases, 39)).toBeCloseTo(1.226, 3);
  });

  it("SEG-23 forecasts the purchases held out, as ₂F₁ does, some 4 % short over 78 weeks", () => {
    const forecast = forecastPurchases(histories, purchases, { ahead: 39 });
    const expected = forecast.data.reduce((sum, each) => sum + each, 0);
    const slow = rows.reduce(
      (sum, row) => sum + naiveExpectedPurchases(row, purchases.parameters!, 39),
      0,
    );
    expect(expected).toBeCloseTo(slow, 6);
    const bought = histories.heldOut!.data.reduce((sum, each) => sum + each, 0);
    expect(bought).toBe(1882);
    const before = histories.repeats.reduce((sum, each) => sum + each, 0);
    // The paper tracks repeat purchases of the whole time since each customer's first one.
    const beginner = { repeats: 0, lastRepeatAt: 0, observedFor: 0 };
    const tracked = rows.reduce(
      (sum, { observedFor }) => sum + expectedPurchases(beginner, purchases, observedFor + 39)!,
      0,
    );
    const short = 1 - tracked / (before + bought);
    expect(short).toBeGreaterThan(0.03);
    expect(short).toBeLessThan(0.05);
  });

  it("SEG-23 ranks the customers as the purchases held out do, by number bought before", () => {
    const forecast = forecastPurchases(histories, purchases, { ahead: 39 });
    const byRepeats = new Map<number, { expected: number; bought: number; customers: number }>();
    for (const [row, { repeats }] of rows.entries()) {
      const key = Math.min(repeats, 7);
      const group = byRepeats.get(key) ?? { expected: 0, bought: 0, customers: 0 };
      group.expected += cellAt(forecast, row)!;
      group.bought += cellAt(histories.heldOut!, row)!;
      group.customers += 1;
      byRepeats.set(key, group);
    }
    for (const { expected, bought, customers } of byRepeats.values()) {
      expect(Math.abs(expected - bought) / customers).toBeLessThan(1);
    }
    const means = [0, 1, 2, 3, 4, 7].map((key) => {
      const { expected, customers } = byRepeats.get(key)!;
      return expected / customers;
    });
    expect(means).toEqual(means.toSorted((left, right) => left - right));
  });

  it("SEG-23 gives the published parameters of Gamma-Gamma (2013)", () => {
    const spend = fitSpend(histories, { correlationLimit: 0.2 });
    expect(spend.customers).toBe(946);
    expect(spend.parameters!.p).toBeCloseTo(6.25, 2);
    expect(spend.parameters!.q).toBeCloseTo(3.74, 1);
    expect(spend.parameters!.v / 100).toBeCloseTo(15.44, 1);
    // In dollars, as the R package CLVTools has it: −4,055.92; a density in cents is 100 times less.
    const inDollars = spend.convergence.logLikelihood! + 946 * Math.log(100);
    expect(inDollars).toBeCloseTo(-4055.92, 1);
    expect(spend.findings).toEqual([]);
    // Fader, Hardie & Lee (2005, RFM and CLV) give 0.11 for these 946 customers.
    expect(spend.correlation).toBeCloseTo(0.11, 2);
    expect(expectedSpend({ repeats: 0 }, spend)! / 100).toBeCloseTo(35.2, 1);
  });
});

function readTransactions(): CustomerBase {
  const text = readFileSync(join(inject("oracles"), "cdnow-sample.txt"), "utf8");
  const orders = text
    .trim()
    .split(/\r?\n/)
    .map((line, id): Order => {
      const [, accountId, day = "", , dollars = ""] = line.trim().split(/\s+/);
      const orderedOn = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` as CivilDate;
      const minor = Number(dollars.replace(".", ""));
      return { id, accountId: accountId!, orderedOn, value: { minor, currency: "USD" } };
    });
  const ids = new Set(orders.map(({ accountId }) => accountId));
  return {
    accounts: [...ids].map((id) => ({ id })),
    coverage: { orders: "complete" },
    orders,
  };
}
