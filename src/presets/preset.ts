import type { ScheduleRules } from "../cadence/index.js";
import type { CampaignEvent, CampaignMember } from "../campaigns/index.js";
import type { Substitution } from "../care/index.js";
import type { CustomerBase, Instant } from "../facts/index.js";
import type { FigurePeriod, KpiTarget, MovementPlan } from "../kpis/index.js";
import type { CarePolicy } from "../policy/index.js";
import type { ParameterValue } from "../rules/index.js";
import type { CivilDate, WorkingCalendar } from "../time/index.js";

/**
 * How a sample base is made.
 *
 * @category Presets
 */
export interface SampleOptions {
  /** The last day of the past; records before it are history, planned ones lie after it. */
  readonly asOf: CivilDate;
  /** A whole number; the same seed gives the same base. The preset's own where it is left out. */
  readonly seed?: number;
  /** How many accounts, 0 to 100 000; the preset's own number where it is left out. */
  readonly accounts?: number;
}

/**
 * Who takes part in a campaign of the policy, and what happened in it.
 *
 * @category Presets
 */
export interface SampleCampaign {
  readonly members: readonly CampaignMember[];
  readonly events: readonly CampaignEvent[];
  /** When the standings are asked for: after the cut-off. */
  readonly at: Instant;
}

/**
 * A made-up company: its customers and their records, its people with their absences, its calendar.
 *
 * @category Presets
 */
export interface SampleBase {
  /** Accounts, records, people and teams, with what is known to be complete. */
  readonly base: CustomerBase;
  /** Covers every day that the policy looks at from `asOf`, and the horizon. */
  readonly calendar: WorkingCalendar;
  /** First day after the horizon of a schedule from `asOf`. */
  readonly until: CivilDate;
  /** Who stands in for whom. */
  readonly substitutions: readonly Substitution[];
  /** By campaign of the policy; empty where the policy has none. */
  readonly campaigns: Readonly<Record<string, SampleCampaign>>;
}

/**
 * An organisation of the sources as a policy to start from: what the source says, with the item of
 * its digest at every part; what it leaves open; and a made-up base to try it on.
 *
 * @category Presets
 */
export interface Preset {
  /** Every number that the source leaves open is an open parameter: it does not compile as it is. */
  readonly policy: CarePolicy;
  /**
   * Where the source says a thing in two ways, the policy by each other reading, by name; empty
   * where parameters can say it all. They have the same open parameters.
   */
  readonly readings: Readonly<Record<string, CarePolicy>>;
  /**
   * A value for each open parameter, so that the policy can be tried. They are made up, stand in no
   * source, and must never be quoted as the organisation's own.
   */
  readonly illustrativeValues: Readonly<Record<string, ParameterValue>>;
  /** Rules by which a schedule of the sample can be made: made up as the values are. */
  readonly illustrativeSchedule: ScheduleRules;
  /** The day that the sample base is shaped around, at the time of the source. */
  readonly asOf: CivilDate;
  /** IANA name of the zone that the organisation works in. */
  readonly zone: string;
  /** What the organisation's figures are counted over. */
  readonly period: FigurePeriod;
  /** Targets that the source names; empty where it names none. */
  readonly targets: readonly KpiTarget[];
  /** How many customers are to come and to change class in a year, where the source says so. */
  readonly movementPlan?: MovementPlan;
  /**
   * A made-up company of the shape that the source describes; it depends on its options alone.
   *
   * @throws HoitoError with `out-of-range` for a number of accounts outside 0 to 100 000
   */
  readonly sampleBase: (options: SampleOptions) => SampleBase;
}
