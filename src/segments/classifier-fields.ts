import type { FieldKind } from "../facts/index.js";
import type { Classifier, CompiledClassifier } from "./any-classifier.js";
import { EXCLUDED, UNCLASSIFIED } from "./method.js";
import { methodNamed } from "./methods.js";

/**
 * The fields that a classifier adds to what conditions and other classifiers can name: its label
 * under its own name, and its scores as `<name>.score` and so on.
 *
 * Under the hit policy `collect` the label is a set of words.
 *
 * @param name - the classifier's name
 * @param classifier - as the policy wrote it; whatever is wrong with it is found elsewhere
 * @returns field names and kinds
 *
 * @category Segments
 */
export function fieldsOfClassifier(
  name: string,
  classifier: Classifier,
): ReadonlyMap<string, FieldKind> {
  const labels = Object.keys(Object(classifier.labels));
  const collects = "hitPolicy" in classifier && (classifier.hitPolicy as string) === "collect";
  const kind: FieldKind = collects ? "set" : [...labels, EXCLUDED, UNCLASSIFIED];
  const scores = methodNamed(classifier.method)?.scores ?? [];
  return new Map<string, FieldKind>([
    [name, kind],
    ...scores.map((score) => [`${name}.${score}`, "number"] as const),
  ]);
}

/** The classifier that a field belongs to, and which of its scores; no other name has a point in it. */
export function classifierOfField(field: string): {
  readonly name: string;
  readonly part: string | undefined;
} {
  const at = field.indexOf(".");
  if (at === -1) return { name: field, part: undefined };
  return { name: field.slice(0, at), part: field.slice(at + 1) };
}

/** The names of the classifiers that one reads itself. */
export function classifiersRead(
  { reads }: CompiledClassifier,
  classifiers: ReadonlyMap<string, CompiledClassifier>,
): readonly string[] {
  const names = [...reads].map((field) => classifierOfField(field).name);
  return [...new Set(names)].filter((name) => classifiers.has(name));
}
