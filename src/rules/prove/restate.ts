import type { CompiledCondition } from "../compiled-condition.js";
import type { Operand } from "../operand.js";
import type { RuleSet } from "../rule-set.js";
import type { Slot } from "../scope.js";

/**
 * What stands for the names of one scope in another.
 *
 * @category Rules
 */
export interface Restating {
  readonly slotOf: (slot: Slot) => Slot;
  readonly cutOf: (cut: string) => string;
}

/**
 * A rule set of one scope in the words of another, so that it can be held against rules from there.
 *
 * @category Rules
 */
export function restateRules(set: RuleSet, words: Restating): RuleSet {
  const rules = set.rules.map((rule) => {
    return { ...rule, condition: restated(rule.condition, words) };
  });
  return { ...set, rules };
}

function restated(condition: CompiledCondition, words: Restating): CompiledCondition {
  if ("of" in condition) {
    return { ...condition, of: condition.of.map((part) => restated(part, words)) };
  }
  const slot = words.slotOf(condition.slot);
  if (condition.kind !== "bound") return { ...condition, slot };
  return { ...condition, slot, operand: restatedOperand(condition.operand, words) };
}

function restatedOperand(operand: Operand, { slotOf, cutOf }: Restating): Operand {
  if (operand.from === "field") return { ...operand, slot: slotOf(operand.slot) };
  return operand.from === "cut" ? { ...operand, name: cutOf(operand.name) } : operand;
}
