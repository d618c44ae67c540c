import { classifyColumns } from "hoito/policy";
import { duckdb } from "../duckdb.js";
import type { Job } from "../job.js";
import { checksum, wideColumns } from "../wide-columns.js";
import { factsOf } from "../wide-facts.js";
import { caseOf, tableOf } from "../wide-query.js";
import { boundsOf, chainOverColumns, widePolicy } from "../wide-rules.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 1_000_000;

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en")} accounts of 20 fields as columns, classified by 12 first-match rules`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);
const [bounds] = boundsOf(1);
const compiled = widePolicy([bounds!]);
const query = duckdb("accounts", () => tableOf(columns), 1);
const hits = new Uint16Array(ACCOUNTS);

export const contenders: Job["contenders"] = {
  "by hand": () => {
    for (let row = 0; row < ACCOUNTS; row++) hits[row] = chainOverColumns(columns, row, bounds!);
    return checksum(hits);
  },
  hoito: () => checksum(classifyColumns(facts, compiled, { asOf: "2018-01-22" }).data),
  "DuckDB, one thread": () => {
    return query(`SELECT sum(${caseOf([bounds!])} * (row % 1009 + 1))::DOUBLE FROM accounts`);
  },
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 2.5, of: "by hand" },
  { who: "hoito", times: 1, of: "DuckDB, one thread" },
];

export const remark: Job["remark"] =
  "Rule after rule is asked of the rows still open, without branches that would have to be foreseen; this makes up for checking every value, which the loop by hand does not.";
