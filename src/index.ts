// Time

// Cadence
export { type Cadence, compareDuties, type Duty, type DutyStatus } from "./cadence/index.js";
// Care
export type { CareModel, CareOutcome, OwnerOutcome } from "./care/index.js";
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
// Measures
export { type Measure, quantile } from "./measures/index.js";
// Policy
export {
  type AskContext,
  type CareDecision,
  type CarePolicy,
  type CategoryColumn,
  type CompiledPolicy,
  classifyAccounts,
  compilePolicy,
  decideCare,
  definePolicy,
  type FactsNeeded,
  type Fit,
  factsNeeded,
  fitPolicy,
  libraryVersion,
  type Provenance,
  policyInForce,
  withFit,
  withParameters,
} from "./policy/index.js";
// Rules
export { type Condition, type NearestMiss, nearestMiss, type Parameter } from "./rules/index.js";
// Segments
export type { RulesClassifier, SegmentOutcome } from "./segments/index.js";
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
