import { orThrow } from "../shapes/index.js";
import { type CalendarDefinition, compileCalendar, type WorkingCalendar } from "../time/index.js";

/** The calendar of a sample: Monday to Friday of its span, without its holidays. */
export function fiveDayWeek(span: Omit<CalendarDefinition, "weekend">): WorkingCalendar {
  return orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
}
