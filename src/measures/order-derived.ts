import { orderByReads, type Scope } from "../rules/index.js";
import { type DerivedMeasure, partsOf } from "./compile-derived-measure.js";

/**
 * Derived measures, each after those it is made of; circles and names that no measure bears are
 * recorded as findings.
 *
 * @param derivations - derived measures by name
 * @param measures - all measures of the policy
 * @param names - its findings take the faults
 */
export function orderDerived(
  derivations: ReadonlyMap<string, DerivedMeasure>,
  measures: Readonly<Record<string, unknown>>,
  names: Scope,
): readonly DerivedMeasure[] {
  const declared = Object.keys(measures);
  const reads = new Map<string, readonly string[]>();
  for (const derived of derivations.values()) {
    const parts = partsOf(derived);
    for (const [word, part] of parts) {
      if (derivations.has(part) || Object.hasOwn(measures, part)) continue;
      names.unknownName(part, "measure", declared, `measures.${derived.name}.${word}`);
    }
    const read = parts.map(([, part]) => part).filter((part) => derivations.has(part));
    reads.set(derived.name, read);
  }
  const { ordered, circles } = orderByReads(reads);
  for (const circle of circles) {
    const text = `\`${circle[0]}\` is made of itself: ${circle.join(" → ")}`;
    names.fault(`measures.${circle[0]}`, "cycle", text);
  }
  return ordered.map((name) => derivations.get(name)!);
}
