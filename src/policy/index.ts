export type { QuantileType } from "../measures/index.js";
export type {
  CarePolicy,
  Cut,
  PolicyHead,
  PolicyScope,
  PolicyStatus,
  PolicyStep,
} from "./care-policy.js";
export { type CategoryColumn, classifyAccounts } from "./classify-accounts.js";
export { compilePolicy } from "./compile-policy.js";
export type { CompiledPolicy, Fit, Provenance } from "./compiled-policy.js";
export {
  type AskContext,
  type CareDecision,
  type DutiesOutcome,
  decideCare,
} from "./decide-care.js";
export { definePolicy, type TypedPolicy } from "./define-policy.js";
export { type FactsNeeded, factsNeeded, type RecordsNeeded } from "./facts-needed.js";
export { fitPolicy, withFit } from "./fit-policy.js";
export { libraryVersion } from "./library-version.js";
export { policyInForce } from "./policy-in-force.js";
export { withParameters } from "./with-parameters.js";
