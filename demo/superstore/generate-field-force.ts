import { addDays, type CivilDate } from "hoito";
import type { Substitution } from "hoito/care";
import type { Absence, Person } from "hoito/facts";
import { seededRandom } from "hoito/presets";

/** Who sells for the wholesaler: made up, as the Superstore names nobody. */
export interface FieldForce {
  readonly people: readonly Person[];
  /** The assistant of a region stands in for its sellers. */
  readonly substitutions: readonly Substitution[];
}

const REGIONS = ["Central", "East", "South", "West"];
const SELLERS = [1, 2, 3];
/** Minutes a week that a seller has for customers. */
const CAPACITIES = [180, 240, 300, 360];
const ASSISTANT_MINUTES = 60;

/**
 * Makes up three sellers and an assistant for each region, how many minutes a week each has for
 * customers, and a week off for some of them in the autumn and in the quarter ahead.
 *
 * @param seed - the same seed gives the same people
 */
export function generateFieldForce({
  asOf,
  seed,
}: {
  readonly asOf: CivilDate;
  readonly seed: number;
}): FieldForce {
  const people = REGIONS.flatMap((region, at) => {
    const assistant = personOf(region, "assistant", 4, ASSISTANT_MINUTES);
    const sellers = SELLERS.map((number) => {
      const random = seededRandom(seed, 100 * at + number);
      const seller = personOf(region, "seller", number, random.pick(CAPACITIES));
      const absences: Absence[] = [];
      if (random.chance(0.3)) absences.push(weekFrom("2017-11-06", "leave"));
      if (random.chance(0.5))
        absences.push(weekFrom(addDays(asOf, 8 + 7 * random.below(10)), "leave"));
      return { ...seller, absences };
    });
    return [...sellers, assistant];
  });
  const substitutions = REGIONS.flatMap((region) =>
    SELLERS.map((number) => ({ personId: `${region}-${number}`, substitutes: [`${region}-4`] })),
  );
  return { people, substitutions };
}

function personOf(
  region: string,
  role: string,
  number: number,
  weeklyCapacityMinutes: number,
): Person {
  return { id: `${region}-${number}`, role, region, plannedUser: true, weeklyCapacityMinutes };
}

/** Monday to Friday. */
function weekFrom(from: CivilDate, reason: string): Absence {
  return { from, until: addDays(from, 5), reason };
}
