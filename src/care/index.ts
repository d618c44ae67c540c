export type {
  CareChapter,
  CareException,
  CareModel,
  CareOutcome,
  CarePath,
  CareStep,
  DataDepth,
  TimeAllotment,
  TimeBudgets,
} from "./care-model.js";
export type {
  AccountPlan,
  CarePlan,
  PlanAction,
  PlanAnalysis,
  PlanGoal,
} from "./care-plan.js";
export { checkCarePlan, type PlanContext } from "./check-care-plan.js";
export { type BudgetNames, checkTimeBudgets, type RoleBudget } from "./check-time-budgets.js";
export {
  compareService,
  type ServiceGap,
  type ServiceGiven,
  type ServiceVerdict,
} from "./compare-service.js";
export { type CompiledCare, compileCare } from "./compile-care.js";
export { type Entitlements, entitle, nextException } from "./entitle.js";
export { type DataGaps, findDataGaps } from "./find-data-gaps.js";
export { classWords, findDisclosures } from "./find-disclosures.js";
export { findOwner, nextOwnership } from "./find-owner.js";
export {
  findOwningUnit,
  type OwningUnitOutcome,
  type ServiceDelivery,
} from "./find-owning-unit.js";
export {
  findSubstitute,
  type Staff,
  type SubstituteOutcome,
  type Substitution,
} from "./find-substitute.js";
export { type CarePaths, moveOnCare, nextCareMove } from "./move-on-care.js";
export { type BenefitLadder, type NextBenefit, nextBenefit } from "./next-benefit.js";
export { type OwnedAccount, type OwnerCoverage, ownerCoverage } from "./owner-coverage.js";
export { type CaredAccount, type OwnerLoad, ownerLoad } from "./owner-load.js";
export type {
  Owner,
  OwnerOutcome,
  OwnerPlace,
  OwnershipRule,
  OwningUnitRule,
  RevenueShare,
} from "./ownership.js";
export { type PlanCompleteness, type PlanPart, planCompleteness } from "./plan-completeness.js";
export { type ReportView, redact } from "./redact.js";
export type {
  ContactStandard,
  ExitAction,
  OwnerEffort,
  ServiceChoices,
  ServiceExtent,
  ServiceLevel,
  WrittenServiceLevel,
} from "./service-level.js";
export { serviceLevelsOf } from "./service-levels-of.js";
export { type RevenuePart, splitRevenue } from "./split-revenue.js";
export {
  legalNamingSteps,
  type NamingState,
  type NamingStep,
  namingState,
  stepNaming,
} from "./step-naming.js";
export type { Audience, CustomerForm, VisiblePlaces } from "./visibility.js";
