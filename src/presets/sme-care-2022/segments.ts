/** Where an account is in its relationship: what is measured, and when, follows it. */
export const phase = {
  title: "Phase of the relationship",
  note: "Several phase models are merged here, as the digest does; no durations are given.",
  source: "S2 §2.34, §3.12, §5.2 (L198, L228, L496)",
  method: "lifecycle",
  labels: {
    acquisition: { title: "acquisition", source: "S2 §3.12 (L198)" },
    deployment: { title: "preparation and deployment", source: "S2 §3.12 (L198)" },
    steady: { title: "steady service", source: "S2 §2.34 (L496, L590)" },
    change: { title: "a service is being changed", source: "S2 §2.34 (L496, L590)" },
    ended: {
      title: "ended, with a return kept possible",
      source: "S2 §3.13 (L220)",
    },
  },
  start: "acquisition",
  startsRelationship: ["deployment"],
  events: {
    contractBegun: { of: "contracts", on: "startsOn" },
    changeAsked: { of: "serviceChanges", on: "requestedOn" },
    changeDone: { of: "serviceChanges", on: "completedOn" },
    relationshipEnded: { of: "terminations", on: "endedOn" },
  },
  transitions: [
    { from: "acquisition", to: "deployment", when: { event: "contractBegun" } },
    { from: "ended", to: "deployment", when: { event: "contractBegun" } },
    {
      from: ["deployment", "steady", "change"],
      to: "ended",
      when: { event: "relationshipEnded" },
    },
    { from: "deployment", to: "steady", when: { after: { parameter: "deploymentLasts" } } },
    { from: "steady", to: "change", when: { event: "changeAsked" } },
    { from: "change", to: "steady", when: { event: "changeDone" } },
  ],
} as const;

/** Accounts that heard of nothing but a higher price for a year. */
export const contactOfYear = {
  title: "Contact in twelve months",
  source: "S2 §2.22, §9.16 (L351)",
  method: "rules",
  hitPolicy: "first",
  labels: {
    onlyPriceNotice: { title: "a price notice and nothing else", source: "S2 §2.22 (L351)" },
    contacted: { title: "somebody was in touch", source: "S2 §2.23 (L351)" },
    nothing: { title: "nothing at all", source: "S2 §2.23 (L351)" },
  },
  rules: [
    {
      segment: "contacted",
      source: "S2 §2.23 (L351)",
      when: { field: "otherContacts", atLeast: 1 },
    },
    {
      segment: "onlyPriceNotice",
      source: "S2 §2.22 (L351)",
      when: { field: "priceNotices", atLeast: 1 },
    },
  ],
  otherwise: "nothing",
} as const;
