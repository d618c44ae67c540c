export type {
  Account,
  AccountName,
  Location,
  OwnFields,
  OwnValue,
  Relation,
  Site,
} from "./account.js";
export { accountFact } from "./account-fact.js";
export { acknowledgeTask, isOpenForSender } from "./acknowledge-task.js";
export type {
  Activity,
  ActivityHeading,
  ActivityStatus,
  FollowUp,
  Instant,
  Task,
} from "./activity.js";
export type {
  AccountColumns,
  BooleanFacts,
  CategoryFacts,
  DateFacts,
  FactColumn,
  MoneyFacts,
  NumberFacts,
  SetFacts,
  StateFacts,
} from "./columns/account-columns.js";
export { joinColumns } from "./columns/join-columns.js";
export { sliceColumns } from "./columns/slice-columns.js";
export { compareIds } from "./compare-ids.js";
export type {
  AccountRecords,
  Coverage,
  CustomerBase,
  RecordKind,
  RecordLists,
  RecordTypes,
} from "./customer-base.js";
export { convertMoney, isRate, type RateTable } from "./exchange.js";
export {
  accountFields,
  accountProperties,
  type FieldKind,
  type FieldKinds,
  judgementFields,
  recordDates,
  recordFields,
} from "./field-kinds.js";
export { comparableName, findDuplicates } from "./find-duplicates.js";
export { countOrphans, findOrphans } from "./find-orphans.js";
export type { Judged, Judgements, Level, ServicePotential, Trend } from "./judgement.js";
export { mapAccountIds } from "./map-account-ids.js";
export { type AccountMerge, mergeAccounts } from "./merge-accounts.js";
export {
  type DecimalMoney,
  decimalMoney,
  decimalsOf,
  isCurrency,
  type Money,
  money,
  readDecimalMoney,
} from "./money.js";
export { type OwnRecords, ownRecords } from "./own-records.js";
export type {
  Absence,
  ContactPerson,
  Ownership,
  Permission,
  Person,
  Project,
  ProjectMembership,
  Team,
  Unit,
} from "./people.js";
export type { RecordId } from "./record-id.js";
export { isUndatedPlan, recordKinds } from "./record-kinds.js";
export { recordsByAccount } from "./records-by-account.js";
export { requireBase, requireCoverage } from "./require-base.js";
export type {
  Feedback,
  InboundCase,
  Lead,
  ServiceChange,
  SurveyAnswer,
  Termination,
} from "./service.js";
export { legalVisitSteps, stepVisit, type VisitStep } from "./step-visit.js";
export { sumMoney } from "./sum-money.js";
export type {
  Contract,
  Invoice,
  Offer,
  Opportunity,
  Order,
  Revenue,
  ServiceItem,
} from "./trade.js";
export { withoutPersonalNotes } from "./without-personal-notes.js";
