import type { RecordLists } from "./customer-base.js";

/**
 * The same records without the free personal notes about contact persons, for everything that
 * leaves the library.
 *
 * A personal note is sensitive: write reports from what this function returns. Records without
 * contact persons come back as they are.
 *
 * @param records - a whole base or the records of one account; they are not changed
 * @returns the records, each contact person without `personalNote`
 *
 * @example A report says who, never what was noted about them
 * ```ts
 * import { withoutPersonalNotes } from "hoito/facts";
 *
 * const records = {
 *   contactPersons: [{ id: 1, accountId: "A", name: "Aino", personalNote: "likes to ski" }],
 * };
 * withoutPersonalNotes(records).contactPersons;
 * // => [{ id: 1, accountId: "A", name: "Aino" }]
 * ```
 *
 * @category Facts
 */
export function withoutPersonalNotes<Records extends RecordLists>(records: Records): Records {
  if (records.contactPersons === undefined) return records;
  const contactPersons = records.contactPersons.map(({ personalNote: _, ...person }) => person);
  return { ...records, contactPersons };
}
