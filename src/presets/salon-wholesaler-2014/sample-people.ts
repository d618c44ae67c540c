import type { Substitution } from "../../care/index.js";
import type { Absence, Person } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { PEOPLE_STREAM } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";

/** Where salons are; far regions take a day's trip. */
export const REGIONS: readonly string[] = ["Uusimaa", "Häme", "Turku", "Vaasa"];

/** The field representative of a region. */
export function fieldSellerOf(region: string): string {
  return `field-${region}`;
}

/** The phone sellers share the salons among them, whatever the region. */
export const PHONE_SELLERS: readonly string[] = ["phone-1", "phone-2"];

/** One representative a region and two phone sellers, some of them away in the months ahead. */
export function samplePeople(asOf: CivilDate, seed: number): readonly Person[] {
  const ids = [...REGIONS.map(fieldSellerOf), ...PHONE_SELLERS];
  return ids.map((id, at) => {
    const random = seededRandom(seed, PEOPLE_STREAM + at);
    const isField = at < REGIONS.length;
    const weeklyCapacityMinutes = isField ? random.pick([900, 1_200]) : 1_500;
    const absences: Absence[] = [];
    if (random.chance(0.6)) {
      const from = addDays(asOf, 20 + random.below(60));
      absences.push({ from, until: addDays(from, 7), reason: "leave" });
    }
    const role = isField ? "fieldSales" : "phoneSales";
    const person = { id, role, plannedUser: true, weeklyCapacityMinutes, absences };
    return isField ? { ...person, region: REGIONS[at]! } : person;
  });
}

/** Phone sellers stand in for each other, and for the representatives. */
export function sampleSubstitutions(): readonly Substitution[] {
  const [first, second] = [PHONE_SELLERS[0]!, PHONE_SELLERS[1]!];
  return [
    ...REGIONS.map((region) => ({ personId: fieldSellerOf(region), substitutes: PHONE_SELLERS })),
    { personId: first, substitutes: [second] },
    { personId: second, substitutes: [first] },
  ];
}
