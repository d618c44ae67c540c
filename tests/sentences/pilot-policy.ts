import { definePolicy } from "hoito";

/** Two segments with one care model, and two visits a year. */
export const pilotPolicy = definePolicy({
  id: "told",
  version: "1",
  segments: {
    group: {
      method: "rules",
      labels: { large: {}, small: {} },
      hitPolicy: "first",
      rules: [
        {
          segment: "large",
          title: "many people",
          when: {
            all: [
              { field: "headcount", atLeast: 1000 },
              { not: { field: "veryFastGrowth", equals: true } },
            ],
          },
          whenUnknown: "notMet",
        },
      ],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      light: { ownership: { mode: "team" }, cadences: ["visits"], significance: 2 },
    },
    bySegment: { large: "light", small: "light" },
  },
  cadences: {
    visits: {
      method: "quota",
      counts: { field: "kind", equals: "visit" },
      atLeast: 2,
      per: "year",
      counting: "held",
      spread: "even",
      roll: "previous",
    },
  },
});
