import {
  type FieldKind,
  type RecordKind,
  recordDates,
  recordFields,
} from "../facts/index.js";
import { type CompiledCondition, compileCondition, Scope, type Slot } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import { compileWindow, type Window } from "./window.js";

/** What is done with the records of a window. */
export type Accumulation = "count" | "sum" | "minimum" | "maximum" | "latest" | "distinct";

/** One measure over one kind of record. */
export interface RecordMeasure {
  readonly name: string;
  readonly does: Accumulation;
  /** The field that is summed, compared or told apart; a count has none. */
  readonly field: Slot | undefined;
  readonly by: "year" | "half" | "quarter" | "month" | undefined;
  readonly where: CompiledCondition | undefined;
  readonly unknownIsLeftOut: boolean;
  readonly window: Window;
}

/** All measures over one kind of record, so that its records are walked once. */
export interface KindPass {
  readonly kind: RecordKind;
  readonly scope: Scope;
  /** The field that dates the records; kinds without one are not dated. */
  readonly date: string | null;
  readonly measures: readonly RecordMeasure[];
}

/** A measure made of others, in an order in which each comes after those it is made of. */
export type DerivedMeasure =
  | { readonly does: "ratio"; readonly name: string; readonly of: string; readonly to: string }
  | { readonly does: "growth"; readonly name: string; readonly of: string }
  | { readonly does: "daysSince"; readonly name: string; readonly of: string }
  | { readonly does: "supplied"; readonly name: string };

/** The measures of a policy after their check. */
export interface CompiledMeasures {
  readonly passes: readonly KindPass[];
  readonly derived: readonly DerivedMeasure[];
  /** Kind of value by measure. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
  /** Measures that grow by one every day. */
  readonly ageing: ReadonlySet<string>;
}

const ACCUMULATIONS = {
  count: [],
  sum: ["number", "money"],
  minimum: ["number", "money", "date"],
  maximum: ["number", "money"],
  latest: ["date"],
  distinct: ["text", "category", "date"],
} as const;
const DERIVATIONS = ["ratio", "growth", "daysSince", "supplied"] as const;
const SUPPLIED_KINDS = ["number", "money", "date", "boolean", "text"] as const;
const DISTINCT_BY = ["year", "half", "quarter", "month"] as const;
const WORDS: readonly string[] = [...Object.keys(ACCUMULATIONS), ...DERIVATIONS];

type Written = Readonly<Record<string, unknown>>;

/**
 * Checks the measures of a policy: every kind of record, field, window and measure they name.
 *
 * @param measures - the policy's chapter
 * @param names - what the record conditions may name; its findings take the faults
 */
export function compileMeasures(
  measures: Readonly<Record<string, unknown>>,
  names: Scope,
): CompiledMeasures {
  const scopes = new Map<RecordKind, Scope>();
  const overRecords = new Map<RecordKind, RecordMeasure[]>();
  const derivations = new Map<string, DerivedMeasure>();
  const kinds = new Map<string, FieldKind>();
  for (const [name, written] of Object.entries(measures)) {
    const path = `measures.${name}`;
    const word = isObject(written) ? WORDS.find((each) => Object.hasOwn(written, each)) : undefined;
    if (!isObject(written) || word === undefined) {
      const near = nearestName(Object.keys(Object(written))[0] ?? "", WORDS);
      names.fault(path, "not-a-measure", `a measure has one of \`${WORDS.join("`, `")}\``, near);
    } else if (isDerivation(word)) {
      const derived = compileDerived(name, word, written, names, path);
      if (derived !== undefined) derivations.set(name, derived);
    } else {
      const kind = recordKindOf(written[word], word as Accumulation, names, `${path}.${word}`);
      if (kind === undefined) continue;
      const scope = scopes.get(kind) ?? recordScope(kind, names);
      scopes.set(kind, scope);
      const compiled = compileOver(name, word as Accumulation, kind, written, scope, path);
      if (compiled === undefined) continue;
      overRecords.set(kind, [...(overRecords.get(kind) ?? []), compiled]);
      kinds.set(name, kindOf(compiled));
    }
  }
  const derived = inOrder(derivations, measures, names);
  const ageing = new Set<string>();
  for (const each of derived) {
    settleKind(each, measures, overRecords, kinds, names);
    if (each.does === "daysSince") ageing.add(each.name);
  }
  const passes = [...overRecords].map(([kind, list]) => {
    return { kind, scope: scopes.get(kind)!, date: recordDates[kind], measures: list };
  });
  return { passes, derived, kinds, ageing };
}

/** A scope for conditions over one kind of record. */
export function recordScope(kind: RecordKind, names: Scope): Scope {
  const { parameters, broken, currency, findings } = names;
  const kinds = new Map<string, FieldKind>(Object.entries(recordFields[kind]));
  return new Scope({ kinds, parameters, broken, cuts: new Map(), currency, findings });
}

function recordKindOf(
  written: unknown,
  word: Accumulation,
  names: Scope,
  path: string,
): RecordKind | undefined {
  const text = typeof written === "string" ? written : "";
  const kind = word === "count" ? text : text.split(".")[0]!;
  if (Object.hasOwn(recordFields, kind)) return kind as RecordKind;
  names.unknownName(kind, "record-kind", Object.keys(recordFields), path);
  return undefined;
}

