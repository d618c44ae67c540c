import { type Activity, compareIds, type RecordId } from "../../facts/index.js";
import { type CivilDate, type IsoWeekText, isoWeekOf, toIsoWeekText } from "../../time/index.js";
import type { Duty } from "../duty.js";

/**
 * What one person has to do in one week.
 *
 * @category Cadence
 */
export interface PersonWeek {
  readonly personId: RecordId;
  readonly week: IsoWeekText;
  /** Of planned activities and duties not planned yet, those of unknown length left out. */
  readonly minutes: number;
  readonly plannedCount: number;
  readonly dutyCount: number;
  /** Activities and duties whose length is unknown. */
  readonly withoutMinutes: number;
}

/**
 * The load of each person by ISO week: what is planned, and the duties that are not planned yet in
 * the week of their ideal day.
 *
 * A duty that is late, or whose ideal day has passed, weighs on the week of the day of asking. A
 * duty that a planned activity takes the place of counts as that activity. Duties of accounts that
 * nobody answers for are left out.
 *
 * @param duties - of any accounts, asked for on `asOf`
 * @param activities - planned ones among others
 * @param context - `asOf`; `until`, the first day that no longer counts; `ownerOf`, who answers for
 *   each account
 * @returns weeks that hold anything, by person and week
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Half an hour and an unknown length
 * ```ts
 * import { loadByPerson } from "hoito/cadence";
 *
 * const visit = { accountId: "A", kind: "visit", status: "planned", personId: 7 } as const;
 * const activities = [
 *   { ...visit, id: 1, plannedOn: "2018-01-16", durationMinutes: 30 },
 *   { ...visit, id: 2, plannedOn: "2018-01-17" },
 * ] as const;
 * const context = { asOf: "2018-01-15", until: "2018-02-01", ownerOf: new Map() } as const;
 * const [load] = loadByPerson([], activities, context);
 * [load?.week, load?.minutes, load?.withoutMinutes]; // => ["2018-W03", 30, 1]
 * ```
 *
 * @category Cadence
 */
export function loadByPerson(
  duties: readonly Duty[],
  activities: readonly Activity[],
  context: {
    readonly asOf: CivilDate;
    readonly until: CivilDate;
    readonly ownerOf: ReadonlyMap<RecordId, RecordId>;
  },
): readonly PersonWeek[] {
  const { asOf, until, ownerOf } = context;
  const rows = new Map<string, Counts>();
  const add = (
    personId: RecordId | undefined,
    day: CivilDate | undefined,
    minutes: number | undefined,
    count: "plannedCount" | "dutyCount",
  ): void => {
    if (personId === undefined || day === undefined || day < asOf || day >= until) return;
    const week = toIsoWeekText(isoWeekOf(day));
    const key = `${typeof personId} ${String(personId)} ${week}`;
    const row = rows.get(key) ?? { ...NOTHING, personId, week };
    row[count] += 1;
    row.minutes += minutes ?? 0;
    if (minutes === undefined) row.withoutMinutes += 1;
    rows.set(key, row);
  };
  for (const { status, personId, plannedOn, durationMinutes } of activities) {
    if (status === "planned") add(personId, plannedOn, durationMinutes, "plannedCount");
  }
  for (const { accountId, value, effortMinutes } of duties) {
    const { window, planned } = value;
    if (window === undefined || planned !== undefined) continue;
    const day = window.ideal < asOf ? asOf : window.ideal;
    add(ownerOf.get(accountId), day, effortMinutes, "dutyCount");
  }
  return [...rows.values()].sort(
    (a, b) => compareIds(a.personId, b.personId) || compareIds(a.week, b.week),
  );
}

type Counts = { -readonly [Name in keyof PersonWeek]: PersonWeek[Name] };

const NOTHING: Omit<Counts, "personId" | "week"> = {
  minutes: 0,
  plannedCount: 0,
  dutyCount: 0,
  withoutMinutes: 0,
};
