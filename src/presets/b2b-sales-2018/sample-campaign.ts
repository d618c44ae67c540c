import type { CampaignEvent } from "../../campaigns/index.js";
import type { Activity, Instant } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";

/** The seven sellers (L594, L661). */
export const SELLERS: readonly string[] = [
  "seller-1",
  "seller-2",
  "seller-3",
  "seller-4",
  "seller-5",
  "seller-6",
  "seller-7",
];

/** Everything that the register holds of the sellers' visits, and how it came there. */
export interface SampleVisits {
  readonly activities: readonly Activity[];
  readonly events: readonly CampaignEvent[];
}

/** What a seller left undone in one week: it costs the point of that criterion. */
type Lapse = "heading" | "type" | "notes" | "status";

/**
 * How each seller kept the records: weeks with good notes after practice, and lapses in order. Of
 * 50 points and 8 extra ones this leaves 58, 56, 52, 48, 45, 42 and 40: all from 40 up, two above
 * 55, as the source tells of the real seven (L659–661), of whom no other points are published.
 */
const CAREFULNESS: readonly { readonly goodWeeks: number; readonly lapses: number }[] = [
  { goodWeeks: 8, lapses: 0 },
  { goodWeeks: 6, lapses: 0 },
  { goodWeeks: 4, lapses: 2 },
  { goodWeeks: 2, lapses: 4 },
  { goodWeeks: 0, lapses: 5 },
  { goodWeeks: 0, lapses: 8 },
  { goodWeeks: 0, lapses: 10 },
];
/** By week of the campaign, most of them while everybody learnt. */
const LAPSES: readonly (readonly [week: number, what: Lapse])[] = [
  [0, "heading"],
  [1, "type"],
  [0, "notes"],
  [1, "status"],
  [2, "heading"],
  [3, "type"],
  [4, "notes"],
  [5, "status"],
  [6, "heading"],
  [8, "type"],
];
/** The first so many accounts of each seller are visited in turn. */
const ACCOUNTS_EACH = 20;
const FIRST_MONDAY: CivilDate = "2018-01-15";
/** Weeks with visits: ten that are scored, the last days, and four planned ahead. */
const WEEKS = 15;
const SCORED_WEEKS = 10;
const PRACTICE_WEEKS = 2;
/** Visits a week from the week after the campaign on; with one more for two sellers 121 in all. */
const AHEAD = [4, 5, 4, 4];
const FIRST_WEEK_AHEAD = 11;
/** A visit is agreed five weeks before. */
const AGREED_DAYS_BEFORE = 35;
const REASONS = ["new products", "training of the staff", "complaint", "season ahead"];

/**
 * The visits of the campaign and of the weeks planned after it, as the register would tell them:
 * which account each is about depends on its place alone, not on how many accounts there are.
 *
 * @param asOf - later visits are planned, and those not agreed on by then are not there
 */
export function sampleVisits(asOf: CivilDate): SampleVisits {
  const activities: Activity[] = [];
  const events: CampaignEvent[] = [];
  for (const [seller, personId] of SELLERS.entries()) {
    for (let week = 0; week < WEEKS; week++) {
      for (const [ordinal, day] of daysOf(seller, week).entries()) {
        const turn = (3 * week + ordinal) % ACCOUNTS_EACH;
        const accountId = seller + SELLERS.length * turn + 1;
        const id = `${personId}/${week + 1}.${ordinal + 1}`;
        const plan = planned({ id, accountId, personId }, day, (week + ordinal) % 3 === 0);
        const held = heldOf(plan, day, { seller, week, ordinal });
        events.push(
          { kind: "logged", at: plan.enteredAt!, activity: plan },
          ...eventsOf(held, day),
        );
        if (agreedOn(day) <= asOf) activities.push(day <= asOf ? held : plan);
      }
    }
  }
  return { activities, events };
}

function agreedOn(day: CivilDate): CivilDate {
  return addDays(day, -AGREED_DAYS_BEFORE);
}

/** Two or three days from Monday on; four or five ahead, without Easter Monday. */
function daysOf(seller: number, week: number): readonly CivilDate[] {
  const monday = addDays(FIRST_MONDAY, 7 * week);
  const ahead = week - FIRST_WEEK_AHEAD;
  const extra = ahead === 3 && seller < 2 ? 1 : 0;
  const visits = ahead < 0 ? 2 + ((seller + week) % 2) : AHEAD[ahead]! + extra;
  const first = ahead === 0 ? 1 : 0;
  return Array.from({ length: visits }, (_, at) => addDays(monday, first + at));
}

type Named = Pick<Activity, "id" | "accountId" | "personId">;

function planned(named: Named, day: CivilDate, isTraining: boolean): Activity {
  return {
    ...named,
    kind: isTraining ? "training" : "meeting",
    channel: "faceToFace",
    status: "planned",
    plannedOn: day,
    enteredAt: `${agreedOn(day)}T10:00:00Z`,
    durationMinutes: 90,
  };
}

interface Place {
  readonly seller: number;
  readonly week: number;
  /** Position among the visits of the week. */
  readonly ordinal: number;
}

/** The visit as it stands in the register in the end. */
function heldOf(plan: Activity, day: CivilDate, { seller, week, ordinal }: Place): Activity {
  const { goodWeeks, lapses } = CAREFULNESS[seller]!;
  const own = ordinal > 0 ? [] : LAPSES.slice(0, lapses).filter(([at]) => at === week);
  const lacks = new Set(own.map(([, what]) => what));
  const isGood = week >= PRACTICE_WEEKS && week < PRACTICE_WEEKS + goodWeeks;
  const quality = lacks.has("notes") ? "none" : isGood ? "good" : "plain";
  const site = lacks.has("heading") ? {} : { site: "head office" };
  const reason = REASONS[(seller + week + ordinal) % REASONS.length]!;
  const closed = addDays(day, lacks.has("status") ? 8 : 0);
  const at: Instant = `${closed}T15:00:00Z`;
  const { kind, ...rest } = plan;
  return {
    ...rest,
    kind: lacks.has("type") ? "visit" : kind,
    heldOn: day,
    status: "complete",
    heading: { customer: String(plan.accountId), ...site, reason },
    ...(lacks.has("notes") ? {} : { notes: "what was done and agreed, and what follows" }),
    ...(week < SCORED_WEEKS ? { noteQuality: quality } : {}),
    loggedAt: `${day}T15:00:00Z`,
    closedAt: at,
  };
}

/** Written down on the evening of the visit, judged on the next Monday, closed when it was. */
function eventsOf(held: Activity, day: CivilDate): readonly CampaignEvent[] {
  const { noteQuality, closedAt, ...rest } = held;
  const isLate = closedAt! > `${day}T23:59:59Z`;
  const logged: Activity = { ...rest, ...(isLate ? { status: "held" } : { closedAt: closedAt! }) };
  const events: CampaignEvent[] = [{ kind: "edited", at: held.loggedAt!, activity: logged }];
  if (isLate)
    events.push({ kind: "edited", at: closedAt!, activity: { ...rest, closedAt: closedAt! } });
  if (noteQuality !== undefined) {
    events.push({ kind: "judged", at: `${addDays(day, 9)}T16:00:00Z`, activity: held });
  }
  return events;
}
