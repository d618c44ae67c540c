/** Who carries a plan out where the customer has an account owner. */
const carriedOut = { responsible: "account owner" } as const;

/** Every plan is gone through, and its care cadence and its figure go by the same time. */
const followedUp = { every: { parameter: "planReviewedEvery" }, by: "customer team" } as const;

/** One plan for each group, with the five parts and the three inputs of a goal. */
export const plans = {
  strategicPlan: {
    title: "Care plan of strategic customers",
    source: "S3 §2.32–2.38, §3.30 (L914–960)",
    strategic: true,
    analysis: {
      knowledge: {
        finding: "importance of the customership, its industry and its business system",
        source: "S3 §3.24 (L858–860)",
      },
      profitability: {
        finding: "costs that the customer causes against the income it brings",
        source: "S3 §3.24 (L856)",
      },
    },
    goals: {
      growth: {
        what: "growth",
        level: "strategy",
        metric: "sales",
        strategy: "exploit the relation there is and the business hidden in it",
        analysis: ["profitability"],
        opportunities: ["new business hidden in the relation"],
        source: "S3 §2.36, §3.26, §3.30 (L892, L932)",
      },
      breadth: {
        what: "breadth of the offering",
        level: "strategy",
        metric: "breadth",
        strategy: "multi-disciplinary supply answers needs that cross fields",
        analysis: ["knowledge"],
        opportunities: ["needs that cross fields"],
        source: "S3 §2.19, §2.36 (L540, L932)",
      },
      stronger: {
        what: "strengthening of the relation",
        level: "account",
        metric: "walletShare",
        strategy: "raise the company's share of the customer's total consumption",
        analysis: ["knowledge"],
        opportunities: ["joint development work"],
        source: "S3 §2.36, §3.8 (L670, L946)",
      },
    },
    actions: {
      setActions: {
        what: "actions set by the offering and the customer process",
        obligation: "compulsory",
        goal: "breadth",
        source: "S3 §2.34 (L934–940)",
      },
      developTogether: {
        what: "joint development work",
        obligation: "analysisBased",
        theme: "jointDevelopment",
        analysis: ["knowledge"],
        goal: "stronger",
        source: "S3 §2.35 (L940–946)",
      },
      ties: {
        what: "ties that bind the customer",
        obligation: "analysisBased",
        theme: "ties",
        analysis: ["knowledge"],
        goal: "stronger",
        source: "S3 §2.35 (L940–946)",
      },
      useOpportunities: {
        what: "use of opportunities",
        obligation: "analysisBased",
        theme: "opportunity",
        analysis: ["profitability"],
        goal: "growth",
        source: "S3 §2.35 (L940–946)",
      },
    },
    implementation: carriedOut as typeof carriedOut,
    followUp: followedUp as typeof followedUp,
  },
  unprofitablePlan: {
    title: "Care plan of unprofitable customers",
    note: "They get a plan of their own, not silence.",
    source: "S3 §2.32, §2.39 (L842, L926)",
    analysis: {
      profitability: {
        finding: "costs that the customer causes are above the income it brings",
        source: "S3 §3.24 (L856)",
      },
    },
    goals: {
      profit: {
        what: "a customership that covers its costs",
        level: "account",
        metric: "profitableCustomers",
        strategy: "identify and develop valuable and unprofitable customerships",
        analysis: ["profitability"],
        opportunities: ["larger groups taught together across fields"],
        source: "S3 §2.17, §2.39 (L542, L842)",
      },
    },
    actions: {
      costs: {
        what: "find what causes the costs",
        obligation: "analysisBased",
        theme: "opportunity",
        analysis: ["profitability"],
        goal: "profit",
        source: "S3 §2.35, §3.24 (L856, L940–946)",
      },
    },
    implementation: carriedOut as typeof carriedOut,
    followUp: followedUp as typeof followedUp,
  },
  potentialPlan: {
    title: "Care plan of potential customers",
    source: "S3 §2.32, §2.40, §3.8 (L666, L888, L926)",
    analysis: {
      potential: {
        finding: "does not use the offering yet, or could use significantly more",
        source: "S3 §2.40 (L888)",
      },
    },
    goals: {
      acquire: {
        what: "make a potential customer a real one",
        level: "strategy",
        metric: "newCustomers",
        strategy: "marketing directed at smaller, individual target groups",
        analysis: ["potential"],
        opportunities: ["the potential that is not used"],
        source: "S3 §2.66, §3.8 (L666, L790)",
      },
    },
    actions: {
      approach: {
        what: "marketing to the target group",
        obligation: "analysisBased",
        theme: "opportunity",
        analysis: ["potential"],
        goal: "acquire",
        source: "S3 §3.8 (L666)",
      },
    },
    implementation: { responsible: "marketing" },
    followUp: followedUp as typeof followedUp,
  },
  otherPlan: {
    title: "Care plan of other customers",
    source: "S3 §2.32, §3.8 (L668, L926)",
    analysis: {
      satisfaction: {
        finding: "what customers say of products and services",
        source: "S3 §2.57 (L700)",
      },
    },
    goals: {
      retain: {
        what: "satisfaction secured by quality",
        level: "account",
        metric: "kept",
        strategy: "long relations and loyalty",
        analysis: ["satisfaction"],
        opportunities: ["continuous dialogue"],
        source: "S3 §3.8, §3.26 (L668, L892)",
      },
    },
    actions: {
      listen: {
        what: "feedback and continuous dialogue",
        obligation: "analysisBased",
        theme: "ties",
        analysis: ["satisfaction"],
        goal: "retain",
        source: "S3 §2.57 (L700)",
      },
    },
    implementation: carriedOut as typeof carriedOut,
    followUp: followedUp as typeof followedUp,
  },
} as const;
