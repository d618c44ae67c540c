import { type CompiledPolicy, provePolicy } from "../policy/index.js";
import type { Witness } from "../rules/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { faultOfClassifier } from "./names-of-policy.js";
import type { ClassifierQuestion } from "./policy-matchers.js";
import { plainText } from "./reason-lines.js";

/** Whether every account that could be fits a rule of a classifier. */
export function answerCoverEveryAccount(
  compiled: CompiledPolicy,
  { asOf, classifier = compiled.care.segmentedBy }: ClassifierQuestion,
): MatcherAnswer {
  const claim = `\`${classifier}\` covers every account`;
  const fault = faultOfClassifier(compiled, classifier);
  if (fault !== undefined) return unaskable(claim, fault, classifier);
  const { method } = compiled.classifiers.get(classifier)!;
  const proof = provePolicy(compiled, { asOf }).classifiers.get(classifier);
  const asked = { claim, expected: [] };
  if (proof === undefined) {
    const found = [`the prover does not look into method \`${method}\``];
    return { ...asked, verdict: "unknown", found, received: undefined };
  }
  const { gap, holes } = proof;
  const hasDefault = Object(compiled.policy.segments[classifier]).otherwise !== undefined;
  if (gap.kind === "impossible" || hasDefault) {
    const found = [hasDefault ? "it has a default" : "it is proved"];
    return { ...asked, verdict: "met", found, received: [] };
  }
  if (gap.kind === "undecided") {
    return { ...asked, verdict: "unknown", found: [`not proved: ${gap.why}`], received: gap };
  }
  const found = holes.map((witness) => `it leaves out ${witnessText(witness)}`);
  return { ...asked, verdict: "notMet", found, received: holes };
}

/** An account of a proof in words. */
function witnessText(witness: Witness): string {
  const fields = Object.entries(witness).map(([name, value]) => `${name} ${plainText(value)}`);
  return `an account with ${fields.length === 0 ? "nothing known" : fields.join(", ")}`;
}
