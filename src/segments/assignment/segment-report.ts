import type { RecordId } from "../../facts/index.js";
import type { MissingFact } from "../../shapes/index.js";
import type { LabelColumn } from "./label-column.js";
import type { Spread } from "./segment-spread.js";
import type { Share } from "./share.js";

/**
 * What a segmentation is judged by: the labels, and columns in the order of its accounts.
 *
 * @category Segments
 */
export interface SegmentFacts {
  readonly labels: LabelColumn;
  /** Whole minor units of one currency; `undefined` is unknown. */
  readonly revenue?: readonly (number | undefined)[];
  /** Any measure whose spread within and between segments is asked for. */
  readonly measure?: readonly (number | undefined)[];
  /** Of undecided accounts, the facts that would have decided them. */
  readonly missing?: readonly (readonly MissingFact[])[];
  /** The labels on an earlier day. */
  readonly before?: LabelColumn;
}

/**
 * What the company asks of its segments.
 *
 * @category Segments
 */
export interface SegmentDemands {
  readonly labels: readonly string[];
  /** Fewer accounts than this are warned about. */
  readonly minimumSize: number | "none";
  /** The fields by which accounts are sorted. */
  readonly criteria: readonly string[];
  /** Those fields that say where an account is. */
  readonly geographicFields: readonly string[];
}

/**
 * How good a segmentation is.
 *
 * @category Segments
 */
export interface SegmentReport {
  readonly accounts: number;
  /** The labels, then `excluded`, `unclassified` and `undecided`: their shares add up to 1. */
  readonly segments: readonly SegmentSize[];
  /** Accounts that bear a label, among all. */
  readonly coverage: Share;
  /** Accounts of which nobody can say what they are, among all; conflicts are not counted here. */
  readonly undecided: Share;
  /** Accounts that rules of several segments claim, among all. */
  readonly overlap: Share;
  /** The facts that would decide most, first. */
  readonly decidingFacts: readonly DecidingFact[];
  readonly spread?: Spread;
  readonly drift?: SegmentDrift;
}

/** One segment's size and what it brings. */
export interface SegmentSize {
  readonly label: string;
  readonly size: number;
  readonly shareOfAccounts: Share;
  readonly shareOfRevenue?: Share;
}

/** A fact that undecided accounts lack. */
export interface DecidingFact {
  readonly path: string;
  /** Undecided accounts that lack it. */
  readonly accounts: number;
  /** Those that lack nothing else. */
  readonly alone: number;
  /** One of them, the first by id. */
  readonly example: RecordId;
}

/** How the shares of the segments have changed since an earlier day. */
export interface SegmentDrift {
  /** Half the sum of all changes: the share of accounts that would have to move back, 0 … 1. */
  readonly dissimilarity: Share;
  readonly changes: readonly {
    readonly label: string;
    readonly before: Share;
    readonly after: Share;
  }[];
}
