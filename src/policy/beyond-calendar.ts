import type { Duty } from "../cadence/index.js";
import { type Finding, warningAt } from "../shapes/index.js";
import { covers, rollToWorkingDay, type WorkingCalendar } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/**
 * A warning for each cadence that has a duty with a day for which the calendar knows no working
 * day, so that it was not rolled.
 */
export function beyondCalendar(
  duties: readonly Duty[],
  { cadences }: CompiledPolicy,
  calendar: WorkingCalendar,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { id, cadence: name, value } of duties) {
    const { roll } = cadences.get(name)!.cadence;
    if (value.window === undefined || found.has(name)) continue;
    const { ideal, latest } = value.window;
    const day = [ideal, latest].find((each) => {
      return !covers(calendar, each) || rollToWorkingDay(each, roll, calendar) === undefined;
    });
    if (day === undefined) continue;
    const span = `from \`${calendar.from}\` until \`${calendar.until}\``;
    const text = `the calendar ${span} has no working day for \`${day}\` of \`${id}\`: not rolled`;
    found.set(name, warningAt(`cadences.${name}.roll`, "date-outside-calendar", text));
  }
  return [...found.values()];
}
