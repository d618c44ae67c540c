/**
 * In a process of its own: `measure-curve.ts FILE` times one curve at every size and prints the points as JSON; with
 * `--smoke` it only does the job at the least size.
 */
import { pathToFileURL } from "node:url";
import type { Contender, Curve } from "./job.js";
import { measureAll } from "./measure.js";

/** One point of a curve. */
export interface Point {
  readonly who: string;
  readonly size: number;
  readonly nanosecondsEach: number;
}

/** What one curve came to. */
export interface MeasuredCurve {
  readonly name: string;
  readonly along: string;
  readonly each: string;
  readonly points: readonly Point[];
}

const curve: Curve = await import(pathToFileURL(process.argv[2]!).href);
const isSmoke = process.argv.includes("--smoke");
const points: Point[] = [];
for (const size of isSmoke ? curve.sizes.slice(0, 1) : curve.sizes) {
  const ready: Record<string, Contender> = {};
  for (const [who, make] of Object.entries(curve.contenders)) ready[who] = make(size);
  const answers = await Promise.all(Object.values(ready).map((work) => work()));
  if (new Set(answers).size !== 1) throw new Error(`\`${curve.name}\` disagrees at ${size}`);
  if (isSmoke) continue;
  const { count } = curve.piecesAt(size);
  for (const { who, rounds } of await measureAll(ready)) {
    points.push({ who, size, nanosecondsEach: Math.min(...rounds) / count });
  }
}
const { each } = curve.piecesAt(curve.sizes[0]!);
const { name, along } = curve;
const result: MeasuredCurve = { name, along, each, points };
process.stdout.write(`\n${JSON.stringify(result)}\n`);
