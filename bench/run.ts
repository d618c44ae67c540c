/**
 * Times every job under `jobs/`, after all its contenders have given the same answer. With `--smoke` nothing is timed.
 */
import { readdirSync } from "node:fs";
import { bench, do_not_optimize, run, summary } from "mitata";
import type { Job } from "./job.js";

// Some peers ask the host's time zone.
process.env["TZ"] = "UTC";

const files = readdirSync(new URL("./jobs/", import.meta.url)).sort();
const jobs: Job[] = await Promise.all(files.map((file) => import(`./jobs/${file}`)));
if (jobs.length === 0) throw new Error("no job in `bench/jobs`");

for (const { name, contenders } of jobs) {
  const checksums: { who: string; checksum: number }[] = [];
  for (const [who, work] of Object.entries(contenders)) {
    checksums.push({ who, checksum: await work() });
  }
  console.log(name);
  console.table(checksums);
  if (new Set(checksums.map((each) => each.checksum)).size !== 1) {
    throw new Error(`the contenders of \`${name}\` disagree`);
  }
  summary(() => {
    for (const [who, work] of Object.entries(contenders)) {
      bench(`${name}: ${who}`, async () => do_not_optimize(await work()));
    }
  });
}

if (!process.argv.includes("--smoke")) await run({ throw: true });
