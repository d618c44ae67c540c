import {
  type AccountRecords,
  type Activity,
  type Order,
  type Revenue,
  recordDates,
} from "../facts/index.js";
import { MET, type MoneyReading, NOT_MET, toCell, UNKNOWN } from "../rules/index.js";
import { readEpochDay, shiftDayWithin } from "../time/index.js";
import type { CompiledCustomerCampaign, CompiledTiming } from "./compile-customer-campaign.js";
import { contactsWithin, gapOf } from "./customer-campaign-contacts.js";
import {
  type AccountLabels,
  moneyOf,
  placeInCampaign,
  recordTruth,
} from "./customer-campaign-row.js";

/** A sum of money and what it lacks. */
export interface EffectSum {
  minor: bigint;
  /** Records whose amount is not known. */
  missing: number;
}

/** The smallest thing that is counted: an account in one period, or the fixed cost of a period. */
export interface EffectAtom {
  readonly targetGroup: string;
  readonly offering: string;
  readonly channel: string;
  readonly timing: string;
  readonly kind: "member" | "undecided" | "notBegun" | "fixedCost";
  readonly isOpen: boolean;
  readonly contacts: number;
  /** A sale on or after the first contact; `undefined` where it is not known. */
  readonly hasResponded: boolean | undefined;
  readonly spend: EffectSum;
  readonly sales: EffectSum;
  readonly salesBefore: EffectSum;
  readonly margin: EffectSum;
  readonly marginBefore: EffectSum;
  /** Activities, or sales records, of which nobody knows whether they belong here. */
  readonly unknownContacts: number;
  readonly unknownSales: number;
  readonly activityGap: Gap;
  readonly salesGap: Gap;
  /** Sales records within the window. */
  readonly counted: readonly object[];
}

/** Why records are not known. */
export type Gap = "notSupplied" | "incomplete" | undefined;

interface AtomContext {
  readonly day: number;
  readonly labels: AccountLabels;
}

/** Every membership of a campaign, and the fixed costs of its periods. */
export function effectAtoms(
  accounts: readonly AccountRecords[],
  campaign: CompiledCustomerCampaign,
  { day, labels }: AtomContext,
): readonly EffectAtom[] {
  const costs = campaign.timing.filter(({ fixedCost, fromDay }) => fixedCost > 0 && fromDay <= day);
  const fixed = costs.map((timing) => {
    const spend = { minor: BigInt(timing.fixedCost), missing: 0 };
    return { ...blank(campaign, timing.label, "fixedCost", "ofNoChannel"), spend };
  });
  const members = accounts.flatMap((records): readonly EffectAtom[] => {
    const reading = { asOf: day, labels, money: moneyOf(records, campaign) };
    const { truth, timing, missing } = placeInCampaign(records, campaign, reading);
    if (truth === NOT_MET) return [];
    const isUndecided = truth === UNKNOWN || missing.length > 0;
    const open = isUndecided ? [blank(campaign, "", "undecided", "unknownChannel")] : [];
    return [...open, ...timing.map((each) => memberAtom(records, campaign, each, reading))];
  });
  return [...fixed, ...members];
}

function blank(
  { definition: { targetGroup, offering } }: CompiledCustomerCampaign,
  timing: string,
  kind: EffectAtom["kind"],
  channel: string,
): EffectAtom {
  return {
    targetGroup,
    offering,
    channel,
    timing,
    kind,
    isOpen: false,
    contacts: 0,
    hasResponded: false,
    spend: none(),
    sales: none(),
    salesBefore: none(),
    margin: none(),
    marginBefore: none(),
    unknownContacts: 0,
    unknownSales: 0,
    activityGap: undefined,
    salesGap: undefined,
    counted: [],
  };
}

function none(): EffectSum {
  return { minor: 0n, missing: 0 };
}

interface Reading {
  readonly asOf: number;
  readonly money: MoneyReading;
}

