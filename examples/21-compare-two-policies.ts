import {
  comparePolicies,
  compileCalendar,
  compilePolicy,
  definePolicy,
  explainMove,
  orThrow,
  withParameters,
} from "hoito";

const policy = definePolicy({
  id: "visits",
  version: "2018",
  parameters: { largeFrom: 1000 },
  segments: {
    size: {
      method: "rules",
      hitPolicy: "first",
      labels: { large: {}, small: {} },
      rules: [
        { segment: "large", when: { field: "headcount", atLeast: { parameter: "largeFrom" } } },
      ],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "size",
    models: {
      personal: { ownership: { mode: "none" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { large: "personal", small: "light" },
  },
  cadences: {
    visit: {
      method: "quota",
      counts: { field: "kind", equals: "visit" },
      atLeast: 1,
      per: "month",
      counting: "held",
      spread: "anyTime",
      roll: "previous",
      effortMinutes: 60,
    },
  },
});
const before = orThrow(compilePolicy(policy));
const after = orThrow(compilePolicy(orThrow(withParameters(policy, { largeFrom: 500 }))));

const accounts = [1200, 700, 20, undefined].map((headcount, index) => {
  const id = "ABCD"[index]!;
  return headcount === undefined ? { id } : { id, headcount };
});
const base = { accounts, coverage: { activities: "complete" } } as const;
const year = { from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] } as const;
const calendar = orThrow(compileCalendar(year));

// What if large customers began at 500 people? Nobody is told anything yet.
const context = { asOf: "2018-01-01", until: "2018-04-01", calendar } as const;
const { changes, care, contacts, hours } = comparePolicies(base, { before, after }, context);
for (const { kind, path } of changes) console.log(kind, path);
for (const { accountId, segment, touched } of care.movers) {
  console.log(`${accountId}: ${segment.from} → ${segment.to}, for ${touched.join(", ")}`);
}
console.log(`${care.moved} of ${care.accounts} move, ${care.undecided} perhaps`);
console.log(`${contacts!.total.appeared} more visits`);
console.log(`minutes: ${hours!.total.minutes.before} → ${hours!.total.minutes.after}`);
// => changed parameters.largeFrom
// => B: small → large, for parameters.largeFrom
// => 1 of 4 move, 1 perhaps
// => 3 more visits
// => minutes: 180 → 360

const records = { account: accounts[3]!, coverage: {} };
const { segment } = explainMove(records, { before, after }, context).after;
console.log(segment.missing[0]!.path, "is", segment.missing[0]!.why);
// => headcount is missing
