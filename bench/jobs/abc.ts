import { abcClasses } from "hoito/segments";
import type { Job } from "../job.js";
import { numbers } from "../numbers.js";
import { checksum } from "../wide-columns.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 20_000 : 1_000_000;
const SHARES = [0.8, 0.95];

export const name: Job["name"] = `ABC classes of ${ACCOUNTS.toLocaleString("en")} revenues in cents`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const next = numbers();
const revenues = Float64Array.from({ length: ACCOUNTS }, () => {
  return Math.floor(1e9 * (next() / 2 ** 32) ** 5) + 1;
});

/** The class of each: how many cuts it does not reach. */
function classesBy(cuts: readonly number[]): number {
  const [first, second] = cuts as [number, number];
  const classes = new Uint8Array(ACCOUNTS);
  for (let at = 0; at < ACCOUNTS; at++) {
    const value = revenues[at]!;
    classes[at] = Number(value < first) + Number(value < second);
  }
  return checksum(classes);
}

/** Down a sorted list until a share of the total is reached; the value that crosses it is within. */
function cutsOf(falling: Float64Array, before: number, total: number, shares: readonly number[]) {
  let sum = before;
  let at = 0;
  return shares.map((share) => {
    while (sum < share * total) sum += falling[at++]!;
    return falling[at - 1]!;
  });
}

/** For amounts of this base alone: counts and sums by size, and only the two sizes sorted that are cut. */
function byHand(): number {
  const BUCKETS = 65_536;
  const bucketOf = (value: number) => Math.floor(Math.sqrt(value) * 2);
  const sums = new Float64Array(BUCKETS);
  let total = 0;
  for (let at = 0; at < ACCOUNTS; at++) {
    const value = revenues[at]!;
    sums[bucketOf(value)]! += value;
    total += value;
  }
  let sum = 0;
  let bucket = BUCKETS;
  const cuts = SHARES.map((share) => {
    while (bucket > 0 && sum + sums[bucket - 1]! < share * total) sum += sums[--bucket]!;
    const held: number[] = [];
    for (let at = 0; at < ACCOUNTS; at++) {
      if (bucketOf(revenues[at]!) === bucket - 1) held.push(revenues[at]!);
    }
    return cutsOf(Float64Array.from(held).sort().reverse(), sum, total, [share])[0]!;
  });
  return classesBy(cuts);
}

function bySorting(): number {
  const falling = revenues.toSorted().reverse();
  let total = 0;
  for (let at = 0; at < ACCOUNTS; at++) total += falling[at]!;
  return classesBy(cutsOf(falling, 0, total, SHARES));
}

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: () => {
    const definition = { by: "cumulativeShare", boundary: "include", shares: SHARES } as const;
    return checksum(abcClasses(revenues, definition).classes);
  },
  "all sorted": bySorting,
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 1.5, of: "by hand" },
  { who: "hoito", times: 1 / 8, of: "all sorted" },
];

export const remark: Job["remark"] =
  "The loop by hand knows how great an amount can be and lays out its sizes beforehand; hoito takes any number, finds the sizes that are cut by the bits of the values, checks every one, and tells the sizes of the classes. Typed arrays are sorted so fast by now that eight times as fast as sorting is out of reach for whoever also has to read each account's class.";
