/** A partner is a strategic customer that has come further: what is due is the same. */
const strategicCadences = [
  "strategicContact",
  "planReview",
  "feedbackAsked",
  "afterSale",
  "offers",
  "feedback",
] as const;

/** How each group is cared for. */
export const models = {
  strategicCare: {
    title: "Care of strategic customers",
    source: "S3 §2.34–2.36, §2.51–2.53 (L650–652, L930–960)",
    ownership: { mode: "onePerson", team: "required" },
    cadences: strategicCadences as typeof strategicCadences,
    significance: 1,
    plan: "strategicPlan",
  },
  partnershipCare: {
    title: "Partnership",
    note: "A relation that seeks synergy on both sides.",
    source: "S3 §2.63 (L906)",
    ownership: { mode: "onePerson", team: "required" },
    cadences: strategicCadences as typeof strategicCadences,
    significance: 1,
    plan: "strategicPlan",
  },
  unprofitableCare: {
    title: "Care of unprofitable customers",
    source: "S3 §2.39 (L842)",
    ownership: { mode: "onePerson" },
    cadences: ["otherContact", "planReview", "afterSale", "offers", "feedback"],
    significance: 3,
    plan: "unprofitablePlan",
  },
  potentialCare: {
    title: "Acquisition of potential customers",
    note: "Marketing finds them, as a team: nobody in particular owns them.",
    source: "S3 §3.8 (L666)",
    ownership: { mode: "team" },
    cadences: ["offers", "feedback"],
    significance: 2,
    plan: "potentialPlan",
  },
  otherCare: {
    title: "Care of other customers",
    source: "S3 §3.8 (L668)",
    ownership: { mode: "onePerson" },
    cadences: ["otherContact", "feedbackAsked", "afterSale", "offers", "feedback"],
    significance: 3,
    plan: "otherPlan",
  },
} as const;

/** With competence value the relation often becomes a partnership. */
export const partnershipPath = {
  title: "From strategic customer to partner",
  source: "S3 §2.63 (L906)",
  from: "strategicCare",
  climbs: "stepByStep",
  steps: [
    {
      to: "partnershipCare",
      title: "competence value that both sides see",
      source: "S3 §2.63 (L906)",
      when: {
        all: [
          { field: "competenceValue", equals: "high" },
          { field: "relations", includes: "partner" },
        ],
      },
    },
  ],
} as const;
