import { exitActions } from "./care.js";

/** How the three criteria become comparable: by the place of the salon among all; the preset's own. */
const byRank = { by: "rank", better: "more", ties: "mean", whenAllEqual: 0.5 } as const;

/** Gold, B and the smallest, by a value index of the three criteria that the company named. */
export const valueClass = {
  title: "class of the customer",
  source: "S4 §2a C1",
  note: "Geography is no criterion: an area holds all kinds of customers (§2.18).",
  method: "scorecard",
  labels: {
    A: {
      title: "Gold customers",
      aliases: ["kulta-asiakkuus"],
      source: "S4 §2.1",
      note: "That gold is A is a guess: the text says gold beside B.",
    },
    B: { title: "B customers", source: "S4 §2.3", policies: ["fit own processes to theirs"] },
    C: { title: "The smallest", source: "S4 §2.5", policies: ["deepen by active contact"] },
  },
  moves: [
    { from: "C", to: "B", source: "S4 §5.2" },
    { from: "B", to: "A", source: "S4 §5.2" },
  ],
  weightsSumTo: 100,
  criteria: [
    {
      of: "purchases",
      source: "S4 §2a C1",
      weight: { parameter: "purchaseWeight" },
      normalise: byRank as typeof byRank,
    },
    {
      of: "headcount",
      source: "S4 §2a C1",
      weight: { parameter: "sizeWeight" },
      normalise: byRank as typeof byRank,
    },
    {
      of: "repertoire",
      source: "S4 §2a C1",
      weight: { parameter: "repertoireWeight" },
      normalise: byRank as typeof byRank,
    },
  ],
  missing: "undecided",
  bands: [
    { segment: "A", source: "S4 §2.17", atLeast: { parameter: "goldFrom" } },
    { segment: "B", source: "S4 §2.17", atLeast: { parameter: "bFrom" } },
    { segment: "C", source: "S4 §2.17" },
  ],
} as const;

/** Whom care is given to: the three classes, without those who are not, or no longer, wanted. */
export const careGroup = {
  title: "group of care",
  source: "S4 §2.40",
  note: "A customer must never be told the class (§2.23): redact reports before they leave.",
  method: "rules",
  hitPolicy: "first",
  labels: {
    A: { title: "Gold customers", aliases: ["kulta-asiakkuus"], source: "S4 §2.1" },
    B: { title: "B customers", source: "S4 §2.3" },
    C: { title: "The smallest", source: "S4 §2.5" },
    unwanted: {
      title: "Not wanted",
      source: "S4 §2.22",
      exitActions: exitActions as typeof exitActions,
    },
  },
  rules: [
    {
      exclude: true,
      source: "S4 §2.50",
      note: "Former customers leave the active base; who has not bought is not in it yet.",
      when: { field: "lifeCycle", isOneOf: ["acquisition", "ended"] },
    },
    {
      segment: "unwanted",
      source: "S4 §2.22, §2.24",
      when: {
        any: [
          { field: "latePayments", atLeast: { parameter: "constantLatePayments" } },
          { field: "complaints", atLeast: { parameter: "constantComplaints" } },
          { field: "lifeCycle", equals: "exiting" },
        ],
      },
    },
    { segment: "A", source: "S4 §2.1", when: { field: "valueClass", equals: "A" } },
    { segment: "B", source: "S4 §2.3", when: { field: "valueClass", equals: "B" } },
  ],
  otherwise: "C",
} as const;
