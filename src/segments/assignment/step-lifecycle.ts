import { LAST_EPOCH_DAY, shiftDayWithin } from "../../time/index.js";
import type { CompiledLifecycle, CompiledTransition } from "./compiled-lifecycle.js";

/** A lifecycle while it is folded; days are epoch days. */
export interface Life {
  readonly state: string;
  readonly since: number | undefined;
  readonly relationshipSince: number | undefined;
  /** When each event last happened in this relationship. */
  readonly last: ReadonlyMap<string, number>;
  /** How often each event has happened since the state was entered. */
  readonly counts: ReadonlyMap<string, number>;
}

/** One day of a lifecycle: what happened is noted, then at most one way is taken. */
export function stepLifecycle(
  before: Life,
  day: number,
  happened: ReadonlyMap<string, number>,
  lifecycle: CompiledLifecycle,
): { readonly life: Life; readonly taken?: CompiledTransition } {
  const last = new Map(before.last);
  const counts = new Map(before.counts);
  for (const [event, times] of happened) {
    last.set(event, day);
    counts.set(event, (counts.get(event) ?? 0) + times);
  }
  const life: Life = { ...before, last, counts };
  const taken = lifecycle.transitions.find((way) => {
    return way.from.has(life.state) && isOpen(way, life, day);
  });
  if (taken === undefined) return { life };
  const isNew = lifecycle.states.get(taken.to)!.startsRelationship === true;
  const entered: Life = {
    state: taken.to,
    since: day,
    relationshipSince: isNew ? day : life.relationshipSince,
    last: isNew ? new Map([...last].filter(([, on]) => on === day)) : last,
    counts: new Map(),
  };
  return { life: entered, taken };
}

/** The first day after one on which a time runs out, and the way that is then taken. */
export function nextTimer(
  life: Life,
  day: number,
  { transitions }: CompiledLifecycle,
): { readonly on: number; readonly to: string } | undefined {
  let next: { readonly on: number; readonly to: string } | undefined;
  for (const way of transitions) {
    if (!way.from.has(life.state)) continue;
    const on = Math.max(day + 1, dueDay(way, life));
    if (on <= LAST_EPOCH_DAY && (next === undefined || on < next.on)) next = { on, to: way.to };
  }
  return next;
}

function isOpen(way: CompiledTransition, life: Life, day: number): boolean {
  const { when } = way;
  if (when.kind === "event") return (life.counts.get(when.event) ?? 0) >= when.times;
  return day >= dueDay(way, life);
}

/** The day on which the time of a way runs out; `Infinity` for one that waits for an event. */
function dueDay({ when }: CompiledTransition, life: Life): number {
  if (when.kind === "event") return Number.POSITIVE_INFINITY;
  const since = life.since!;
  if (when.kind === "after") return later(since, when.duration);
  const last = life.last.get(when.event) ?? since;
  return later(when.fromEntry ? Math.max(since, last) : last, when.duration);
}

/** A day beyond the known ones never comes. */
function later(day: number, duration: Parameters<typeof shiftDayWithin>[1]): number {
  const due = shiftDayWithin(day, duration, 1);
  return due === LAST_EPOCH_DAY ? Number.POSITIVE_INFINITY : due;
}
