import { compareIds } from "../../facts/index.js";
import type { PlaceContext, ScheduleChanges, ScheduleEntry, SchedulePlace } from "./schedule.js";

/** What the schedule before gave out and took back, by id; no manual entries. */
export interface GivenOut {
  /** What stands, after its horizon included. */
  readonly standing: ReadonlyMap<string, ScheduleEntry>;
  readonly withdrawn: ReadonlyMap<string, ScheduleEntry>;
}

/** What a schedule gave out. */
export function givenOut({ previous }: PlaceContext): GivenOut {
  const standing = new Map<string, ScheduleEntry>();
  const withdrawn = new Map<string, ScheduleEntry>();
  if (previous === undefined) return { standing, withdrawn };
  for (const entry of previous.entries) if (entry.kind !== "manual") standing.set(entry.id, entry);
  for (const entry of previous.later) standing.set(entry.id, entry);
  for (const entry of previous.withdrawn) withdrawn.set(entry.id, entry);
  return { standing, withdrawn };
}

/** What the new entries make of what was given out before. */
export interface Comparison {
  readonly changes: ScheduleChanges;
  readonly later: readonly ScheduleEntry[];
  readonly withdrawn: readonly ScheduleEntry[];
}

/**
 * What differs between the schedule given out before and the new entries, within a horizon.
 *
 * Entries of the old schedule before the first day are history. Those after the last stand as they
 * are, unless they now stand within the horizon: they are moved. Manual entries belong to whoever
 * made them, and are left out.
 *
 * @returns added and moved in the order of the entries, what is moved having another person or
 *   another day; removed, later and withdrawn by id
 */
export function compareSchedules(
  { standing, withdrawn }: GivenOut,
  entries: readonly ScheduleEntry[],
  { asOf, until }: PlaceContext,
): Comparison {
  const added: string[] = [];
  const moved: ScheduleChanges["moved"][number][] = [];
  const here = new Set<string>();
  for (const { id, kind, personId, day } of entries) {
    if (kind === "manual") continue;
    if (standing.size + withdrawn.size > 0) here.add(id);
    const from = standing.get(id);
    if (from === undefined || from.day < asOf) added.push(id);
    else if (from.day !== day || from.personId !== personId) {
      moved.push({ id, from: placeOf(from), to: { personId, day } });
    }
  }
  const gone = [...standing.values()].filter(({ id, day }) => day >= asOf && !here.has(id));
  const taken = gone.filter(({ day }) => day < until);
  const still = [...withdrawn.values()].filter(({ id, day }) => day >= asOf && !here.has(id));
  const now = taken.map((entry) => ({ ...entry, sequence: entry.sequence + 1 }));
  const removed = taken.map((from) => ({ id: from.id, from: placeOf(from) })).sort(byId);
  return {
    changes: { added, moved, removed },
    later: gone.filter(({ day }) => day >= until).sort(byId),
    withdrawn: [...still, ...now].sort(byId),
  };
}

function placeOf({ personId, day }: ScheduleEntry): SchedulePlace {
  return { personId, day };
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return compareIds(left.id, right.id);
}
