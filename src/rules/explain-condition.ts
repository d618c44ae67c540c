import type {
  ComparisonReason,
  MissingFact,
  PlainValue,
  Reason,
  Verdict,
} from "../shapes/index.js";
import { type Cell, plainCell } from "./cell.js";
import type { BoundTest, CompiledCondition, ListTest, MissingTest } from "./compile-condition.js";
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
 * The tree of reasons behind a condition's verdict: every comparison with its fact, its bound and how far apart they
 * are. The verdicts are those of {@link evaluate}.
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

function explainBound(test: BoundTest, row: ExplainedRow): ComparisonReason {
  const bound = boundOf(test.operand, row);
  const boundKind = test.operand.from === "field" ? test.operand.slot.kind : test.slot.kind;
  const needed = bound === undefined ? missingBound(test.operand, row) : [];
  return {
    ...comparison(test, test.word, needed, row),
    ...(bound === undefined
      ? {}
      : { bound: bound === null ? null : plainCell(bound, boundKind, row.currency) }),
    ...sourceOf(test.operand),
    ...distance(test, bound, row),
  };
}

function explainList(test: ListTest, row: ExplainedRow): ComparisonReason {
  return {
    ...comparison(test, test.word, [], row),
    bound: [...test.values] as readonly (string | number)[],
    ...(test.listFrom === undefined
      ? {}
      : { boundFrom: { kind: "parameter" as const, name: test.listFrom } }),
  };
}

function explainMissing(test: MissingTest, row: ExplainedRow): ComparisonReason {
  const { kind, path, comparison: word, verdict, value } = comparison(
    { ...test, assumed: undefined },
    "isMissing",
    [],
    row,
  );
  const shown = { kind, path, comparison: word, verdict, bound: test.expected };
  return value === undefined ? shown : { ...shown, value };
}

/** What every comparison tells: the field, the fact, the verdict, and which facts were missing. */
function comparison(
  test: (BoundTest | ListTest | MissingTest) & { readonly assumed: Cell },
  word: string,
  missingBounds: readonly MissingFact[],
  row: ExplainedRow,
): ComparisonReason {
  const { slot, assumed } = test;
  const cell = assuming(row.cells[slot.index], assumed);
  const isAssumed = row.cells[slot.index] === undefined && cell !== undefined;
  const missing = [...(cell === undefined ? row.whyUnknown(slot) : []), ...missingBounds];
  const verdict = verdictOf(evaluate(test, row));
  return {
    kind: "comparison",
    path: slot.name,
    comparison: word,
    verdict,
    ...(cell === undefined
      ? {}
      : { value: cell === null ? null : plainCell(cell, slot.kind, row.currency) }),
    ...(isAssumed ? { assumed: true as const } : {}),
    ...(missing.length > 0 && verdict === "unknown" ? { missing } : {}),
  };
}

function missingBound(operand: Operand, row: ExplainedRow): readonly MissingFact[] {
  if (operand.from === "field") return row.whyUnknown(operand.slot);
  if (operand.from === "cut") return [{ path: `cuts.${operand.name}`, why: "notFitted" }];
  return [];
}

function sourceOf(operand: Operand): Pick<ComparisonReason, "boundFrom"> {
  switch (operand.from) {
    case "literal":
      return {};
    case "field":
      return { boundFrom: { kind: "field", name: operand.slot.name } };
    case "asOf": {
      const name = operand.sign === 1 ? "asOfPlus" : "asOfMinus";
      return { boundFrom: { kind: "asOf", name } };
    }
    default:
      return { boundFrom: { kind: operand.from, name: operand.name } };
  }
}

function distance(
  test: BoundTest,
  bound: Cell,
  row: ExplainedRow,
): Pick<ComparisonReason, "shortBy" | "unit"> {
  const cell = assuming(row.cells[test.slot.index], test.assumed);
  if (typeof cell !== "number" || typeof bound !== "number") return {};
  if (evaluate(test, row) !== NOT_MET || test.order === "equal") return {};
  const apart = Math.abs(bound - cell);
  if (test.slot.kind === "date") return { shortBy: apart, unit: "days" };
  const shortBy: PlainValue = plainCell(apart, test.slot.kind, row.currency);
  return { shortBy };
}
