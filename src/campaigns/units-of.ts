import type { Scope } from "../rules/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";

/** Points as whole units; a fraction finer than the definition's units is a fault. */
export function unitsOf(
  points: unknown,
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): number {
  const units = Number(points) * (definition.unitsPerPoint ?? 1);
  if (typeof points === "number" && Number.isSafeInteger(units) && units >= 0 && units <= 1e9) {
    return units;
  }
  const text = `\`${String(points)}\` is no number of points in whole units, 0 to a thousand million`;
  scope.fault(path, "not-points", text);
  return 0;
}
