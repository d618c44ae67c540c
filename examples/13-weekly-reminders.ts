import { compileCalendar, orThrow } from "hoito";
import {
  type ActivityEvent,
  type CampaignDefinition,
  compileCampaign,
  ledgerOf,
  openCampaign,
  remindMembers,
} from "hoito/campaigns";
import spring from "../tests/golden/campaigns/spring-2018.json" with { type: "json" };

const definition = spring.definition as unknown as CampaignDefinition;
const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
const year = { from: "2018-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
const open = orThrow(openCampaign([{ id: "Aino" }, { id: "Eero" }], campaign, { calendar }));

// Friday afternoon of the third week: one visit of Aino's is still open, and nothing is planned.
const visit = { id: 1, accountId: "Aalto", personId: "Aino", kind: "meeting" } as const;
const heading = { customer: "Aalto", site: "Espoo", reason: "new range" };
const events: readonly ActivityEvent[] = [
  {
    at: "2018-01-31T16:00:00Z",
    kind: "logged",
    activity: { ...visit, heldOn: "2018-01-31", status: "held", heading, notes: "range shown" },
  },
];
const at = "2018-02-02T13:00:00Z";
const ledger = ledgerOf(events, open, { at });

// The key stays the same, so a host that keeps the keys it has sent never sends a reminder twice.
for (const reminder of remindMembers(ledger, open, { at })) {
  const { key, memberId, dueAt, missing, pointsAtStake, stillReachable } = reminder;
  console.log(`${key}: ${memberId} has until ${dueAt}`);
  console.log(`${pointsAtStake} points at stake, ${stillReachable} still reachable`);
  for (const { criterion, lacking, planned } of missing) {
    const what = [
      ...lacking.map(({ activityId }) => activityId),
      ...planned.map(({ week }) => week),
    ];
    console.log(`- ${criterion}: ${what.length === 0 ? "no visit" : what.join(", ")}`);
  }
}
// => spring|2018-W05|Aino: Aino has until 2018-02-05T10:00:00Z
// => 2 points at stake, 48 still reachable
// => - status: 1
// => - plan: 2018-W06, 2018-W07, 2018-W08
// => spring|2018-W05|Eero: Eero has until 2018-02-05T10:00:00Z
// => 5 points at stake, 48 still reachable
// => - status: no visit
// => - notes: no visit
// => - heading: no visit
// => - type: no visit
// => - plan: 2018-W06, 2018-W07, 2018-W08
