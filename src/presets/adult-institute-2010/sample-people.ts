import type { Person, Team } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { PEOPLE_STREAM } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";

/** Five account owners, as an excerpt outside the source counts them. */
export const OWNERS: readonly string[] = ["owner-1", "owner-2", "owner-3", "owner-4", "owner-5"];

/** Who leads the customer team. */
export const MANAGER = "relationship-manager";

/** The relationship manager leads the customer team (L650). */
export function customerTeam(): Team {
  return {
    id: "customer-team",
    name: "Customer team",
    memberIds: [MANAGER, ...OWNERS],
    leadId: MANAGER,
  };
}

/** Account owners, the relationship manager, three sector managers and marketing. */
export function samplePeople(asOf: CivilDate, seed: number): readonly Person[] {
  const summer = { from: addDays(asOf, 6), until: addDays(asOf, 34), reason: "holiday" };
  const owners = OWNERS.map((id, at): Person => {
    const absences = at % 2 === 0 ? [summer] : [];
    const weeklyCapacityMinutes = 600 + 15 * seededRandom(seed, PEOPLE_STREAM + at).below(20);
    const working = { weeklyCapacityMinutes, absences, plannedUser: true };
    return { id, role: "accountOwner", team: "customer-team", ...working };
  });
  const sectors = [1, 2, 3].map((number): Person => {
    return { id: `sector-manager-${number}`, role: "sectorManager", weeklyCapacityMinutes: 60 };
  });
  return [
    ...owners,
    { id: MANAGER, role: "relationshipManager", team: "customer-team", weeklyCapacityMinutes: 300 },
    ...sectors,
    { id: "marketing", role: "marketing", plannedUser: true, weeklyCapacityMinutes: 300 },
  ];
}
