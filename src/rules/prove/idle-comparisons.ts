import type { PlainValue } from "../../shapes/index.js";
import type { BoundTest, CompiledCondition } from "../compiled-condition.js";
import { type BoxProblem, CAN_BE_MET, CAN_BE_UNKNOWN, CAN_FAIL } from "./box-problem.js";
import { type Ask, demanding, isMet, type Posed } from "./posed-rule.js";
import type { IdleComparison } from "./rule-proof.js";
import { type Test, testsOf } from "./slot-values.js";

/** The comparisons without which a rule would be met by the same accounts. */
export function idleComparisons(
  posed: Posed,
  problem: BoxProblem,
  ask: Ask,
): readonly IdleComparison[] {
  const tests = [...testsOf(posed.rule.condition)];
  if (tests.length < 2) return [];
  return tests.filter((test) => isIdle(test, posed, problem, ask)).map(showTest);
}

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
