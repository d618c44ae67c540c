import { orThrow } from "hoito";
import { checkMovementPlan, commonFactors, movementAgainstPlan, overServed } from "hoito/kpis";
import { movementMatrix } from "hoito/segments";

// A plan for the year: does it add up?
const plan = {
  gain: { count: 4, into: "C" },
  moves: [
    { from: "C", to: "B", count: 1, ofGained: true },
    { from: "B", to: "A", count: 2 },
  ],
} as const;
for (const { message } of checkMovementPlan(plan).findings) console.log(message);
// => the plan takes 1 more accounts out of `B` than it brings

// How far has it come? From the classes of two days, as `classifyAccounts` gives them.
const dictionary = ["A", "B", "C"];
const before = { asOf: "2018-01-01", accountIds: [1, 2, 3], data: [1, 1, 2], dictionary } as const;
const now = { asOf: "2018-07-01", accountIds: [1, 2, 3, 4, 5], data: [0, 1, 2, 2, 1], dictionary };
const asked = { labels: dictionary, order: "bestFirst" } as const;
const movement = orThrow(movementMatrix(before, { ...now, asOf: "2018-07-01" }, asked));
const { gained, moves } = orThrow(movementAgainstPlan(movement, plan));
console.log(gained.value, moves.map(({ figure }) => figure.value).join(" ")); // => 0.5 1 0.5

// Who gets more time than the forecast of their purchases warrants?
const visit = { kind: "visit", status: "held", heldOn: "2018-03-01" } as const;
const left = { relationshipStart: "2015-01-01", relationshipEnd: "2018-05-01" } as const;
const base = {
  accounts: [
    { id: 1, relationshipStart: "2015-01-01", industry: "care", region: "north" },
    {
      id: 2,
      relationshipStart: "2015-01-01",
      industry: "trade",
      region: "north",
      judgements: { purchaseForecastTrend: { value: "falling" } },
    },
    { id: 3, ...left, industry: "trade", region: "south" },
    { id: 4, ...left, industry: "trade", region: "north" },
    { id: 5, relationshipStart: "2016-01-01", industry: "care", region: "south" },
  ],
  coverage: { activities: "complete" },
  activities: [
    { ...visit, id: 1, accountId: 1, durationMinutes: 30 },
    { ...visit, id: 2, accountId: 2, durationMinutes: 120 },
  ],
} as const;
const year = { asOf: "2018-07-01", period: { calendar: "year" } } as const;
for (const { accountId, service } of overServed(base, { timesAverage: 1 }, year).accounts) {
  console.log(accountId, service.value); // => 2 over
}

// What do those who left share, and who else shares it?
const bounds = { fields: ["industry", "region"], atLeastCases: 2, atLeastLift: 2 } as const;
for (const factor of commonFactors(base, bounds, year).factors) {
  const { field, value, ended, staying, lift, accountsSharing } = factor;
  const counts = `${ended.having}/${ended.known} left, ${staying.having}/${staying.known} stayed`;
  console.log(field, value, `${counts}, lift ${lift?.toFixed(1)}, sharing ${accountsSharing}`);
}
// => industry trade 2/2 left, 1/3 stayed, lift 3.0, sharing 2
