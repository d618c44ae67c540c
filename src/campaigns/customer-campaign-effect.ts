import { type CustomerBase, recordsByAccount } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import type { CompiledCustomerCampaign } from "./compile-customer-campaign.js";
import type { EffectConventions } from "./customer-campaign.js";
import { type EffectAtom, effectAtoms } from "./customer-campaign-atoms.js";
import { type CampaignEffect, figuresOf } from "./customer-campaign-figures.js";
import { type LabelsByClassifier, readAccountLabels } from "./customer-campaign-row.js";

/** The day, and labels where target groups name classifiers. */
export interface EffectContext {
  readonly asOf: CivilDate;
  readonly labels?: LabelsByClassifier;
}

/**
 * The effect at one value of a dimension, or at one combination of them.
 *
 * @category Customer campaigns
 */
export interface EffectRow extends CampaignEffect {
  readonly targetGroup?: string;
  readonly offering?: string;
  /** Also `notContacted`, `unknownChannel`, and `ofNoChannel` for fixed costs. */
  readonly channel?: string;
  /** The label of the period. */
  readonly timing?: string;
}

/**
 * The effect of campaigns as a whole and by each of their four dimensions.
 *
 * @category Customer campaigns
 */
export interface EffectReport {
  readonly total: CampaignEffect;
  readonly byTargetGroup: readonly EffectRow[];
  readonly byOffering: readonly EffectRow[];
  readonly byChannel: readonly EffectRow[];
  readonly byTiming: readonly EffectRow[];
  /** Every combination that occurs, by target group, offering, channel, timing. */
  readonly cells: readonly EffectRow[];
  readonly cautions: readonly EffectCaution[];
}

/**
 * What speaks against reading a difference as an effect.
 *
 * - `noControlGroup`: before and after are compared, and other things change too; always there.
 * - `seasonNotTakenOut`: the days just before belong to another season.
 * - `windowNotOver`: so many memberships still have days to come; as many days are compared.
 * - `countedMoreThanOnce`: so many sales records count in several campaigns or periods.
 *
 * @category Customer campaigns
 */
export interface EffectCaution {
  readonly caution:
    | "noControlGroup"
    | "seasonNotTakenOut"
    | "windowNotOver"
    | "countedMoreThanOnce";
  readonly count?: number;
}

/**
 * What campaigns brought, by target group, offering, channel and timing: spend, sales, growth of
 * margin and response, each with its receipt.
 *
 * Sales of the target group within the period, and `afterDays` after it, are compared with as many
 * days of the baseline. While that window is not over, its days so far are compared. A membership
 * is an account in one period; every one counts under the channel of its first or last contact, or
 * as `notContacted`: the difference between the two is the nearest there is to a control group, and
 * not a fair one. Response is a sale on or after the first contact.
 *
 * @param base - accounts with activities and sales
 * @param campaigns - compiled, of one set of conventions and one currency
 * @param context - the day and the labels
 * @returns figures; money in minor units
 * @throws {@link HoitoError} `other-conventions` for campaigns that are not counted alike,
 * `not-a-civil-date`, `not-aligned`
 *
 * @example More than a year before
 * ```ts
 * import { orThrow } from "hoito";
 * import {
 *   compileCustomerCampaign,
 *   type CustomerCampaignDefinition,
 *   customerCampaignEffect,
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
 * const euro = (amount: number) => ({ minor: amount * 100, currency: "EUR" });
 * const base = {
 *   accounts: [{ id: "A", tradeRole: "dealer" }],
 *   coverage: { activities: "complete", orders: "complete" },
 *   orders: [
 *     { id: 1, accountId: "A", orderedOn: "2017-05-03", value: euro(100) },
 *     { id: 2, accountId: "A", orderedOn: "2018-05-09", value: euro(150) },
 *   ],
 * } as const;
 * const { total, cautions } = customerCampaignEffect(base, [campaign], { asOf: "2018-07-01" });
 * total.sales.value; // => 5000
 * total.growthMargin.undefinedBecause; // => "incomplete"
 * cautions; // => [{ caution: "noControlGroup" }]
 * ```
 *
 * @category Customer campaigns
 */
export function customerCampaignEffect(
  base: CustomerBase,
  campaigns: readonly CompiledCustomerCampaign[],
  { asOf, labels = {} }: EffectContext,
): EffectReport {
  const conventions = conventionsOf(campaigns);
  const read = readAccountLabels(labels);
  const day = toEpochDay(asOf);
  const accounts = recordsByAccount(base);
  const atoms = campaigns.flatMap((each) => effectAtoms(accounts, each, { day, labels: read }));
  const figures = (of: readonly EffectAtom[]) => figuresOf(of, conventions);
  const by = (...dimensions: readonly Dimension[]): readonly EffectRow[] => {
    return grouped(atoms, dimensions).map((group) => ({
      ...Object.fromEntries(dimensions.map((each) => [each, group[0]![each]])),
      ...figures(group),
    }));
  };
  return {
    total: figures(atoms),
    byTargetGroup: by("targetGroup"),
    byOffering: by("offering"),
    byChannel: by("channel"),
    byTiming: by("timing"),
    cells: by("targetGroup", "offering", "channel", "timing"),
    cautions: cautionsOf(atoms, conventions),
  };
}

/** What all the campaigns of a report share. */
export interface SharedConventions {
  readonly currency: string;
  readonly effect: EffectConventions;
}

type Dimension = "targetGroup" | "offering" | "channel" | "timing";

function conventionsOf(campaigns: readonly CompiledCustomerCampaign[]): SharedConventions {
  const [first, ...others] = campaigns;
  if (first === undefined) {
    const at = { code: "nothing-to-measure", path: "campaigns", received: campaigns };
    throw new HoitoError("the effect of no campaign was asked for", at);
  }
  const words = ({ currency, definition: { effect } }: CompiledCustomerCampaign) => {
    const { afterDays, baseline, channelOf, whenUnknown } = effect;
    return [currency, afterDays, baseline, channelOf, whenUnknown].join(" ");
  };
  const other = others.find((each) => words(each) !== words(first));
  if (other === undefined) return { currency: first.currency, effect: first.definition.effect };
  const text = `\`${other.name}\` and \`${first.name}\` are not counted alike`;
  throw new HoitoError(text, {
    code: "other-conventions",
    path: other.name,
    received: words(other),
  });
}

function grouped(
  atoms: readonly EffectAtom[],
  dimensions: readonly Dimension[],
): readonly (readonly EffectAtom[])[] {
  const groups = new Map<string, EffectAtom[]>();
  for (const atom of atoms) {
    const key = JSON.stringify(dimensions.map((each) => atom[each]));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [atom]);
    else group.push(atom);
  }
  const inOrder = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
  return inOrder.map(([, group]) => group);
}

function cautionsOf(
  atoms: readonly EffectAtom[],
  { effect }: SharedConventions,
): readonly EffectCaution[] {
  const cautions: EffectCaution[] = [{ caution: "noControlGroup" }];
  if (effect.baseline === "justBefore") cautions.push({ caution: "seasonNotTakenOut" });
  const open = atoms.filter(({ isOpen }) => isOpen).length;
  if (open > 0) cautions.push({ caution: "windowNotOver", count: open });
  const seen = new Set<object>();
  const again = new Set<object>();
  for (const record of atoms.flatMap(({ counted }) => counted)) {
    if (seen.has(record)) again.add(record);
    seen.add(record);
  }
  if (again.size > 0) cautions.push({ caution: "countedMoreThanOnce", count: again.size });
  return cautions;
}
