import type { RecordId } from "../../facts/index.js";

/** Numbers before texts, numbers by size, texts by their code units. */
export function compareIds(left: RecordId, right: RecordId): number {
  if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
