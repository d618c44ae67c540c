import type { Scope } from "../rules/index.js";

/** Records a number that is not whole or beyond its bounds; tells whether it is neither. */
export function wholeWithin(
  written: unknown,
  least: number,
  most: number,
  scope: Scope,
  path: string,
): boolean {
  if (Number.isInteger(written) && (written as number) >= least && (written as number) <= most) {
    return true;
  }
  scope.fault(
    path,
    "out-of-range",
    `\`${String(written)}\` is no whole number ${least} to ${most}`,
  );
  return false;
}
