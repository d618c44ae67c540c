import { definePolicy } from "../../../src/policy/index.js";

// Each line that a test misspells is written once and stands alone.
export const wholesalePolicy = definePolicy({
  id: "wholesale",
  version: "1",
  currency: "EUR",
  fields: { storeCount: "number", tier: ["gold", "silver"] },
  parameters: {
    keyRevenue: { amount: "50000.00", currency: "EUR" },
    visitsPerYear: 3,
    halfYear: { months: 6 },
    large: { open: "number" },
    lines: ["clocks", "watches"],
    start: "2018-01-01",
    strict: true,
    home: "north",
  },
  measures: {
    revenue: {
      sum: "revenues.amount",
      where: { field: "businessLine", isOneOf: { parameter: "lines" } },
      over: { rolling: { parameter: "halfYear" } },
    },
    orderCount: { count: "orders", over: "always" },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
    smallest: { minimum: "orders.value", over: { calendar: "year", offset: -1 } },
    greatest: { maximum: "orders.quantity", over: "always" },
    months: { distinct: "orders.orderedOn", by: "month", over: "always" },
    days: { daysSince: "lastOrder" },
    share: { ratio: "revenue", to: "revenue" },
    growth: { growth: "orderCount" },
    score: { supplied: "text" },
  },
  cuts: { topFifth: { of: "revenue", quantile: 0.8, type: 7 } },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { key: { aliases: ["avain"], decidedBy: "board" }, standard: {} },
      assume: { headcount: 1 },
      rules: [
        { segment: "key", when: { field: "headcount", atLeast: 1000 } },
        { segment: "key", when: { field: "storeCount", atLeast: { parameter: "large" } } },
        { segment: "key", when: { field: "revenue", moreThan: { parameter: "keyRevenue" } } },
        { segment: "key", when: { field: "revenue", atLeast: { cut: "topFifth" } } },
        { segment: "key", when: { field: "tier", equals: "gold" } },
        { segment: "key", when: { field: "lastOrder", onOrAfter: { asOfMinus: { months: 12 } } } },
        { segment: "key", when: { field: "lastOrder", after: { parameter: "start" } } },
        {
          segment: "key",
          when: { field: "smallest", atLeast: { amount: "5.00", currency: "EUR" } },
        },
        {
          segment: "key",
          when: {
            all: [
              { field: "days", atMost: 30 },
              { field: "share", equals: 1 },
            ],
          },
        },
        {
          segment: "key",
          when: { not: { field: "chainSteered", equals: { parameter: "strict" } } },
        },
        { segment: "key", when: { field: "region", equals: { parameter: "home" } } },
        { segment: "key", when: { field: "score", isMissing: false } },
        { exclude: true, when: { field: "relations", includes: "competitor" } },
      ],
      otherwise: "standard",
    },
    rank: {
      method: "abc",
      labels: { A: {}, B: {} },
      of: "smallest",
      by: "cumulativeShare",
      classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B" }],
      boundary: "include",
      zero: "B",
      negative: "excluded",
      missing: "undecided",
    },
    index: {
      method: "scorecard",
      labels: { high: {}, low: {} },
      moves: [{ from: "low", to: "high" }],
      weightsSumTo: 1,
      missing: "rescale",
      criteria: [
        {
          of: "orderCount",
          weight: 1,
          normalise: { by: "z", better: "more", deviation: "sample" },
        },
      ],
      bands: [{ segment: "high", atLeast: 1 }, { segment: "low" }],
    },
    field: {
      method: "matrix",
      labels: { star: {}, other: {} },
      axes: [
        { field: "rank", values: ["A", "B"] },
        { field: "index", values: ["high", "low"] },
      ],
      cells: { A: { high: "star", low: "other" }, B: { high: "other", low: "other" } },
    },
    mark: {
      method: "rules",
      labels: { yes: {} },
      hitPolicy: "first",
      rules: [
        { segment: "yes", when: { field: "field", equals: "star" } },
        { segment: "yes", when: { field: "index.score", atLeast: 2 } },
      ],
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", standard: "light" },
  },
  cadences: {
    visit: {
      method: "quota",
      counts: { field: "kind", equals: "visit" },
      atLeast: { parameter: "visitsPerYear" },
      per: "year",
      counting: "held",
      spread: "even",
      roll: "previous",
    },
    call: {
      method: "interval",
      counts: { field: "channel", equals: "phone" },
      earliest: { months: 4 },
      ideal: { months: 5 },
      latest: { parameter: "halfYear" },
      whenNever: "dueAtOnce",
      roll: "next",
    },
  },
});
