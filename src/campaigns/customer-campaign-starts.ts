import { compareIds } from "../facts/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledCustomerCampaign, CompiledTiming } from "./compile-customer-campaign.js";

/** How far ahead is looked. */
export interface StartsContext {
  readonly asOf: CivilDate;
  /** Days from `asOf` on, that day 0 and the last one included. */
  readonly days: number;
}

/**
 * A period of a campaign that is about to begin.
 *
 * @category Customer campaigns
 */
export interface CampaignStart {
  readonly campaign: string;
  readonly timing: string;
  readonly offering: string;
  readonly targetGroup: string;
  /** Without it the period is for all. */
  readonly areas?: readonly string[];
  readonly startsOn: CivilDate;
  readonly inDays: number;
}

/**
 * The periods that begin within so many days, so that everybody can prepare in time.
 *
 * A period that begins on the day of asking is in; one that has begun before is not.
 *
 * @param campaigns - compiled
 * @param context - the day, and how many days ahead
 * @returns by first day, then by the name of the campaign and the label of the period
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example What everybody should know on Friday
 * ```ts
 * import { orThrow } from "hoito";
 * import {
 *   compileCustomerCampaign,
 *   type CustomerCampaignDefinition,
 *   customerCampaignStarts,
 * } from "hoito/campaigns";
 *
 * const definition: CustomerCampaignDefinition = {
 *   targetGroup: "dealers",
 *   target: { field: "tradeRole", equals: "dealer" },
 *   offering: "summer range",
 *   sales: { records: "orders" },
 *   channels: ["email", "phone"],
 *   timing: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }],
 *   contacts: { field: "topic", equals: "summer" },
 *   permission: { isMarketing: true, whenNone: "allowed" },
 *   effect: {
 *     afterDays: 0, baseline: "yearBefore",
 *     channelOf: "firstContact", whenUnknown: "unknown",
 *   },
 * };
 * const around = { name: "summer", currency: "EUR" };
 * const campaign = orThrow(compileCustomerCampaign(definition, around));
 * const [start] = customerCampaignStarts([campaign], { asOf: "2018-04-27", days: 7 });
 * [start?.timing, start?.startsOn, start?.inDays]; // => ["May", "2018-05-01", 4]
 * ```
 *
 * @category Customer campaigns
 */
export function customerCampaignStarts(
  campaigns: readonly CompiledCustomerCampaign[],
  { asOf, days }: StartsContext,
): readonly CampaignStart[] {
  const day = toEpochDay(asOf);
  const starts = campaigns.flatMap(({ name, definition, timing }) => {
    return timing.flatMap((each): readonly CampaignStart[] => {
      if (!startsWithin(each, day, days)) return [];
      const { offering, targetGroup } = definition;
      const named = { campaign: name, timing: each.label, offering, targetGroup };
      const areas = each.areas === undefined ? {} : { areas: [...each.areas].sort() };
      const startsOn = toCivilDate(each.fromDay);
      return [{ ...named, ...areas, startsOn, inDays: each.fromDay - day }];
    });
  });
  return starts.sort((left, right) => {
    return left.inDays - right.inDays || compareIds(left.campaign, right.campaign);
  });
}

/** Whether a period begins between a day and so many days later, both included. */
export function startsWithin({ fromDay }: CompiledTiming, day: number, days: number): boolean {
  return fromDay >= day && fromDay <= day + days;
}
