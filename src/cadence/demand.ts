import type { AccountRecords } from "../facts/index.js";
import type { MissingFact, Reason } from "../shapes/index.js";
import { isCivilDate, toEpochDay } from "../time/index.js";
import type { Standing } from "./cadence.js";
import type { WindowDays } from "./settle-window.js";

/** What a cadence demands of an account, before its days meet the calendar. */
export interface Demand {
  /** The contacts to be made, each with what tells it from the others of its cadence. */
  readonly open: readonly OpenContact[];
  /** What to report where no contact is to be made. */
  readonly closed?: { readonly key: string; readonly status: "fulfilled" | "exceeded" | "undecided" };
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
}

/** A demand that cannot be told for lack of facts. */
export function undecided(
  key: string,
  missing: readonly MissingFact[],
  nextChange: number,
): Demand {
  return { open: [], closed: { key, status: "undecided" }, because: [], missing, nextChange };
}

/** The day since when all activities are known: −∞ when all are, +∞ when none is. */
export function knownSince({ coverage }: AccountRecords): number {
  const { activities } = coverage;
  if (activities === undefined) return Number.POSITIVE_INFINITY;
  return activities === "complete" ? Number.NEGATIVE_INFINITY : toEpochDay(activities.since);
}

/** The fact that is missing where activities are not known far enough back. */
export function unknownActivities({ coverage }: AccountRecords): MissingFact {
  return { path: "activities", why: coverage.activities === undefined ? "notSupplied" : "incomplete" };
}

/** The first day of the relationship, when it is known. */
export function relationshipStart({ account }: AccountRecords): number | undefined {
  const { relationshipStart: start } = account;
  return isCivilDate(start) ? toEpochDay(start) : undefined;
}
