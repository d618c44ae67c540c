/** The plan of the whole segment: owned by the team, not by a person. */
export const plans = {
  smePlan: {
    title: "Plan of the SME segment",
    source: "S2 §2.37, §2.77, §2h (L512–516, L550, L566)",
    analysis: {
      careThinsOut: {
        finding: "care is customer-centred at the start and thins out in production",
        source: "S2 §2h, §7 (L406, L512)",
      },
      littleBuysMuch: {
        finding: "a small add-on sale to all SMEs gives a large total",
        source: "S2 §2.18 (L133)",
      },
    },
    goals: {
      wholeLifecycle: {
        what: "care through the whole lifecycle",
        level: "account",
        metric: "midTerm",
        strategy: "commitment rests on regular, planned contact",
        analysis: ["careThinsOut"],
        opportunities: ["the half-way point of a contract"],
        source: "S2 §2.20, §2.26, §2h (L353, L512)",
      },
      technology: {
        what: "a greater share of technology and related services",
        level: "strategy",
        metric: "technologyShare",
        strategy: "raise the share of technology in revenue",
        analysis: ["littleBuysMuch"],
        opportunities: ["moments of change in the service"],
        source: "S2 §2.19, §2.77 (L135, L566)",
      },
    },
    actions: {
      midTermContact: {
        what: "contact at the half-way point of every fixed term",
        obligation: "compulsory",
        goal: "wholeLifecycle",
        source: "S2 §2.20 (L353)",
      },
      updateTogether: {
        what: "plan updates of technology with the customer by its lifecycle",
        obligation: "analysisBased",
        theme: "opportunity",
        analysis: ["littleBuysMuch"],
        goal: "technology",
        source: "S2 §2.21 (L353)",
      },
    },
    implementation: { responsible: "central SME team" },
    followUp: { every: { parameter: "planFollowedEvery" }, by: "the one person responsible" },
  },
} as const;

/** Nearer the care of large customers, although still an SME. */
export const smePath = {
  title: "From the team towards the care of large customers",
  source: "S2 §2.38–2.39 (L542, L550)",
  from: "teamCare",
  climbs: "stepByStep",
  steps: [
    {
      to: "namedCare",
      title: "contract value above the limit",
      source: "S2 §2.38 (L550)",
      when: { field: "contractValue", moreThan: { parameter: "contractLimit" } },
    },
    {
      to: "largeCustomerCare",
      title: "broad needs with large enough revenue",
      source: "S2 §2.39 (L542)",
      when: {
        all: [
          { field: "serviceBreadth", atLeast: { parameter: "broadServices" } },
          { field: "revenueOfYear", atLeast: { parameter: "largeRevenue" } },
        ],
      },
    },
  ],
} as const;

/** More is known of the more valuable accounts. */
export const dataDepth = {
  note: "The principle is the source's; which fields they are is this preset's own.",
  source: "S2 §2.53–2.56 (L474, L616)",
  mostValuableFirst: ["sme", "micro"],
  required: {
    sme: [
      "headcount",
      "turnover",
      "companyOwnershipShare",
      "chainSteered",
      "inGroup",
      "contractValue",
      "serviceBreadth",
      "industry",
    ],
    micro: ["headcount", "turnover", "companyOwnershipShare", "chainSteered", "inGroup"],
  },
  usedFor: { industry: ["strategy"] },
} as const;
