import type { CarePlan } from "./care-plan.js";

/**
 * The five parts of a plan.
 *
 * @category Care plans
 */
export type PlanPart = "analysis" | "goals" | "actions" | "implementation" | "followUp";

/**
 * How many of the five parts of a plan are there.
 *
 * @category Care plans
 */
export interface PlanCompleteness {
  /** 0 … 1. */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: 5;
  readonly excluded: readonly never[];
  readonly method: "planParts";
  /** In the order in which a plan is made. */
  readonly missing: readonly PlanPart[];
}

const PARTS: readonly PlanPart[] = ["analysis", "goals", "actions", "implementation", "followUp"];

/**
 * How complete a plan is: which of analysis, goals, actions, implementation and follow-up it has.
 *
 * A part that is there but holds nothing is missing. Whether the parts are right is what
 * `checkCarePlan` says.
 *
 * @param plan - the plan of a segment or an account
 * @returns the share of the five parts that are there, and those that are missing
 *
 * @example Two of five
 * ```ts
 * import { planCompleteness } from "hoito/care";
 *
 * const { value, missing } = planCompleteness({
 *   analysis: { lines: { finding: "buys from one line of three" } },
 *   goals: {},
 *   implementation: { responsible: "account manager" },
 * });
 * value; // => 0.4
 * missing; // => ["goals", "actions", "followUp"]
 * ```
 *
 * @category Care plans
 */
export function planCompleteness(plan: CarePlan): PlanCompleteness {
  const missing = missingParts(plan);
  const numerator = PARTS.length - missing.length;
  const value = numerator / PARTS.length;
  return { value, numerator, denominator: 5, excluded: [], method: "planParts", missing };
}

/** The parts that a plan lacks. */
export function missingParts(plan: CarePlan): readonly PlanPart[] {
  return PARTS.filter((part) => Object.keys(plan[part] ?? {}).length === 0);
}
