import type {
  Overload,
  Schedule,
  ScheduleChanges,
  ScheduleEntry,
  UnplacedDuty,
  WeekLoad,
} from "../../src/cadence/index.js";
import type {
  Credit,
  EventName,
  Ledger,
  LedgerEntry,
  MemberPage,
  WeekPage,
  Withheld,
} from "../../src/campaigns/index.js";
import type { Fit } from "../../src/policy/index.js";
import type {
  AbcClassSize,
  AbcFit,
  Decider,
  MembershipVerdict,
  RfmFit,
  ScorecardFit,
  SegmentMembership,
} from "../../src/segments/index.js";
import type { Finding } from "../../src/shapes/index.js";
import type { Words } from "./record-words.js";

const format = "Name of this format and its version.";
const account = "Id of the account.";
const member = "Id of the member of the campaign.";
const person = "Id of the person.";
const duty = "Id of the duty.";
const day = "The day.";

const membership: Words<SegmentMembership> = {
  format,
  id: "Id of the membership: text, or a whole number.",
  accountId: account,
  businessLine: "Business line in which it holds; without it in every one.",
  region: "Region in which it holds; without it in every one.",
  segment: "The segment.",
  basis: "What the proposal rests on.",
  reason: "Why it was proposed.",
  proposedBy: "Id of the person who proposed it.",
  proposedOn: "When it was proposed.",
  validFrom: "First day in force; without it the day of the approval.",
  validUntil: "The day after the last in force.",
  decidedBy: "Who has to decide, as the segment says.",
  status: "What became of the proposal.",
  decision: "Who decided, when and why.",
  ending: "Who ended it, when and why.",
};

const verdict: Words<MembershipVerdict> = { by: "Who decided.", on: "When.", reason: "Why." };

const decider: Words<Decider> = {
  body: "`managementTeam`, `businessLine`, or another body of the company.",
  businessLine: "The business line that it decides for.",
  personId: "Id of the person who spoke for it.",
};

const event: Words<Record<"at" | "kind" | "activity" | "credit", unknown>> = {
  at: "When it happened.",
  kind: "What happened.",
  activity: "The activity as it is from then on; of events about activities.",
  credit: "The credit; of events about credits.",
};

const credit: Words<Credit> = {
  id: "Id of the credit: text, or a whole number.",
  source: "Which criterion it earns by.",
  memberId: member,
  accountId: account,
  on: "The day that it counts on.",
  times: "How often it earns: classes climbed, for example.",
};

const ledger: Words<Ledger> = {
  format,
  campaign: "Name of the campaign.",
  hash: "Of what the points were made with; another one is another ledger.",
  at: "Nothing later is booked.",
  members: "One page for each member.",
};

const memberPage: Words<MemberPage> = {
  memberId: member,
  weeks: "One page for each week that the period touches, in order.",
  elsewhere: "What happened to activities and credits of none of these weeks.",
};

const weekPage: Words<WeekPage> = {
  week: "The ISO week.",
  histories: "Events by activity or credit, each in order of time.",
  entries: "In the order of booking; what was wrong is reversed, never changed.",
};

const ledgerEntry: Words<LedgerEntry> = {
  id: "Id of the entry.",
  at: "When it was booked.",
  kind: "An award, or the reversal of one.",
  cause: "Why it was booked.",
  memberId: member,
  week: "The ISO week that it belongs to.",
  criterion: "Name of the criterion.",
  units: "Whole units; negative for a reversal, 0 for an award that caps took whole.",
  accountId: account,
  events: "What was looked at when the week was scored; afterwards what changed it.",
  withheld: "What caps took of it.",
};

const eventName: Words<EventName> = {
  id: "Id of the activity or credit.",
  kind: "What happened.",
  at: "When it happened.",
};

const withheld: Words<Withheld> = {
  cap: "Path of the cap in the definition, or `coolDown`.",
  units: "Whole units.",
};

const fit: Words<Fit> = {
  format,
  madeWith: "What it was made with.",
  accounts: "Accounts of the base.",
  cuts: "Cut points by name: numbers, or minor units of the policy's currency.",
  leftOut: "Accounts that each cut was computed without, for their measure is unknown or none.",
  classifiers: "By classifier; one that nothing could be computed for is left out.",
  findings: "Which classifiers and cuts had nothing to be computed of, and why.",
};

type FitFinding = Pick<Finding, "code" | "severity" | "path" | "message">;

const fitFinding: Words<FitFinding> = {
  code: "Name of the fault.",
  severity: "A warning: the fit can be used.",
  path: "Classifier or cut in the policy.",
  message: "One sentence for people.",
};

const madeWith: Words<Fit["madeWith"]> = {
  policyId: "Id of the policy.",
  policyVersion: "Its version.",
  policyHash: "Hash of its content.",
  libraryVersion: "Version of hoito.",
  asOf: "The day of asking.",
};

const classifierFit: Words<AbcFit> & Words<RfmFit> & Words<ScorecardFit> = {
  method: "The method of the classifier.",
  cuts: "Least value of each class but the last, best first; `null` where no account could be.",
  counted: "Accounts that were ranked.",
  total: "Total of their values.",
  zero: "Accounts of value 0, which were not ranked.",
  negative: "Accounts of negative value, which were not ranked.",
  missing: "Accounts without a value, which were not ranked.",
  classes: "The ranked accounts by class, best first.",
  topFifth: "What the best fifth of the ranked accounts holds.",
  recency: "Cuts between the scores of recency.",
  frequency: "Cuts between the scores of frequency.",
  monetary: "Cuts between the scores of money.",
  leftOut: "Accounts of which a measure is unknown.",
  scales: "One for each criterion; `null` where none is needed, or nobody has a value.",
};

