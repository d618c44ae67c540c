/** C and D have the same contacts; what tells them apart is how much a late one matters. */
const yearlyCadences = ["yearlyContact", "promises", "offers", "tasks", "eNews"] as const;

/**
 * What the interviews tell of care, by class. No class is named there: what is said of large
 * customers is read as A, the yearly handling of others as C and D.
 */
export const models = {
  largeCustomerCare: {
    title: "Care of large customers",
    note: "Habits that sellers told, no policy of the company: two thirds had no care model.",
    source: "S0 §2.9–2.11, §2.14 (L442–450)",
    ownership: { mode: "onePerson" },
    cadences: ["monthlyContact", "groupMeetings", "promises", "offers", "tasks", "eNews"],
    significance: 1,
    contact: {
      quantity: "byCadence",
      content: ["training", "long-term field work", "service"],
      quality: ["the customer knows beforehand what the meeting is about"],
      goals: ["the seller's quarterly targets"],
      twoWay: true,
      source: "S0 §2.13, §2.18, §3.7 (L328–330, L452, L460)",
    },
  },
  regularCare: {
    title: "Regular care",
    source: "S0 §2.12 (L448)",
    ownership: { mode: "onePerson" },
    cadences: ["regularContact", "promises", "offers", "tasks", "eNews"],
    significance: 2,
  },
  yearlyCare: {
    title: "Yearly care",
    source: "S0 §2.12 (L448)",
    ownership: { mode: "onePerson" },
    cadences: yearlyCadences as typeof yearlyCadences,
    significance: 3,
  },
  smallCustomerCare: {
    title: "Yearly care of small customers",
    note: "The same contacts as C; a late one must not glow red.",
    source: "S0 §2.12, §2.96 (L448, L510–512)",
    ownership: { mode: "onePerson" },
    cadences: yearlyCadences as typeof yearlyCadences,
    significance: 4,
  },
} as const;
