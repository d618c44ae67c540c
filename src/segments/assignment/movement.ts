import type { RecordId } from "../../facts/index.js";
import type { CivilDate } from "../../time/index.js";
import type { AllowedMove } from "../classifier.js";

/**
 * What counts as a move, and which moves a company allows.
 *
 * @category Segments
 */
export interface MovementDefinition {
  readonly labels: readonly string[];
  /**
   * `bestFirst`: a move to an earlier label is a promotion, to a later one a demotion. `none`: the
   * labels have no order, and every change is a mere move.
   */
  readonly order: "bestFirst" | "none";
  /** The only moves between labels that are legal, as a classifier names them; without it all are. */
  readonly moves?: readonly AllowedMove[] | undefined;
  /**
   * `apart`: a conflict is a state of its own beside `undecided`. Either way nobody can say which
   * segment it was, so that a change from it or to it is of the kind `undecided`.
   */
  readonly conflicts?: "apart";
  /** Most accounts to name for each kind of move, 0 … 1 000; none are named without it. */
  readonly examples?: number;
}

/**
 * What became of an account between two dates.
 *
 * - `arrived` and `gone`: it is in one of the two columns alone.
 * - `undecided`: at one of the dates nobody can say what it was.
 * - `promoted`, `demoted`: from label to label, by their order.
 * - `moved`: any other change, also into and out of `excluded` and `unclassified`.
 *
 * @category Segments
 */
export type MoveKind =
  | "stayed"
  | "promoted"
  | "demoted"
  | "moved"
  | "arrived"
  | "gone"
  | "undecided";

/**
 * All accounts that went from one state to another.
 *
 * @category Segments
 */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: MoveKind;
  readonly count: number;
  /** The company allows no move between these two labels. */
  readonly illegal?: true;
  /** The first accounts by id, where examples are asked for. */
  readonly examples?: readonly RecordId[];
}

/**
 * Who moved between two dates.
 *
 * @category Segments
 */
export interface Movement {
  readonly from: CivilDate;
  readonly until: CivilDate;
  /**
   * The labels, then `excluded`, `unclassified`, `undecided`, where it stands apart `conflict`, and
   * `absent`.
   */
  readonly states: readonly string[];
  /** `counts[from][to]`, in the order of the states. */
  readonly counts: readonly (readonly number[])[];
  readonly totals: Readonly<Record<MoveKind, number>>;
  /** Every change that occurred, in the order of the states. */
  readonly moves: readonly Move[];
}
