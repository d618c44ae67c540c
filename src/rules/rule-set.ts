import type { CompiledCondition } from "./compiled-condition.js";
import type { Annotated, Condition, ConditionNames } from "./condition.js";

/**
 * Which rules count: the first that is met, the only one that may be met, or all that are met
 * (DMN's F, U and C).
 *
 * @category Rules
 */
export type HitPolicy = "first" | "unique" | "collect";

/** One rule: when its condition is met it gives its outcome. */
export interface Rule<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly when: Condition<N>;
  /** Take an unknown verdict as not met, where the company accepts that. */
  readonly whenUnknown?: "notMet";
}

/** A rule after its check. */
export interface CompiledRule {
  readonly path: string;
  readonly outcome: string;
  readonly condition: CompiledCondition;
  readonly unknownIsNotMet: boolean;
  readonly title: string | undefined;
  readonly source: string | undefined;
}

/**
 * Rules after their check, in the order of the policy.
 *
 * @category Rules
 */
export interface RuleSet {
  readonly hitPolicy: HitPolicy;
  readonly rules: readonly CompiledRule[];
  /** What holds when no rule is met; without it there is no outcome then. */
  readonly otherwise: string | undefined;
}
