import type { Instant } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import { readInstant } from "../time/index.js";
import { bookWeeks, type WeekToBook } from "./book-weeks.js";
import {
  type CampaignEvent,
  compareEvents,
  compareIds,
  idKey,
  memberOf,
  momentOf,
  subjectOf,
} from "./campaign-event.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { type History, weeksConcerned } from "./history.js";
import type { Ledger, LedgerEntry, MemberPage, WeekPage } from "./ledger.js";
import type { OpenCampaign } from "./open-campaign.js";

/** The moment a question is asked at: ISO 8601 text in UTC. */
export interface MomentOfAsking {
  readonly at: Instant;
}

/**
 * The ledger of a campaign: every point that its events have won or lost until a moment.
 *
 * A week is scored when its deadline strikes, by what is known by then. Whatever happens afterwards
 * is booked when it happens: an activity that is deleted, emptied or turns up late reverses points,
 * the verdict of a judge may still bring some. The same set of events gives the same ledger in any
 * order, in one batch or in many; an event told twice counts once. Events after `at`, of people who
 * are no members, or after the cut-off are not booked.
 *
 * Gotcha: what was not known in time is never made good by an edit; what failed by the deadline
 * stays failed although it is deleted later.
 *
 * @param events - of all activities and credits, in any order
 * @param open - the open campaign
 * @param context - until when
 * @returns plain JSON; keep it, and hand it to {@link extendLedger} with the events of the next day
 * @throws {@link HoitoError} `not-an-instant`
 *
 * @example A point won on Monday and lost on Tuesday
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   ledgerEntries,
 *   ledgerOf,
 *   openCampaign,
 * } from "hoito/campaigns";
 *
 * const definition: CampaignDefinition = {
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     ...{ weekday: "monday", time: "12:00", bound: "inclusive", roll: "next" },
 *     ...{ gap: "later", overlap: "earlier" },
 *   },
 *   life: {
 *     announcedOn: "2018-01-12",
 *     cutOff: { date: "2018-04-06", time: "12:00" },
 *     judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: {
 *     ...{ excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   },
 *   criteria: {
 *     status: {
 *       ...{ kind: "activity", points: 1, scoring: "allOrNothing" },
 *       where: { field: "status", equals: "complete" },
 *     },
 *   },
 *   ranking: { ranks: "competition", ties: [] },
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring" }));
 * const open = orThrow(openCampaign([{ id: "Aino" }], campaign, { calendar }));
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", personId: "Aino" } as const;
 * const activity = { ...visit, heldOn: "2018-01-17", status: "complete" } as const;
 * const logged = { at: "2018-01-17T16:00:00Z", kind: "logged", activity } as const;
 * const deleted = { at: "2018-01-23T08:00:00Z", kind: "deleted", activity } as const;
 * const ledger = ledgerOf([deleted, logged], open, { at: "2018-01-24T00:00:00Z" });
 * ledgerEntries(ledger).map(({ cause, units }) => [cause, units]);
 * // => [["deadline", 1], ["deleted", -1]]
 * ```
 *
 * @category Campaigns
 */
export function ledgerOf(
  events: readonly CampaignEvent[],
  open: OpenCampaign,
  { at }: MomentOfAsking,
): Ledger {
  const { campaign } = open;
  const weeks = open.weeks.map(({ week }): WeekPage => ({ week, histories: [], entries: [] }));
  const members = [...open.members]
    .sort((left, right) => compareIds(left.id, right.id))
    .map(({ id }): MemberPage => ({ memberId: id, weeks, elsewhere: [] }));
  const head = { format: "hoito-ledger/1", campaign: campaign.name, hash: campaign.hash } as const;
  return extend({ ...head, at, members }, events, open, Number.NEGATIVE_INFINITY);
}

