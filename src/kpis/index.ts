export type { AmountOf } from "./account-amount.js";
export {
  type AdoptionFacts,
  type AdoptionOutcome,
  adoptionOutcome,
  electronicCalendarShare,
  type UsageChange,
  usageChange,
} from "./adoption.js";
export { type Attainment, attainment, type PlannedAndDone } from "./attainment.js";
export type {
  Board,
  BoardContext,
  BoardRow,
  BoardSurroundings,
  LabelColumn,
} from "./board.js";
export { cadenceAttainment, dutyAttainment } from "./cadence-attainment.js";
export { type CatalogueEntry, kpiCatalogue } from "./catalogue.js";
export { type Cohort, type CohortTable, cohortTable } from "./cohort-table.js";
export {
  type AccountWordField,
  type CommonFactor,
  type CommonFactorMethod,
  commonFactors,
} from "./common-factors.js";
export { compareBoards, type FigureChange } from "./compare-boards.js";
export { compileKpiChapter, compileKpis } from "./compile-kpis.js";
export { computeBoard, finishBoard, streamBoard } from "./compute-board.js";
export {
  type ConcentrationMethod,
  effectiveNumber,
  giniCoefficient,
  herfindahlIndex,
  type LorenzPoint,
  lorenzCurve,
  type TopMethod,
  topShare,
} from "./concentration.js";
export { type CoverageItem, coverageRate } from "./coverage.js";
export {
  churnRate,
  newCustomers,
  type PeriodContext,
  type RetentionMethod,
  retentionRate,
  youngBaseShare,
} from "./customers.js";
export { type QualityPart, weightedQuality } from "./data-quality.js";
export { type DecisionMakerMethod, decisionMakerShare } from "./decision-makers.js";
export {
  type EffortShare,
  type EffortShares,
  effortShares,
  type UnknownBecause,
} from "./effort-shares.js";
export type {
  ContributingAccounts,
  Exclusion,
  Figure,
  FigurePart,
  FigureReceipt,
  FigureUnit,
  Interval,
  UndefinedReason,
} from "./figure.js";
export type { ArgumentSpec, FigureKind, KpiDescription } from "./figure-kind.js";
export { type FigurePeriod, type FigureWindow, figureWindow } from "./figure-window.js";
export { type Confidence, wilsonInterval } from "./interval.js";
export type {
  CompiledKpi,
  CompiledKpis,
  KpiArgument,
  KpiChapter,
  KpiDefinition,
} from "./kpi-definition.js";
export { type MidTermMethod, midTermContacts } from "./mid-term-contacts.js";
export { checkMovementPlan, type MovementBalance, type MovementPlan } from "./movement.js";
export { type MovementProgress, movementAgainstPlan } from "./movement-against-plan.js";
export { type HitRateMethod, hitRate } from "./offers.js";
export { averageOrderValue, onTimeDelivery } from "./orders.js";
export type { RecordContext } from "./over-records.js";
export { type OverService, type OverServices, overServed } from "./over-served.js";
export { mergeBoards, type PartialBoard, partialBoard, partialSize } from "./partial-board.js";
export type { PartialTally } from "./partial-tally.js";
export {
  type Attendance,
  type ServiceStandardMethod,
  type StaffSurveyMethod,
  serviceStandard,
  staffSatisfaction,
  trainingAttendance,
} from "./people.js";
export type { RateMethod } from "./rate-kind.js";
export { type ReachAndFrequency, reachAndFrequency } from "./reach-and-frequency.js";
export { type DelayMethod, recordingDelay } from "./recording-delay.js";
export { type RegularUseMethod, regularUserShare } from "./regular-users.js";
export { type EndMethod, endReasons } from "./relationship-ends.js";
export {
  type AmountPair,
  grossRevenueRetention,
  netRevenueRetention,
} from "./revenue-retention.js";
export {
  customerEffort,
  customerSatisfaction,
  type EffortMethod,
  netPromoterScore,
  type SatisfactionMethod,
} from "./satisfaction.js";
export { firstContactResolution } from "./service.js";
export {
  commitmentDegree,
  type Market,
  type MarketShare,
  marketShare,
  type PartOfWhole,
  shareOfWallet,
} from "./share-of-wallet.js";
export {
  restorePartial,
  type StoredPartialBoard,
  type StoredTally,
  storePartial,
} from "./store-partial.js";
export {
  againstTargets,
  type KpiTarget,
  type QualityTarget,
  type QuantityTarget,
  type TargetStatus,
} from "./targets.js";
export { type TrainingMethod, trainingsHeld } from "./trainings.js";
export { isDeclining, type SeriesTrend, trendOf } from "./trend.js";
export {
  lifetimeValueFigure,
  type ProfitFigures,
  profitFigures,
} from "./value-estimates.js";
export { type VisitEffectMethod, visitEffect } from "./visit-effect.js";
