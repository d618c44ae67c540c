import type { RecordId } from "../facts/index.js";
import type { PlainValue } from "../shapes/index.js";

/**
 * What the value of a figure is counted in. Shares run from 0 to 1, money is in minor units,
 * `score` is a scale of its own that the method names, `times` is one amount over another.
 *
 * @category KPIs
 */
export type FigureUnit =
  | "share"
  | "count"
  | "money"
  | "score"
  | "days"
  | "minutes"
  | "index"
  | "times";

/**
 * Why there is no value. It is never 0 for want of something to measure.
 *
 * @category KPIs
 */
export type UndefinedReason =
  /** The denominator is empty, or there was nothing to count over. */
  | "nothingToMeasure"
  /** A kind of record, or a column of labels, that the figure reads was not supplied. */
  | "notSupplied"
  /** The kind of record is complete only from a day within the period. */
  | "incomplete"
  /** A share of amounts of which some, or the whole, are negative. */
  | "negativeValues"
  /** A sum beyond 2^53 minor units. */
  | "amountTooLarge"
  /** The day on which the figure may be asked has not come. */
  | "notYetAssessable"
  /** The figure reads a kind of record that knows no business line. */
  | "notCutByBusinessLine";

/**
 * Records or accounts that a figure leaves out, and why.
 *
 * @category KPIs
 */
export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

/**
 * How far chance alone may move a figure that rests on a sample.
 *
 * @category KPIs
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly method: "wilson" | "wilsonSquareAndAdd";
}

/**
 * One part of a figure: a bucket, a topic, a place of a ranking, a point of a curve.
 *
 * @category KPIs
 */
export interface FigurePart {
  readonly key: string;
  readonly amount: number;
  /** Of the whole, 0 … 1, where the parts make one. */
  readonly share?: number;
}

/**
 * How a figure was counted.
 *
 * @category KPIs
 */
export interface FigureReceipt {
  readonly unit: FigureUnit;
  /** Of money. */
  readonly currency?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly parts?: readonly FigurePart[];
  /**
   * What was left out, by reason in the order of the letters; a reason without a case is absent.
   */
  readonly excluded: readonly Exclusion[];
  readonly interval?: Interval;
  /** What the figure does not show, by name, where a reader might take it for more than it is. */
  readonly cautions?: readonly string[];
  /** Every convention that was chosen, by name. */
  readonly method: Readonly<Record<string, PlainValue | Readonly<Record<string, number>>>>;
  /** The definition of the policy that the figure was computed by. */
  readonly definition?: { readonly id: string; readonly version: string };
  /** Accounts behind the figure, where they were asked for. */
  readonly accounts?: ContributingAccounts;
}

/**
 * The accounts behind a figure, each list in one order whatever the input's.
 *
 * @category KPIs
 */
export interface ContributingAccounts {
  /** Those that raise the numerator. */
  readonly numerator: readonly RecordId[];
  /** Those that are counted at all. */
  readonly denominator: readonly RecordId[];
  /** Those of which something was left out. */
  readonly excluded: readonly RecordId[];
}

/**
 * A number with its receipt, or the reason why there is none.
 *
 * @category KPIs
 */
export type Figure =
  | (FigureReceipt & { readonly value: number; readonly undefinedBecause?: never })
  | (FigureReceipt & { readonly value?: never; readonly undefinedBecause: UndefinedReason });
