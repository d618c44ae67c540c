import type { CompiledPolicy } from "../policy/index.js";
import { answers } from "./answers.js";
import { type MatcherAnswer, type MatcherResult, toResult } from "./matcher-answer.js";
import type { PolicyMatchers } from "./policy-matchers.js";

type Ask = (compiled: CompiledPolicy, ...asked: readonly unknown[]) => MatcherAnswer;

/**
 * A matcher as `expect.extend` of vitest and Jest takes it: its runner says by `this.isNot` whether
 * the opposite was asked.
 *
 * @category Testing
 */
export type RunnerMatcher = (
  this: { readonly isNot?: boolean },
  compiled: CompiledPolicy,
  ...asked: readonly unknown[]
) => MatcherResult;

/**
 * All policy matchers for `expect.extend`, by name. `hoito/testing/vitest` does this for vitest.
 *
 * @example For Jest, in a set-up file
 * ```ts
 * import { policyMatchers } from "hoito/testing";
 *
 * // expect.extend(policyMatchers);
 * Object.keys(policyMatchers).includes("toClassify"); // => true
 * ```
 *
 * @category Testing
 */
export const policyMatchers: { readonly [Name in keyof PolicyMatchers]: RunnerMatcher } =
  /* @__PURE__ */ toRunnerMatchers();

function toRunnerMatchers(): { readonly [Name in keyof PolicyMatchers]: RunnerMatcher } {
  const made = Object.entries(answers).map(([name, answer]): [string, RunnerMatcher] => [
    name,
    function matcher(compiled, ...asked) {
      return toResult((answer as Ask)(compiled, ...asked), this.isNot === true);
    },
  ]);
  return Object.fromEntries(made) as { readonly [Name in keyof PolicyMatchers]: RunnerMatcher };
}
