import { type AccountRecords, recordDates, recordKinds } from "../../facts/index.js";
import { type Decision, HoitoError, type StepReason } from "../../shapes/index.js";
import {
  type CivilDate,
  LAST_EPOCH_DAY,
  readEpochDay,
  toCivilDate,
  toEpochDay,
} from "../../time/index.js";
import type { CompiledLifecycle, CompiledTransition } from "./compiled-lifecycle.js";
import type { LifecycleMemory, LifecycleOutcome, NextLifecycleChange } from "./lifecycle.js";
import { type Timeline, timelineOf } from "./lifecycle-timeline.js";
import { type Life, nextTimer, stepLifecycle } from "./step-lifecycle.js";

/**
 * Where an account stands, why, and what to remember of it.
 *
 * @category Segments
 */
export interface LifecycleAnswer extends Decision<LifecycleOutcome> {
  /** Every transition on the way, the first one first. */
  readonly because: readonly StepReason[];
  /** To hand in as `previous` on a later day; absent while the state is undecided. */
  readonly memory?: LifecycleMemory;
}

/**
 * Which state of its lifecycle an account is in on a day, folded over its dated records.
 *
 * Events of a day are noted first, then at most one transition is taken, the first in the list that
 * is open. Counts begin anew with every state; events of the day on which a state was entered
 * brought it about and do not count in it. Entering a state that starts a relationship forgets
 * what happened before, so that a returning customer inherits nothing. Records dated after `asOf`,
 * activities that were not held, and records without a date they need not have, are plans. Folding
 * day by day and jumping to the end give the same.
 *
 * Where a kind of record is not supplied, or not from the beginning (with `previous`: not from the
 * day after it), or a date or a condition cannot be read, the state is undecided between all of
 * them.
 *
 * Gotcha: with `previous`, records dated on or before `previous.until` are taken as known already;
 * one that was entered late changes nothing.
 *
 * @param records - the account with its records, in any order
 * @param lifecycle - compiled lifecycle
 * @param context - `asOf`, that day included, and what was remembered of an earlier day
 * @returns the state, since when, what comes next without new facts, and every transition on the way
 * @throws {@link HoitoError} `unknown-state` or `unknown-format` when the memory is of another
 *   lifecycle, `span-reversed` when it is later than `asOf`, `not-a-civil-date`
 *
 * @example A customer who drifts away
 * ```ts
 * import { money, orThrow } from "hoito";
 * import { compileLifecycle, lifecycleOf } from "hoito/segments";
 *
 * const lifecycle = orThrow(
 *   compileLifecycle(
 *     {
 *       states: { acquisition: {}, new: { startsRelationship: true }, drifting: {} },
 *       start: "acquisition",
 *       events: { purchase: { of: "orders" } },
 *       transitions: [
 *         { from: "acquisition", to: "new", when: { event: "purchase" } },
 *         {
 *           from: "new",
 *           to: "drifting",
 *           when: { quiet: "purchase", for: { parameter: "patience" }, countedFrom: "entry" },
 *         },
 *       ],
 *     },
 *     { parameters: { patience: { months: 6 } } },
 *   ),
 * );
 * const order = { id: 1, accountId: "A", orderedOn: "2018-01-15", value: money("9.00", "EUR") } as const;
 * const records = { account: { id: "A" }, coverage: { orders: "complete" }, orders: [order] } as const;
 *
 * lifecycleOf(records, lifecycle, { asOf: "2018-07-14" }).value;
 * // => {
 * //   kind: "state",
 * //   state: "new",
 * //   since: "2018-01-15",
 * //   relationshipSince: "2018-01-15",
 * //   next: { on: "2018-07-15", to: "drifting" },
 * // }
 * ```
 *
 * @category Segments
 */
export function lifecycleOf(
  records: AccountRecords,
  lifecycle: CompiledLifecycle,
  context: { readonly asOf: CivilDate; readonly previous?: LifecycleMemory },
): LifecycleAnswer {
  const asOf = toEpochDay(context.asOf);
  const { previous } = context;
  if (previous !== undefined) checkMemory(previous, lifecycle, asOf);
  const from = previous === undefined ? Number.NEGATIVE_INFINITY : toEpochDay(previous.until) + 1;
  const timeline = timelineOf(records, lifecycle, { from, asOf });
  if (timeline.missing.length > 0) {
    const candidates = [...lifecycle.states.keys()];
    const { missing } = timeline;
    return { value: { kind: "undecided", candidates }, because: [], missing };
  }
  const { life, because } = fold(previous, timeline, lifecycle, asOf);
  const { state, since, relationshipSince } = life;
  const next = nextChange(life, timeline, lifecycle, asOf);
  const dates = {
    ...(since === undefined ? {} : { since: toCivilDate(since) }),
    ...(relationshipSince === undefined
      ? {}
      : { relationshipSince: toCivilDate(relationshipSince) }),
  };
  const value = {
    kind: "state" as const,
    state,
    ...dates,
    ...(next === undefined ? {} : { next }),
  };
  const last = Object.fromEntries(
    [...life.last].sort(byName).map(([e, on]) => [e, toCivilDate(on)]),
  );
  const counts = Object.fromEntries([...life.counts].sort(byName));
  const memory: LifecycleMemory = {
    format: "hoito-lifecycle/1",
    state,
    ...dates,
    until: context.asOf,
    last,
    counts,
  };
  return { value, because, missing: [], memory };
}

