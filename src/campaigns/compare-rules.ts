import type { Money, RecordId } from "../facts/index.js";
import { type CampaignEvent, compareIds, idKey } from "./campaign-event.js";
import { ledgerOf } from "./extend-ledger.js";
import type { OpenCampaign } from "./open-campaign.js";
import { settleCampaign } from "./settle-campaign.js";
import type { MemberSettlement, Settlement, SettlementContext } from "./settlement.js";

/**
 * The same events under two sets of rules.
 *
 * @category Campaigns
 */
export interface RuleComparison {
  readonly before: Settlement;
  readonly after: Settlement;
  /** By id; who takes part in one of the two alone has no points in the other. */
  readonly members: readonly MemberComparison[];
  readonly payOutChange: Money;
}

/** What other rules change for one member. */
export interface MemberComparison {
  readonly memberId: RecordId;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
  readonly prizesBefore: Money;
  readonly prizesAfter: Money;
}

/**
 * What other rules would have changed: points and pay-out of the same events before and after.
 *
 * @param events - all of them, in any order
 * @param rules - the campaign as it is and as it might be, each opened
 * @param context - the moment, and figures where prizes ask for them
 * @returns both settlements and the difference for each member
 * @throws {@link HoitoError} as {@link ledgerOf} and {@link settleCampaign}
 *
 * @example Ten points for a lead instead of five
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compareRules,
 *   compileCampaign,
 *   leadsPassedOn,
 *   openCampaign,
 * } from "hoito/campaigns";
 *
 * const definition: CampaignDefinition = {
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     weekday: "monday", time: "12:00", bound: "inclusive", roll: "next",
 *     gap: "later", overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12", cutOff: { date: "2018-04-06", time: "12:00" }, judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: { leads: { kind: "credit", source: "leads", points: 5 } },
 *   ranking: { ranks: "competition", ties: [] },
 *   tiers: {
 *     bound: "inclusive", take: "highestOnly",
 *     rungs: [{ fromPoints: 10, prize: { amount: "30.00", currency: "EUR" } }],
 *   },
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const openWith = (changed: CampaignDefinition) => {
 *   const campaign = orThrow(compileCampaign(changed, { name: "spring", currency: "EUR" }));
 *   return orThrow(openCampaign([{ id: "Aino" }, { id: "Eero" }], campaign, { calendar }));
 * };
 * const criteria = { leads: { kind: "credit", source: "leads", points: 10 } } as const;
 * const rules = { before: openWith(definition), after: openWith({ ...definition, criteria }) };
 *
 * const passed = { passedOn: "2018-03-01", passedFrom: "Aino", passedTo: "Eero" } as const;
 * const events = leadsPassedOn([{ id: 7, accountId: "A", ...passed }], { source: "leads", at: "2018-03-02T08:00:00Z" });
 * const { members, payOutChange } = compareRules(events, rules, { at: "2018-04-07T00:00:00Z" });
 * payOutChange; // => { minor: 3000, currency: "EUR" }
 * members.map(({ pointsBefore, pointsAfter }) => [pointsBefore, pointsAfter]);
 * // => [[5, 10], [0, 0]]
 * ```
 *
 * @category Campaigns
 */
export function compareRules(
  events: readonly CampaignEvent[],
  rules: { readonly before: OpenCampaign; readonly after: OpenCampaign },
  context: SettlementContext,
): RuleComparison {
  const [before, after] = [rules.before, rules.after].map((open) => {
    return settleCampaign(ledgerOf(events, open, context), open, context);
  }) as [Settlement, Settlement];
  const byId = (each: Settlement) =>
    new Map(each.members.map((member) => [idKey(member.memberId), member]));
  const [was, is] = [byId(before), byId(after)];
  const all = new Map(
    [...before.members, ...after.members].map((each) => [idKey(each.memberId), each.memberId]),
  );
  const { currency } = after.payOut;
  const none = { points: 0, total: { minor: 0, currency } };
  const members = [...all].map(([key, memberId]): MemberComparison => {
    const old: Pick<MemberSettlement, "points" | "total"> = was.get(key) ?? none;
    const now: Pick<MemberSettlement, "points" | "total"> = is.get(key) ?? none;
    return {
      memberId,
      pointsBefore: old.points,
      pointsAfter: now.points,
      prizesBefore: old.total,
      prizesAfter: now.total,
    };
  });
  members.sort((left, right) => compareIds(left.memberId, right.memberId));
  const minor = after.payOut.minor - before.payOut.minor;
  return { before, after, members, payOutChange: { minor, currency } };
}
