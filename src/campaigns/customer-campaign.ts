import type { DecimalMoney } from "../facts/index.js";
import type { Annotated, Condition } from "../rules/index.js";
import type { DateSpan } from "../time/index.js";

/**
 * A campaign towards customers by its four dimensions (Mäntyneva 2001, 119): whom it is for, what
 * it offers, through which channel, and when, which may differ from area to area.
 *
 * @category Customer campaigns
 */
export interface CustomerCampaignDefinition extends Annotated {
  /** What the target group is called; reports gather campaigns by it. */
  readonly targetGroup: string;
  /** Who belongs to it: over fields of the account, the host's own, and labels of classifiers. */
  readonly target: Condition;
  /** What the offering is called. */
  readonly offering: string;
  /** Which sales are of the offering. */
  readonly sales: CampaignSales;
  /** How it reaches customers, in order of preference; 1 … 50. */
  readonly channels: readonly string[];
  /** Its periods, 1 … 1 000; those of one area do not overlap. */
  readonly timing: readonly CampaignTiming[];
  /** The field of the account that holds its area; needed where a period names areas. */
  readonly areaFrom?: string;
  /** Which activities are contacts of this campaign. */
  readonly contacts: Condition;
  readonly permission: ContactConsent;
  readonly effect: EffectConventions;
}

/** Sales records, and which of them. */
export interface CampaignSales {
  readonly records: "orders" | "revenues";
  /** Over fields of the record; without it all. */
  readonly where?: Condition;
}

/** A period of a campaign. */
export interface CampaignTiming extends DateSpan {
  /** Unique within the campaign. */
  readonly label: string;
  /** Values of the area field; without it the period is for all. */
  readonly areas?: readonly string[];
  /** What the period costs beside its contacts: printing, space, radio. */
  readonly fixedCost?: DecimalMoney;
}

/** What a contact of the campaign takes. */
export interface ContactConsent {
  /** Consent given for something else does not count. */
  readonly purpose?: string;
  /** A marketing ban forbids it. */
  readonly isMarketing: boolean;
  /** Where all permissions are known and none speaks of the channel. */
  readonly whenNone: "allowed" | "forbidden";
}

/** How the effect is counted. */
export interface EffectConventions {
  /** For so many days after its period sales still belong to the campaign; 0 … 366. */
  readonly afterDays: number;
  /** What sales are compared with: as many days just before, or the same days a year before. */
  readonly baseline: "justBefore" | "yearBefore";
  /** Whose channel an account counts under that was contacted more than once. */
  readonly channelOf: "firstContact" | "lastContact";
  /**
   * Of a record whose amount, margin, cost or part in the campaign is missing: the figure is not
   * known, or is counted without it and says so.
   */
  readonly whenUnknown: "unknown" | "leftOut";
}
