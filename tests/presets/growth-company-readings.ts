import { type CarePolicy, orThrow, withParameters } from "hoito";
import { growthCompany2020 } from "hoito/presets";

/** One of the four readings of source 1. */
export interface Reading {
  readonly reading: "R500" | "R1000";
  readonly headcountBound: "atLeast" | "moreThan";
}

/** The growth company's policy by one reading, with the illustrative values filled in. */
export function growthCompanyPolicy({ reading, headcountBound }: Reading): CarePolicy {
  const { policy, readings, illustrativeValues } = growthCompany2020;
  const chosen = readings[`${reading}-${headcountBound}`] ?? policy;
  return orThrow(withParameters(chosen, illustrativeValues));
}
