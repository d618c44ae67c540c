import { checkCapacity, compileCalendar, compilePolicy, definePolicy, orThrow } from "hoito";

// Ten gold accounts get a visit a month, forty-two silver ones a call; one person for all.
const policy = definePolicy({
  id: "field-force",
  version: "1",
  fields: { level: ["gold", "silver"] },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { gold: {}, silver: {} },
      rules: [{ segment: "gold", when: { field: "level", equals: "gold" } }],
      otherwise: "silver",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      close: { ownership: { mode: "onePerson" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "onePerson" }, cadences: ["call"], significance: 2 },
    },
    bySegment: { gold: "close", silver: "light" },
  },
  cadences: {
    visit: {
      method: "quota",
      atLeast: 1,
      per: "month",
      counting: "held",
      spread: "even",
      counts: { field: "kind", equals: "visit" },
      roll: "previous",
      effortMinutes: 60,
    },
    call: {
      method: "quota",
      atLeast: 1,
      per: "month",
      counting: "held",
      spread: "even",
      counts: { field: "kind", equals: "call" },
      roll: "previous",
      effortMinutes: 60,
    },
  },
  schedule: {
    shortWeeks: { fullWeekDays: 5 },
    late: "leave",
    evenWithinDays: 5,
    levelSteps: 10,
    farFromMinutes: 120,
  },
});
const accounts = Array.from({ length: 52 }, (_, id) => {
  return { id, own: { level: id < 10 ? "gold" : "silver" } };
});
const base = {
  accounts,
  coverage: { activities: "complete", ownerships: "complete" },
  ownerships: accounts.map(({ id }) => {
    return { accountId: id, personId: "anna", role: "responsible", naming: "named" } as const;
  }),
  people: [{ id: "anna", weeklyCapacityMinutes: 600 }],
} as const;

const weekend = ["saturday", "sunday"] as const;
const calendar = orThrow(compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend }));
const context = { asOf: "2018-02-01", until: "2018-03-01", calendar } as const;
const { feasibility, gaps, leftOut } = checkCapacity(base, orThrow(compilePolicy(policy)), context);
console.log(feasibility.kind, feasibility.fewestLeftOut); // => infeasible 12
for (const { cells, demandedMinutes, usableMinutes, aloneGives } of gaps) {
  console.log(cells.map(({ personId, weeks }) => `${personId} ${weeks.join(" ")}`).join());
  console.log(demandedMinutes / 60, usableMinutes / 60, JSON.stringify(aloneGives));
}
// => anna 2018-W05 2018-W06 2018-W07 2018-W08 2018-W09
// => 52 40 [{"cadence":"call","contacts":12},{"cadence":"visit","contacts":"notEnough"}]
console.log(JSON.stringify(leftOut)); // => [{"cadence":"call","contacts":12,"minutes":720}]
