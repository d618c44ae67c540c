import { type CivilDate, money } from "hoito";
import {
  aliveColumn,
  cellAt,
  fitPurchases,
  fitSpend,
  lifetimeValues,
  summarizeRepeatPurchases,
  suppliedMeasure,
} from "hoito/value";

// A web shop: nobody has a contract, nobody says goodbye.
const days: Record<string, readonly CivilDate[]> = {
  Aino: ["2017-01-05", "2017-03-02", "2017-05-11", "2017-07-20", "2017-10-05", "2017-12-14"],
  Eero: ["2017-01-12", "2017-01-19", "2017-02-02", "2017-02-16", "2017-03-02"],
  Helmi: ["2017-02-07", "2017-11-30"],
  Lauri: ["2017-06-01"],
  Outi: ["2017-03-03", "2017-04-07"],
  Veikko: [],
};
const base = {
  accounts: Object.keys(days).map((id) => ({ id })),
  coverage: { orders: "complete" },
  orders: Object.entries(days).flatMap(([accountId, list]) =>
    list.map((orderedOn, at) => {
      const value = money(at % 2 === 0 ? "40.00" : "60.00", "EUR");
      return { id: `${accountId} ${at}`, accountId, orderedOn, value };
    }),
  ),
} as const;

const histories = summarizeRepeatPurchases(base, {
  from: "2017-01-01",
  calibrationUntil: "2018-01-01",
  unit: "weeks",
  counts: "everyOrder",
  currency: "EUR",
});
const purchases = fitPurchases(histories);
const spend = fitSpend(histories, { correlationLimit: 0.9 });
console.log(purchases.convergence.converged, purchases.customers, "customers");
// => true 5 customers
console.log("without a purchase:", JSON.stringify(purchases.excluded));
// => without a purchase: [{"reason":"noHistory","count":1}]

const alive = aliveColumn(histories, purchases);
const percent = (row: number) => `${Math.round(100 * (cellAt(alive, row) ?? 0))} %`;
console.log("Aino", percent(0), "Eero", percent(1), "Lauri", percent(3));
// => Aino 75 % Eero 0 % Lauri 100 %

const horizon = { periods: 4, unitsAPeriod: 13, discountRate: 0.02, marginShare: 0.4 } as const;
const { column, excluded, method } = lifetimeValues(
  histories,
  { purchases, spend },
  { ...horizon, cash: "endOfPeriod" },
);
const euros = (row: number) => Math.round((cellAt(column, row) ?? 0) / 100);
console.log("worth in a year:", "Aino", euros(0), "Eero", euros(1), "Helmi", euros(2));
// => worth in a year: Aino 46 Eero 0 Helmi 20
console.log(method.purchases, method.spend, JSON.stringify(excluded));
// => bgNbd gammaGamma [{"reason":"noHistory","count":1}]

// As a ready-made measure of the base; the policy declares `lifetimeValue: { supplied: "money" }`.
const measures = { lifetimeValue: suppliedMeasure(column) };
console.log("Veikko:", measures.lifetimeValue[5]);
// => Veikko: undefined
