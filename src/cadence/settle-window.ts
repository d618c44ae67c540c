import {
  coversDay,
  LAST_EPOCH_DAY,
  type RollConvention,
  rollDay,
  toCivilDate,
  type WorkingCalendar,
} from "../time/index.js";
import type { DutyState, DutyStatus, DutyWindow } from "./duty.js";

/** A window in day numbers. */
export interface WindowDays {
  readonly earliest: number;
  readonly ideal: number;
  readonly latest: number;
}

/**
 * The window with its ideal and latest day moved to working days where the calendar reaches, and
 * the status it gives.
 *
 * A day that the calendar does not cover, or beyond which it has no working day, stays as it is.
 */
export function settleWindow(
  days: WindowDays,
  roll: RollConvention,
  calendar: WorkingCalendar,
  asOf: number,
): { readonly state: DutyState; readonly nextChange: number } {
  const ideal = within(rolled(days.ideal, roll, calendar));
  const latest = Math.max(ideal, within(rolled(days.latest, roll, calendar)));
  const earliest = Math.min(within(days.earliest), ideal);
  const status = statusOn(asOf, { earliest, ideal, latest });
  const window: DutyWindow = {
    earliest: toCivilDate(earliest),
    ideal: toCivilDate(ideal),
    latest: toCivilDate(latest),
  };
  const daysLate = Math.max(0, asOf - latest);
  const changes = [earliest, ideal, latest + 1].filter((day) => day > asOf);
  const nextChange = Math.min(...changes, Number.POSITIVE_INFINITY);
  return { state: { status, window, daysLate }, nextChange };
}

function rolled(day: number, roll: RollConvention, calendar: WorkingCalendar): number {
  return coversDay(calendar, day) ? (rollDay(day, roll, calendar) ?? day) : day;
}

/** Days beyond the supported dates stand on the last of them. */
function within(day: number): number {
  return Math.min(day, LAST_EPOCH_DAY);
}

function statusOn(asOf: number, { earliest, ideal, latest }: WindowDays): DutyStatus {
  if (asOf > latest) return "late";
  if (asOf >= ideal) return "due";
  return asOf >= earliest ? "ok" : "early";
}
