import type { Duty, DutyStatus } from "./cadence.js";

const PRESSING: readonly DutyStatus[] = [
  "late",
  "due",
  "ok",
  "early",
  "undecided",
  "exceeded",
  "fulfilled",
];

/**
 * The order in which duties are worked: what is to be done before what is not, within that the most significant first,
 * then by status, by the earlier latest day, and by id.
 *
 * @returns negative when the left duty comes first
 */
export function compareDuties(left: Duty, right: Duty): number {
  return (
    open(left) - open(right) ||
    left.significance - right.significance ||
    PRESSING.indexOf(left.value.status) - PRESSING.indexOf(right.value.status) ||
    compareText(latest(left), latest(right)) ||
    compareText(left.id, right.id)
  );
}

/** 0 for late and due, 1 for what can wait. */
function open({ value }: Duty): number {
  return value.status === "late" || value.status === "due" ? 0 : 1;
}

function latest({ value }: Duty): string {
  return value.window?.latest ?? "";
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
