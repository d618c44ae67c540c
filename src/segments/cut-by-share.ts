import { type BitHistogram, bitHistogram, wordsOfNumbers } from "../measures/index.js";
import type { AbcBoundary, AbcClassSize } from "./abc-classifier.js";

/** How ranked values are cut into classes. */
export interface ShareCuts {
  readonly by: "cumulativeShare" | "rank";
  readonly boundary: AbcBoundary;
  /** Cumulative shares of all classes but the last, rising, between 0 and 1. */
  readonly shares: readonly number[];
}

/** What {@link cutByShare} gives. */
export interface CutShares {
  /** The least value of each class but the last; `null` where the class is empty and so are those before it. */
  readonly cuts: readonly (number | null)[];
  readonly total: number;
  /** All classes, the last too. */
  readonly classes: readonly AbcClassSize[];
  readonly topFifth: { readonly accounts: number; readonly shareOfTotal: number };
}

/** A total this near to a share, as a part of everything, has reached it: 0.8 of 3 must not miss. */
const FUZZ = 2 ** -44;

/**
 * The cut values of classes by cumulative share.
 *
 * @param rising - positive values in rising order, at least one
 * @param definition - shares and boundary
 * @returns cuts and sizes; equal values are in one class
 */
export function cutByShare(rising: Float64Array, definition: ShareCuts): CutShares {
  const fifth = fifthOf(rising.length);
  let top = 0;
  for (let place = 0; place < fifth; place++) top += rising[rising.length - 1 - place]!;
  return cutGroups(groupsOf(rising), top, definition);
}

/** The same of values that are grouped already. */
function cutGroups(
  groups: readonly Group[],
  top: number,
  { by, boundary, shares }: ShareCuts,
): CutShares {
  const { through: total, accountsThrough: accounts } = groups.at(-1)!;
  const all = by === "rank" ? accounts : total;
  const weigh = (group: Group): number => (by === "rank" ? group.accountsThrough : group.through);
  const ends = shares.map((share) => {
    return endOf(groups.map(weigh), share * all, boundary, all * FUZZ);
  });
  const at = [...ends, groups.length];
  return {
    cuts: ends.map((end) => (end === 0 ? null : groups[end - 1]!.value)),
    total,
    classes: at.map((end, index) => sizeOf(groups, at[index - 1] ?? 0, end, total)),
    topFifth: { accounts: fifthOf(accounts), shareOfTotal: top / total },
  };
}

/** The best fifth of so many: whole accounts, at least one. */
function fifthOf(accounts: number): number {
  return Math.max(1, Math.floor(accounts / 5));
}

/** So few values are sorted at once. */
const FEW = 4096;
const BUCKETS = 2 ** 13;

/**
 * The same for values in any order, which are not sorted where they are whole numbers whose sum is
 * exact in any order: only those near a cut are.
 *
 * @param values - positive, at least one; they are not changed
 */
export function cutByShareOf(values: Float64Array, definition: ShareCuts): CutShares {
  if (values.length <= FEW || !sumsExactly(values))
    return cutByShare(values.toSorted(), definition);
  const histogram = bitHistogram(values, BUCKETS);
  const buckets = bucketsOf(values, histogram);
  const { by, shares } = definition;
  const accounts = values.length;
  const total = buckets[0]!.through;
  const all = by === "rank" ? accounts : total;
  const weigh = (bucket: Bucket): number =>
    by === "rank" ? bucket.accountsThrough : bucket.through;
  markCrossing(buckets, (bucket) => bucket.accountsThrough >= fifthOf(accounts));
  for (const share of shares)
    markCrossing(buckets, (each) => weigh(each) > share * all + all * FUZZ);
  gather(values, histogram, buckets);
  const groups = buckets.toReversed().flatMap(groupsOfBucket);
  return cutGroups(groups, topOf(groups, fifthOf(accounts)), definition);
}

/** Values of neighbouring size, with what they and all greater ones come to. */
interface Bucket {
  readonly count: number;
  readonly through: number;
  readonly accountsThrough: number;
  /** The values themselves, near a cut. */
  values: Float64Array | undefined;
  held: number;
}

function sumsExactly(values: Float64Array): boolean {
  let sum = 0;
  let rest = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    sum += value;
    rest += value - Math.floor(value);
  }
  return rest === 0 && sum <= Number.MAX_SAFE_INTEGER;
}