const classSize: Words<AbcClassSize> = {
  accounts: "Accounts in it.",
  total: "Total of their values.",
  shareOfAccounts: "Share of the ranked accounts, 0 to 1.",
  shareOfTotal: "Share of the total, 0 to 1.",
};

const scale = {
  by: "How values are made comparable.",
  minimum: "The least value.",
  maximum: "The greatest value.",
  values: "The different values, rising.",
  counts: "How many accounts have each.",
  mean: "The mean.",
  deviation: "The standard deviation.",
};

const schedule: Words<Schedule> = {
  format,
  asOf: "The first day of the horizon.",
  until: "The day after its last.",
  entries: "What is in calendars, by day and person.",
  unplaced: "Duties without a place, and why.",
  changes: "What differs from the schedule given out before.",
  feasibility: "Whether all that asks for a place can have one.",
  overloads: "People and weeks that more is asked of than fits.",
  conflicts: "Pinned and manual entries that stand although something speaks against them.",
  loads: "What each person has to do in each week.",
  goals: "How well the soft goals are met.",
  later: "What was given out for days after the horizon.",
  withdrawn: "Entries taken back whose day is still to come.",
};

const scheduleEntry: Words<ScheduleEntry> = {
  id: "Id of the duty or of the manual entry.",
  kind: "Placed by hoito, pinned to its day, or entered by hand.",
  personId: person,
  week: "The ISO week.",
  day,
  minutes: "How long it takes, where that is known.",
  sequence: "How often it was moved since it was first given out.",
  isLate: "Its latest day has passed, and it is placed all the same.",
  accountId: account,
  significance: "Of the account's care model; 1 comes first.",
  latest: "Its latest day.",
  cadence: "Name of the cadence.",
  title: "What a manual entry is called.",
};

const unplaced: Words<UnplacedDuty> = {
  id: duty,
  accountId: account,
  reason: "Why it has no place.",
  cadence: "Name of the cadence.",
};

const changes: Words<ScheduleChanges> = {
  added: "Ids of entries that are new.",
  moved: "Entries with another person or day.",
  removed: "Entries that are gone.",
};

const overload: Words<Overload> = {
  kind: "One person's weeks in a row, or people and weeks together.",
  cells: "The people and their weeks.",
  duties: "How many duties ask for them.",
  demandedMinutes: "Minutes that are asked for.",
  availableMinutes: "Minutes that pins and manual entries leave of the capacity.",
  usableMinutes: "Minutes of these that whole duties can fill.",
  shortMinutes: "Minutes that are missing.",
  byCadence: "What is asked for by each cadence.",
};

const load: Words<WeekLoad> = {
  personId: person,
  week: "The ISO week.",
  minutes: "Minutes of what there is to do.",
  capacityMinutes: "Minutes of the person's capacity.",
};

const moved = { id: duty, from: "Where it was.", to: "Where it is." };
const place = { personId: person, day };

/** What the properties of documents that hoito itself makes say, by the path of the part. */
export const documentWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  membership,
  "membership.decision": verdict,
  "membership.decision.by": decider,
  "membership.ending": verdict,
  "membership.ending.by": decider,
  event,
  "event.credit": credit,
  ledger,
  "ledger.members": memberPage,
  "ledger.members.weeks": weekPage,
  "ledger.members.weeks.entries": ledgerEntry,
  "ledger.members.weeks.entries.events": eventName,
  "ledger.members.weeks.entries.withheld": withheld,
  fit,
  "fit.madeWith": madeWith,
  "fit.findings": fitFinding,
  "fit.classifiers": classifierFit,
  "fit.classifiers.classes": classSize,
  "fit.classifiers.topFifth": classSize,
  "fit.classifiers.scales": scale,
  schedule,
  "schedule.entries": scheduleEntry,
  "schedule.later": scheduleEntry,
  "schedule.withdrawn": scheduleEntry,
  "schedule.unplaced": unplaced,
  "schedule.changes": changes,
  "schedule.changes.moved": moved,
  "schedule.changes.moved.from": place,
  "schedule.changes.moved.to": place,
  "schedule.changes.removed": moved,
  "schedule.changes.removed.from": place,
  "schedule.feasibility": {
    kind: "Whether all of it has a place, cannot have one, or nobody knows.",
    fewestLeftOut: "How many duties anybody must leave out, where that is known exactly.",
    placedMinutes: "Minutes that are placed.",
    atMostMinutes: "Minutes that nobody can exceed.",
    gapMinutes: "The difference of the two; 0 where the answer is exact.",
  } satisfies Words<Schedule["feasibility"]>,
  "schedule.overloads": overload,
  "schedule.overloads.cells": { personId: person, weeks: "The ISO weeks, in order." },
  "schedule.overloads.byCadence": {
    cadence: "Name of the cadence.",
    duties: "How many duties.",
    minutes: "Minutes of these duties.",
  },
  "schedule.conflicts": { id: "Id of the entry.", why: "What speaks against it." },
  "schedule.loads": load,
  "schedule.goals": {
    promises: "Promises that could still be kept by themselves.",
    promisesKept: "How many of them were kept.",
    placed: "Placed duties.",
    ownerKept: "How many of them their owner does.",
    daysOffIdeal: "Days by which placed duties miss their ideal day beyond what the rules allow.",
    unevenness: "How unevenly the weeks are loaded; only comparable within one problem.",
    trips: "Trips to far regions: people × days × regions.",
    promisesAndOwners: "Whether no schedule keeps more promises and owners, or one might.",
  } satisfies Words<Schedule["goals"]>,
};

/** Parts whose properties are those of a part that is described elsewhere. */
export const alike: Readonly<Record<string, string>> = {
  "event.activity": "activities",
  "ledger.members.elsewhere": "event",
  "ledger.members.weeks.histories": "event",
};
