import fc from "fast-check";
import type {
  PlaceContext,
  Schedule,
  ScheduleDuty,
  ScheduleEntry,
  SchedulePerson,
  ScheduleRules,
} from "../../../src/cadence/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { addDays, type CivilDate, compileCalendar } from "../../../src/time/index.js";
import { weekOf } from "../../reference/slow-schedule.js";

/** Weekdays around Easter 2018, with its two holidays. */
export const calendar = orThrow(
  compileCalendar({
    from: "2018-01-01",
    until: "2019-01-01",
    weekend: ["saturday", "sunday"],
    holidays: ["2018-03-30", "2018-04-02", "2018-12-24", "2018-12-25", "2018-12-26"],
  }),
);

/** A Wednesday, so that the first week is short. */
const FIRST: CivilDate = "2018-03-21";
const END: CivilDate = "2018-04-13";

export const rules: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: "leave",
  evenWithinDays: 2,
  levelSteps: 5,
  farFromMinutes: 60,
};

/** A small case: who there is, what is to be done, and how. */
export interface SmallCase {
  readonly duties: readonly ScheduleDuty[];
  readonly people: readonly SchedulePerson[];
  readonly context: PlaceContext;
}

const dayAt = (offset: number): CivilDate => addDays(FIRST, offset);
const PEOPLE = ["anna", "eero", 3];

const absences = fc.array(
  fc.tuple(fc.integer({ min: -2, max: 20 }), fc.integer({ min: 1, max: 9 })).map(([at, length]) => {
    return { from: dayAt(at), until: dayAt(at + length) };
  }),
  { maxLength: 2 },
);

/** People whose week holds up to three contacts of 60 minutes, and something over. */
const people: fc.Arbitrary<readonly SchedulePerson[]> = fc
  .array(fc.record({ minutes: fc.integer({ min: 0, max: 200 }), absences }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) =>
    list.map(({ minutes, absences: away }, index) => {
      return { id: PEOPLE[index]!, weeklyCapacityMinutes: minutes, absences: away };
    }),
  );

const windows = fc
  .tuple(
    fc.integer({ min: -6, max: 24 }),
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 0, max: 12 }),
  )
  .map(([at, before, after]) => {
    return { earliest: dayAt(at - before), ideal: dayAt(at), latest: dayAt(at + after) };
  });

/** Duties, each as long as `efforts` says. */
function duties(efforts: fc.Arbitrary<number>, most: number): fc.Arbitrary<ScheduleDuty[]> {
  const one = fc.record({
    window: windows,
    effortMinutes: efforts,
    eligible: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 2 }),
    significance: fc.integer({ min: 1, max: 3 }),
    permission: fc.constantFrom(...(["allowed", "allowed", "allowed", "forbidden"] as const)),
    closedDays: fc.uniqueArray(fc.integer({ min: 0, max: 22 }).map(dayAt), { maxLength: 4 }),
    region: fc.constantFrom("near", "north"),
    travelMinutes: fc.constantFrom(10, 60, 90),
    accountId: fc.integer({ min: 1, max: 3 }),
    cadence: fc.constantFrom("visit", "call"),
  });
  return fc
    .array(one, { minLength: 1, maxLength: most })
    .map((list) =>
      list.map((duty, index) => ({ ...duty, id: `duty-${String(index).padStart(2, "0")}` })),
    );
}

/** A schedule given out before, kept or not to be kept. */
function previousOf(places: readonly (readonly [string, string | number, number])[]): Schedule {
  const entries = places.map(([id, personId, offset]): ScheduleEntry => {
    const day = dayAt(offset);
    const week = weekOf(day) as ScheduleEntry["week"];
    return { id, kind: "placed", personId, day, week, sequence: 0 };
  });
  return { ...emptySchedule, entries };
}

export const emptySchedule: Schedule = {
  format: "hoito-schedule/1",
  asOf: FIRST,
  until: END,
  entries: [],
  unplaced: [],
  changes: { added: [], moved: [], removed: [] },
  feasibility: { kind: "feasible", placedMinutes: 0, atMostMinutes: 0, gapMinutes: 0 },
  overloads: [],
  conflicts: [],
  loads: [],
  goals: {
    ...{ promises: 0, promisesKept: 0, placed: 0, ownerKept: 0, daysOffIdeal: 0 },
    ...{ unevenness: 0, trips: 0, promisesAndOwners: "optimal" },
  },
  later: [],
  withdrawn: [],
};

/** Small cases; `efforts` of one value give those with an exact answer. */
export function smallCases(
  efforts: fc.Arbitrary<number>,
  more: { readonly rules?: Partial<ScheduleRules>; readonly most?: number } = {},
): fc.Arbitrary<SmallCase> {
  const promised = fc.uniqueArray(
    fc.tuple(
      fc.nat(9).map((index) => `duty-0${index}`),
      fc.constantFrom(...PEOPLE),
      fc.integer({ min: -3, max: 26 }),
    ),
    { selector: ([id]) => id, maxLength: 8 },
  );
  return fc.record({ people, duties: duties(efforts, more.most ?? 9), promised }).map((each) => {
    const context = {
      ...{ asOf: FIRST, until: END, calendar },
      rules: { ...rules, ...more.rules },
      previous: previousOf(each.promised),
    };
    return { duties: each.duties, people: each.people, context };
  });
}
