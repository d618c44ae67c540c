import { type CompiledPolicy, provePolicy } from "../policy/index.js";
import type { CivilDate } from "../time/index.js";
import { findingLine } from "./finding-line.js";
import type { MatcherAnswer } from "./matcher-answer.js";

/** Whether the prover has nothing to say of a policy. */
export function answerBeProved(
  compiled: CompiledPolicy,
  { asOf }: { readonly asOf: CivilDate },
): MatcherAnswer {
  const { findings } = provePolicy(compiled, { asOf });
  const isOpen = findings.every(({ code }) => code === "not-proved");
  return {
    verdict: findings.length === 0 ? "met" : isOpen ? "unknown" : "notMet",
    claim: "the policy is proved",
    found: findings.length === 0 ? ["the prover finds nothing"] : findings.map(findingLine),
    expected: [],
    received: findings,
  };
}
