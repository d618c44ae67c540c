import type { CarePolicy } from "hoito";
import { growthCompany2020 } from "hoito/presets";
import { filledPreset } from "./all-presets.js";

/** One of the four readings of source 1. */
export interface Reading {
  readonly reading: "R500" | "R1000";
  readonly headcountBound: "atLeast" | "moreThan";
}

/** The growth company's policy by one reading, with the illustrative values filled in. */
export function growthCompanyPolicy({ reading, headcountBound }: Reading): CarePolicy {
  const name = `${reading}-${headcountBound}`;
  // Of the four the preset takes this one as its policy; the other three have their names.
  return filledPreset(growthCompany2020, name === "R500-atLeast" ? undefined : name);
}
