import type { CompiledCondition, Scope } from "../rules/index.js";
import type { IsoWeekText } from "../time/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import type { Cap } from "./cap.js";
import type { TeamGoal } from "./prize.js";

/**
 * A campaign after its check: weeks found, conditions compiled, points in whole units, prizes in
 * minor units.
 *
 * @category Campaigns
 */
export interface CompiledCampaign {
  readonly name: string;
  readonly definition: CampaignDefinition;
  /** Tells one version of the definition from another. */
  readonly hash: string;
  readonly currency: string;
  readonly unitsPerPoint: number;
  /** The fields of an activity that conditions read. */
  readonly scope: Scope;
  readonly counts: CompiledCondition;
  /** Every ISO week that the period touches, in order. */
  readonly weeks: readonly CampaignWeek[];
  readonly criteria: readonly CompiledCriterion[];
  readonly caps: readonly CompiledCap[];
  readonly teamGoals: readonly CompiledGoal[];
  readonly tiers: readonly CompiledTier[];
  readonly rankPrizes: readonly number[];
  readonly figureScope: Scope;
  readonly figurePrizes: readonly CompiledFigurePrize[];
  readonly budgetMinor: number | undefined;
}

/** A week that the period touches. */
export interface CampaignWeek {
  readonly week: IsoWeekText;
  /** Weeks since the one of 1 January 1970, so that neighbours differ by one. */
  readonly index: number;
  /** Its place among the scored weeks, from 1; `undefined` when it is not scored. */
  readonly number: number | undefined;
  readonly isPractice: boolean;
  /** First epoch day of the week within the period. */
  readonly fromDay: number;
  /** Exclusive. */
  readonly untilDay: number;
}

/** A criterion after its check. */
export interface CompiledCriterion {
  readonly name: string;
  readonly position: number;
  readonly kind: "activity" | "plan" | "credit";
  /** Points in units. */
  readonly units: number;
  readonly from: "afterPractice" | number | undefined;
  readonly scoring: "allOrNothing" | "perEvent" | "proportional";
  readonly rounding: Rounding;
  readonly coolDownDays: number | undefined;
  readonly isJudged: boolean;
  /** Of criteria over activities. */
  readonly where: CompiledCondition | undefined;
  readonly plan: PlanDemand | undefined;
  readonly source: string | undefined;
}

/** What a plan must hold. */
interface PlanDemand {
  readonly offsetWeeks: number;
  readonly weeks: number;
  readonly minimumPerWeek: number;
}

/** What becomes of a number that is not whole. */
export type Rounding = "up" | "down" | "halfUp";

/** A cap with its most in units. */
export interface CompiledCap {
  /** Its path in the definition, as in `caps[0]`. */
  readonly path: string;
  readonly cap: Cap;
  /** In units; percent for a balance of new accounts. */
  readonly most: number;
}

/** A team goal with its numbers in units and minor units. */
export interface CompiledGoal {
  readonly goal: TeamGoal;
  readonly atLeast: number;
  readonly prizeMinor: number;
}

/** A rung in units and minor units, lowest first. */
export interface CompiledTier {
  readonly fromUnits: number;
  readonly prizeMinor: number;
}

/** A prize on supplied figures. */
export interface CompiledFigurePrize {
  readonly where: CompiledCondition;
  readonly prizeMinor: number;
  readonly of: "member" | "team";
}

/** Whether a criterion earns in a week: the week is scored, and not before the criterion begins. */
export function earnsIn(criterion: CompiledCriterion, week: CampaignWeek): boolean {
  if (week.number === undefined) return false;
  const { from } = criterion;
  if (from === "afterPractice") return !week.isPractice;
  return week.number >= (from ?? 1);
}

/** The number of the ISO week that a day lies in, counted since 1970. */
export function weekIndexOf(epochDay: number): number {
  return Math.floor((epochDay + 3) / 7);
}

/** A quotient of whole numbers, rounded as the definition says. */
export function divide(numerator: number, denominator: number, rounding: Rounding): number {
  const whole = Math.floor(numerator / denominator);
  const rest = numerator - whole * denominator;
  if (rest === 0 || rounding === "down") return whole;
  return rounding === "up" || rest * 2 >= denominator ? whole + 1 : whole;
}
