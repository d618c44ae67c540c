import { type CarePolicy, type CompiledPolicy, compilePolicy, orThrow } from "hoito";
import { type CalendarDefinition, compileCalendar, type WorkingCalendar } from "hoito/time";

/** A small company: three sizes by turnover and headcount, two models, one cadence of visits. */
export const visitsPolicy = {
  id: "visits",
  version: "1",
  currency: "EUR",
  fields: { creditLine: "money", note: "text", tags: "set" },
  parameters: { keyTurnover: { amount: "100000.00", currency: "EUR" }, quiet: { months: 6 } },
  measures: {
    orders: { count: "orders", over: { rolling: { months: 12 } } },
    revenue: { sum: "orders.value", over: { rolling: { months: 12 } } },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
    sinceOrder: { daysSince: "lastOrder" },
  },
  segments: {
    size: {
      method: "rules",
      labels: { key: {}, middle: {}, small: {} },
      hitPolicy: "first",
      rules: [
        { segment: "key", when: { field: "turnover", atLeast: { parameter: "keyTurnover" } } },
        { segment: "middle", when: { field: "headcount", atLeast: 50 } },
        { segment: "small", when: { field: "headcount", lessThan: 50 } },
      ],
    },
    activity: {
      method: "rules",
      labels: { active: {}, fading: {} },
      hitPolicy: "first",
      rules: [
        {
          segment: "active",
          when: {
            all: [
              { field: "orders", atLeast: 3 },
              { field: "sinceOrder", lessThan: 90 },
            ],
          },
        },
      ],
      otherwise: "fading",
    },
  },
  care: {
    segmentedBy: "size",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", middle: "light", small: "light" },
  },
  cadences: {
    visits: {
      method: "interval",
      counts: { field: "kind", equals: "visit" },
      earliest: { weeks: 4 },
      ideal: { weeks: 8 },
      latest: { weeks: 10 },
      whenNever: "dueAtOnce",
      roll: "next",
      effortMinutes: 90,
    },
  },
} as const satisfies CarePolicy;

export const visits: CompiledPolicy = orThrow(compilePolicy(visitsPolicy));

export const asOf = "2018-03-28" as const;

export const calendarDefinition: CalendarDefinition = {
  from: "2017-01-01",
  until: "2020-01-01",
  weekend: ["saturday", "sunday"],
};

export const calendar: WorkingCalendar = orThrow(compileCalendar(calendarDefinition));

/** The policy with some of its parts written otherwise. */
export function visitsWith(changes: Partial<CarePolicy>): CompiledPolicy {
  return orThrow(compilePolicy({ ...visitsPolicy, ...changes } as CarePolicy));
}
