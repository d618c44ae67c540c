import type { CompiledRule, RuleSet } from "../rule-set.js";
import { isMet, standsBefore } from "./demand.js";
import { idleAfter, idleComparisons } from "./idle-comparisons.js";
import { Inquiry, type Posed } from "./inquiry.js";
import type { Overlap, ProofContext, RuleProof, RuleSetProof } from "./rule-proof.js";

/**
 * Whether rules leave a gap, overlap, or hold a rule that never decides: for all accounts that could
 * be, not only those of a base.
 *
 * Each field counts by what the rules can tell apart: the bounds, one value between each two and
 * beyond them, every word, one word that is none of them, and unknown. A solver
 * then looks for values that meet each question, and learns from every conflict (as solvers of
 * satisfiability do). A comparison of two fields, or with a cut that has no fit,
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
 * const scope = new Scope({ kinds: new Map([["headcount", "number"]]) });
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
  const inquiry = new Inquiry(set, context);
  const { rules, hitPolicy } = set;
  const canBeMet = rules.map((rule) => inquiry.show([isMet(rule, inquiry.problem)]));
  const inTurn = rules.map((rule, index) => {
    const met = canBeMet[index]!;
    const isOrdered = hitPolicy === "first";
    const asks = isOrdered && index > 0 && met.kind !== "impossible";
    const canDecide = asks ? inquiry.showLeft([isMet(rule, inquiry.problem)]) : met;
    const idle = met.kind === "possible" ? idleComparisons(rule, inquiry) : [];
    const counts = isOrdered && canDecide.kind === "possible";
    const others = counts ? idleAfter(rules.slice(0, index), rule, inquiry, idle) : [];
    inquiry.passOver(rule);
    return { canBeMet: met, canDecide, idle: idle.map(({ shown }) => shown), idleInSet: others };
  });
  const { gap, holes } = inquiry.gap();
  const before = rules.map((rule) => inquiry.pose(rule, standsBefore(rule, inquiry.problem)));
  const proofs = rules.map((rule, index): RuleProof => {
    const own = inTurn[index]!;
    const isShadowed = own.canDecide.kind === "impossible" && own.canBeMet.kind !== "impossible";
    const shadowedBy = isShadowed ? sharing(rule, before.slice(0, index), inquiry) : [];
    return { rule: rule.path, outcome: rule.outcome, ...own, shadowedBy };
  });
  const overlaps = hitPolicy === "unique" ? overlapsOf(rules, inquiry) : [];
  return { gap, holes, rules: proofs, overlaps };
}

/** The earlier rules that are met, or left open, by an account that meets this one. */
function sharing(
  rule: CompiledRule,
  earlier: readonly Posed[],
  inquiry: Inquiry,
): readonly string[] {
  const own = inquiry.pose(rule, isMet(rule, inquiry.problem));
  return earlier.filter((other) => inquiry.canShare(own, other)).map((other) => other.rule.path);
}

function overlapsOf(rules: readonly CompiledRule[], inquiry: Inquiry): readonly Overlap[] {
  const met = rules.map((rule) => inquiry.pose(rule, isMet(rule, inquiry.problem)));
  return met.flatMap((later, index): readonly Overlap[] => {
    for (const earlier of met.slice(0, index)) {
      if (earlier.rule.outcome === later.rule.outcome) continue;
      if (inquiry.areApart(earlier, later)) continue;
      const answer = inquiry.show([earlier.demand, later.demand]);
      if (answer.kind === "impossible") continue;
      return [{ rules: [earlier.rule.path, later.rule.path], answer }];
    }
    return [];
  });
}
