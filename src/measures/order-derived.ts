import type { Scope } from "../rules/index.js";
import { type DerivedMeasure, partsOf } from "./compile-derived-measure.js";

/** Most names of a circle that a finding tells. */
const MOST_SHOWN = 10;

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
  const lacking = new Map<DerivedMeasure, number>();
  const users = new Map<string, DerivedMeasure[]>();
  for (const derived of derivations.values()) {
    let derivedParts = 0;
    for (const [word, part] of partsOf(derived)) {
      if (derivations.has(part)) {
        const known = users.get(part) ?? [];
        users.set(part, known);
        known.push(derived);
        derivedParts += 1;
      } else if (!Object.hasOwn(measures, part)) {
        names.unknownName(part, "measure", declared, `measures.${derived.name}.${word}`);
      }
    }
    lacking.set(derived, derivedParts);
  }
  const ordered = [...derivations.values()].filter((each) => lacking.get(each) === 0);
  for (const { name } of ordered) {
    for (const user of users.get(name) ?? []) {
      lacking.set(user, lacking.get(user)! - 1);
      if (lacking.get(user) === 0) ordered.push(user);
    }
  }
  reportCircles(
    [...derivations.values()].filter((each) => lacking.get(each) !== 0),
    names,
  );
  return ordered;
}

/**
 * Of what could not be ordered, each has a part that could not be either: following it ends in a
 * circle.
 */
function reportCircles(unordered: readonly DerivedMeasure[], names: Scope): void {
  const next = new Map<string, string>();
  const left = new Set(unordered.map((each) => each.name));
  for (const each of unordered) {
    for (const [, part] of partsOf(each)) if (left.has(part)) next.set(each.name, part);
  }
  const seen = new Set<string>();
  for (const start of left) {
    const trail: string[] = [];
    let name = start;
    for (; !seen.has(name); name = next.get(name)!) {
      seen.add(name);
      trail.push(name);
    }
    const from = trail.indexOf(name);
    if (from < 0) continue;
    const shown = trail.slice(from, from + MOST_SHOWN);
    const end = trail.length - from > MOST_SHOWN ? "…" : name;
    const text = `\`${name}\` is made of itself: ${[...shown, end].join(" → ")}`;
    names.fault(`measures.${name}`, "cycle", text);
  }
}
