import { type AccountRecords, compareIds, type RecordId } from "../facts/index.js";
import type { MissingFact, Reason } from "../shapes/index.js";
import type { Reach } from "./any-cadence.js";
import { gapsOf, missingOf } from "./demand.js";
import { permissionOn } from "./may-contact.js";

/** The way to reach an account, or why there is none. */
export type Channel =
  | { readonly kind: "open"; readonly channel: string; readonly contactPersonId?: RecordId }
  | { readonly kind: "forbidden"; readonly because: readonly Reason[] }
  | { readonly kind: "unknown"; readonly missing: readonly MissingFact[] };

/**
 * The first channel in order of preference that is certainly allowed; where none is, forbidden only
 * when every one certainly is.
 */
export function findChannel(reach: Reach, records: AccountRecords, day: number): Channel {
  const because: Reason[] = [];
  const missing: MissingFact[] = [];
  const persons = reach.level === "account" ? [undefined] : personsOf(records);
  for (const channel of reach.channels) {
    for (const contactPersonId of persons) {
      const whom = contactPersonId === undefined ? {} : { contactPersonId };
      const asked = permissionOn(records, { ...reach, ...whom, channel }, day);
      if (asked.value.kind === "allowed") return { kind: "open", channel, ...whom };
      because.push(...asked.because);
      missing.push(...asked.missing);
    }
  }
  if (reach.level === "contactPerson") {
    missing.push(...gapsOf(records, "contactPersons").flatMap((each) => each.missing));
    const details = { persons: persons.length };
    const path = "contactPersons";
    because.push({ kind: "step", step: "personsAsked", path, details, of: [] });
  }
  if (missing.length === 0) return { kind: "forbidden", because };
  return { kind: "unknown", missing: missingOf([{ day, missing }]) };
}

/** By id, those who decide first. */
function personsOf({ contactPersons = [] }: AccountRecords): readonly RecordId[] {
  return contactPersons
    .toSorted(
      (a, b) =>
        Number(a.decisionRole !== "decisionMaker") - Number(b.decisionRole !== "decisionMaker") ||
        compareIds(a.id, b.id),
    )
    .map(({ id }) => id);
}
