import { classifyColumns } from "hoito/policy";
import type { Job } from "../job.js";
import { checksum, wideColumns } from "../wide-columns.js";
import { factsOf } from "../wide-facts.js";
import { boundsOf, chainOverColumns, widePolicy } from "../wide-rules.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 10_000_000;

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en")} accounts of 20 fields in one process, by 12 first-match rules`;

const columns = wideColumns(ACCOUNTS);
const facts = factsOf(columns);
const [bounds] = boundsOf(1);
const compiled = widePolicy([bounds!]);

export const contenders: Job["contenders"] = {
  "by hand": () => {
    const hits = new Uint16Array(ACCOUNTS);
    for (let row = 0; row < ACCOUNTS; row++) hits[row] = chainOverColumns(columns, row, bounds!);
    return checksum(hits);
  },
  hoito: () => checksum(classifyColumns(facts, compiled, { asOf: "2018-01-22" }).data),
};

/** Of the whole job, once its columns are there. */
export const goals: Job["goals"] = [
  { who: "hoito", atMostMicroseconds: 2_000_000 },
  { who: "hoito", atMostMegabytes: 1_500 },
];
