import type { PlainValue } from "../../shapes/index.js";
import { type Cell, plainCell } from "../cell.js";
import type { BoundTest, CompiledCondition } from "../compiled-condition.js";
import { evaluate } from "../evaluate.js";
import type { CompiledRule, RuleSet } from "../rule-set.js";
import type { Slot } from "../scope.js";
import {
  type BoxProblem,
  boxProblem,
  CAN_BE_MET,
  CAN_BE_UNKNOWN,
  CAN_FAIL,
  type Node,
} from "./box-problem.js";
import { findHoles } from "./find-holes.js";
import {
  type Budget,
  type Demand,
  findWitness,
  type Search,
  type WhyUndecided,
} from "./find-witness.js";
import { type Bearings, type Test, testsOf } from "./slot-values.js";

/**
 * An account as small as it can be: the fields it needs and their values, `null` for one known to
 * be none. Fields that are not there are unknown. It is a row of fields and measures that the
 * evaluator confirms; whether records can bring it about is another question.
 *
 * @category Rules
 */
export type Witness = Readonly<Record<string, PlainValue | null>>;

/**
 * Whether something can happen: with a witness, proved impossible, or undecided with the reason.
 *
 * @category Rules
 */
export type Possibility =
  | { readonly kind: "possible"; readonly witness: Witness }
  | { readonly kind: "impossible" }
  | { readonly kind: "undecided"; readonly why: WhyUndecided };

/**
 * What a proof came to about one rule.
 *
 * @category Rules
 */
export interface RuleProof {
  /** Path of the rule in the policy. */
  readonly rule: string;
  readonly outcome: string;
  /** Whether its condition can be met at all. */
  readonly canBeMet: Possibility;
  /** Whether it can decide: be met while, under `first`, no earlier rule is. */
  readonly canDecide: Possibility;
  /** Where it cannot decide: the earlier rules that are met, or left open, where it is met. */
  readonly shadowedBy: readonly string[];
  /** Comparisons without which the rule would be met by the same accounts. */
  readonly idle: readonly IdleComparison[];
}

/**
 * A comparison that makes no difference.
 *
 * @category Rules
 */
export interface IdleComparison {
  readonly field: string;
  readonly comparison: string;
  readonly bound?: PlainValue;
}

/**
 * Two rules of different outcomes and whether an account can meet both.
 *
 * @category Rules
 */
export interface Overlap {
  readonly rules: readonly [string, string];
  readonly answer: Exclude<Possibility, { readonly kind: "impossible" }>;
}

/**
 * What holds for every account that there could be.
 *
 * @category Rules
 */
export interface RuleSetProof {
  /** Whether an account can meet no rule at all. */
  readonly gap: Possibility;
  /** Up to eight accounts that meet no rule, each in a hole of its own; the first is the gap's. */
  readonly holes: readonly Witness[];
  readonly rules: readonly RuleProof[];
  /**
   * Under `unique`: for each rule the first earlier one of another outcome that it overlaps with or
   * might; none means that no account ever meets two rules of different outcomes. Empty under the
   * other hit policies, which allow it.
   */
  readonly overlaps: readonly Overlap[];
}

/**
 * What a proof takes for granted, and how long it may take.
 *
 * @category Rules
 */
export interface ProofContext extends Bearings {
  readonly currency: string;
  /** Slots that may be known to be none, such as the day of a last order. */
  readonly canBeNone: (slot: Slot) => boolean;
  /**
   * Boxes of values that may be looked at over all questions; one question takes at most a tenth.
   * A hundred thousand take some seconds where there are hundreds of rules.
   */
  readonly mostSteps: number;
}

