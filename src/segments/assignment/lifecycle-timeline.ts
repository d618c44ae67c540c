import { type AccountRecords, isUndatedPlan, recordDates } from "../../facts/index.js";
import {
  evaluate,
  MET,
  NO_CUTS,
  NOTHING_AGES,
  toCell,
  UNKNOWN,
  whyUnreadable,
} from "../../rules/index.js";
import type { MissingFact } from "../../shapes/index.js";
import { readEpochDay, toEpochDay } from "../../time/index.js";
import type { CompiledEvent, CompiledLifecycle } from "./compiled-lifecycle.js";

/** What happened to an account, by day. */
export interface Timeline {
  /** How often each event happened on each day from the first one on, up to the day of asking. */
  readonly days: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** The first later day on which a record becomes history; `Infinity` when there is none. */
  readonly nextRecord: number;
  /** What would have been needed to be certain. */
  readonly missing: readonly MissingFact[];
}

/** The events of an account from a day on, `-Infinity` for its whole history. */
export function timelineOf(
  records: AccountRecords,
  { events, currency }: CompiledLifecycle,
  span: { readonly from: number; readonly asOf: number },
): Timeline {
  const days = new Map<number, Map<string, number>>();
  const missing = new Map<string, MissingFact>();
  const note = (fact: MissingFact): void => {
    missing.set(`${fact.path} ${fact.why}`, fact);
  };
  let nextRecord = Number.POSITIVE_INFINITY;
  const money = { currency, rates: records.exchangeRates };
  for (const event of events) {
    const gap = gapOf(event, records, span.from);
    if (gap !== undefined) note(gap);
    for (const record of records[event.kind] ?? []) {
      const facts = record as unknown as Readonly<Record<string, unknown>>;
      const day = readEpochDay(facts[event.dateField]);
      if (day === undefined) for (const fact of whyUndated(event, facts)) note(fact);
      if (day === undefined || day < span.from) continue;
      if (day > span.asOf) {
        nextRecord = Math.min(nextRecord, day);
        continue;
      }
      const { happened, unknown } = weigh(event, facts, day, money);
      for (const fact of unknown) note(fact);
      if (!happened) continue;
      const today = days.get(day) ?? new Map<string, number>();
      days.set(day, today.set(event.name, (today.get(event.name) ?? 0) + 1));
    }
  }
  return { days, nextRecord, missing: [...missing.values()] };
}

/** What the base does not know of the kind of record, from a day on. */
function gapOf(
  { kind }: CompiledEvent,
  records: AccountRecords,
  from: number,
): MissingFact | undefined {
  const known = records.coverage[kind];
  if (known === undefined) return { path: kind, why: "notSupplied" };
  if (known === "complete" || toEpochDay(known.since) <= from) return undefined;
  return { path: kind, why: "incomplete" };
}

/** Nothing for a plan, and for a date that a record need not have. */
function whyUndated(
  { kind, dateField }: CompiledEvent,
  facts: Readonly<Record<string, unknown>>,
): readonly MissingFact[] {
  const written = facts[dateField];
  const isPlan =
    dateField === recordDates[kind] ? isUndatedPlan(kind, written) : written === undefined;
  return isPlan ? [] : [{ path: `${kind}.${dateField}`, why: whyUnreadable(written, "date") }];
}

function weigh(
  { kind, scope, where, unknownIsNotMet }: CompiledEvent,
  facts: Readonly<Record<string, unknown>>,
  day: number,
  money: Parameters<typeof toCell>[2],
): { readonly happened: boolean; readonly unknown: readonly MissingFact[] } {
  if (where === undefined) return { happened: true, unknown: [] };
  const { slots } = scope;
  const cells = slots.map((slot) => toCell(facts[slot.name], slot.kind, money));
  const verdict = evaluate(where, { cells, asOf: day, cuts: NO_CUTS, ageing: NOTHING_AGES });
  if (verdict !== UNKNOWN || unknownIsNotMet) return { happened: verdict === MET, unknown: [] };
  const lacking = slots.filter((_, index) => cells[index] === undefined);
  const unknown = lacking.map((slot): MissingFact => {
    return { path: `${kind}.${slot.name}`, why: whyUnreadable(facts[slot.name], slot.kind) };
  });
  return { happened: false, unknown };
}
