import { showInput } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import { compileCondition } from "./compile-condition.js";
import { pathTo } from "./json-object.js";
import { compileLiteral } from "./operand.js";
import type { CompiledRule, Rule } from "./rule-set.js";
import type { Scope } from "./scope.js";

/**
 * A rule ready to be asked; its faults are recorded in the scope.
 *
 * @param rule - as the policy wrote it
 * @param outcome - what the rule gives when it is met
 * @param scope - what can be named; it learns which fields are read
 * @param path - where the rule stands in the policy
 * @param assumed - cells to take where a field is missing
 * @returns the compiled rule, or `undefined` when it has a fault
 *
 * @category Rules
 */
export function compileRule(
  rule: Rule,
  outcome: string,
  scope: Scope,
  path: string,
  assumed: ReadonlyMap<string, Cell>,
): CompiledRule | undefined {
  const { when, whenUnknown, title, source } = rule;
  const condition = compileCondition(when, scope, `${path}.when`, assumed);
  if (whenUnknown !== undefined && whenUnknown !== "notMet") {
    const text = `${showInput(whenUnknown)} is no value of \`whenUnknown\``;
    return scope.fault(`${path}.whenUnknown`, "unknown-value", text, "notMet");
  }
  const unknownIsNotMet = whenUnknown === "notMet";
  return condition && { path, outcome, condition, unknownIsNotMet, title, source };
}

/**
 * The cells to take where a fact is missing, by field; faults are recorded in the scope.
 *
 * @param written - values by field name, written as in a condition; a set of words is given as the
 *   one word it holds
 * @param scope - what can be named
 * @param path - where the values stand in the policy
 * @returns the cells that have no fault; none when nothing is assumed
 *
 * @category Rules
 */
export function compileAssumptions(
  written: Readonly<Record<string, unknown>> | undefined,
  scope: Scope,
  path: string,
): ReadonlyMap<string, Cell> {
  const assumed = new Map<string, Cell>();
  for (const [name, value] of Object.entries(written ?? {})) {
    const at = pathTo(path, name);
    const slot = scope.slotOf(name, at);
    if (slot === undefined) continue;
    const cell = compileLiteral(value, slot.kind, scope, at);
    if (cell !== undefined) assumed.set(name, slot.kind === "set" ? [cell as string] : cell);
  }
  return assumed;
}
