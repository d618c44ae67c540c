import type { Person, RecordId } from "../facts/index.js";
import type { Decision, MissingFact, Reason } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";

/**
 * Who stands in for a person, the first choice first.
 *
 * @category Care
 */
export interface Substitution {
  readonly personId: RecordId;
  readonly substitutes: readonly RecordId[];
}

/**
 * Who does the work of a person on a day.
 *
 * @category Care
 */
export type SubstituteOutcome =
  /** The person is there. */
  | { readonly kind: "present"; readonly personId: RecordId }
  | { readonly kind: "substitute"; readonly personId: RecordId }
  /** Everybody who could stand in is away too. */
  | { readonly kind: "nobody"; readonly away: readonly RecordId[] }
  /** Of some nobody knows whether they are there. */
  | {
      readonly kind: "undecided";
      readonly candidates: readonly RecordId[];
      /** Whether it is possible that nobody is there. */
      readonly orNobody: boolean;
    };

/**
 * The people of the company, and who stands in for whom.
 *
 * @category Care
 */
export interface Staff {
  readonly people: readonly Person[];
  readonly substitutions: readonly Substitution[];
}

/**
 * Who does the work of a person on a day: the person, or whoever stands in.
 *
 * An absence holds from its first day until the day before `until`. A person's own substitutes come
 * first, in their order; when all of them are away, the substitutes of the first, then those of the
 * second, and so on. Nobody is asked twice, so that two people may stand in for each other. Whether
 * somebody is there is unknown who is not among the people or has no list of absences: `[]` says
 * that there are none.
 *
 * @param personId - whose work it is
 * @param staff - people with their absences, and substitutions in any order; a person's later
 *   entries follow the earlier ones
 * @param context - the day
 * @returns the person who is there, nobody with all who were asked, or the candidates with what is
 *   missing
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` or an absence is no date
 *
 * @example A chain of substitutes
 * ```ts
 * import { findSubstitute } from "hoito/care";
 *
 * const week = { from: "2018-02-19", until: "2018-02-26" } as const;
 * const people = [
 *   { id: "anna", absences: [week] },
 *   { id: "eero", absences: [week] },
 *   { id: "liisa", absences: [] },
 * ];
 * const substitutions = [
 *   { personId: "anna", substitutes: ["eero"] },
 *   { personId: "eero", substitutes: ["liisa"] },
 * ];
 * const on = (asOf: "2018-02-25" | "2018-02-26") =>
 *   findSubstitute("anna", { people, substitutions }, { asOf }).value;
 * on("2018-02-25"); // => { kind: "substitute", personId: "liisa" }
 * on("2018-02-26"); // => { kind: "present", personId: "anna" }
 * ```
 *
 * @category Care
 */
export function findSubstitute(
  personId: RecordId,
  staff: Staff,
  context: { readonly asOf: CivilDate },
): Decision<SubstituteOutcome> {
  const asOf = toEpochDay(context.asOf);
  const people = new Map(staff.people.map((each) => [each.id, each]));
  const substitutes = new Map<RecordId, (readonly RecordId[])[]>();
  for (const entry of staff.substitutions) {
    const lists = substitutes.get(entry.personId);
    if (lists === undefined) substitutes.set(entry.personId, [entry.substitutes]);
    else lists.push(entry.substitutes);
  }
  const queue = new Set([personId]);
  const asked: RecordId[] = [];
  const unknown: RecordId[] = [];
  for (const each of queue) {
    const presence = presenceOf(people.get(each), asOf);
    asked.push(each);
    if (presence === "present") return settle(personId, asked, unknown, each);
    if (presence === "unknown") unknown.push(each);
    for (const next of substitutes.get(each)?.flat() ?? []) queue.add(next);
  }
  return settle(personId, asked, unknown, undefined);
}

function presenceOf(person: Person | undefined, asOf: number): "present" | "away" | "unknown" {
  if (person?.absences === undefined) return "unknown";
  const isAway = person.absences.some(({ from, until }) => {
    return toEpochDay(from) <= asOf && asOf < toEpochDay(until);
  });
  return isAway ? "away" : "present";
}

function settle(
  personId: RecordId,
  asked: readonly RecordId[],
  unknown: readonly RecordId[],
  found: RecordId | undefined,
): Decision<SubstituteOutcome> {
  const details = { personId, asked };
  const because: readonly Reason[] = [
    { kind: "step", step: "substitutes", path: "people", details, of: [] },
  ];
  if (unknown.length > 0) {
    const candidates = found === undefined ? unknown : [...unknown, found];
    const missing = unknown.map((each): MissingFact => {
      return { path: `people.${each}.absences`, why: "notSupplied" };
    });
    const value = { kind: "undecided" as const, candidates, orNobody: found === undefined };
    return { value, because, missing };
  }
  if (found === undefined) return { value: { kind: "nobody", away: asked }, because, missing: [] };
  const kind = found === personId ? "present" : "substitute";
  return { value: { kind, personId: found }, because, missing: [] };
}
