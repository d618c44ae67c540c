import type { Cell, ExplainedRow, Row } from "../rules/index.js";
import type { Decision, MissingFact, StepReason } from "../shapes/index.js";
import type { CompiledClassifier } from "./any-classifier.js";
import type { SegmentOutcome } from "./classifier.js";
import { methodOf } from "./methods.js";

/**
 * The segment of one row, without its reasons.
 *
 * @param classifier - compiled classifier, with its fit where its method has one
 * @param row - the cells of an account
 * @returns the segment, or what stands in its place; undecided only where a missing fact matters
 *
 * @category Segments
 */
export function classify(classifier: CompiledClassifier, row: Row): SegmentOutcome {
  return methodOf(classifier).classify(classifier, row);
}

/**
 * The segment of one row with its reasons, and the facts that would have decided it.
 *
 * @param classifier - compiled classifier, with its fit where its method has one
 * @param row - the cells of an account, and why those that are unknown are
 * @returns the answer of {@link classify}; its reasons are the rules, bands or ranges in the order of
 *   the policy, the default where none is met, and before them what the method reckoned
 *
 * @category Segments
 */
export function explainSegment(
  classifier: CompiledClassifier,
  row: ExplainedRow,
): Decision<SegmentOutcome> {
  const method = methodOf(classifier);
  const value = method.classify(classifier, row);
  return {
    value,
    because: method.explain(classifier, row),
    missing: value.kind === "undecided" ? once(method.lacks(classifier, row)) : [],
  };
}

/**
 * How one classifier came out, as a reason of another that reads it.
 *
 * @param classifier - the classifier that was read
 * @param row - the cells of the account
 * @returns a step named `classifier`, with the reasons below it
 *
 * @category Segments
 */
export function explainReading(classifier: CompiledClassifier, row: ExplainedRow): StepReason {
  const { value, because } = explainSegment(classifier, row);
  const { name, method } = classifier;
  const details = { classifier: name, method, outcome: labelOf(value) };
  return { kind: "step", step: "classifier", path: `segments.${name}`, details, of: because };
}

/**
 * The first day on which a classifier's answer or score could differ although no fact does.
 *
 * @param classifier - compiled classifier
 * @param row - the cells of an account
 * @returns an epoch day after the day of asking, or `Infinity`
 *
 * @category Segments
 */
export function nextSegmentChange(classifier: CompiledClassifier, row: Row): number {
  return methodOf(classifier).nextChange(classifier, row);
}

/**
 * An outcome as one word: the segment, or what stands in its place.
 *
 * @param outcome - what classification came to
 * @returns the label, several joined by `+`, or the kind of outcome
 *
 * @category Segments
 */
export function labelOf(outcome: SegmentOutcome): string {
  if (outcome.kind === "segment") return outcome.segment;
  return outcome.kind === "segments" ? outcome.segments.join("+") : outcome.kind;
}

/**
 * One of the scores of a row.
 *
 * @param classifier - compiled classifier, with its fit where its method has one
 * @param row - the cells of an account
 * @param part - `score`, or for RFM also `recency`, `frequency` or `monetary`
 * @returns the score; `undefined` where it is unknown, `null` where the account has none
 *
 * @category Segments
 */
export function scoreOfClassifier(classifier: CompiledClassifier, row: Row, part: string): Cell {
  return methodOf(classifier).score!(classifier, row, part);
}

/** The cell of a classifier's own field: its label, or one of its scores. */
export function classifierCell(
  classifier: CompiledClassifier,
  row: Row,
  part: string | undefined,
  outcome: SegmentOutcome,
): Cell {
  if (part !== undefined) return scoreOfClassifier(classifier, row, part);
  if (outcome.kind === "undecided" || outcome.kind === "conflict") return undefined;
  const collects = "rules" in classifier && classifier.rules.hitPolicy === "collect";
  if (outcome.kind === "segments") return outcome.segments;
  const label = labelOf(outcome);
  return collects ? [label] : label;
}

/** The facts that would have told a classifier's own field. */
export function whyFieldUnknown(
  classifier: CompiledClassifier,
  row: ExplainedRow,
  part: string | undefined,
): readonly MissingFact[] {
  if (part === undefined && classify(classifier, row).kind === "conflict") {
    return [{ path: `segments.${classifier.name}`, why: "inConflict" }];
  }
  return once(methodOf(classifier).lacks(classifier, row));
}

function once(facts: readonly MissingFact[]): readonly MissingFact[] {
  return [...new Map(facts.map((each) => [`${each.path} ${each.why}`, each])).values()];
}
