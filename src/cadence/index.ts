export type {
  AnyCadence,
  ContactWeight,
  CountingCadence,
  DurationOperand,
  FatigueLimit,
  NumberOperand,
  Reach,
} from "./any-cadence.js";
export type { Cadence } from "./cadence.js";
export { compareDuties } from "./compare-duties.js";
export { compileCadence } from "./compile-cadence.js";
export type { CompiledCadence } from "./compiled-cadence.js";
export { type CompiledGap, type ContactGap, compileContactGap } from "./contact-gap.js";
export type {
  AnchoredCadence,
  AnsweredBy,
  BeforeDate,
  DutySource,
  EventCadence,
  HalfWay,
} from "./dated-cadence.js";
export { type AheadContext, type DutiesAhead, dutiesAhead } from "./duties-ahead.js";
export { dutiesOfAccount } from "./duties-of-account.js";
export {
  DUTY_STATUSES,
  type Duty,
  type DutyState,
  type DutyStatus,
  type DutyWindow,
  type PlannedPlace,
  type Standing,
} from "./duty.js";
export type { AccountDuties, DutyContext } from "./duty-context.js";
export { findContactGaps, type GapOutcome } from "./find-contact-gaps.js";
export type { IntervalCadence } from "./interval-cadence.js";
export { type Mailing, type MailingEntry, mailingList } from "./mailing-list.js";
export {
  type ContactPermission,
  mayContact,
  type PermissionQuestion,
} from "./may-contact.js";
export type { QuotaAdjustment, QuotaCadence } from "./quota-cadence.js";
export { type CadenceReads, readsOfCadence } from "./reads-of-cadence.js";
export {
  type AssignableAccount,
  type AssignablePerson,
  type Assignment,
  type AssignmentRules,
  assignAccounts,
} from "./schedule/assign-accounts.js";
export { type DoneAgainstSchedule, doneAgainstSchedule } from "./schedule/done-against-schedule.js";
export { entriesOfDay, entriesOfWeek, yearOfAccount } from "./schedule/entries-of-day.js";
export type { Overload } from "./schedule/overload.js";
export { placeDuties } from "./schedule/place-duties.js";
export { type PlannedVerdict, type PlannedWeeks, plannedWeeks } from "./schedule/planned-weeks.js";
export type {
  Feasibility,
  PlaceContext,
  Schedule,
  ScheduleChanges,
  ScheduleConflict,
  ScheduleEntry,
  ScheduleGoals,
  SchedulePlace,
  UnplacedDuty,
  UnplacedReason,
  WeekLoad,
} from "./schedule/schedule.js";
export type { ManualEntry, ScheduleDuty, SchedulePerson } from "./schedule/schedule-duty.js";
export { checkScheduleRules, type ScheduleRules } from "./schedule/schedule-rules.js";
export { type CalendarEvent, toCalendarEvents } from "./schedule/to-calendar-events.js";
export {
  dutiesOfSubject,
  type Subject,
  type SubjectDuty,
  type SubjectEntry,
} from "./subject-duties.js";
export type { ContractualSurvey, SurveyCadence } from "./survey-cadence.js";
export { checkLight, type Light, type LightStep, lightOf, worstLight } from "./traffic-light.js";
export {
  type AccountBrief,
  accountBrief,
  type BoughtProduct,
  type BriefFacts,
} from "./views/account-brief.js";
export {
  type AnnualClock,
  annualClock,
  type ClockCell,
  type ClockContext,
  mergeClocks,
} from "./views/annual-clock.js";
export { doneAgainstPlanned, type PlanOutcome } from "./views/done-against-planned.js";
export { type HandoverEntry, handoverSheet } from "./views/handover-sheet.js";
export { loadByPerson, type PersonWeek } from "./views/load-by-person.js";
export {
  type PlanningHorizon,
  plannedAhead,
  type WeeksAhead,
} from "./views/planned-ahead.js";
export { dayList, type WorkEntry, weekList } from "./views/work-list.js";
export { announceVisits, findUnannouncedVisits, type VisitNotice } from "./visit-notice.js";
