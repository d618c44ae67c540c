import { accountFields, type FieldKind } from "../facts/index.js";
import { recordScope } from "../measures/index.js";
import { ANNOTATIONS, type CompiledCondition, compileCondition, Scope } from "../rules/index.js";
import { EXCLUDED, UNCLASSIFIED } from "../segments/index.js";
import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import { checkCampaignTiming } from "./check-campaign-timing.js";
import type { CustomerCampaignDefinition } from "./customer-campaign.js";
import { wholeWithin } from "./whole-within.js";

/** What stands around a customer campaign. */
export interface CustomerCampaignSurroundings {
  readonly name: string;
  /** ISO 4217 code of all its figures. */
  readonly currency: string;
  /** The host's own fields of an account, with their kinds. */
  readonly fields?: Readonly<Record<string, FieldKind>>;
  /** Classifiers whose labels the target group may name. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A customer campaign after its check.
 *
 * @category Customer campaigns
 */
export interface CompiledCustomerCampaign {
  readonly name: string;
  readonly definition: CustomerCampaignDefinition;
  readonly currency: string;
  readonly accountScope: Scope;
  readonly target: CompiledCondition;
  readonly activityScope: Scope;
  readonly contacts: CompiledCondition;
  readonly salesScope: Scope;
  /** Without it all records are of the offering. */
  readonly sales: CompiledCondition | undefined;
  readonly timing: readonly CompiledTiming[];
}

/** A period in epoch days and minor units, in the order of its first day, then of its label. */
export interface CompiledTiming {
  readonly label: string;
  readonly fromDay: number;
  /** Exclusive. */
  readonly untilDay: number;
  /** `undefined` where the period is for all. */
  readonly areas: ReadonlySet<string> | undefined;
  readonly fixedCost: number;
}

/**
 * A customer campaign ready to be asked about, or everything that is wrong with it at once.
 *
 * @param definition - as data
 * @param surroundings - its name and currency, the host's own fields, and classifiers by name
 * @returns the compiled campaign, or findings with paths from its name on
 *
 * @example An area without a field to read it from
 * ```ts
 * import { compileCustomerCampaign, type CustomerCampaignDefinition } from "hoito/campaigns";
 *
 * const definition: CustomerCampaignDefinition = {
 *   targetGroup: "dealers",
 *   target: { field: "tradeRole", equals: "dealer" },
 *   offering: "summer range",
 *   sales: { records: "orders", where: { field: "product", equals: "summer" } },
 *   channels: ["email"],
 *   timing: [{ label: "south", from: "2018-05-01", until: "2018-06-01", areas: ["Uusimaa"] }],
 *   contacts: { field: "topic", equals: "summer" },
 *   permission: { isMarketing: true, whenNone: "forbidden" },
 *   effect: {
 *     afterDays: 14, baseline: "yearBefore",
 *     channelOf: "firstContact", whenUnknown: "unknown",
 *   },
 * };
 * const { findings } = compileCustomerCampaign(definition, { name: "summer", currency: "EUR" });
 * findings[0]?.path; // => "customerCampaigns.summer.areaFrom"
 * ```
 *
 * @category Customer campaigns
 */
export function compileCustomerCampaign(
  definition: CustomerCampaignDefinition,
  { name, currency, fields = {}, labels = {} }: CustomerCampaignSurroundings,
): Checked<CompiledCustomerCampaign> {
  const findings: Finding[] = [];
  const kinds = new Map<string, FieldKind>(Object.entries({ ...fields, ...accountFields }));
  for (const [classifier, words] of Object.entries(labels)) {
    kinds.set(classifier, [...words, EXCLUDED, UNCLASSIFIED]);
  }
  const accountScope = new Scope({ kinds, currency, findings });
  const path = `customerCampaigns.${name}`;
  try {
    return compileChecked({ name, currency, definition, accountScope, path });
  } catch {
    const text = "a part of the campaign is missing or has another shape than a campaign has";
    return { ok: false, findings: [...findings, errorAt(path, "malformed-campaign", text)] };
  }
}

interface Compilation {
  readonly name: string;
  readonly currency: string;
  readonly definition: CustomerCampaignDefinition;
  readonly accountScope: Scope;
  readonly path: string;
}

const WORDS = [
  ...["targetGroup", "target", "offering", "sales", "channels", "timing", "areaFrom", "contacts"],
  ...["permission", "effect", ...ANNOTATIONS],
];

function compileChecked(job: Compilation): Checked<CompiledCustomerCampaign> {
  const { name, currency, definition, accountScope, path } = job;
  const { findings } = accountScope;
  accountScope.checkWords(definition, WORDS, path);
  checkHead(job);
  const { sales, contacts, target } = definition;
  accountScope.checkWords(sales, ["records", "where"], `${path}.sales`);
  accountScope.checkWord(sales.records, ["orders", "revenues"], `${path}.sales.records`);
  const salesKind = sales.records === "revenues" ? "revenues" : "orders";
  const salesScope = recordScope(salesKind, accountScope);
  const activityScope = recordScope("activities", accountScope);
  const parts = {
    target: compileCondition(target, accountScope, `${path}.target`, NO_CELLS),
    contacts: compileCondition(contacts, activityScope, `${path}.contacts`, NO_CELLS),
    sales:
      sales.where && compileCondition(sales.where, salesScope, `${path}.sales.where`, NO_CELLS),
    timing: checkCampaignTiming(definition, accountScope, path),
  };
  return checked(findings, () => ({
    name,
    currency,
    definition,
    accountScope,
    activityScope,
    salesScope,
    sales: parts.sales,
    timing: parts.timing,
    target: parts.target!,
    contacts: parts.contacts!,
  }));
}

const NO_CELLS: ReadonlyMap<string, undefined> = new Map();

/** Words that stand for accounts without a channel in the report of effects. */
const OF_NO_CHANNEL: readonly string[] = ["notContacted", "unknownChannel", "ofNoChannel"];
const MOST_CHANNELS = 50;
const LONGEST_NAME = 200;

function checkHead({ definition, accountScope: scope, path }: Compilation): void {
  const { targetGroup, offering, channels, permission, effect } = definition;
  for (const [word, text] of Object.entries({ targetGroup, offering })) {
    if (isName(text)) continue;
    scope.fault(`${path}.${word}`, "empty-text", `a text of 1 to ${LONGEST_NAME} characters`);
  }
  if (channels.length === 0 || channels.length > MOST_CHANNELS) {
    scope.fault(`${path}.channels`, "no-channel", `a campaign has 1 to ${MOST_CHANNELS} channels`);
  }
  for (const [index, channel] of channels.slice(0, MOST_CHANNELS).entries()) {
    const at = `${path}.channels[${index}]`;
    if (!isName(channel)) scope.fault(at, "no-channel", "a channel is a name");
    if (!OF_NO_CHANNEL.includes(channel)) continue;
    scope.fault(at, "reserved-name", `\`${channel}\` stands for accounts without a channel`);
  }
  scope.checkWords(permission, ["purpose", "isMarketing", "whenNone"], `${path}.permission`);
  if (typeof permission.isMarketing !== "boolean") {
    scope.fault(`${path}.permission.isMarketing`, "wrong-value-type", "a yes or no");
  }
  const whenNone = ["allowed", "forbidden"];
  scope.checkWord(permission.whenNone, whenNone, `${path}.permission.whenNone`);
  scope.checkWords(effect, ["afterDays", ...Object.keys(CONVENTIONS)], `${path}.effect`);
  wholeWithin(effect.afterDays, 0, 366, scope, `${path}.effect.afterDays`);
  for (const [word, allowed] of Object.entries(CONVENTIONS)) {
    scope.checkWord(effect[word as keyof typeof CONVENTIONS], allowed, `${path}.effect.${word}`);
  }
}

const CONVENTIONS = {
  baseline: ["justBefore", "yearBefore"],
  channelOf: ["firstContact", "lastContact"],
  whenUnknown: ["unknown", "leftOut"],
} as const;

function isName(text: unknown): boolean {
  return typeof text === "string" && text !== "" && text.length <= LONGEST_NAME;
}
