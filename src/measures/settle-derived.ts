import type { FieldKind } from "../facts/index.js";
import { nameOf, type Scope } from "../rules/index.js";
import type { DerivedMeasure } from "./compile-derived-measure.js";
import type { RecordMeasure } from "./compile-record-measure.js";

/**
 * The kind of value that a derived measure gives; that it is made of the right kinds is checked,
 * unless they have faults of their own.
 *
 * @param derived - a measure whose parts are settled
 * @param overRecords - measures over records by name
 * @param kinds - kind of value by measure
 * @param names - its findings take the faults
 */
export function settleDerived(
  derived: DerivedMeasure,
  overRecords: ReadonlyMap<string, RecordMeasure>,
  kinds: ReadonlyMap<string, FieldKind>,
  names: Scope,
): FieldKind {
  if (derived.does === "supplied") return derived.kind;
  const of = kinds.get(derived.of);
  const fault = of === undefined ? undefined : misfit(derived, of, overRecords, kinds);
  if (fault !== undefined) names.fault(`measures.${derived.name}`, "wrong-measure-kind", fault);
  return "number";
}

function misfit(
  derived: Exclude<DerivedMeasure, { readonly does: "supplied" }>,
  of: FieldKind,
  overRecords: ReadonlyMap<string, RecordMeasure>,
  kinds: ReadonlyMap<string, FieldKind>,
): string | undefined {
  switch (derived.does) {
    case "daysSince":
      return of === "date" ? undefined : `\`${derived.of}\` is a ${nameOf(of)}, not a date`;
    case "growth":
      return canGrow(overRecords.get(derived.of))
        ? undefined
        : "`growth` is of a count or sum over a rolling window or a period that is over";
    case "ratio": {
      const to = kinds.get(derived.to) ?? of;
      if (of === to && (of === "number" || of === "money")) return undefined;
      const found = `not of a ${nameOf(of)} to a ${nameOf(to)}`;
      return `a ratio is of two numbers or two sums of money, ${found}`;
    }
  }
}

function canGrow(measure: RecordMeasure | undefined): boolean {
  if (measure?.does !== "count" && measure?.does !== "sum") return false;
  const { window } = measure;
  return window.kind === "rolling" || (window.kind === "calendar" && window.offset < 0);
}
