import type { CompiledCondition } from "../compiled-condition.js";
import { evaluate } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { CAN_BE_MET, CAN_BE_UNKNOWN, CAN_FAIL, type Node } from "./box-problem.js";
import type { Demand } from "./find-witness.js";
import type { Possibility } from "./rule-proof.js";

/** A rule as a question about boxes. */
export interface Posed {
  readonly rule: CompiledRule;
  readonly node: Node;
}

/** Whether a row can bring all of it about. */
export type Ask = (demands: readonly Demand[]) => Possibility;

export function isMet({ rule, node }: Posed): Demand {
  return demanding(rule.condition, node, CAN_BE_MET);
}

/** Not met, or unknown where the policy takes that as not met. */
export function fails({ rule, node }: Posed): Demand {
  const wanted = rule.unknownIsNotMet ? CAN_FAIL | CAN_BE_UNKNOWN : CAN_FAIL;
  return demanding(rule.condition, node, wanted);
}

/** Met, or unknown and so still possible: no later rule can decide. */
export function standsBefore({ rule, node }: Posed): Demand {
  const wanted = rule.unknownIsNotMet ? CAN_BE_MET : CAN_BE_MET | CAN_BE_UNKNOWN;
  return demanding(rule.condition, node, wanted);
}

export function demanding(condition: CompiledCondition, node: Node, wanted: number): Demand {
  return { node, wanted, truthOf: (row) => evaluate(condition, row) };
}
