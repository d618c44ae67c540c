export type { QuantileType } from "../measures/index.js";
export type {
  CarePolicy,
  Cut,
  PolicyHead,
  PolicyScope,
  PolicyStatus,
  PolicyStep,
  UnitChapter,
} from "./care-policy.js";
export {
  type CapacityCheck,
  type CapacityContext,
  type CapacityGap,
  checkCapacity,
  type WeekDemand,
} from "./check-capacity.js";
export {
  type CategoryColumn,
  type ClassifyContext,
  classifyAccounts,
} from "./classify-accounts.js";
export { classifyUnits, type UnitColumn } from "./classify-units.js";
export { compilePolicy } from "./compile-policy.js";
export type { CompiledPolicy, Fit, Provenance } from "./compiled-policy.js";
export { type AskContext, type CareDecision, decideCare } from "./decide-care.js";
export {
  decideCareForUnits,
  type UnitDecision,
  type UnitsDecision,
} from "./decide-care-for-units.js";
export { definePolicy, type TypedPolicy } from "./define-policy.js";
export type { DutiesOutcome } from "./duties-of-model.js";
export type { UndecidedAccount } from "./duties-to-schedule.js";
export { type FactsNeeded, factsNeeded, type RecordsNeeded } from "./facts-needed.js";
export { findMissingData } from "./find-missing-data.js";
export { fitPolicy, withFit } from "./fit-policy.js";
export { libraryVersion } from "./library-version.js";
export { policyInForce } from "./policy-in-force.js";
export { type PolicyProof, provePolicy } from "./prove-policy.js";
export { type CareSchedule, type ScheduleContext, scheduleDuties } from "./schedule-duties.js";
export { type NumberColumn, scoreAccounts } from "./score-accounts.js";
export { withParameters } from "./with-parameters.js";
