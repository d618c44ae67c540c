import type { FieldKind } from "../facts/index.js";
import { nearestName, showInput } from "../shapes/index.js";
import { checkDuration, type Duration, isCivilDate, toEpochDay } from "../time/index.js";
import type { Cell } from "./cell.js";
import { isObject, type JsonObject, pathTo } from "./json-object.js";
import {
  type ParameterKind,
  parameterKindOf,
  type ResolvedParameter,
  resolveMoney,
} from "./parameter.js";
import type { AssumingScope, Scope, Slot } from "./scope.js";

/** The right-hand side of a comparison after its check. */
export type Operand =
  | { readonly from: "literal"; readonly value: number | string | boolean }
  | { readonly from: "parameter"; readonly name: string; readonly value: number | string | boolean }
  | { readonly from: "field"; readonly slot: Slot; readonly assumed: Cell }
  | { readonly from: "cut"; readonly name: string }
  | { readonly from: "asOf"; readonly duration: Duration; readonly sign: 1 | -1 };

const OPERAND_WORDS = ["parameter", "field", "cut", "asOfMinus", "asOfPlus"] as const;

/**
 * Checks one right-hand side against the kind of the field on the left.
 *
 * @returns the operand, or `undefined` after its fault was recorded in the scope
 */
export function compileOperand(
  written: unknown,
  kind: FieldKind,
  { scope, assumed }: AssumingScope,
  path: string,
): Operand | undefined {
  if (isObject(written) && !Object.hasOwn(written, "amount")) {
    const word = OPERAND_WORDS.find((each) => Object.hasOwn(written, each));
    if (word === undefined) return unknownOperand(written, kind, scope, path);
    if (!scope.standsAlone(word, written, [], path)) return undefined;
    const inner = written[word];
    switch (word) {
      case "parameter":
        return parameterOperand(inner, kind, scope, path);
      case "field":
        return fieldOperand(inner, kind, scope, assumed, path);
      case "cut":
        return cutOperand(inner, kind, scope, path);
      default:
        return asOfOperand(word, inner, kind, scope, path);
    }
  }
  const value = compileLiteral(written, kind, scope, path);
  return value === undefined ? undefined : { from: "literal", value };
}

/** Checks a literal against the kind of the field it is compared with. */
export function compileLiteral(
  written: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): number | string | boolean | undefined {
  if (kind === "money") {
    const read = resolveMoney(written, scope.currency, path);
    if ("kind" in read) return read.value;
    scope.findings.push(read);
    return undefined;
  }
  if (kind === "date" && isCivilDate(written)) return toEpochDay(written);
  if (kind === "number" && typeof written === "number" && Number.isFinite(written)) return written;
  if (kind === "boolean" && typeof written === "boolean") return written;
  if (typeof written === "string") {
    if (kind === "text" || kind === "set") return written;
    if (typeof kind === "object") return compileCategory(written, kind, scope, path);
  }
  return scope.fault(path, "wrong-value-type", `${describe(written)} is no ${nameOf(kind)}`);
}

/** Checks a length of time: a literal duration, or a parameter that is one. */
export function compileDuration(
  written: unknown,
  scope: Scope,
  path: string,
): Duration | undefined {
  if (isObject(written) && Object.hasOwn(written, "parameter")) {
    if (!scope.standsAlone("parameter", written, [], path)) return undefined;
    const found = parameterNamed(written["parameter"], "duration", scope, path);
    return found?.kind === "duration" ? found.value : undefined;
  }
  const faults = checkDuration(written, path);
  scope.findings.push(...faults);
  return faults.length === 0 ? (written as Duration) : undefined;
}

/** A number as written, or that of the parameter it names; `undefined` after its fault was recorded. */
export function writtenNumber(written: unknown, scope: Scope, path: string): unknown {
  if (!isObject(written) || !Object.hasOwn(written, "parameter")) return written;
  if (!scope.standsAlone("parameter", written, [], path)) return undefined;
  return parameterNamed(written["parameter"], "number", scope, path)?.value;
}

