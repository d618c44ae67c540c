import { match } from "ts-pattern";
import { nearestMiss } from "../rules/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import { type ComparisonReason, type Decision, HoitoError, type Reason } from "../shapes/index.js";
import { type Language, phrasesOf } from "./language.js";
import { tellMissing } from "./tell-missing.js";
import { tellComparison } from "./tell-reason.js";
import { tellValue } from "./tell-value.js";

/**
 * Why an account is in its segment, as sentences: the outcome, what brought it about, the facts that are missing, and
 * what the account is short of for the nearest other rule. Where people have the last word, who approved the segment,
 * or which one waits for them.
 *
 * @param segment - the segment decision of `decideCare`
 * @param language - `en` or `fi`
 * @returns one sentence an element
 * @throws {@link HoitoError} in JavaScript `unknown-language` and `not-a-segment`
 *
 * @category Sentences
 */
export function tellSegment(
  segment: Decision<SegmentOutcome>,
  language: Language,
): readonly string[] {
  const phrases = phrasesOf(language);
  requireSegment(segment);
  const lines = [tellOutcome(segment.value, language)];
  const decided = tellDecided(segment, language);
  if (decided !== undefined) return [...lines, decided];
  const cell = segment.because.find((each) => each.kind === "step" && each.step === "matrixCell");
  const steps = segment.because.filter(
    (each) => each.kind === "step" && each.step === "transition",
  );
  const step = steps.at(-1);
  const deciding = segment.because.find((each) => each.kind === "rule" && each.verdict === "met");
  if (segment.value.kind === "undecided") {
    lines.push(...tellMissing(segment.missing, language));
  } else if (deciding !== undefined) {
    const clauses = comparisons(deciding).filter((each) => each.verdict === "met");
    lines.push(phrases.because(clauses.map((each) => tellComparison(each, language)).join("; ")));
  } else if (cell?.kind === "step" && segment.value.kind === "segment") {
    const axes = Object.entries(cell.details);
    const clauses = axes.map(([field, value]) => phrases.equals(field, tellValue(value, language)));
    lines.push(phrases.because(clauses.join("; ")));
  } else if (step?.kind === "step") {
    lines.push(phrases.cameFrom(String(step.details["from"]), String(step.details["on"])));
  } else if (segment.value.kind === "segment") {
    lines.push(phrases.otherwise);
  }
  const miss = nearestMiss(segment.because);
  if (miss !== undefined) {
    const clauses = miss.comparisons.map((each) => tellComparison(each, language));
    lines.push(`${phrases.nearest(miss.rule.outcome)} ${clauses.join("; ")}.`);
  }
  return lines;
}

/** Refuses what only JavaScript can hand over, such as the whole care decision. */
function requireSegment(segment: Decision<SegmentOutcome>): void {
  const { value, because } = Object(segment) as Partial<Decision<SegmentOutcome>>;
  if (typeof value?.kind === "string" && Array.isArray(because)) return;
  const text =
    "this is no decision about a segment: hand over the `segment` of what `decideCare` gives";
  throw new HoitoError(text, { code: "not-a-segment", path: "segment", received: segment });
}

function tellOutcome(outcome: SegmentOutcome, language: Language): string {
  const { segment, outcomes } = phrasesOf(language);
  return match(outcome)
    .with({ kind: "segment" }, (one) => segment(one.segment))
    .with({ kind: "segments" }, (several) => segment(several.segments.join(", ")))
    .with({ kind: "undecided" }, { kind: "conflict" }, ({ kind, candidates }) =>
      outcomes[kind].replace("#", () => candidates.join(", ")),
    )
    .with({ kind: "excluded" }, { kind: "unclassified" }, ({ kind }) => outcomes[kind])
    .exhaustive();
}

/** What people decided or have still to decide; then the rules alone do not tell the segment. */
function tellDecided(
  { value, because }: Decision<SegmentOutcome>,
  language: Language,
): string | undefined {
  const { approvedBy, notApproved, notInForce } = phrasesOf(language);
  for (const reason of because) {
    if (reason.kind !== "step") continue;
    const { segment, decidedBy, state } = reason.details;
    if (reason.step === "notApproved") {
      const where = notInForce[state as keyof typeof notInForce];
      return notApproved(String(segment), String(decidedBy), where);
    }
    const isHeld = reason.step === "membership" && state === "inForce";
    if (isHeld && value.kind === "segment") return approvedBy(String(decidedBy));
  }
  return undefined;
}

function comparisons(reason: Reason): readonly ComparisonReason[] {
  return reason.kind === "comparison" ? [reason] : reason.of.flatMap(comparisons);
}