/**
 * Whether rules leave a gap, overlap, or hold a rule that never decides: for all accounts that could
 * be, not only those of a base.
 *
 * Each field counts by what the rules can tell apart: the bounds, one value between each two and
 * beyond them, every word, one word that is none of them, and unknown. Boxes of such values are
 * split until each question is settled. A comparison of two fields, or with a cut that has no fit,
 * is opaque: a witness may still be found and is then confirmed, but nothing is proved impossible
 * through it. What cannot be settled is undecided with the reason, never guessed.
 *
 * Gotchas: fields are taken to be independent, so a witness may be an account that your records
 * never bring about. Bounds relative to the day of asking are proved for that day.
 *
 * @param set - compiled rules
 * @param context - the day (epoch day), cuts by name, currency, and the bound on steps
 * @returns the gap, each rule's fate, and overlaps under `unique`
 *
 * @example From 500 upwards, and below 500: nobody falls through
 * ```ts
 * import { compileRule, proveRules, Scope } from "hoito/rules";
 *
 * const scope = new Scope({
 *   kinds: new Map([["headcount", "number"]]),
 *   parameters: new Map(),
 *   broken: new Set(),
 *   cuts: new Map(),
 *   currency: undefined,
 *   findings: [],
 * });
 * const rule = (outcome: string, when: object) =>
 *   compileRule({ when: when as never }, outcome, scope, outcome, new Map())!;
 * const rules = [
 *   rule("large", { field: "headcount", moreThan: 500 }),
 *   rule("small", { field: "headcount", lessThan: 500 }),
 * ];
 * const set = { hitPolicy: "unique", rules, otherwise: undefined } as const;
 * const context = { asOf: 0, cuts: new Map(), currency: "EUR", mostSteps: 10_000 };
 * const { gap, overlaps } = proveRules(set, { ...context, canBeNone: () => false });
 * gap; // => { kind: "possible", witness: { headcount: 500 } }
 * overlaps; // => []
 * ```
 *
 * @category Rules
 */
export function proveRules(set: RuleSet, context: ProofContext): RuleSetProof {
  const conditions = set.rules.map((rule) => rule.condition);
  const problem = boxProblem(conditions, context, context.canBeNone);
  const budget: Budget = { steps: context.mostSteps };
  const rules = set.rules.map((rule) => ({ rule, node: problem.nodeOf(rule.condition) }));
  const ask: Ask = (demands) => {
    const found = withinShare(budget, context, (own) => findWitness(problem, demands, own));
    return possibility(found, problem, context);
  };
  const { rows, end } = withinShare(budget, context, (own) => {
    return findHoles(problem, rules.map(fails), own, MOST_HOLES);
  });
  const found: Search = rows[0] === undefined ? end : { kind: "exists", cells: rows[0] };
  return {
    gap: possibility(found, problem, context),
    holes: rows.map((cells) => witnessOf(cells, problem, context)),
    rules: rules.map((each, index) => proveRule(each, rules.slice(0, index), set, problem, ask)),
    overlaps: set.hitPolicy === "unique" ? overlapsOf(rules, ask) : [],
  };
}

interface Posed {
  readonly rule: CompiledRule;
  readonly node: Node;
}

type Ask = (demands: readonly Demand[]) => Possibility;

const MOST_HOLES = 8;

function isMet({ rule, node }: Posed): Demand {
  return demanding(rule.condition, node, CAN_BE_MET);
}

/** Not met, or unknown where the policy takes that as not met. */
function fails({ rule, node }: Posed): Demand {
  const wanted = rule.unknownIsNotMet ? CAN_FAIL | CAN_BE_UNKNOWN : CAN_FAIL;
  return demanding(rule.condition, node, wanted);
}

/** Met, or unknown and so still possible: no later rule can decide. */
function standsBefore({ rule, node }: Posed): Demand {
  const wanted = rule.unknownIsNotMet ? CAN_BE_MET : CAN_BE_MET | CAN_BE_UNKNOWN;
  return demanding(rule.condition, node, wanted);
}

function demanding(condition: CompiledCondition, node: Node, wanted: number): Demand {
  return { node, wanted, truthOf: (row) => evaluate(condition, row) };
}

/** Some work with its share of the steps: no question may use up those of all others. */
function withinShare<T>(budget: Budget, { mostSteps }: ProofContext, work: (own: Budget) => T): T {
  const own = { steps: Math.min(budget.steps, Math.ceil(mostSteps / 10)) };
  budget.steps -= own.steps;
  const result = work(own);
  budget.steps += own.steps;
  return result;
}

