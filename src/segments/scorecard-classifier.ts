import type { DecimalMoney } from "../facts/index.js";
import type { Annotated, ConditionNames, ParameterOperand } from "../rules/index.js";
import type { Band } from "./bands-classifier.js";
import type { ClassifierHead, SegmentLabel } from "./classifier.js";

/** Whether more of a criterion is better, or less. */
type Better = "more" | "less";

/**
 * Points of a value from a bound on; the last entry, without a bound, takes the rest.
 *
 * @category Segments
 */
export interface PointBand {
  readonly points: number;
  /** Inclusive. */
  readonly atLeast?: number | DecimalMoney;
}

/**
 * How a criterion becomes comparable with the others.
 *
 * - `minMax`: its place between the least and the greatest of the base, 0 … 1; beyond them 0 or 1.
 * - `rank`: the share of the other accounts that it exceeds, 0 … 1; of equal ones the lowest, the
 *   highest or the mean rank counts.
 * - `z`: standard deviations from the mean; 0 where all are equal.
 * - `bands`: points by fixed bounds, falling.
 * - `points`: points by word, for categories, texts and yes or no.
 *
 * @category Segments
 */
export type Normalisation =
  | { readonly by: "minMax"; readonly better: Better; readonly whenAllEqual: number }
  | {
      readonly by: "rank";
      readonly better: Better;
      readonly ties: "lowest" | "highest" | "mean";
      readonly whenAllEqual: number;
    }
  | { readonly by: "z"; readonly better: Better; readonly deviation: "population" | "sample" }
  | { readonly by: "bands"; readonly bands: readonly PointBand[] }
  | {
      readonly by: "points";
      readonly points: Readonly<Record<string, number>>;
      /** For texts: the points of every word that is not listed. */
      readonly otherwise?: number;
    };

/**
 * One criterion of a scorecard.
 *
 * @category Segments
 */
export interface Criterion<Field extends string = string, Parameter extends string = string>
  extends Annotated {
  readonly of: Field;
  /** 0 or more. */
  readonly weight: number | ParameterOperand<Parameter>;
  readonly normalise: Normalisation;
}

/**
 * A classifier by a weighted sum of comparable criteria: the value index.
 *
 * The score is the sum of weight × normalised criterion, and a field of its own, `<name>.score`.
 * A criterion that is missing leaves it undecided, or is left out while the other weights are
 * rescaled to the same sum; with no criterion at all it is undecided.
 *
 * @category Segments
 */
export interface ScorecardClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "scorecard";
  /** What the weights have to add up to. */
  readonly weightsSumTo: 1 | 100;
  readonly criteria: readonly Criterion<
    NoInfer<N["number"] | N["money"] | N["text"] | N["boolean"]>,
    NoInfer<N["numberParameter"]>
  >[];
  readonly missing: "undecided" | "rescale";
  /** Bands of the score. */
  readonly bands: readonly Band<NoInfer<keyof Labels & string>, NoInfer<N>>[];
}

/**
 * The scale of one criterion in the base: what its normalisation needs.
 *
 * @category Segments
 */
export type Scale =
  | { readonly by: "minMax"; readonly minimum: number; readonly maximum: number }
  | {
      readonly by: "rank";
      /** Different values, rising, and how many accounts have each. */
      readonly values: readonly number[];
      readonly counts: readonly number[];
    }
  | { readonly by: "z"; readonly mean: number; readonly deviation: number };

/**
 * What a scorecard depends on in the whole base.
 *
 * @category Segments
 */
export interface ScorecardFit {
  readonly method: "scorecard";
  /** Aligned with the criteria; `null` where none is needed, or nobody has a value. */
  readonly scales: readonly (Scale | null)[];
}
