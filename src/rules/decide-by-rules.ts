import { evaluate, MET, NOT_MET, type Row, type Truth, UNKNOWN } from "./evaluate.js";
import type { CompiledRule, RuleSet } from "./rule-set.js";

/**
 * What a rule set gives for a row.
 *
 * - `decided`: the outcomes; one under `first` and `unique`, any number under `collect`, none where
 *   no rule is met and there is no default.
 * - `conflict`: rules with different outcomes are met though only one may be.
 * - `undecided`: facts are missing; the candidates are all outcomes that are still possible,
 *   `undefined` standing for none.
 *
 * @category Rules
 */
export type Hits =
  | { readonly kind: "decided"; readonly outcomes: readonly string[] }
  | { readonly kind: "conflict"; readonly outcomes: readonly string[] }
  | { readonly kind: "undecided"; readonly candidates: readonly (string | undefined)[] };

/**
 * What the rules give for a row.
 *
 * An unknown rule keeps every outcome possible that it could bring about; when all that is possible
 * agrees, the answer is decided all the same. Under `first` an unknown rule blocks those after it,
 * and a rule that is met hides them. Under `unique` rules with one and the same outcome do not
 * conflict. Under `collect` outcomes that are certain are candidates too, named first.
 *
 * @param set - compiled rules, in the order of the policy; none leave the default
 * @param row - cells by slot
 * @returns decided, in conflict, or undecided with at least two candidates
 *
 * @example Which of two groups, while the head count is missing
 * ```ts
 * import { compileRule, decideByRules, Scope } from "hoito/rules";
 *
 * const scope = new Scope({ kinds: new Map([["headcount", "number"]]) });
 * const when = { field: "headcount", atLeast: 1000 };
 * const rule = compileRule({ when }, "large", scope, "rules[0]", new Map())!;
 * const set = { hitPolicy: "first", rules: [rule], otherwise: "small" } as const;
 * const context = { asOf: 0, cuts: new Map(), ageing: new Set<number>() };
 * decideByRules(set, { ...context, cells: [1000] }); // => { kind: "decided", outcomes: ["large"] }
 * decideByRules(set, { ...context, cells: [undefined] });
 * // => { kind: "undecided", candidates: ["large", "small"] }
 * ```
 *
 * @category Rules
 */
export function decideByRules(set: RuleSet, row: Row): Hits {
  return decideByTruths(set, truthsOfRules(set, row));
}

/** The verdict of each rule on a row; an unknown one is not met where the policy takes it so. */
export function truthsOfRules(set: RuleSet, row: Row): readonly Truth[] {
  return set.rules.map((rule) => truthOf(rule, row));
}

/** What verdicts come to that {@link truthsOfRules} gave. */
export function decideByTruths(set: RuleSet, truths: readonly Truth[]): Hits {
  switch (set.hitPolicy) {
    case "first":
      return firstHit(set, truths);
    case "unique":
      return uniqueHit(set, truths);
    case "collect":
      return allHits(set, truths);
  }
}

function truthOf(rule: CompiledRule, row: Row): Truth {
  const truth = evaluate(rule.condition, row);
  return truth === UNKNOWN && rule.unknownIsNotMet ? NOT_MET : truth;
}

function firstHit(set: RuleSet, truths: readonly Truth[]): Hits {
  const possible = new Set<string | undefined>();
  for (const [index, truth] of truths.entries()) {
    if (truth !== NOT_MET) possible.add(set.rules[index]!.outcome);
    if (truth === MET) return settle(possible);
  }
  return settle(possible.add(set.otherwise));
}

function uniqueHit(set: RuleSet, truths: readonly Truth[]): Hits {
  const met = outcomesWhere(set, truths, MET);
  if (met.size > 1) return { kind: "conflict", outcomes: [...met] };
  return settle(allPossible(set, truths, met));
}

function allHits(set: RuleSet, truths: readonly Truth[]): Hits {
  const met = outcomesWhere(set, truths, MET);
  const possible = allPossible(set, truths, met);
  if (possible.size === met.size) return { kind: "decided", outcomes: [...met] };
  return settle(possible);
}

/** What is certain, what unknown rules could bring about, and what holds if none of it does. */
function allPossible(
  set: RuleSet,
  truths: readonly Truth[],
  met: ReadonlySet<string>,
): ReadonlySet<string | undefined> {
  const fallback = met.size === 0 ? [set.otherwise] : [];
  return new Set([...met, ...outcomesWhere(set, truths, UNKNOWN), ...fallback]);
}

function outcomesWhere(set: RuleSet, truths: readonly Truth[], wanted: Truth): Set<string> {
  const rules = set.rules.filter((_, index) => truths[index] === wanted);
  return new Set(rules.map((rule) => rule.outcome));
}

function settle(possible: ReadonlySet<string | undefined>): Hits {
  if (possible.size > 1) return { kind: "undecided", candidates: [...possible] };
  const [only] = possible;
  return { kind: "decided", outcomes: only === undefined ? [] : [only] };
}
