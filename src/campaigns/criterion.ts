import type { Annotated, Condition, ParameterOperand } from "../rules/index.js";

/**
 * What earns points.
 *
 * @category Campaigns
 */
export type Criterion = ActivityCriterion | HeadingCriterion | PlanCriterion | CreditCriterion;

/** A whole number, or the parameter of the policy that holds one. */
type WholeNumber = number | ParameterOperand;

/** What criteria over the activities of a week share. */
interface WeeklyCriterion extends Annotated {
  /** Points for a week, or for each activity where `scoring` is `perEvent`. */
  readonly points: number;
  /** Without it every scored week counts; else those after practice, or from the n-th scored one. */
  readonly from?: "afterPractice" | number;
}

/** How the activities of a week make points, for criteria over activities. */
interface ScoredActivities extends WeeklyCriterion {
  /**
   * All points when every activity of the week meets the criterion and otherwise none; the points
   * for each that does; or the share of those that do.
   */
  readonly scoring: "allOrNothing" | "perEvent" | "proportional";
  /** What becomes of proportional points that are not whole units. */
  readonly rounding?: "up" | "down" | "halfUp";
  /** After an activity of an account that earned, others of that account within so many days do not. */
  readonly coolDownDays?: number;
}

/** A condition over the fields of an activity. */
export interface ActivityCriterion extends ScoredActivities {
  readonly kind: "activity";
  /**
   * Beside the fields of an activity: `notesWritten`, whether there are any, and `headingParts`,
   * those of `customer`, `site` and `reason` that are filled.
   */
  readonly where: Condition;
  /** The verdict of a judge counts, also after the week's deadline; the activity itself was in time. */
  readonly judged?: true;
}

/** Parts that a heading must name. */
export interface HeadingCriterion extends ScoredActivities {
  readonly kind: "heading";
  readonly parts: readonly ("customer" | "site" | "reason")[];
}

/** Activities that stand in the calendar for the weeks to come, when the deadline strikes. */
export interface PlanCriterion extends WeeklyCriterion {
  readonly kind: "plan";
  /** 0: the first week is that of the check itself; 1: the one after. */
  readonly offsetWeeks: WholeNumber;
  /** How many weeks must be planned, 1 … 26. */
  readonly weeks: WholeNumber;
  /** Activities each of these weeks must hold, 1 … 100. */
  readonly minimumPerWeek: WholeNumber;
}

/** Deeds that the host supplies as credits: accounts moved to a higher class, leads passed on. */
export interface CreditCriterion extends Annotated {
  readonly kind: "credit";
  /** The `source` of the credits that count. */
  readonly source: string;
  readonly points: number;
}
