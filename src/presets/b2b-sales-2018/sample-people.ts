import type { Person } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { PEOPLE_STREAM } from "../sample-size.js";
import { seededRandom } from "../seeded-random.js";
import { SELLERS } from "./sample-campaign.js";

/** Minutes a week that a seller has for customers. */
const [LEAST_MINUTES, STEP, STEPS] = [1_200, 15, 20];

/**
 * Seven sellers with electronic calendars, two people of customer service and the main user; one
 * seller fell ill in the campaign (L671), another is away in the spring.
 */
export function samplePeople(asOf: CivilDate, seed: number): readonly Person[] {
  const ill = { from: "2018-02-15", until: "2018-02-17", reason: "illness" } as const;
  const away = { from: addDays(asOf, 33), until: addDays(asOf, 40), reason: "holiday" };
  const sellers = SELLERS.map((id, at): Person => {
    const absences = at === 5 ? [ill] : at === 2 ? [away] : [];
    const random = seededRandom(seed, PEOPLE_STREAM + at);
    const working = { weeklyCapacityMinutes: LEAST_MINUTES + STEP * random.below(STEPS), absences };
    return { id, role: "seller", plannedUser: true, calendarMedium: "electronic", ...working };
  });
  const service = ["service-1", "service-2"].map((id): Person => {
    return { id, role: "customerService", plannedUser: true, weeklyCapacityMinutes: 0 };
  });
  const mainUser: Person = { id: "main-user", role: "mainUser", plannedUser: true };
  return [...sellers, ...service, { ...mainUser, weeklyCapacityMinutes: 0 }];
}
