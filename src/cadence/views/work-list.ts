import { type Activity, compareIds, type RecordId } from "../../facts/index.js";
import {
  addDays,
  type CivilDate,
  type DateSpan,
  isoWeekOf,
  isoWeekStart,
} from "../../time/index.js";
import { compareDuties } from "../compare-duties.js";
import type { Duty } from "../duty.js";

/**
 * An account to be met, and why.
 *
 * @category Cadence
 */
export interface WorkEntry {
  readonly accountId: RecordId;
  readonly isOverdue: boolean;
  /** Of its most significant duty; absent where only plans speak for it. */
  readonly significance?: number;
  /** What is to be done, most pressing first. */
  readonly duties: readonly Duty[];
  /** What is planned within the days of the list, by day. */
  readonly visits: readonly Activity[];
}

/**
 * Whom to meet today, and why: overdue first, each group by significance.
 *
 * On the list is what is planned for the day, and every duty that is late or has reached its ideal
 * day, unless it is planned for another day.
 *
 * @param duties - of any accounts, asked for on `asOf`
 * @param activities - planned ones among others; those of other people may be left out
 * @param context - `asOf`: the day of the list
 * @returns one entry for each account
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example What is planned for the day
 * ```ts
 * import { dayList } from "hoito/cadence";
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", status: "planned" } as const;
 * const activities = [{ ...visit, plannedOn: "2018-03-28" }] as const;
 * dayList([], activities, { asOf: "2018-03-28" }).map(({ accountId }) => accountId); // => ["A"]
 * dayList([], activities, { asOf: "2018-03-29" }); // => []
 * ```
 *
 * @category Cadence
 */
export function dayList(
  duties: readonly Duty[],
  activities: readonly Activity[],
  { asOf }: { readonly asOf: CivilDate },
): readonly WorkEntry[] {
  return workList(duties, activities, { from: asOf, until: addDays(asOf, 1) });
}

/**
 * Whom to meet this ISO week, from the day of asking on, and why: overdue first, each group by
 * significance.
 *
 * @param duties - of any accounts, asked for on `asOf`
 * @param activities - planned ones among others
 * @param context - `asOf`: a day of the week
 * @returns one entry for each account
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example What is planned for Friday, asked on Wednesday
 * ```ts
 * import { weekList } from "hoito/cadence";
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", status: "planned" } as const;
 * const activities = [{ ...visit, plannedOn: "2018-03-30" }] as const;
 * weekList([], activities, { asOf: "2018-03-28" }).length; // => 1
 * ```
 *
 * @category Cadence
 */
export function weekList(
  duties: readonly Duty[],
  activities: readonly Activity[],
  { asOf }: { readonly asOf: CivilDate },
): readonly WorkEntry[] {
  const until = addDays(isoWeekStart(isoWeekOf(asOf)), 7);
  return workList(duties, activities, { from: asOf, until });
}

function workList(
  duties: readonly Duty[],
  activities: readonly Activity[],
  span: DateSpan,
): readonly WorkEntry[] {
  const entries = new Map<RecordId, { duties: Duty[]; visits: Activity[] }>();
  const entry = (id: RecordId): { duties: Duty[]; visits: Activity[] } => {
    const known = entries.get(id) ?? { duties: [], visits: [] };
    entries.set(id, known);
    return known;
  };
  for (const duty of duties) if (isFor(duty, span)) entry(duty.accountId).duties.push(duty);
  for (const activity of activities) {
    if (activity.status === "planned" && isWithin(activity.plannedOn, span)) {
      entry(activity.accountId).visits.push(activity);
    }
  }
  return [...entries].map(([accountId, each]) => entryOf(accountId, each)).sort(compareEntries);
}

function isFor({ value: { planned, window, status } }: Duty, span: DateSpan): boolean {
  if (window === undefined) return false;
  if (planned !== undefined) return isWithin(planned.plannedOn, span);
  return status === "late" || window.ideal < span.until;
}

function isWithin(date: CivilDate | undefined, { from, until }: DateSpan): boolean {
  return date !== undefined && date >= from && date < until;
}

function entryOf(
  accountId: RecordId,
  { duties, visits }: { readonly duties: Duty[]; readonly visits: Activity[] },
): WorkEntry {
  duties.sort(compareDuties);
  visits.sort((a, b) => compareIds(dayOf(a), dayOf(b)) || compareIds(idOf(a), idOf(b)));
  const isOverdue = duties.some(({ value }) => value.status === "late");
  const significance = Math.min(...duties.map((duty) => duty.significance));
  const known = Number.isFinite(significance) ? { significance } : {};
  return { accountId, isOverdue, ...known, duties, visits };
}

function compareEntries(left: WorkEntry, right: WorkEntry): number {
  return (
    Number(right.isOverdue) - Number(left.isOverdue) ||
    (left.significance ?? Number.MAX_VALUE) - (right.significance ?? Number.MAX_VALUE) ||
    compareIds(left.accountId, right.accountId)
  );
}

/** Every visit of a list has a day. */
function dayOf({ plannedOn }: Activity): string {
  return String(plannedOn);
}

function idOf({ id }: Activity): string {
  return String(id);
}
