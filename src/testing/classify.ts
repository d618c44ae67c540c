import type { Account, AccountRecords } from "../facts/index.js";
import type { ClassifyContext, CompiledPolicy } from "../policy/index.js";
import { labelOf, type SegmentOutcome } from "../segments/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { faultOfClassifier, faultOfLabel, isCollecting, listed } from "./names-of-policy.js";
import { reasonLines } from "./reason-lines.js";
import { recordsOf } from "./records-of.js";
import { askSegment } from "./watched-policy.js";

/** Whether an account is in a segment. */
export function answerClassify(
  compiled: CompiledPolicy,
  subject: Account | AccountRecords,
  label: string,
  question: ClassifyContext,
): MatcherAnswer {
  const records = recordsOf(subject);
  const classifier = question.classifier ?? compiled.care.segmentedBy;
  const claim = `account \`${records.account.id}\` is classified \`${label}\` by \`${classifier}\``;
  const fault =
    faultOfClassifier(compiled, classifier) ?? faultOfLabel(compiled, classifier, label);
  if (fault !== undefined) return unaskable(claim, fault, label);
  const decision = askSegment(records, compiled, question);
  const received = labelOf(decision.value);
  const candidates = "candidates" in decision.value ? decision.value.candidates : [];
  const among = candidates.length === 0 ? "" : ` between ${listed(candidates)}`;
  return {
    verdict: verdictOn(label, decision.value, isCollecting(compiled.classifiers.get(classifier)!)),
    claim,
    found: [`it is \`${received}\`${among}`, ...reasonLines(decision)],
    expected: label,
    received,
  };
}

/**
 * Whether an outcome is the label that was expected. Undecided between others it certainly is not;
 * under `collect` candidates may come together, and under `unique` contradict each other.
 */
export function verdictOn(
  label: string,
  outcome: SegmentOutcome,
  isCollected: boolean,
): MatcherAnswer["verdict"] {
  if (labelOf(outcome) === label) return "met";
  if (outcome.kind !== "undecided") return "notMet";
  const isOpen = isCollected || label === "conflict" || outcome.candidates.includes(label);
  return isOpen ? "unknown" : "notMet";
}
