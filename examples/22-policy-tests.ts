import { type CarePolicy, compileCalendar, compilePolicy, orThrow } from "hoito";
import { parseCases } from "hoito/schemas";
import { checkCoverage, expectPolicy, policyCoverage, runCases, thresholdsOf } from "hoito/testing";

const policy: CarePolicy = {
  id: "our-policy",
  version: "1",
  currency: "EUR",
  parameters: { keyTurnover: { amount: "100000.00", currency: "EUR" } },
  segments: {
    size: {
      method: "rules",
      labels: { key: {}, basic: {} },
      hitPolicy: "first",
      rules: [
        { segment: "key", when: { field: "turnover", atLeast: { parameter: "keyTurnover" } } },
      ],
      otherwise: "basic",
    },
  },
  care: {
    segmentedBy: "size",
    models: {
      personal: { ownership: { mode: "none" }, cadences: ["visits"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", basic: "light" },
  },
  cadences: {
    visits: {
      method: "interval",
      counts: { field: "kind", equals: "visit" },
      earliest: { weeks: 4 },
      ideal: { weeks: 8 },
      latest: { weeks: 10 },
      whenNever: "dueAtOnce",
      roll: "next",
    },
  },
};
const asOf = "2018-03-28";
const span = { from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] } as const;
const question = { asOf, calendar: orThrow(compileCalendar(span)) } as const;
const coverage = policyCoverage(orThrow(compilePolicy(policy)));
const ours = expectPolicy(coverage.policy);

// 1. What holds for every account there could be, and where the policy turns.
ours.toCoverEveryAccount({ asOf });
for (const { field, sides } of thresholdsOf(coverage.policy, { asOf })) {
  console.log(field, JSON.stringify(sides.map((side) => Object(side).minor)));
}
// => turnover [9999999,10000000,10000001]

// 2. What the company says of its customers. One of whom nothing is known is neither.
const turnover = { minor: 10_000_000, currency: "EUR" };
const records = { account: { id: "A", turnover }, coverage: { activities: "complete" } } as const;
ours.toGiveCare(records, "personal", question);
ours.toMakeDue(records, { cadence: "visits", status: "due" }, question);
try {
  ours.not.toClassify({ id: "B" }, "key", { asOf });
} catch (error) {
  console.log((error as Error).message.split("\n")[0]);
}
// => undecided whether account `B` is classified `key` by `size`, which fails either way:

// 3. Cases that colleagues keep as JSON, and how much of the policy all of this brings about.
const file = `{ "asOf": "2018-03-28", "cases": [{
  "description": "a cent below the threshold",
  "given": {
    "account": { "id": "C", "turnover": { "amount": "99999.99", "currency": "EUR" } },
    "coverage": {}
  },
  "expect": { "segment": "basic", "because": ["segments.size.otherwise"] }
}] }`;
console.log(runCases(coverage.policy, orThrow(parseCases(file))).text);
// => met: a cent below the threshold
console.log(checkCoverage(coverage.report(), { percent: 100 }).text.split("\n")[0]);
// => all parts: 6 of 7 is less than 100 %
console.log(coverage.report().text.split("\n").at(-1));
// => never seen: care.models.light comes about
