import {
  type Annotated,
  type BoundTest,
  type Cell,
  type CompiledCondition,
  type CompiledRule,
  compileOperand,
  type MissingTest,
  NOTHING_AGES,
  nameOf,
  type Operand,
  type Row,
  type Scope,
  type Slot,
} from "../rules/index.js";
import type { RuleParts } from "./any-classifier.js";
import type { CompileJob } from "./method.js";

const NOTHING_ASSUMED: ReadonlyMap<string, Cell> = new Map();

/** Rules as they decide. */
export function ruleParts(
  rules: readonly CompiledRule[],
  otherwise: string | undefined,
  hitPolicy: RuleParts["rules"]["hitPolicy"] = "first",
): RuleParts {
  return { rules: { hitPolicy, rules, otherwise } };
}

/** A rule that this floor writes itself, at the path of what the policy wrote. */
export function ruleAt(
  path: string,
  outcome: string,
  condition: CompiledCondition,
  { title, source }: Annotated = {},
): CompiledRule {
  return { path, outcome, condition, unknownIsNotMet: false, title, source };
}

/** A comparison that this floor writes itself. */
export function comparing(
  slot: Slot,
  word: "atLeast" | "moreThan" | "atMost" | "lessThan" | "equals",
  operand: Operand,
): BoundTest {
  const order = word === "equals" ? "equal" : word;
  return { kind: "bound", slot, word, order, operand, assumed: undefined };
}

/** Whether a fact is unknown or none. */
export function isMissing(slot: Slot): MissingTest {
  return { kind: "missing", slot, expected: true };
}

/** The slot of a number or sum of money, or `undefined` after its fault was recorded. */
export function numericSlot(name: unknown, scope: Scope, path: string): Slot | undefined {
  const slot = scope.slotOf(name, path);
  if (slot === undefined || slot.kind === "number" || slot.kind === "money") return slot;
  const text = `\`${slot.name}\` is a ${nameOf(slot.kind)}, not a number or money`;
  return scope.fault(path, "wrong-field-kind", text);
}

/** A number written out or named as a parameter, or `undefined` after its fault was recorded. */
export function plainNumber(written: unknown, scope: Scope, path: string): number | undefined {
  const operand = compileOperand(written, "number", { scope, assumed: NOTHING_ASSUMED }, path);
  if (operand === undefined) return undefined;
  if ("value" in operand) return operand.value as number;
  return scope.fault(path, "wrong-value-type", "a number or a parameter stands here");
}

/** Records a fault where a place is neither a label nor one of some other words. */
export function checkPlace(
  place: unknown,
  { labels, scope }: CompileJob,
  path: string,
  words: readonly string[],
): void {
  if (typeof place === "string" && (labels.has(place) || words.includes(place))) return;
  scope.unknownName(place, "segment", [...labels.keys(), ...words], path);
}

/** Records a fault where a segment is none of the labels. */
export function checkSegment(segment: unknown, { labels, scope }: CompileJob, path: string): void {
  if (typeof segment === "string" && labels.has(segment)) return;
  scope.unknownName(segment, "segment", labels.keys(), path);
}

/** A row of scores alone, beside the account's own. */
export function scoreRow<R extends Row>(cells: Row["cells"], row: R): R {
  return { ...row, cells, ageing: NOTHING_AGES };
}

/** A scope that knows some scores alone; its faults go where those of the policy go. */
export function scoreScope(names: readonly string[], scope: Scope): Scope {
  return scope.over(new Map(names.map((name) => [name, "number" as const])));
}
