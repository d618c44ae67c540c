import type { Scope } from "../rules/index.js";
import type { CompiledClassifier } from "./any-classifier.js";
import { classifiersRead } from "./classifier-fields.js";

/** Most classifiers of which each reads the one before. */
const MOST_DEEP = 64;

/** Most names of a circle that a finding tells. */
const MOST_SHOWN = 10;

/**
 * Classifiers, each after those it reads; circles are recorded as the finding `classifier-cycle`, and
 * a chain of more than 64 as `too-deep`.
 *
 * @param classifiers - compiled classifiers by name, in the order of the policy
 * @param scope - its findings take the faults
 * @returns the same classifiers; those of a circle stand last
 *
 * @category Segments
 */
export function orderClassifiers(
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  scope: Scope,
): ReadonlyMap<string, CompiledClassifier> {
  const ordered = new Map<string, CompiledClassifier>();
  const lacking = new Map<string, number>();
  const users = new Map<string, string[]>();
  const depth = new Map<string, number>();
  for (const [name, classifier] of classifiers) {
    const read = classifiersRead(classifier, classifiers);
    lacking.set(name, read.length);
    for (const each of read) {
      const known = users.get(each) ?? [];
      users.set(each, known);
      known.push(name);
    }
    depth.set(name, 0);
  }
  const ready = [...classifiers.keys()].filter((name) => lacking.get(name) === 0);
  for (const name of ready) {
    ordered.set(name, classifiers.get(name)!);
    for (const user of users.get(name) ?? []) {
      lacking.set(user, lacking.get(user)! - 1);
      depth.set(user, Math.max(depth.get(user)!, depth.get(name)! + 1));
      if (lacking.get(user) === 0) ready.push(user);
    }
  }
  const deep = [...ordered.keys()].find((name) => depth.get(name)! >= MOST_DEEP);
  if (deep !== undefined) {
    const text = `classifiers read each other at most ${MOST_DEEP} deep`;
    scope.fault(`segments.${deep}`, "too-deep", text);
  }
  const left = [...classifiers.keys()].filter((name) => !ordered.has(name));
  reportCircles(left, classifiers, scope);
  for (const name of left) ordered.set(name, classifiers.get(name)!);
  return ordered;
}

/**
 * All that a classifier reads, itself or through others, each after those it reads.
 *
 * @param classifier - one of the policy's classifiers
 * @param classifiers - all of them, each after those it reads
 * @returns the classifiers it depends on, without itself
 *
 * @category Segments
 */
export function readThrough(
  classifier: CompiledClassifier,
  classifiers: ReadonlyMap<string, CompiledClassifier>,
): readonly CompiledClassifier[] {
  const needed = new Set<string>();
  const waiting = [classifier];
  for (const each of waiting) {
    for (const name of classifiersRead(each, classifiers)) {
      if (needed.has(name)) continue;
      needed.add(name);
      waiting.push(classifiers.get(name)!);
    }
  }
  return [...classifiers.values()].filter(({ name }) => needed.has(name));
}

/**
 * Of what could not be ordered, each reads one that could not be either: following it ends in a
 * circle.
 */
function reportCircles(
  unordered: readonly string[],
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  scope: Scope,
): void {
  const left = new Set(unordered);
  const next = new Map(
    unordered.map((name) => {
      const read = classifiersRead(classifiers.get(name)!, classifiers);
      return [name, read.find((each) => left.has(each))!];
    }),
  );
  const seen = new Set<string>();
  for (const start of unordered) {
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
    const text = `\`${name}\` depends on itself: ${[...shown, end].join(" → ")}`;
    scope.fault(`segments.${name}`, "classifier-cycle", text);
  }
}
