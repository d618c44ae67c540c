import type { AccountRecords } from "../facts/index.js";
import { type Cell, NO_CUTS, NOTHING_AGES, type Row, toCell } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { readEpochDay } from "../time/index.js";
import type { CompiledMeasures, KindPass } from "./compile-measures.js";
import { deriveMeasure, type MeasuringContext } from "./derive-measure.js";
import {
  countRecord,
  finishTally,
  markUndated,
  nextTallyChange,
  type Result,
  startTally,
  type Tally,
} from "./tally.js";

/**
 * What the measures of one account came to.
 *
 * @category Measures
 */
export interface MeasuredAccount {
  /** By measure; `undefined` is unknown, `null` is known to be none. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The facts that an unknown measure would have needed. */
  readonly missing: ReadonlyMap<string, readonly MissingFact[]>;
  /**
   * The first day on which a measure may differ although no record does; `Infinity` when none will.
   */
  readonly nextChange: number;
}

/**
 * The measures of one account, walking each kind of record once.
 *
 * Over a kind that the base supplies, nothing found is 0 (or none, for a date or an extreme); over
 * any other kind, or a window that reaches behind the day since when the kind is complete, the
 * measure is unknown.
 *
 * @param records - the account with its records
 * @param measures - compiled measures
 * @param context - day of asking as an epoch day, and how money is read
 * @returns the cells of all measures, why the unknown ones are, and until when they stay
 *
 * @category Measures
 */
export function measureAccount(
  records: AccountRecords,
  measures: CompiledMeasures,
  context: MeasuringContext,
): MeasuredAccount {
  const { asOf } = context;
  const now = new Map<string, Result>();
  const before = new Map<string, Result>();
  let nextChange = Number.POSITIVE_INFINITY;
  for (const pass of measures.passes) {
    const tallies = pass.measures.map((measure) => {
      return startTally(measure, measures.grown.has(measure.name), asOf);
    });
    nextChange = Math.min(nextChange, walkRecords(pass, tallies, records, context));
    const coverage = records.coverage[pass.kind];
    for (const tally of tallies) {
      const { name } = tally.measure;
      now.set(name, finishTally(tally.current, tally.measure, pass, coverage));
      if (tally.previous !== undefined) {
        before.set(name, finishTally(tally.previous, tally.measure, pass, coverage));
      }
      nextChange = Math.min(nextChange, nextTallyChange(tally, coverage, asOf));
    }
  }
  for (const derived of measures.derived) {
    now.set(derived.name, deriveMeasure(derived, { now, before, records, context }));
  }
  if (measures.changesDaily) nextChange = Math.min(nextChange, asOf + 1);
  const cells = new Map<string, Cell>();
  const missing = new Map<string, readonly MissingFact[]>();
  for (const [name, result] of now) {
    cells.set(name, result.cell);
    if (result.missing.length > 0) missing.set(name, result.missing);
  }
  return { cells, missing, nextChange };
}

/** Counts every record into every measure; gives the first day on which one enters or turns. */
function walkRecords(
  pass: KindPass,
  tallies: readonly Tally[],
  records: AccountRecords,
  { asOf, money }: MeasuringContext,
): number {
  const { slots } = pass.scope;
  // One row for all records, each read into the cells of the one before.
  const cells: Cell[] = slots.map(() => undefined);
  const row: Row = { cells, asOf, cuts: NO_CUTS, ageing: NOTHING_AGES };
  let next = Number.POSITIVE_INFINITY;
  for (const record of records[pass.kind] ?? []) {
    const facts = record as unknown as Readonly<Record<string, unknown>>;
    const day = pass.date === null ? asOf : readEpochDay(facts[pass.date]);
    if (day === undefined) {
      markUndated(tallies, facts, pass);
    } else if (day > asOf) {
      next = Math.min(next, day);
    } else {
      for (const { name, kind, index } of slots) {
        cells[index] = name === pass.date ? day : toCell(facts[name], kind, money);
      }
      const source = { facts, pass, money };
      for (const tally of tallies) next = Math.min(next, countRecord(tally, day, row, source));
    }
  }
  return next;
}
