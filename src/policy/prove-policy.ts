import {
  type ProofContext,
  proveRules,
  type RuleProof,
  type RuleSet,
  type RuleSetProof,
  type Slot,
} from "../rules/index.js";
import { type CompiledClassifier, labelsOutOfReach } from "../segments/index.js";
import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { finding, idleFindings, WHY } from "./proof-findings.js";
import { proveCare } from "./prove-care.js";
import { proveConditions } from "./prove-conditions.js";
import { dayOfAsking, requireCompiled } from "./require-asked.js";
import { derivedSlots, rulesOf } from "./rules-of.js";

/**
 * What is known of a policy for every account that could be.
 *
 * @category Policy
 */
export interface PolicyProof {
  /** By classifier that decides by rules, bands or a matrix, which has a rule for each cell. */
  readonly classifiers: ReadonlyMap<string, RuleSetProof>;
  /** What is wrong or could not be settled, each with a witness where there is one. */
  readonly findings: readonly Finding[];
}

/** Boxes of values that are looked at over all questions of one classifier. */
const STEPS = 100_000;

/**
 * What the rules of a policy leave open or never use: proved for all accounts there could be.
 *
 * For each classifier: accounts that no rule takes (`rules-leave-gap`, up to eight, each in a hole of
 * its own), one that meets two rules under `unique` (`rules-overlap`), a rule whose condition
 * contradicts itself (`contradictory-rule`), one that earlier rules leave nothing
 * (`unreachable-rule`), a segment that no account reaches (`unreachable-segment`), a comparison
 * without effect on its rule (`idle-comparison`) or on what the rules decide (`idle-in-set`, under
 * `first` behind fewer than 50 rules), a default that is never needed (`default-never-used`), a cell
 * of a matrix that no account falls into (`unreachable-cell`). Of care: models that nobody reaches (`unreachable-care-model`), exceptions
 * that never hold (`exception-out-of-force`), steps of paths. Of cadences and campaigns: conditions
 * that nothing meets (`contradictory-condition`) or that keep nothing out (`condition-always-met`).
 * What cannot be settled is `not-proved` with the reason.
 *
 * Gotchas: a witness is a row of fields and measures that the evaluator confirms; records need not
 * be able to bring it about. Fields are independent for the proof: `orders` of 0 with a revenue is
 * an account like any other. Heads and what measures count are whole and not below 0, as the schemas
 * of records want them; other numbers need not be. A policy with cuts is proved under its fit, and
 * otherwise undecided where it reads them.
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
  requireCompiled(compiled);
  const shared: ProofContext = {
    asOf: dayOfAsking(context, { asOf: true }),
    cuts: compiled.cutPoints,
    currency: compiled.currency,
    canBeNone: canBeNoneIn(compiled.policy),
    isCount: isCountIn(compiled.policy),
    mostSteps: STEPS,
  };
  const classifiers = new Map<string, RuleSetProof>();
  const unreached = new Map<string, ReadonlySet<string>>();
  const findings: Finding[] = [];
  for (const classifier of compiled.classifiers.values()) {
    const { name, method } = classifier;
    const set = rulesOf(classifier);
    if (set === undefined) {
      const none = method === "scorecard" ? labelsOutOfReach(classifier) : [];
      unreached.set(name, new Set(none));
      findings.push(...unreachableSegments(name, none));
      continue;
    }
    const proof = proveRules(set, { ...shared, derived: derivedSlots(compiled, [set]) });
    classifiers.set(name, proof);
    const none = unreachedLabels(classifier, set, proof);
    unreached.set(name, new Set(none));
    findings.push(
      ...(method === "matrix" ? cellFindings(name, proof) : findingsOf(name, set, proof)),
      ...unreachableSegments(name, none),
    );
  }
  findings.push(...proveCare(compiled, unreached, shared), ...proveConditions(compiled, shared));
  return { classifiers, findings };
}

/** Measures that an account without such records is known to have none of. */
export function canBeNoneIn({ measures = {} }: CarePolicy): (slot: Slot) => boolean {
  const words = ["latest", "minimum", "maximum", "daysSince"];
  const names = Object.entries(measures)
    .filter(([, measure]) => words.some((word) => Object.hasOwn(measure, word)))
    .map(([name]) => name);
  const known = new Set(names);
  return ({ name }) => known.has(name);
}

