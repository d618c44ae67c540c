import type { Annotated, ConditionNames, ParameterOperand } from "../rules/index.js";
import type { ClassifierHead, Place, SegmentLabel } from "./classifier.js";

/**
 * Where the unit goes that crosses a share: into the better class, into the next one, or where the
 * share then comes nearer (into the better one when both are as near).
 *
 * @category Segments
 */
export type AbcBoundary = "include" | "exclude" | "nearest";

/**
 * A class and the cumulative share up to which it reaches, 0 … 1; the last class takes the rest.
 *
 * @category Segments
 */
export interface AbcClass<Label extends string = string, Parameter extends string = string>
  extends Annotated {
  readonly segment: Label;
  readonly upToShare?: number | ParameterOperand<Parameter>;
}

/**
 * A classifier by rank in the whole base: the greatest values are A until their total (or their
 * number) reaches a share, and so on down. Equal values are never parted.
 *
 * Only positive values are ranked and counted in the total. The cut values are computed once by
 * `fitPolicy`; without that fit the segment of a positive value is undecided.
 *
 * @category Segments
 */
export interface AbcClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "abc";
  readonly of: NoInfer<N["number"] | N["money"]>;
  /** Shares of the total, or shares of the accounts. */
  readonly by: "cumulativeShare" | "rank";
  /** Best first. */
  readonly classes: readonly AbcClass<
    NoInfer<keyof Labels & string>,
    NoInfer<N["numberParameter"]>
  >[];
  readonly boundary: AbcBoundary;
  readonly zero: Place<NoInfer<keyof Labels & string>>;
  readonly negative: Place<NoInfer<keyof Labels & string>>;
  /** Where accounts go of which the value is unknown or none. */
  readonly missing: Place<NoInfer<keyof Labels & string>> | "undecided";
}

/**
 * What an ABC classification depends on in the whole base.
 *
 * @category Segments
 */
export interface AbcFit {
  readonly method: "abc";
  /**
   * The least value of each class but the last, best first: a number, or minor units. `null` where
   * the class has no account and none could have come into it.
   */
  readonly cuts: readonly (number | null)[];
  /** Accounts with a positive value, and the total of those values. */
  readonly counted: number;
  readonly total: number;
  /** Accounts that were not ranked. */
  readonly zero: number;
  readonly negative: number;
  readonly missing: number;
  /** The ranked accounts by class, best first. */
  readonly classes: readonly AbcClassSize[];
  /** What the best fifth of the ranked accounts holds (whole accounts, at least one). */
  readonly topFifth: { readonly accounts: number; readonly shareOfTotal: number };
}

/**
 * How much of the base is in a class.
 *
 * @category Segments
 */
export interface AbcClassSize {
  readonly accounts: number;
  readonly total: number;
  readonly shareOfAccounts: number;
  readonly shareOfTotal: number;
}
