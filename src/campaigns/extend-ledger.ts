import { HoitoError, showInput } from "../shapes/index.js";
import { bookMembers } from "./book-members.js";
import { type CampaignEvent, compareIds, idKey } from "./campaign-event.js";
import type { Ledger, MemberPage, WeekPage } from "./ledger.js";
import { askedAt, type MomentOfAsking, momentAt, requireSame } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";
import { eventsByMember, type TouchedPage, withEvents } from "./with-events.js";

/**
 * The ledger of a campaign: every point that its events have won or lost until a moment.
 *
 * A week is scored when its deadline strikes, by what is known by then. Whatever happens afterwards
 * is booked when it happens: an activity that is deleted, emptied or turns up late reverses points,
 * the verdict of a judge may still bring some. The same set of events gives the same ledger in any
 * order, in one batch or in many; an event told twice counts once. Events after `at`, of people who
 * are no members, or after the cut-off are not booked.
 *
 * Gotchas: what was not known in time is never made good by an edit; what failed by the deadline
 * stays failed although it is deleted later. Each credit and each event after a deadline is a moment
 * at which all weeks that share a cap with it are scored again: thousands for one member take long.
 *
 * @param events - of all activities and credits, in any order
 * @param open - the open campaign
 * @param context - until when
 * @returns plain JSON; keep it, and hand it to {@link extendLedger} with the events of the next day
 * @throws {@link HoitoError} `not-an-open-campaign`, `not-an-instant`, and `unknown-value`,
 *   `missing-property` or `out-of-range` for an event that is none
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
 *     weekday: "monday",
 *     time: "12:00",
 *     bound: "inclusive",
 *     roll: "next",
 *     gap: "later",
 *     overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12",
 *     cutOff: { date: "2018-04-06", time: "12:00" },
 *     judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: {
 *     status: {
 *       kind: "activity",
 *       points: 1,
 *       scoring: "allOrNothing",
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
  context: MomentOfAsking,
): Ledger {
  const at = askedAt(open, context);
  const { campaign } = open;
  const weeks = open.weeks.map(({ week }): WeekPage => ({ week, histories: [], entries: [] }));
  const members = [...open.members]
    .sort((left, right) => compareIds(left.id, right.id))
    .map(({ id }): MemberPage => ({ memberId: id, weeks, elsewhere: [] }));
  const head = { format: "hoito-ledger/1", campaign: campaign.name, hash: open.hash } as const;
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
  context: MomentOfAsking,
): Ledger {
  const at = askedAt(open, context);
  requireSame(ledger, open);
  const before = momentAt(ledger.at);
  if (momentAt(at) < before) {
    const text = `${showInput(at)} is before the ledger's own moment ${showInput(ledger.at)}`;
    throw new HoitoError(text, { code: "ledger-runs-backward", path: "at", received: at });
  }
  return extend({ ...ledger, at }, events, open, before);
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
  const touched = ledger.members.map((page): TouchedPage => {
    const news = byMember.get(idKey(page.memberId));
    if (news === undefined) return { page, positions: new Set(dueNow) };
    const merged = withEvents(page, news, open.campaign);
    return { page: merged.page, positions: new Set([...merged.positions, ...dueNow]) };
  });
  return { ...ledger, members: bookMembers(touched, open, until) };
}
