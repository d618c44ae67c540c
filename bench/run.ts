/**
 * Measures every job under `jobs/` and every curve under `curves/`, and writes `docs/performance.md`.
 *
 * With `--smoke` contenders only have to agree, on small data. With names, as in `npm run bench -- rfm schedule`, only
 * those are measured, and nothing is written.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inChild } from "./in-child.js";
import type { MeasuredCurve } from "./measure-curve.js";
import type { Measured } from "./measure-job.js";
import { writeReport } from "./report.js";
import { type JobResult, resultOf } from "./result.js";
import { tableOf } from "./table.js";

const words = process.argv.slice(2);
const isSmoke = words.includes("--smoke");
const wanted = words.filter((word) => !word.startsWith("--"));

const jobs = filesIn("jobs");
const curves = filesIn("curves");
if (jobs.length + curves.length === 0) throw new Error("no job or curve is called that");

const results: JobResult[] = [];
for (const file of jobs) {
  const measured = inChild<Measured>("measure-job.ts", file, ...(isSmoke ? ["--smoke"] : []));
  if (isSmoke) {
    console.log(`agreed: ${measured.name}`);
    continue;
  }
  const peaks = measured.times.map(({ who }): [string, number] => {
    const { megabytes } = inChild<{ megabytes: number }>("measure-job.ts", file, `--peak=${who}`);
    return [who, megabytes];
  });
  const result = resultOf(measured, new Map(peaks));
  console.log(`\n${tableOf(result)}`);
  results.push(result);
}

const drawn: MeasuredCurve[] = [];
for (const file of curves) {
  const curve = inChild<MeasuredCurve>("measure-curve.ts", file, ...(isSmoke ? ["--smoke"] : []));
  console.log(`\n${curve.name}`);
  if (isSmoke) continue;
  console.table(curve.points);
  drawn.push(curve);
}

if (!isSmoke && wanted.length === 0) await writeReport(results, drawn);

function filesIn(folder: string): readonly string[] {
  const url = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(url).sort();
  const own = files.filter((file) => {
    return wanted.length === 0 || wanted.some((word) => file.startsWith(word));
  });
  return own.map((file) => fileURLToPath(new URL(file, url)));
}
