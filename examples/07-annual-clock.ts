import { compileCalendar, compilePolicy, decideCare, definePolicy, orThrow } from "hoito";
import { annualClock } from "hoito/cadence";
import { toEpochDay } from "hoito/time";

// A key account is met ten times a year, evenly spread: its annual clock.
const policy = definePolicy({
  id: "key-accounts",
  version: "1",
  currency: "EUR",
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { key: {} },
      rules: [],
      otherwise: "key",
    },
  },
  care: {
    segmentedBy: "group",
    models: { keyCare: { ownership: { mode: "none" }, cadences: ["meetings"], significance: 1 } },
    bySegment: { key: "keyCare" },
  },
  cadences: {
    meetings: {
      method: "quota",
      counts: { field: "kind", equals: "meeting" },
      atLeast: 10,
      per: "year",
      counting: "held",
      spread: "even",
      roll: "previous",
    },
  },
});
const compiled = orThrow(compilePolicy(policy));
const weekend = ["saturday", "sunday"] as const;
const calendar = orThrow(compileCalendar({ from: "2020-01-01", until: "2021-01-01", weekend }));

const meeting = { accountId: "A", kind: "meeting" } as const;
const records = {
  account: { id: "A" },
  coverage: { activities: "complete" },
  activities: [
    { ...meeting, id: 1, status: "complete", heldOn: "2020-01-15" },
    { ...meeting, id: 2, status: "complete", heldOn: "2020-02-12" },
    { ...meeting, id: 3, status: "planned", plannedOn: "2020-04-08" },
  ],
} as const;

const clock = annualClock([...compiled.cadences.values()], records, {
  asOf: toEpochDay("2020-03-31"),
  from: toEpochDay("2020-01-01"),
  until: toEpochDay("2021-01-01"),
  by: "month",
  calendar,
  money: { currency: "EUR", rates: undefined },
  significance: 1,
});
console.log(clock.cells.map(({ wanted }) => wanted).join(" ")); // => 1 1 0 1 1 1 1 1 0 1 1 1
console.log(`${clock.held} held and ${clock.planned} planned of ${clock.wanted}`); // => 2 held and 1 planned of 10

const { value } = decideCare(records, compiled, { asOf: "2020-04-01", calendar }).duties;
const due =
  value.kind === "duties" ? value.duties.filter((duty) => duty.value.status === "due") : [];
for (const duty of due) console.log(`${duty.id} until ${duty.value.window?.latest}`);
// => A|meetings|2020#3 until 2020-04-17
