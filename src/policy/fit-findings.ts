import type { ExplainedRow, Slot } from "../rules/index.js";
import { type Finding, type MissingFact, warningAt } from "../shapes/index.js";

/** Most accounts that are asked why a fact is unknown: what is not supplied, is so of all. */
const MOST_ASKED = 100;
/** Most facts that one finding tells. */
const MOST_TOLD = 5;

const WHY: Readonly<Record<MissingFact["why"], string>> = {
  missing: "is missing",
  illTyped: "is of another kind",
  otherCurrency: "is in another currency",
  notSupplied: "are not supplied",
  incomplete: "are not complete",
  zeroDenominator: "has nothing to divide by",
  outOfRange: "is out of range",
  notFitted: "is not fitted",
  inConflict: "is in conflict",
};

/** What a classifier was to be fitted to. */
export interface FittedColumn {
  readonly slot: Slot;
  /** Whether any account has a number there. */
  readonly hasNumbers: boolean;
}

/** The column with a note of what was asked. */
export function noteColumn(slot: Slot, column: Float64Array, asked: FittedColumn[]): Float64Array {
  asked.push({ slot, hasNumbers: column.some((value) => !Number.isNaN(value)) });
  return column;
}

/** The finding of a classifier that nothing, or not all, could be computed for. */
export function classifierNotFitted(
  name: string,
  isFitted: boolean,
  asked: readonly FittedColumn[],
  rows: readonly ExplainedRow[],
): readonly Finding[] {
  const empty = asked.filter(({ hasNumbers }) => !hasNumbers).map(({ slot }) => slot);
  if (empty.length > 0) {
    const why = (row: ExplainedRow): readonly MissingFact[] =>
      empty.flatMap((slot) => (row.cells[slot.index] === undefined ? row.whyUnknown(slot) : []));
    const missing = rows.slice(0, MOST_ASKED).flatMap(why);
    return [notFitted(`segments.${name}`, empty, missing)];
  }
  if (isFitted || asked.length === 0) return [];
  const text = `${named(asked.map(({ slot }) => slot))} of all accounts give nothing to fit it to`;
  return [warningAt(`segments.${name}`, "not-fitted", text)];
}

/** That nobody has what a cut or a classifier is to be computed of, and why. */
export function notFitted(
  path: string,
  fields: readonly { readonly name: string }[],
  missing: readonly MissingFact[],
): Finding {
  const facts = new Set(missing.map(({ path: fact, why }) => `\`${fact}\` ${WHY[why]}`));
  const told = facts.size === 0 ? "" : `: ${[...facts].slice(0, MOST_TOLD).join(", ")}`;
  return warningAt(path, "not-fitted", `no account has a known ${named(fields)}${told}`);
}

function named(fields: readonly { readonly name: string }[]): string {
  return fields.map(({ name }) => `\`${name}\``).join(", ");
}
