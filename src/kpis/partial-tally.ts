import type { RecordId } from "../facts/index.js";
import { count, exclude, keysOf, leftOut, startTally, type Tally } from "./tally.js";

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
export interface PartialTally {
  readonly counts: Map<string, number>;
  readonly excluded: Map<string, number>;
  readonly histograms: Map<string, Map<string | number, number>>;
  readonly keys: Map<string, Set<string>>;
  readonly ids: { numerator: RecordId[]; denominator: RecordId[]; excluded: RecordId[] };
}

/** The partial of nothing. */
export function startPartial(): PartialTally {
  return {
    counts: new Map(),
    excluded: new Map(),
    histograms: new Map(),
    keys: new Map(),
    ids: { numerator: [], denominator: [], excluded: [] },
  };
}

/** A tally as it leaves a board, with nothing in common with the one that goes on. */
export function settleTally(tally: Tally): PartialTally {
  const settled = startPartial();
  const { measured, numerator, denominator, histograms, keys, ids } = tally;
  if (tally.people.size > 0) keysOf(tally, "people");
  const counts = new Map(Object.entries({ measured, numerator, denominator }));
  mergeInto(settled, { counts, excluded: leftOut(tally), histograms, keys, ids });
  mergeInto(settled, { ...startPartial(), counts: tally.counts });
  if (tally.amounts.size > 0) settled.histograms.set("amounts", new Map(tally.amounts));
  return settled;
}

/** A partial as a tally, of which a figure is finished. */
export function reopenTally({ counts, excluded, histograms, keys, ids }: PartialTally): Tally {
  const tally: Tally = {
    ...startTally(),
    histograms: new Map(histograms),
    keys: new Map(keys),
    ids,
  };
  for (const [amount, by] of histograms.get("amounts") ?? [])
    tally.amounts.set(amount as number, by);
  for (const [name, by] of counts) count(tally, name, by);
  for (const [reason, by] of excluded) exclude(tally, reason, by);
  return tally;
}

/** Adds everything of one partial to another. */
export function mergeInto(target: PartialTally, from: PartialTally): void {
  addTo(target.counts, from.counts);
  addTo(target.excluded, from.excluded);
  for (const [name, histogram] of from.histograms) {
    const own = target.histograms.get(name) ?? new Map<string | number, number>();
    target.histograms.set(name, own);
    addTo(own, histogram);
  }
  for (const [name, keys] of from.keys) {
    const own = target.keys.get(name) ?? new Set<string>();
    target.keys.set(name, own);
    for (const key of keys) own.add(key);
  }
  for (const side of ["numerator", "denominator", "excluded"] as const) {
    for (const id of from.ids[side]) target.ids[side].push(id);
  }
}

/** Adds what stands beside each name; 0 makes no name known. */
function addTo<Name>(target: Map<Name, number>, from: ReadonlyMap<Name, number>): void {
  for (const [name, by] of from) {
    if (by !== 0) target.set(name, (target.get(name) ?? 0) + by);
  }
}

/** Notes that so many were left out. */
export function excludeFrom({ excluded }: PartialTally, reason: string, by: number): void {
  if (by > 0) excluded.set(reason, (excluded.get(reason) ?? 0) + by);
}

/** Whether any account was asked. */
export function isMeasured({ counts }: PartialTally): boolean {
  return counts.has("measured");
}

/** Entries a partial holds: its size, whatever the number of accounts behind it. */
export function partialTallySize({
  counts,
  excluded,
  histograms,
  keys,
  ids,
}: PartialTally): number {
  let size = counts.size + excluded.size;
  for (const histogram of histograms.values()) size += histogram.size;
  for (const each of keys.values()) size += each.size;
  return size + ids.numerator.length + ids.denominator.length + ids.excluded.length;
}
