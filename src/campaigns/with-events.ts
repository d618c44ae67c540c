import {
  type CampaignEvent,
  compareEvents,
  idKey,
  memberOf,
  momentOf,
  requireEvent,
  subjectOf,
} from "./campaign-event.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { type History, weeksConcerned } from "./history.js";
import type { MemberPage } from "./ledger.js";

/** A member's page with the positions of the weeks that are to be booked anew. */
export interface TouchedPage {
  readonly page: MemberPage;
  readonly positions: ReadonlySet<number>;
}

/** Events by member and by what they happened to; later ones wait for a later call. */
export function eventsByMember(
  events: readonly CampaignEvent[],
  until: number,
): ReadonlyMap<string, ReadonlyMap<string, readonly CampaignEvent[]>> {
  const byMember = new Map<string, Map<string, CampaignEvent[]>>();
  for (const event of events) {
    requireEvent(event);
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
export function withEvents(
  page: MemberPage,
  news: ReadonlyMap<string, readonly CampaignEvent[]>,
  campaign: CompiledCampaign,
): TouchedPage {
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
