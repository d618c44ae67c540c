export type {
  Cadence,
  ContactWeight,
  Duty,
  DutyState,
  DutyStatus,
  DutyWindow,
  IntervalCadence,
  QuotaCadence,
  Standing,
} from "./cadence.js";
export { compareDuties } from "./compare-duties.js";
export { type CompiledCadence, compileCadence } from "./compile-cadence.js";
export { type AccountDuties, type DutyContext, dutiesOfAccount } from "./duties-of-account.js";
