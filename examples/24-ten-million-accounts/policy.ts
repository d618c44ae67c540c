import { type CarePolicy, type CompiledPolicy, compilePolicy, orThrow } from "hoito";

const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 } as const;

/** Six segments out of five facts that every account may or may not have. */
export const policy: CarePolicy = {
  id: "ten-million",
  version: "1",
  currency: "EUR",
  fields: { revenue: "money", lastOrderOn: "date" },
  segments: {
    group: {
      method: "rules",
      labels: { key: {}, growing: {}, large: {}, regular: {}, lapsed: {}, small: {} },
      hitPolicy: "first",
      assume: { veryFastGrowth: false },
      rules: [
        {
          segment: "key",
          when: {
            all: [
              { field: "revenue", atLeast: { amount: "50000.00", currency: "EUR" } },
              { field: "headcount", atLeast: 500 },
              { field: "lastOrderOn", after: { asOfMinus: { months: 6 } } },
            ],
          },
        },
        {
          segment: "growing",
          when: {
            all: [
              { field: "veryFastGrowth", equals: true },
              { field: "headcount", between: [20, 499] },
            ],
          },
        },
        { segment: "lapsed", when: { field: "lastOrderOn", before: { asOfMinus: { years: 2 } } } },
        {
          segment: "large",
          when: {
            any: [
              { field: "headcount", atLeast: 1000 },
              { field: "revenue", atLeast: { amount: "75000.00", currency: "EUR" } },
            ],
          },
        },
        {
          segment: "regular",
          when: {
            all: [
              { field: "industry", isNoneOf: ["public"] },
              { field: "revenue", atLeast: { amount: "5000.00", currency: "EUR" } },
            ],
          },
        },
      ],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "group",
    models: { light },
    bySegment: {
      key: "light",
      growing: "light",
      large: "light",
      regular: "light",
      lapsed: "light",
      small: "light",
    },
  },
  cadences: {},
};

export const compiled: CompiledPolicy = orThrow(compilePolicy(policy));

export const AS_OF = "2018-03-28";
