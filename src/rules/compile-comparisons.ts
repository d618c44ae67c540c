import type { FieldKind } from "../facts/index.js";
import { nearestName } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import { BOUND_WORDS, type BoundWord, isListWord, wordsFor } from "./comparison-words.js";
import {
  type BoundTest,
  type CompiledCondition,
  type ListTest,
  MAX_PARTS,
} from "./compiled-condition.js";
import { ANNOTATIONS } from "./condition.js";
import { checkAnnotations, isObject, type JsonObject, pathTo, titleOf } from "./json-object.js";
import { compileLiteral, compileOperand, nameOf, type Operand, parameterNamed } from "./operand.js";
import type { AssumingScope, Scope, Slot } from "./scope.js";

/**
 * Checks everything that is asked of one field; several comparisons must all hold.
 *
 * @returns the compiled condition, or `undefined` after its faults were recorded in the scope
 */
export function compileComparisons(
  node: JsonObject,
  job: AssumingScope,
  path: string,
): CompiledCondition | undefined {
  const slot = job.scope.slotOf(node["field"], `${path}.field`);
  if (slot === undefined) return undefined;
  const words = Object.keys(node).filter((word) => word !== "field" && !ANNOTATIONS.includes(word));
  job.scope.findings.push(...checkAnnotations(node, path));
  if (words.length === 0) {
    const text = `nothing is asked of field \`${slot.name}\``;
    return job.scope.fault(path, "no-comparison", text);
  }
  const asked = words.map((word) => compileWord(word, node[word], slot, job, pathTo(path, word)));
  if (asked.includes(undefined)) return undefined;
  const of = asked.flatMap((tests) => tests!);
  const title = titleOf(node);
  return of.length === 1 && title === undefined ? of[0] : { kind: "all", title, of };
}

type Tests = readonly CompiledCondition[] | undefined;

function compileWord(
  word: string,
  written: unknown,
  slot: Slot,
  job: AssumingScope,
  path: string,
): Tests {
  const { scope } = job;
  if (word === "isMissing") {
    if (typeof written === "boolean") return [{ kind: "missing", slot, expected: written }];
    return scope.fault(path, "wrong-value-type", "`isMissing` takes true or false");
  }
  const allowed = wordsFor(slot.kind);
  if (!allowed.includes(word)) {
    const shown = word.slice(0, 80);
    const text = `\`${shown}\` cannot be asked of \`${slot.name}\`, a ${nameOf(slot.kind)}`;
    return scope.fault(path, "unknown-comparison", text, nearestName(word, allowed));
  }
  if (word === "between") return compileRange(written, slot, job, path);
  const assumed = job.assumed.get(slot.name);
  if (isListWord(word)) {
    const list = compileList(word, written, slot, scope, path);
    return list && [{ kind: "list", slot, word, ...list, assumed }];
  }
  const operand = compileOperand(written, slot.kind, job, path);
  return operand && [bound(slot, word as BoundWord, operand, assumed)];
}

function compileRange(written: unknown, slot: Slot, job: AssumingScope, path: string): Tests {
  if (!Array.isArray(written) || written.length !== 2) {
    const text = "`between` takes the lowest and the highest value";
    return job.scope.fault(path, "wrong-value-type", text);
  }
  const low = compileOperand(written[0], slot.kind, job, `${path}[0]`);
  const high = compileOperand(written[1], slot.kind, job, `${path}[1]`);
  if (low === undefined || high === undefined) return undefined;
  if ("value" in low && "value" in high && low.value > high.value) {
    const text = "the lowest value of `between` is above the highest";
    return job.scope.fault(path, "empty-range", text);
  }
  const assumed = job.assumed.get(slot.name);
  const isDate = slot.kind === "date";
  return [
    bound(slot, isDate ? "onOrAfter" : "atLeast", low, assumed),
    bound(slot, isDate ? "onOrBefore" : "atMost", high, assumed),
  ];
}

function bound(slot: Slot, word: BoundWord, operand: Operand, assumed: Cell): BoundTest {
  return { kind: "bound", slot, word, order: BOUND_WORDS[word].order, operand, assumed };
}

type List = Pick<ListTest, "values" | "listFrom"> | undefined;

function compileList(word: string, written: unknown, slot: Slot, scope: Scope, path: string): List {
  if (word === "includes") return listOf([written], slot.kind, undefined, scope, path);
  if (Array.isArray(written)) return listOf(written, slot.kind, undefined, scope, path);
  if (isObject(written) && Object.hasOwn(written, "parameter")) {
    if (!scope.standsAlone("parameter", written, [], path)) return undefined;
    const name = written["parameter"];
    const found = parameterNamed(name, "list", scope, path);
    if (found?.kind !== "list") return undefined;
    return listOf(found.value, slot.kind, name as string, scope, path);
  }
  return scope.fault(path, "not-a-list", `\`${word}\` takes a list`);
}

function listOf(
  written: readonly unknown[],
  kind: FieldKind,
  listFrom: string | undefined,
  scope: Scope,
  path: string,
): List {
  if (written.length > MAX_PARTS) {
    return scope.fault(path, "too-many", `a list has at most ${MAX_PARTS} values`);
  }
  const values = new Set<Cell>();
  for (const [index, each] of written.entries()) {
    values.add(compileLiteral(each, kind, scope, `${path}[${index}]`));
  }
  return values.has(undefined) ? undefined : { values, listFrom };
}
