import type { Money, RecordId } from "../facts/index.js";
import { type CampaignEvent, compareIds, idKey } from "./campaign-event.js";
import { ledgerOf } from "./extend-ledger.js";
import type { OpenCampaign } from "./open-campaign.js";
import {
  type MemberSettlement,
  type Settlement,
  type SettlementContext,
  settleCampaign,
} from "./settle-campaign.js";

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
      ...{ memberId, pointsBefore: old.points, pointsAfter: now.points },
      ...{ prizesBefore: old.total, prizesAfter: now.total },
    };
  });
  members.sort((left, right) => compareIds(left.memberId, right.memberId));
  const minor = after.payOut.minor - before.payOut.minor;
  return { before, after, members, payOutChange: { minor, currency } };
}
