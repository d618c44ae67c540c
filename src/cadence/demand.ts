import type { AccountRecords, RecordKind } from "../facts/index.js";
import type { MissingFact, Reason } from "../shapes/index.js";
import { FIRST_EPOCH_DAY, isCivilDate, toEpochDay } from "../time/index.js";
import type { Doubt } from "./contacts.js";
import type { Standing } from "./duty.js";
import type { WindowDays } from "./settle-window.js";

/** What a cadence demands of an account, before its days meet the calendar. */
export interface Demand {
  /** The contacts to be made, each with what tells it from the others of its cadence. */
  readonly open: readonly OpenContact[];
  /** What to report where no contact is to be made. */
  readonly closed?: {
    readonly key: string;
    readonly status: "fulfilled" | "exceeded" | "skipped" | "undecided";
  };
  readonly standing?: Standing;
  readonly because: readonly Reason[];
  /** Facts that are missing: an open contact is undecided for them, unless it is late even so. */
  readonly missing: readonly MissingFact[];
  /** The first day on which the demand may differ although no record does. */
  readonly nextChange: number;
}

/** The day of asking, and the day before which a window begins to be told of ahead. */
export interface Horizon {
  readonly asOf: number;
  /** `-Infinity` where only what stands now is asked for. */
  readonly until: number;
}

/** A contact to be made. */
export interface OpenContact {
  readonly key: string;
  readonly days: WindowDays;
  /** It is due on the day of asking, be that a working day or not. */
  readonly isAtOnce?: true;
  /** A limit of contacts does not hold it back. */
  readonly beatsFatigue?: true;
}

/** A demand that cannot be told for lack of facts. */
export function undecided(key: string, doubts: readonly Doubt[], nextChange: number): Demand {
  const closed = { key, status: "undecided" } as const;
  return { open: [], closed, because: [], missing: missingOf(doubts), nextChange };
}

/** The facts that are missing, each once, in an order that does not depend on the records'. */
export function missingOf(doubts: readonly Doubt[]): readonly MissingFact[] {
  const facts = doubts.flatMap(({ missing }) => missing);
  const byName = new Map(facts.map((fact) => [`${fact.path} ${fact.why}`, fact]));
  return [...byName.keys()].sort().map((name) => byName.get(name)!);
}

/** The days of which not every record of a kind is known, as a doubt; none when all are known. */
export function gapsOf({ coverage }: AccountRecords, kind: RecordKind): readonly Doubt[] {
  const known = coverage[kind];
  if (known === "complete") return [];
  if (known === undefined) {
    return [{ day: NEVER, missing: [{ path: kind, why: "notSupplied" }] }];
  }
  const since = toEpochDay(known.since);
  const missing = [{ path: kind, why: "incomplete" }] as const;
  return since === FIRST_EPOCH_DAY ? [] : [{ day: since - 1, missing }];
}

/** After every day, and before every day. */
export const NEVER: number = Number.POSITIVE_INFINITY;
export const EVER: number = Number.NEGATIVE_INFINITY;

/** The first day of the relationship is not known. */
export const NO_START: Doubt = {
  day: NEVER,
  missing: [{ path: "relationshipStart", why: "missing" }],
};

/** The first day of the relationship, when it is known. */
export function relationshipStart({ account }: AccountRecords): number | undefined {
  const { relationshipStart: start } = account;
  return isCivilDate(start) ? toEpochDay(start) : undefined;
}
