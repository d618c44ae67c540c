import type { CompiledCondition } from "../compiled-condition.js";
import { MET, NOT_MET } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { atLeast, atMost } from "./demand.js";
import { idleComparisons } from "./idle-comparisons.js";
import { Inquiry } from "./inquiry.js";
import type { IdleComparison, Possibility, ProofContext } from "./rule-proof.js";

/**
 * What holds of one condition, for all rows there could be.
 *
 * @category Rules
 */
export interface ConditionProof {
  readonly canBeMet: Possibility;
  /** Whether a row can fail it; one where facts are missing does not. */
  readonly canFail: Possibility;
  /** Comparisons without which it would be met by the same rows. */
  readonly idle: readonly IdleComparison[];
}

/**
 * Whether a condition contradicts itself, keeps nothing out, or holds comparisons without effect.
 *
 * @param condition - a compiled condition
 * @param context - as of `proveRules`
 * @param given - conditions of the same scope that are met wherever this one is asked
 * @returns whether it can be met and can fail where the others are met; its own idle comparisons
 *
 * @category Rules
 */
export function proveCondition(
  condition: CompiledCondition,
  context: ProofContext,
  given: readonly CompiledCondition[] = [],
): ConditionProof {
  const [rule, ...others] = [condition, ...given].map((each): CompiledRule => {
    const nothing = { path: "", outcome: "", title: undefined, source: undefined };
    return { ...nothing, condition: each, unknownIsNotMet: false };
  });
  const rules = [rule!, ...others];
  const inquiry = new Inquiry({ hitPolicy: "collect", rules, otherwise: undefined }, context);
  const { problem } = inquiry;
  const holding = given.map((each) => atLeast(each, MET, problem));
  const canBeMet = inquiry.show([atLeast(condition, MET, problem), ...holding]);
  return {
    canBeMet,
    canFail: inquiry.show([atMost(condition, NOT_MET, problem), ...holding]),
    idle:
      canBeMet.kind === "possible" ? idleComparisons(rule!, inquiry).map(({ shown }) => shown) : [],
  };
}
