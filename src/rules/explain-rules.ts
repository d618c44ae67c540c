import type { RuleReason } from "../shapes/index.js";
import { evaluate, UNKNOWN } from "./evaluate.js";
import { type ExplainedRow, explainCondition, verdictOf } from "./explain-condition.js";
import type { RuleSet } from "./rule-set.js";

/**
 * Every rule with its verdict and its tree of reasons, in the order of the policy.
 *
 * Rules behind the one that decided are told too. A rule that is unknown stays unknown here; where
 * the policy takes it as not met, the reason says so.
 *
 * @param set - compiled rules
 * @param row - cells by slot, with the reason for each unknown one
 * @returns one reason a rule
 *
 * @category Rules
 */
export function explainRules(set: RuleSet, row: ExplainedRow): readonly RuleReason[] {
  return set.rules.map(({ path, outcome, condition, unknownIsNotMet, title, source }) => {
    const truth = evaluate(condition, row);
    return {
      kind: "rule",
      rule: path,
      outcome,
      verdict: verdictOf(truth),
      ...(truth === UNKNOWN && unknownIsNotMet ? { takenAsNotMet: true as const } : {}),
      ...(title === undefined ? {} : { title }),
      ...(source === undefined ? {} : { source }),
      of: [explainCondition(condition, row)],
    };
  });
}
