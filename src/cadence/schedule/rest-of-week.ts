import type { RecordId } from "../../facts/index.js";
import { addDays, isoWeekOf, isoWeekStart, toIsoWeekText } from "../../time/index.js";
import type { PlaceContext } from "./schedule.js";

/**
 * Minutes of a week that has begun which the schedule before has not given out for its days past,
 * by person; nobody where that schedule does not reach as far into the week as the new one.
 *
 * What was promised for Friday while the week was whole still has its room on Thursday, and a
 * person who was busy until Wednesday has no second share of the week for the rest of it.
 */
export function restOfWeek({ asOf, until, previous }: PlaceContext): ReadonlyMap<RecordId, number> {
  const rest = new Map<RecordId, number>();
  const isoWeek = isoWeekOf(asOf);
  if (previous === undefined || isoWeek.weekday === 1 || previous.asOf > asOf) return rest;
  const week = toIsoWeekText(isoWeek);
  const end = addDays(isoWeekStart(isoWeek), 7);
  if (previous.until < (until < end ? until : end)) return rest;
  for (const load of previous.loads) {
    if (load.week === week) rest.set(load.personId, load.capacityMinutes);
  }
  for (const { personId, day, minutes = 0, ...entry } of previous.entries) {
    const left = rest.get(personId);
    if (entry.week !== week || day >= asOf || left === undefined) continue;
    rest.set(personId, Math.max(0, left - minutes));
  }
  return rest;
}
