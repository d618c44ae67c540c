import type { ConditionNames } from "../rules/index.js";
import type { ClassifierHead, SegmentLabel } from "./classifier.js";

/**
 * An axis of a matrix: a field of some words (another classifier, a judgement, a field of the
 * host's own) and all of them in order.
 *
 * @category Segments
 */
export interface MatrixAxis<Field extends string = string> {
  readonly field: Field;
  readonly values: readonly string[];
}

/**
 * The cells of a matrix: for each value of the first axis those of the second, and so on, down to
 * the segment.
 *
 * @category Segments
 */
export type MatrixCells<Label extends string = string> = {
  readonly [value: string]: Label | MatrixCells<Label>;
};

/**
 * A classifier that looks a segment up in a table of one axis or more.
 *
 * An axis that is a classifier passes `excluded` and `unclassified` on, unless its values list them.
 * While an axis is unknown, all cells it could lead to are candidates.
 *
 * @category Segments
 */
export interface MatrixClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "matrix";
  readonly axes: readonly MatrixAxis<NoInfer<N["text"]>>[];
  readonly cells: MatrixCells<NoInfer<keyof Labels & string>>;
}
