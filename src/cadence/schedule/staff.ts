import { type Absence, compareIds, type RecordId } from "../../facts/index.js";
import { type Checked, HoitoError, orThrow } from "../../shapes/index.js";
import {
  countWorkingDays,
  type WorkingCalendar,
  weekdayIndex,
  withAbsences,
} from "../../time/index.js";
import type { Horizon } from "./horizon.js";
import { restOfWeek } from "./rest-of-week.js";
import type { PlaceContext } from "./schedule.js";
import type { SchedulePerson } from "./schedule-duty.js";
import type { ScheduleRules } from "./schedule-rules.js";

/** Most people × days: far more than any field force. */
const MAX_CELLS = 50_000_000;

/** The people of a schedule by number, and when they can work. A slot is person × week. */
export interface Staff {
  readonly ids: readonly RecordId[];
  readonly numbers: ReadonlyMap<RecordId, number>;
  /** 1 where a person works, by person × day. */
  readonly open: Uint8Array;
  /** Days worked, by slot. */
  readonly openDays: Uint8Array;
  /** Minutes, by slot; 0 where no day is worked or nobody has said. */
  readonly capacity: Int32Array;
  /** 1 where the weekly capacity of a person is known. */
  readonly isKnown: Uint8Array;
}

/**
 * The people in the order of their ids, with their days and the minutes of each week.
 *
 * @throws {@link HoitoError} `duplicate-id`, `out-of-range` for a capacity, `too-large`,
 *   `date-outside-calendar`, and what is wrong with absences
 */
export function readStaff(
  people: readonly SchedulePerson[],
  context: PlaceContext,
  horizon: Horizon,
): Staff {
  const { calendar, rules } = context;
  const { dayCount, weekCount } = horizon;
  if (people.length * dayCount > MAX_CELLS) {
    const message = `${people.length} people × ${dayCount} days are more than ${MAX_CELLS}`;
    throw new HoitoError(message, { code: "too-large", path: "people", received: people.length });
  }
  const sorted = people.toSorted((left, right) => compareIds(left.id, right.id));
  const numbers = new Map(sorted.map(({ id }, person) => [id, person]));
  const open = new Uint8Array(sorted.length * dayCount);
  const openDays = new Uint8Array(sorted.length * weekCount);
  const capacity = new Int32Array(sorted.length * weekCount);
  const rest = restOfWeek(context);
  for (const [person, each] of sorted.entries()) {
    checkPerson(each, sorted[person - 1]);
    const row = open.subarray(person * dayCount, (person + 1) * dayCount);
    markOpen(row, each, calendar, horizon);
    for (let day = 0; day < dayCount; day++) {
      if (row[day] === 1) openDays[person * weekCount + horizon.weekOfDay[day]!]!++;
    }
    const weekly = each.weeklyCapacityMinutes ?? 0;
    for (let slot = person * weekCount; slot < (person + 1) * weekCount; slot++) {
      capacity[slot] = minutesOf(weekly, openDays[slot]!, rules);
    }
    const slot = person * weekCount;
    const left = rest.get(each.id);
    if (left === undefined || openDays[slot] === 0) continue;
    const daysOfWeek = openDays[slot]! + weekdayIndex(horizon.fromDay) - 1;
    capacity[slot] = Math.min(left, minutesOf(weekly, daysOfWeek, rules));
  }
  const isKnown = Uint8Array.from(sorted, (each) =>
    Number(each.weeklyCapacityMinutes !== undefined),
  );
  const ids = sorted.map(({ id }) => id);
  return { ids, numbers, open, openDays, capacity, isKnown };
}

function checkPerson(
  { id, weeklyCapacityMinutes = 0 }: SchedulePerson,
  before: SchedulePerson | undefined,
): void {
  if (before?.id === id) {
    const message = `two people have the id \`${id}\``;
    throw new HoitoError(message, { code: "duplicate-id", path: "people", received: id });
  }
  requireMinutes(weeklyCapacityMinutes, `people.${id}.weeklyCapacityMinutes`);
}

/** Throws `out-of-range` unless these are whole minutes, and no more than a year has. */
export function requireMinutes(minutes: number, path: string): void {
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= 527_040) return;
  const message = `\`${minutes}\` is no whole number of minutes from 0 to 527040`;
  throw new HoitoError(message, { code: "out-of-range", path, received: minutes });
}

function markOpen(
  row: Uint8Array,
  { id, absences = [], calendar: own }: SchedulePerson,
  company: WorkingCalendar,
  { fromDay, dayCount }: Horizon,
): void {
  const calendar = own ?? company;
  countWorkingDays(fromDay, fromDay + dayCount, calendar);
  const { workingDays } =
    absences.length === 0 ? calendar : orThrow(absentFrom(calendar, id, absences));
  for (const day of workingDays) {
    if (day >= fromDay && day < fromDay + dayCount) row[day - fromDay] = 1;
  }
}

/** The working days of a person; what is wrong with an absence says whose it is. */
function absentFrom(
  calendar: WorkingCalendar,
  id: RecordId,
  absences: readonly Absence[],
): Checked<WorkingCalendar> {
  const made = withAbsences(calendar, absences);
  if (made.ok) return made;
  const findings = made.findings.map((each) => ({ ...each, path: `people.${id}.${each.path}` }));
  return { ok: false, findings };
}

function minutesOf(weekly: number, days: number, { shortWeeks }: ScheduleRules): number {
  if (days === 0) return 0;
  if (shortWeeks === "whole") return weekly;
  return Math.min(weekly, Math.floor((weekly * days) / shortWeeks.fullWeekDays));
}
