import type { Money } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import { WHOLE } from "./basis-points.js";
import type { RevenueShare } from "./ownership.js";

/**
 * The part of a sum that counts for one unit.
 *
 * @category Care
 */
export interface RevenuePart {
  readonly unit: string;
  readonly amount: Money;
}

/**
 * An account's revenue by unit, to the last cent.
 *
 * Every unit gets the whole minor units of its share; the few that are left over go one each to the
 * units with the largest rest, on a tie to the one written first (Hamilton's method, 1792). The
 * parts always make the sum. A negative sum is split like its opposite.
 *
 * @param revenue - what is split
 * @param split - shares that make exactly 1, as the policy's check demands
 * @returns a part for each share, in the order of the split
 * @throws {@link HoitoError} `split-not-whole` when the shares do not make 1
 *
 * @example One cent cannot be halved
 * ```ts
 * import { money } from "hoito";
 * import { splitRevenue } from "hoito/care";
 *
 * const split = [
 *   { unit: "north", share: 0.5 },
 *   { unit: "central", share: 0.5 },
 * ];
 * splitRevenue(money("10.01", "EUR"), split).map(({ amount }) => amount.minor); // => [501, 500]
 * ```
 *
 * @category Care
 */
export function splitRevenue(
  revenue: Money,
  split: readonly RevenueShare[],
): readonly RevenuePart[] {
  const points = split.map(({ share }) => Math.round(share * WHOLE));
  if (points.reduce((sum, each) => sum + each, 0) !== WHOLE) {
    const at = { code: "split-not-whole", path: "split", received: split };
    throw new HoitoError("the shares of a split make exactly 1", at);
  }
  const size = BigInt(Math.abs(revenue.minor));
  const parts = points.map((each) => Number((size * BigInt(each)) / BigInt(WHOLE)));
  const rests = points.map((each) => Number((size * BigInt(each)) % BigInt(WHOLE)));
  const leftOver = Math.abs(revenue.minor) - parts.reduce((sum, each) => sum + each, 0);
  const byRest = [...rests.keys()].sort((a, b) => rests[b]! - rests[a]! || a - b);
  for (const index of byRest.slice(0, leftOver)) parts[index]! += 1;
  const sign = revenue.minor < 0 ? -1 : 1;
  return split.map(({ unit }, index) => {
    const minor = parts[index] === 0 ? 0 : sign * parts[index]!;
    return { unit, amount: { minor, currency: revenue.currency } };
  });
}
