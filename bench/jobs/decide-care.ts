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

const AS_OF = "2018-06-01";
const YEAR_DAYS_GONE = 151;
const VISITS_A_YEAR = 10;

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
          atLeast: VISITS_A_YEAR,
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

/** How many duties there are, written for this policy and this day alone, and without a reason. */
function dutiesByHand({ orders = [], activities = [] }: AccountRecords): number {
  let revenue = 0;
  let lastOrder = "";
  const products = new Set<string | undefined>();
  for (const { orderedOn, value, product } of orders) {
    if (orderedOn > AS_OF) continue;
    if (orderedOn > "2017-06-01") revenue += value.minor;
    if (orderedOn >= "2018-01-01") products.add(product);
    if (orderedOn > lastOrder) lastOrder = orderedOn;
  }
  const isKey = revenue > 5_000_000 && products.size >= 5;
  const calls = 1;
  if (!isKey && lastOrder < "2017-12-01") return calls;
  let visits = 0;
  for (const { kind, heldOn } of activities) {
    if (kind === "visit" && heldOn! >= "2018-01-01" && heldOn! <= AS_OF) visits += 1;
  }
  const partsBegun = Math.floor((YEAR_DAYS_GONE * VISITS_A_YEAR) / 365) + 1;
  const open = Math.max(0, Math.min(VISITS_A_YEAR, partsBegun + 1) - visits);
  return calls + open;
}

export const contenders: Job["contenders"] = {
  "by hand": () => dutiesByHand(records),
  hoito: () => {
    const { duties } = decideCare(records, compiled, { asOf: AS_OF, calendar });
    return duties.value.kind === "duties" ? duties.value.duties.length : -1;
  },
};

export const goals: Job["goals"] = [{ who: "hoito", atMostMicroseconds: 100 }];

export const remark: Job["remark"] =
  "By hand the duties are counted only: no window, no owner, no reason, no day until which it holds.";
