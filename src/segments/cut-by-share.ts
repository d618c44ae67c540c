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
export const FUZZ: number = 2 ** -44;

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

/**
 * The same of values that are grouped already.
 *
 * @param groups - greatest first, at least one
 * @param top - what the best fifth comes to
 */
export function cutGroups(
  groups: readonly Group[],
  top: number,
  { by, boundary, shares }: ShareCuts,
): CutShares {
  const { through: total, accountsThrough: accounts } = groups.at(-1)!;
  const all = by === "rank" ? accounts : total;
  const weights = groups.map((group) => weigh(group, by));
  const ends = shares.map((share) => endOf(weights, share * all, boundary, all * FUZZ));
  const at = [...ends, groups.length];
  return {
    cuts: ends.map((end) => (end === 0 ? null : groups[end - 1]!.value)),
    total,
    classes: at.map((end, index) => sizeOf(groups, at[index - 1] ?? 0, end, total)),
    topFifth: { accounts: fifthOf(accounts), shareOfTotal: top / total },
  };
}

/** The best fifth of so many: whole accounts, at least one. */
export function fifthOf(accounts: number): number {
  return Math.max(1, Math.floor(accounts / 5));
}

/** What some values and all greater ones come to. */
export interface Through {
  readonly accountsThrough: number;
  readonly through: number;
}

/** What classes are cut by: accounts, or what they come to. */
export function weigh({ accountsThrough, through }: Through, by: ShareCuts["by"]): number {
  return by === "rank" ? accountsThrough : through;
}

/** Equal values. */
export interface Group extends Through {
  readonly value: number;
}

/** Groups of equal values, greatest first. */
export function groupsOf(rising: Float64Array): readonly Group[] {
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