/**
 * A ledger with further events and until a later moment: equal to the {@link ledgerOf} all events,
 * at the cost of the weeks they touch.
 *
 * Only the weeks of new events, and those whose deadline has struck since, are scored again; with
 * caps that reach over weeks all weeks of the members concerned, with one over all members
 * everything. Untouched pages are the same objects as before.
 *
 * @param ledger - as stored; the given one is not changed
 * @param events - new ones, in any order; those it knows already change nothing
 * @param open - the campaign that the ledger was made with
 * @param context - until when; not before the ledger's own moment
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `ledger-runs-backward`, `not-an-instant`
 *
 * @category Campaigns
 */
export function extendLedger(
  ledger: Ledger,
  events: readonly CampaignEvent[],
  open: OpenCampaign,
  { at }: MomentOfAsking,
): Ledger {
  requireSame(ledger, open.campaign);
  const before = momentAt(ledger.at);
  if (momentAt(at) < before) {
    const text = `${showInput(at)} is before the ledger's own moment ${showInput(ledger.at)}`;
    throw new HoitoError(text, { code: "ledger-runs-backward", path: "at", received: at });
  }
  return extend({ ...ledger, at }, events, open, before);
}

/** Milliseconds of a moment of asking. */
export function momentAt(at: Instant): number {
  const moment = readInstant(at);
  if (moment !== undefined) return moment;
  const text = `${showInput(at)} is no moment`;
  throw new HoitoError(text, { code: "not-an-instant", path: "at", received: at });
}

/** A ledger is read with the definition it was made with. */
export function requireSame({ hash }: Ledger, campaign: CompiledCampaign): void {
  if (hash === campaign.hash) return;
  const text = `the ledger was made with another definition of \`${campaign.name}\``;
  throw new HoitoError(text, { code: "ledger-of-another-campaign", path: "hash", received: hash });
}

interface Touched {
  readonly page: MemberPage;
  readonly positions: ReadonlySet<number>;
}

function extend(
  ledger: Ledger,
  events: readonly CampaignEvent[],
  open: OpenCampaign,
  before: number,
): Ledger {
  const until = momentAt(ledger.at);
  const due = open.weeks.filter(({ deadlineAt }) => deadlineAt > before && deadlineAt <= until);
  const dueNow = due.map(({ position }) => position);
  const byMember = eventsByMember(events, until);
  const touched = ledger.members.map((page): Touched => {
    const news = byMember.get(idKey(page.memberId));
    if (news === undefined) return { page, positions: new Set(dueNow) };
    const merged = withEvents(page, news, open.campaign);
    return { page: merged.page, positions: new Set([...merged.positions, ...dueNow]) };
  });
  return { ...ledger, members: bookMembers(touched, open, until) };
}

/** Events by member and by what they happened to; later ones wait for a later call. */
function eventsByMember(
  events: readonly CampaignEvent[],
  until: number,
): ReadonlyMap<string, ReadonlyMap<string, readonly CampaignEvent[]>> {
  const byMember = new Map<string, Map<string, CampaignEvent[]>>();
  for (const event of events) {
    const member = memberOf(event);
    if (momentOf(event) > until || member === undefined) continue;
    const key = idKey(member);
    const subjects = byMember.get(key) ?? new Map<string, CampaignEvent[]>();
    const subject = subjectOf(event);
    const known = subjects.get(subject);
    if (known === undefined) byMember.set(key, subjects.set(subject, [event]));
    else known.push(event);
  }
  return byMember;
}

