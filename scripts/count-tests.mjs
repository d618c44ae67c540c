/**
 * Prints how many tests passed and how many failed, out of vitest's JSON reports in `reports/tests`.
 * Plain JavaScript, so that it counts even when the installation of the tools has failed.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = "reports/tests";
const reports = (existsSync(folder) ? readdirSync(folder) : []).map((name) =>
  JSON.parse(readFileSync(`${folder}/${name}`, "utf8")),
);

const total = (field) => reports.reduce((sum, report) => sum + report[field], 0);
console.log(total("numPassedTests"), total("numFailedTests"));
