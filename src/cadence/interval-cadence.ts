import type { ConditionNames } from "../rules/index.js";
import type { CountingCadence, DurationOperand } from "./any-cadence.js";

/**
 * A contact so long after the last: "ideally after five months, at the latest after six".
 *
 * Contacts that weigh less than 1 add up until they make a whole one; what goes beyond 1 is not
 * carried over.
 *
 * @category Cadence
 */
export interface IntervalCadence<N extends ConditionNames = ConditionNames>
  extends CountingCadence<N> {
  readonly method: "interval";
  /** Not sooner than this after the last contact. */
  readonly earliest: DurationOperand<N>;
  readonly ideal: DurationOperand<N>;
  readonly latest: DurationOperand<N>;
  /** While there has been no contact: due every day, or counted from the relationship's start. */
  readonly whenNever: "dueAtOnce" | "fromRelationshipStart";
}
