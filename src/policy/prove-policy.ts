import {
  type Possibility,
  type ProofContext,
  proveRules,
  type RuleProof,
  type RuleSetProof,
  type Slot,
  type WhyUndecided,
  type Witness,
} from "../rules/index.js";
import type { CompiledClassifier } from "../segments/index.js";
import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/**
 * What is known of a policy for every account that could be.
 *
 * @category Policy
 */
export interface PolicyProof {
  /** By classifier that decides by rules. */
  readonly classifiers: ReadonlyMap<string, RuleSetProof>;
  /** What is wrong or could not be settled, each with a witness where there is one. */
  readonly findings: readonly Finding[];
}

/** Boxes of values that are looked at over all questions of one classifier. */
const STEPS = 100_000;

/**
 * What the rules of a policy leave open or never use: proved for all accounts there could be.
 *
 * For each classifier by rules or bands: accounts that no rule takes (`rules-leave-gap`, up to eight,
 * each in a hole of its own), one that
 * meets two rules under `unique` (`rules-overlap`), a rule whose condition contradicts itself
 * (`contradictory-rule`), one that earlier rules leave nothing (`unreachable-rule`), a segment that
 * no account reaches (`unreachable-segment`), a comparison without effect (`idle-comparison`), a
 * default that is never needed (`default-never-used`). What cannot be settled is
 * `not-proved` with the reason.
 *
 * Gotchas: a witness is a row of fields and measures that the evaluator confirms; records need not
 * be able to bring it about. Fields are independent for the proof: `orders` of 0 with a revenue is
 * an account like any other. A policy with cuts is proved under its fit, and otherwise undecided
 * where it reads them.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`: the day that relative dates are reckoned from
 * @returns the proofs, and findings in the order of the policy
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example An account of exactly 500 falls between two segments
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow, provePolicy } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "unique",
 *       rules: [
 *         { segment: "large", when: { field: "headcount", moreThan: 500 } },
 *         { segment: "small", when: { field: "headcount", lessThan: 500 } },
 *       ],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const { findings } = provePolicy(orThrow(compilePolicy(policy)), { asOf: "2018-03-28" });
 * findings.map(({ code, witness }) => ({ code, witness }));
 * // => [{ code: "rules-leave-gap", witness: { headcount: 500 } }]
 * ```
 *
 * @category Policy
 */
export function provePolicy(
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): PolicyProof {
  const proofContext: ProofContext = {
    asOf: toEpochDay(context.asOf),
    cuts: compiled.cutPoints,
    currency: compiled.currency,
    canBeNone: canBeNoneIn(compiled.policy),
    mostSteps: STEPS,
  };
  const classifiers = new Map<string, RuleSetProof>();
  const findings: Finding[] = [];
  for (const classifier of compiled.classifiers.values()) {
    if (classifier.method !== "rules" && classifier.method !== "bands") continue;
    const proof = proveRules(classifier.rules, proofContext);
    classifiers.set(classifier.name, proof);
    findings.push(...findingsOf(classifier, proof));
  }
  return { classifiers, findings };
}

/** Measures that an account without such records is known to have none of. */
function canBeNoneIn({ measures = {} }: CarePolicy): (slot: Slot) => boolean {
  const words = ["latest", "minimum", "maximum", "daysSince"];
  const names = Object.entries(measures)
    .filter(([, measure]) => words.some((word) => Object.hasOwn(measure, word)))
    .map(([name]) => name);
  const known = new Set(names);
  return ({ name }) => known.has(name);
}

type RulesCompiled = Extract<CompiledClassifier, { readonly method: "rules" | "bands" }>;

function findingsOf(classifier: RulesCompiled, proof: RuleSetProof): readonly Finding[] {
  const path = `segments.${classifier.name}`;
  return [
    ...gapFindings(classifier, proof, path),
    ...proof.overlaps.map(({ rules, answer }) => {
      const text = `an account can meet \`${rules[0]}\` and \`${rules[1]}\`, which give different segments`;
      return finding(rules[1], "rules-overlap", text, answer);
    }),
    ...proof.rules.flatMap(ruleFindings),
    ...unreachedSegments(classifier, proof, path),
  ];
}

function gapFindings(
  { rules }: RulesCompiled,
  { gap, holes }: RuleSetProof,
  path: string,
): readonly Finding[] {
  if (rules.otherwise === undefined) {
    const text = "an account can fit no rule, and there is no default";
    if (gap.kind === "undecided") return [finding(path, "rules-leave-gap", text, gap)];
    return holes.map((witness) => {
      return finding(path, "rules-leave-gap", text, { kind: "possible", witness });
    });
  }
  if (gap.kind !== "impossible") return [];
  const text = `every account fits a rule, so that the default \`${rules.otherwise}\` is never used`;
  return [warningAt(`${path}.otherwise`, "default-never-used", text)];
}

function ruleFindings({
  rule,
  outcome,
  canBeMet,
  canDecide,
  shadowedBy,
  idle,
}: RuleProof): readonly Finding[] {
  const idling = idle.map(({ field, comparison }) => {
    const text = `\`${comparison}\` of \`${field}\` changes nothing: the rule is met by the same accounts without it`;
    return warningAt(rule, "idle-comparison", text);
  });
  if (canBeMet.kind === "impossible") {
    const text = `no account can meet this rule for \`${outcome}\`: its condition contradicts itself`;
    return [errorAt(rule, "contradictory-rule", text)];
  }
  if (canDecide.kind === "impossible") {
    const text = `every account that meets this rule for \`${outcome}\` is taken or left open by ${shadowedBy.map((each) => `\`${each}\``).join(", ")} before`;
    return [errorAt(rule, "unreachable-rule", text), ...idling];
  }
  if (canDecide.kind === "possible") return idling;
  const text = `whether this rule for \`${outcome}\` ever decides is unsettled: ${WHY[canDecide.why]}`;
  return [warningAt(rule, "not-proved", text), ...idling];
}

/** Segments whose every rule is proved to decide nothing, and that are no default. */
function unreachedSegments(
  { labels, rules }: RulesCompiled,
  proof: RuleSetProof,
  path: string,
): readonly Finding[] {
  const reached = new Set(
    proof.rules
      .filter(({ canDecide }) => canDecide.kind !== "impossible")
      .map(({ outcome }) => outcome),
  );
  if (rules.otherwise !== undefined && proof.gap.kind !== "impossible") {
    reached.add(rules.otherwise);
  }
  return [...labels.keys()]
    .filter((label) => !reached.has(label))
    .map((label) => {
      const text = `no account can be in segment \`${label}\``;
      return errorAt(`${path}.labels.${label}`, "unreachable-segment", text);
    });
}

const WHY: Readonly<Record<WhyUndecided, string>> = {
  opaqueTest: "it compares two fields, or a field with a cut that has no fit",
  largeSet: "a set has too many words for all their combinations",
  tooManySteps: "the bound on steps was reached",
};

/** An error with its witness, or the warning that nobody knows. */
function finding(path: string, code: string, text: string, answer: Possibility): Finding {
  if (answer.kind === "undecided") {
    return warningAt(path, "not-proved", `whether ${text} is unsettled: ${WHY[answer.why]}`);
  }
  const { witness } = answer as { readonly witness: Witness };
  const isAllowed = code === "rules-leave-gap";
  const at = isAllowed ? warningAt : errorAt;
  return { ...at(path, code, `${text}: ${shown(witness)}`), witness };
}

function shown(witness: Witness): string {
  const fields = Object.entries(witness).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return fields.length === 0 ? "one of which nothing is known" : fields.join(", ");
}
