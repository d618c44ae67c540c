import type { QuantileType } from "../../src/measures/index.js";
import { exactQuantile } from "./exact-quantile.js";

/**
 * The class of every positive value by cumulative share, straight from the definition: whoever is
 * greater than a value, and whoever is as great, summed anew for each.
 */
export function slowAbc(
  values: readonly number[],
  shares: readonly number[],
  boundary: "include" | "exclude" | "nearest",
  by: "cumulativeShare" | "rank",
): readonly (number | undefined)[] {
  const ranked = values.filter((value) => value > 0);
  const weigh = (some: readonly number[]): number =>
    by === "rank" ? some.length : some.reduce((sum, value) => sum + value, 0);
  const all = weigh(ranked);
  return values.map((value) => {
    if (value <= 0) return undefined;
    const above = weigh(ranked.filter((each) => each > value));
    const through = weigh(ranked.filter((each) => each >= value));
    const at = shares.findIndex((share) => {
      // Whole numbers and shares of a hundredth: everything below is exact.
      const target = (Math.round(share * 100) * all) / 100;
      if (through <= target) return true;
      if (above >= target || boundary === "exclude") return false;
      return boundary === "include" || through - target <= target - above;
    });
    return at === -1 ? shares.length : at;
  });
}

/** The score of every value by quantiles of the whole: how many cuts it lies above, plus one. */
export function slowScores(
  values: readonly number[],
  bins: number,
  type: QuantileType,
  boundary: "lower" | "upper",
): readonly number[] {
  const sorted = values.toSorted((left, right) => left - right);
  return values.map((value) => {
    let score = 1;
    for (let cut = 1; cut < bins; cut++) {
      const at = exactQuantile(sorted, cut, bins, type);
      if (boundary === "upper" ? value >= at : value > at) score += 1;
    }
    return score;
  });
}

/** SQL's NTILE over rows in a given order: the tile of each row, ties or not. */
export function ntile(rows: number, bins: number): readonly number[] {
  const size = Math.floor(rows / bins);
  const longer = rows % bins;
  const tiles: number[] = [];
  for (let tile = 1; tile <= bins; tile++) {
    for (let row = 0; row < size + (tile <= longer ? 1 : 0); row++) tiles.push(tile);
  }
  return tiles;
}

/** The share of the others that a value exceeds, counted one by one. */
export function slowRank(
  value: number,
  all: readonly number[],
  ties: "lowest" | "highest" | "mean",
): number {
  const below = all.filter((each) => each < value).length;
  const equal = all.filter((each) => each === value).length - 1;
  const lifted = ties === "lowest" ? 0 : ties === "highest" ? equal : equal / 2;
  return (below + lifted) / (all.length - 1);
}
