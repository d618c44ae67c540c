import type {
  Absence,
  AccountName,
  ActivityHeading,
  FollowUp,
  Judged,
  Judgements,
  Location,
  Money,
  ServicePotential,
  Site,
} from "../../src/facts/index.js";
import type { ListTypes } from "../../src/schemas/index.js";

/** What each property of a part says. The compiler refuses one that is forgotten or added. */
export type Words<T> = { readonly [Name in keyof T]-?: string };

const id = "Id of the record: text, or a whole number.";
const account = "Id of the account that it belongs to.";
const line = "Business line of the company.";
const from = "First day.";
const until = "The day after the last.";

/** What the properties of each kind of record say, by the name of its list. */
export const recordWords: { readonly [Kind in keyof ListTypes]: Words<ListTypes[Kind]> } = {
  accounts: {
    id: "Id of the account: text, or a whole number.",
    names: "The names that it has or had.",
    kind: "An organisation, or a person.",
    customerClass: "The class by which the market counts it.",
    tradeRole: "A dealer, or an end customer.",
    dealerId: "The dealer that this account orders through.",
    relations: "How it stands to the company; it may stand in several relations at once.",
    mergedFrom: "Accounts that were merged into this one.",
    headcount: "Employees, whole persons.",
    turnover: "Turnover of a year.",
    balanceSheet: "Total of the balance sheet.",
    companyOwnershipShare: "Share of it that companies outside the size limit own, 0 to 1.",
    chainSteered: "Whether the chain decides how it works.",
    franchise: "Whether it is a franchise.",
    inGroup: "Whether it belongs to a group.",
    industry: "Code of your industry classification.",
    region: "Region of the company's map.",
    sites: "Places of a chain or of its stores.",
    relationshipStart: "First day of the relationship.",
    relationshipEnd: "First day without the relationship.",
    contractValue: "Value of the contracts.",
    serviceBreadth: "Number of different services in use.",
    location: "Where it is: a point on the map, or the way there in minutes.",
    closedDays: "Days on which it receives nobody.",
    judgements: "What people think of it; each may be missing and then is unknown.",
    marketingAttributes: "Marketing lists that it belongs on.",
    own: "Fields of your own, by name; they travel through untouched.",
  },
  activities: {
    id,
    accountId: account,
    kind: "Such as visit, meeting, training, call, message, survey, or a kind of your own.",
    channel: "How the account was reached.",
    direction: "Who reached out.",
    purpose: "Sales or care.",
    businessLine: line,
    personId: "The person of the company.",
    plannedOn: "The day it is planned for.",
    heldOn: "The day it was held.",
    enteredAt: "When it was first written down, as a plan or afterwards.",
    loggedAt: "When what happened was written down.",
    closedAt: "When it was closed as complete.",
    status: "Where it stands in its life.",
    movedFrom: "Days that it was moved away from, oldest first.",
    heading: "What a logged visit carries in its heading.",
    notes: "Notes; conditions know only whether there are any.",
    noteQuality: "How good a judge finds the notes.",
    noteJudgedAt: "When the notes were judged.",
    topic: "What it was about.",
    personsMet: "Contact persons who were met.",
    followUps: "What was promised.",
    joint: "Whether several people of the company took part.",
    automated: "Whether no human did it.",
    durationMinutes: "How long it took.",
    cost: "What it cost.",
  },
  tasks: {
    id,
    accountId: account,
    kind: "Something to do, or something to know.",
    topic: "Such as complaint, sampleOrder, brochureOrder, or a topic of your own.",
    senderId: "The person who asks.",
    receiverId: "The person who is asked.",
    openedOn: "The day it was opened.",
    acknowledgedOn: "The day the receiver acknowledged it; open until then.",
  },
  revenues: {
    accountId: account,
    bookedOn: "The day it was booked.",
    businessLine: line,
    amount: "The amount.",
    cost: "What it cost the company.",
    margin: "What is left of it.",
  },
  orders: {
    id,
    accountId: account,
    orderedOn: "The day of the order.",
    value: "The value.",
    margin: "What is left of it.",
    businessLine: line,
    product: "The product.",
    brand: "Its brand.",
    quantity: "Pieces, whole or not.",
    promisedOn: "The day promised for delivery.",
    deliveredOn: "The day of delivery.",
  },
  invoices: {
    id,
    accountId: account,
    issuedOn: "The day of the bill.",
    value: "The value.",
    businessLine: line,
    dueOn: "The day it is due.",
    paidOn: "The day it was paid.",
  },
  offers: {
    id,
    accountId: account,
    madeOn: "The day of the offer.",
    value: "The value.",
    businessLine: line,
    status: "What became of it.",
    decidedOn: "The day it was decided.",
  },
  opportunities: {
    id,
    accountId: account,
    openedOn: "The day it was seen.",
    value: "The value.",
    businessLine: line,
    direction: "More of the same (depth), or something new (breadth).",
    needOrigin: "Where the need comes from.",
  },
  contracts: {
    id,
    accountId: account,
    startsOn: from,
    endsOn: "The day after the last; an open-ended contract has none.",
    businessLine: line,
    recurring: "Whether it renews itself.",
    value: "The value.",
    includesTechnology: "Whether technology belongs to it.",
  },
  serviceItems: {
    accountId: account,
    service: "The service.",
    countedOn: "The day of the count.",
    itemCount: "How many items.",
    componentCount: "How many components.",
  },
  serviceChanges: {
    id,
    accountId: account,
    service: "The service.",
    requestedOn: "The day it was asked for.",
    passedOnOn: "The day it was passed on.",
    completedOn: "The day it was completed.",
  },
  cases: {
    id,
    accountId: account,
    kind: "What the account brought up.",
    matter: "What it is about.",
    receivedOn: "The day it came.",
    solvedOn: "The day it was solved.",
    solvedAtFirstContact: "Whether it was solved at the first contact.",
    repeated: "Whether the same matter came up before.",
  },
  leads: {
    id,
    accountId: account,
    passedOn: "The day it was passed on.",
    passedFrom: "The person who passed it.",
    passedTo: "The person who got it.",
    businessLine: line,
  },
  terminations: {
    accountId: account,
    endedOn: "The first day without it.",
    service: "The service that ended; without it the whole relationship.",
    reason: "Why.",
  },
  surveyAnswers: {
    accountId: account,
    contactPersonId: "Who answered.",
    answeredOn: "The day of the answer.",
    scale: "Net promoter score 0 to 10, satisfaction 1 to 5, customer effort 1 to 5 or 1 to 7.",
    score: "The score, a whole number on its scale.",
    direction: "For effort: which end of the scale is good.",
  },
  feedback: {
    id,
    accountId: account,
    receivedOn: "The day it came.",
    text: "What was said.",
    routedTo: "The person it was passed to.",
    answeredOn: "The day it was answered.",
  },
  contactPersons: {
    id,
    accountId: account,
    name: "The name.",
    decisionRole: "Part in decisions.",
    topManagement: "Whether the person belongs to the top management.",
    knownBy: "People of the company who know this person.",
    personalNote: "Sensitive: it never leaves the library in a report.",
  },
  permissions: {
    accountId: account,
    contactPersonId: "When given, the permission of this contact person only.",
    channel: "Without it the verdict holds for every channel.",
    verdict: "Whether contact is allowed.",
    purpose: "What the consent was given for; without it the permission is general.",
    validFrom: from,
    validUntil: until,
  },
  ownerships: {
    accountId: account,
    personId: "The person of the company.",
    role: "The part that the person has.",
    naming: "Proposed, or named.",
    region: "Where it holds.",
    businessLine: line,
    validFrom: from,
    validUntil: until,
  },
  memberships: {
    accountId: account,
    projectId: "The project or programme.",
    role: "The part in it.",
    joinedOn: from,
    leftOn: until,
  },
  people: {
    id: "Id of the person: text, or a whole number.",
    name: "The name.",
    role: "The role.",
    unit: "The unit of the company.",
    region: "The region.",
    team: "The team.",
    plannedUser: "Whether the person is meant to use the customer register.",
    weeklyCapacityMinutes: "Minutes of work with customers in a full week.",
    absences: "Days on which the person does not work.",
    calendarMedium: "Where the person keeps the calendar.",
  },
  teams: {
    id: "Id of the team.",
    name: "The name.",
    memberIds: "The people in it.",
    leadId: "Who leads it.",
  },
  units: {
    id: "Id of the unit.",
    name: "The name.",
    region: "The region.",
    parentId: "The unit that it is part of.",
  },
  projects: {
    id: "Id of the project or programme.",
    name: "The name.",
    businessLine: line,
    from,
    until,
  },
};

