import type { Board } from "../kpis/index.js";
import type { CareDecision, CompiledPolicy } from "../policy/index.js";
import type { Decision, Reason, RuleReason } from "../shapes/index.js";
import type { CoverageCount } from "./coverage-report.js";

/** Counts one part of a policy, seen in one way. */
export type NoteSeen = (path: string, way: keyof CoverageCount) => void;

/** What a decision about one account brought about. */
export function seenInCare(
  { segment, careModel, duties }: CareDecision,
  compiled: CompiledPolicy,
  note: NoteSeen,
): void {
  seenInDecision(segment, compiled, note);
  const { value } = careModel;
  const isUndecided = value.kind === "undecided";
  const models = isUndecided ? value.candidates : value.kind === "model" ? [value.model] : [];
  for (const model of models) note(`care.models.${model}`, isUndecided ? "unknown" : "met");
  for (const reason of careModel.because) noteCare(reason, note);
  if (duties.value.kind === "undecided") return;
  for (const duty of duties.value.duties) {
    note(`cadences.${duty.cadence}`, duty.value.status === "undecided" ? "unknown" : "met");
  }
}

/** The figures of a board that have a value, and those that have none. */
export function seenInBoard({ rows }: Board, note: NoteSeen): void {
  for (const { kpi, figure } of rows) {
    note(`kpis.${kpi}`, "undefinedBecause" in figure ? "unknown" : "met");
  }
}

/** What a decision says of classifiers, and of the points of a campaign. */
export function seenInDecision(
  { value, because }: Decision<unknown>,
  compiled: CompiledPolicy,
  note: NoteSeen,
): void {
  const own = because.filter((each) => !isReading(each));
  const classifier = [...compiled.classifiers.keys()].find((name) => {
    return own.some((each) => pathOf(each)?.startsWith(`segments.${name}.`));
  });
  if (classifier !== undefined) noteClassifier(classifier, value, own, compiled, note);
  for (const each of own) {
    if (each.kind === "step" && each.step === "award") note(each.path, "met");
  }
  for (const each of because) {
    if (each.kind !== "step" || !isReading(each)) continue;
    const { classifier: read, outcome } = each.details;
    const said = labelsOf(String(outcome));
    noteClassifier(String(read), { kind: "segments", segments: said }, each.of, compiled, note);
  }
}

/** A classifier that another one reads tells how it came out as a step. */
function isReading(reason: Reason): boolean {
  return reason.kind === "step" && reason.step === "classifier";
}

function labelsOf(outcome: string): readonly string[] {
  return outcome.split("+");
}

function pathOf(reason: Reason): string | undefined {
  if (reason.kind === "rule") return reason.rule;
  return reason.kind === "step" ? reason.path : undefined;
}

function noteClassifier(
  name: string,
  value: unknown,
  because: readonly Reason[],
  compiled: CompiledPolicy,
  note: NoteSeen,
): void {
  const { kind, segment, segments = [], candidates = [] } = Object(value) as Outcome;
  const labels = kind === "segment" ? [segment!] : segments;
  for (const label of labels) note(`segments.${name}.labels.${label}`, "met");
  for (const label of kind === "undecided" ? candidates : []) {
    note(`segments.${name}.labels.${label}`, "unknown");
  }
  const rules = because.filter((each) => each.kind === "rule");
  const isFirst = isDecidedByFirst(name, compiled);
  noteRules(rules, isFirst, note);
  for (const each of because) if (each.kind === "step") note(each.path, "met");
}

/** An outcome of classification, whichever it is. */
interface Outcome {
  readonly kind?: string;
  readonly segment?: string;
  readonly segments?: readonly string[];
  readonly candidates?: readonly string[];
}

function isDecidedByFirst(name: string, { classifiers }: CompiledPolicy): boolean {
  const classifier = classifiers.get(name)!;
  return !("rules" in classifier) || classifier.rules.hitPolicy === "first";
}

/** Under `first` a rule decides when it is met and no earlier one is, or might be. */
function noteRules(rules: readonly RuleReason[], isFirst: boolean, note: NoteSeen): void {
  let isOpen = true;
  for (const { rule, verdict, takenAsNotMet } of rules) {
    const way = takenAsNotMet === true ? "notMet" : verdict;
    note(rule, way);
    if (way === "met" && isOpen) note(rule, "decided");
    if (isFirst && way !== "notMet") isOpen = false;
  }
}

/** Exceptions that were made, and the steps of paths. */
function noteCare(reason: Reason, note: NoteSeen): void {
  if (reason.kind !== "step") return;
  note(reason.path, "met");
  const steps = reason.of.filter((each) => each.kind === "rule");
  noteRules(steps, false, note);
}
