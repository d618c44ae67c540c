import { orderByReads, type Scope } from "../rules/index.js";
import type { CompiledClassifier } from "./any-classifier.js";
import { classifiersRead } from "./classifier-fields.js";

/** Most classifiers of which each reads the one before. */
const MOST_DEEP = 64;

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
  const reads = new Map(
    [...classifiers].map(([name, each]) => [name, classifiersRead(each, classifiers)]),
  );
  const { ordered, circles } = orderByReads(reads);
  const depth = new Map<string, number>();
  for (const name of ordered) {
    depth.set(name, Math.max(-1, ...reads.get(name)!.map((each) => depth.get(each)!)) + 1);
  }
  const deep = ordered.find((name) => depth.get(name)! >= MOST_DEEP);
  if (deep !== undefined) {
    const text = `classifiers read each other at most ${MOST_DEEP} deep`;
    scope.fault(`segments.${deep}`, "too-deep", text);
  }
  for (const circle of circles) {
    const text = `\`${circle[0]}\` depends on itself: ${circle.join(" → ")}`;
    scope.fault(`segments.${circle[0]}`, "classifier-cycle", text);
  }
  const names = new Set([...ordered, ...classifiers.keys()]);
  return new Map([...names].map((name) => [name, classifiers.get(name)!]));
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
