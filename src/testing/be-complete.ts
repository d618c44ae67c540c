import { type CompiledPolicy, checkCompleteness } from "../policy/index.js";
import { findingLine } from "./finding-line.js";
import type { MatcherAnswer } from "./matcher-answer.js";

/** Whether every part of a policy has what it needs. */
export function answerBeComplete({ policy }: CompiledPolicy): MatcherAnswer {
  const findings = checkCompleteness(policy);
  return {
    verdict: findings.length === 0 ? "met" : "notMet",
    claim: "the policy is complete",
    found: findings.length === 0 ? ["nothing is missing"] : findings.map(findingLine),
    expected: [],
    received: findings,
  };
}
