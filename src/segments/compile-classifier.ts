import { compileAssumptions, compileRule, type RuleSet, type Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import type { RulesClassifier, SegmentLabel } from "./classifier.js";

/** A classifier after its check. */
export interface CompiledClassifier {
  readonly name: string;
  readonly labels: ReadonlyMap<string, SegmentLabel>;
  readonly rules: RuleSet;
}

/** The outcome of an exclusion rule, and of no rule at all; no segment may bear these names. */
export const EXCLUDED = "excluded";
export const UNCLASSIFIED = "unclassified";

const HIT_POLICIES = ["first", "unique", "collect"];
const PROPERTIES = ["method", "labels", "hitPolicy", "assume", "rules", "otherwise"];
const ANNOTATIONS = ["title", "note", "source"];

/**
 * Checks a classifier: its labels, its conditions, its default; faults are recorded in the scope.
 *
 * @param name - the classifier's name in the policy
 * @param classifier - as the policy wrote it
 * @param scope - what conditions may name
 */
export function compileClassifier(
  name: string,
  classifier: RulesClassifier,
  scope: Scope,
): CompiledClassifier {
  const path = `segments.${name}`;
  const labels = new Map(Object.entries(classifier.labels));
  for (const word of Object.keys(classifier)) {
    if (![...PROPERTIES, ...ANNOTATIONS].includes(word)) {
      const near = nearestName(word, PROPERTIES);
      scope.fault(`${path}.${word}`, "unknown-property", `\`${word}\` says nothing here`, near);
    }
  }
  if (classifier.method !== "rules") {
    scope.fault(`${path}.method`, "unknown-value", "the one method so far is `rules`");
  }
  if (!HIT_POLICIES.includes(classifier.hitPolicy)) {
    const near = nearestName(String(classifier.hitPolicy), HIT_POLICIES);
    const text = `\`${String(classifier.hitPolicy)}\` is no hit policy`;
    scope.fault(`${path}.hitPolicy`, "unknown-value", text, near);
  }
  for (const reserved of [EXCLUDED, UNCLASSIFIED]) {
    if (!labels.has(reserved)) continue;
    const text = `\`${reserved}\` is an outcome of its own and cannot name a segment`;
    scope.fault(`${path}.labels.${reserved}`, "reserved-name", text);
  }
  const rules = compileRules(classifier, labels, scope, path);
  const { otherwise, hitPolicy } = classifier;
  if (otherwise !== undefined && !labels.has(otherwise)) {
    scope.unknownName(otherwise, "segment", labels.keys(), `${path}.otherwise`);
  }
  return { name, labels, rules: { hitPolicy, rules, otherwise } };
}

function compileRules(
  classifier: RulesClassifier,
  labels: ReadonlyMap<string, SegmentLabel>,
  scope: Scope,
  path: string,
): RuleSet["rules"] {
  const assumed = compileAssumptions(classifier.assume, scope, `${path}.assume`);
  return classifier.rules.flatMap((rule, index) => {
    const at = `${path}.rules[${index}]`;
    const known = ["segment", "exclude", "when", "whenUnknown", ...ANNOTATIONS];
    for (const word of Object.keys(rule)) {
      if (known.includes(word)) continue;
      const near = nearestName(word, known);
      scope.fault(`${at}.${word}`, "unknown-property", `\`${word}\` says nothing here`, near);
    }
    if ("segment" in rule && !labels.has(rule.segment)) {
      scope.unknownName(rule.segment, "segment", labels.keys(), `${at}.segment`);
    }
    if ("segment" in rule === "exclude" in rule) {
      scope.fault(at, "no-outcome", "a rule gives either a `segment` or `exclude: true`");
    }
    const outcome = "segment" in rule ? rule.segment : EXCLUDED;
    const compiled = compileRule(rule, outcome, scope, at, assumed);
    return compiled === undefined ? [] : [compiled];
  });
}
