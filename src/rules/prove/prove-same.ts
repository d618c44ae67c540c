import type { Row } from "../evaluate.js";
import type { RuleSet } from "../rule-set.js";
import type { BoxProblem } from "./box-problem.js";
import type { Demand } from "./demand.js";
import type { WhyUndecided } from "./find-witness.js";
import { both, either } from "./formula.js";
import { Inquiry } from "./inquiry.js";
import {
  type Given,
  type OutcomeBounds,
  outcomeBounds,
  outcomeFormulas,
} from "./outcome-bounds.js";
import type { ProofContext, Witness } from "./rule-proof.js";

/**
 * Whether two rule sets ever differ, and on whom.
 *
 * @category Rules
 */
export type SetDifference =
  | {
      readonly kind: "differ";
      readonly witness: Witness;
      /** What each gives for the witness; more than one where facts are missing. */
      readonly before: readonly GivenOutcome[];
      readonly after: readonly GivenOutcome[];
    }
  | { readonly kind: "same" }
  | { readonly kind: "undecided"; readonly why: WhyUndecided };

/**
 * An outcome, none at all, or the conflict of a `unique` rule set.
 *
 * @category Rules
 */
export type GivenOutcome =
  | { readonly kind: "outcome"; readonly outcome: string }
  | { readonly kind: "none" | "conflict" };

/**
 * Whether two rule sets ever differ: an account for which one of them gives an outcome for certain
 * that the other rules out.
 *
 * No outcome at all is an outcome here, and so is the conflict of a `unique` rule set. Where facts
 * are missing an outcome is certain only when every other is out of the question; two answers that
 * are both open do not differ.
 *
 * @param before - compiled rules
 * @param after - compiled in the same scope, under the same or another hit policy
 * @param context - as of `proveRules`
 * @returns a witness and what both give for it, the proof that there is none, or the reason why
 *   nobody knows
 *
 * @example A bound moved from 500 to 1,000
 * ```ts
 * import { compileRule, proveSame, Scope } from "hoito/rules";
 *
 * const scope = new Scope({ kinds: new Map([["headcount", "number"]]) });
 * const rulesFrom = (atLeast: number) => {
 *   const when = { field: "headcount", atLeast };
 *   const rule = compileRule({ when }, "large", scope, "rules[0]", new Map())!;
 *   return { hitPolicy: "first", rules: [rule], otherwise: "small" } as const;
 * };
 * const context = { asOf: 0, cuts: new Map(), currency: "EUR", mostSteps: 10_000 };
 * const ask = { ...context, canBeNone: () => false };
 * const difference = proveSame(rulesFrom(500), rulesFrom(1000), ask);
 * difference.kind === "differ" && difference.witness; // => { headcount: 500 }
 * proveSame(rulesFrom(500), rulesFrom(500), ask); // => { kind: "same" }
 * ```
 *
 * @category Rules
 */
export function proveSame(before: RuleSet, after: RuleSet, context: ProofContext): SetDifference {
  const rules = [...before.rules, ...after.rules];
  const inquiry = new Inquiry({ ...before, rules }, context);
  const found = inquiry.search([differingSets(before, after, inquiry.problem)]);
  if (found.kind === "none") return { kind: "same" };
  if (found.kind === "undecided") return found;
  const row = inquiry.rowOf(found.cells);
  return {
    kind: "differ",
    witness: inquiry.witnessOf(found.cells),
    before: givenOn(before, row),
    after: givenOn(after, row),
  };
}

function givenOn(set: RuleSet, row: Row): readonly GivenOutcome[] {
  const { possible } = outcomeBounds(set, row);
  return [...possible].map((each): GivenOutcome => {
    if (typeof each === "string") return { kind: "outcome", outcome: each };
    return { kind: each === undefined ? "none" : "conflict" };
  });
}

/** That one rule set gives an outcome for certain that the other rules out. */
function differingSets(before: RuleSet, after: RuleSet, problem: BoxProblem): Demand {
  const [one, other] = [outcomeFormulas(before, problem), outcomeFormulas(after, problem)];
  const outcomes = new Set<Given>([...one.outcomes, ...other.outcomes]);
  const ways = [...outcomes].flatMap((outcome) => [
    both(one.certain(outcome), other.ruledOut(outcome)),
    both(other.certain(outcome), one.ruledOut(outcome)),
  ]);
  return {
    formula: either(...ways),
    reads: [...new Set([...problem.reading(before), ...problem.reading(after)])],
    isMetBy: (row: Row) => {
      const [own, others] = [outcomeBounds(before, row), outcomeBounds(after, row)];
      return isBeyond(own, others) || isBeyond(others, own);
    },
  };
}

/** Whether something is certain on one side that is out of the question on the other. */
function isBeyond({ certain }: OutcomeBounds, { possible }: OutcomeBounds): boolean {
  return [...certain].some((outcome) => !possible.has(outcome));
}
