import { compareIds, type RecordId } from "../../facts/index.js";
import type { CivilDate, IsoWeekText } from "../../time/index.js";
import type { Schedule, ScheduleEntry } from "./schedule.js";

/**
 * What one person has to do on one day, the most pressing first: what is late, then by
 * significance, latest day and id. Manual entries, which have no significance, come last.
 *
 * @param schedule - as `placeDuties` gives it
 * @param of - the person and the day
 * @returns entries; none on a day outside the schedule
 *
 * @example An overdue visit comes first
 * ```ts
 * import { entriesOfDay, type Schedule } from "hoito/cadence";
 *
 * const entry = { kind: "placed", personId: "anna", week: "2018-W03", day: "2018-01-15" } as const;
 * const entries: Schedule["entries"] = [
 *   { ...entry, id: "A", sequence: 0, significance: 1 },
 *   { ...entry, id: "B", sequence: 0, significance: 2, isLate: true },
 * ];
 * const found = entriesOfDay({ entries }, { personId: "anna", day: "2018-01-15" });
 * found.map(({ id }) => id); // => ["B", "A"]
 * ```
 *
 * @category Schedule
 */
export function entriesOfDay(
  { entries }: Pick<Schedule, "entries">,
  of: { readonly personId: RecordId; readonly day: CivilDate },
): readonly ScheduleEntry[] {
  return entries
    .filter(({ personId, day }) => personId === of.personId && day === of.day)
    .sort(byPressure);
}

/**
 * What one person has to do in one ISO week, day by day, each day as `entriesOfDay` orders it.
 *
 * @param schedule - as `placeDuties` gives it
 * @param of - the person and the week
 *
 * @category Schedule
 */
export function entriesOfWeek(
  { entries }: Pick<Schedule, "entries">,
  of: { readonly personId: RecordId; readonly week: IsoWeekText },
): readonly ScheduleEntry[] {
  return entries
    .filter(({ personId, week }) => personId === of.personId && week === of.week)
    .sort((left, right) => compareIds(left.day, right.day) || byPressure(left, right));
}

/**
 * What is planned for one account in one calendar year, by month: twelve lists, the first of
 * January.
 *
 * @param schedule - as `placeDuties` gives it
 * @param of - the account and the year
 *
 * @category Schedule
 */
export function yearOfAccount(
  { entries }: Pick<Schedule, "entries">,
  of: { readonly accountId: RecordId; readonly year: number },
): readonly (readonly ScheduleEntry[])[] {
  const ofYear = entries.filter(({ accountId, day }) => {
    return accountId === of.accountId && Number(day.slice(0, 4)) === of.year;
  });
  return Array.from({ length: 12 }, (_, month) =>
    ofYear.filter(({ day }) => Number(day.slice(5, 7)) === month + 1),
  );
}

function byPressure(left: ScheduleEntry, right: ScheduleEntry): number {
  return (
    Number(right.isLate === true) - Number(left.isLate === true) ||
    significanceOf(left) - significanceOf(right) ||
    compareIds(left.latest ?? "", right.latest ?? "") ||
    compareIds(left.id, right.id)
  );
}

function significanceOf({ significance = Number.MAX_VALUE }: ScheduleEntry): number {
  return significance;
}
