import {
  type Cell,
  type ExplainedRow,
  type MoneyReading,
  NO_CUTS,
  NOTHING_AGES,
  type Slot,
  toCell,
  whyUnreadable,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";

/** What a record is read with. */
export interface Reading {
  readonly asOf: number;
  readonly money: MoneyReading;
}

/** A record as conditions see it. */
export function rowOf(
  record: object,
  kind: string,
  slots: readonly Slot[],
  reading: Reading,
): ExplainedRow {
  return rowReader(kind, slots, reading)(record);
}

/** Records of a kind one after the other, each in the row that the one before was in. */
export function rowReader(
  kind: string,
  slots: readonly Slot[],
  { asOf, money }: Reading,
): (record: object) => ExplainedRow {
  let facts: Readonly<Record<string, unknown>> = {};
  const cells: Cell[] = slots.map(() => undefined);
  const whyUnknown = (slot: Slot): readonly MissingFact[] => {
    return [{ path: `${kind}.${slot.name}`, why: whyUnreadable(facts[slot.name], slot.kind) }];
  };
  const { currency } = money;
  const row = { cells, asOf, cuts: NO_CUTS, ageing: NOTHING_AGES, currency, whyUnknown };
  return (record) => {
    facts = record as typeof facts;
    for (const slot of slots) cells[slot.index] = toCell(facts[slot.name], slot.kind, money);
    return row;
  };
}
