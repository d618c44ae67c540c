import type {
  Activity,
  Contract,
  InboundCase,
  Order,
  Ownership,
  Revenue,
  ServiceChange,
  ServiceItem,
  SurveyAnswer,
  Termination,
} from "../../facts/index.js";
import { addDays, addMonths, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import type { MadeAccount } from "./sample-account.js";
import { managerOf, TEAM } from "./sample-people.js";

/** Everything made up about an account beside itself. */
export interface MadeRecords {
  readonly contracts: readonly Contract[];
  readonly serviceItems: readonly ServiceItem[];
  readonly serviceChanges: readonly ServiceChange[];
  readonly cases: readonly InboundCase[];
  readonly activities: readonly Activity[];
  readonly surveyAnswers: readonly SurveyAnswer[];
  readonly revenues: readonly Revenue[];
  readonly orders: readonly Order[];
  readonly terminations: readonly Termination[];
  readonly ownerships: readonly Ownership[];
}

const YEAR = 365;
const TERMS = [24, 36, 36, 48];
const MATTERS = ["invoice", "fault", "new service", "opening hours"];
const REASONS = ["price", "business ended", "service felt bad"];

/** The records of an account, none of them later than the day of asking. */
export function sampleRecords(
  made: MadeAccount,
  asOf: CivilDate,
  random: SeededRandom,
): MadeRecords {
  const { account, ageDays } = made;
  const whole: Whole = { made, asOf, random, activities: [] };
  const recent = Math.min(ageDays, YEAR) + 1;
  const change = random.chance(0.3) ? changeOf(whole, random.below(recent)) : undefined;
  const matterDaysAgo = random.chance(0.4) ? random.below(recent) : undefined;
  const matter = matterDaysAgo === undefined ? undefined : caseOf(whole, matterDaysAgo);
  const answer = random.chance(0.3) ? answerOf(whole, random.below(recent)) : undefined;
  contact(whole, recent);
  const endedOn = account.relationshipEnd;
  return {
    contracts: [contractOf(whole)],
    serviceItems: [itemOf(whole)],
    serviceChanges: change === undefined ? [] : [change],
    cases: matter === undefined ? [] : [matter],
    surveyAnswers: answer === undefined ? [] : [answer],
    activities: whole.activities,
    revenues: revenuesOf(whole),
    orders: random.chance(0.25)
      ? [orderOf(whole, Math.max(0, (matterDaysAgo ?? recent) - 10))]
      : [],
    terminations:
      endedOn === undefined
        ? []
        : [{ accountId: account.id, endedOn, reason: random.pick(REASONS) }],
    ownerships: ownershipsOf(whole),
  };
}

interface Whole {
  readonly made: MadeAccount;
  readonly asOf: CivilDate;
  readonly random: SeededRandom;
  readonly activities: Activity[];
}

function hold(
  { made: { account }, asOf, activities }: Whole,
  kind: string,
  daysAgo: number,
  rest: Partial<Activity> = {},
): void {
  const id = `${account.id}/${activities.length + 1}`;
  const heldOn = addDays(asOf, -daysAgo);
  activities.push({ id, accountId: account.id, kind, status: "complete", heldOn, ...rest });
}

/** Some hear often, some once a year, some nothing but the yearly price notice. */
function contact(whole: Whole, recent: number): void {
  const { random } = whole;
  if (random.chance(0.8)) hold(whole, "priceNotice", random.below(recent), { automated: true });
  if (random.chance(0.2)) return;
  const kind = random.pick(["call", "message", "meeting"]);
  hold(whole, kind, random.below(recent), { personId: random.pick(TEAM), durationMinutes: 20 });
  if (random.chance(0.3))
    hold(whole, "call", random.below(recent), { personId: random.pick(TEAM) });
}

/** One in five runs open-ended; the others for some years, renewed where they have run out. */
function contractOf({ made, asOf, random }: Whole): Contract {
  const { account } = made;
  const head = {
    id: `${account.id}/k`,
    accountId: account.id,
    recurring: true,
    value: account.contractValue,
    includesTechnology: random.chance(0.6),
  };
  if (random.chance(0.2)) return { ...head, startsOn: account.relationshipStart };
  const months = random.pick(TERMS);
  let startsOn = account.relationshipStart;
  while (addMonths(startsOn, months) <= asOf) startsOn = addMonths(startsOn, months);
  return { ...head, startsOn, endsOn: addMonths(startsOn, months) };
}

function itemOf({ made: { account } }: Whole): ServiceItem {
  const count = { itemCount: account.serviceBreadth, componentCount: 2 * account.serviceBreadth };
  return { accountId: account.id, service: "site", countedOn: account.relationshipStart, ...count };
}

/** Asked for, and mostly completed a month later, with a survey that follows more often than not. */
function changeOf(whole: Whole, daysAgo: number): ServiceChange {
  const { made, asOf, random } = whole;
  const { id: accountId } = made.account;
  const change = { id: `${accountId}/c`, accountId, requestedOn: addDays(asOf, -daysAgo) };
  if (daysAgo < 30 || random.chance(0.2)) return change;
  const doneDaysAgo = daysAgo - 30;
  if (doneDaysAgo > 3 && random.chance(0.6)) {
    hold(whole, "survey", doneDaysAgo - 2, { topic: "csat", automated: true });
  }
  return { ...change, completedOn: addDays(asOf, -doneDaysAgo) };
}

function caseOf(whole: Whole, daysAgo: number): InboundCase {
  const { made, asOf, random } = whole;
  const { id: accountId } = made.account;
  const matter = random.pick(MATTERS);
  hold(whole, "call", daysAgo, {
    direction: "inbound",
    topic: matter,
    personId: random.pick(TEAM),
    cost: euros(6 + random.below(20)),
  });
  const received = {
    id: `${accountId}/i`,
    accountId,
    kind: random.chance(0.25) ? ("complaint" as const) : ("question" as const),
    matter,
    receivedOn: addDays(asOf, -daysAgo),
  };
  if (random.chance(0.1)) return { ...received, solvedAtFirstContact: false };
  const isSolvedAtOnce = random.chance(0.7);
  const solvedOn = addDays(asOf, -(isSolvedAtOnce ? daysAgo : Math.max(0, daysAgo - 4)));
  return { ...received, solvedOn, solvedAtFirstContact: isSolvedAtOnce, repeated: !isSolvedAtOnce };
}

/** An answer and the survey that asked for it. */
function answerOf(whole: Whole, daysAgo: number): SurveyAnswer {
  const { made, asOf, random } = whole;
  const scale = random.pick(["nps", "csat", "ces5"] as const);
  const topic = scale === "ces5" ? "ces" : scale;
  hold(whole, "survey", daysAgo, { topic, automated: true });
  const score = scale === "nps" ? random.below(11) : 1 + random.below(5);
  const direction = scale === "ces5" ? { direction: "highIsGood" as const } : {};
  const answeredOn = addDays(asOf, -daysAgo);
  return { accountId: made.account.id, answeredOn, scale, score, ...direction };
}

/** A bill each half-year of the last three years of the relationship. */
function revenuesOf({ made, asOf, random }: Whole): readonly Revenue[] {
  const { account, ageDays, likeness } = made;
  const whole = Math.round(account.contractValue.minor / 200);
  const factor = likeness === "broad" ? 1 + random.below(6) : 1;
  return Array.from({ length: 6 }, (_, at) => 15 + 182 * at)
    .filter((daysAgo) => daysAgo <= ageDays)
    .map((daysAgo): Revenue => {
      const amount = euros(whole * factor);
      const cost = euros(Math.round((amount.minor * (60 + random.below(50))) / 10_000));
      const margin = { minor: amount.minor - cost.minor, currency: "EUR" };
      return { accountId: account.id, bookedOn: addDays(asOf, -daysAgo), amount, cost, margin };
    });
}

function orderOf({ made, asOf, random }: Whole, daysAgo: number): Order {
  const { id: accountId } = made.account;
  const value = euros(200 + random.below(3_000));
  return { id: `${accountId}/o`, accountId, orderedOn: addDays(asOf, -daysAgo), value };
}

/** The team for all; beside it a named manager where the contract is worth it. */
function ownershipsOf({ made: { account } }: Whole): readonly Ownership[] {
  const { id: accountId } = account;
  const member = TEAM[Number(accountId) % TEAM.length]!;
  const own: Ownership = { accountId, personId: member, role: "teamMember", naming: "named" };
  if (account.contractValue.minor <= 2_000_000) return [own];
  const personId = managerOf(account.region);
  return [own, { accountId, personId, role: "responsible", naming: "named" }];
}
