import { type CarePolicy, compilePolicy, orThrow } from "hoito";
import { type AccountColumns, accountFact } from "hoito/facts";
import { columnsOfAccounts } from "hoito/policy";
import { readEpochDay } from "hoito/time";
import type { Job } from "../job.js";
import { CLASSES, LEVELS, wideColumns } from "../wide-columns.js";
import { wideAccounts } from "../wide-rows.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 2_000 : 200_000;

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en")} accounts as rows turned into 13 columns`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const accounts = wideAccounts(wideColumns(ACCOUNTS));
const NUMBERS = ["headcount", "companyOwnershipShare", "serviceBreadth"];
const MONEY = ["turnover", "balanceSheet", "contractValue"];
const WORDS = ["industry", "region"];
const LISTS = { customerClass: CLASSES, growthPotential: LEVELS, strategicFit: LEVELS };
const FIELDS = [
  ...[...NUMBERS, ...MONEY, ...WORDS, ...Object.keys(LISTS)],
  ...["relationshipStart", "inGroup"],
];

/** A policy that reads them all. */
const compiled = orThrow(
  compilePolicy({
    id: "bench",
    version: "1",
    currency: "EUR",
    segments: {
      known: {
        method: "rules",
        labels: { no: {}, yes: {} },
        hitPolicy: "first",
        rules: FIELDS.map((field) => ({ segment: "no", when: { field, isMissing: true } })),
        otherwise: "yes",
      },
    },
    care: {
      segmentedBy: "known",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { no: "light", yes: "light" },
    },
    cadences: {},
  } as unknown as CarePolicy),
);

type Data = Readonly<Record<string, ArrayLike<number>>>;

/** Adds up a few rows of every column: reading all of it would be another job. */
function checksum(columns: Data): number {
  let sum = 0;
  for (const field of FIELDS) {
    for (let row = 0; row < ACCOUNTS; row += 97) sum += columns[field]![row]! * ((row % 1009) + 1);
  }
  return Math.round(sum);
}

function dictionary(): (word: string) => number {
  const codes = new Map<string, number>();
  return (word) => {
    const known = codes.get(word);
    if (known !== undefined) return known;
    codes.set(word, codes.size);
    return codes.size - 1;
  };
}

/** One loop over all accounts; a fact that is missing or of another kind leaves its bit unset. */
function byHand(): number {
  const number = () => new Float64Array(ACCOUNTS);
  const bytes = () => new Uint8Array(ACCOUNTS);
  const [headcount, companyOwnershipShare, serviceBreadth] = [number(), number(), number()];
  const [turnover, balanceSheet, contractValue] = [number(), number(), number()];
  const [industry, region] = [new Int32Array(ACCOUNTS), new Int32Array(ACCOUNTS)];
  const [customerClass, growthPotential, strategicFit] = [bytes(), bytes(), bytes()];
  const relationshipStart = new Int32Array(ACCOUNTS);
  const inGroup = bytes();
  const valid = FIELDS.map(() => new Uint8Array(Math.ceil(ACCOUNTS / 8)));
  const [a, b, c, d, e, f, g, h, i, j, k, l, m] = valid as unknown as Uint8Array[];
  const [industryOf, regionOf] = [dictionary(), dictionary()];
  for (let row = 0; row < ACCOUNTS; row++) {
    const account = accounts[row]!;
    const byte = row >> 3;
    const bit = 1 << (row & 7);
    const heads = account.headcount;
    if (typeof heads === "number" && Number.isFinite(heads)) {
      headcount[row] = heads;
      a![byte]! |= bit;
    }
    const share = account.companyOwnershipShare;
    if (typeof share === "number" && Number.isFinite(share)) {
      companyOwnershipShare[row] = share;
      b![byte]! |= bit;
    }
    const breadth = account.serviceBreadth;
    if (typeof breadth === "number" && Number.isFinite(breadth)) {
      serviceBreadth[row] = breadth;
      c![byte]! |= bit;
    }
    const sold = account.turnover;
    if (sold?.currency === "EUR" && Number.isSafeInteger(sold.minor)) {
      turnover[row] = sold.minor;
      d![byte]! |= bit;
    }
    const owned = account.balanceSheet;
    if (owned?.currency === "EUR" && Number.isSafeInteger(owned.minor)) {
      balanceSheet[row] = owned.minor;
      e![byte]! |= bit;
    }
    const agreed = account.contractValue;
    if (agreed?.currency === "EUR" && Number.isSafeInteger(agreed.minor)) {
      contractValue[row] = agreed.minor;
      f![byte]! |= bit;
    }
    const trade = account.industry;
    if (typeof trade === "string") {
      industry[row] = industryOf(trade);
      g![byte]! |= bit;
    }
    const place = account.region;
    if (typeof place === "string") {
      region[row] = regionOf(place);
      h![byte]! |= bit;
    }
    const own = CLASSES.indexOf(account.customerClass!);
    if (own >= 0) {
      customerClass[row] = own;
      i![byte]! |= bit;
    }
    const growth = LEVELS.indexOf(account.judgements?.growthPotential?.value as "low");
    if (growth >= 0) {
      growthPotential[row] = growth;
      j![byte]! |= bit;
    }
    const fit = LEVELS.indexOf(account.judgements?.strategicFit?.value as "low");
    if (fit >= 0) {
      strategicFit[row] = fit;
      k![byte]! |= bit;
    }
    const day = readEpochDay(account.relationshipStart);
    if (day !== undefined) {
      relationshipStart[row] = day;
      l![byte]! |= bit;
    }
    if (typeof account.inGroup === "boolean") {
      inGroup[row] = account.inGroup ? 1 : 0;
      m![byte]! |= bit;
    }
  }
  return checksum({
    headcount,
    companyOwnershipShare,
    serviceBreadth,
    turnover,
    balanceSheet,
    contractValue,
    industry,
    region,
    customerClass,
    growthPotential,
    strategicFit,
    relationshipStart,
    inGroup,
  });
}

function byKey(): number {
  const columns: Record<string, number[]> = {};
  for (const field of FIELDS) columns[field] = [];
  const codes = new Map(WORDS.map((field) => [field, dictionary()]));
  for (const account of accounts) {
    for (const field of FIELDS) {
      const fact = accountFact(account, field);
      let value = Number.NaN;
      if (NUMBERS.includes(field)) value = fact as number;
      else if (MONEY.includes(field)) value = (fact as { minor: number }).minor;
      else if (WORDS.includes(field)) value = codes.get(field)!(fact as string);
      else if (field === "relationshipStart") value = readEpochDay(fact)!;
      else if (field === "inGroup") value = fact ? 1 : 0;
      else value = LISTS[field as keyof typeof LISTS].indexOf(fact as never);
      columns[field]!.push(value);
    }
  }
  return checksum(columns);
}

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => {
    const { fields }: AccountColumns = columnsOfAccounts(accounts, compiled);
    return checksum(Object.fromEntries(FIELDS.map((field) => [field, fields[field]!.data])));
  },
  "a loop over names": byKey,
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 1.5, of: "by hand" },
  { who: "hoito", times: 1 / 8, of: "a loop over names" },
];

export const remark: Job["remark"] =
  "Accounts are read in a loop of its own for each field, block by block, and blocks are put one behind the other as a column. Every field has three states and is checked for its kind; the loop by hand knows its thirteen fields, one currency, and no fact that is known to be none. The loop over names is out of reach by more: even the loop by hand is not eight times as fast.";
