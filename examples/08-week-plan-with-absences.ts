import { compileCalendar, orThrow } from "hoito";
import { entriesOfWeek, placeDuties, type ScheduleDuty } from "hoito/cadence";

// Easter 2018: Good Friday on 30 March, Easter Monday on 2 April.
const calendar = orThrow(
  compileCalendar({
    from: "2018-01-01",
    until: "2019-01-01",
    weekend: ["saturday", "sunday"],
    holidays: ["2018-03-30", "2018-04-02"],
  }),
);
const rules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 5 },
  evenWithinDays: 2,
  levelSteps: 10,
  farFromMinutes: 90,
} as const;

// Anna has six hours a week for visits and is away in the first week of April; Eero stands in.
const people = [
  {
    id: "anna",
    weeklyCapacityMinutes: 360,
    absences: [{ from: "2018-04-03", until: "2018-04-07" }],
  },
  { id: "eero", weeklyCapacityMinutes: 360 },
] as const;
const visit = (
  accountId: string,
  significance: number,
  window: ScheduleDuty["window"] & object,
): ScheduleDuty => ({
  id: `${accountId}|visit|2018-Q1#1`,
  accountId,
  significance,
  window,
  effortMinutes: 90,
  eligible: ["anna", "eero"],
  permission: "allowed",
  title: accountId,
});
const easter = { earliest: "2018-03-26", ideal: "2018-03-30", latest: "2018-04-06" } as const;
const april = { earliest: "2018-04-03", ideal: "2018-04-04", latest: "2018-04-06" } as const;
const passed = { earliest: "2018-03-01", ideal: "2018-03-10", latest: "2018-03-20" } as const;
const duties = [visit("Aalto", 2, easter), visit("Halla", 1, april), visit("Kaski", 3, passed)];

const context = { asOf: "2018-03-26", until: "2018-04-30", calendar, rules } as const;
const schedule = placeDuties(duties, people, context);
for (const personId of ["anna", "eero"] as const) {
  for (const week of ["2018-W13", "2018-W14"] as const) {
    for (const { day, title, isLate } of entriesOfWeek(schedule, { personId, week })) {
      console.log(`${week} ${personId} ${day} ${title}${isLate ? " (late)" : ""}`);
    }
  }
}
// => 2018-W13 anna 2018-03-26 Kaski (late)
// => 2018-W13 anna 2018-03-29 Aalto
// => 2018-W14 eero 2018-04-04 Halla

// A new account comes: what was promised stays.
const more = [...duties, visit("Niemi", 1, easter)];
const next = placeDuties(more, people, { ...context, previous: schedule });
console.log(next.changes.added.join(), next.changes.moved.length, next.changes.removed.length);
// => Niemi|visit|2018-Q1#1 0 0
