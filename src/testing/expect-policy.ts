import type { CompiledPolicy } from "../policy/index.js";
import { answers } from "./answers.js";
import { type MatcherAnswer, toResult } from "./matcher-answer.js";
import { PolicyAssertionError } from "./policy-assertion-error.js";
import type { PolicyMatchers } from "./policy-matchers.js";

/**
 * The matchers of one policy, and their opposites.
 *
 * @category Testing
 */
export interface PolicyExpectation extends PolicyMatchers {
  readonly not: PolicyMatchers;
}

/**
 * The policy matchers for any test runner: each returns when it holds and throws when it does not.
 *
 * With vitest import `hoito/testing/vitest` once, and write `expect(compiled).toClassify(…)`; the
 * matchers are the same.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @returns the matchers, and under `not` their opposites; what is undecided throws either way
 *
 * @example In `node:test`, or anywhere
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { expectPolicy } from "hoito/testing";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const ours = expectPolicy(orThrow(compilePolicy(policy)));
 * ours.toCoverEveryAccount({ asOf: "2018-03-28" });
 * ours.toClassify({ id: "A", headcount: 1000 }, "large", { asOf: "2018-03-28" });
 * ours.not.toClassify({ id: "B", headcount: 999 }, "large", { asOf: "2018-03-28" });
 * ```
 *
 * @category Testing
 */
export function expectPolicy(compiled: CompiledPolicy): PolicyExpectation {
  return { ...assertions(compiled, false), not: assertions(compiled, true) };
}

type Ask = (compiled: CompiledPolicy, ...asked: readonly unknown[]) => MatcherAnswer;

function assertions(compiled: CompiledPolicy, isNot: boolean): PolicyMatchers {
  const made = Object.entries(answers).map(([name, answer]) => {
    const assert = (...asked: readonly unknown[]): void => {
      const { pass, message, expected, received } = toResult(
        (answer as Ask)(compiled, ...asked),
        isNot,
      );
      if (pass !== isNot) return;
      const operator = isNot ? `not.${name}` : name;
      throw new PolicyAssertionError(message(), { expected, actual: received, operator });
    };
    return [name, assert];
  });
  return Object.fromEntries(made) as PolicyMatchers;
}