/** Fields of an account that the schemas of records want whole and not below 0. */
const COUNTED = ["headcount", "serviceBreadth", "topManagementContacts"];

/** What counts something: heads, records, different values. */
export function isCountIn({ measures = {} }: CarePolicy): (slot: Slot) => boolean {
  const words = ["count", "distinct"];
  const names = Object.entries(measures)
    .filter(([, measure]) => words.some((word) => Object.hasOwn(measure, word)))
    .map(([name]) => name);
  const known = new Set([...COUNTED, ...names]);
  return ({ name }) => known.has(name);
}

function findingsOf(name: string, set: RuleSet, proof: RuleSetProof): readonly Finding[] {
  return [
    ...gapFindings(set, proof, `segments.${name}`),
    ...proof.overlaps.map(({ rules, answer }) => {
      const text = `an account can meet \`${rules[0]}\` and \`${rules[1]}\`, which give different segments`;
      return finding(rules[1], "rules-overlap", text, answer);
    }),
    ...proof.rules.flatMap(ruleFindings),
  ];
}

/** Cells of a matrix that no account falls into. */
function cellFindings(name: string, { rules }: RuleSetProof): readonly Finding[] {
  return rules
    .filter(({ rule }) => rule.startsWith(`segments.${name}.cells.`))
    .filter(({ canBeMet }) => canBeMet.kind === "impossible")
    .map(({ rule, outcome }) => {
      const text = `no account falls into this cell for \`${outcome}\`: an axis never has the value`;
      return warningAt(rule, "unreachable-cell", text);
    });
}

function gapFindings(
  { otherwise }: RuleSet,
  { gap, holes }: RuleSetProof,
  path: string,
): readonly Finding[] {
  if (otherwise === undefined) {
    const text = "an account can fit no rule, and there is no default";
    if (gap.kind === "undecided") return [finding(path, "rules-leave-gap", text, gap)];
    return holes.map((witness) => {
      return finding(path, "rules-leave-gap", text, { kind: "possible", witness });
    });
  }
  if (gap.kind !== "impossible") return [];
  const text = `every account fits a rule, so that the default \`${otherwise}\` is never used`;
  return [warningAt(`${path}.otherwise`, "default-never-used", text)];
}

function ruleFindings({
  rule,
  outcome,
  canBeMet,
  canDecide,
  shadowedBy,
  idle,
  idleInSet,
}: RuleProof): readonly Finding[] {
  const idling = [
    ...idleFindings(rule, idle),
    ...idleInSet.map(({ field, comparison }) => {
      const text = `\`${comparison}\` of \`${field}\` changes no decision: earlier rules take every account that it tells apart`;
      return warningAt(rule, "idle-in-set", text);
    }),
  ];
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
function unreachedLabels(
  { labels }: CompiledClassifier,
  { otherwise }: RuleSet,
  { rules, gap }: RuleSetProof,
): readonly string[] {
  const deciding = rules.filter(({ canDecide }) => canDecide.kind !== "impossible");
  const reached = new Set(deciding.map(({ outcome }) => outcome));
  if (otherwise !== undefined && gap.kind !== "impossible") reached.add(otherwise);
  return [...labels.keys()].filter((label) => !reached.has(label));
}

function unreachableSegments(name: string, labels: readonly string[]): readonly Finding[] {
  return labels.map((label) => {
    const text = `no account can be in segment \`${label}\``;
    return errorAt(`segments.${name}.labels.${label}`, "unreachable-segment", text);
  });
}
