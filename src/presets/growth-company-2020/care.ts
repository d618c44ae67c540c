/** How each group is cared for. */
export const models = {
  keyAccountCare: {
    title: "Key account management",
    note: "A plan for supporting the customer; often a team, possibly a steering group.",
    source: "S1 §2.1 (L658–660)",
    ownership: { mode: "onePerson", team: "optional", steeringGroup: "optional" },
    cadences: ["plannedMeetings", "keyAccountReview"],
    significance: 1,
  },
  potentialCare: {
    title: "Care of potentials",
    note: "Widen the network of decision makers, move towards key account, all lines present.",
    source: "S1 §2.1 (L657)",
    ownership: { mode: "onePerson" },
    cadences: ["actionPlanUpdate"],
    significance: 2,
  },
  standardCare: {
    title: "Care of standard customers",
    source: "S1 §2.1 (L656)",
    ownership: { mode: "named", per: ["region", "businessLine"] },
    cadences: ["halfYearContact", "needsSurvey"],
    significance: 3,
  },
  maintainedCare: {
    title: "Care of maintained customers",
    note: "Information through marketing, contact programme by programme.",
    source: "S1 §2.14 (L655)",
    ownership: { mode: "none" },
    cadences: "none",
    significance: 4,
  },
} as const;
