import type { RecordId } from "./record-id.js";

/**
 * Which of two ids comes first in a list: numbers by size before texts by their code units, so that
 * the order of a result never depends on that of the input.
 *
 * @param left - an id
 * @param right - another
 * @returns below 0 when `left` comes first, above 0 when `right` does, 0 for the same id
 *
 * @category Facts
 */
export function compareIds(left: RecordId, right: RecordId): number {
  if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
  return Number(left > right) - Number(left < right);
}
