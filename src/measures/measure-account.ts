import { type AccountRecords, recordFields } from "../facts/index.js";
import {
  type Cell,
  evaluate,
  MET,
  type MoneyReading,
  NOT_MET,
  nextChange,
  type Row,
  type Slot,
  toCell,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { isCivilDate, periodDays, toEpochDay } from "../time/index.js";
import type {
  CompiledMeasures,
  DerivedMeasure,
  KindPass,
  RecordMeasure,
} from "./compile-measures.js";
import { type DaySpan, nextWindowChange, windowBefore, windowDays } from "./window.js";

/** What the measures of one account came to. */
export interface MeasuredAccount {
  /** By measure; `undefined` is unknown, `null` is known to be none. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The facts that an unknown measure would have needed. */
  readonly missing: ReadonlyMap<string, readonly MissingFact[]>;
  /** The first day on which a measure may differ although no record does; `Infinity` when none will. */
  readonly nextChange: number;
}

const NO_SLOTS: ReadonlySet<number> = new Set();
const NO_CUTS: ReadonlyMap<string, number> = new Map();

/**
 * The measures of one account, walking each kind of record once.
 *
 * Over a kind that the base supplies, nothing found is 0 (or none, for a date or an extreme); over any other kind, or a
 * window that reaches behind the day since when the kind is complete, the measure is unknown.
 *
 * @param records - the account with its records
 * @param measures - compiled measures
 * @param context - day of asking as an epoch day, and how money is read
 */
export function measureAccount(
  records: AccountRecords,
  measures: CompiledMeasures,
  context: { readonly asOf: number; readonly money: MoneyReading },
): MeasuredAccount {
  const cells = new Map<string, Cell>();
  const before = new Map<string, Cell>();
  const missing = new Map<string, readonly MissingFact[]>();
  let nextChangeDay = Number.POSITIVE_INFINITY;
  for (const pass of measures.passes) {
    const tallies = pass.measures.map((measure) => startTally(measure, context.asOf));
    const next = walkRecords(pass, tallies, records, context);
    nextChangeDay = Math.min(nextChangeDay, next);
    for (const tally of tallies) {
      const result = finish(tally, pass, records);
      cells.set(tally.measure.name, result.cell);
      before.set(tally.measure.name, result.before);
      if (result.missing.length > 0) missing.set(tally.measure.name, result.missing);
    }
  }
  for (const derived of measures.derived) {
    const result = derive(derived, { cells, before, missing, records, ...context }, measures);
    cells.set(derived.name, result.cell);
    if (result.missing.length > 0) missing.set(derived.name, result.missing);
  }
  return { cells, missing, nextChange: nextChangeDay };
}

/** A measure while its records are walked. */
interface Tally {
  readonly measure: RecordMeasure;
  readonly span: DaySpan | undefined;
  readonly spanBefore: DaySpan | undefined;
  readonly current: Count;
  readonly previous: Count;
  /** The earliest day of a record in the window. */
  oldest: number;
  /** The first fact that left a record undecided. */
  unknown: MissingFact | undefined;
}

interface Count {
  count: number;
  sum: number;
  best: number | undefined;
  readonly distinct: Set<Cell>;
}

function startTally(measure: RecordMeasure, asOf: number): Tally {
  return {
    measure,
    span: windowDays(measure.window, asOf),
    spanBefore: windowBefore(measure.window, asOf),
    current: { count: 0, sum: 0, best: undefined, distinct: new Set() },
    previous: { count: 0, sum: 0, best: undefined, distinct: new Set() },
    oldest: asOf,
    unknown: undefined,
  };
}

/** Counts every record into every measure; gives the first day on which one enters, leaves or turns. */
function walkRecords(
  pass: KindPass,
  tallies: readonly Tally[],
  records: AccountRecords,
  { asOf, money }: { readonly asOf: number; readonly money: MoneyReading },
): number {
  const slots = pass.scope.slots;
  let next = Number.POSITIVE_INFINITY;
  for (const record of records[pass.kind] ?? []) {
    const facts = record as unknown as Readonly<Record<string, unknown>>;
    const day = pass.date === null ? asOf : dayOf(facts[pass.date]);
    if (day === undefined) {
      const unreadable = facts[pass.date!] !== undefined;
      const fault = { path: `${pass.kind}.${pass.date}`, why: "illTyped" } as const;
      if (unreadable) for (const tally of tallies) tally.unknown ??= fault;
      continue;
    }
    if (day > asOf) {
      next = Math.min(next, day);
      continue;
    }
    const cells = slots.map((slot) => toCell(facts[slot.name], slot.kind, money));
    const row: Row = { cells, asOf, cuts: NO_CUTS, ageing: NO_SLOTS };
    for (const tally of tallies) {
      next = Math.min(next, countRecord(tally, day, row, facts, pass));
    }
  }
  for (const { measure, oldest } of tallies) {
    next = Math.min(next, nextWindowChange(measure.window, oldest, asOf));
  }
  return next;
}

function dayOf(fact: unknown): number | undefined {
  return isCivilDate(fact) ? toEpochDay(fact) : undefined;
}

function countRecord(
  tally: Tally,
  day: number,
  row: Row,
  facts: Readonly<Record<string, unknown>>,
  pass: KindPass,
): number {
  const { measure } = tally;
  const inCurrent = within(tally.span, day);
  if (!inCurrent && !within(tally.spanBefore, day)) return Number.POSITIVE_INFINITY;
  if (day < tally.oldest) tally.oldest = day;
  const truth = measure.where === undefined ? MET : evaluate(measure.where, row);
  const turns = measure.where === undefined ? Number.POSITIVE_INFINITY : nextChange(measure.where, row);
  if (truth === NOT_MET) return turns;
  if (truth !== MET) {
    if (!measure.unknownIsLeftOut) tally.unknown ??= firstUnreadable(facts, row, pass);
    return turns;
  }
  const cell = measure.field === undefined ? undefined : row.cells[measure.field.index];
  if (measure.field !== undefined && cell === undefined) {
    tally.unknown ??= unreadable(measure.field, facts, pass);
    return turns;
  }
  add(inCurrent ? tally.current : tally.previous, measure, cell);
  return turns;
}

function within(span: DaySpan | undefined, day: number): boolean {
  return span !== undefined && day >= span.fromDay && day < span.untilDay;
}

function add(into: Count, { does, by }: RecordMeasure, cell: Cell): void {
  into.count += 1;
  if (does === "distinct") into.distinct.add(by === undefined ? cell : periodDays(cell as number, by)!.label);
  if (typeof cell !== "number") return;
  into.sum += cell;
  const { best } = into;
  const smaller = does === "minimum";
  if (best === undefined || (smaller ? cell < best : cell > best)) into.best = cell;
}

function firstUnreadable(
  facts: Readonly<Record<string, unknown>>,
  row: Row,
  pass: KindPass,
): MissingFact {
  const slot = pass.scope.slots.find((each) => row.cells[each.index] === undefined)!;
  return unreadable(slot, facts, pass);
}

function unreadable(
  slot: Slot,
  facts: Readonly<Record<string, unknown>>,
  pass: KindPass,
): MissingFact {
  return { path: `${pass.kind}.${slot.name}`, why: whyUnreadable(facts[slot.name], slot.kind) };
}

interface Result {
  readonly cell: Cell;
  readonly before: Cell;
  readonly missing: readonly MissingFact[];
}

function finish(tally: Tally, pass: KindPass, records: AccountRecords): Result {
  const { measure, current, previous } = tally;
  const unknown = (path: string, why: MissingFact["why"]): Result => {
    return { cell: undefined, before: undefined, missing: [{ path, why }] };
  };
  const coverage = records.coverage[pass.kind];
  if (coverage === undefined) return unknown(pass.kind, "notSupplied");
  if (tally.span === undefined) return unknown(`measures.${measure.name}.over`, "outOfRange");
  if (tally.unknown !== undefined) return { ...unknown("", "missing"), missing: [tally.unknown] };
  const since = coverage === "complete" ? Number.NEGATIVE_INFINITY : toEpochDay(coverage.since);
  const isComplete = since <= tally.span.fromDay || pass.date === null;
  const latestIsKnown = measure.does === "latest" && (current.best ?? since - 1) >= since;
  if (!isComplete && !latestIsKnown) return unknown(pass.kind, "incomplete");
  const beforeIsComplete = tally.spanBefore !== undefined && since <= tally.spanBefore.fromDay;
  return {
    cell: valueOf(measure, current),
    before: beforeIsComplete ? valueOf(measure, previous) : undefined,
    missing: [],
  };
}

function valueOf({ does }: RecordMeasure, counted: Count): Cell {
  switch (does) {
    case "count":
      return counted.count;
    case "sum":
      return counted.sum;
    case "distinct":
      return counted.distinct.size;
    default:
      return counted.best ?? null;
  }
}

interface Derivation {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly before: ReadonlyMap<string, Cell>;
  readonly missing: ReadonlyMap<string, readonly MissingFact[]>;
  readonly records: AccountRecords;
  readonly asOf: number;
  readonly money: MoneyReading;
}

function derive(
  derived: DerivedMeasure,
  known: Derivation,
  measures: CompiledMeasures,
): Pick<Result, "cell" | "missing"> {
  if (derived.does === "supplied") return supplied(derived.name, known, measures);
  const of = known.cells.get(derived.of);
  const inherited = known.missing.get(derived.of) ?? [];
  if (derived.does === "daysSince") {
    return { cell: typeof of === "number" ? known.asOf - of : (of as null | undefined), missing: inherited };
  }
  const to = known.cells.get(derived.does === "ratio" ? derived.to : derived.of);
  const divisor = derived.does === "ratio" ? to : known.before.get(derived.of);
  if (typeof of !== "number" || typeof divisor !== "number") {
    const other = derived.does === "ratio" ? (known.missing.get(derived.to) ?? []) : [];
    const missing = [...inherited, ...other];
    const fallback = { path: `measures.${derived.name}`, why: "incomplete" } as const;
    return { cell: undefined, missing: missing.length > 0 ? missing : [fallback] };
  }
  if (divisor === 0) {
    return { cell: undefined, missing: [{ path: `measures.${derived.name}`, why: "zeroDenominator" }] };
  }
  return { cell: derived.does === "ratio" ? of / divisor : (of - divisor) / divisor, missing: [] };
}

function supplied(
  name: string,
  known: Derivation,
  measures: CompiledMeasures,
): Pick<Result, "cell" | "missing"> {
  const values = known.records.measures ?? {};
  const fact = Object.hasOwn(values, name) ? values[name] : undefined;
  const kind = measures.kinds.get(name)!;
  const cell = toCell(fact, kind, known.money);
  if (cell !== undefined) return { cell, missing: [] };
  return { cell, missing: [{ path: `measures.${name}`, why: whyUnreadable(fact, kind) }] };
}

/** The fields of records that the measures read, by kind. */
export function fieldsRead(measures: CompiledMeasures): ReadonlyMap<string, readonly string[]> {
  return new Map(
    measures.passes.map((pass) => {
      const names = pass.scope.slots.map((slot) => slot.name);
      const dated = pass.date === null || names.includes(pass.date) ? names : [pass.date, ...names];
      return [pass.kind, dated.filter((name) => Object.hasOwn(recordFields[pass.kind], name))];
    }),
  );
}
