/** The two halves of each axis; medium potential has none. */
const isHigh = { field: "growthPotential", equals: "high" } as const;
const isLow = { field: "growthPotential", equals: "low" } as const;
const isStrong = { field: "personalRelationship", equals: "good" } as const;
const isWeak = { field: "personalRelationship", isOneOf: ["none", "weak"] } as const;

/**
 * The company's evaluation model: growth potential against the relationship. Its picture is lost,
 * so the cells are those that the four groups suggest. It stands beside the groups and says where
 * their criteria and the company's own view part; care does not depend on it.
 */
export const evaluationModel = {
  title: "Position in the evaluation model",
  source: "S1 §2.3 (L651, L662)",
  note: "The positions of the cells are the digest's guess; what lies between has no cell.",
  method: "rules",
  hitPolicy: "unique",
  labels: {
    highAndStrong: { title: "like a key account", source: "S1 §2.3" },
    highAndWeak: { title: "like a potential", source: "S1 §2.3" },
    lowAndStrong: { title: "like a standard customer", source: "S1 §2.3" },
    lowAndWeak: { title: "like a maintained customer", source: "S1 §2.3" },
  },
  rules: [
    {
      segment: "highAndStrong",
      source: "S1 §2.3",
      when: {
        all: [isHigh as typeof isHigh, isStrong as typeof isStrong],
      },
    },
    {
      segment: "highAndWeak",
      source: "S1 §2.3",
      when: {
        all: [isHigh as typeof isHigh, isWeak as typeof isWeak],
      },
    },
    {
      segment: "lowAndStrong",
      source: "S1 §2.3",
      when: {
        all: [isLow as typeof isLow, isStrong as typeof isStrong],
      },
    },
    {
      segment: "lowAndWeak",
      source: "S1 §2.3",
      when: {
        all: [isLow as typeof isLow, isWeak as typeof isWeak],
      },
    },
  ],
} as const;
