import { slotsRead } from "../columns/tests-of-field.js";
import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate, MET, NOT_MET, type Row, type Truth, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import type { BoxProblem } from "./box-problem.js";
import { both, either, type Formula } from "./formula.js";

/** Something asked of a row. */
export interface Demand {
  readonly formula: Formula;
  /** The domains that it reads. */
  readonly reads: readonly number[];
  readonly isMetBy: (row: Row) => boolean;
}

/** That a condition comes to a truth from here upwards. */
export function atLeast(condition: CompiledCondition, truth: Truth, problem: BoxProblem): Demand {
  return {
    formula: problem.atLeast(condition, truth),
    reads: readBy(condition, problem),
    isMetBy: (row) => evaluate(condition, row) >= truth,
  };
}

/** That a condition comes to a truth from here downwards. */
export function atMost(condition: CompiledCondition, truth: Truth, problem: BoxProblem): Demand {
  return {
    formula: problem.atMost(condition, truth),
    reads: readBy(condition, problem),
    isMetBy: (row) => evaluate(condition, row) <= truth,
  };
}

/** That a rule is met. */
export function isMet({ condition }: CompiledRule, problem: BoxProblem): Demand {
  return atLeast(condition, MET, problem);
}

/** That a rule is not met, or unknown where the policy takes that as not met. */
export function fails({ condition, unknownIsNotMet }: CompiledRule, problem: BoxProblem): Demand {
  return atMost(condition, unknownIsNotMet ? UNKNOWN : NOT_MET, problem);
}

/** That a rule is met, or unknown and so still possible: no later rule can decide. */
export function standsBefore(rule: CompiledRule, problem: BoxProblem): Demand {
  return atLeast(rule.condition, rule.unknownIsNotMet ? MET : UNKNOWN, problem);
}

/** That one of two conditions comes to more than the other, as far as a rule minds. */
export function differing(
  rule: CompiledRule,
  other: CompiledCondition,
  problem: BoxProblem,
): Demand {
  const { condition, unknownIsNotMet } = rule;
  const truths: readonly Truth[] = unknownIsNotMet ? [MET] : [UNKNOWN, MET];
  const ways = truths.flatMap((truth) => {
    const less = (truth - 1) as Truth;
    return [
      both(problem.atLeast(condition, truth), problem.atMost(other, less)),
      both(problem.atLeast(other, truth), problem.atMost(condition, less)),
    ];
  });
  const comesTo = (each: CompiledCondition, row: Row): readonly boolean[] =>
    truths.map((truth) => evaluate(each, row) >= truth);
  return {
    formula: either(...ways),
    reads: readBy(condition, problem),
    isMetBy: (row) => {
      const own = comesTo(condition, row);
      return comesTo(other, row).some((each, at) => each !== own[at]);
    },
  };
}

function readBy(condition: CompiledCondition, { domainOf }: BoxProblem): readonly number[] {
  return [...slotsRead(condition)].map((index) => domainOf.get(index)!);
}
