import { nearestName, showInput } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import { compileComparisons } from "./compile-comparisons.js";
import { type CompiledCondition, type Group, MAX_DEPTH, MAX_PARTS } from "./compiled-condition.js";
import { ANNOTATIONS } from "./condition.js";
import { isObject, type JsonObject, titleOf } from "./json-object.js";
import type { AssumingScope, Scope } from "./scope.js";

/**
 * A condition ready to be asked of any row: every name resolved, every bound checked.
 *
 * Every fault is recorded in the scope, all at once and each with its path; none is thrown,
 * whatever shape the input has. A misspelt name or word comes with the nearest right one. Lists of
 * `all` and `any` hold at least one condition; conditions nest at most {@link MAX_DEPTH} deep and
 * have at most {@link MAX_PARTS} parts, so that a condition within itself ends too.
 *
 * Gotcha: an empty `isOneOf` is met by nothing, an empty `isNoneOf` and `includesAllOf` by every
 * known fact.
 *
 * @param written - the condition as JSON or as a typed object
 * @param scope - what can be named; it learns which fields are read
 * @param path - where the condition stands in the policy
 * @param assumed - cells to take where a field is missing
 * @returns the compiled condition, or `undefined` when it has a fault
 *
 * @example A misspelt field
 * ```ts
 * import { compileCondition, Scope } from "hoito/rules";
 *
 * const scope = new Scope({
 *   kinds: new Map([["headcount", "number"]]),
 *   currency: "EUR",
 * });
 * const condition = { field: "hedcount", atLeast: 1000 };
 * compileCondition(condition, scope, "when", new Map()); // => undefined
 * scope.findings[0]?.message; // => "there is no field `hedcount`; did you mean `headcount`?"
 * ```
 *
 * @category Rules
 */
export function compileCondition(
  written: unknown,
  scope: Scope,
  path: string,
  assumed: ReadonlyMap<string, Cell>,
): CompiledCondition | undefined {
  try {
    return compilePart(written, { scope, assumed, parts: { left: MAX_PARTS } }, path, 0);
  } catch {
    return scope.fault(path, "unreadable", "reading the condition threw an error");
  }
}

interface Compilation extends AssumingScope {
  /** Parts that may still come; below 0 once there were too many. */
  readonly parts: { left: number };
}

function compilePart(
  written: unknown,
  job: Compilation,
  path: string,
  depth: number,
): CompiledCondition | undefined {
  const { scope, parts } = job;
  parts.left -= 1;
  if (parts.left < 0) {
    return scope.fault(path, "too-many", `a condition has at most ${MAX_PARTS} parts`);
  }
  if (depth > MAX_DEPTH) {
    return scope.fault(path, "too-deep", `conditions nest at most ${MAX_DEPTH} deep`);
  }
  if (!isObject(written)) {
    return scope.fault(path, "not-a-condition", `${showInput(written)} is no condition`);
  }
  for (const word of ["all", "any", "not"] as const) {
    if (Object.hasOwn(written, word)) return compileGroup(written, word, job, path, depth);
  }
  if (Object.hasOwn(written, "field")) return compileComparisons(written, job, path);
  const near = nearestName(Object.keys(written)[0] ?? "", ["field", "all", "any", "not"]);
  const text = "a condition has a `field`, or one of `all`, `any` and `not`";
  return scope.fault(path, "not-a-condition", text, near);
}

function compileGroup(
  node: JsonObject,
  word: Group["kind"],
  job: Compilation,
  path: string,
  depth: number,
): CompiledCondition | undefined {
  const { scope, parts } = job;
  const inner = node[word];
  const isAlone = scope.standsAlone(word, node, ANNOTATIONS, path);
  const of: CompiledCondition[] = [];
  const add = (part: unknown, at: string): void => {
    const compiled = compilePart(part, job, at, depth + 1);
    if (compiled !== undefined) of.push(compiled);
  };
  if (word === "not") {
    add(inner, `${path}.not`);
    return isAlone && of.length === 1 ? { kind: word, title: titleOf(node), of } : undefined;
  }
  const at = `${path}.${word}`;
  if (!Array.isArray(inner)) {
    return scope.fault(at, "not-a-list", `\`${word}\` takes a list of conditions`);
  }
  if (inner.length === 0) {
    return scope.fault(at, "empty-list", `\`${word}\` of no condition says nothing`);
  }
  for (let index = 0; index < inner.length && parts.left >= 0; index++) {
    add(inner[index], `${at}[${index}]`);
  }
  const isWhole = isAlone && of.length === inner.length;
  return isWhole ? { kind: word, title: titleOf(node), of } : undefined;
}
