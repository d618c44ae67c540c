import { type CivilDate, toCivilDate } from "../time/index.js";
import type { CompiledPolicy } from "./compile-policy.js";
import { libraryVersion } from "./library-version.js";

/**
 * What a result was made with, so that it can be repeated.
 *
 * @category Policy
 */
export interface Provenance {
  readonly policyId: string;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly libraryVersion: string;
  readonly asOf: CivilDate;
}

/** The provenance of a result of this policy on that day. */
export function provenanceOf({ policy, hash }: CompiledPolicy, asOf: number): Provenance {
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    policyHash: hash,
    libraryVersion,
    asOf: toCivilDate(asOf),
  };
}
