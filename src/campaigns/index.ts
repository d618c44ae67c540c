export {
  type AnonymousStanding,
  type AnonymousStandings,
  anonymousStandings,
} from "./anonymous-standings.js";
export type { Withheld } from "./apply-caps.js";
export type {
  AbsenceRule,
  Budget,
  CampaignDeadline,
  CampaignDefinition,
  CampaignLife,
  CampaignWeeks,
  Ranking,
  TieBreaker,
} from "./campaign-definition.js";
export type { ActivityEvent, CampaignEvent, Credit, CreditEvent } from "./campaign-event.js";
export type { Cap, NewAccountsCap } from "./cap.js";
export { compareRules, type MemberComparison, type RuleComparison } from "./compare-rules.js";
export {
  type CampaignSurroundings,
  compileCampaign,
  compileCampaignIn,
} from "./compile-campaign.js";
export {
  type CompiledCustomerCampaign,
  type CompiledTiming,
  type CustomerCampaignSurroundings,
  compileCustomerCampaign,
} from "./compile-customer-campaign.js";
export {
  type CompiledDevelopmentMeasures,
  compileDevelopmentMeasures,
} from "./compile-development-measures.js";
export {
  type CompiledSignals,
  compileSignals,
  type SignalSurroundings,
} from "./compile-signals.js";
export type { CompiledCampaign } from "./compiled-campaign.js";
export {
  type ClassMoves,
  classPromotions,
  leadsPassedOn,
  type PromotionContext,
  type PromotionCredits,
} from "./credits.js";
export type {
  ActivityCriterion,
  CreditCriterion,
  Criterion,
  HeadingCriterion,
  PlanCriterion,
} from "./criterion.js";
export type {
  CampaignSales,
  CampaignTiming,
  ContactConsent,
  CustomerCampaignDefinition,
  EffectConventions,
} from "./customer-campaign.js";
export {
  type AskPermission,
  type AudienceContext,
  type AudienceEntry,
  type AudienceState,
  customerCampaignAudience,
} from "./customer-campaign-audience.js";
export {
  type CombinedDeliveries,
  type CombinedDelivery,
  type DeliveryContext,
  ordersToCombine,
} from "./customer-campaign-deliveries.js";
export {
  customerCampaignEffect,
  type EffectCaution,
  type EffectContext,
  type EffectReport,
  type EffectRow,
} from "./customer-campaign-effect.js";
export type {
  CampaignEffect,
  EffectFigure,
  EffectReceipt,
  EffectUndefined,
} from "./customer-campaign-figures.js";
export type { LabelsByClassifier } from "./customer-campaign-row.js";
export {
  type CampaignStart,
  customerCampaignStarts,
  type StartsContext,
} from "./customer-campaign-starts.js";
export type {
  DevelopmentMeasure,
  MeasureBaseline,
  MeasureMetric,
  MeasurePeriod,
  MeasureReading,
  MeasureVerdict,
  NumberMetric,
  PartsMetric,
} from "./development-measure.js";
export { type EventColumns, markActivity, NO_DAY } from "./event-columns.js";
export { eventsFromSnapshots, type SnapshotContext } from "./events-from-snapshots.js";
export { explainPoints, type PointsQuestion } from "./explain-points.js";
export { extendLedger, ledgerOf } from "./extend-ledger.js";
export { findSignals, type SignalContext } from "./find-signals.js";
export { judgeDevelopmentMeasures, type MeasureOutcome } from "./judge-development-measures.js";
export type {
  EntryCause,
  EventName,
  Ledger,
  LedgerEntry,
  MemberPage,
  WeekPage,
} from "./ledger.js";
export { ledgerAsOf, ledgerEntries } from "./ledger-as-of.js";
export { ledgerEvents } from "./ledger-events.js";
export type { MomentOfAsking } from "./moment-of-asking.js";
export { type OpenCampaign, type OpeningContext, openCampaign } from "./open-campaign.js";
export type { CampaignMember } from "./open-member.js";
export type { FigurePrize, PersonalTiers, RankPrizes, TeamGoal, Tier } from "./prize.js";
export { type ReachableMaximum, reachableMaximum } from "./reachable-maximum.js";
export { type Reminder, remindMembers } from "./remind-members.js";
export {
  type CriterionReport,
  type Lacking,
  type MemberWeek,
  type PlannedWeek,
  reportWeek,
  type WeekReport,
} from "./report-week.js";
export { scoreWeeks } from "./score-weeks.js";
export { settleCampaign } from "./settle-campaign.js";
export type {
  GoalOutcome,
  MemberSettlement,
  Prize,
  Settlement,
  SettlementContext,
  SuppliedFigures,
} from "./settlement.js";
export type {
  AfterDeadlineSignal,
  AlikeNotesSignal,
  BackDatedSignal,
  BurstSignal,
  CrowdedDaySignal,
  DeadlineRushSignal,
  MemberTie,
  SelfDealingSignal,
  Signal,
  SignalKind,
  SignalledActivity,
  SignalReport,
} from "./signal.js";
export type {
  AfterDeadlineRule,
  AlikeNotesRule,
  BackDatedRule,
  BurstRule,
  CrowdedDayRule,
  DeadlineRushRule,
  SelfDealingRule,
  SignalDefinition,
} from "./signal-definition.js";
export { splitPrize } from "./split-prize.js";
export { type CampaignStage, stageOfCampaign } from "./stage-of-campaign.js";
export { neighboursOf, type Standing, type Standings, standingsOf } from "./standings.js";
