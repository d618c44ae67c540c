export type { QuantileType } from "../measures/index.js";
export type {
  CarePolicy,
  Cut,
  PolicyHead,
  PolicyScope,
  PolicyStatus,
  PolicyStep,
  ReadinessChapter,
  ReadinessStatement,
  UnitChapter,
} from "./care-policy.js";
export {
  type CapacityCheck,
  type CapacityContext,
  type CapacityGap,
  checkCapacity,
  type WeekDemand,
} from "./check-capacity.js";
export { CASE_PARTS, findNoExpectation, findRecordsOfOthers } from "./check-case.js";
export { checkCompleteness } from "./check-completeness.js";
export { checkReadiness } from "./check-readiness.js";
export { classifyAccount } from "./classify-account.js";
export {
  type CategoryColumn,
  type ClassifyContext,
  classifyAccounts,
} from "./classify-accounts.js";
export { classifyUnits, type UnitColumn } from "./classify-units.js";
export { checkColumns } from "./columns/check-columns.js";
export { type ColumnContext, classifyColumns } from "./columns/classify-columns.js";
export { classifyRows, type RowContext } from "./columns/classify-rows.js";
export { type AccountReading, columnsOfAccounts } from "./columns/columns-of-accounts.js";
export { columnsOfBase } from "./columns/columns-of-base.js";
export { explainColumns } from "./columns/explain-columns.js";
export { fitColumns } from "./columns/fit-columns.js";
export { scoreColumns } from "./columns/score-columns.js";
export {
  type CampaignChange,
  type CampaignComparison,
  type CampaignFacts,
  compareCampaigns,
  type GainAndLoss,
} from "./compare/compare-campaigns.js";
export {
  type CareComparison,
  type CareMover,
  type ComparedAccount,
  compareCare,
  type StateChange,
} from "./compare/compare-care.js";
export {
  type ComparedContact,
  type ContactChange,
  type ContactComparison,
  type ContactCounts,
  compareContacts,
} from "./compare/compare-contacts.js";
export {
  compareHours,
  type HourComparison,
  type WeekWork,
  type WorkChange,
} from "./compare/compare-hours.js";
export { compareKpis, type KpiChange, type KpiComparison } from "./compare/compare-kpis.js";
export {
  type CompareContext,
  type ComparedPolicy,
  comparePolicies,
  type PolicyComparison,
} from "./compare/compare-policies.js";
export { diffPolicies, type PolicyChange, type PolicyPart } from "./compare/diff-policies.js";
export { type ExplainedMove, explainMove } from "./compare/explain-move.js";
export type { ContactComparisonContext, ContactsNotCompared } from "./compare/owed-contacts.js";
export type { CareComparisonContext, PolicyPair } from "./compare/read-accounts.js";
export { type ComparisonSummary, summarizeComparison } from "./compare/summarize-comparison.js";
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
export { explainAccount } from "./explain-account.js";
export { type FactsNeeded, factsNeeded, type RecordsNeeded } from "./facts-needed.js";
export { findDifference, type PolicyDifference } from "./find-difference.js";
export { findMissingData } from "./find-missing-data.js";
export { fitPolicy, withFit } from "./fit-policy.js";
export { libraryVersion } from "./library-version.js";
export type { CaseExpectation, DutyExpectation, PolicyCase } from "./policy-case.js";
export { policyInForce } from "./policy-in-force.js";
export { type PolicyProof, provePolicy } from "./prove-policy.js";
export { requireCompiled } from "./require-asked.js";
export { type CareSchedule, type ScheduleContext, scheduleDuties } from "./schedule-duties.js";
export { type NumberColumn, scoreAccounts } from "./score-accounts.js";
export { withParameters } from "./with-parameters.js";
