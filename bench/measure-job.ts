/**
 * In a process of its own: `measure-job.ts FILE` times one job and prints the result as JSON; with `--smoke` it only
 * checks that all contenders agree; with `--peak=WHO` it does the job once and prints the peak of its memory.
 */
import { pathToFileURL } from "node:url";
import type { Job } from "./job.js";
import { measureAll, type Times } from "./measure.js";

/** What one job came to. */
export interface Measured {
  readonly name: Job["name"];
  readonly pieces: Job["pieces"];
  readonly goals: NonNullable<Job["goals"]>;
  readonly remark: Job["remark"];
  readonly times: readonly Times[];
}

const file = process.argv[2]!;
const job: Job = await import(pathToFileURL(file).href);
const peakOf = process.argv.find((each) => each.startsWith("--peak="))?.slice("--peak=".length);

if (peakOf !== undefined) {
  await job.contenders[peakOf]!();
  answer({ megabytes: process.resourceUsage().maxRSS / 1024 });
} else {
  await refuseDisagreement(job);
  const isSmoke = process.argv.includes("--smoke");
  const times = isSmoke ? [] : await measureAll(job.contenders);
  const { name, pieces, goals = [], remark } = job;
  answer({ name, pieces, goals, remark, times } satisfies Measured);
}

/** All contenders give the same answer, before any time is taken. */
async function refuseDisagreement({ name, contenders }: Job): Promise<void> {
  const checksums: { who: string; checksum: number }[] = [];
  for (const [who, work] of Object.entries(contenders)) {
    checksums.push({ who, checksum: await work() });
  }
  if (new Set(checksums.map((each) => each.checksum)).size === 1) return;
  console.error(checksums);
  throw new Error(`the contenders of \`${name}\` disagree`);
}

function answer(result: object): void {
  process.stdout.write(`\n${JSON.stringify(result)}\n`);
}
