/**
 * The kind of value a field holds: what it may be compared with. A list of words is a category:
 * text that must be one of them.
 *
 * @category Facts
 */
export type FieldKind =
  | "number"
  | "money"
  | "date"
  | "boolean"
  | "text"
  | "set"
  | readonly string[];

/** Field kinds by field name. */
export type FieldKinds = Readonly<Record<string, FieldKind>>;

/** Judgements a condition can ask for, with their kinds. */
export const judgementFields = {
  growthPotential: ["low", "medium", "high"],
  veryFastGrowth: "boolean",
  buyingPotential: ["low", "medium", "high"],
  potentialForSeveralServices: "boolean",
  potentialForAllServices: "boolean",
  purchaseProbability: "number",
  forecastableInvoicing: "boolean",
  personalRelationship: ["none", "weak", "good"],
  awareness: ["low", "medium", "high"],
  position: ["low", "medium", "high"],
  strategicImportance: ["low", "medium", "high"],
  effort: ["low", "medium", "high"],
  attractiveness: ["low", "medium", "high"],
  strength: ["low", "medium", "high"],
  strategicFit: ["low", "medium", "high"],
  referenceValue: ["low", "medium", "high"],
  competenceValue: ["low", "medium", "high"],
  image: ["low", "medium", "high"],
  priceLevel: ["low", "medium", "high"],
  marketShare: "number",
  topManagementContacts: "number",
  financialStability: ["low", "medium", "high"],
  cashFlowOutlook: ["falling", "steady", "rising"],
  paymentBehaviour: ["good", "late", "bad"],
  purchaseForecastTrend: ["falling", "steady", "rising"],
  totalConsumption: "money",
  mutualCommitment: "boolean",
} as const;

/** Properties of the account itself that a condition can ask for, with their kinds. */
export const accountProperties = {
  kind: ["organisation", "person"],
  customerClass: ["sme", "chain", "large", "publicSector", "consumer"],
  tradeRole: ["dealer", "endCustomer"],
  relations: "set",
  headcount: "number",
  turnover: "money",
  balanceSheet: "money",
  companyOwnershipShare: "number",
  chainSteered: "boolean",
  franchise: "boolean",
  inGroup: "boolean",
  industry: "text",
  region: "text",
  relationshipStart: "date",
  relationshipEnd: "date",
  contractValue: "money",
  serviceBreadth: "number",
  marketingAttributes: "set",
} as const;

/** Every field of an account that a condition can ask for. */
export const accountFields: typeof accountProperties & typeof judgementFields = {
  ...accountProperties,
  ...judgementFields,
};

/** Fields of each kind of record that a measure can count, sum or filter by. */
export const recordFields = {
  activities: {
    kind: "text",
    channel: "text",
    direction: ["inbound", "outbound"],
    purpose: ["sales", "care"],
    businessLine: "text",
    plannedOn: "date",
    heldOn: "date",
    status: ["planned", "held", "complete", "cancelled"],
    noteQuality: ["none", "plain", "good"],
    topic: "text",
    joint: "boolean",
    automated: "boolean",
    durationMinutes: "number",
    cost: "money",
  },
  tasks: {
    kind: ["action", "information"],
    topic: "text",
    openedOn: "date",
    acknowledgedOn: "date",
  },
  revenues: {
    bookedOn: "date",
    businessLine: "text",
    amount: "money",
    cost: "money",
    margin: "money",
  },
  orders: {
    orderedOn: "date",
    value: "money",
    margin: "money",
    businessLine: "text",
    product: "text",
    brand: "text",
    quantity: "number",
    promisedOn: "date",
    deliveredOn: "date",
  },
  invoices: {
    issuedOn: "date",
    value: "money",
    businessLine: "text",
    dueOn: "date",
    paidOn: "date",
  },
  offers: {
    madeOn: "date",
    value: "money",
    businessLine: "text",
    status: ["open", "won", "delivered", "lost"],
    decidedOn: "date",
  },
  opportunities: {
    openedOn: "date",
    value: "money",
    businessLine: "text",
    direction: ["depth", "breadth"],
    needOrigin: "text",
  },
  contracts: {
    startsOn: "date",
    endsOn: "date",
    businessLine: "text",
    recurring: "boolean",
    value: "money",
    includesTechnology: "boolean",
  },
  serviceItems: {
    service: "text",
    countedOn: "date",
    itemCount: "number",
    componentCount: "number",
  },
  serviceChanges: { service: "text", requestedOn: "date", passedOnOn: "date", completedOn: "date" },
  cases: {
    kind: ["complaint", "question", "order", "other"],
    matter: "text",
    receivedOn: "date",
    solvedOn: "date",
    solvedAtFirstContact: "boolean",
    repeated: "boolean",
  },
  leads: { passedOn: "date", businessLine: "text" },
  terminations: { endedOn: "date", service: "text", reason: "text" },
  surveyAnswers: { answeredOn: "date", scale: ["nps", "csat", "ces5", "ces7"], score: "number" },
  feedback: { receivedOn: "date", answeredOn: "date" },
  contactPersons: {
    decisionRole: ["decisionMaker", "influencer", "expert", "other"],
    topManagement: "boolean",
  },
  permissions: {
    channel: "text",
    verdict: ["allowed", "forbidden", "doNotContact", "marketingBan"],
    purpose: "text",
    validFrom: "date",
    validUntil: "date",
  },
  ownerships: {
    role: ["responsible", "teamMember", "steeringGroup", "executor"],
    naming: ["proposed", "named"],
    region: "text",
    businessLine: "text",
    validFrom: "date",
    validUntil: "date",
  },
  memberships: { role: "text", joinedOn: "date", leftOn: "date" },
} as const;

/**
 * The date that places a record in history: a record whose date is later than the day of asking is
 * a plan, and so is an activity without one. Of any other kind a missing date is unknown. Kinds with
 * `null` are not dated, and no window applies to them.
 */
export const recordDates = {
  activities: "heldOn",
  tasks: "openedOn",
  revenues: "bookedOn",
  orders: "orderedOn",
  invoices: "issuedOn",
  offers: "madeOn",
  opportunities: "openedOn",
  contracts: "startsOn",
  serviceItems: "countedOn",
  serviceChanges: "requestedOn",
  cases: "receivedOn",
  leads: "passedOn",
  terminations: "endedOn",
  surveyAnswers: "answeredOn",
  feedback: "receivedOn",
  contactPersons: null,
  permissions: null,
  ownerships: null,
  memberships: null,
} as const;
