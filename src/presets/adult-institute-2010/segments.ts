/** How sums of money become comparable: by their place between the least and the greatest. */
const betweenExtremes = { by: "minMax", better: "more", whenAllEqual: 0 } as const;

/** How judgements become comparable: their levels stand equally far apart. */
const byLevel = { by: "points", points: { low: 0, medium: 0.5, high: 1 } } as const;

/** A customer's value by the five numeric measures that the source names. */
export const value = {
  title: "Value of the customership",
  note: "How measures become comparable is this preset's own: places between least and greatest.",
  source: "S3 §2.44, §3.23 (L854)",
  method: "scorecard",
  labels: {
    valuable: { title: "valuable", source: "S3 §2.39 (L842)" },
    lessValuable: { title: "less valuable", source: "S3 §2.39 (L842)" },
  },
  weightsSumTo: 1,
  criteria: [
    {
      of: "volumeOfYear",
      weight: { parameter: "volumeWeight" },
      normalise: betweenExtremes as typeof betweenExtremes,
      source: "S3 §2.44 (L854)",
    },
    {
      of: "profitOfYear",
      weight: { parameter: "profitabilityWeight" },
      normalise: betweenExtremes as typeof betweenExtremes,
      source: "S3 §2.44 (L854)",
    },
    {
      of: "buyingPotential",
      weight: { parameter: "potentialWeight" },
      normalise: byLevel as typeof byLevel,
      source: "S3 §2.44 (L854)",
    },
    {
      of: "referenceValue",
      weight: { parameter: "referenceWeight" },
      normalise: byLevel as typeof byLevel,
      source: "S3 §2.44 (L854)",
    },
    {
      of: "competenceValue",
      weight: { parameter: "competenceWeight" },
      normalise: byLevel as typeof byLevel,
      source: "S3 §2.44 (L854)",
    },
  ],
  missing: "undecided",
  bands: [
    {
      segment: "valuable",
      atLeast: { parameter: "valuableFrom" },
      source: "S3 §2.39 (L842)",
    },
    { segment: "lessValuable", source: "S3 §2.39 (L842)" },
  ],
} as const;

/** Who could become a customer, or one of much more. */
export const potential = {
  title: "Potential",
  source: "S3 §2.40 (L888)",
  method: "rules",
  hitPolicy: "first",
  labels: {
    potential: { title: "potential customer", source: "S3 §2.40 (L888)" },
    used: { title: "uses what it could", source: "S3 §2.40 (L888)" },
  },
  rules: [
    {
      segment: "potential",
      title: "uses nothing yet",
      source: "S3 §2.40 (L888)",
      when: { field: "serviceBreadth", equals: 0 },
    },
    {
      segment: "potential",
      title: "could use significantly more",
      source: "S3 §2.40 (L888)",
      when: { field: "unusedPotential", atLeast: { parameter: "significantlyMore" } },
    },
  ],
  otherwise: "used",
} as const;

/** The groups that care is planned for. */
export const customerGroup = {
  title: "Customer groups",
  note: "The institute's own criteria stand on missing pages (68–72): these follow its theory.",
  source: "S3 §2.39–2.41, §10 M2 (L842, L888)",
  method: "rules",
  hitPolicy: "first",
  labels: {
    strategic: {
      title: "Strategic customers",
      note: "Not by profit alone: reference and competence value count as well.",
      source: "S3 §2.34, §2.63 (L906, L934–940)",
    },
    unprofitable: { title: "Unprofitable customers", source: "S3 §2.39 (L842)" },
    potential: { title: "Potential customers", source: "S3 §2.40 (L888)" },
    other: { title: "Other customers", source: "S3 §2.39 (L842)" },
  },
  rules: [
    {
      exclude: true,
      title: "a person, not an organisation",
      note: "To bring persons in is the first proposal of the work.",
      source: "S3 §2.26 (L66, L414)",
      when: { field: "kind", equals: "person" },
    },
    {
      segment: "strategic",
      source: "S3 §2.39, §2.44 (L842, L854)",
      when: { field: "value", equals: "valuable" },
    },
    {
      segment: "unprofitable",
      source: "S3 §2.39, §3.24 (L842, L856)",
      when: { field: "profitOfYear", lessThan: { parameter: "noMargin" } },
    },
    {
      segment: "potential",
      source: "S3 §2.40–2.41 (L888)",
      when: { field: "potential", equals: "potential" },
    },
  ],
  otherwise: "other",
} as const;

/** How far a customership has come; the way back and its end are not in the source. */
export const stage = {
  title: "Stage of the customership",
  note: "The stages are the source's; which records tell of a step is this preset's own.",
  source: "S3 §5.1 (L592, L662–672, L906)",
  method: "lifecycle",
  labels: {
    notSelected: { title: "not selected", source: "S3 §5.1 (L662)" },
    potential: { title: "selected, and not a customer yet", source: "S3 §3.8 (L664–666)" },
    customer: { title: "acquired", source: "S3 §3.8 (L666)" },
    retained: { title: "retained", source: "S3 §3.8 (L668)" },
    strengthened: { title: "strengthened", source: "S3 §3.8 (L670)" },
    partnership: { title: "partnership", source: "S3 §2.63 (L906)" },
  },
  start: "notSelected",
  startsRelationship: ["customer"],
  events: {
    selected: { of: "opportunities", source: "S3 §3.8 (L664)" },
    ordered: { of: "orders", source: "S3 §3.8 (L666–668)" },
    broadened: {
      of: "opportunities",
      where: { field: "direction", equals: "breadth" },
      whenUnknown: "notMet",
      source: "S3 §3.8 (L670)",
    },
    developedTogether: {
      of: "activities",
      where: { field: "kind", equals: "jointDevelopment" },
      source: "S3 §2.63 (L906)",
    },
  },
  transitions: [
    {
      from: ["notSelected", "potential"],
      to: "customer",
      when: { event: "ordered" },
      source: "S3 §3.8 (L666)",
    },
    { from: "notSelected", to: "potential", when: { event: "selected" }, source: "S3 §3.8 (L664)" },
    {
      from: "customer",
      to: "retained",
      when: { event: "ordered", times: { parameter: "ordersOfRetained" } },
      source: "S3 §3.8 (L668)",
    },
    {
      from: "retained",
      to: "strengthened",
      when: { event: "broadened" },
      source: "S3 §3.8 (L670)",
    },
    {
      from: "strengthened",
      to: "partnership",
      when: { event: "developedTogether" },
      source: "S3 §2.63 (L906)",
    },
  ],
} as const;
