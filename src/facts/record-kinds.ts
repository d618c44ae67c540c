import type { RecordKind } from "./customer-base.js";
import { recordDates } from "./field-kinds.js";

/**
 * Every kind of record that belongs to accounts, in the order of the catalogue.
 *
 * @category Facts
 */
export const recordKinds: readonly RecordKind[] = Object.keys(recordDates) as RecordKind[];

/**
 * Whether a record with this date is a plan: an activity that has none was not held yet. Every other
 * record has its date, so that without one nobody knows when it was.
 *
 * @param kind - of the record
 * @param date - what it holds under {@link recordDates}
 *
 * @example A visit to come, and an order of which the day is lost
 * ```ts
 * import { isUndatedPlan } from "hoito/facts";
 *
 * isUndatedPlan("activities", undefined); // => true
 * isUndatedPlan("orders", undefined); // => false
 * ```
 *
 * @category Facts
 */
export function isUndatedPlan(kind: RecordKind, date: unknown): boolean {
  return date === undefined && kind === "activities";
}
