import type { RecordId } from "../facts/index.js";

/**
 * The partial of one figure over some accounts: integer counts and sums by name, histograms keyed
 * by integers or words, sets of keys. Two of them merge by adding and uniting, so the order and the
 * split of the accounts change nothing.
 *
 * Its size does not grow with the accounts, except for histograms of amounts (one entry a distinct
 * amount), sets of keys (one a distinct key) and the ids that were asked for.
 *
 * @category KPIs
 */
export interface Tally {
  readonly counts: Map<string, number>;
  readonly excluded: Map<string, number>;
  readonly histograms: Map<string, Map<string | number, number>>;
  readonly keys: Map<string, Set<string>>;
  readonly ids: { numerator: RecordId[]; denominator: RecordId[]; excluded: RecordId[] };
}

/** A tally of nothing. */
export function startTally(): Tally {
  return {
    counts: new Map(),
    excluded: new Map(),
    histograms: new Map(),
    keys: new Map(),
    ids: { numerator: [], denominator: [], excluded: [] },
  };
}

/** Adds a whole number under a name; adding 0 makes the name known. */
export function count(tally: Tally, name: string, by = 1): void {
  tally.counts.set(name, (tally.counts.get(name) ?? 0) + by);
}

/** What was added under a name, 0 when nothing was. */
export function counted(tally: Tally, name: string): number {
  return tally.counts.get(name) ?? 0;
}

/** Notes that so many were left out. */
export function exclude(tally: Tally, reason: string, by = 1): void {
  if (by > 0) tally.excluded.set(reason, (tally.excluded.get(reason) ?? 0) + by);
}

/** Takes back what was noted as left out and was not. */
export function withdraw(tally: Tally, reason: string, by: number): void {
  const left = (tally.excluded.get(reason) ?? 0) - by;
  if (left > 0) tally.excluded.set(reason, left);
  else tally.excluded.delete(reason);
}

/** Adds to one place of a histogram. */
export function place(tally: Tally, name: string, at: string | number, by = 1): void {
  const histogram = histogramOf(tally, name);
  histogram.set(at, (histogram.get(at) ?? 0) + by);
}

/** A histogram by name, empty when nothing was placed. */
export function histogramOf(tally: Tally, name: string): Map<string | number, number> {
  const found = tally.histograms.get(name);
  if (found !== undefined) return found;
  const made = new Map<string | number, number>();
  tally.histograms.set(name, made);
  return made;
}

/** Puts a key into a set. */
export function note(tally: Tally, name: string, key: string): void {
  keysOf(tally, name).add(key);
}

/** A set of keys by name, empty when nothing was noted. */
export function keysOf(tally: Tally, name: string): Set<string> {
  const found = tally.keys.get(name);
  if (found !== undefined) return found;
  const made = new Set<string>();
  tally.keys.set(name, made);
  return made;
}

/** An id as a key: what is a number and what is text stay apart. */
export function keyOf(id: RecordId): string {
  return typeof id === "number" ? String(id) : `"${id}`;
}

/** Adds everything of one tally to another. */
export function mergeInto(target: Tally, from: Tally): void {
  for (const [name, by] of from.counts) count(target, name, by);
  for (const [reason, by] of from.excluded) exclude(target, reason, by);
  for (const [name, histogram] of from.histograms) {
    for (const [at, by] of histogram) place(target, name, at, by);
  }
  for (const [name, keys] of from.keys) for (const key of keys) note(target, name, key);
  for (const side of ["numerator", "denominator", "excluded"] as const) {
    for (const id of from.ids[side]) target.ids[side].push(id);
  }
}

/** Entries a tally holds: its size, whatever the number of accounts behind it. */
export function tallySize(tally: Tally): number {
  let size = tally.counts.size + tally.excluded.size;
  for (const histogram of tally.histograms.values()) size += histogram.size;
  for (const keys of tally.keys.values()) size += keys.size;
  const { numerator, denominator, excluded } = tally.ids;
  return size + numerator.length + denominator.length + excluded.length;
}

/** A histogram's entries in ascending order of their keys, numbers by size and words by letters. */
export function sortedEntries(
  histogram: ReadonlyMap<string | number, number>,
): readonly (readonly [string | number, number])[] {
  return [...histogram].sort(([left], [right]) => (left < right ? -1 : 1));
}
