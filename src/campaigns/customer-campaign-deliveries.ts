import {
  type AccountRecords,
  type CustomerBase,
  compareIds,
  type Order,
  type RecordId,
  recordsByAccount,
} from "../facts/index.js";
import { NOT_MET } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { type CivilDate, readEpochDay, toCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledCustomerCampaign } from "./compile-customer-campaign.js";
import { gapOf } from "./customer-campaign-contacts.js";
import {
  type LabelsByClassifier,
  moneyOf,
  placeInCampaign,
  readAccountLabels,
} from "./customer-campaign-row.js";
import { type StartsContext, startsWithin } from "./customer-campaign-starts.js";

/** How far ahead is looked, and labels where target groups name classifiers. */
export interface DeliveryContext extends StartsContext {
  readonly labels?: LabelsByClassifier;
}

/**
 * Orders that could travel with the deliveries of a campaign.
 *
 * @category Customer campaigns
 */
export interface CombinedDelivery {
  readonly accountId: RecordId;
  readonly campaign: string;
  readonly timing: string;
  readonly startsOn: CivilDate;
  /** Placed and not yet delivered, by id. */
  readonly orderIds: readonly RecordId[];
}

/**
 * What could be combined, and of which accounts that is not known.
 *
 * @category Customer campaigns
 */
export interface CombinedDeliveries {
  /** In the order of the accounts, then of the campaigns as given. */
  readonly deliveries: readonly CombinedDelivery[];
  readonly undecided: readonly {
    readonly accountId: RecordId;
    readonly campaign: string;
    readonly missing: readonly MissingFact[];
  }[];
}

/**
 * Back-orders of accounts whose campaign is about to begin: send them with the campaign's own
 * deliveries and save freight.
 *
 * An order is waiting when it was placed by the day of asking and not delivered by then. An account
 * is undecided where its orders are not supplied, or nobody knows whether it takes part.
 *
 * @param base - accounts with their orders
 * @param campaigns - compiled
 * @param context - the day, how many days ahead, and labels of classifiers
 * @returns deliveries to combine; accounts without a waiting order are left out
 * @throws {@link HoitoError} `not-a-civil-date`, `not-aligned`
 *
 * @example A back-order that can wait two days
 * ```ts
 * import { orThrow } from "hoito";
 * import {
 *   compileCustomerCampaign,
 *   type CustomerCampaignDefinition,
 *   ordersToCombine,
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
 * const value = { minor: 5000, currency: "EUR" };
 * const base = {
 *   accounts: [{ id: "A", tradeRole: "dealer" }],
 *   coverage: { orders: "complete" },
 *   orders: [{ id: 7, accountId: "A", orderedOn: "2018-04-20", value }],
 * } as const;
 * const { deliveries } = ordersToCombine(base, [campaign], { asOf: "2018-04-29", days: 2 });
 * deliveries.map(({ accountId, orderIds }) => [accountId, orderIds]); // => [["A", [7]]]
 * ```
 *
 * @category Customer campaigns
 */
export function ordersToCombine(
  base: CustomerBase,
  campaigns: readonly CompiledCustomerCampaign[],
  { asOf, days, labels = {} }: DeliveryContext,
): CombinedDeliveries {
  const day = toEpochDay(asOf);
  const read = readAccountLabels(labels);
  const coming = campaigns.filter(({ timing }) => {
    return timing.some((each) => startsWithin(each, day, days));
  });
  const deliveries: CombinedDelivery[] = [];
  const undecided: CombinedDeliveries["undecided"][number][] = [];
  for (const records of recordsByAccount(base)) {
    const accountId = records.account.id;
    const orders = waitingOrders(records, day);
    for (const campaign of coming) {
      const reading = { asOf: day, labels: read, money: moneyOf(base, campaign) };
      const { truth, timing, missing } = placeInCampaign(records, campaign, reading);
      if (truth === NOT_MET) continue;
      const gap = gapOf(records, "orders", day);
      const lacking = gap === "notSupplied" ? [...missing, NO_ORDERS] : missing;
      if (lacking.length > 0)
        undecided.push({ accountId, campaign: campaign.name, missing: lacking });
      if (orders.length === 0) continue;
      for (const each of timing.filter((period) => startsWithin(period, day, days))) {
        const startsOn = toCivilDate(each.fromDay);
        const orderIds = orders.map(({ id }) => id);
        const named = { accountId, campaign: campaign.name, timing: each.label };
        deliveries.push({ ...named, startsOn, orderIds });
      }
    }
  }
  return { deliveries, undecided };
}

const NO_ORDERS: MissingFact = { path: "orders", why: "notSupplied" };

function waitingOrders({ orders = [] }: AccountRecords, day: number): readonly Order[] {
  const waiting = orders.filter(({ orderedOn, deliveredOn }) => {
    const placed = readEpochDay(orderedOn);
    const delivered = readEpochDay(deliveredOn);
    return placed !== undefined && placed <= day && !(delivered !== undefined && delivered <= day);
  });
  return waiting.sort((left, right) => compareIds(left.id, right.id));
}
