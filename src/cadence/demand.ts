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
  readonly missing: readonly MissingFact[];
  /** The first day on which the demand may differ although no record does. */
  readonly nextChange: number;
}

/** A contact to be made. */
export interface OpenContact {
  readonly key: string;
  readonly days: WindowDays;
  /** It is due on the day of asking, whether that day is worked or not. */
  readonly isAtOnce?: true;
  /** The days are the last there could be: unless even these have passed, the contact is undecided. */
  readonly unlessLate?: readonly MissingFact[];
}

/** A demand that cannot be told for lack of facts; each of them is named once, in order of path. */
export function undecided(
  key: string,
  missing: readonly MissingFact[],
  nextChange: number,
): Demand {
  const closed = { key, status: "undecided" } as const;
  return { open: [], closed, because: [], missing: namedOnce(missing), nextChange };
}

/** The facts without repetition, in an order that does not depend on that of the records. */
export function namedOnce(missing: readonly MissingFact[]): readonly MissingFact[] {
  const byName = new Map(missing.map((fact) => [`${fact.path} ${fact.why}`, fact]));
  return [...byName.keys()].sort().map((name) => byName.get(name)!);
}

/** What may hide a contact: unclear activities, and all days of which not every activity is known. */
export function doubtsOf(
  unclear: readonly Doubt[],
  { coverage: { activities } }: AccountRecords,
): readonly Doubt[] {
  if (activities === undefined) {
    const missing = [{ path: "activities", why: "notSupplied" }] as const;
    return [{ day: Number.POSITIVE_INFINITY, missing }, ...unclear];
  }
  if (activities === "complete") return unclear;
  const since = toEpochDay(activities.since);
  const missing = [{ path: "activities", why: "incomplete" }] as const;
  return since === FIRST_EPOCH_DAY ? unclear : [{ day: since - 1, missing }, ...unclear];
}

/** The first day of the relationship, when it is known. */
export function relationshipStart({ account }: AccountRecords): number | undefined {
  const { relationshipStart: start } = account;
  return isCivilDate(start) ? toEpochDay(start) : undefined;
}
