import { writeInstant } from "../time/index.js";
import { applyCaps, type Capped } from "./apply-caps.js";
import { type CampaignEvent, compareEvents, momentOf, subjectOf } from "./campaign-event.js";
import { type History, lastBy, lastInTime } from "./history.js";
import type { EntryCause, EventName, LedgerEntry } from "./ledger.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { scoreWeek } from "./score-week.js";
import { isOfWeek, type WeekView } from "./week-subjects.js";

/** A member's week whose entries are wanted. */
export interface WeekToBook {
  readonly member: OpenMember;
  readonly week: OpenWeek;
  readonly histories: readonly History[];
}

/**
 * The entries of some weeks until a moment: what each was worth when its deadline struck, and every
 * difference since.
 *
 * The weeks must be all that share a cap with one another.
 *
 * @param until - milliseconds; the moment itself is booked
 * @returns the entries of each week, in the order of the weeks
 */
export function bookWeeks(
  weeks: readonly WeekToBook[],
  open: OpenCampaign,
  until: number,
): readonly (readonly LedgerEntry[])[] {
  const entries = weeks.map((): LedgerEntry[] => []);
  const raw = weeks.map((): readonly Capped["earning"][] => []);
  const times = new Map<string, number>();
  const credited = new Map<CampaignEvent, readonly Capped["earning"][]>();
  let booked = new Map<string, Capped>();
  for (const [now, triggers] of momentsOf(weeks, open, until)) {
    for (const place of triggers.keys()) {
      const { member, week, histories } = weeks[place]!;
      const view = { open, week, deadline: week.deadlineAt, now };
      raw[place] = scoreWeek(member, histories, view, credited).earnings;
    }
    const next = new Map(applyCaps(raw, open).map((each) => [each.earning.key, each]));
    for (const { after, place, units } of differences(booked, next)) {
      const { key } = after.earning;
      const number = (times.get(key) ?? 0) + 1;
      times.set(key, number);
      const before = booked.get(key)?.earning.units ?? 0;
      const isRaw = before !== (next.get(key)?.earning.units ?? 0);
      const why = whyBooked(weeks[place]!, { now, triggers, place, isRaw, open, after });
      entries[place]!.push(entry({ after, units, number, now }, weeks[place]!, why));
    }
    booked = next;
  }
  return entries;
}

interface Difference {
  /** The earning as it is now, or as it was before it went. */
  readonly after: Capped;
  readonly place: number;
  readonly units: number;
}

/** By moment, in order of time: the places of the weeks it touches, and the events that touch them. */
function momentsOf(
  weeks: readonly WeekToBook[],
  { campaign, cutOffAt }: OpenCampaign,
  until: number,
): readonly (readonly [number, ReadonlyMap<number, readonly CampaignEvent[]>])[] {
  const last = Math.min(until, cutOffAt);
  const isExclusive = campaign.definition.deadline.bound === "exclusive";
  const moments = new Map<number, Map<number, CampaignEvent[]>>();
  const at = (moment: number, place: number): CampaignEvent[] => {
    const places = moments.get(moment) ?? new Map<number, CampaignEvent[]>();
    const events = places.get(place) ?? [];
    moments.set(moment, places.set(place, events));
    return events;
  };
  for (const [place, { week, histories }] of weeks.entries()) {
    if (week.deadlineAt <= last) at(week.deadlineAt, place);
    for (const event of histories.flat()) {
      const moment = momentOf(event);
      if (moment > last) continue;
      const isAfter = moment > week.deadlineAt || (isExclusive && moment === week.deadlineAt);
      if (isAfter || "credit" in event) at(moment, place).push(event);
    }
  }
  return [...moments].sort(([left], [right]) => left - right);
}

function* differences(
  before: ReadonlyMap<string, Capped>,
  after: ReadonlyMap<string, Capped>,
): Generator<Difference> {
  for (const [key, was] of before) {
    if (!after.has(key) && was.units > 0) {
      yield { after: { ...was, withheld: [] }, place: was.place, units: -was.units };
    }
  }
  for (const [key, is] of after) {
    const was = before.get(key);
    const units = is.units - (was?.units ?? 0);
    if (units !== 0 || was === undefined) yield { after: is, place: is.place, units };
  }
}

interface Booking {
  readonly now: number;
  readonly triggers: ReadonlyMap<number, readonly CampaignEvent[]>;
  readonly place: number;
  /** Whether the earning itself changed, and not only the room under a cap. */
  readonly isRaw: boolean;
  readonly open: OpenCampaign;
  readonly after: Capped;
}

interface Why {
  readonly cause: EntryCause;
  readonly events: readonly CampaignEvent[];
}

function whyBooked(
  { week, histories }: WeekToBook,
  { now, triggers, place, isRaw, open, after }: Booking,
): Why {
  const { evidence, criterion } = after.earning;
  if (!isRaw) return { cause: "cap", events: [...triggers.values()].flat().sort(compareEvents) };
  if (now === week.deadlineAt && criterion.kind !== "credit") {
    return { cause: "deadline", events: [...evidence].sort(compareEvents) };
  }
  const events = [...triggers.get(place)!].sort(compareEvents);
  const relevant = events.filter((event) => "credit" in event === (criterion.kind === "credit"));
  const last = relevant.at(-1)!;
  const history = histories.find(([first]) => subjectOf(first!) === subjectOf(last))!;
  const view = { open, week, deadline: week.deadlineAt, now };
  return { cause: causeOf(last, history, view), events: relevant };
}

function causeOf(event: CampaignEvent, history: History, view: WeekView): EntryCause {
  if (event.kind !== "logged" && event.kind !== "edited") return event.kind;
  if (event.activity.status === "cancelled") return "cancelled";
  const { bound } = view.open.campaign.definition.deadline;
  const wasThere = isOfWeek(lastInTime(history, view.deadline, bound), view);
  const isThere = isOfWeek(lastBy(history, view.now), view);
  if (wasThere === isThere) return "edited";
  return isThere ? "late" : "movedOut";
}

function entry(
  {
    after: { earning, withheld },
    units,
    number,
    now,
  }: {
    readonly after: Capped;
    readonly units: number;
    readonly number: number;
    readonly now: number;
  },
  { week }: WeekToBook,
  { cause, events }: Why,
): LedgerEntry {
  const { memberId, criterion, account, key } = earning;
  return {
    id: `${key}#${number}`,
    at: writeInstant(now),
    kind: units < 0 ? "reversal" : "award",
    cause,
    memberId,
    week: week.week,
    criterion: criterion.name,
    units,
    ...(account === undefined ? {} : { accountId: account.id }),
    events: events.map(nameOf),
    ...(withheld.length === 0 ? {} : { withheld }),
  };
}

function nameOf(event: CampaignEvent): EventName {
  const { id } = "credit" in event ? event.credit : event.activity;
  return { id, kind: event.kind, at: event.at };
}
