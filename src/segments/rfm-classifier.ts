import type { DecimalMoney } from "../facts/index.js";
import type { QuantileType } from "../measures/index.js";
import type { Annotated, ConditionNames } from "../rules/index.js";
import type { ClassifierHead, Place, SegmentLabel } from "./classifier.js";

/**
 * Which band a value goes to that is equal to a cut.
 *
 * @category Segments
 */
export type CutBoundary = "lower" | "upper";

/**
 * How values become scores.
 *
 * - `quantile`: cut at the quantiles 1/n, 2/n … by a type of Hyndman and Fan (6 is SPSS').
 * - `nearestRank`: likewise, each cut being a value of the sample (their type 1).
 * - `rfmPackage`: as the R package rfm does: type 7 plus one (day, order, unit of money), a value
 *   below the cut goes to the lower band.
 * - `ntile`: bands of equal size as SQL's `NTILE` makes them, but equal values stay together: all in
 *   the band of the lowest or of the highest of them.
 * - `thresholds`: fixed cuts, rising, one fewer than bins.
 * - `nested`: frequency is cut within each recency score, monetary value within each pair.
 *
 * @category Segments
 */
export type RfmScoring =
  | { readonly by: "quantile"; readonly type: QuantileType; readonly boundary: CutBoundary }
  | { readonly by: "nearestRank"; readonly boundary: CutBoundary }
  | { readonly by: "rfmPackage" }
  | { readonly by: "ntile"; readonly ties: CutBoundary }
  | { readonly by: "nested"; readonly type: QuantileType; readonly boundary: CutBoundary }
  | {
      readonly by: "thresholds";
      readonly boundary: CutBoundary;
      readonly recency: readonly number[];
      readonly frequency: readonly number[];
      readonly monetary: readonly (number | DecimalMoney)[];
    };

/**
 * A segment as ranges of scores, both ends inclusive; an axis that is left out may be anything.
 *
 * @category Segments
 */
export interface RfmSegment<Label extends string = string> extends Annotated {
  readonly segment: Label;
  readonly recency?: readonly [number, number];
  readonly frequency?: readonly [number, number];
  readonly monetary?: readonly [number, number];
}

/**
 * A classifier by recency, frequency and monetary value, each scored 1 … `bins`; the most recent,
 * most frequent and greatest score highest.
 *
 * Under `unique` no two segments may share a score, which is proved when the policy is compiled;
 * under `first` the earlier one takes it. Scores that no segment takes need `otherwise`. The scores
 * are fields too: `<name>.recency`, `.frequency`, `.monetary`, and `.score` such as 355.
 *
 * @category Segments
 */
export interface RfmClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "rfm";
  /** Days since the last purchase. */
  readonly recency: NoInfer<N["number"]>;
  /** How often: orders, or periods with an order beyond the first. */
  readonly frequency: NoInfer<N["number"]>;
  /** How much. */
  readonly monetary: NoInfer<N["number"] | N["money"]>;
  /** 2 … 9. */
  readonly bins: number;
  readonly scoring: RfmScoring;
  readonly hitPolicy: "unique" | "first";
  readonly segments: readonly RfmSegment<NoInfer<keyof Labels & string>>[];
  readonly otherwise?: NoInfer<keyof Labels & string>;
  /** Where accounts go that never bought: of which a measure is known to be none. */
  readonly neverBought: Place<NoInfer<keyof Labels & string>>;
  /** Where accounts go of which a measure is unknown. */
  readonly missing: Place<NoInfer<keyof Labels & string>> | "undecided";
}

/**
 * The cuts of one axis, rising; `null` where no value is great enough.
 *
 * @category Segments
 */
export type AxisCuts = readonly (number | null)[];

/**
 * The cuts of all axes. Frequency and monetary value have one list, or under `nested` one for each
 * recency score and for each pair of scores (by recency, then frequency), `null` where nobody is.
 *
 * @category Segments
 */
export interface RfmCuts {
  readonly recency: AxisCuts;
  readonly frequency: readonly (AxisCuts | null)[];
  readonly monetary: readonly (AxisCuts | null)[];
}

/**
 * What an RFM classification depends on in the whole base.
 *
 * @category Segments
 */
export interface RfmFit extends RfmCuts {
  readonly method: "rfm";
  /** Accounts of which all three measures are known. */
  readonly counted: number;
  readonly leftOut: number;
}
