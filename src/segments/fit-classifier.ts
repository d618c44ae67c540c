import type { ClassifierFit, CompiledClassifier } from "./any-classifier.js";
import type { ColumnOf } from "./method.js";
import { methodOf } from "./methods.js";

/**
 * Whether a classifier depends on the whole base.
 *
 * @category Segments
 */
export function needsFit(classifier: CompiledClassifier): boolean {
  return methodOf(classifier).fit !== undefined;
}

/**
 * What a classifier depends on in the whole base.
 *
 * @param classifier - compiled classifier
 * @param column - the cells of one slot, account by account
 * @returns plain JSON, or `undefined` where nothing can be computed: there is no account with the
 *   facts it needs
 *
 * @category Segments
 */
export function fitClassifier(
  classifier: CompiledClassifier,
  column: ColumnOf,
): ClassifierFit | undefined {
  return methodOf(classifier).fit?.(classifier, column);
}

/**
 * The classifier with its fit, and the cuts that conditions read by name.
 *
 * @param classifier - compiled classifier; it is not changed
 * @param fit - what {@link fitClassifier} gave; `undefined` takes an earlier one away
 * @returns the classifier, and cuts by name
 *
 * @category Segments
 */
export function withClassifierFit(
  classifier: CompiledClassifier,
  fit: ClassifierFit | undefined,
): {
  readonly classifier: CompiledClassifier;
  readonly cuts: ReadonlyMap<string, number | null>;
} {
  const { cutsOf } = methodOf(classifier);
  const cuts = fit === undefined ? undefined : cutsOf?.(classifier, fit);
  return { classifier: { ...classifier, fit } as CompiledClassifier, cuts: cuts ?? new Map() };
}

/**
 * Whether a stored fit has the form that a classifier's method gives it, its lists the lengths that
 * the classifier asks for.
 *
 * @param classifier - compiled classifier
 * @param fit - read back from storage
 *
 * @category Segments
 */
export function fitsClassifier(classifier: CompiledClassifier, fit: ClassifierFit): boolean {
  return fit.method === classifier.method && methodOf(classifier).accepts!(classifier, fit);
}
