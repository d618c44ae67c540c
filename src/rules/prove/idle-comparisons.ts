import type { PlainValue } from "../../shapes/index.js";
import type { BoundTest, CompiledCondition } from "../compiled-condition.js";
import { MET, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { atLeast, atMost, differing, isMet } from "./demand.js";
import type { Inquiry } from "./inquiry.js";
import type { IdleComparison } from "./rule-proof.js";
import { type Test, testsOf } from "./slot-values.js";

/** A test without effect, and how it is told. */
export interface IdleTest {
  readonly test: Test;
  readonly shown: IdleComparison;
}

/** A rule of more comparisons is not asked whether each of them matters. */
const MOST_TESTS = 200;
/** Behind more rules than this a comparison is not held against them. */
const MOST_RULES_BEFORE = 50;

/** The comparisons without which a rule would be met by the same accounts. */
export function idleComparisons(rule: CompiledRule, inquiry: Inquiry): readonly IdleTest[] {
  const tests = [...testsOf(rule.condition)];
  if (!isWorthAsking(tests)) return [];
  return tests
    .filter((test) => isIdle(test, rule, inquiry))
    .map((test) => ({ test, shown: showTest(test) }));
}

/**
 * The other comparisons without which all rules together would give the same, because earlier rules
 * take every account that they tell apart; only where the first rule that is met decides.
 *
 * @param earlier - the rules before this one
 * @param idle - those that are idle in the rule already
 */
export function idleAfter(
  earlier: readonly CompiledRule[],
  rule: CompiledRule,
  inquiry: Inquiry,
  idle: readonly IdleTest[],
): readonly IdleComparison[] {
  const known = new Set(idle.map(({ test }) => test));
  const tests = [...testsOf(rule.condition)];
  if (!isWorthAsking(tests) || earlier.length >= MOST_RULES_BEFORE) return [];
  const { problem } = inquiry;
  const before = earlier.map(({ condition }) => atMost(condition, UNKNOWN, problem));
  const isSettled = (test: Test): boolean => {
    const without = withoutTest(rule.condition, test)!;
    return inquiry.findSoon([differing(rule, without, problem), ...before]).kind === "none";
  };
  return tests.filter((test) => !known.has(test) && isSettled(test)).map(showTest);
}

function isWorthAsking({ length }: readonly Test[]): boolean {
  return length > 1 && length <= MOST_TESTS;
}

function isIdle(test: Test, rule: CompiledRule, inquiry: Inquiry): boolean {
  const { problem } = inquiry;
  const without = withoutTest(rule.condition, test)!;
  const gained = [atLeast(without, MET, problem), atMost(rule.condition, UNKNOWN, problem)];
  if (inquiry.find(gained).kind !== "none") return false;
  return inquiry.find([isMet(rule, problem), atMost(without, UNKNOWN, problem)]).kind === "none";
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

/** A comparison as it is told. */
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
