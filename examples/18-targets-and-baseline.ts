import { compareBoards, compileKpis, computeBoard, type KpiDefinition, orThrow } from "hoito";
import { againstTargets, type KpiTarget } from "hoito/kpis";

const starts = ["2016-05-01", "2017-02-01", "2017-08-01", "2018-01-15", "2018-02-01", "2018-03-01"];
const accounts = starts.map((start, id) => ({ id, relationshipStart: start as "2016-05-01" }));
const base = { accounts, coverage: {} };
const gained: KpiDefinition = { figure: "newCustomers", version: "1", owner: "sales management" };
const compiled = orThrow(compileKpis({ gained }));
const period = { calendar: "year" } as const;
const board = computeBoard(base, compiled, { asOf: "2018-06-30", period, periodsBefore: 1 });

const target = { kind: "quantity", kpi: "gained", version: "1", bound: "atLeast" } as const;
const targets: KpiTarget[] = [
  { ...target, period: "2018", value: 4 },
  { ...target, period: "2017", value: 2 },
  { kind: "quality", period: "2018", statement: "a care model is tried out in one region" },
];
for (const status of orThrow(againstTargets(board, targets, { steadyWithin: 0 }))) {
  const { margin, attainment, running, trend } = status;
  console.log(JSON.stringify([status.status, margin, attainment, running, trend]));
}
// => ["notReached",-1,0.75,true,"rising"]
// => ["reached",0,1,false,"unknown"]
// => ["undecided",null,null,null,null]

// A baseline is a board that was stored.
const baseline = JSON.parse(
  JSON.stringify(computeBoard(base, compiled, { asOf: "2017-12-31", period })),
);
const [change] = compareBoards(board, baseline).changes;
console.log(change?.before.value, change?.now.value, change?.difference); // => 2 3 1

// Whoever counts otherwise says so by a new version, and nothing is compared silently.
const other = orThrow(compileKpis({ gained: { ...gained, version: "2" } }));
const later = computeBoard(base, other, { asOf: "2018-06-30", period });
console.log(compareBoards(later, baseline).findings[0]?.message);
// => version `2` is not compared with version `1`
