import { type Account, type CarePolicy, classifyAccounts, compilePolicy, orThrow } from "hoito";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Engine } from "json-rules-engine";
import type { Job } from "../job.js";

export const name: Job["name"] =
  "1,000 accounts classified by 12 first-match rules of 3 conditions";

const ACCOUNTS = 1_000;
const BANDS = [5000, 1000, 500, 100];
const INDUSTRIES = ["trade", "care", "industry"];

/** One of twelve rules: a band of headcount in one industry, outside groups. */
const rules = BANDS.flatMap((headcount) =>
  INDUSTRIES.map((industry) => ({ label: `${industry}-${headcount}`, headcount, industry })),
);

const accounts = Array.from({ length: ACCOUNTS }, (_, index): Account => {
  return {
    id: index,
    headcount: (index * 7919) % 8000,
    industry: INDUSTRIES[(index * 31) % INDUSTRIES.length]!,
    inGroup: index % 5 === 0,
  };
});
const base = { accounts, coverage: {} };

const labels = [...rules.map(({ label }) => label), "other"];
const policy: CarePolicy = {
  id: "bench",
  version: "1",
  segments: {
    band: {
      method: "rules",
      labels: Object.fromEntries(labels.map((label) => [label, {}])),
      hitPolicy: "first",
      rules: rules.map(({ label, headcount, industry }) => ({
        segment: label,
        when: {
          all: [
            { field: "headcount", atLeast: headcount },
            { field: "industry", equals: industry },
            { field: "inGroup", equals: false },
          ],
        },
      })),
      otherwise: "other",
    },
  },
  care: {
    segmentedBy: "band",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: Object.fromEntries(labels.map((label) => [label, "light"])),
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));

const logic = {
  if: [
    ...rules.flatMap(({ headcount, industry }, index) => [
      {
        and: [
          { ">=": [{ var: "headcount" }, headcount] },
          { "==": [{ var: "industry" }, industry] },
          { "==": [{ var: "inGroup" }, false] },
        ],
      },
      index,
    ]),
    rules.length,
  ],
} as unknown as RulesLogic;

const engine = new Engine([], { allowUndefinedFacts: true });
for (const [index, { headcount, industry }] of rules.entries()) {
  engine.addRule({
    priority: rules.length - index,
    conditions: {
      all: [
        { fact: "headcount", operator: "greaterThanInclusive", value: headcount },
        { fact: "industry", operator: "equal", value: industry },
        { fact: "inGroup", operator: "equal", value: false },
      ],
    },
    event: { type: String(index) },
  });
}
engine.on("success", () => engine.stop());

/** Adds up positions of rules, weighted by the position of the account. */
function checksum(codes: Iterable<number>): number {
  let sum = 0;
  let position = 1;
  for (const code of codes) sum += code * position++;
  return sum;
}

function byHand(account: Account): number {
  const { headcount = 0, industry, inGroup } = account;
  for (let band = 0; band < BANDS.length; band++) {
    if (headcount >= BANDS[band]! && inGroup === false) {
      return band * INDUSTRIES.length + INDUSTRIES.indexOf(industry!);
    }
  }
  return rules.length;
}

async function byEngine(account: Account): Promise<number> {
  const { events } = await engine.run({ ...account });
  return Math.min(rules.length, ...events.map(({ type }) => Number(type)));
}

export const contenders: Job["contenders"] = {
  "hoito classifyAccounts": () => {
    return checksum(classifyAccounts(base, compiled, { asOf: "2018-01-22" }).data);
  },
  "written by hand": () => checksum(accounts.map(byHand)),
  "json-logic-js": () => checksum(accounts.map((each) => jsonLogic.apply(logic, each) as number)),
  "json-rules-engine": async () => {
    const codes: number[] = [];
    for (const account of accounts) codes.push(await byEngine(account));
    return checksum(codes);
  },
};
