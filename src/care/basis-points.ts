import type { Scope } from "../rules/index.js";

/** All of something, in basis points: shares are added as integers, so that 0.1 + 0.2 is 0.3. */
export const WHOLE = 10_000;

/** A share of 0 … 1 with at most four decimals in basis points, or the finding `not-a-share`. */
export function basisPoints(share: unknown, scope: Scope, path: string): number | undefined {
  const points = typeof share === "number" ? Math.round(share * WHOLE) : Number.NaN;
  if (points >= 0 && points <= WHOLE && points / WHOLE === share) return points;
  return scope.fault(path, "not-a-share", "a share is a number from 0 to 1 with four decimals");
}

/** A share as it was written. */
export function shareOf(points: number): number {
  return points / WHOLE;
}
