import type { RecordId } from "../../facts/index.js";
import { toEpochDay } from "../../time/index.js";
import type { Horizon } from "./horizon.js";
import type { PlaceContext } from "./schedule.js";
import type { ScheduleDuty } from "./schedule-duty.js";

/** Days of an account on which nothing is placed, counted from the first of the horizon. */
export type DaysKeptFree = ReadonlyMap<RecordId, ReadonlySet<number>>;

/**
 * The days too near to a pinned or manual entry with the same account, where contacts keep a
 * distance. The entries themselves stand, however near to each other they are.
 */
export function daysKeptFree(
  duties: readonly ScheduleDuty[],
  { rules, manual = [] }: PlaceContext,
  { fromDay, dayCount }: Horizon,
): DaysKeptFree {
  const found = new Map<RecordId, Set<number>>();
  const { minimumGapDays: gap } = rules;
  if (gap === undefined) return found;
  for (const { accountId, day } of manual) {
    if (accountId !== undefined) keepFree(accountId, toEpochDay(day) - fromDay, gap);
  }
  for (const { accountId, pinned, permission } of duties) {
    if (pinned !== undefined && permission === "allowed") {
      keepFree(accountId, toEpochDay(pinned.day) - fromDay, gap);
    }
  }
  return found;

  function keepFree(accountId: RecordId, day: number, distance: number): void {
    if (day < 0) return;
    const days = found.get(accountId) ?? new Set<number>();
    found.set(accountId, days);
    const end = Math.min(dayCount, day + distance);
    for (let each = Math.max(0, day - distance + 1); each < end; each++) days.add(each);
  }
}
