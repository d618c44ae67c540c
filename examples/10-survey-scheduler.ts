import { compileCalendar, compilePolicy, decideCare, definePolicy, orThrow } from "hoito";
import type { CivilDate } from "hoito/time";

// NPS once a year in the steady phase, skipped in the year of another survey; a satisfaction
// survey when a service change is completed; at most one survey in sixty days.
const survey = { field: "kind", equals: "survey" } as const;
const nps = { field: "topic", equals: "nps" } as const;
const fatigue = { counts: survey, atMost: 1, within: { days: 60 } } as const;
const policy = definePolicy({
  id: "surveys",
  version: "1",
  measures: { changes: { count: "serviceChanges", over: { rolling: { months: 3 } } } },
  segments: {
    group: {
      method: "rules",
      hitPolicy: "first",
      labels: { all: {} },
      rules: [],
      otherwise: "all",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      asked: { ownership: { mode: "none" }, cadences: ["nps", "afterChange"], significance: 1 },
    },
    bySegment: { all: "asked" },
  },
  cadences: {
    nps: {
      method: "survey",
      appliesWhen: { field: "changes", equals: 0 },
      counts: { all: [survey, nps] },
      skippedAfter: { all: [survey, { not: nps }] },
      per: "year",
      earliest: { months: 1 },
      ideal: { months: 3 },
      latest: { months: 11 },
      roll: "next",
      fatigue,
    },
    afterChange: {
      method: "event",
      record: "serviceChanges",
      on: "completedOn",
      which: "each",
      answeredBy: { contact: survey },
      earliest: { days: 0 },
      ideal: { days: 2 },
      latest: { days: 14 },
      lapses: { days: 14 },
      roll: "next",
      fatigue,
    },
  },
});
const compiled = orThrow(compilePolicy(policy));
const calendar = orThrow(compileCalendar({ from: "2022-01-01", until: "2024-01-01", weekend: [] }));
const records = {
  account: { id: "A" },
  coverage: { activities: "complete", serviceChanges: "complete" },
  serviceChanges: [{ id: 1, accountId: "A", requestedOn: "2022-04-20", completedOn: "2022-05-04" }],
  activities: [
    { id: 9, accountId: "A", kind: "survey", topic: "csat", status: "held", heldOn: "2022-05-10" },
  ],
} as const;

for (const asOf of ["2022-04-01", "2022-05-06", "2022-09-01", "2023-04-01"] as CivilDate[]) {
  const { value } = decideCare(records, compiled, { asOf, calendar }).duties;
  const duties = value.kind === "duties" ? value.duties : [];
  console.log(`${asOf}: ${duties.map((each) => `${each.id} ${each.value.status}`).join(", ")}`);
}
// => 2022-04-01: A|nps|2022#1 due
// => 2022-05-06: A|afterChange|1 due
// => 2022-09-01: A|nps|2022 skipped
// => 2023-04-01: A|nps|2023#1 due
