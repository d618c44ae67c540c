import type { RecordId } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import type { Schedule, ScheduleEntry } from "./schedule.js";

/**
 * An all-day event as calendars exchange it (RFC 5545).
 *
 * @category Schedule
 */
export interface CalendarEvent {
  /** The duty's id: the same however often the event is moved. */
  readonly uid: string;
  /** Grows with every move, so that a calendar knows the newest. */
  readonly sequence: number;
  readonly status: "CONFIRMED" | "CANCELLED";
  readonly from: CivilDate;
  /** Exclusive: the next day. */
  readonly until: CivilDate;
  readonly personId: RecordId;
  readonly accountId?: RecordId;
  readonly minutes?: number;
  /** The duty's title, or its cadence, or its id. */
  readonly summary: string;
}

/**
 * The events of a schedule, ready for whatever writes iCalendar: those that stand, then those taken
 * back.
 *
 * Manual entries are left out: they came from a calendar. Put together with the events of the same
 * people exported before, an event with a higher `sequence` replaces the one of its `uid`.
 *
 * Gotcha: a duty that moves to another person keeps its `uid`; whoever keeps a calendar for each
 * person cancels it in the one it leaves (`changes.moved` says which).
 *
 * @param schedule - as `placeDuties` gives it
 * @returns events in the order of the entries; every `uid` once
 *
 * @example A visit that was moved once
 * ```ts
 * import { type Schedule, toCalendarEvents } from "hoito/cadence";
 *
 * const entry = { kind: "placed", personId: "anna", week: "2018-W03", day: "2018-01-15" } as const;
 * const entries: Schedule["entries"] = [{ ...entry, id: "A|visit|2018#1", sequence: 1 }];
 * const [event] = toCalendarEvents({ entries, withdrawn: [] });
 * event?.uid; // => "A|visit|2018#1"
 * event?.until; // => "2018-01-16"
 * ```
 *
 * @category Schedule
 */
export function toCalendarEvents({
  entries,
  withdrawn,
}: Pick<Schedule, "entries" | "withdrawn">): readonly CalendarEvent[] {
  const standing = entries.filter(({ kind }) => kind !== "manual");
  return [
    ...standing.map((entry) => toEvent(entry, "CONFIRMED")),
    ...withdrawn.map((entry) => toEvent(entry, "CANCELLED")),
  ];
}

function toEvent(entry: ScheduleEntry, status: CalendarEvent["status"]): CalendarEvent {
  const { id, sequence, day, personId, accountId, minutes, title, cadence } = entry;
  return {
    uid: id,
    sequence,
    status,
    from: day,
    until: addDays(day, 1),
    personId,
    ...(accountId === undefined ? {} : { accountId }),
    ...(minutes === undefined ? {} : { minutes }),
    summary: title ?? cadence ?? id,
  };
}