/** The resolved parameter of that name and kind, or `undefined` after its fault was recorded. */
export function parameterNamed(
  name: unknown,
  kind: ParameterKind,
  scope: Scope,
  path: string,
): ResolvedParameter | undefined {
  const at = `${path}.parameter`;
  const found = typeof name === "string" ? scope.parameters.get(name) : undefined;
  if (found?.kind === kind) return found;
  if (typeof name === "string" && scope.broken.has(name)) return undefined;
  if (found === undefined) return scope.unknownName(name, "parameter", scope.parameters.keys(), at);
  const text = `parameter ${showInput(name)} is a ${found.kind}, not a ${kind}`;
  return scope.fault(at, "wrong-parameter-kind", text);
}

/** A kind of field in words. */
export function nameOf(kind: FieldKind): string {
  if (typeof kind === "string") return kind;
  return `word of ${kind.map((each) => `\`${each}\``).join(", ")}`;
}

/** An object that is no right-hand side: a misspelt word of one, or a value of another type. */
function unknownOperand(
  written: JsonObject,
  kind: FieldKind,
  scope: Scope,
  path: string,
): undefined {
  const name = Object.keys(written)[0] ?? "";
  const near = nearestName(name, [...OPERAND_WORDS, "amount"]);
  if (near === undefined) compileLiteral(written, kind, scope, path);
  else scope.fault(pathTo(path, name), "unknown-property", `\`${name}\` says nothing here`, near);
}

function parameterOperand(
  name: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  const found = parameterNamed(name, parameterKindOf(kind), scope, path);
  if (found === undefined || typeof found.value === "object") return undefined;
  if (typeof kind === "object") {
    const word = compileCategory(found.value as string, kind, scope, path);
    if (word === undefined) return undefined;
  }
  return { from: "parameter", name: name as string, value: found.value };
}

function fieldOperand(
  name: unknown,
  kind: FieldKind,
  scope: Scope,
  assumed: AssumingScope["assumed"],
  path: string,
): Operand | undefined {
  const slot = scope.slotOf(name, `${path}.field`);
  if (slot === undefined) return undefined;
  if (parameterKindOf(slot.kind) === parameterKindOf(kind)) {
    return { from: "field", slot, assumed: assumed.get(slot.name) };
  }
  const text = `field \`${slot.name}\` is a ${nameOf(slot.kind)}, not a ${nameOf(kind)}`;
  return scope.fault(`${path}.field`, "wrong-field-kind", text);
}

function cutOperand(
  name: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  const at = `${path}.cut`;
  const cutKind = typeof name === "string" ? scope.cuts.get(name) : undefined;
  if (cutKind === undefined) return scope.unknownName(name, "cut", scope.cuts.keys(), at);
  if (cutKind === kind) return { from: "cut", name: name as string };
  const text = `cut ${showInput(name)} is a ${nameOf(cutKind)}, not a ${nameOf(kind)}`;
  return scope.fault(at, "wrong-cut-kind", text);
}

function asOfOperand(
  word: "asOfMinus" | "asOfPlus",
  written: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  if (kind !== "date") {
    return scope.fault(path, "wrong-value-type", `\`${word}\` is a date, not a ${nameOf(kind)}`);
  }
  const duration = compileDuration(written, scope, `${path}.${word}`);
  return duration && { from: "asOf", duration, sign: word === "asOfPlus" ? 1 : -1 };
}

function compileCategory(
  written: string,
  words: readonly string[],
  scope: Scope,
  path: string,
): string | undefined {
  if (words.includes(written)) return written;
  const text = `${showInput(written)} is no ${nameOf(words)}`;
  return scope.fault(path, "unknown-value", text, nearestName(written, words));
}

function describe(written: unknown): string {
  return typeof written === "string" ? `the text ${showInput(written)}` : showInput(written);
}
