import type { Annotated, ParameterOperand } from "../../rules/index.js";
import type { CivilDate, Duration } from "../../time/index.js";

/**
 * The thresholds of one segment on a score.
 *
 * @category Segments
 */
export interface StayLevel {
  readonly label: string;
  /** Inclusive: from this score on an account rises into the segment. */
  readonly promoteFrom: number | ParameterOperand;
  /** Inclusive: from this score on an account that is in stays in. */
  readonly holdFrom: number | ParameterOperand;
  /** Strict: under this score there is no grace. */
  readonly demoteBelow: number | ParameterOperand;
}

interface StayTerms extends Annotated {
  /** `static`: only the company moves an account. `dynamic`: its readings do too. */
  readonly membership: "static" | "dynamic";
  /** An account may leave on the day that lies this long after the one it came on. */
  readonly minimumStay: Duration | ParameterOperand | "none";
  /** Whether the minimum stay delays promotions as well. */
  readonly minimumStayHolds: "demotion" | "everyMove";
  /** How long an account stays on although it no longer holds the segment. */
  readonly grace: Duration | ParameterOperand | "none";
  /** The days on which readings may move an account. */
  readonly review: StayReview;
}

/**
 * On which days memberships are reviewed: every day, at intervals from a day on, or on named days.
 *
 * @category Segments
 */
export type StayReview =
  | "daily"
  | { readonly every: Duration | ParameterOperand; readonly from: CivilDate }
  | { readonly on: readonly CivilDate[] };

/**
 * When an account moves between segments that a score decides.
 *
 * @category Segments
 */
export interface ScoreStayRule extends StayTerms {
  readonly by: "score";
  /** Best first. */
  readonly levels: readonly StayLevel[];
  /** The segment of those that hold no level. */
  readonly lowest: string;
}

/**
 * When an account moves between segments that a classifier computes: a better label promotes, a
 * worse one no longer holds.
 *
 * @category Segments
 */
export interface LabelStayRule extends StayTerms {
  readonly by: "label";
  /** Best first. */
  readonly labels: readonly string[];
}

/**
 * When an account moves between segments: thresholds, minimum stay, grace and review days.
 *
 * @category Segments
 */
export type StayRule = ScoreStayRule | LabelStayRule;

/**
 * A rule after its check.
 *
 * @category Segments
 */
export interface CompiledStayRule {
  readonly by: StayRule["by"];
  readonly isDynamic: boolean;
  /** Best first, the lowest included. */
  readonly labels: readonly string[];
  /** Of every label but the lowest. */
  readonly levels: readonly CompiledStayLevel[];
  readonly minimumStay: Duration | undefined;
  readonly holdsPromotions: boolean;
  readonly grace: Duration | undefined;
  readonly review: CompiledReview;
}

/** Thresholds as numbers. */
export interface CompiledStayLevel {
  readonly promoteFrom: number;
  readonly holdFrom: number;
  readonly demoteBelow: number;
}

/** Review days as epoch days. */
export type CompiledReview =
  | { readonly kind: "daily" }
  | { readonly kind: "every"; readonly every: Duration; readonly from: number }
  | { readonly kind: "on"; readonly days: readonly number[] };
