import type { Job } from "../job.js";
import { lostOf, problemOf } from "../visits-of-a-year.js";

const smoke = process.argv.includes("--smoke");
const DUTIES = smoke ? 10_000 : 1_000_000;
const problem = problemOf(DUTIES);

export const name: Job["name"] = `a year scheduled: ${DUTIES.toLocaleString("en-US")} visits, ten an account, a hundred accounts a person`;

export const contenders: Job["contenders"] = { hoito: () => lostOf(problem) };

/** Of the whole schedule: a hundred thousand accounts and a thousand people within a minute. */
export const goals: Job["goals"] = [{ who: "hoito", atMostMicroseconds: 60_000_000 }];
