import type { FieldKind } from "../facts/index.js";
import { type Duration, checkDuration, isCivilDate, toEpochDay } from "../time/index.js";
import { nearestName } from "../shapes/index.js";
import { parameterKindOf, resolveMoney } from "./parameter.js";
import type { Scope, Slot } from "./scope.js";

/** The right-hand side of a comparison after its check. */
export type Operand =
  | { readonly from: "literal"; readonly value: number | string | boolean }
  | { readonly from: "parameter"; readonly name: string; readonly value: number | string | boolean }
  | { readonly from: "field"; readonly slot: Slot }
  | { readonly from: "cut"; readonly name: string }
  | { readonly from: "asOf"; readonly duration: Duration; readonly sign: 1 | -1 };

/**
 * Checks one right-hand side against the kind of the field on the left.
 *
 * @returns the operand, or `undefined` after its fault was recorded in the scope
 */
export function compileOperand(
  written: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  if (typeof written === "object" && written !== null && !("amount" in written)) {
    if ("parameter" in written) return parameterOperand(written.parameter, kind, scope, path);
    if ("field" in written) return fieldOperand(written.field, kind, scope, path);
    if ("cut" in written) return cutOperand(written.cut, kind, scope, path);
    if ("asOfMinus" in written) return asOfOperand(written.asOfMinus, -1, kind, scope, path);
    if ("asOfPlus" in written) return asOfOperand(written.asOfPlus, 1, kind, scope, path);
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

/** The slots a duration may stand in: a literal duration, or a parameter that is one. */
export function compileDuration(
  written: unknown,
  scope: Scope,
  path: string,
): Duration | undefined {
  if (typeof written === "object" && written !== null && "parameter" in written) {
    const found = parameterNamed(written.parameter, "duration", scope, path);
    return found?.kind === "duration" ? found.value : undefined;
  }
  const faults = checkDuration(written, path);
  scope.findings.push(...faults);
  return faults.length === 0 ? (written as Duration) : undefined;
}

/** The resolved parameter of that name and kind, or `undefined` after its fault was recorded. */
export function parameterNamed(
  name: unknown,
  kind: ReturnType<typeof parameterKindOf>,
  scope: Scope,
  path: string,
): ReturnType<Scope["parameters"]["get"]> {
  const found = typeof name === "string" ? scope.parameters.get(name) : undefined;
  if (found?.kind === kind) return found;
  if (typeof name === "string" && scope.broken.has(name)) return undefined;
  if (found === undefined) {
    scope.unknownName(name, "parameter", scope.parameters.keys(), `${path}.parameter`);
  } else {
    const text = `parameter \`${String(name)}\` is a ${found.kind}, not a ${kind}`;
    scope.fault(`${path}.parameter`, "wrong-parameter-kind", text);
  }
  return undefined;
}

/** A kind of field in words. */
export function nameOf(kind: FieldKind): string {
  return typeof kind === "string" ? kind : `word of ${kind.map((each) => `\`${each}\``).join(", ")}`;
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
    return word === undefined ? undefined : { from: "parameter", name: name as string, value: word };
  }
  return { from: "parameter", name: name as string, value: found.value };
}

function fieldOperand(
  name: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  const slot = scope.slotOf(name, `${path}.field`);
  if (slot === undefined) return undefined;
  if (parameterKindOf(slot.kind) === parameterKindOf(kind)) return { from: "field", slot };
  const text = `field \`${slot.name}\` is a ${nameOf(slot.kind)}, not a ${nameOf(kind)}`;
  return scope.fault(`${path}.field`, "wrong-field-kind", text);
}

function cutOperand(
  name: unknown,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  const cutKind = typeof name === "string" ? scope.cuts.get(name) : undefined;
  if (cutKind === kind) return { from: "cut", name: name as string };
  if (cutKind === undefined) {
    scope.unknownName(name, "cut", scope.cuts.keys(), `${path}.cut`);
    return undefined;
  }
  const text = `cut \`${String(name)}\` is a ${nameOf(cutKind)}, not a ${nameOf(kind)}`;
  return scope.fault(`${path}.cut`, "wrong-cut-kind", text);
}

function asOfOperand(
  written: unknown,
  sign: 1 | -1,
  kind: FieldKind,
  scope: Scope,
  path: string,
): Operand | undefined {
  const word = sign === 1 ? "asOfPlus" : "asOfMinus";
  if (kind !== "date") {
    return scope.fault(path, "wrong-value-type", `\`${word}\` is a date, not a ${nameOf(kind)}`);
  }
  const duration = compileDuration(written, scope, `${path}.${word}`);
  return duration === undefined ? undefined : { from: "asOf", duration, sign };
}

function compileCategory(
  written: string,
  words: readonly string[],
  scope: Scope,
  path: string,
): string | undefined {
  if (words.includes(written)) return written;
  const text = `\`${written.slice(0, 80)}\` is no ${nameOf(words)}`;
  return scope.fault(path, "unknown-value", text, nearestName(written, words));
}

function describe(written: unknown): string {
  if (typeof written === "string") return `the text \`${written.slice(0, 80)}\``;
  if (typeof written === "object") return written === null ? "`null`" : "an object";
  return `\`${String(written).slice(0, 80)}\``;
}