const judgement: Words<Judged<unknown>> = {
  value: "What was judged.",
  judgedBy: "The person in the company who judged.",
  judgedOn: "When.",
  basis: "What the judgement rests on.",
};

const judgements: Words<Judgements> = {
  growthPotential: "How much it can still grow.",
  veryFastGrowth: "Whether it grows very fast.",
  buyingPotential: "How much it could buy.",
  potentialPerService: "How much each service could still grow.",
  potentialForSeveralServices: "Whether revenue may be expected from several business lines.",
  potentialForAllServices: "Whether revenue may be expected from all business lines.",
  purchaseProbability: "0 to 1.",
  forecastableInvoicing: "Whether its invoicing can be forecast.",
  personalRelationship: "How good the relationship is.",
  awareness: "How well it knows the company.",
  position: "The company's position with it.",
  strategicImportance: "How important it is for the strategy.",
  effort: "How much effort caring for it takes.",
  attractiveness: "How attractive it is.",
  strength: "How strong it is.",
  strategicFit: "How well it fits the strategy.",
  referenceValue: "What it is worth as a reference.",
  competenceValue: "What the company learns from it.",
  image: "Its image.",
  priceLevel: "The prices it pays.",
  marketShare: "Its share of its own market, 0 to 1.",
  topManagementContacts: "Persons of its top management whom the company knows.",
  financialStability: "How stable its finances are.",
  cashFlowOutlook: "Where its cash flow is heading.",
  paymentBehaviour: "How it pays.",
  purchaseForecastTrend: "Where its purchases are heading.",
  totalConsumption: "What it buys of the category from everybody, a year.",
  mutualCommitment: "Whether both sides are committed.",
};

