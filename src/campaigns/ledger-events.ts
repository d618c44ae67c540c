import { type CampaignEvent, subjectOf } from "./campaign-event.js";
import type { Ledger } from "./ledger.js";

/**
 * Every event that a ledger was made of, each once: what a new ledger is made of when something
 * else than events has changed, such as a member who has fallen ill.
 *
 * Gotcha: events of people who are no members, and those after the ledger's moment, are not in it.
 *
 * @param ledger - as stored
 * @returns events by member and by what they happened to, each in order of time
 *
 * @example A visit that two weeks know of
 * ```ts
 * import { type ActivityEvent, type Ledger, ledgerEvents } from "hoito/campaigns";
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", personId: "Aino" } as const;
 * const activity = { ...visit, plannedOn: "2018-01-23", status: "planned" } as const;
 * const planned: ActivityEvent = { at: "2018-01-17T16:00:00Z", kind: "logged", activity };
 * const ledger: Ledger = {
 *   format: "hoito-ledger/1",
 *   campaign: "spring",
 *   hash: "1f2e3d",
 *   at: "2018-01-18T00:00:00Z",
 *   members: [
 *     {
 *       memberId: "Aino",
 *       weeks: [
 *         { week: "2018-W03", histories: [[planned]], entries: [] },
 *         { week: "2018-W04", histories: [[planned]], entries: [] },
 *       ],
 *       elsewhere: [],
 *     },
 *   ],
 * };
 * ledgerEvents(ledger).length; // => 1
 * ```
 *
 * @category Campaigns
 */
export function ledgerEvents(ledger: Ledger): readonly CampaignEvent[] {
  return ledger.members.flatMap(({ weeks, elsewhere }) => {
    const histories = [...weeks.flatMap((week) => week.histories), ...elsewhere];
    const bySubject = new Map(histories.map((history) => [subjectOf(history[0]!), history]));
    return [...bySubject.values()].flat();
  });
}
