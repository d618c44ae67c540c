import { compareIds } from "../facts/index.js";
import { DUTY_STATUSES, type Duty } from "./duty.js";

/**
 * The order in which duties are worked, for `sort`.
 *
 * What is late or due comes first, then what is not; within that the most significant, then the
 * highest rank, one that is unknown last, then by status as {@link DUTY_STATUSES} lists them, then the
 * earlier latest day, a duty without one before others, and last by id, so that the order never
 * depends on that of the input.
 *
 * @param left - a duty
 * @param right - another, of the same account or not
 * @returns negative when the left duty comes first, positive when the right does, 0 for equal ids
 *
 * @category Cadence
 */
export function compareDuties(left: Duty, right: Duty): number {
  return (
    open(left) - open(right) ||
    left.significance - right.significance ||
    rankOf(right) - rankOf(left) ||
    DUTY_STATUSES.indexOf(left.value.status) - DUTY_STATUSES.indexOf(right.value.status) ||
    compareIds(latest(left), latest(right)) ||
    compareIds(left.id, right.id)
  );
}

/** Far below any rank: the difference of two infinities would be none. */
function rankOf({ rank }: Duty): number {
  return rank ?? -Number.MAX_VALUE;
}

/** 0 for late and due, 1 for what can wait. */
function open({ value }: Duty): number {
  return value.status === "late" || value.status === "due" ? 0 : 1;
}

function latest({ value }: Duty): string {
  return value.window?.latest ?? "";
}
