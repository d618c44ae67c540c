import type { AccountRecords } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, readEpochDay, type WorkingCalendar } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/** Refuses what only JavaScript can hand over as a compiled policy, such as one not compiled yet. */
export function requireCompiled(compiled: CompiledPolicy, path = "compiled"): void {
  if (typeof Object(compiled).hash === "string") return;
  const text = "this is no compiled policy: write `orThrow(compilePolicy(policy))`";
  const at = { code: "not-a-compiled-policy", path, received: compiled };
  throw new HoitoError(text, at);
}

/** Refuses what only JavaScript can hand over as an account with its records. */
export function requireRecords(records: AccountRecords): void {
  const { account, coverage } = Object(records) as Partial<AccountRecords>;
  if (isPart(account) && isPart(coverage)) return;
  const text = "an account comes with its records: write `{ account, coverage, orders, … }`";
  throw new HoitoError(text, { code: "not-account-records", path: "records", received: records });
}

/** Refuses what only JavaScript can hand over as a working calendar, such as none. */
export function requireCalendar({ calendar }: { readonly calendar: WorkingCalendar }): void {
  if (isPart(calendar) && "fromDay" in calendar) return;
  const text = "this is no calendar: write `orThrow(compileCalendar({ from, until, weekend }))`";
  const at = { code: "not-a-calendar", path: "context.calendar", received: calendar };
  throw new HoitoError(text, at);
}

/** The day of asking as an epoch day; without one there is no answer. */
export function dayOfAsking(context: { readonly asOf: CivilDate }): number {
  const { asOf } = Object(context) as Partial<typeof context>;
  const day = readEpochDay(asOf);
  if (day !== undefined) return day;
  const text = `${showInput(asOf)} is no day: write \`{ asOf: "2018-01-31" }\``;
  throw new HoitoError(text, { code: "not-a-civil-date", path: "context.asOf", received: asOf });
}

function isPart(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
