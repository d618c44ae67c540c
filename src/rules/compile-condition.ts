import type { FieldKind } from "../facts/index.js";
import { nearestName } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import { compileLiteral, compileOperand, nameOf, type Operand, parameterNamed } from "./operand.js";
import type { Scope, Slot } from "./scope.js";

/** A comparison of one field with one bound. */
export interface BoundTest {
  readonly kind: "bound";
  readonly slot: Slot;
  readonly word: BoundWord;
  readonly order: Order;
  readonly operand: Operand;
  readonly assumed: Cell;
}

/** A comparison of one field with a list of words or numbers. */
export interface ListTest {
  readonly kind: "list";
  readonly slot: Slot;
  readonly word: ListWord;
  readonly values: ReadonlySet<Cell>;
  readonly listFrom: string | undefined;
  readonly assumed: Cell;
}

/** Whether a fact is there at all; never unknown. */
export interface MissingTest {
  readonly kind: "missing";
  readonly slot: Slot;
  readonly expected: boolean;
}

/** Conditions joined. */
export interface Group {
  readonly kind: "all" | "any" | "not";
  readonly title: string | undefined;
  readonly of: readonly CompiledCondition[];
}

/**
 * A condition after its check: every name resolved to a slot, every bound to a number, ready to be asked of any row.
 */
export type CompiledCondition = BoundTest | ListTest | MissingTest | Group;

/** How a cell must stand to its bound. */
export type Order = "atLeast" | "moreThan" | "atMost" | "lessThan" | "equal" | "startsWith";

type BoundWord = keyof typeof BOUND_WORDS;
type ListWord = keyof typeof LIST_WORDS;

/** Deepest nesting of `all`, `any` and `not`. */
export const MAX_DEPTH = 32;
/** Most conditions within one. */
export const MAX_PARTS = 10_000;

const BOUND_WORDS = {
  atLeast: { order: "atLeast", kinds: ["number", "money"] },
  moreThan: { order: "moreThan", kinds: ["number", "money"] },
  atMost: { order: "atMost", kinds: ["number", "money"] },
  lessThan: { order: "lessThan", kinds: ["number", "money"] },
  onOrAfter: { order: "atLeast", kinds: ["date"] },
  after: { order: "moreThan", kinds: ["date"] },
  onOrBefore: { order: "atMost", kinds: ["date"] },
  before: { order: "lessThan", kinds: ["date"] },
  equals: { order: "equal", kinds: ["number", "money", "date", "boolean", "text", "category"] },
  startsWith: { order: "startsWith", kinds: ["text"] },
} as const;
const LIST_WORDS = {
  isOneOf: ["number", "text", "category"],
  isNoneOf: ["text", "category"],
  includes: ["set"],
  includesAnyOf: ["set"],
  includesAllOf: ["set"],
} as const;
const RANGED = ["number", "money", "date"];
const ANNOTATIONS = new Set(["field", "title", "note", "source"]);

/**
 * Checks a condition and resolves its names; every fault is recorded in the scope, none is thrown.
 *
 * @param written - the condition as JSON or as a typed object
 * @param scope - what can be named; it learns which fields are read
 * @param path - where the condition stands in the policy
 * @param assumed - cells to take where a field is missing
 * @returns the compiled condition, or `undefined` when it has a fault
 */
export function compileCondition(
  written: unknown,
  scope: Scope,
  path: string,
  assumed: ReadonlyMap<string, Cell>,
): CompiledCondition | undefined {
  const faultsBefore = scope.findings.length;
  const compiled = compilePart(written, { scope, assumed, parts: { left: MAX_PARTS } }, path, 0);
  return scope.findings.length === faultsBefore ? compiled : undefined;
}

interface Compilation {
  readonly scope: Scope;
  readonly assumed: ReadonlyMap<string, Cell>;
  readonly parts: { left: number };
}

function compilePart(
  written: unknown,
  job: Compilation,
  path: string,
  depth: number,
): CompiledCondition | undefined {
  const { scope } = job;
  if (depth > MAX_DEPTH) {
    return scope.fault(path, "too-deep", `conditions nest at most ${MAX_DEPTH} deep`);
  }
  if (job.parts.left-- <= 0) {
    if (job.parts.left < -1) return undefined;
    return scope.fault(path, "too-many", `a condition has at most ${MAX_PARTS} parts`);
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return scope.fault(path, "not-a-condition", "a condition is an object");
  }
  const node = written as Readonly<Record<string, unknown>>;
  for (const word of ["all", "any", "not"] as const) {
    if (Object.hasOwn(node, word)) return compileGroup(node, word, job, path, depth);
  }
  if (Object.hasOwn(node, "field")) return compileComparisons(node, job, path);
  const near = nearestName(Object.keys(node)[0] ?? "", ["field", "all", "any", "not"]);
  const text = "a condition has a `field`, or one of `all`, `any` and `not`";
  return scope.fault(path, "not-a-condition", text, near);
}

function compileGroup(
  node: Readonly<Record<string, unknown>>,
  word: Group["kind"],
  job: Compilation,
  path: string,
  depth: number,
): CompiledCondition | undefined {
  for (const other of Object.keys(node)) {
    if (other !== word && (other === "field" || !ANNOTATIONS.has(other))) {
      const text = `\`${other.slice(0, 80)}\` cannot stand beside \`${word}\``;
      job.scope.fault(`${path}.${other.slice(0, 80)}`, "unknown-comparison", text);
    }
  }
  const title = typeof node["title"] === "string" ? node["title"] : undefined;
  const inner = node[word];
  if (word === "not") {
    const part = compilePart(inner, job, `${path}.not`, depth + 1);
    return part && { kind: word, title, of: [part] };
  }
  if (!Array.isArray(inner)) {
    return job.scope.fault(`${path}.${word}`, "not-a-list", `\`${word}\` takes a list of conditions`);
  }
  if (inner.length === 0) {
    return job.scope.fault(`${path}.${word}`, "empty-list", `\`${word}\` of no condition says nothing`);
  }
  const of: CompiledCondition[] = [];
  for (let index = 0; index < inner.length && job.parts.left > 0; index++) {
    const part = compilePart(inner[index], job, `${path}.${word}[${index}]`, depth + 1);
    if (part !== undefined) of.push(part);
  }
  return { kind: word, title, of };
}

