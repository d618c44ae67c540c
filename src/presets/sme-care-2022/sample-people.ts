import type { Person, Team } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { PEOPLE_STREAM } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";

/** The central team, which cares for the segment together. */
export const TEAM: readonly string[] = ["central-1", "central-2", "central-3"];

export const REGIONS: readonly string[] = ["Helsinki", "Tampere", "Rovaniemi"];

/** The named manager of a region. */
export function managerOf(region: string): string {
  return `manager-${region.toLowerCase()}`;
}

export const team: Team = { id: "sme-team", name: "Central SME team", memberIds: TEAM };

/** Three people of the central team and three managers, one of each away in the half-year ahead. */
export function samplePeople(asOf: CivilDate, seed: number): readonly Person[] {
  const away = (after: number) => {
    return [{ from: addDays(asOf, after), until: addDays(asOf, after + 7), reason: "holiday" }];
  };
  const minutes = (least: number, person: number) => {
    return least + 15 * seededRandom(seed, PEOPLE_STREAM + person).below(20);
  };
  const central = TEAM.map((id, at): Person => {
    const absences = at === 0 ? away(20) : [];
    const working = { unit: "central", weeklyCapacityMinutes: minutes(900, at), absences };
    return { id, role: "customerCare", team: "sme-team", plannedUser: true, ...working };
  });
  const managers = REGIONS.map((region, at): Person => {
    const absences = at === 1 ? away(41) : [];
    const working = {
      unit: region,
      region,
      weeklyCapacityMinutes: minutes(600, TEAM.length + at),
      absences,
    };
    return { id: managerOf(region), role: "accountManager", plannedUser: true, ...working };
  });
  return [...central, ...managers];
}
