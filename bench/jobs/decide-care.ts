import {
  type AccountRecords,
  type Activity,
  addDays,
  compileCalendar,
  compilePolicy,
  decideCare,
  definePolicy,
  money,
  type Order,
  orThrow,
} from "hoito";
import type { Job } from "../job.js";

export const name: Job["name"] =
  "front door: one account with 200 orders and 50 activities, explained";

const calendar = orThrow(
  compileCalendar({ from: "2017-01-01", until: "2020-01-01", weekend: ["saturday", "sunday"] }),
);

const compiled = orThrow(
  compilePolicy(
    definePolicy({
      id: "front-door",
      version: "1",
      currency: "EUR",
      measures: {
        revenue: { sum: "orders.value", over: { rolling: { months: 12 } } },
        orders: { count: "orders", over: { rolling: { months: 12 } } },
        lastOrder: { latest: "orders.orderedOn", over: "always" },
        products: { distinct: "orders.product", over: { calendar: "year" } },
      },
      segments: {
        group: {
          method: "rules",
          labels: { key: {}, active: {}, quiet: {} },
          hitPolicy: "first",
          rules: [
            {
              segment: "key",
              when: {
                all: [
                  { field: "revenue", moreThan: { amount: "50000.00", currency: "EUR" } },
                  { field: "products", atLeast: 5 },
                ],
              },
            },
            {
              segment: "active",
              when: { field: "lastOrder", onOrAfter: { asOfMinus: { months: 6 } } },
            },
          ],
          otherwise: "quiet",
        },
      },
      care: {
        segmentedBy: "group",
        models: {
          full: { ownership: { mode: "onePerson" }, cadences: ["visits", "call"], significance: 1 },
          light: { ownership: { mode: "none" }, cadences: ["call"], significance: 2 },
        },
        bySegment: { key: "full", active: "full", quiet: "light" },
      },
      cadences: {
        visits: {
          method: "quota",
          counts: { field: "kind", equals: "visit" },
          atLeast: 10,
          per: "year",
          counting: "heldOrPlanned",
          spread: "even",
          roll: "previous",
        },
        call: {
          method: "interval",
          counts: { field: "kind", isOneOf: ["call", "visit"] },
          earliest: { days: 1 },
          ideal: { months: 2 },
          latest: { months: 3 },
          whenNever: "dueAtOnce",
          roll: "modified",
        },
      },
    }),
  ),
);

const orders = Array.from({ length: 200 }, (_, index): Order => {
  return {
    id: index,
    accountId: "A",
    orderedOn: addDays("2017-01-02", index * 3),
    value: money(`${100 + index}.50`, "EUR"),
    product: `product-${index % 12}`,
  };
});
const activities = Array.from({ length: 50 }, (_, index): Activity => {
  const kind = index % 3 === 0 ? "visit" : "call";
  return {
    id: index,
    accountId: "A",
    kind,
    status: "held",
    heldOn: addDays("2017-01-02", index * 10),
  };
});
const records: AccountRecords = {
  account: { id: "A", region: "Uusimaa" },
  coverage: { orders: "complete", activities: "complete", ownerships: "complete" },
  orders,
  activities,
};

export const contenders: Job["contenders"] = {
  "hoito decideCare": () => {
    const { duties } = decideCare(records, compiled, { asOf: "2018-06-01", calendar });
    return duties.value.kind === "duties" ? duties.value.duties.length : -1;
  },
};
