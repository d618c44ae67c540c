import type { AccountRecords, CustomerBase } from "../../src/facts/index.js";
import type { CarePolicy } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { compileCalendar } from "../../src/time/index.js";

/** Weekdays from 2016 to 2020, without holidays. */
export const calendar = orThrow(
  compileCalendar({ from: "2016-01-01", until: "2021-01-01", weekend: ["saturday", "sunday"] }),
);

/** A wholesaler's policy with a bit of every chapter. */
export const samplePolicy = {
  id: "wholesale",
  version: "1",
  title: "Care of a wholesaler's customers",
  validFrom: "2016-01-01",
  currency: "EUR",
  fields: { storeCount: "number", tier: ["gold", "silver"] },
  parameters: {
    topRevenue: { amount: "1000.00", currency: "EUR" },
    quietDays: 180,
    window: { months: 12 },
  },
  measures: {
    revenue: { sum: "orders.value", over: { rolling: { parameter: "window" } } },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
    daysSinceOrder: { daysSince: "lastOrder" },
    growth: { growth: "revenue" },
    score: { supplied: "number" },
  },
  cuts: { topFifth: { of: "revenue", quantile: 0.8, type: 7 } },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { key: {}, quiet: {}, standard: {} },
      rules: [
        { exclude: true, when: { field: "relations", includes: "competitor" } },
        {
          segment: "key",
          when: {
            all: [
              { field: "revenue", atLeast: { cut: "topFifth" } },
              { field: "revenue", atLeast: { parameter: "topRevenue" } },
            ],
          },
        },
        {
          segment: "quiet",
          when: { field: "daysSinceOrder", moreThan: { parameter: "quietDays" } },
        },
      ],
      otherwise: "standard",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: {
        ownership: { mode: "onePerson" },
        cadences: ["visit"],
        significance: 1,
      },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", quiet: "light", standard: "light" },
  },
  cadences: {
    visit: {
      method: "interval",
      counts: { field: "kind", equals: "visit" },
      earliest: { months: 4 },
      ideal: { months: 5 },
      latest: { months: 6 },
      whenNever: "dueAtOnce",
      roll: "previous",
    },
  },
} as const satisfies CarePolicy;

/** Ten accounts: the n-th bought for n × 200 € on 2018-01-n, and the first is a competitor too. */
export const sampleBase: CustomerBase = {
  accounts: Array.from({ length: 10 }, (_, each) => ({
    id: each + 1,
    relations: each === 0 ? ["customer", "competitor"] : ["customer"],
    own: { storeCount: each },
  })),
  coverage: { orders: "complete", activities: "complete", ownerships: "complete" },
  orders: Array.from({ length: 10 }, (_, each) => ({
    id: each,
    accountId: each + 1,
    orderedOn: `2018-01-${String(each + 1).padStart(2, "0")}` as "2018-01-01",
    value: { minor: (each + 1) * 200_00, currency: "EUR" },
  })),
  ownerships: [{ accountId: 10, personId: "Aino", role: "responsible", naming: "named" }],
};

/** An account of which everything that the sample policy asks for is known. */
export const sampleAccount: AccountRecords = {
  account: { id: "A", relations: ["customer"] },
  coverage: { orders: "complete", activities: "complete", ownerships: "complete" },
  orders: [
    {
      id: 1,
      accountId: "A",
      orderedOn: "2018-01-22",
      value: { minor: 5000_00, currency: "EUR" },
    },
  ],
};
