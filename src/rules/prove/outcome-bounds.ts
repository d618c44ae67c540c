import { evaluate, MET, NOT_MET, type Row, type Truth, UNKNOWN } from "../evaluate.js";
import type { CompiledRule, RuleSet } from "../rule-set.js";
import type { BoxProblem } from "./box-problem.js";
import { fails, isMet } from "./demand.js";
import { ALWAYS, both, either, type Formula, named } from "./formula.js";

/** What rules may give: an outcome, `undefined` for none, or the conflict of a unique rule set. */
export type Given = string | undefined | typeof CONFLICT;

/** Rules of different outcomes are met though only one may be. */
const CONFLICT: unique symbol = Symbol("conflict");

/** What rules give for certain, and what they cannot give, as formulas. */
export interface OutcomeFormulas {
  readonly outcomes: readonly Given[];
  certain(outcome: Given): Formula;
  ruledOut(outcome: Given): Formula;
}

/** What rules give for certain, and what they may give, on a row. */
export interface OutcomeBounds {
  readonly certain: ReadonlySet<Given>;
  readonly possible: ReadonlySet<Given>;
}

const NEVER: Formula = either();

/**
 * What a rule set gives, as formulas; what it gives on a row is told by {@link outcomeBounds}.
 *
 * Under `first` an outcome is certain when a rule for it is met, or the default is reached, and all
 * rules before it for anything else fail.
 */
export function outcomeFormulas(set: RuleSet, problem: BoxProblem): OutcomeFormulas {
  const rules = set.rules.map((rule) => {
    const { outcome } = rule;
    return { outcome, met: named(isMet(rule, problem).formula), out: outOf(rule, problem) };
  });
  const outcomes = [...new Set([...set.rules.map((rule) => rule.outcome), set.otherwise])];
  const metBy = (isOf: (outcome: string) => boolean): Formula =>
    either(...rules.filter((rule) => isOf(rule.outcome)).map((rule) => rule.met));
  const outFor = (isOf: (outcome: string) => boolean): Formula =>
    both(...rules.filter((rule) => isOf(rule.outcome)).map((rule) => rule.out));
  /** The first rule of some outcomes is met, or none is left, before any rule of the others. */
  const comesTo = (isOf: (outcome: Given) => boolean): Formula => {
    const ways: Formula[] = [];
    let before = ALWAYS;
    for (const { outcome, met, out } of rules) {
      if (isOf(outcome)) ways.push(both(met, before));
      else before = named(both(before, out));
    }
    return either(...ways, isOf(set.otherwise) ? before : NEVER);
  };
  const isFallback = (outcome: Given): boolean => outcome === set.otherwise;
  switch (set.hitPolicy) {
    case "first":
      return {
        outcomes,
        certain: (outcome) => comesTo((each) => each === outcome),
        ruledOut: (outcome) => comesTo((each) => each !== outcome),
      };
    case "unique":
      return {
        outcomes: [...outcomes, CONFLICT],
        certain: (outcome) =>
          outcome === CONFLICT
            ? either(
                ...outcomes.map((each) =>
                  both(
                    metBy((own) => own === each),
                    metBy((own) => own !== each),
                  ),
                ),
              )
            : both(
                outFor((each) => each !== outcome),
                isFallback(outcome) ? ALWAYS : metBy((each) => each === outcome),
              ),
        ruledOut: (outcome) =>
          outcome === CONFLICT
            ? either(...outcomes.map((each) => outFor((own) => own !== each)))
            : both(
                outFor((each) => each === outcome),
                isFallback(outcome) ? metBy(() => true) : ALWAYS,
              ),
      };
    case "collect":
      return {
        outcomes,
        certain: (outcome) =>
          either(
            metBy((each) => each === outcome),
            isFallback(outcome) ? outFor(() => true) : NEVER,
          ),
        ruledOut: (outcome) =>
          both(
            outFor((each) => each === outcome),
            isFallback(outcome) ? metBy(() => true) : ALWAYS,
          ),
      };
  }
}

/** What a rule set gives on a row: for certain, and as far as facts are missing perhaps. */
export function outcomeBounds(set: RuleSet, row: Row): OutcomeBounds {
  const truths = set.rules.map((rule): Truth => {
    const truth = evaluate(rule.condition, row);
    return truth === UNKNOWN && rule.unknownIsNotMet ? NOT_MET : truth;
  });
  const met = outcomesWhere(set, (index) => truths[index] === MET);
  if (set.hitPolicy === "first") {
    const end = truths.indexOf(MET);
    const possible = outcomesWhere(set, (index) => {
      return truths[index] !== NOT_MET && (end === -1 || index <= end);
    });
    if (end === -1) possible.add(set.otherwise);
    return { certain: possible.size === 1 ? possible : new Set(), possible };
  }
  const possible = outcomesWhere(set, (index) => truths[index] !== NOT_MET);
  const isConflict = set.hitPolicy === "unique" && met.size > 1;
  if (isConflict) return { certain: new Set([CONFLICT]), possible: new Set([CONFLICT]) };
  if (set.hitPolicy === "unique" && possible.size > 1) possible.add(CONFLICT);
  if (met.size === 0) possible.add(set.otherwise);
  if (set.hitPolicy === "collect")
    return { certain: met.size > 0 ? met : only(possible), possible };
  return { certain: only(possible), possible };
}

function only(possible: ReadonlySet<Given>): ReadonlySet<Given> {
  return possible.size === 1 ? possible : new Set();
}

function outcomesWhere({ rules }: RuleSet, isOf: (index: number) => boolean): Set<Given> {
  return new Set(rules.filter((_, index) => isOf(index)).map((rule) => rule.outcome));
}

function outOf(rule: CompiledRule, problem: BoxProblem): Formula {
  return named(fails(rule, problem).formula);
}
