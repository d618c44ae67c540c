import type { DecimalMoney } from "../facts/index.js";
import type { Annotated, ConditionNames, CutOperand, ParameterOperand } from "../rules/index.js";
import type { ClassifierHead, Place, SegmentLabel } from "./classifier.js";

/**
 * One band of values. It has one bound, or none if it is the last and takes all that is left.
 *
 * @category Segments
 */
export interface Band<Label extends string = string, N extends ConditionNames = ConditionNames>
  extends Annotated {
  readonly segment: Label;
  /** Inclusive. */
  readonly atLeast?: BandBound<N>;
  /** Strict. */
  readonly moreThan?: BandBound<N>;
  /** Inclusive. */
  readonly atMost?: BandBound<N>;
  /** Strict. */
  readonly lessThan?: BandBound<N>;
}

/**
 * A number or money, written out, named as a parameter, or a cut over the whole base.
 *
 * @category Segments
 */
export type BandBound<N extends ConditionNames = ConditionNames> =
  | number
  | DecimalMoney
  | ParameterOperand<N["numberParameter"] | N["moneyParameter"]>
  | CutOperand<N["cut"]>;

/**
 * A classifier that cuts one number or sum of money at thresholds: the first band that holds the
 * value gives the segment.
 *
 * Either all bands have a lower bound, falling from one to the next, or all an upper bound, rising;
 * the last may have none. A value beyond the last bound is unclassified. A value known to be none
 * goes to the last band where that has no bound.
 *
 * @category Segments
 */
export interface BandsClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "bands";
  readonly of: NoInfer<N["number"] | N["money"]>;
  readonly bands: readonly Band<NoInfer<keyof Labels & string>, NoInfer<N>>[];
  /** Where accounts go of which the value is unknown or none. */
  readonly missing: Place<NoInfer<keyof Labels & string>> | "undecided";
}
