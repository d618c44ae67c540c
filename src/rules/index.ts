export {
  type Cell,
  type MoneyReading,
  plainCell,
  toCell,
  type Unreadable,
  whyUnreadable,
} from "./cell.js";
export { type CompiledCondition, compileCondition, MAX_DEPTH, MAX_PARTS } from "./compile-condition.js";
export type {
  AllCondition,
  Annotated,
  AnyCondition,
  AsOfMinus,
  AsOfPlus,
  BooleanCondition,
  Condition,
  ConditionNames,
  CutOperand,
  DateCondition,
  FieldOperand,
  MoneyCondition,
  NotCondition,
  NumberCondition,
  ParameterOperand,
  SetCondition,
  TextCondition,
} from "./condition.js";
export { evaluate, MET, NOT_MET, type Row, type Truth, UNKNOWN } from "./evaluate.js";
export { type ExplainedRow, explainCondition, verdictOf } from "./explain-condition.js";
export { missingFacts } from "./missing-facts.js";
export { type NearestMiss, nearestMiss } from "./nearest-miss.js";
export { firstDayWhen, nextChange } from "./next-change.js";
export { compileDuration, nameOf, parameterNamed } from "./operand.js";
export {
  type OpenParameter,
  type Parameter,
  type ParameterKind,
  type ParameterValue,
  type ResolvedParameter,
  resolveMoney,
  resolveParameter,
} from "./parameter.js";
export {
  type CompiledRule,
  compileAssumptions,
  compileRule,
  decideByRules,
  explainRules,
  type HitPolicy,
  type Hits,
  type Rule,
  type RuleSet,
} from "./rule-set.js";
export { Scope, type Slot } from "./scope.js";