/**
 * The records of the present relationship alone, so that a returning customer is classified
 * without what came before.
 *
 * @param records - the account with its records
 * @param since - first day of the relationship, as {@link lifecycleOf} gives it
 * @returns the same without records dated earlier; records without a date stay
 * @throws {@link HoitoError} `not-a-civil-date` when `since` is no date
 *
 * @example An order of an earlier relationship
 * ```ts
 * import { money } from "hoito";
 * import { recordsOfRelationship } from "hoito/segments";
 *
 * const order = { id: 1, accountId: "A", orderedOn: "2012-01-15", value: money("9.00", "EUR") } as const;
 * const records = { account: { id: "A" }, coverage: { orders: "complete" }, orders: [order] } as const;
 * recordsOfRelationship(records, "2018-01-01").orders; // => []
 * ```
 *
 * @category Segments
 */
export function recordsOfRelationship<Records extends AccountRecords>(
  records: Records,
  since: CivilDate,
): Records {
  const first = toEpochDay(since);
  const lists = recordKinds.flatMap((kind) => {
    const all = records[kind] as readonly object[] | undefined;
    const field = recordDates[kind];
    if (all === undefined || field === null) return [];
    const isPresent = (record: object): boolean => {
      const day = readEpochDay((record as Readonly<Record<string, unknown>>)[field]);
      return day === undefined || day >= first;
    };
    return [[kind, all.filter(isPresent)] as const];
  });
  return { ...records, ...Object.fromEntries(lists) };
}

function checkMemory(
  { format, state, until }: LifecycleMemory,
  { states }: CompiledLifecycle,
  asOf: number,
): void {
  if (format !== "hoito-lifecycle/1") {
    const at = { code: "unknown-format", path: "previous.format", received: format };
    throw new HoitoError("the memory has a format that is not read here", at);
  }
  if (!states.has(state)) {
    const at = { code: "unknown-state", path: "previous.state", received: state };
    throw new HoitoError("the memory is of another lifecycle", at);
  }
  if (toEpochDay(until) <= asOf) return;
  const at = { code: "span-reversed", path: "previous.until", received: until };
  throw new HoitoError("the memory is of a later day than asked", at);
}

function fold(
  previous: LifecycleMemory | undefined,
  { days }: Timeline,
  lifecycle: CompiledLifecycle,
  asOf: number,
): { readonly life: Life; readonly because: readonly StepReason[] } {
  const because: StepReason[] = [];
  const eventDays = [...days.keys()].sort((left, right) => left - right);
  let life = previous === undefined ? unborn(lifecycle) : remembered(previous);
  let day = previous === undefined ? Number.NEGATIVE_INFINITY : toEpochDay(previous.until);
  for (let index = 0; ; ) {
    const eventDay = eventDays[index] ?? Number.POSITIVE_INFINITY;
    day = Math.min(eventDay, nextTimer(life, day, lifecycle)?.on ?? Number.POSITIVE_INFINITY);
    if (day > asOf) return { life, because };
    const step = stepLifecycle(life, day, days.get(day) ?? new Map(), lifecycle);
    if (step.taken !== undefined) because.push(reason(life.state, step.taken, day));
    life = step.life;
    if (day === eventDay) index++;
  }
}

function unborn({ start }: CompiledLifecycle): Life {
  const none = { since: undefined, relationshipSince: undefined };
  return { state: start, ...none, last: new Map(), counts: new Map() };
}

function remembered({ state, since, relationshipSince, last, counts }: LifecycleMemory): Life {
  return {
    state,
    since: readEpochDay(since),
    relationshipSince: readEpochDay(relationshipSince),
    last: new Map(Object.entries(last).map(([event, on]) => [event, toEpochDay(on)])),
    counts: new Map(Object.entries(counts)),
  };
}

function nextChange(
  life: Life,
  { nextRecord }: Timeline,
  lifecycle: CompiledLifecycle,
  asOf: number,
): NextLifecycleChange | undefined {
  const timer = nextTimer(life, asOf, lifecycle);
  if (timer !== undefined && timer.on < nextRecord) {
    return { on: toCivilDate(timer.on), to: timer.to };
  }
  return nextRecord > LAST_EPOCH_DAY ? undefined : { on: toCivilDate(nextRecord) };
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

function reason(from: string, { path, to, when }: CompiledTransition, day: number): StepReason {
  const on = toCivilDate(day);
  const details = { from, to, on, trigger: when.kind, ...eventOf(when) };
  return { kind: "step", step: "transition", path, details, of: [] };
}

function eventOf(when: CompiledTransition["when"]): { readonly event?: string } {
  return when.kind === "after" ? {} : { event: when.event };
}
