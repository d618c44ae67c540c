import { type Coverage, isUndatedPlan } from "../facts/index.js";
import {
  type Cell,
  evaluate,
  explainCondition,
  MET,
  type MoneyReading,
  missingFacts,
  NOT_MET,
  nextChange,
  type Row,
  type Slot,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { periodDays, toEpochDay } from "../time/index.js";
import type { KindPass } from "./compile-measures.js";
import type { RecordMeasure } from "./compile-record-measure.js";
import { addTerm, type Terms, totalOf } from "./total.js";
import { type DaySpan, nextWindowStart, windowBefore, windowDays } from "./window.js";

/** A measure while its records are walked. */
export interface Tally {
  readonly measure: RecordMeasure;
  readonly current: Count;
  /** Of the window before, where growth is asked for. */
  readonly previous: Count | undefined;
}

/** What was found in one window. */
interface Count {
  /** `undefined` when the window has no days. */
  readonly span: DaySpan | undefined;
  count: number;
  best: number | undefined;
  readonly terms: Terms;
  readonly distinct: Set<Cell>;
  /** The earliest day of a record in the window; `Infinity` when it holds none. */
  oldest: number;
  /** The facts that left records undecided, by path and reason. */
  readonly unknown: Map<string, MissingFact>;
}

/** What a measure came to: `undefined` unknown, `null` known to be none. */
export interface Result {
  readonly cell: Cell;
  readonly missing: readonly MissingFact[];
}

/** A record as it was handed over, and how it is read. */
export interface RecordFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly pass: KindPass;
  readonly money: MoneyReading;
}

/** A tally of nothing yet. */
export function startTally(measure: RecordMeasure, isGrown: boolean, asOf: number): Tally {
  const { window } = measure;
  return {
    measure,
    current: startCount(windowDays(window, asOf)),
    previous: isGrown ? startCount(windowBefore(window, asOf)) : undefined,
  };
}

function startCount(span: DaySpan | undefined): Count {
  return {
    span,
    count: 0,
    best: undefined,
    terms: { whole: 0, size: 0, fractions: [] },
    distinct: new Set(),
    oldest: Number.POSITIVE_INFINITY,
    unknown: new Map(),
  };
}

/** A record whose date is missing or unreadable may lie in any window, unless it is a plan. */
export function markUndated(
  tallies: readonly Tally[],
  facts: RecordFacts["facts"],
  { kind, date }: KindPass,
): void {
  const written = facts[date!];
  if (isUndatedPlan(kind, written)) return;
  const fact = { path: `${kind}.${date}`, why: whyUnreadable(written, "date") };
  for (const { current, previous } of tallies) {
    for (const count of [current, previous]) {
      if (count !== undefined) note(count, fact);
    }
  }
}

/** Counts one record; gives the first day on which its filter may come out otherwise. */
export function countRecord(
  { measure, current, previous }: Tally,
  day: number,
  row: Row,
  record: RecordFacts,
): number {
  const count = holds(current, day) ? current : previous;
  if (count === undefined || !holds(count, day)) return Number.POSITIVE_INFINITY;
  count.oldest = Math.min(count.oldest, day);
  const { where, field } = measure;
  const turns = where === undefined ? Number.POSITIVE_INFINITY : nextChange(where, row);
  const truth = where === undefined ? MET : evaluate(where, row);
  if (truth === MET) {
    const cell = field === undefined ? null : row.cells[field.index];
    if (cell === undefined) note(count, unreadable(field!, record));
    else add(count, measure, cell);
  } else if (truth !== NOT_MET && !measure.unknownIsLeftOut) {
    const whyUnknown = (slot: Slot): MissingFact[] => [unreadable(slot, record)];
    const reason = explainCondition(where!, {
      ...row,
      currency: record.money.currency,
      whyUnknown,
    });
    for (const fact of missingFacts([reason])) note(count, fact);
  }
  return turns;
}

/**
 * The value of a window, or why it is unknown: the kind is not supplied or not complete for all its
 * days, the window has no days, or a record in it cannot be read.
 */
export function finishTally(
  count: Count,
  { name, does, field }: RecordMeasure,
  { kind, date }: KindPass,
  coverage: Coverage[KindPass["kind"]],
): Result {
  if (coverage === undefined) return unknown({ path: kind, why: "notSupplied" });
  if (count.span === undefined) return unknown(outOfRange(`${name}.over`));
  if (count.unknown.size > 0) {
    const inOrder = [...count.unknown].sort(([left], [right]) => (left < right ? -1 : 1));
    return unknown(...inOrder.map(([, fact]) => fact));
  }
  const since = knownSince(coverage);
  const isComplete = date === null || since <= count.span.fromDay;
  // Whatever is older than the days that are known cannot be the latest of its own dates.
  const latestIsKnown =
    does === "latest" && field!.name === date && (count.best ?? -Infinity) >= since;
  if (!isComplete && !latestIsKnown) return unknown({ path: kind, why: "incomplete" });
  const cell = cellOf(does, count);
  return cell === undefined ? unknown(outOfRange(name)) : { cell, missing: [] };
}

/**
 * The first day on which a record leaves a window, or a window lies within the days that are known.
 */
export function nextTallyChange(
  { measure: { window }, current, previous }: Tally,
  coverage: Coverage[KindPass["kind"]],
  asOf: number,
): number {
  const since = coverage === undefined ? Number.POSITIVE_INFINITY : knownSince(coverage);
  const next = (daysOf: typeof windowDays, oldest: number): number =>
    Math.min(
      nextWindowStart(daysOf, window, oldest + 1, asOf),
      nextWindowStart(daysOf, window, since, asOf),
    );
  const inCurrent = next(windowDays, current.oldest);
  return previous === undefined
    ? inCurrent
    : Math.min(inCurrent, next(windowBefore, previous.oldest));
}

/** That a measure, or its window, leaves what can be reckoned with. */
export function outOfRange(name: string): MissingFact {
  return { path: `measures.${name}`, why: "outOfRange" };
}

/** A result that is unknown for lack of these facts. */
export function unknown(...missing: readonly MissingFact[]): Result {
  return { cell: undefined, missing };
}

function knownSince(coverage: NonNullable<Coverage[KindPass["kind"]]>): number {
  return coverage === "complete" ? Number.NEGATIVE_INFINITY : toEpochDay(coverage.since);
}

function holds({ span }: Count, day: number): boolean {
  return span !== undefined && day >= span.fromDay && day < span.untilDay;
}

function add(count: Count, { does, by }: RecordMeasure, cell: Exclude<Cell, undefined>): void {
  count.count += 1;
  if (does === "distinct") {
    count.distinct.add(by === undefined ? cell : periodDays(cell as number, by)!.label);
  } else if (typeof cell === "number") {
    addTerm(count.terms, cell);
    const { best = cell } = count;
    count.best = does === "minimum" ? Math.min(best, cell) : Math.max(best, cell);
  }
}

function cellOf(does: RecordMeasure["does"], count: Count): Cell {
  switch (does) {
    case "count":
      return count.count;
    case "sum":
      return totalOf(count.terms);
    case "distinct":
      return count.distinct.size;
    default:
      return count.best ?? null;
  }
}

function note(count: Count, fact: MissingFact): void {
  count.unknown.set(`${fact.path} ${fact.why}`, fact);
}

function unreadable(slot: Slot, { facts, pass }: RecordFacts): MissingFact {
  return { path: `${pass.kind}.${slot.name}`, why: whyUnreadable(facts[slot.name], slot.kind) };
}
