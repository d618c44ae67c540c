import { addDays, compileCalendar, orThrow } from "hoito";
import { placeDuties, type ScheduleDuty, type SchedulePerson } from "hoito/cadence";

/**
 * A year of visits: ten an account, a hundred accounts a person, weeks four fifths full.
 */
const FIRST = "2018-01-01";
const VISITS_A_YEAR = 10;
const ACCOUNTS_A_PERSON = 100;
const DAYS_BETWEEN = 36;

const calendar = orThrow(
  compileCalendar({ from: FIRST, until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);
const dates = Array.from({ length: 365 }, (_, day) => addDays(FIRST, day));
const rules = {
  shortWeeks: { fullWeekDays: 5 },
  late: "leave",
  evenWithinDays: 5,
  levelSteps: 10,
  farFromMinutes: 120,
} as const;

/** Visits of an hour, four weeks wide, spread over the year by account. */
export function problemOf(count: number): { duties: ScheduleDuty[]; people: SchedulePerson[] } {
  const peopleCount = Math.ceil(count / VISITS_A_YEAR / ACCOUNTS_A_PERSON);
  const duties = Array.from({ length: count }, (_, index): ScheduleDuty => {
    const account = Math.floor(index / VISITS_A_YEAR);
    const visit = index % VISITS_A_YEAR;
    const ideal = visit * DAYS_BETWEEN + 14 + (account % 13);
    return {
      id: `${account}|visit|2018#${visit}`,
      accountId: account,
      window: {
        earliest: dates[ideal - 14]!,
        ideal: dates[ideal]!,
        latest: dates[Math.min(364, ideal + 14)]!,
      },
      effortMinutes: 60,
      eligible: [account % peopleCount],
      significance: 1 + (account % 3),
      permission: "allowed",
      region: `region-${account % 20}`,
      travelMinutes: (account % 20) * 10,
      cadence: "visit",
    };
  });
  const people = Array.from({ length: peopleCount }, (_, id): SchedulePerson => {
    const away = { from: dates[180 + (id % 30)]!, until: dates[194 + (id % 30)]! };
    return { id, weeklyCapacityMinutes: 24 * 60, absences: [away] };
  });
  return { duties, people };
}

/** How many duties have neither a place nor a reason: none, whatever the size. */
export function lostOf({ duties, people }: ReturnType<typeof problemOf>): number {
  const context = { asOf: FIRST, until: "2019-01-01", calendar, rules } as const;
  const { entries, unplaced } = placeDuties(duties, people, context);
  return duties.length - entries.length - unplaced.length;
}
