import type { AccountRecords } from "../facts/index.js";
import { nextWindowChange } from "../measures/index.js";
import type { MissingFact } from "../shapes/index.js";
import { shiftDayWithin } from "../time/index.js";
import type { CompiledFatigue } from "./compiled-cadence.js";
import { contactsOf } from "./contacts.js";
import { gapsOf, missingOf } from "./demand.js";
import type { Reading } from "./record-row.js";

/** What a limit of contacts does to one that is wanted. */
interface Fatigue {
  /** The first day from the wanted one on that the limit leaves free; `Infinity` for none. */
  readonly freeDay: number;
  /** Contacts within the length that ends with the wanted day. */
  readonly count: number;
  /** Facts that may hide contacts; not empty only where the limit is not reached without them. */
  readonly missing: readonly MissingFact[];
}

/** The contacts that tire, ready to be asked about any day. */
export interface TiringContacts {
  readonly on: (day: number) => Fatigue;
  readonly nextChange: number;
}

/**
 * When a limit of so many contacts within a length lets another one be made.
 *
 * Contacts held and planned count alike; the limit is reached where the length that ends with a day
 * holds as many as are allowed.
 */
export function tiringContacts(
  { contacts: rule, atMost, within }: CompiledFatigue,
  records: AccountRecords,
  reading: Reading,
): TiringContacts {
  const { held, planned, unclear, nextChange } = contactsOf(rule, records, undefined, reading);
  const days = [...held, ...planned].map(({ day }) => day).sort((a, b) => a - b);
  const doubts = [...unclear, ...gapsOf(records, "activities")];
  const since = (day: number): number => shiftDayWithin(day, within, -1);
  const recentOn = (day: number): readonly number[] =>
    days.filter((each) => each <= day && each > since(day));
  const lapseOf = (oldest: number, day: number): number =>
    nextWindowChange({ kind: "rolling", duration: within }, oldest, day);

  const on = (wanted: number): Fatigue => {
    const count = recentOn(wanted).length;
    let freeDay = wanted;
    for (let recent = recentOn(freeDay); recent.length >= atMost; recent = recentOn(freeDay)) {
      freeDay = lapseOf(recent.at(-atMost)!, freeDay);
      if (freeDay === Number.POSITIVE_INFINITY) break;
    }
    const hidden = freeDay > wanted ? [] : doubts.filter(({ day }) => day > since(wanted));
    return { freeDay, count, missing: missingOf(hidden) };
  };

  const { asOf } = reading;
  const coming = days.filter((day) => day > asOf);
  const known = [...days, ...doubts.map(({ day }) => day)];
  const lapses = known.filter(Number.isFinite).map((day) => lapseOf(day, asOf));
  return { on, nextChange: Math.min(nextChange, ...coming, ...lapses) };
}
