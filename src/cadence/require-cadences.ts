import { HoitoError } from "../shapes/index.js";
import type { CompiledCadence } from "./compiled-cadence.js";

/** Refuses what only JavaScript can hand over as cadences, such as the policy they belong to. */
export function requireCadences(cadences: readonly CompiledCadence[]): void {
  if (Array.isArray(cadences)) return;
  const text =
    "cadences come first, in a list: write `[...compiled.cadences.values()]`, or those of a care model";
  throw new HoitoError(text, { code: "not-cadences", path: "cadences", received: cadences });
}
