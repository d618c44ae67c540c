import type { Cadence, ScheduleRules } from "../cadence/index.js";
import type { CampaignDefinition } from "../campaigns/index.js";
import type { CareChapter } from "../care/index.js";
import type { FieldKinds } from "../facts/index.js";
import type { KpiChapter } from "../kpis/index.js";
import type { Measure, QuantileType } from "../measures/index.js";
import type { Annotated, Parameter } from "../rules/index.js";
import type { Classifier, UnitDefinition, UnitDutyRule } from "../segments/index.js";
import type { CivilDate } from "../time/index.js";

/**
 * Where a policy stands on its way into force.
 *
 * @category Policy
 */
export type PolicyStatus = "draft" | "proposed" | "approved" | "inForce" | "retired";

/**
 * Who moved a policy on, and when.
 *
 * @category Policy
 */
export interface PolicyStep {
  readonly status: PolicyStatus;
  readonly by: string;
  readonly on: CivilDate;
}

/**
 * Where a policy holds.
 *
 * @category Policy
 */
export interface PolicyScope {
  readonly units?: readonly string[];
  readonly pilot?: boolean;
}

/**
 * A cut point computed over the whole base: the quantile of a measure among all accounts of which
 * it is known.
 *
 * @category Policy
 */
export interface Cut<Name extends string = string> extends Annotated {
  readonly of: Name;
  /** 0 … 1. */
  readonly quantile: number;
  /** Hyndman and Fan's number, 1 … 9: 6 is SPSS', 7 R's and Excel's. */
  readonly type: QuantileType;
}

/**
 * What is classified, where it is less than a whole account: how accounts are split into units, and
 * how the duties of one account's units become one list.
 *
 * @category Policy
 */
export interface UnitChapter extends UnitDefinition, Annotated {
  readonly duties: UnitDutyRule;
}

/**
 * That one of the conditions for setting segments is met: who says so, and since when.
 *
 * @category Policy
 */
export interface ReadinessStatement extends Annotated {
  readonly by: string;
  /** The first day on which it held. */
  readonly on: CivilDate;
}

/**
 * The four conditions for setting segments; one that is left out is not met.
 *
 * @category Policy
 */
export interface ReadinessChapter extends Annotated {
  readonly customersIdentified?: ReadinessStatement;
  readonly baseAnalysed?: ReadinessStatement;
  /** The customer strategy is written down. */
  readonly strategyStated?: ReadinessStatement;
  /** The customer strategy supports the business strategy. */
  readonly supportsBusinessStrategy?: ReadinessStatement;
}

/**
 * What every policy says of itself.
 *
 * @category Policy
 */
export interface PolicyHead extends Annotated {
  /** The JSON Schema that an editor checks the file with; it changes no answer, nor the hash. */
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  /** First day in force. */
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
  readonly status?: PolicyStatus;
  readonly history?: readonly PolicyStep[];
  readonly scope?: PolicyScope;
  /** The policy this one was made from, with other parameters. */
  readonly basedOn?: { readonly id: string; readonly version: string };
  /** The one currency of all money in the policy, ISO 4217. */
  readonly currency?: string;
  readonly businessLines?: readonly string[];
  /** What is classified; without it the account as a whole. */
  readonly unit?: UnitChapter;
  /** Which conditions for setting segments are met. */
  readonly readiness?: ReadinessChapter;
}

/**
 * A care policy: what a company decided about its customers, as one document that is plain JSON.
 *
 * Names are any text here, as in JSON; `definePolicy` narrows them to those the document declares.
 *
 * @category Policy
 */
export interface CarePolicy extends PolicyHead {
  /** The host's own fields of an account and their kinds. */
  readonly fields?: FieldKinds;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly measures?: Readonly<Record<string, Measure>>;
  readonly cuts?: Readonly<Record<string, Cut>>;
  readonly segments: Readonly<Record<string, Classifier>>;
  readonly care: CareChapter;
  readonly cadences: Readonly<Record<string, Cadence>>;
  /** How the duties of cadences are placed on people, weeks and days. */
  readonly schedule?: ScheduleRules;
  readonly campaigns?: Readonly<Record<string, CampaignDefinition>>;
  readonly kpis?: KpiChapter;
}
