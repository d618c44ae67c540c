import {
  type CompiledPolicy,
  checkCompleteness,
  checkReadiness,
  compilePolicy,
  provePolicy,
} from "../policy/index.js";
import type { Finding } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { findingLine } from "./finding-line.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import type { AcceptedFinding, FindingsQuestion } from "./policy-matchers.js";

/** Whether nothing is found but what is accepted. */
export function answerHaveNoFindings(
  compiled: CompiledPolicy,
  { asOf, except = [] }: FindingsQuestion,
): MatcherAnswer {
  const claim =
    except.length === 0
      ? "the policy has no findings"
      : "the policy has no findings but those accepted";
  const findings = findingsOfPolicy(compiled, asOf);
  const stale = except.filter((each) => !findings.some((finding) => accepts(each, finding)));
  if (stale.length > 0) {
    const gone = stale.map(acceptedText).join(", ");
    return unaskable(claim, `accepted, but no longer found: ${gone}; take it off the list`, except);
  }
  const left = findings.filter((finding) => !except.some((each) => accepts(each, finding)));
  return {
    verdict: left.length === 0 ? "met" : "notMet",
    claim,
    found: left.length === 0 ? ["there is none"] : left.map(findingLine),
    expected: [],
    received: left,
  };
}

/** Everything that compiling, proving and the checks of the whole say; each thing once. */
function findingsOfPolicy(compiled: CompiledPolicy, asOf: CivilDate): readonly Finding[] {
  const { policy } = compiled;
  const found = [
    ...compilePolicy(policy).findings,
    ...checkCompleteness(policy),
    ...provePolicy(compiled, { asOf }).findings,
    ...(policy.readiness === undefined ? [] : checkReadiness(policy, { asOf })),
  ];
  const once = found.map((each) => [`${each.code} ${each.path} ${each.message}`, each] as const);
  return [...new Map(once).values()];
}

function accepts(accepted: AcceptedFinding, { code, path }: Finding): boolean {
  if (typeof accepted === "string") return accepted === code;
  return accepted.code === code && accepted.path === path;
}

function acceptedText(accepted: AcceptedFinding): string {
  if (typeof accepted === "string") return `\`${accepted}\``;
  return `\`${accepted.code}\` at \`${accepted.path}\``;
}
