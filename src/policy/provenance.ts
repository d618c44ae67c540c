import { toCivilDate } from "../time/index.js";
import type { CompiledPolicy, Provenance } from "./compiled-policy.js";
import { libraryVersion } from "./library-version.js";

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