function bucketsOf(values: Float64Array, { counts, bucketOf }: BitHistogram): readonly Bucket[] {
  const sums = new Float64Array(counts.length);
  const words = wordsOfNumbers(values);
  for (let at = 0; at < values.length; at++) sums[bucketOf(words, at)]! += values[at]!;
  const buckets: Bucket[] = [];
  let through = 0;
  let accountsThrough = 0;
  for (let at = counts.length - 1; at >= 0; at--) {
    const count = counts[at]!;
    through += sums[at]!;
    accountsThrough += count;
    buckets[at] = { count, through, accountsThrough, values: undefined, held: 0 };
  }
  return buckets;
}

/** Marks the bucket in which something is crossed, the last one that is not empty before it, or the least. */
function markCrossing(buckets: readonly Bucket[], isBeyond: (bucket: Bucket) => boolean): void {
  const at = Math.max(
    0,
    buckets.findLastIndex((bucket) => bucket.count > 0 && isBeyond(bucket)),
  );
  const above = buckets.findIndex((bucket, index) => index > at && bucket.count > 0);
  for (const bucket of [buckets[at]!, buckets[above]]) {
    if (bucket !== undefined) bucket.values ??= new Float64Array(bucket.count);
  }
}

function gather(
  values: Float64Array,
  { bucketOf }: BitHistogram,
  buckets: readonly Bucket[],
): void {
  const isWanted = Uint8Array.from(buckets, (bucket) => (bucket.values === undefined ? 0 : 1));
  const words = wordsOfNumbers(values);
  for (let at = 0; at < values.length; at++) {
    const index = bucketOf(words, at);
    if (isWanted[index] === 0) continue;
    const bucket = buckets[index]!;
    bucket.values![bucket.held++] = values[at]!;
  }
}

/** Far from a cut a bucket is one group, of which nobody asks the value. */
function groupsOfBucket({ count, through, accountsThrough, values }: Bucket): readonly Group[] {
  if (count === 0) return [];
  if (values === undefined) return [{ value: Number.NaN, accountsThrough, through }];
  const own = groupsOf(values.sort());
  const last = own.at(-1)!;
  return own.map((group) => ({
    value: group.value,
    accountsThrough: group.accountsThrough + accountsThrough - last.accountsThrough,
    through: group.through + through - last.through,
  }));
}

/** What the greatest values come to, of groups of which the one that is parted has a value. */
function topOf(groups: readonly Group[], accounts: number): number {
  const at = groups.findIndex((group) => group.accountsThrough >= accounts);
  const { value, accountsThrough, through } = groups[at]!;
  const beyond = accountsThrough - accounts;
  return beyond === 0 ? through : through - beyond * value;
}

/** Equal values, greatest first, with what they and all greater ones come to. */
interface Group {
  readonly value: number;
  readonly accountsThrough: number;
  readonly through: number;
}

function groupsOf(rising: Float64Array): readonly Group[] {
  const groups: Group[] = [];
  let through = 0;
  for (let index = rising.length - 1; index >= 0; index--) {
    const value = rising[index]!;
    through += value;
    if (index > 0 && rising[index - 1] === value) continue;
    groups.push({ value, accountsThrough: rising.length - index, through });
  }
  return groups;
}

/** How many groups come before the end of a class. */
function endOf(
  through: readonly number[],
  target: number,
  boundary: AbcBoundary,
  fuzz: number,
): number {
  const crossing = through.findIndex((each) => each > target + fuzz);
  if (crossing === -1) return through.length;
  const before = crossing === 0 ? 0 : through[crossing - 1]!;
  const isReached = target - before <= fuzz;
  if (isReached || boundary === "exclude") return crossing;
  if (boundary === "include") return crossing + 1;
  return through[crossing]! - target <= target - before + fuzz ? crossing + 1 : crossing;
}

function sizeOf(groups: readonly Group[], from: number, end: number, total: number): AbcClassSize {
  const last = groups[end - 1];
  const before = groups[from - 1];
  const isEmpty = end <= from;
  const accounts = isEmpty ? 0 : last!.accountsThrough - (before?.accountsThrough ?? 0);
  const held = isEmpty ? 0 : last!.through - (before?.through ?? 0);
  const all = groups.at(-1)!.accountsThrough;
  return { accounts, total: held, shareOfAccounts: accounts / all, shareOfTotal: held / total };
}
