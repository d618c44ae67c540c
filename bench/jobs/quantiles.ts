import { quantile, quantiles } from "hoito/measures";
import type { Job } from "../job.js";
import { numbers } from "../numbers.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 1_000_000;
const SHARES = [0.2, 0.4, 0.6, 0.8];

export const name: Job["name"] = `four quintiles (type 7) of ${ACCOUNTS.toLocaleString("en")} turnovers`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "value" };

const next = numbers();
const turnovers = Float64Array.from({ length: ACCOUNTS }, () => {
  return Math.floor(1e9 * (next() / 2 ** 32) ** 3);
});

/** For turnovers of this base alone: counts by size, and only the values near a cut sorted. */
function byHand(): number {
  const BUCKETS = 65_536;
  const bucketOf = (value: number) => Math.floor(Math.cbrt(value) * 65);
  const buckets = new Uint16Array(ACCOUNTS);
  const counts = new Uint32Array(BUCKETS);
  for (let at = 0; at < ACCOUNTS; at++) {
    const bucket = bucketOf(turnovers[at]!);
    buckets[at] = bucket;
    counts[bucket]! += 1;
  }
  let sum = 0;
  let before = 0;
  let bucket = 0;
  for (const share of SHARES) {
    const position = (ACCOUNTS - 1) * share;
    const low = Math.floor(position);
    while (before + counts[bucket]! <= low) before += counts[bucket++]!;
    let last = bucket;
    let through = before + counts[bucket]!;
    while (through <= low + 1) through += counts[++last]!;
    const held = new Float64Array(through - before);
    let filled = 0;
    for (let at = 0; at < ACCOUNTS; at++) {
      if (buckets[at]! >= bucket && buckets[at]! <= last) held[filled++] = turnovers[at]!;
    }
    held.sort();
    const [one, other] = [held[low - before]!, held[low - before + 1]!];
    sum += Math.round(one + (position - low) * (other - one));
  }
  return sum;
}

const total = (found: readonly number[]) => found.reduce((sum, each) => sum + Math.round(each), 0);

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => total(quantiles(turnovers, SHARES, 7)),
  "all sorted": () => {
    const sorted = turnovers.toSorted();
    return total(SHARES.map((share) => quantile(sorted, share, 7)!));
  },
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 1.5, of: "by hand" },
  { who: "hoito", times: 1 / 8, of: "all sorted" },
];
