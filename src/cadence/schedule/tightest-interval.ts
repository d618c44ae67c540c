/** Minutes that belong to the weeks from `first` to `last` of one person, and nowhere else. */
export interface WeekDemand {
  readonly first: number;
  readonly last: number;
  readonly minutes: number;
}

/**
 * The fewest weeks in a row that more minutes belong to than they have; of equally few the most
 * overloaded, then the earliest. `undefined` when there are none.
 *
 * For duties that may stand anywhere between their first and last week these are all the reasons
 * there can be (Hall 1935, on intervals).
 */
export function tightestInterval(
  demands: Iterable<WeekDemand>,
  minutesOfWeek: readonly number[],
): { readonly first: number; readonly last: number } | undefined {
  const weeks = minutesOfWeek.length;
  const byFirst: Map<number, number>[] = Array.from({ length: weeks }, () => new Map());
  for (const { first, last, minutes } of demands) {
    byFirst[first]!.set(last, (byFirst[first]!.get(last) ?? 0) + minutes);
  }
  const byLast = new Float64Array(weeks);
  let tightest: { first: number; last: number; short: number } | undefined;
  for (let first = weeks - 1; first >= 0; first--) {
    for (const [last, minutes] of byFirst[first]!) byLast[last]! += minutes;
    let short = 0;
    for (let last = first; last < weeks; last++) {
      short += byLast[last]! - minutesOfWeek[last]!;
      if (short <= 0) continue;
      const length = last - first;
      const known = tightest === undefined ? weeks : tightest.last - tightest.first;
      if (length > known || (length === known && short < tightest!.short)) continue;
      tightest = { first, last, short };
    }
  }
  return tightest && { first: tightest.first, last: tightest.last };
}
