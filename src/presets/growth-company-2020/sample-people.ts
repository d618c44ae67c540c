import type { Substitution } from "../../care/index.js";
import type { Absence, Person } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { PEOPLE_STREAM } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";

/** The seven localities of the company are nameless in the source. */
export const LOCALITIES: readonly string[] = [
  "Helsinki",
  "Tampere",
  "Turku",
  "Oulu",
  "Jyväskylä",
  "Kuopio",
  "Lahti",
];
const SELLERS = [1, 2, 3, 4];
/** Minutes a week that a seller has for customers. */
const CAPACITIES = [240, 360, 480, 600];

/** Four sellers a locality, some of them away for a week or two in the year ahead. */
export function samplePeople(asOf: CivilDate, seed: number): readonly Person[] {
  return LOCALITIES.flatMap((region, at) => {
    return SELLERS.map((number) => {
      const random = seededRandom(seed, PEOPLE_STREAM + 10 * at + number);
      const weeklyCapacityMinutes = random.pick(CAPACITIES);
      const absences: Absence[] = [];
      if (random.chance(0.5)) {
        const from = addDays(asOf, 14 + random.below(300));
        absences.push({ from, until: addDays(from, 7 + 7 * random.below(2)), reason: "leave" });
      }
      const id = `${region}-${number}`;
      return { id, region, role: "seller", plannedUser: true, weeklyCapacityMinutes, absences };
    });
  });
}

/** The next seller of the locality stands in, and the first for the last. */
export function sampleSubstitutions(): readonly Substitution[] {
  return LOCALITIES.flatMap((region) => {
    return SELLERS.map((number) => {
      const substitute = `${region}-${(number % SELLERS.length) + 1}`;
      return { personId: `${region}-${number}`, substitutes: [substitute] };
    });
  });
}
