import type { RecordKind } from "./customer-base.js";
import { recordDates } from "./field-kinds.js";

/**
 * Every kind of record that belongs to accounts, in the order of the catalogue.
 *
 * @category Facts
 */
export const recordKinds: readonly RecordKind[] = Object.keys(recordDates) as RecordKind[];