function compileOver(
  name: string,
  does: Accumulation,
  kind: RecordKind,
  written: Written,
  scope: Scope,
  path: string,
): RecordMeasure | undefined {
  const faultsBefore = scope.findings.length;
  checkWords(written, [does, "where", "over", "whenUnknown", "by"], scope, path);
  const field = does === "count" ? undefined : fieldOf(written[does], does, kind, scope, `${path}.${does}`);
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
    scope.fault(`${path}.whenUnknown`, "unknown-value", "`whenUnknown` takes `notMet`");
  }
  if (scope.findings.length > faultsBefore || window === undefined) return undefined;
  const unknownIsLeftOut = whenUnknown === "notMet";
  return { name, does, field, by, where, unknownIsLeftOut, window };
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

function compileDerived(
  name: string,
  does: (typeof DERIVATIONS)[number],
  written: Written,
  names: Scope,
  path: string,
): DerivedMeasure | undefined {
  checkWords(written, does === "ratio" ? ["ratio", "to"] : [does], names, path);
  if (does === "supplied") {
    if (SUPPLIED_KINDS.some((each) => each === written["supplied"])) return { does, name };
    const near = nearestName(String(written["supplied"]), SUPPLIED_KINDS);
    return names.fault(`${path}.supplied`, "unknown-value", "there is no such kind of value", near);
  }
  const of = String(written[does]);
  return does === "ratio" ? { does, name, of, to: String(written["to"]) } : { does, name, of };
}

/** Derived measures, each after those it is made of; cycles and unknown names are recorded. */
function inOrder(
  derivations: ReadonlyMap<string, DerivedMeasure>,
  measures: Readonly<Record<string, unknown>>,
  names: Scope,
): readonly DerivedMeasure[] {
  const done = new Map<string, DerivedMeasure>();
  const open = new Set<string>();
  const visit = (derived: DerivedMeasure): void => {
    if (done.has(derived.name)) return;
    if (open.has(derived.name)) {
      const text = `\`${derived.name}\` is made of itself: ${[...open].join(" → ")}`;
      names.fault(`measures.${derived.name}`, "cycle", text);
      return;
    }
    open.add(derived.name);
    for (const [word, part] of partsOf(derived)) {
      const next = derivations.get(part);
      if (next !== undefined) visit(next);
      else if (!Object.hasOwn(measures, part)) {
        names.unknownName(part, "measure", Object.keys(measures), `measures.${derived.name}.${word}`);
      }
    }
    open.delete(derived.name);
    done.set(derived.name, derived);
  };
  for (const derived of derivations.values()) visit(derived);
  return [...done.values()];
}

function partsOf(derived: DerivedMeasure): readonly (readonly [word: string, name: string])[] {
  if (derived.does === "supplied") return [];
  const first = [derived.does, derived.of] as const;
  return derived.does === "ratio" ? [first, ["to", derived.to]] : [first];
}

/** Checks that a derived measure is made of the right kinds, and notes the kind it gives. */
function settleKind(
  derived: DerivedMeasure,
  measures: Readonly<Record<string, unknown>>,
  overRecords: ReadonlyMap<RecordKind, readonly RecordMeasure[]>,
  kinds: Map<string, FieldKind>,
  names: Scope,
): void {
  const path = `measures.${derived.name}`;
  if (derived.does === "supplied") {
    const { supplied } = measures[derived.name] as { readonly supplied: FieldKind };
    kinds.set(derived.name, supplied);
    return;
  }
  kinds.set(derived.name, "number");
  const of = kinds.get(derived.of);
  if (of === undefined) return;
  if (derived.does === "daysSince" && of !== "date") {
    names.fault(path, "wrong-measure-kind", `\`${derived.of}\` is a ${String(of)}, not a date`);
  }
  if (derived.does === "ratio") {
    const to = kinds.get(derived.to);
    const fits = to === undefined || (of === to && (of === "number" || of === "money"));
    if (!fits) {
      const text = `a ratio is of two numbers or two sums of money, not of a ${of} to a ${to}`;
      names.fault(path, "wrong-measure-kind", text);
    }
  }
  if (derived.does === "growth" && !canGrow(derived.of, overRecords)) {
    const text = `\`growth\` is of a count or sum over a rolling window or a period that is over`;
    names.fault(path, "wrong-measure-kind", text);
  }
}

function canGrow(
  name: string,
  overRecords: ReadonlyMap<RecordKind, readonly RecordMeasure[]>,
): boolean {
  const measure = [...overRecords.values()].flat().find((each) => each.name === name);
  if (measure === undefined || (measure.does !== "count" && measure.does !== "sum")) return false;
  const { window } = measure;
  return window.kind === "rolling" || (window.kind === "calendar" && window.offset < 0);
}

function kindOf(measure: RecordMeasure): FieldKind {
  return measure.does === "count" || measure.does === "distinct" ? "number" : measure.field!.kind;
}

function checkWords(written: Written, allowed: readonly string[], names: Scope, path: string): void {
  const known = [...allowed, "title", "note", "source"];
  for (const word of Object.keys(written)) {
    if (known.includes(word)) continue;
    const text = `\`${word.slice(0, 80)}\` says nothing here`;
    names.fault(`${path}.${word.slice(0, 80)}`, "unknown-property", text, nearestName(word, known));
  }
}

function isDerivation(word: string): word is (typeof DERIVATIONS)[number] {
  return DERIVATIONS.some((each) => each === word);
}

function isObject(written: unknown): written is Written {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}
