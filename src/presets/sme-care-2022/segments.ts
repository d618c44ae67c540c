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
    contractBegun: { of: "contracts", on: "startsOn", source: "S2 §3.12 (L198)" },
    changeAsked: { of: "serviceChanges", on: "requestedOn", source: "S2 §2.34 (L496)" },
    changeDone: { of: "serviceChanges", on: "completedOn", source: "S2 §2.31 (L622)" },
    relationshipEnded: { of: "terminations", on: "endedOn", source: "S2 §3.13 (L220)" },
  },
  transitions: [
    {
      from: "acquisition",
      to: "deployment",
      when: { event: "contractBegun" },
      source: "S2 §3.12, §5.2 (L198)",
    },
    {
      from: "ended",
      to: "deployment",
      when: { event: "contractBegun" },
      source: "S2 §3.13, §5.2 (L220)",
    },
    {
      from: ["deployment", "steady", "change"],
      to: "ended",
      when: { event: "relationshipEnded" },
      source: "S2 §3.13, §5.2 (L220)",
    },
    {
      from: "deployment",
      to: "steady",
      when: { after: { parameter: "deploymentLasts" } },
      source: "S2 §3.12, §5.2 (L198)",
    },
    {
      from: "steady",
      to: "change",
      when: { event: "changeAsked" },
      source: "S2 §2.34, §5.2 (L228, L496)",
    },
    {
      from: "change",
      to: "steady",
      when: { event: "changeDone" },
      source: "S2 §2.34, §5.2 (L228, L496)",
    },
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
