import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { MeasuredCurve } from "./measure-curve.js";
import { pictureOf } from "./picture.js";
import type { JobResult } from "./result.js";
import { tableOf } from "./table.js";

const PAGE = new URL("../docs/performance.md", import.meta.url);
const PICTURES = new URL("../docs/performance/", import.meta.url);

const METHOD = `Written by \`npm run bench\`; do not edit it by hand.

Every contender of a job gets the same seeded data and must give the same answer before any time is taken. Jobs run one
after another, each in a process of its own. Times are taken in five rounds, all contenders in turn in each, so that what
disturbs the machine disturbs everybody; the least time of all rounds counts. The ratio is that time by the time of the
first contender, which is the same job written by hand for exactly this case: the practical limit. Beside it stand the
least and the greatest ratio of the rounds. The peak of memory is that of a process that makes the data and does the job
once; data that is made for all contenders counts for each of them. Ratios travel from machine to machine, times do not.

GoRules ZEN is not among the peers: its packages for other platforms are not on every registry, so that a lock with it does
not install everywhere.`;

/** Writes the page of all results and one picture for each curve. */
export async function writeReport(
  results: readonly JobResult[],
  curves: readonly MeasuredCurve[],
): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const pictures: string[] = [];
  for (const curve of curves) {
    const file = `${curve.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.svg`;
    writeFileSync(new URL(file, PICTURES), await pictureOf(curve));
    pictures.push(`![${curve.name}](performance/${file})`);
  }
  const verdicts = results.flatMap((result) => result.verdicts);
  const met = verdicts.filter(({ isMet }) => isMet).length;
  const parts = [
    "# Performance",
    METHOD,
    "## Machine and versions",
    environment(),
    "## Jobs",
    `${met} of ${verdicts.length} goals are met.`,
    ...results.map(tableOf),
    "## How time grows",
    ...pictures,
  ];
  writeFileSync(PAGE, `${parts.join("\n\n")}\n`);
}

function environment(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const lines = [
    `- ${cpu!.model.trim()}, ${cpus().length} cores, ${gigabytes} GiB, ${process.platform}`,
    `- Node ${process.versions.node}, V8 ${process.versions.v8}`,
    ...versions().map(([name, version]) => `- ${name} ${version}`),
  ];
  return lines.join("\n");
}

/** What is measured here, of the versions that are installed. */
function versions(): readonly (readonly [string, string])[] {
  const root = namesIn("../package.json", "dependencies");
  const peers = namesIn("./package.json", "dependencies");
  const from = (folder: string, names: readonly string[]): (readonly [string, string])[] =>
    names.map((name) => {
      const file = new URL(`${folder}/node_modules/${name}/package.json`, import.meta.url);
      return [name, (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version];
    });
  return [...from("..", [...root, "zod"]), ...from(".", peers)];
}

function namesIn(path: string, part: "dependencies"): readonly string[] {
  const file = readFileSync(new URL(path, import.meta.url), "utf8");
  return Object.keys((JSON.parse(file) as Record<typeof part, object>)[part]);
}
