import type { Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";

const MOST_UNITS = 1e9;

/** Points as whole units; a fraction finer than the definition's units is a fault. */
export function unitsOf(
  points: unknown,
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): number {
  const { unitsPerPoint = 1 } = definition;
  const units = Math.round(Number(points) * unitsPerPoint);
  if (units / unitsPerPoint === points && units >= 0 && units <= MOST_UNITS) return units;
  const step = unitsPerPoint === 1 ? "whole" : `in steps of 1/${unitsPerPoint}`;
  const text = `${showInput(points)} is no number of points, ${step} and from 0 up`;
  scope.fault(path, "not-points", text);
  return 0;
}
