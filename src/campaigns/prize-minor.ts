import { resolveMoney, type Scope } from "../rules/index.js";

/** Minor units of a prize, 0 after a fault. */
export function prizeMinor(written: unknown, scope: Scope, path: string): number {
  const read = resolveMoney(written, scope.currency, path);
  if (!("kind" in read)) {
    scope.findings.push(read);
    return 0;
  }
  if (read.value < 0) scope.fault(`${path}.amount`, "out-of-range", "a prize is not below zero");
  return read.value;
}