const name: Words<AccountName> = {
  name: "The name.",
  kind: "Official, or in marketing use.",
  validFrom: from,
  validUntil: until,
};

const site: Words<Site> = {
  id: "Id of the place.",
  name: "The name.",
  role: "Chain, or store.",
  region: "The region.",
};

const location: Words<Location> = {
  latitude: "Degrees, -90 to 90.",
  longitude: "Degrees, -180 to 180.",
  travelMinutes: "Minutes one way, from the base of whoever visits.",
};

const heading: Words<ActivityHeading> = {
  customer: "The customer named.",
  site: "The place named.",
  reason: "The reason named.",
};

const followUp: Words<FollowUp> = {
  what: "What was promised.",
  dueOn: "Until when.",
  doneOn: "The day it was done.",
};
const absence: Words<Absence> = { from, until, reason: "Why." };
const potential: Words<ServicePotential> = { ...judgement, service: "The service." };

/** Properties of parts of records, by the path of the part. */
export const partWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "accounts.names": name,
  "accounts.sites": site,
  "accounts.location": location,
  "accounts.judgements": judgements,
  "accounts.judgements.potentialPerService": potential,
  ...Object.fromEntries(
    Object.keys(judgements)
      .filter((each) => each !== "potentialPerService")
      .map((each) => [`accounts.judgements.${each}`, judgement]),
  ),
  "activities.heading": heading,
  "activities.followUps": followUp,
  "people.absences": absence,
};

/** The properties of money in records. */
export const moneyWords: Words<Money & { amount: string }> = {
  minor: "Whole minor units, such as cents; or `amount`, never both.",
  amount: 'Decimal text, such as "12.50"; or `minor`, never both.',
  currency: "ISO 4217 code in capitals.",
};
