import type { AccountRecords } from "../facts/index.js";
import type { MissingFact, Reason } from "../shapes/index.js";
import { FIRST_EPOCH_DAY, isCivilDate, toEpochDay } from "../time/index.js";
import type { Standing } from "./cadence.js";
import type { Doubt } from "./contacts.js";
import type { WindowDays } from "./settle-window.js";

/** What a cadence demands of an account, before its days meet the calendar. */
export interface Demand {
  /** The contacts to be made, each with what tells it from the others of its cadence. */
  readonly open: readonly OpenContact[];
  /** What to report where no contact is to be made. */
  readonly closed?: {
    readonly key: string;
    readonly status: "fulfilled" | "exceeded" | "undecided";
  };
  readonly standing?: Standing;
  readonly because: readonly Reason[];
  /** Facts that are missing: an open contact is undecided for them, unless it is late even so. */
  readonly missing: readonly MissingFact[];
  /** The first day on which the demand may differ although no record does. */
  readonly nextChange: number;
}

/** A contact to be made. */
export interface OpenContact {
  readonly key: string;
  readonly days: WindowDays;
  /** It is due on the day of asking, be that a working day or not. */
  readonly isAtOnce?: true;
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

/** The days of which not every activity is known, as a doubt; none when all are known. */
export function gapsOf({ coverage: { activities } }: AccountRecords): readonly Doubt[] {
  if (activities === "complete") return [];
  if (activities === undefined) {
    return [
      { day: Number.POSITIVE_INFINITY, missing: [{ path: "activities", why: "notSupplied" }] },
    ];
  }
  const since = toEpochDay(activities.since);
  const missing = [{ path: "activities", why: "incomplete" }] as const;
  return since === FIRST_EPOCH_DAY ? [] : [{ day: since - 1, missing }];
}

/** The first day of the relationship is not known. */
export const NO_START: Doubt = {
  day: Number.POSITIVE_INFINITY,
  missing: [{ path: "relationshipStart", why: "missing" }],
};

/** The first day of the relationship, when it is known. */
export function relationshipStart({ account }: AccountRecords): number | undefined {
  const { relationshipStart: start } = account;
  return isCivilDate(start) ? toEpochDay(start) : undefined;
}
