import {
  type PlaceContext,
  placeDuties,
  type Schedule,
  type ScheduleDuty,
  type SchedulePerson,
} from "../../../src/cadence/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import { calendar, rules } from "./random-problems.js";

/** A visit of an hour by Anna in a week of April 2018, unless said otherwise. */
export function visit(id: string, rest: Partial<ScheduleDuty> = {}): ScheduleDuty {
  return {
    id,
    accountId: "A",
    window: window("2018-04-09", "2018-04-11", "2018-04-13"),
    effortMinutes: 60,
    eligible: ["anna"],
    significance: 1,
    permission: "allowed",
    ...rest,
  };
}

export function window(
  earliest: CivilDate,
  ideal: CivilDate,
  latest: CivilDate,
): NonNullable<ScheduleDuty["window"]> {
  return { earliest, ideal, latest };
}

export const anna: SchedulePerson = { id: "anna", weeklyCapacityMinutes: 300 };
export const eero: SchedulePerson = { id: "eero", weeklyCapacityMinutes: 300 };

/** April to June 2018 for Anna. */
export function schedule(
  duties: readonly ScheduleDuty[],
  context: Partial<PlaceContext> = {},
  people: readonly SchedulePerson[] = [anna],
): Schedule {
  const horizon = { asOf: "2018-04-04", until: "2018-07-01" } as const;
  return placeDuties(duties, people, { ...horizon, calendar, rules, ...context });
}

/** Who does what when, in the order of the schedule. */
export function places({ entries }: Schedule): readonly string[] {
  return entries.map(({ id, personId, day }) => `${id} ${personId} ${day}`);
}

/** Why what has no place has none. */
export function reasons({ unplaced }: Schedule): Readonly<Record<string, string>> {
  return Object.fromEntries(unplaced.map(({ id, reason }) => [id, reason]));
}
