/**
 * A sum in whole minor units split among so many, up to the cent.
 *
 * @param minor - whole minor units, not below zero
 * @param shares - how many, at least one
 * @param remainder - the first few get one more each, or what does not split is kept back
 * @returns one part for each; with `byId` they add up to the sum
 *
 * @example Ten euros for three
 * ```ts
 * import { splitPrize } from "hoito/campaigns";
 *
 * splitPrize(1000, 3, "byId"); // => [334, 333, 333]
 * splitPrize(1000, 3, "keptBack"); // => [333, 333, 333]
 * ```
 *
 * @category Campaigns
 */
export function splitPrize(
  minor: number,
  shares: number,
  remainder: "byId" | "keptBack",
): readonly number[] {
  const each = Math.floor(minor / shares);
  const left = remainder === "byId" ? minor - each * shares : 0;
  return Array.from({ length: shares }, (_, index) => each + Number(index < left));
}
