import type { FieldKind } from "../facts/index.js";
import type {
  ComparisonReason,
  MissingFact,
  PlainValue,
  Reason,
  Verdict,
} from "../shapes/index.js";
import { type Cell, plainCell } from "./cell.js";
import type { BoundTest, CompiledCondition, ListTest, MissingTest } from "./compiled-condition.js";
import { assuming, boundOf, evaluate, MET, NOT_MET, type Row, type Truth } from "./evaluate.js";
import type { Operand } from "./operand.js";
import type { Slot } from "./scope.js";

/** A row that can say why a cell is unknown. */
export interface ExplainedRow extends Row {
  /** The currency of its money cells. */
  readonly currency: string;
  /** The facts that would have been needed for this slot. */
  readonly whyUnknown: (slot: Slot) => readonly MissingFact[];
}

/**
 * The tree of reasons behind a condition's verdict: every comparison with its fact, its bound, and
 * how far apart they are where it was not met.
 *
 * The verdicts are those of {@link evaluate}, and every part is told, also those that no longer
 * mattered. `between` is told as its two ends.
 *
 * @param condition - compiled condition
 * @param row - cells by slot, with the reason for each unknown one
 * @returns a tree of data; money in minor units, dates as text, distances between dates in days
 *
 * @example How far from the bound
 * ```ts
 * import { compileCondition, explainCondition, Scope } from "hoito/rules";
 *
 * const scope = new Scope({
 *   kinds: new Map([["revenue", "money"]]),
 *   currency: "EUR",
 * });
 * const written = { field: "revenue", moreThan: { amount: "50000.00", currency: "EUR" } };
 * const condition = compileCondition(written, scope, "when", new Map())!;
 * explainCondition(condition, {
 *   cells: [4_880_000],
 *   asOf: 0,
 *   cuts: new Map(),
 *   ageing: new Set(),
 *   currency: "EUR",
 *   whyUnknown: () => [],
 * });
 * // => {
 * //   kind: "comparison",
 * //   path: "revenue",
 * //   comparison: "moreThan",
 * //   verdict: "notMet",
 * //   value: { minor: 4_880_000, currency: "EUR" },
 * //   bound: { minor: 5_000_000, currency: "EUR" },
 * //   shortBy: { minor: 120_000, currency: "EUR" },
 * // }
 * ```
 *
 * @category Rules
 */
export function explainCondition(condition: CompiledCondition, row: ExplainedRow): Reason {
  switch (condition.kind) {
    case "bound":
      return explainBound(condition, row);
    case "list":
      return explainList(condition, row);
    case "missing":
      return explainMissing(condition, row);
    default: {
      const of = condition.of.map((part) => explainCondition(part, row));
      const verdict = verdictOf(evaluate(condition, row));
      const { kind, title } = condition;
      return title === undefined ? { kind, verdict, of } : { kind, verdict, title, of };
    }
  }
}

/** A truth value in words. */
export function verdictOf(truth: Truth): Verdict {
  if (truth === MET) return "met";
  return truth === NOT_MET ? "notMet" : "unknown";
}

/** A reason while it is told: one object that grows is a third of the work of many spread. */
interface Told extends Mutable<Omit<ComparisonReason, "missing">> {
  missing?: MissingFact[];
}
type Mutable<T> = { -readonly [Word in keyof T]: T[Word] };

function explainBound(test: BoundTest, row: ExplainedRow): ComparisonReason {
  const { operand, slot } = test;
  const bound = boundOf(operand, row);
  const told = comparison(test, test.word, row);
  if (bound !== undefined) told.bound = plain(bound, slot.kind, row);
  else if (told.missing !== undefined) told.missing.push(...missingBound(operand, row));
  const boundFrom = sourceOf(operand);
  if (boundFrom !== undefined) told.boundFrom = boundFrom;
  if (isAssumed(operand, row)) told.boundAssumed = true;
  if (told.verdict === "notMet" && test.order !== "equal") tellDistance(told, test, bound, row);
  return told;
}

function explainList(test: ListTest, row: ExplainedRow): ComparisonReason {
  const { listFrom } = test;
  const told = comparison(test, test.word, row);
  told.bound = [...test.values] as readonly (string | number)[];
  if (listFrom !== undefined) told.boundFrom = { kind: "parameter", name: listFrom };
  return told;
}

function explainMissing(test: MissingTest, row: ExplainedRow): ComparisonReason {
  const told = comparison(test, "isMissing", row);
  told.bound = test.expected;
  return told;
}

/** What every comparison tells: the field, the fact, the verdict, and which facts were missing. */
function comparison(
  test: BoundTest | ListTest | MissingTest,
  word: string,
  row: ExplainedRow,
): Told {
  const { slot } = test;
  const assumed = "assumed" in test ? test.assumed : undefined;
  const cell = assuming(row.cells[slot.index], assumed);
  const verdict = verdictOf(evaluate(test, row));
  const told: Told = { kind: "comparison", path: slot.name, comparison: word, verdict };
  if (cell !== undefined) told.value = plain(cell, slot.kind, row);
  if (isAssumed(test, row)) told.assumed = true;
  if (verdict === "unknown") told.missing = cell === undefined ? [...row.whyUnknown(slot)] : [];
  return told;
}

function plain(
  cell: Exclude<Cell, undefined>,
  kind: FieldKind,
  row: ExplainedRow,
): PlainValue | null {
  return cell === null ? null : plainCell(cell, kind, row.currency);
}

/** Whether the policy's assumption stands in for the fact. */
function isAssumed(of: object, row: Row): boolean {
  const { slot, assumed } = of as { readonly slot: Slot; readonly assumed?: Cell };
  return assumed !== undefined && row.cells[slot.index] === undefined;
}

function missingBound(operand: Operand, row: ExplainedRow): readonly MissingFact[] {
  switch (operand.from) {
    case "field":
      return row.whyUnknown(operand.slot);
    case "cut":
      return [{ path: `cuts.${operand.name}`, why: "notFitted" }];
    default:
      return [{ path: "asOf", why: "outOfRange" }];
  }
}

function sourceOf(operand: Operand): ComparisonReason["boundFrom"] {
  switch (operand.from) {
    case "literal":
      return undefined;
    case "field":
      return { kind: "field", name: operand.slot.name };
    case "asOf":
      return { kind: "asOf", name: operand.sign === 1 ? "asOfPlus" : "asOfMinus" };
    default:
      return { kind: operand.from, name: operand.name };
  }
}

/** How far a fact is from a bound that it did not meet. */
function tellDistance(told: Told, test: BoundTest, bound: Cell, row: ExplainedRow): void {
  const cell = assuming(row.cells[test.slot.index], test.assumed);
  if (typeof cell !== "number" || typeof bound !== "number") return;
  const apart = Math.abs(bound - cell);
  if (test.slot.kind === "date") {
    told.shortBy = apart;
    told.unit = "days";
  } else told.shortBy = plainCell(apart, test.slot.kind, row.currency);
}
