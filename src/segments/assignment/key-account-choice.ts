import type { RecordId } from "../../facts/index.js";
import type { MissingFact } from "../../shapes/index.js";

/**
 * An account that may become a key account. What is missing is unknown, never no.
 *
 * @category Segments
 */
export interface KeyAccountCandidate {
  readonly accountId: RecordId;
  /** On the one scale that makes candidates comparable, such as a scorecard's. */
  readonly score?: number;
  /** Whether both sides want a long partnership. */
  readonly mutualCommitment?: boolean;
  /** What caring for it as a key account takes. */
  readonly effortMinutes?: number;
  readonly isKeyAccount?: boolean;
}

/**
 * How key accounts are chosen when not all can be cared for.
 *
 * @category Segments
 */
export interface KeyAccountRule {
  /** Both ends inclusive: every score lies on it. */
  readonly scale: { readonly from: number; readonly to: number };
  /** Inclusive. */
  readonly minimumScore: number | "none";
  /** As many accounts, as much effort in total, or both. */
  readonly capacity: KeyAccountCapacity;
  /**
   * When the effort of the next account no longer fits: `stop` there, or `skip` it and look for a
   * smaller one.
   */
  readonly whenFull: "stop" | "skip";
  /** What decides between equal scores, in this order; the id decides last. */
  readonly ties: readonly KeyAccountTie[];
}

/**
 * How much can be cared for.
 *
 * @category Segments
 */
export interface KeyAccountCapacity {
  readonly accounts?: number;
  readonly effortMinutes?: number;
}

/**
 * Those who are key accounts already first, or those that take less effort first.
 *
 * @category Segments
 */
export type KeyAccountTie = "keyAccountFirst" | "lessEffortFirst";

/**
 * Who was chosen, who was not and why.
 *
 * @category Segments
 */
export interface KeyAccountChoice {
  /** Best first. */
  readonly selected: readonly SelectedAccount[];
  /** By reason, best first. */
  readonly leftOut: readonly LeftOutAccount[];
  /** Whether they could be key accounts is not known, by id. */
  readonly undecided: readonly UndecidedAccount[];
  readonly used: { readonly accounts: number; readonly effortMinutes: number };
  readonly capacity: KeyAccountCapacity;
}

/** One that was chosen, with its place. */
export interface SelectedAccount {
  readonly accountId: RecordId;
  /** 1 is the best. */
  readonly place: number;
  readonly score: number;
}

/** One that was not, and why. */
export interface LeftOutAccount {
  readonly accountId: RecordId;
  readonly because: "noCommitment" | "belowMinimum" | "noCapacity";
  readonly score?: number;
  /** How far the score is under the minimum. */
  readonly shortBy?: number;
}

/** One of which facts are missing. */
export interface UndecidedAccount {
  readonly accountId: RecordId;
  readonly missing: readonly MissingFact[];
  /**
   * It stands before the first account that found no room, or may do so: it would take a place.
   */
  readonly ahead: boolean;
}
