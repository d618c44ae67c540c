/** An edge of a small network. */
export interface SlowEdge {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

/** The least capacity of any cut: every set of nodes is tried (Ford and Fulkerson 1956). */
export function leastCut(edges: readonly SlowEdge[], nodes: number): number {
  let least = Number.POSITIVE_INFINITY;
  // Node 0 is the source and on its side, node 1 the sink and on the other.
  for (let set = 0; set < 2 ** nodes; set++) {
    const isIn = (node: number): boolean => Math.floor(set / 2 ** node) % 2 === 1;
    if (!isIn(0) || isIn(1)) continue;
    const cut = edges.filter(({ from, to }) => isIn(from) && !isIn(to));
    least = Math.min(
      least,
      cut.reduce((sum, { capacity }) => sum + capacity, 0),
    );
  }
  return least;
}

/** The shortest overloaded interval, and among those the most overloaded and then the earliest. */
export function slowTightest(
  demands: readonly { readonly first: number; readonly last: number; readonly minutes: number }[],
  weeks: readonly number[],
): { readonly first: number; readonly last: number } | undefined {
  const found: { first: number; last: number; short: number }[] = [];
  for (let first = 0; first < weeks.length; first++) {
    for (let last = first; last < weeks.length; last++) {
      const within = demands.filter((each) => each.first >= first && each.last <= last);
      const demanded = within.reduce((sum, { minutes }) => sum + minutes, 0);
      const there = weeks.slice(first, last + 1).reduce((sum, minutes) => sum + minutes, 0);
      if (demanded > there) found.push({ first, last, short: demanded - there });
    }
  }
  found.sort(
    (a, b) => a.last - a.first - (b.last - b.first) || b.short - a.short || a.first - b.first,
  );
  const [best] = found;
  return best && { first: best.first, last: best.last };
}

/** The most minutes that fit into slots, by trying every slot of every duty. */
export function mostMinutes(
  duties: readonly { readonly minutes: number; readonly slots: readonly string[] }[],
  room: ReadonlyMap<string, number>,
): number {
  const [duty, ...rest] = duties;
  if (duty === undefined) return 0;
  const without = mostMinutes(rest, room);
  const placed = duty.slots
    .filter((slot) => room.get(slot)! >= duty.minutes)
    .map((slot) => {
      const left = new Map(room).set(slot, room.get(slot)! - duty.minutes);
      return duty.minutes + mostMinutes(rest, left);
    });
  return Math.max(without, ...placed);
}

/** The least highest share of a capacity that any assignment of whole loads has. */
export function leastHighestShare(
  loads: readonly { readonly minutes: number; readonly candidates: readonly number[] }[],
  taken: readonly number[],
  capacities: readonly number[],
): number {
  const [load, ...rest] = loads;
  if (load === undefined) return Math.max(0, ...taken.map((each, at) => each / capacities[at]!));
  return Math.min(
    ...load.candidates.map((person) => {
      const more = taken.map((each, at) => (at === person ? each + load.minutes : each));
      return leastHighestShare(rest, more, capacities);
    }),
  );
}
