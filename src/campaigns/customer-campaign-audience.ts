import {
  type AccountRecords,
  type Activity,
  type CustomerBase,
  type RecordId,
  recordsByAccount,
} from "../facts/index.js";
import { NOT_MET, UNKNOWN } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledCustomerCampaign, CompiledTiming } from "./compile-customer-campaign.js";
import { contactsWithin, gapOf } from "./customer-campaign-contacts.js";
import {
  type CampaignPlace,
  type LabelsByClassifier,
  moneyOf,
  placeInCampaign,
  readAccountLabels,
} from "./customer-campaign-row.js";

/**
 * What a campaign asks about permissions; `mayContact` of `hoito/cadence` answers it.
 *
 * @category Customer campaigns
 */
export type AskPermission = (
  records: AccountRecords,
  question: {
    readonly channel: string;
    readonly purpose?: string;
    readonly isMarketing: boolean;
    readonly whenNone: "allowed" | "forbidden";
    readonly asOf: CivilDate;
  },
) => {
  readonly value: { readonly kind: "allowed" | "forbidden" | "unknown" };
  readonly missing: readonly MissingFact[];
};

/** The day, the labels of the accounts, and who answers about permissions. */
export interface AudienceContext {
  readonly asOf: CivilDate;
  /** Where the target group names classifiers. */
  readonly labels?: LabelsByClassifier;
  readonly mayContact: AskPermission;
}

/**
 * Where an account stands in a campaign.
 *
 * - `outside`: not of the target group; `elsewhere`: no period for its area.
 * - `undecided`: the group, the area, the contacts or the permission is not known.
 * - `contacted`: within the period; `notContacted`: the period is over.
 * - `banned`: no channel may be used.
 * - `toContact`, or `upcoming` while the period has not begun: through `channel`.
 *
 * @category Customer campaigns
 */
export interface AudienceEntry {
  readonly accountId: RecordId;
  /** The label of the period; absent where there is none. */
  readonly timing?: string;
  readonly state: AudienceState;
  /** The first of the campaign's channels that may be used. */
  readonly channel?: string;
  /** Contacts within the period. */
  readonly contactIds: readonly RecordId[];
  /** Those that a permission forbade on their day. */
  readonly forbiddenContactIds: readonly RecordId[];
  readonly missing: readonly MissingFact[];
}

/** Where an account stands in a campaign. */
export type AudienceState =
  | "outside"
  | "elsewhere"
  | "undecided"
  | "contacted"
  | "notContacted"
  | "banned"
  | "toContact"
  | "upcoming";

/**
 * Who is in the target group of a campaign, who was contacted, and who may be.
 *
 * Unknown is not no: an account of which nobody knows whether it belongs to the group, was
 * contacted or may be written to is `undecided`, and the missing facts are named. A channel is
 * offered only where it is certainly allowed. A contact made against a permission is still a
 * contact, and is told.
 *
 * @param base - accounts with their activities and permissions
 * @param campaign - compiled
 * @param context - the day, labels of classifiers, and `mayContact` of `hoito/cadence`
 * @returns an entry for each account and period of its area, in the order of `base.accounts`
 * @throws {@link HoitoError} `not-a-civil-date`, `not-aligned`
 *
 * @example A ban for one, the phone for another
 * ```ts
 * import { orThrow } from "hoito";
 * import { mayContact } from "hoito/cadence";
 * import {
 *   compileCustomerCampaign,
 *   type CustomerCampaignDefinition,
 *   customerCampaignAudience,
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
 * const base = {
 *   accounts: [{ id: "A", tradeRole: "dealer" }, { id: "B", tradeRole: "dealer" }, { id: "C" }],
 *   coverage: { activities: "complete", permissions: "complete" },
 *   permissions: [
 *     { accountId: "A", verdict: "marketingBan" },
 *     { accountId: "B", channel: "email", verdict: "forbidden" },
 *   ],
 * } as const;
 * const entries = customerCampaignAudience(base, campaign, { asOf: "2018-05-02", mayContact });
 * entries.map(({ state, channel }) => channel ?? state); // => ["banned", "phone", "undecided"]
 * ```
 *
 * @category Customer campaigns
 */