function proveRule(
  posed: Posed,
  earlier: readonly Posed[],
  { hitPolicy }: RuleSet,
  problem: BoxProblem,
  ask: Ask,
): RuleProof {
  const { path, outcome, condition } = posed.rule;
  const before = hitPolicy === "first" ? earlier : [];
  const canBeMet = ask([isMet(posed)]);
  const canDecide = before.length === 0 ? canBeMet : ask([isMet(posed), ...before.map(fails)]);
  const isShadowed = canDecide.kind === "impossible" && canBeMet.kind !== "impossible";
  const sharing = (other: Posed): boolean =>
    ask([isMet(posed), standsBefore(other)]).kind !== "impossible";
  const tests = canBeMet.kind === "possible" ? [...testsOf(condition)] : [];
  const idle = tests.length < 2 ? [] : tests.filter((test) => isIdle(test, posed, problem, ask));
  return {
    rule: path,
    outcome,
    canBeMet,
    canDecide,
    shadowedBy: isShadowed ? before.filter(sharing).map((each) => each.rule.path) : [],
    idle: idle.map(showTest),
  };
}

/** Whether a rule is met by the same accounts without this test. */
function isIdle(test: Test, posed: Posed, problem: BoxProblem, ask: Ask): boolean {
  const without = withoutTest(posed.rule.condition, test)!;
  const node = problem.nodeOf(without);
  const notMet = CAN_FAIL | CAN_BE_UNKNOWN;
  const gained = ask([
    demanding(without, node, CAN_BE_MET),
    demanding(posed.rule.condition, posed.node, notMet),
  ]);
  if (gained.kind !== "impossible") return false;
  return ask([isMet(posed), demanding(without, node, notMet)]).kind === "impossible";
}

/** The condition with one test taken out of its group; `undefined` where the group would be empty. */
function withoutTest(condition: CompiledCondition, test: Test): CompiledCondition | undefined {
  if (condition === test) return undefined;
  if (!("of" in condition)) return condition;
  const of = condition.of.flatMap((part) => {
    const left = withoutTest(part, test);
    return left === undefined ? [] : [left];
  });
  return of.length === 0 ? undefined : { ...condition, of };
}

function showTest(test: Test): IdleComparison {
  const field = test.slot.name;
  if (test.kind === "missing") return { field, comparison: "isMissing", bound: test.expected };
  if (test.kind === "list") {
    const words = [...test.values] as (string | number)[];
    return { field, comparison: test.word, bound: words };
  }
  const bound = boundShown(test);
  return { field, comparison: test.word, ...(bound === undefined ? {} : { bound }) };
}

/** A bound that stands in the policy itself. */
function boundShown({ operand }: BoundTest): PlainValue | undefined {
  return "value" in operand ? operand.value : undefined;
}

function overlapsOf(rules: readonly Posed[], ask: Ask): readonly Overlap[] {
  return rules.flatMap((later, index): readonly Overlap[] => {
    for (const earlier of rules.slice(0, index)) {
      if (earlier.rule.outcome === later.rule.outcome) continue;
      const answer = ask([isMet(earlier), isMet(later)]);
      if (answer.kind === "impossible") continue;
      return [{ rules: [earlier.rule.path, later.rule.path], answer }];
    }
    return [];
  });
}

function possibility(found: Search, problem: BoxProblem, context: ProofContext): Possibility {
  if (found.kind === "none") return { kind: "impossible" };
  if (found.kind === "undecided") return found;
  return { kind: "possible", witness: witnessOf(found.cells, problem, context) };
}

function witnessOf(
  cells: readonly Cell[],
  { domains }: BoxProblem,
  { currency }: ProofContext,
): Witness {
  const facts = domains.flatMap(({ slot }) => {
    const cell = cells[slot.index];
    if (cell === undefined) return [];
    return [[slot.name, cell === null ? null : plainCell(cell, slot.kind, currency)] as const];
  });
  return Object.fromEntries(facts);
}
