import type { AccountRecords, Activity, RecordKind } from "../facts/index.js";
import { compareIds } from "../facts/index.js";
import { MET, type MoneyReading, UNKNOWN } from "../rules/index.js";
import { readEpochDay } from "../time/index.js";
import type { CompiledCustomerCampaign, CompiledTiming } from "./compile-customer-campaign.js";
import { recordTruth } from "./customer-campaign-row.js";

/** Contacts of a campaign with one account. */
export interface CampaignContacts {
  /** By day, then by id. */
  readonly contacts: readonly Activity[];
  /** Activities of which nobody knows whether they were contacts. */
  readonly unknown: number;
}

/** What was held of a campaign within a period, until a day. */
export function contactsWithin(
  { activities = [] }: AccountRecords,
  campaign: CompiledCustomerCampaign,
  { fromDay, untilDay }: CompiledTiming,
  reading: { readonly asOf: number; readonly money: MoneyReading },
): CampaignContacts {
  const last = Math.min(untilDay - 1, reading.asOf);
  const contacts: Activity[] = [];
  let unknown = 0;
  for (const activity of activities) {
    if (activity.status !== "held" && activity.status !== "complete") continue;
    const day = readEpochDay(activity.heldOn);
    if (day !== undefined && (day < fromDay || day > last)) continue;
    const truth = recordTruth(activity, campaign.contacts, campaign.activityScope, reading);
    if (truth === UNKNOWN || (truth === MET && day === undefined)) unknown += 1;
    else if (truth === MET) contacts.push(activity);
  }
  return { contacts: contacts.sort(compareContacts), unknown };
}

/** Why a kind of record is not known from a day on; `undefined` where it is. */
export function gapOf(
  { coverage }: Pick<AccountRecords, "coverage">,
  kind: RecordKind,
  fromDay: number,
): "notSupplied" | "incomplete" | undefined {
  const known = coverage[kind];
  if (known === undefined) return "notSupplied";
  if (known === "complete") return undefined;
  const since = readEpochDay(known.since);
  return since !== undefined && since <= fromDay ? undefined : "incomplete";
}

function compareContacts(left: Activity, right: Activity): number {
  if (left.heldOn !== right.heldOn) return left.heldOn! < right.heldOn! ? -1 : 1;
  return compareIds(left.id, right.id);
}
