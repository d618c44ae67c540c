import {
  ANNOTATIONS,
  compileAssumptions,
  compileRule,
  MAX_PARTS,
  type RuleSet,
  type Scope,
} from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import type { RulesClassifier, SegmentLabel } from "./classifier.js";

/**
 * A classifier after its check.
 *
 * @category Segments
 */
export interface CompiledClassifier {
  readonly name: string;
  readonly labels: ReadonlyMap<string, SegmentLabel>;
  readonly rules: RuleSet;
  /** The exclusion rules alone: one that is met settles the answer whatever else is unknown. */
  readonly exclusions: RuleSet;
}

/**
 * The outcome of an exclusion rule, and of no rule at all.
 *
 * @category Segments
 */
export const EXCLUDED = "excluded";
export const UNCLASSIFIED = "unclassified";

/** What an answer may say beside a segment; no segment may bear these names. */
const RESERVED = [EXCLUDED, UNCLASSIFIED, "undecided", "conflict"];

const HIT_POLICIES = ["first", "unique", "collect"];
const PROPERTIES = [
  "method",
  "labels",
  "hitPolicy",
  "assume",
  "rules",
  "otherwise",
  ...ANNOTATIONS,
];
const LABEL_PROPERTIES = ["aliases", "axes", "decidedBy", ...ANNOTATIONS];
const RULE_PROPERTIES = ["segment", "exclude", "when", "whenUnknown", ...ANNOTATIONS];

/**
 * Checks a classifier: its labels, its conditions, its default; faults are recorded in the scope.
 *
 * @param name - the classifier's name in the policy
 * @param classifier - as the policy wrote it
 * @param scope - what conditions may name; its findings take the faults
 * @returns the classifier; of use only when nothing was found
 *
 * @category Segments
 */
export function compileClassifier(
  name: string,
  classifier: RulesClassifier,
  scope: Scope,
): CompiledClassifier {
  const path = `segments.${name}`;
  const { hitPolicy, otherwise } = classifier;
  scope.checkWords(classifier, PROPERTIES, path);
  if (classifier.method !== "rules") {
    scope.fault(`${path}.method`, "unknown-value", "the one method so far is `rules`");
  }
  if (!HIT_POLICIES.includes(hitPolicy)) {
    const near = nearestName(String(hitPolicy), HIT_POLICIES);
    const text = `\`${String(hitPolicy).slice(0, 80)}\` is no hit policy`;
    scope.fault(`${path}.hitPolicy`, "unknown-value", text, near);
  }
  const labels = compileLabels(classifier.labels, scope, `${path}.labels`);
  const rules = compileRules(classifier, labels, scope, path);
  if (otherwise !== undefined && !labels.has(otherwise)) {
    scope.unknownName(otherwise, "segment", labels.keys(), `${path}.otherwise`);
  }
  const excluding = rules.filter((each) => each.outcome === EXCLUDED);
  return {
    name,
    labels,
    rules: { hitPolicy, rules, otherwise },
    exclusions: { hitPolicy: "collect", rules: excluding, otherwise: undefined },
  };
}

function compileLabels(
  written: RulesClassifier["labels"],
  scope: Scope,
  path: string,
): CompiledClassifier["labels"] {
  const labels = new Map(Object.entries(written));
  if (isTooMany(labels.size, scope, path)) return labels;
  for (const [name, label] of labels) {
    scope.checkWords(label, LABEL_PROPERTIES, `${path}.${name}`);
    if (RESERVED.includes(name)) {
      const text = `\`${name}\` is an outcome of its own and cannot name a segment`;
      scope.fault(`${path}.${name}`, "reserved-name", text);
    }
  }
  return labels;
}

function compileRules(
  classifier: RulesClassifier,
  labels: CompiledClassifier["labels"],
  scope: Scope,
  path: string,
): RuleSet["rules"] {
  const assumed = compileAssumptions(classifier.assume, scope, `${path}.assume`);
  if (isTooMany(classifier.rules.length, scope, `${path}.rules`)) return [];
  return classifier.rules.flatMap((rule, index) => {
    const at = `${path}.rules[${index}]`;
    scope.checkWords(rule, RULE_PROPERTIES, at);
    const { segment, exclude } = rule as { readonly segment?: string; readonly exclude?: unknown };
    if (segment !== undefined && !labels.has(segment)) {
      scope.unknownName(segment, "segment", labels.keys(), `${at}.segment`);
    }
    const givesOne = segment === undefined ? exclude === true : exclude === undefined;
    if (!givesOne) {
      scope.fault(at, "no-outcome", "a rule gives either a `segment` or `exclude: true`");
    }
    const compiled = compileRule(rule, segment ?? EXCLUDED, scope, at, assumed);
    return compiled === undefined ? [] : [compiled];
  });
}

function isTooMany(count: number, scope: Scope, path: string): boolean {
  if (count <= MAX_PARTS) return false;
  scope.fault(path, "too-many", `there are at most ${MAX_PARTS}`);
  return true;
}