function compileComparisons(
  node: Readonly<Record<string, unknown>>,
  job: Compilation,
  path: string,
): CompiledCondition | undefined {
  const slot = job.scope.slotOf(node["field"], `${path}.field`);
  if (slot === undefined) return undefined;
  const tests: CompiledCondition[] = [];
  const words = Object.keys(node).filter((word) => !ANNOTATIONS.has(word));
  for (const word of words) {
    tests.push(...compileWord(word, node[word], slot, job, `${path}.${word.slice(0, 80)}`));
  }
  if (words.length === 0) {
    const text = `nothing is asked of field \`${slot.name}\``;
    return job.scope.fault(path, "no-comparison", text);
  }
  const title = typeof node["title"] === "string" ? node["title"] : undefined;
  return tests.length === 1 && title === undefined ? tests[0] : { kind: "all", title, of: tests };
}

function compileWord(
  word: string,
  written: unknown,
  slot: Slot,
  job: Compilation,
  path: string,
): readonly CompiledCondition[] {
  const { scope } = job;
  const assumed = job.assumed.get(slot.name);
  if (word === "isMissing") {
    if (typeof written === "boolean") return [{ kind: "missing", slot, expected: written }];
    scope.fault(path, "wrong-value-type", "`isMissing` takes true or false");
    return [];
  }
  const allowed = wordsFor(slot.kind);
  if (!allowed.includes(word)) {
    const text = `\`${word.slice(0, 80)}\` cannot be asked of \`${slot.name}\`, a ${nameOf(slot.kind)}`;
    scope.fault(path, "unknown-comparison", text, nearestName(word, allowed));
    return [];
  }
  if (word === "between") return compileRange(written, slot, assumed, scope, path);
  if (Object.hasOwn(LIST_WORDS, word)) {
    const list = compileList(word, written, slot, scope, path);
    return list === undefined ? [] : [{ kind: "list", slot, word: word as ListWord, ...list, assumed }];
  }
  const operand = compileOperand(written, slot.kind, scope, path);
  if (operand === undefined) return [];
  return [bound(slot, word as BoundWord, operand, assumed)];
}

function compileRange(
  written: unknown,
  slot: Slot,
  assumed: Cell,
  scope: Scope,
  path: string,
): readonly CompiledCondition[] {
  if (!Array.isArray(written) || written.length !== 2) {
    scope.fault(path, "wrong-value-type", "`between` takes the lowest and the highest value");
    return [];
  }
  const low = compileOperand(written[0], slot.kind, scope, `${path}[0]`);
  const high = compileOperand(written[1], slot.kind, scope, `${path}[1]`);
  if (low === undefined || high === undefined) return [];
  if ("value" in low && "value" in high && low.value > high.value) {
    scope.fault(path, "empty-range", "the lowest value of `between` is above the highest");
    return [];
  }
  const [from, to] = slot.kind === "date" ? (["onOrAfter", "onOrBefore"] as const) : (["atLeast", "atMost"] as const);
  return [bound(slot, from, low, assumed), bound(slot, to, high, assumed)];
}

function compileList(
  word: string,
  written: unknown,
  slot: Slot,
  scope: Scope,
  path: string,
): Pick<ListTest, "values" | "listFrom"> | undefined {
  if (word === "includes") return listOf([written], slot.kind, undefined, scope, path);
  if (Array.isArray(written)) return listOf(written, slot.kind, undefined, scope, path);
  if (typeof written === "object" && written !== null && "parameter" in written) {
    const found = parameterNamed(written.parameter, "list", scope, path);
    if (found?.kind !== "list") return undefined;
    return listOf(found.value, slot.kind, String(written.parameter), scope, path);
  }
  return scope.fault(path, "not-a-list", `\`${word}\` takes a list`);
}

function listOf(
  written: readonly unknown[],
  kind: FieldKind,
  listFrom: string | undefined,
  scope: Scope,
  path: string,
): Pick<ListTest, "values" | "listFrom"> | undefined {
  if (written.length > MAX_PARTS) {
    return scope.fault(path, "too-many", `a list has at most ${MAX_PARTS} values`);
  }
  const values = written.map((each, index) => compileLiteral(each, kind, scope, `${path}[${index}]`));
  return { values: new Set(values), listFrom };
}

function bound(slot: Slot, word: BoundWord, operand: Operand, assumed: Cell): BoundTest {
  return { kind: "bound", slot, word, order: BOUND_WORDS[word].order, operand, assumed };
}

function wordsFor(kind: FieldKind): readonly string[] {
  const name: string = typeof kind === "string" ? kind : "category";
  const bounds = Object.entries(BOUND_WORDS).filter(([, { kinds }]) => kinds.some((each) => each === name));
  const lists = Object.entries(LIST_WORDS).filter(([, kinds]) => kinds.some((each) => each === name));
  const range = RANGED.includes(name) ? ["between"] : [];
  return [...bounds, ...lists].map(([word]) => word).concat(range, "isMissing");
}