export function customerCampaignAudience(
  base: CustomerBase,
  campaign: CompiledCustomerCampaign,
  { asOf, labels = {}, mayContact }: AudienceContext,
): readonly AudienceEntry[] {
  const reading = {
    asOf: toEpochDay(asOf),
    labels: readAccountLabels(labels),
    money: moneyOf(base, campaign),
  };
  return recordsByAccount(base).flatMap((records): readonly AudienceEntry[] => {
    const place = placeInCampaign(records, campaign, reading);
    const { missing, timing } = place;
    if (timing.length === 0 || place.truth === NOT_MET) {
      const entry = { accountId: records.account.id, contactIds: [], forbiddenContactIds: [] };
      const state = stateWithoutPeriod(place);
      return [{ ...entry, state, missing: state === "outside" ? [] : missing }];
    }
    return timing.map((each) => inPeriod({ records, campaign, timing: each, mayContact, reading }));
  });
}

function stateWithoutPeriod({ truth, missing }: CampaignPlace): AudienceState {
  if (truth === NOT_MET) return "outside";
  return truth === UNKNOWN || missing.length > 0 ? "undecided" : "elsewhere";
}

interface Question {
  readonly records: AccountRecords;
  readonly campaign: CompiledCustomerCampaign;
  readonly timing: CompiledTiming;
  readonly mayContact: AskPermission;
  readonly reading: Parameters<typeof placeInCampaign>[2];
}

function inPeriod(question: Question): AudienceEntry {
  const { records, campaign, timing, reading } = question;
  const { contacts, unknown } = contactsWithin(records, campaign, timing, reading);
  const entry = {
    accountId: records.account.id,
    timing: timing.label,
    contactIds: contacts.map(({ id }) => id),
    forbiddenContactIds: forbidden(contacts, question).map(({ id }) => id),
  };
  if (contacts.length > 0) return { ...entry, state: "contacted", missing: [] };
  const hasBegun = reading.asOf >= timing.fromDay;
  const gap = gapOf(records, "activities", timing.fromDay) ?? (unknown > 0 ? "missing" : undefined);
  if (hasBegun && gap !== undefined) {
    return { ...entry, state: "undecided", missing: [{ path: "activities", why: gap }] };
  }
  if (reading.asOf >= timing.untilDay) return { ...entry, state: "notContacted", missing: [] };
  const found = findChannel(question);
  if ("missing" in found) {
    const state = found.missing.length > 0 ? "undecided" : "banned";
    return { ...entry, state, missing: found.missing };
  }
  return { ...entry, ...found, state: hasBegun ? "toContact" : "upcoming", missing: [] };
}

/** The first channel that may be used, asked on the first day on which it could be. */
function findChannel({
  records,
  campaign,
  timing,
  mayContact,
  reading,
}: Question): { readonly channel: string } | { readonly missing: readonly MissingFact[] } {
  const { channels, permission } = campaign.definition;
  const asOf = toCivilDate(Math.max(reading.asOf, timing.fromDay));
  const missing = new Map<string, MissingFact>();
  for (const channel of channels) {
    const answer = mayContact(records, { ...permission, channel, asOf });
    if (answer.value.kind === "allowed") return { channel };
    for (const fact of answer.missing) missing.set(`${fact.path} ${fact.why}`, fact);
  }
  return { missing: [...missing.values()] };
}

/** Contacts that a permission forbade on their day; one without a channel is not judged. */
function forbidden(
  contacts: readonly Activity[],
  { records, campaign, mayContact }: Question,
): readonly Activity[] {
  const { permission } = campaign.definition;
  return contacts.filter(({ channel, heldOn }) => {
    if (channel === undefined) return false;
    const answer = mayContact(records, { ...permission, channel, asOf: heldOn! });
    return answer.value.kind === "forbidden";
  });
}
