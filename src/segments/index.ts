export { type AbcClasses, abcClasses } from "./abc-classes.js";
export type {
  AbcBoundary,
  AbcClass,
  AbcClassifier,
  AbcClassSize,
  AbcFit,
} from "./abc-classifier.js";
export type { Classifier, ClassifierFit, CompiledClassifier } from "./any-classifier.js";
export {
  type ClassProposal,
  compareProposals,
  type Divergence,
  type ProposalFigures,
} from "./assignment/compare-proposals.js";
export { compileLifecycle } from "./assignment/compile-lifecycle.js";
export { compileStayRule } from "./assignment/compile-stay-rule.js";
export type { CompiledLifecycle } from "./assignment/compiled-lifecycle.js";
export {
  decideMembership,
  legalMembershipSteps,
  type MembershipStep,
} from "./assignment/decide-membership.js";
export type { DefinitionNames } from "./assignment/definition-scope.js";
export {
  type EffectiveContext,
  type EffectiveSegment,
  effectiveSegment,
} from "./assignment/effective-segment.js";
export type {
  KeyAccountCandidate,
  KeyAccountCapacity,
  KeyAccountChoice,
  KeyAccountRule,
  KeyAccountTie,
  LeftOutAccount,
  SelectedAccount,
  UndecidedAccount,
} from "./assignment/key-account-choice.js";
export {
  type KeyAccountProcess,
  type KeyAccountStep,
  keyAccountSteps,
} from "./assignment/key-account-steps.js";
export type { DatedLabels, LabelColumn } from "./assignment/label-column.js";
export type {
  LifecycleDefinition,
  LifecycleEvent,
  LifecycleMemory,
  LifecycleOutcome,
  LifecycleStateLabel,
  LifecycleTransition,
  LifecycleTrigger,
  NextLifecycleChange,
} from "./assignment/lifecycle.js";
export type { LifecycleClassifier, LifecycleWay } from "./assignment/lifecycle-classifier.js";
export {
  type LifecycleAnswer,
  lifecycleOf,
  recordsOfRelationship,
} from "./assignment/lifecycle-of.js";
export type {
  Decider,
  MembershipBasis,
  MembershipProposal,
  MembershipState,
  MembershipVerdict,
  SegmentMembership,
} from "./assignment/membership.js";
export {
  findDuplicateMemberships,
  membershipStateOn,
  membershipsInForce,
  nextMembershipChange,
} from "./assignment/memberships-in-force.js";
export {
  type DutiesOfUnit,
  mergeUnitDuties,
  type UnitDuty,
  type UnitDutyRule,
} from "./assignment/merge-unit-duties.js";
export { type LivingRow, livesOf, returnedOn } from "./assignment/method-lifecycle.js";
export type {
  Move,
  MoveKind,
  Movement,
  MovementDefinition,
} from "./assignment/movement.js";
export {
  type MovementBySeller,
  movementBySeller,
  type OwnedMovement,
  type SellerMovement,
  type SellerRule,
  type WithoutSeller,
} from "./assignment/movement-by-seller.js";
export { movementMatrix } from "./assignment/movement-matrix.js";
export { proposeMembership } from "./assignment/propose-membership.js";
export { replayMembership, startStay } from "./assignment/replay-membership.js";
export { type SegmentInForce, segmentInForce } from "./assignment/segment-in-force.js";
export { segmentQuality } from "./assignment/segment-quality.js";
export type {
  DecidingFact,
  SegmentDemands,
  SegmentDrift,
  SegmentFacts,
  SegmentReport,
  SegmentSize,
} from "./assignment/segment-report.js";
export type { SegmentSpread, Spread } from "./assignment/segment-spread.js";
export { selectKeyAccounts } from "./assignment/select-key-accounts.js";
export { type Share, type ShareReceipt, shareOf } from "./assignment/share.js";
export type {
  CompiledStayRule,
  LabelStayRule,
  ScoreStayRule,
  StayLevel,
  StayReview,
  StayRule,
} from "./assignment/stay-rule.js";
export type {
  CompanyMove,
  StayHistory,
  StayMove,
  StayReading,
  StayReplay,
  StayState,
} from "./assignment/stay-state.js";
export type { AccountUnit, UnitDefinition, UnitPlace, UnitSplit } from "./assignment/unit.js";
export { unitId, unitsOfAccount } from "./assignment/units-of-account.js";
export type { Band, BandBound, BandsClassifier } from "./bands-classifier.js";
export type {
  AllowedMove,
  Candidate,
  ClassifierHead,
  ExclusionRule,
  ExitAction,
  Place,
  RulesClassifier,
  SegmentLabel,
  SegmentOutcome,
  SegmentRule,
} from "./classifier.js";
export { classifierOfField, classifiersRead, fieldsOfClassifier } from "./classifier-fields.js";
export {
  classifierCell,
  classify,
  explainReading,
  explainSegment,
  labelOf,
  nextSegmentChange,
  scoreOfClassifier,
  whyFieldUnknown,
} from "./classify.js";
export { blockClassifier } from "./columns/block-classifier.js";
export type { BlockClassifier, BlockJob } from "./columns/block-job.js";
export { type OutcomeTable, outcomeTable } from "./columns/outcome-table.js";
export { compileClassifier } from "./compile-classifier.js";
export { countRepeatPeriods } from "./count-repeat-periods.js";
export type { ShareCuts } from "./cut-by-share.js";
export { fitClassifier, fitsClassifier, needsFit, withClassifierFit } from "./fit-classifier.js";
export { labelsOutOfReach } from "./labels-out-of-reach.js";
export type { MatrixAxis, MatrixCells, MatrixClassifier } from "./matrix-classifier.js";
export { EXCLUDED, RESERVED_NAMES, UNCLASSIFIED } from "./method.js";
export { orderClassifiers, readThrough } from "./order-classifiers.js";
export type {
  AxisCuts,
  CutBoundary,
  RfmClassifier,
  RfmCuts,
  RfmFit,
  RfmScoring,
  RfmSegment,
} from "./rfm-classifier.js";
export type { FittedScoring, RfmColumns } from "./rfm-cuts.js";
export { type RfmScores, rfmScores } from "./rfm-scores.js";
export type {
  Criterion,
  Normalisation,
  PointBand,
  Scale,
  ScorecardClassifier,
  ScorecardFit,
} from "./scorecard-classifier.js";
export {
  type PurchaseColumns,
  type PurchaseSummary,
  summarizePurchases,
} from "./summarize-purchases.js";
