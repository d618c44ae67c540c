import { type BitBuckets, bitBuckets, valuesOfBuckets } from "../measures/index.js";
import {
  type CutShares,
  cutByShare,
  cutGroups,
  FUZZ,
  fifthOf,
  type Group,
  groupsOf,
  type ShareCuts,
  type Through,
  weigh,
} from "./cut-by-share.js";

/** So few values are sorted at once. */
const FEW = 4096;
const BUCKETS = 2 ** 13;

/**
 * What {@link cutByShare} gives, for values in any order, which are not sorted where they are whole
 * numbers whose sum is exact in any order: only those near a cut are.
 *
 * @param values - positive and finite, at least one; they are not changed
 * @param definition - shares and boundary
 */
export function cutUnsorted(values: Float64Array, definition: ShareCuts): CutShares {
  if (values.length <= FEW) return cutByShare(values.toSorted(), definition);
  const buckets = bitBuckets(values, BUCKETS);
  const parts = partsOf(values, buckets);
  if (parts === undefined) return cutByShare(values.toSorted(), definition);
  const { by, shares } = definition;
  const fifth = fifthOf(values.length);
  const all = weigh(parts.at(-1)!, by);
  const near = new Map<number, number>();
  addCrossing(parts, (part) => part.accountsThrough >= fifth, near);
  for (const share of shares) {
    addCrossing(parts, (part) => weigh(part, by) > share * all + all * FUZZ, near);
  }
  const held = valuesOfBuckets(values, buckets, near);
  const groups = parts.flatMap((part) => groupsOfPart(part, held.get(part.bucket)));
  return cutGroups(groups, topOf(groups, fifth), definition);
}

/** Values of neighbouring size. */
interface Part extends Through {
  readonly bucket: number;
  readonly count: number;
}

/** All parts, greatest first; none where a sum may depend on its order. */
function partsOf(values: Float64Array, { size, buckets }: BitBuckets): readonly Part[] | undefined {
  const counts = new Uint32Array(size);
  const sums = new Float64Array(size);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const bucket = buckets[at]!;
    counts[bucket]! += 1;
    sums[bucket]! += value;
    // Below 2^51 no fraction outlives that 1.5 · 2^52 is added and taken off again.
    if (value + 6755399441055744 - 6755399441055744 !== value) return undefined;
  }
  const parts: Part[] = [];
  let through = 0;
  let accountsThrough = 0;
  for (let bucket = size - 1; bucket >= 0; bucket--) {
    const count = counts[bucket]!;
    if (count === 0) continue;
    through += sums[bucket]!;
    accountsThrough += count;
    parts.push({ bucket, count, through, accountsThrough });
  }
  return through <= Number.MAX_SAFE_INTEGER ? parts : undefined;
}

/** Adds the part in which something is crossed, or the last, and the one before it. */
function addCrossing(
  parts: readonly Part[],
  isBeyond: (part: Part) => boolean,
  near: Map<number, number>,
): void {
  const crossed = parts.findIndex(isBeyond);
  const at = crossed === -1 ? parts.length - 1 : crossed;
  for (const { bucket, count } of parts.slice(Math.max(0, at - 1), at + 1)) near.set(bucket, count);
}

/** Far from a cut a part is one group, of which nobody asks the value. */
function groupsOfPart(
  { through, accountsThrough }: Part,
  values: Float64Array | undefined,
): readonly Group[] {
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
