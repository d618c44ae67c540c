import type { AccountRecords } from "../facts/index.js";
import { type MoneyReading, toCell, whyUnreadable } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { DerivedMeasure } from "./compile-derived-measure.js";
import { outOfRange, type Result, unknown } from "./tally.js";

/** What the measures of an account are reckoned with. */
export interface MeasuringContext {
  /** Day of asking as an epoch day; records dated later are plans. */
  readonly asOf: number;
  readonly money: MoneyReading;
}

/** What a derived measure can be made of. */
export interface Derivation {
  /** What is measured already, by name. */
  readonly now: ReadonlyMap<string, Result>;
  /** The same of the window before, where growth is asked for. */
  readonly before: ReadonlyMap<string, Result>;
  readonly records: AccountRecords;
  readonly context: MeasuringContext;
}

/**
 * A measure made of others that are known already, or handed over by the host.
 *
 * What is made of none is none; what is made of something unknown is unknown, and so is whatever is
 * divided by zero.
 */
export function deriveMeasure(derived: DerivedMeasure, known: Derivation): Result {
  if (derived.does === "supplied") return readSupplied(derived, known);
  const of = known.now.get(derived.of)!;
  switch (derived.does) {
    case "daysSince":
      return typeof of.cell === "number" ? { ...of, cell: known.context.asOf - of.cell } : of;
    case "ratio":
      return divide(derived.name, [of, known.now.get(derived.to)!], (a, b) => a / b);
    case "growth":
      return divide(derived.name, [of, known.before.get(derived.of)!], (a, b) => (a - b) / b);
  }
}

function divide(
  name: string,
  parts: readonly [of: Result, by: Result],
  quotient: (of: number, by: number) => number,
): Result {
  const [of, by] = parts.map((each) => each.cell);
  if (of === undefined || by === undefined) return unknown(...missingOf(parts));
  if (typeof of !== "number" || typeof by !== "number") return { cell: null, missing: [] };
  if (by === 0) return unknown({ path: `measures.${name}`, why: "zeroDenominator" });
  const cell = quotient(of, by);
  return Number.isFinite(cell) ? { cell, missing: [] } : unknown(outOfRange(name));
}

/** The missing facts of both parts, each once. */
function missingOf(parts: readonly Result[]): readonly MissingFact[] {
  const facts = parts.flatMap((each) => each.missing);
  return [...new Map(facts.map((each) => [`${each.path} ${each.why}`, each])).values()];
}

function readSupplied(
  { name, kind }: Extract<DerivedMeasure, { readonly does: "supplied" }>,
  { records: { measures = {} }, context }: Derivation,
): Result {
  const fact = Object.hasOwn(measures, name) ? measures[name] : undefined;
  const cell = toCell(fact, kind, context.money);
  if (cell !== undefined) return { cell, missing: [] };
  return unknown({ path: `measures.${name}`, why: whyUnreadable(fact, kind) });
}
