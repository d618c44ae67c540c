// Time

// Cadence
export {
  type Cadence,
  compareDuties,
  type Duty,
  type DutyStatus,
  type Schedule,
  type ScheduleRules,
} from "./cadence/index.js";
// Care
export {
  type AccountPlan,
  type CareModel,
  type CareOutcome,
  type CarePlan,
  checkCarePlan,
  checkTimeBudgets,
  findSubstitute,
  nextBenefit,
  type OwnerOutcome,
  ownerCoverage,
  redact,
  type ServiceLevel,
} from "./care/index.js";
// Facts
export {
  type Account,
  type AccountRecords,
  type Activity,
  type Coverage,
  type CustomerBase,
  type DecimalMoney,
  decimalMoney,
  type Money,
  money,
  type Order,
  type Ownership,
  type RecordKind,
  recordsByAccount,
} from "./facts/index.js";
// KPIs
export {
  type Board,
  type BoardContext,
  compareBoards,
  compileKpis,
  computeBoard,
  type Figure,
  finishBoard,
  type KpiChapter,
  type KpiDefinition,
  kpiCatalogue,
  mergeBoards,
  partialBoard,
} from "./kpis/index.js";
// Measures
export { type Measure, quantile } from "./measures/index.js";
// Policy
export {
  type AskContext,
  type CareDecision,
  type CarePolicy,
  type CategoryColumn,
  type ClassifyContext,
  type CompiledPolicy,
  checkCapacity,
  classifyAccounts,
  compilePolicy,
  decideCare,
  definePolicy,
  type FactsNeeded,
  type Fit,
  factsNeeded,
  findMissingData,
  fitPolicy,
  libraryVersion,
  type NumberColumn,
  type PolicyProof,
  type Provenance,
  policyInForce,
  provePolicy,
  scheduleDuties,
  scoreAccounts,
  withFit,
  withParameters,
} from "./policy/index.js";
// Rules
export { type Condition, type NearestMiss, nearestMiss, type Parameter } from "./rules/index.js";
// Segments
export type {
  AbcClassifier,
  BandsClassifier,
  Classifier,
  MatrixClassifier,
  RfmClassifier,
  RulesClassifier,
  ScorecardClassifier,
  SegmentOutcome,
} from "./segments/index.js";
// Shapes
export {
  type Checked,
  type Decision,
  type Finding,
  HoitoError,
  orThrow,
  type Reason,
  type Verdict,
} from "./shapes/index.js";
export {
  addDays,
  addDuration,
  addMonths,
  addWorkingDays,
  addYears,
  type CalendarDefinition,
  type CivilDate,
  civilTimeAt,
  compileCalendar,
  type Duration,
  daysBetween,
  deadlineAfterWeek,
  instantAt,
  isCivilDate,
  isoWeekOf,
  isoWeekStart,
  isoWeeksTouched,
  isWithinDeadline,
  isWorkingDay,
  monthsBetween,
  type Period,
  type PeriodDefinition,
  periodBeside,
  periodContaining,
  type RollConvention,
  rollingWindow,
  rollToWorkingDay,
  subtractDuration,
  toIsoWeek,
  type Weekday,
  type WorkingCalendar,
  weekdayOf,
  weeklyDeadlines,
  withAbsences,
  workingDaysBetween,
  yearsBetween,
} from "./time/index.js";
