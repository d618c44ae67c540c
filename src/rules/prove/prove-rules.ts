import { type Cell, plainCell } from "../cell.js";
import type { RuleSet } from "../rule-set.js";
import { type BoxProblem, boxProblem } from "./box-problem.js";
import { findHoles } from "./find-holes.js";
import { type Budget, findWitness, type Search } from "./find-witness.js";
import { idleComparisons } from "./idle-comparisons.js";
import { type Ask, fails, isMet, type Posed, standsBefore } from "./posed-rule.js";
import type {
  Overlap,
  Possibility,
  ProofContext,
  RuleProof,
  RuleSetProof,
  Witness,
} from "./rule-proof.js";

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

const MOST_HOLES = 8;

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
  const { path, outcome } = posed.rule;
  const before = hitPolicy === "first" ? earlier : [];
  const canBeMet = ask([isMet(posed)]);
  const canDecide = before.length === 0 ? canBeMet : ask([isMet(posed), ...before.map(fails)]);
  const isShadowed = canDecide.kind === "impossible" && canBeMet.kind !== "impossible";
  const sharing = (other: Posed): boolean =>
    ask([isMet(posed), standsBefore(other)]).kind !== "impossible";
  return {
    rule: path,
    outcome,
    canBeMet,
    canDecide,
    shadowedBy: isShadowed ? before.filter(sharing).map((each) => each.rule.path) : [],
    idle: canBeMet.kind === "possible" ? idleComparisons(posed, problem, ask) : [],
  };
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
