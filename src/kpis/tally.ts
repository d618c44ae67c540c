import type { RecordId } from "../facts/index.js";

/**
 * What a figure counts while accounts are added, or while it is finished.
 *
 * The names that most figures use stand in slots of their own: a board adds to them for each
 * account and figure, and a map would be ten times slower. What leaves a board is a
 * {@link PartialTally}.
 */
export interface Tally {
  /** Accounts of which the figure could be asked. */
  measured: number;
  numerator: number;
  denominator: number;
  /** Everything that was left out, whatever the reason. */
  left: number;
  duplicate: number;
  outsidePeriod: number;
  afterAsOf: number;
  undated: number;
  readonly counts: Map<string, number>;
  readonly excluded: Map<string, number>;
  readonly histograms: Map<string, Map<string | number, number>>;
  readonly keys: Map<string, Set<string>>;
  /** Ids that become keys when somebody asks for these: to write each as text takes longer. */
  readonly people: Set<RecordId>;
  /** The histogram `amounts`, of which nearly every account is a part. */
  readonly amounts: Map<number, number>;
  readonly ids: { numerator: RecordId[]; denominator: RecordId[]; excluded: RecordId[] };
}

/** A tally of nothing. */
export function startTally(): Tally {
  return {
    measured: 0,
    numerator: 0,
    denominator: 0,
    left: 0,
    duplicate: 0,
    outsidePeriod: 0,
    afterAsOf: 0,
    undated: 0,
    counts: new Map(),
    excluded: new Map(),
    histograms: new Map(),
    keys: new Map(),
    people: new Set(),
    amounts: new Map(),
    ids: { numerator: [], denominator: [], excluded: [] },
  };
}

/** Adds a whole number under a name. */
export function count(tally: Tally, name: string, by = 1): void {
  if (name === "numerator") tally.numerator += by;
  else if (name === "denominator") tally.denominator += by;
  else if (name === "measured") tally.measured += by;
  else tally.counts.set(name, (tally.counts.get(name) ?? 0) + by);
}

/** What was added under a name, 0 when nothing was. */
export function counted(tally: Tally, name: string): number {
  if (name === "numerator") return tally.numerator;
  if (name === "denominator") return tally.denominator;
  return tally.counts.get(name) ?? 0;
}

/** Notes that so many were left out. */
export function exclude(tally: Tally, reason: string, by = 1): void {
  if (by === 0) return;
  tally.left += by;
  if (reason === "outsidePeriod") tally.outsidePeriod += by;
  else if (reason === "undated") tally.undated += by;
  else if (reason === "afterAsOf") tally.afterAsOf += by;
  else if (reason === "duplicate") tally.duplicate += by;
  else tally.excluded.set(reason, (tally.excluded.get(reason) ?? 0) + by);
}

/** Records of one kind that have no part in a period, by reason. */
export interface LeftOut {
  /** All of them. */
  readonly left: number;
  readonly duplicate: number;
  readonly outsidePeriod: number;
  readonly afterAsOf: number;
  readonly undated: number;
}

/** Notes all of them at once. */
export function excludeAll(tally: Tally, out: LeftOut): void {
  if (out.left === 0) return;
  tally.left += out.left;
  tally.duplicate += out.duplicate;
  tally.outsidePeriod += out.outsidePeriod;
  tally.afterAsOf += out.afterAsOf;
  tally.undated += out.undated;
}

/** Takes back what was noted as outside of the period and was not. */
export function takeBackOutside(tally: Tally, by: number): void {
  tally.left -= by;
  tally.outsidePeriod -= by;
}

/** Everything that was left out by reason, in no order; a reason without a case is absent. */
export function leftOut(tally: Tally): Map<string, number> {
  const { duplicate, outsidePeriod, afterAsOf, undated } = tally;
  const reasons = Object.entries({ duplicate, outsidePeriod, afterAsOf, undated });
  return new Map([...reasons.filter(([, by]) => by > 0), ...tally.excluded]);
}

/** Adds to one place of a histogram. */
export function place(tally: Tally, name: string, at: string | number, by = 1): void {
  const histogram = histogramOf(tally, name);
  histogram.set(at, (histogram.get(at) ?? 0) + by);
}

/** Adds to one place of the histogram `amounts`. */
export function placeAmount({ amounts }: Tally, amount: number): void {
  amounts.set(amount, (amounts.get(amount) ?? 0) + 1);
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

/** Puts somebody into the set `people`. */
export function notePerson(tally: Tally, id: RecordId): void {
  tally.people.add(id);
}

/** A set of keys by name, empty when nothing was noted. */
export function keysOf(tally: Tally, name: string): Set<string> {
  const found = tally.keys.get(name) ?? new Set<string>();
  tally.keys.set(name, found);
  if (name === "people" && tally.people.size > 0) {
    for (const id of tally.people) found.add(keyOf(id));
    tally.people.clear();
  }
  return found;
}

/** An id as a key: what is a number and what is text stay apart. */
export function keyOf(id: RecordId): string {
  return typeof id === "number" ? String(id) : `"${id}`;
}

/** A histogram's entries in ascending order of their keys, numbers by size and words by letters. */
export function sortedEntries(
  histogram: ReadonlyMap<string | number, number>,
): readonly (readonly [string | number, number])[] {
  return [...histogram].sort(([left], [right]) => (left < right ? -1 : 1));
}
