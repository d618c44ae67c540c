import type { RecordId } from "../facts/index.js";
import { compareIds, idKey, momentOf, subjectOf } from "./campaign-event.js";
import { type History, weeksConcerned } from "./history.js";
import type { Ledger, LedgerEntry, WeekPage } from "./ledger.js";
import { askedAt, type MomentOfAsking, momentAt, momentIn } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";

/**
 * The ledger as it stood at an earlier moment: equal to the one that its events until then give.
 *
 * @param ledger - of that moment or later
 * @param open - the campaign that the ledger was made with
 * @param context - the moment; entries of the moment itself are in
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `ledger-too-short`,
 * `not-an-instant`
 *
 * @category Campaigns
 */
export function ledgerAsOf(ledger: Ledger, open: OpenCampaign, context: MomentOfAsking): Ledger {
  const at = askedAt(open, context);
  const until = momentIn(ledger, open, at);
  const early = (history: History): History => history.filter((event) => momentOf(event) <= until);
  const members = ledger.members.map((page) => {
    const histories = [...page.weeks.flatMap((week) => week.histories), ...page.elsewhere];
    const known = new Map(histories.map((each) => [subjectOf(each[0]!), early(each)]));
    const living = [...known].filter(([, { length }]) => length > 0).sort(byName);
    const concerned = living.map(([, history]) => weeksConcerned(history, open.campaign));
    const weeks = page.weeks.map(({ week, entries }, position): WeekPage => {
      const mine = living.filter((_, index) => concerned[index]!.has(position));
      const booked = entries.filter((entry) => momentAt(entry.at) <= until);
      return { week, histories: mine.map(([, history]) => history), entries: booked };
    });
    const strays = living.filter((_, index) => concerned[index]!.size === 0);
    return { ...page, weeks, elsewhere: strays.map(([, history]) => history) };
  });
  return { ...ledger, at, members };
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

/**
 * Every entry of a ledger, in the order of booking; at the same moment by member, week and place
 * in the book.
 *
 * @param ledger - as stored
 * @param memberId - when given, the entries of this member alone
 *
 * @category Campaigns
 */
export function ledgerEntries(ledger: Ledger, memberId?: RecordId): readonly LedgerEntry[] {
  const pages = ledger.members.filter((page) => {
    return memberId === undefined || idKey(page.memberId) === idKey(memberId);
  });
  const entries = pages.flatMap(({ weeks }) => weeks.flatMap((week) => week.entries));
  return entries.sort((left, right) => {
    return momentAt(left.at) - momentAt(right.at) || compareIds(left.memberId, right.memberId);
  });
}
