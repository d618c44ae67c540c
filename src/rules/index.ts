export {
  type Cell,
  type MoneyReading,
  NO_MONEY,
  plainCell,
  toCell,
  type Unreadable,
  whyUnreadable,
} from "./cell.js";
export {
  BLOCK_ROWS,
  type BlockSource,
  type CodeSource,
  cellOf,
  GAP,
  KNOWN,
  NONE,
  type NumberSource,
  unknownSource,
} from "./columns/block-source.js";
export { codeSource, columnSource, plainNumbers } from "./columns/column-source.js";
export { type FactWriter, factWriter, type WrittenSource } from "./columns/fact-writer.js";
export {
  combineClasses,
  type FieldClasses,
  fieldClasses,
  translate,
} from "./columns/field-classes.js";
export { FIRST_WORD_CODE } from "./columns/find-words.js";
export { HIGH_WORD, wordsOfNumbers } from "./columns/number-words.js";
export { type RuleChain, ruleChain } from "./columns/rule-chain.js";
export { type RuleIndex, ruleIndex } from "./columns/rule-index.js";
export {
  addTests,
  addThreshold,
  noTests,
  slotsRead,
  type TestsOfField,
} from "./columns/tests-of-field.js";
export type { BlockContext } from "./columns/truth-of-block.js";
export { compileCondition } from "./compile-condition.js";
export { compileAssumptions, compileRule } from "./compile-rule.js";
export {
  type BoundTest,
  type CompiledCondition,
  MAX_DEPTH,
  MAX_PARTS,
  type MissingTest,
} from "./compiled-condition.js";
export {
  type AllCondition,
  ANNOTATIONS,
  type Annotated,
  type AnyCondition,
  type AsOfMinus,
  type AsOfPlus,
  type BooleanCondition,
  type Condition,
  type ConditionNames,
  type CutOperand,
  type DateCondition,
  type FieldOperand,
  type MoneyCondition,
  type NotCondition,
  type NumberCondition,
  type ParameterOperand,
  type SetCondition,
  type TextCondition,
} from "./condition.js";
export { decideByRules, decideByTruths, type Hits, truthsOfRules } from "./decide-by-rules.js";
export {
  boundOf,
  evaluate,
  MET,
  NO_CUTS,
  NOT_MET,
  NOTHING_AGES,
  type Row,
  type Truth,
  UNKNOWN,
} from "./evaluate.js";
export { type ExplainedRow, explainCondition, verdictOf } from "./explain-condition.js";
export { explainRules } from "./explain-rules.js";
export { checkProperties, isObject, type JsonObject } from "./json-object.js";
export { missingFacts } from "./missing-facts.js";
export { type NearestMiss, nearestMiss } from "./nearest-miss.js";
export { firstDayWhen, nextChange } from "./next-change.js";
export {
  compileDuration,
  compileLiteral,
  compileOperand,
  nameOf,
  type Operand,
  parameterNamed,
  writtenNumber,
} from "./operand.js";
export { orderByReads, type ReadingOrder } from "./order-by-reads.js";
export {
  type AnnotatedParameter,
  type OpenParameter,
  type Parameter,
  type ParameterKind,
  type ParameterValue,
  type ResolvedParameter,
  resolveMoney,
  resolveParameter,
  resolveParameters,
} from "./parameter.js";
export type { DerivedSlot } from "./prove/derived-slot.js";
export type { WhyUndecided } from "./prove/find-witness.js";
export { type ConditionProof, proveCondition } from "./prove/prove-condition.js";
export { proveRules } from "./prove/prove-rules.js";
export { type GivenOutcome, proveSame, type SetDifference } from "./prove/prove-same.js";
export { type Restating, restateRules } from "./prove/restate.js";
export type {
  IdleComparison,
  Overlap,
  Possibility,
  ProofContext,
  RuleProof,
  RuleSetProof,
  Witness,
} from "./prove/rule-proof.js";
export type { CompiledRule, HitPolicy, Rule, RuleSet } from "./rule-set.js";
export { Scope, type ScopeNames, type Slot } from "./scope.js";
