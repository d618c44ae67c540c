import type { Order } from "../facts/index.js";
import { accountAmount } from "./account-amount.js";
import { isWithin } from "./account-facts.js";
import { NO_LABEL } from "./cut-accounts.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio } from "./figure-of.js";
import { sincePeriodBefore } from "./figure-window.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational, type RateMethod, rateKind, result } from "./rate-kind.js";
import { count, exclude, histogramOf, place, sortedEntries } from "./tally.js";

/**
 * The mean value of the orders of a period.
 *
 * A record is an order: where records are order lines, the figure is that of a line.
 *
 * @param orders - in any order; those in a currency without a rate are left out
 * @param context - day, period and currency
 * @returns minor units, not rounded; numerator and denominator are the sum and the orders
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Two orders
 * ```ts
 * import { money } from "hoito/facts";
 * import { averageOrderValue } from "hoito/kpis";
 *
 * const orders = ["10.00", "20.00"].map((amount, id) => {
 *   return { id, accountId: 1, orderedOn: "2018-03-01", value: money(amount, "EUR") } as const;
 * });
 * const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
 * averageOrderValue(orders, year).value; // => 1500
 * ```
 *
 * @category KPIs
 */
export function averageOrderValue(orders: readonly Order[], context: RecordContext): Figure {
  return overRecords(averageOrderKind, { orders }, {}, context);
}

/**
 * The share of orders delivered by the day that was promised, among those promised for the period.
 *
 * Delivered on the promised day is on time. An order whose day has passed and that is not delivered
 * is late; one promised for after `asOf` cannot be judged yet. Orders without a promise are left
 * out.
 *
 * @param orders - in any order
 * @param method - `confidence` of an interval
 * @param context - day and period
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example On the day, a day late, and not yet
 * ```ts
 * import { money } from "hoito/facts";
 * import { onTimeDelivery } from "hoito/kpis";
 *
 * const order = { accountId: 1, orderedOn: "2018-03-01", value: money("1", "EUR") } as const;
 * const orders = [
 *   { ...order, id: 1, promisedOn: "2018-03-08", deliveredOn: "2018-03-08" },
 *   { ...order, id: 2, promisedOn: "2018-03-08", deliveredOn: "2018-03-09" },
 *   { ...order, id: 3, promisedOn: "2018-04-08" },
 * ] as const;
 * const march = { asOf: "2018-03-31", period: { calendar: "year" } } as const;
 * onTimeDelivery(orders, {}, march).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function onTimeDelivery(
  orders: readonly Order[],
  method: RateMethod,
  context: RecordContext,
): Figure {
  return overRecords(deliveryKind, { orders }, method, context);
}

const averageOrderKind: FigureKind = {
  describe: result(
    "Average order value",
    "Tilausten keskimääräinen arvo",
    "value of orders by their number",
    "S4 §6",
  ),
  arguments: {},
  reads: ["orders"],
  money: true,
  add: (tally, facts) => {
    count(tally, "numerator", accountAmount(facts, tally, "orderValue") ?? 0);
    count(tally, "denominator", facts.amountOf("orderValue").read);
  },
  finish: (tally, _, currency) => ratio(tally, "money", { currency }),
};

const deliveryKind: FigureKind<RateMethod> = rateKind<object>({
  describe: operational(
    "On-time delivery",
    "Ajallaan toimitetut tilaukset",
    "orders delivered by the promised day by all orders promised for the period",
    "S4 §6, §9.7",
  ),
  reads: ["orders"],
  add: (tally, facts) => {
    for (const order of facts.inPeriod("orders", tally, ({ promisedOn }) => promisedOn)) {
      const { promisedOn, deliveredOn } = order;
      count(tally, "denominator");
      if (deliveredOn !== undefined && deliveredOn <= promisedOn!) count(tally, "numerator");
    }
  },
});

/** What grows, and by which property of the order it is told apart. */
interface GrowthMethod {
  readonly by: "businessLine" | "product" | "brand";
}

const growthKind: FigureKind<GrowthMethod> = {
  describe: result(
    "Growth by product or line",
    "Kasvu tuotteittain tai liiketoiminnoittain",
    "value of orders now by that of the period before, less 1; parts are the differences",
    "S4 §6; S1 §6",
  ),
  arguments: { by: { kind: "word", words: ["businessLine", "product", "brand"] } },
  reads: ["orders"],
  readsFrom: sincePeriodBefore,
  money: true,
  add: (tally, facts, { by: property }) => {
    const { before } = facts.window;
    if (before === undefined) {
      exclude(tally, "noPeriodBefore");
      return;
    }
    for (const order of facts.all("orders", tally)) {
      const { orderedOn, value } = order;
      const isNow = isWithin(orderedOn, facts.window);
      if (!isNow && !isWithin(orderedOn, before)) {
        exclude(tally, orderedOn > facts.window.asOf ? "afterAsOf" : "outsidePeriod");
        continue;
      }
      const minor = facts.amount(value, tally);
      if (minor === undefined) continue;
      count(tally, isNow ? "numerator" : "denominator", minor);
      place(tally, "difference", order[property] ?? NO_LABEL, isNow ? minor : -minor);
    }
  },
  finish: (tally, _, currency) => {
    const { value, ...core } = ratio(tally, "times", { currency });
    const parts = sortedEntries(histogramOf(tally, "difference")).map(([key, amount]) => {
      return { key: String(key), amount };
    });
    return { ...core, value: value === undefined ? undefined : value - 1, parts };
  },
};

/** The figures of this family that a board can compute. */
export const orderKinds: Readonly<Record<string, FigureKind>> = {
  averageOrderValue: averageOrderKind,
  onTimeDelivery: figureKind(deliveryKind),
  growth: figureKind(growthKind),
};
