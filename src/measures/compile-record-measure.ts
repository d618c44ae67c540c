import { type FieldKind, type RecordKind, recordDates, recordFields } from "../facts/index.js";
import {
  ANNOTATIONS,
  type CompiledCondition,
  compileCondition,
  type JsonObject,
  type Scope,
  type Slot,
} from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import { compileWindow, type Window } from "./window.js";

/** What is done with the records of a window. */
export type Accumulation = keyof typeof ACCUMULATIONS;

/**
 * One measure over one kind of record.
 *
 * @category Measures
 */
export interface RecordMeasure {
  readonly name: string;
  readonly does: Accumulation;
  /** The field that is summed, compared or told apart; a count has none. */
  readonly field: Slot | undefined;
  readonly by: (typeof DISTINCT_BY)[number] | undefined;
  readonly where: CompiledCondition | undefined;
  readonly unknownIsLeftOut: boolean;
  readonly window: Window;
}

/** What can be done with records, and with which kinds of field. */
export const ACCUMULATIONS = {
  count: [],
  sum: ["number", "money"],
  minimum: ["number", "money", "date"],
  maximum: ["number", "money"],
  latest: ["date"],
  distinct: ["text", "category", "date"],
} as const;
const DISTINCT_BY = ["year", "half", "quarter", "month"] as const;

/**
 * Checks a measure over records; faults are recorded in the scope.
 *
 * @param scope - of the kind of record; it learns which fields are read
 * @returns the measure, or `undefined` when it has a fault
 */
export function compileRecordMeasure(
  name: string,
  does: Accumulation,
  kind: RecordKind,
  written: JsonObject,
  scope: Scope,
  path: string,
): RecordMeasure | undefined {
  const faultsBefore = scope.findings.length;
  scope.checkWords(written, [does, "where", "over", "whenUnknown", "by", ...ANNOTATIONS], path);
  const isCount = does === "count";
  const field = isCount ? undefined : fieldOf(written[does], does, kind, scope, `${path}.${does}`);
  const where =
    written["where"] === undefined
      ? undefined
      : compileCondition(written["where"], scope, `${path}.where`, new Map());
  const window = compileWindow(written["over"], scope, `${path}.over`);
  if (window !== undefined && window.kind !== "always" && recordDates[kind] === null) {
    const text = `\`${kind}\` are not dated, so that \`over\` can only be \`always\``;
    scope.fault(`${path}.over`, "not-a-window", text);
  }
  const by = compileBy(written["by"], does, field, scope, `${path}.by`);
  const { whenUnknown } = written as { readonly whenUnknown?: unknown };
  if (whenUnknown !== undefined && whenUnknown !== "notMet") {
    const near = nearestName(String(whenUnknown), ["notMet"]);
    const text = "`whenUnknown` takes `notMet` or is left out";
    scope.fault(`${path}.whenUnknown`, "unknown-value", text, near);
  }
  if (window === undefined || scope.findings.length > faultsBefore) return undefined;
  return { name, does, field, by, where, unknownIsLeftOut: whenUnknown === "notMet", window };
}

/** The kind of record that a measure names, or `undefined` after its fault was recorded. */
export function recordKindOf(
  written: unknown,
  does: Accumulation,
  names: Scope,
  path: string,
): RecordKind | undefined {
  const text = typeof written === "string" ? written : "";
  const kind = does === "count" ? text : text.split(".")[0]!;
  if (Object.hasOwn(recordFields, kind)) return kind as RecordKind;
  names.unknownName(kind, "record-kind", Object.keys(recordFields), path);
  return undefined;
}

/**
 * A scope for conditions over one kind of record.
 *
 * @param kind - of record
 * @param names - the parameters and the currency of the policy; its findings are shared
 * @returns a scope of its own, which learns the fields that are read
 *
 * @category Measures
 */
export function recordScope(kind: RecordKind, names: Scope): Scope {
  return names.over(new Map<string, FieldKind>(Object.entries(recordFields[kind])));
}

/** The kind of value that a measure over records gives. */
export function kindOfRecordMeasure({ does, field }: RecordMeasure): FieldKind {
  return does === "count" || does === "distinct" ? "number" : field!.kind;
}

function fieldOf(
  written: unknown,
  does: Accumulation,
  kind: RecordKind,
  scope: Scope,
  path: string,
): Slot | undefined {
  const slot = scope.slotOf(String(written).slice(kind.length + 1), path);
  if (slot === undefined) return undefined;
  const wanted: readonly string[] = ACCUMULATIONS[does];
  const has = typeof slot.kind === "string" ? slot.kind : "category";
  if (wanted.includes(has)) return slot;
  const text = `\`${does}\` takes a field that is a ${wanted.join(" or ")}, not a ${has}`;
  return scope.fault(path, "wrong-field-kind", text);
}

function compileBy(
  written: unknown,
  does: Accumulation,
  field: Slot | undefined,
  scope: Scope,
  path: string,
): RecordMeasure["by"] {
  if (written === undefined) return undefined;
  const by = DISTINCT_BY.find((each) => each === written);
  if (by !== undefined && does === "distinct" && field?.kind === "date") return by;
  const text = `\`by\` tells \`distinct\` dates apart by ${DISTINCT_BY.join(", ")}`;
  return scope.fault(path, "unknown-value", text, nearestName(String(written), DISTINCT_BY));
}
