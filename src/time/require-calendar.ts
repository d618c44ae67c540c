import { HoitoError } from "../shapes/index.js";
import type { WorkingCalendar } from "./working-calendar.js";

/** Refuses what only JavaScript can hand over as the `calendar` of a question, such as none. */
export function requireCalendar(context: { readonly calendar: WorkingCalendar }): void {
  const { calendar } = Object(context) as Partial<typeof context>;
  if (typeof calendar === "object" && calendar !== null && "fromDay" in calendar) return;
  const text = "this is no calendar: write `orThrow(compileCalendar({ from, until, weekend }))`";
  const at = { code: "not-a-calendar", path: "context.calendar", received: calendar };
  throw new HoitoError(text, at);
}
