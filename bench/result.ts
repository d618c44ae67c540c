import type { Goal } from "./job.js";
import type { Measured } from "./measure-job.js";

/** One contender of a job, as a table shows it. */
export interface Line {
  readonly who: string;
  /** For one piece, or one call where a job names no pieces. */
  readonly nanoseconds: number;
  /** Times of the first contender: least by least, and the least and greatest of the rounds. */
  readonly times: number;
  readonly spread: readonly [number, number];
  readonly megabytes: number;
}

/** A goal and whether it is met. */
export interface Verdict {
  readonly wanted: string;
  readonly got: string;
  readonly isMet: boolean;
}

/** A job with its memory, ready to be shown. */
export interface JobResult {
  readonly name: string;
  readonly each: string;
  readonly lines: readonly Line[];
  readonly verdicts: readonly Verdict[];
  readonly remark: string | undefined;
}

/** What a job came to, line by line and goal by goal. */
export function resultOf(measured: Measured, megabytes: ReadonlyMap<string, number>): JobResult {
  const { name, pieces = { count: 1, each: "call" }, times, goals, remark } = measured;
  const first = times[0]!.rounds;
  const lines = times.map(({ who, rounds }): Line => {
    const ratios = rounds.map((each, round) => each / first[round]!);
    return {
      who,
      nanoseconds: Math.min(...rounds) / pieces.count,
      times: Math.min(...rounds) / Math.min(...first),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      megabytes: megabytes.get(who)!,
    };
  });
  const verdicts = goals.map((goal) => verdictOn(goal, lines, pieces.each));
  return { name, each: pieces.each, lines, verdicts, remark };
}

function verdictOn(goal: Goal, lines: readonly Line[], each: string): Verdict {
  const own = lineOf(goal.who, lines);
  if ("times" in goal) {
    const times = own.nanoseconds / lineOf(goal.of, lines).nanoseconds;
    const isFaster = goal.times < 1;
    const bound = isFaster
      ? `at least ${plain(1 / goal.times)} times as fast as ${goal.of}`
      : `at most ${plain(goal.times)} times the time of ${goal.of}`;
    const got = isFaster ? `${plain(1 / times)} times as fast` : `${plain(times)} times`;
    return { wanted: `${goal.who}: ${bound}`, got, isMet: times <= goal.times };
  }
  if ("atMostMegabytes" in goal) {
    const wanted = `${goal.who}: the process stays below ${goal.atMostMegabytes} MB`;
    const isMet = own.megabytes <= goal.atMostMegabytes;
    return { wanted, got: `${Math.round(own.megabytes)} MB`, isMet };
  }
  const microseconds = own.nanoseconds / 1000;
  return {
    wanted: `${goal.who}: at most ${plain(goal.atMostMicroseconds)} µs for one ${each}`,
    got: `${plain(microseconds)} µs`,
    isMet: microseconds <= goal.atMostMicroseconds,
  };
}

function lineOf(who: string, lines: readonly Line[]): Line {
  const found = lines.find((line) => line.who === who);
  if (found === undefined) throw new Error(`a goal names \`${who}\`, who is no contender`);
  return found;
}

/** A number with three figures that mean something. */
export function plain(number: number): string {
  const rounded = Number(number.toPrecision(3));
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 4 });
}

/** Nanoseconds in the unit that reads best. */
export function duration(nanoseconds: number): string {
  const units = [
    { of: 1e9, name: "s" },
    { of: 1e6, name: "ms" },
    { of: 1e3, name: "µs" },
  ];
  const unit = units.find(({ of }) => nanoseconds >= of) ?? { of: 1, name: "ns" };
  return `${plain(nanoseconds / unit.of)} ${unit.name}`;
}
