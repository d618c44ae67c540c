import {
  type ExplainedRow,
  type MoneyReading,
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

const NONE: ReadonlySet<number> = new Set();
const NO_CUTS: ReadonlyMap<string, number> = new Map();

/** A record as conditions see it. */
export function rowOf(
  record: object,
  kind: string,
  slots: readonly Slot[],
  { asOf, money }: Reading,
): ExplainedRow {
  const facts = record as Readonly<Record<string, unknown>>;
  const cells = slots.map((slot) => toCell(facts[slot.name], slot.kind, money));
  const whyUnknown = (slot: Slot): readonly MissingFact[] => {
    return [{ path: `${kind}.${slot.name}`, why: whyUnreadable(facts[slot.name], slot.kind) }];
  };
  return { cells, asOf, cuts: NO_CUTS, ageing: NONE, currency: money.currency, whyUnknown };
}
