import {
  type Account,
  type AccountRecords,
  type CarePolicy,
  classifyAccount,
  compilePolicy,
  explainAccount,
  orThrow,
  type SegmentOutcome,
} from "hoito";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Engine } from "json-rules-engine";
import type { Job } from "../job.js";

export const name: Job["name"] =
  "1,000 accounts handed over one by one, 12 first-match rules of 4 conditions, 20 fields";

const ACCOUNTS = 1_000;
const AS_OF = "2018-01-22";
const INDUSTRIES = ["trade", "care", "industry"];
const BANDS = [
  { headcount: 5000, turnover: 50_000_000 },
  { headcount: 1000, turnover: 10_000_000 },
  { headcount: 500, turnover: 5_000_000 },
  { headcount: 100, turnover: 1_000_000 },
];

/** One of twelve rules: a band of size in one industry, outside groups. */
const rules = BANDS.flatMap((band) =>
  INDUSTRIES.map((industry) => ({ ...band, industry, label: `${industry}-${band.headcount}` })),
);

const accounts = Array.from({ length: ACCOUNTS }, (_, index): Account => {
  const headcount = (index * 7919) % 8000;
  return {
    id: index,
    names: [{ name: `Account ${index}`, kind: "official" }],
    kind: "organisation",
    customerClass: "sme",
    tradeRole: "dealer",
    relations: ["customer"],
    headcount,
    turnover: { minor: ((index * 104_729) % 9000) * 1_000_000, currency: "EUR" },
    balanceSheet: { minor: headcount * 500_000, currency: "EUR" },
    companyOwnershipShare: 0.1,
    chainSteered: false,
    franchise: false,
    inGroup: index % 5 === 0,
    industry: INDUSTRIES[(index * 31) % INDUSTRIES.length]!,
    region: "Uusimaa",
    relationshipStart: "2012-03-01",
    contractValue: { minor: 1_200_000, currency: "EUR" },
    serviceBreadth: 3,
    marketingAttributes: ["eNews"],
    own: { loyalty: "gold", visits: index },
  };
});
const records = accounts.map((account): AccountRecords => ({ account, coverage: {} }));

const labels = [...rules.map(({ label }) => label), "other"];
const policy: CarePolicy = {
  id: "bench",
  version: "1",
  currency: "EUR",
  segments: {
    band: {
      method: "rules",
      labels: Object.fromEntries(labels.map((label) => [label, {}])),
      hitPolicy: "first",
      rules: rules.map(({ label, headcount, turnover, industry }) => ({
        segment: label,
        when: {
          all: [
            { field: "headcount", atLeast: headcount },
            { field: "turnover", atLeast: { amount: `${turnover}.00`, currency: "EUR" } },
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
    ...rules.flatMap(({ headcount, turnover, industry }, index) => [
      {
        and: [
          { ">=": [{ var: "headcount" }, headcount] },
          { ">=": [{ var: "turnover.minor" }, turnover * 100] },
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
for (const [index, { headcount, turnover, industry }] of rules.entries()) {
  engine.addRule({
    priority: rules.length - index,
    conditions: {
      all: [
        { fact: "headcount", operator: "greaterThanInclusive", value: headcount },
        {
          fact: "turnover",
          operator: "greaterThanInclusive",
          value: turnover * 100,
          path: "$.minor",
        },
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

function byHand({ headcount, turnover, industry, inGroup }: Account): number {
  const position = INDUSTRIES.indexOf(industry!);
  for (let band = 0; band < BANDS.length; band++) {
    const least = BANDS[band]!;
    const isLarge = headcount! >= least.headcount && turnover!.minor >= least.turnover * 100;
    if (isLarge && inGroup === false) return band * INDUSTRIES.length + position;
  }
  return rules.length;
}

async function byEngine(account: Account): Promise<number> {
  const { events } = await engine.run({ ...account });
  return Math.min(rules.length, ...events.map(({ type }) => Number(type)));
}

const codes = new Map(labels.map((label, code) => [label, code]));

function codeOf(outcome: SegmentOutcome): number {
  return outcome.kind === "segment" ? codes.get(outcome.segment)! : Number.NaN;
}

export const contenders: Job["contenders"] = {
  "by hand": () => checksum(accounts.map(byHand)),
  hoito: () => {
    return checksum(
      records.map((each) => codeOf(classifyAccount(each, compiled, { asOf: AS_OF }))),
    );
  },
  "hoito, explained": () => {
    return checksum(
      records.map((each) => codeOf(explainAccount(each, compiled, { asOf: AS_OF }).value)),
    );
  },
  "json-logic-js": () => checksum(accounts.map((each) => jsonLogic.apply(logic, each) as number)),
  "json-rules-engine": async () => {
    const found: number[] = [];
    for (const account of accounts) found.push(await byEngine(account));
    return checksum(found);
  },
};

export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

export const goals: Job["goals"] = [
  { who: "hoito", atMostMicroseconds: 2 },
  { who: "hoito, explained", atMostMicroseconds: 20 },
];

export const remark: Job["remark"] =
  "By hand nothing is checked, no missing fact is told from a no, and the rules cannot be changed.";