/** A member's page with new events put into every week they concern. */
function withEvents(
  page: MemberPage,
  news: ReadonlyMap<string, readonly CampaignEvent[]>,
  campaign: CompiledCampaign,
): Touched {
  const known = new Map<string, History>();
  for (const histories of [page.elsewhere, ...page.weeks.map((each) => each.histories)]) {
    for (const history of histories) {
      const subject = subjectOf(history[0]!);
      if (news.has(subject)) known.set(subject, history);
    }
  }
  const additions = page.weeks.map((): History[] => []);
  const elsewhere: History[] = [];
  const changed = new Set<string>();
  for (const [subject, events] of news) {
    const old = known.get(subject) ?? [];
    const history = merge(old, events);
    if (history.length === old.length) continue;
    changed.add(subject);
    const concerned = weeksConcerned(history, campaign);
    if (concerned.size === 0) elsewhere.push(history);
    for (const position of concerned) additions[position]!.push(history);
  }
  const place = (histories: readonly History[], added: readonly History[]) => {
    const kept = histories.filter(([first]) => !changed.has(subjectOf(first!)));
    return [...kept, ...added].sort(compareHistories);
  };
  const weeks = page.weeks.map((each, position) => {
    const added = additions[position]!;
    return added.length === 0 ? each : { ...each, histories: place(each.histories, added) };
  });
  const positions = additions.flatMap((added, position) => (added.length === 0 ? [] : [position]));
  return {
    page: { ...page, weeks, elsewhere: place(page.elsewhere, elsewhere) },
    positions: new Set(positions),
  };
}

/** A history only grows, and so do the weeks it concerns; what is told twice counts once. */
function merge(old: History, events: readonly CampaignEvent[]): History {
  const all = [...old, ...events].sort(compareEvents);
  return all.filter((event, index) => index === 0 || compareEvents(all[index - 1]!, event) !== 0);
}

function compareHistories([left]: History, [right]: History): number {
  return subjectOf(left!) < subjectOf(right!) ? -1 : 1;
}

/** Books the weeks that were touched, together with all that share a cap with them. */
function bookMembers(
  touched: readonly Touched[],
  open: OpenCampaign,
  until: number,
): readonly MemberPage[] {
  const reach = reachOfCaps(open.campaign);
  const isAny = touched.some(({ positions }) => positions.size > 0);
  const wanted = touched.map(({ page, positions }) => {
    const isWhole = reach === "campaign" ? isAny : reach === "member" && positions.size > 0;
    return isWhole ? page.weeks.map((_, position) => position) : [...positions];
  });
  const members = new Map(open.members.map((member) => [idKey(member.id), member]));
  const toBook = (page: MemberPage, position: number): WeekToBook => ({
    member: members.get(idKey(page.memberId))!,
    week: open.weeks[position]!,
    histories: page.weeks[position]!.histories,
  });
  if (reach === "campaign") {
    const all = touched.flatMap(({ page }, index) => {
      return wanted[index]!.map((position) => toBook(page, position));
    });
    const entries = bookWeeks(all, open, until);
    let next = 0;
    return touched.map(({ page }, index) => {
      return withEntries(page, new Map(wanted[index]!.map((place) => [place, entries[next++]!])));
    });
  }
  return touched.map(({ page }, index) => {
    const places = wanted[index]!;
    const weeks = places.map((position) => toBook(page, position));
    const entries =
      reach === "member"
        ? bookWeeks(weeks, open, until)
        : weeks.flatMap((week) => bookWeeks([week], open, until));
    return withEntries(page, new Map(places.map((place, at) => [place, entries[at]!])));
  });
}

function withEntries(
  page: MemberPage,
  entries: ReadonlyMap<number, readonly LedgerEntry[]>,
): MemberPage {
  if (entries.size === 0) return page;
  const weeks = page.weeks.map((each, position) => {
    const booked = entries.get(position);
    return booked === undefined ? each : { ...each, entries: booked };
  });
  return { ...page, weeks };
}

/** How far a cap carries what happens in one week. */
function reachOfCaps({ caps, criteria }: CompiledCampaign): "week" | "member" | "campaign" {
  if (caps.some(({ cap }) => cap.per === "campaign")) return "campaign";
  const isOfWeek = caps.every(({ cap }) => {
    if (cap.per === "criterion") return cap.within !== "campaign";
    return cap.per === "week" || cap.per === "day";
  });
  const isHot = criteria.some(({ coolDownDays }) => coolDownDays !== undefined);
  return isOfWeek && !isHot ? "week" : "member";
}