function memberAtom(
  records: AccountRecords,
  campaign: CompiledCustomerCampaign,
  timing: CompiledTiming,
  reading: Reading,
): EffectAtom {
  const { effect, sales } = campaign.definition;
  const { fromDay } = timing;
  const kind = sales.records;
  if (fromDay > reading.asOf) return blank(campaign, timing.label, "notBegun", "notContacted");
  const lastDay = timing.untilDay + effect.afterDays;
  const untilDay = Math.min(lastDay, reading.asOf + 1);
  const length = untilDay - fromDay;
  const beforeFrom =
    effect.baseline === "yearBefore" ? shiftDayWithin(fromDay, { years: 1 }, -1) : fromDay - length;
  const { contacts, unknown } = contactsWithin(records, campaign, timing, reading);
  const activityGap = gapOf(records, "activities", fromDay);
  const during = salesBetween(records, campaign, { fromDay, untilDay }, reading);
  const span = { fromDay: beforeFrom, untilDay: beforeFrom + length };
  const before = salesBetween(records, campaign, span, reading);
  const salesGap = gapOf(records, kind, beforeFrom);
  const isKnown = activityGap === undefined && unknown === 0;
  const chosen = effect.channelOf === "firstContact" ? contacts[0] : contacts.at(-1);
  return {
    ...blank(campaign, timing.label, "member", channelOf(chosen, isKnown)),
    isOpen: untilDay < lastDay,
    contacts: contacts.length,
    activityGap,
    salesGap,
    hasResponded: responded(contacts[0], during, gapOf(records, kind, fromDay)),
    spend: sumOf(contacts, "cost", reading.money),
    sales: sumOf(during.records, during.amount, reading.money),
    salesBefore: sumOf(before.records, before.amount, reading.money),
    margin: sumOf(during.records, "margin", reading.money),
    marginBefore: sumOf(before.records, "margin", reading.money),
    unknownContacts: unknown,
    unknownSales: during.unknown + before.unknown + during.undated,
    counted: during.records,
  };
}

function channelOf(contact: Activity | undefined, isKnown: boolean): string {
  if (contact === undefined) return isKnown ? "notContacted" : "unknownChannel";
  return contact.channel ?? "unknownChannel";
}

/** A sale on or after the day of the first contact. */
function responded(
  first: Activity | undefined,
  { records, unknown, undated }: Sales,
  gap: Gap,
): boolean | undefined {
  if (first === undefined) return false;
  const heldDay = readEpochDay(first.heldOn)!;
  if (records.some((sale) => dayOfSale(sale)! >= heldDay)) return true;
  return gap === undefined && unknown + undated === 0 ? false : undefined;
}

type Sale = Order | Revenue;

interface Sales {
  readonly records: readonly Sale[];
  readonly amount: "value" | "amount";
  /** Of these days, and of which nobody knows whether they are of the offering. */
  readonly unknown: number;
  /** Perhaps of the offering, and of which nobody knows the day. */
  readonly undated: number;
}

function salesBetween(
  accountRecords: AccountRecords,
  { definition, sales, salesScope }: CompiledCustomerCampaign,
  { fromDay, untilDay }: Pick<CompiledTiming, "fromDay" | "untilDay">,
  reading: Reading,
): Sales {
  const kind = definition.sales.records;
  const all: readonly Sale[] = accountRecords[kind] ?? [];
  const records: Sale[] = [];
  let [unknown, undated] = [0, 0];
  for (const sale of all) {
    const day = dayOfSale(sale);
    if (day !== undefined && (day < fromDay || day >= untilDay)) continue;
    const truth = sales === undefined ? MET : recordTruth(sale, sales, salesScope, reading);
    if (truth === NOT_MET) continue;
    if (day === undefined) undated += 1;
    else if (truth === UNKNOWN) unknown += 1;
    else records.push(sale);
  }
  return { records, undated, amount: kind === "orders" ? "value" : "amount", unknown };
}

function dayOfSale(sale: Sale): number | undefined {
  return readEpochDay("orderedOn" in sale ? sale[recordDates.orders] : sale[recordDates.revenues]);
}

function sumOf(records: readonly object[], field: string, money: MoneyReading): EffectSum {
  const sum = none();
  for (const record of records) {
    const minor = toCell((record as Readonly<Record<string, unknown>>)[field], "money", money);
    if (typeof minor === "number") sum.minor += BigInt(minor);
    else sum.missing += 1;
  }
  return sum;
}
