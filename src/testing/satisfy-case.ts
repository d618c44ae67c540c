import type { CompiledPolicy, PolicyCase } from "../policy/index.js";
import type { CaseDifference } from "./case-difference.js";
import type { MatcherAnswer } from "./matcher-answer.js";
import { runCase } from "./run-case.js";

/** Whether a worked case comes out as it says. */
export function answerSatisfyCase(compiled: CompiledPolicy, worked: PolicyCase): MatcherAnswer {
  const { verdict, differences } = runCase(compiled, worked);
  const isUnaskable = differences.some(({ why }) => why === "notAskable");
  return {
    verdict: isUnaskable ? "unaskable" : verdict,
    claim: `the case "${worked.description}" is satisfied`,
    found: differences.length === 0 ? ["it is"] : differences.map(differenceLine),
    expected: worked.expect,
    received: Object.fromEntries(differences.map(({ path, received }) => [path, received])),
  };
}

/** A difference as one line of a report. */
export function differenceLine({ path, why, message }: CaseDifference): string {
  return `${path}: ${why === "undecided" ? "undecided; " : ""}${message}`;
}
