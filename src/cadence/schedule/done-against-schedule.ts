import type { CivilDate } from "../../time/index.js";
import type { Schedule } from "./schedule.js";

/**
 * What became of the entries of a schedule.
 *
 * @category Schedule
 */
export interface DoneAgainstSchedule {
  /** The share of entries up to the day of asking that were done, on their day or another. */
  readonly value?: number;
  readonly undefinedBecause?: "nothingPlanned";
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly { readonly reason: "toCome"; readonly count: number }[];
  readonly method: "entriesDoneUpToDay";
  /** In the order of the entries. */
  readonly entries: readonly {
    readonly id: string;
    readonly outcome: "done" | "doneOnAnotherDay" | "missed" | "toCome";
  }[];
}

/**
 * How much of a schedule was done by a day, that day included.
 *
 * An entry that was done ahead of its day counts as done on another day; one whose day is still to
 * come and that is not done is excluded. Manual entries are left out.
 *
 * @param schedule - as it was given out
 * @param done - which duties were done and when, by id; of several dates the first counts
 * @param asOf - the last day that counts; what was done later is not done yet
 * @returns the share with its counts, and what became of each entry
 *
 * @example Two of three
 * ```ts
 * import { doneAgainstSchedule, type Schedule } from "hoito/cadence";
 *
 * const entry = { kind: "placed", personId: "anna", week: "2018-W03", sequence: 0 } as const;
 * const entries: Schedule["entries"] = [
 *   { ...entry, id: "A", day: "2018-01-15" },
 *   { ...entry, id: "B", day: "2018-01-16" },
 *   { ...entry, id: "C", day: "2018-01-17" },
 * ];
 * const done = [
 *   { id: "A", doneOn: "2018-01-15" },
 *   { id: "C", doneOn: "2018-01-16" },
 * ] as const;
 * const figure = doneAgainstSchedule({ entries }, done, "2018-01-17");
 * figure.numerator; // => 2
 * figure.entries.map(({ outcome }) => outcome); // => ["done", "missed", "doneOnAnotherDay"]
 * ```
 *
 * @category Schedule
 */
export function doneAgainstSchedule(
  schedule: Pick<Schedule, "entries">,
  done: readonly { readonly id: string; readonly doneOn: CivilDate }[],
  asOf: CivilDate,
): DoneAgainstSchedule {
  const firstDone = new Map<string, CivilDate>();
  for (const { id, doneOn } of done) {
    const known = firstDone.get(id);
    if (doneOn <= asOf && (known === undefined || doneOn < known)) firstDone.set(id, doneOn);
  }
  const entries = schedule.entries
    .filter(({ kind }) => kind !== "manual")
    .map(({ id, day }) => ({ id, outcome: outcomeOf(day, firstDone.get(id), asOf) }));
  const count = entries.filter(({ outcome }) => outcome === "toCome").length;
  const numerator = entries.filter(({ outcome }) => outcome.startsWith("done")).length;
  const denominator = entries.length - count;
  return {
    ...(denominator === 0
      ? { undefinedBecause: "nothingPlanned" as const }
      : { value: numerator / denominator }),
    numerator,
    denominator,
    excluded: count === 0 ? [] : [{ reason: "toCome", count }],
    method: "entriesDoneUpToDay",
    entries,
  };
}

function outcomeOf(
  day: CivilDate,
  doneOn: CivilDate | undefined,
  asOf: CivilDate,
): DoneAgainstSchedule["entries"][number]["outcome"] {
  if (doneOn !== undefined) return doneOn === day ? "done" : "doneOnAnotherDay";
  return day > asOf ? "toCome" : "missed";
}
