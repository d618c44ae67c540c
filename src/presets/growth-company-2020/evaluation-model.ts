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
        all: [
          { field: "growthPotential", equals: "high" },
          { field: "personalRelationship", equals: "good" },
        ],
      },
    },
    {
      segment: "highAndWeak",
      source: "S1 §2.3",
      when: {
        all: [
          { field: "growthPotential", equals: "high" },
          { field: "personalRelationship", isOneOf: ["none", "weak"] },
        ],
      },
    },
    {
      segment: "lowAndStrong",
      source: "S1 §2.3",
      when: {
        all: [
          { field: "growthPotential", equals: "low" },
          { field: "personalRelationship", equals: "good" },
        ],
      },
    },
    {
      segment: "lowAndWeak",
      source: "S1 §2.3",
      when: {
        all: [
          { field: "growthPotential", equals: "low" },
          { field: "personalRelationship", isOneOf: ["none", "weak"] },
        ],
      },
    },
  ],
} as const;
