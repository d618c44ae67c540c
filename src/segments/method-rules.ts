import {
  compileAssumptions,
  compileRule,
  decideByTruths,
  type ExplainedRow,
  explainRules,
  MAX_PARTS,
  MET,
  missingFacts,
  nextChange,
  type Row,
  type RuleSet,
  type Scope,
  type Truth,
  truthsOfRules,
} from "../rules/index.js";
import { nearestName, type Reason, type RuleReason } from "../shapes/index.js";
import type { CompiledHead, CompiledRules, RuleParts } from "./any-classifier.js";
import type { Candidate, RulesClassifier, SegmentOutcome } from "./classifier.js";
import { type CompileJob, EXCLUDED, type Method, UNCLASSIFIED } from "./method.js";
import { ruleParts } from "./rule-parts.js";
import { RULE_WORDS } from "./words.js";

const HIT_POLICIES = ["first", "unique", "collect"];

/** Ordered rules. */
export const rulesMethod: Method<RulesClassifier, RuleParts, CompiledRules> = {
  words: ["hitPolicy", "assume", "rules", "otherwise"],
  parts: { rules: "list" },
  scores: [],
  compile(written, job) {
    const { hitPolicy, otherwise } = written;
    const { path, scope, labels } = job;
    if (!HIT_POLICIES.includes(hitPolicy)) {
      const near = nearestName(String(hitPolicy), HIT_POLICIES);
      const text = `\`${String(hitPolicy).slice(0, 80)}\` is no hit policy`;
      scope.fault(`${path}.hitPolicy`, "unknown-value", text, near);
    }
    const rules = compileRules(written, job);
    if (otherwise !== undefined && !labels.has(otherwise)) {
      scope.unknownName(otherwise, "segment", labels.keys(), `${path}.otherwise`);
    }
    return ruleParts(rules, otherwise, hitPolicy);
  },
  classify: classifyByRules,
  explain: (compiled, row) => explainByRules(compiled, row, "otherwise"),
  lacks: lacksByRules,
  nextChange: nextRuleChange,
};

/** What is shared by all methods that come down to rules. */
type ByRules = CompiledHead & RuleParts;

/** The segment by rules. */
export function classifyByRules(classifier: ByRules, row: Row): SegmentOutcome {
  return outcomeByTruths(classifier, truthsOfRules(classifier.rules, row));
}

/** The segment by the verdicts of all rules. */
export function outcomeByTruths(classifier: ByRules, truths: readonly Truth[]): SegmentOutcome {
  const hits = decideByTruths(classifier.rules, truths);
  const collects = classifier.rules.hitPolicy === "collect";
  if (collects && isExcluded(classifier, truths)) return { kind: "excluded" };
  if (hits.kind === "undecided") {
    return { kind: "undecided", candidates: hits.candidates.map(candidate) };
  }
  if (hits.kind === "conflict") return { kind: "conflict", candidates: hits.outcomes };
  const [only] = hits.outcomes;
  if (collects && only !== undefined) {
    return { kind: "segments", segments: inOrder(hits.outcomes, classifier) };
  }
  return outcomeOf(only, classifier);
}

/** The outcome of one segment, `excluded`, or none. */
export function outcomeOf(
  segment: string | undefined,
  { labels }: Pick<CompiledHead, "labels">,
): SegmentOutcome {
  if (segment === undefined || segment === UNCLASSIFIED) return { kind: "unclassified" };
  if (segment === EXCLUDED) return { kind: "excluded" };
  const decidedBy = labels.get(segment)?.decidedBy;
  return { kind: "segment", segment, ...(decidedBy === undefined ? {} : { decidedBy }) };
}

/** The outcome of all that is still possible: decided where only one thing is. */
export function outcomeAmong(
  candidates: readonly Candidate[],
  head: Pick<CompiledHead, "labels">,
): SegmentOutcome {
  const different = [...new Set(candidates)];
  if (different.length > 1) return { kind: "undecided", candidates: different };
  return outcomeOf(different[0], head);
}

/** Every rule with its verdict, and the default where none is met. */
export function explainByRules(
  { name, rules: set }: Pick<ByRules, "name" | "rules">,
  row: ExplainedRow,
  word: string,
): readonly Reason[] {
  const rules = explainRules(set, row);
  const fellThrough = rules.every((rule) => rule.verdict === "notMet" || rule.takenAsNotMet);
  const fallback: Reason = {
    kind: "step",
    step: "otherwise",
    path: `segments.${name}.${word}`,
    details: { segment: set.otherwise ?? UNCLASSIFIED },
    of: [],
  };
  return fellThrough ? [...rules, fallback] : rules;
}

/** The facts that rules still lack. */
export function lacksByRules(
  { rules }: RuleParts,
  row: ExplainedRow,
): ReturnType<typeof missingFacts> {
  return missingFacts(open(rules, explainRules(rules, row)));
}

/** The first day on which a rule could come out otherwise. */
export function nextRuleChange({ rules }: RuleParts, row: Row): number {
  return Math.min(...rules.rules.map((rule) => nextChange(rule.condition, row)));
}

/**
 * The rules that can still bring about the segment: under `first` those before the first that is
 * met.
 */
function open(rules: RuleSet, reasons: readonly RuleReason[]): typeof reasons {
  const met = reasons.findIndex((reason) => reason.verdict === "met");
  return rules.hitPolicy === "first" && met !== -1 ? reasons.slice(0, met) : reasons;
}

/** Segments in the order of the labels, so that the same ones are always told in the same way. */
function inOrder(segments: readonly string[], { labels }: CompiledHead): readonly string[] {
  return [...labels.keys()].filter((label) => segments.includes(label));
}

/** Whether an exclusion rule is met for certain: whatever else is unknown, that settles it. */
function isExcluded({ rules: { rules } }: RuleParts, truths: readonly Truth[]): boolean {
  return rules.some(({ outcome }, at) => outcome === EXCLUDED && truths[at] === MET);
}

function candidate(outcome: string | undefined): Candidate {
  return outcome ?? UNCLASSIFIED;
}

function compileRules(classifier: RulesClassifier, job: CompileJob): RuleSet["rules"] {
  const { scope, path, labels } = job;
  const assumed = compileAssumptions(classifier.assume, scope, `${path}.assume`);
  if (isTooMany(classifier.rules.length, scope, `${path}.rules`)) return [];
  return classifier.rules.flatMap((rule, index) => {
    const at = `${path}.rules[${index}]`;
    scope.checkWords(rule, RULE_WORDS, at);
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

/** Whether there are more parts than a policy may have; then the fault is recorded. */
export function isTooMany(count: number, scope: Scope, path: string): boolean {
  if (count <= MAX_PARTS) return false;
  scope.fault(path, "too-many", `there are at most ${MAX_PARTS}`);
  return true;
}
