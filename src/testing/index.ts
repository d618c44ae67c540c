export type {
  CaseExpectation,
  DutyExpectation,
  PolicyCase,
} from "../policy/index.js";
export type { CaseDifference } from "./case-difference.js";
export {
  type CoverageCount,
  type CoverageReport,
  type CoverageRow,
  type CoverageThreshold,
  checkCoverage,
} from "./coverage-report.js";
export type { CoverageKind } from "./coverage-rows.js";
export { expectPolicy, type PolicyExpectation } from "./expect-policy.js";
export { compareGolden, type GoldenDifference, goldenText } from "./golden.js";
export type { MatcherResult } from "./matcher-answer.js";
export { policyMatchers, type RunnerMatcher } from "./matchers.js";
export { PolicyAssertionError } from "./policy-assertion-error.js";
export {
  type CoverageCounts,
  type PolicyCoverage,
  policyCoverage,
  type SeenAnswer,
} from "./policy-coverage.js";
export type {
  AcceptedFinding,
  ClassifierQuestion,
  ContactQuestion,
  FindingsQuestion,
  MoveLimit,
  MoveQuestion,
  PolicyMatchers,
  Whom,
} from "./policy-matchers.js";
export { type CaseResult, runCase } from "./run-case.js";
export { type CaseReport, runCases } from "./run-cases.js";
export { type Threshold, thresholdsOf } from "./thresholds.js";
