import {
  decideByRules,
  type ExplainedRow,
  explainRules,
  missingFacts,
  type Row,
} from "../rules/index.js";
import type { Decision, Reason, RuleReason } from "../shapes/index.js";
import type { Candidate, SegmentOutcome } from "./classifier.js";
import { type CompiledClassifier, EXCLUDED, UNCLASSIFIED } from "./compile-classifier.js";

/**
 * The segment of one row, without its reasons.
 *
 * @param classifier - compiled classifier
 * @param row - the cells of an account
 * @returns the segment, or what stands in its place; undecided only where a missing fact matters
 *
 * @category Segments
 */
export function classify(classifier: CompiledClassifier, row: Row): SegmentOutcome {
  const hits = decideByRules(classifier.rules, row);
  const collects = classifier.rules.hitPolicy === "collect";
  if (collects && isExcluded(classifier, row)) return { kind: "excluded" };
  if (hits.kind === "undecided") {
    return { kind: "undecided", candidates: hits.candidates.map(candidate) };
  }
  if (hits.kind === "conflict") return { kind: "conflict", candidates: hits.outcomes };
  const [only] = hits.outcomes;
  if (only === undefined) return { kind: "unclassified" };
  if (collects) return { kind: "segments", segments: inOrder(hits.outcomes, classifier) };
  if (only === EXCLUDED) return { kind: "excluded" };
  const decidedBy = classifier.labels.get(only)?.decidedBy;
  return { kind: "segment", segment: only, ...(decidedBy === undefined ? {} : { decidedBy }) };
}

/**
 * The segment of one row with every rule's verdict, and the facts that would have decided it.
 *
 * @param classifier - compiled classifier
 * @param row - the cells of an account, and why those that are unknown are
 * @returns the answer of {@link classify}; its reasons are the rules in the order of the policy,
 *   and the default where no rule is met
 *
 * @category Segments
 */
export function explainSegment(
  classifier: CompiledClassifier,
  row: ExplainedRow,
): Decision<SegmentOutcome> {
  const value = classify(classifier, row);
  const rules = explainRules(classifier.rules, row);
  const { otherwise } = classifier.rules;
  const fellThrough = rules.every((rule) => rule.verdict === "notMet" || rule.takenAsNotMet);
  const fallback: Reason = {
    kind: "step",
    step: "otherwise",
    path: `segments.${classifier.name}.otherwise`,
    details: { segment: otherwise ?? UNCLASSIFIED },
    of: [],
  };
  return {
    value,
    because: fellThrough ? [...rules, fallback] : rules,
    missing: value.kind === "undecided" ? missingFacts(open(classifier, rules)) : [],
  };
}

/**
 * The rules that can still bring about the segment: under `first` those before the first that is
 * met.
 */
function open({ rules }: CompiledClassifier, reasons: readonly RuleReason[]): typeof reasons {
  const met = reasons.findIndex((reason) => reason.verdict === "met");
  return rules.hitPolicy === "first" && met !== -1 ? reasons.slice(0, met) : reasons;
}

/** Segments in the order of the labels, so that the same ones are always told in the same way. */
function inOrder(segments: readonly string[], { labels }: CompiledClassifier): readonly string[] {
  return [...labels.keys()].filter((label) => segments.includes(label));
}

/** Whether an exclusion rule is met for certain. */
function isExcluded({ exclusions }: CompiledClassifier, row: Row): boolean {
  const hits = decideByRules(exclusions, row);
  return hits.kind === "decided" && hits.outcomes.length > 0;
}

function candidate(outcome: string | undefined): Candidate {
  return outcome ?? UNCLASSIFIED;
}
