import type { CareDecision, CompiledPolicy, SegmentOutcome } from "hoito";
import type { Chapter } from "../chapter.js";

/** What is not a segment, in the order of the report. */
const OUTCOMES = ["excluded", "unclassified", "undecided", "conflict"];

/** The accounts of one line of the report: a segment, or what came instead of one. */
export interface SegmentRow {
  readonly key: string;
  readonly title: string;
  readonly decisions: readonly CareDecision[];
}

/** Every account in exactly one row: segments in the order of the policy, then the rest. */
export function segmentRows({ compiled, decisions }: Chapter): readonly SegmentRow[] {
  const groups = new Map<string, CareDecision[]>();
  for (const label of [...labelsOf(compiled), ...OUTCOMES]) groups.set(label, []);
  for (const decision of decisions) {
    const key = segmentKey(decision.segment.value);
    const group = groups.get(key) ?? [];
    group.push(decision);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([key, group]) => group.length > 0 || !OUTCOMES.includes(key))
    .map(([key, group]) => ({ key, title: segmentTitle(key, compiled), decisions: group }));
}

/** The name of a segment, or of the outcome that came instead of one. */
export function segmentKey(outcome: SegmentOutcome): string {
  if (outcome.kind === "segment") return outcome.segment;
  return outcome.kind === "segments" ? outcome.segments.join("+") : outcome.kind;
}

/** What the policy calls a segment; other outcomes stand in brackets. */
export function segmentTitle(key: string, compiled: CompiledPolicy): string {
  if (OUTCOMES.includes(key)) return `(${key})`;
  const { policy, care } = compiled;
  return policy.segments[care.segmentedBy]?.labels[key]?.title ?? key;
}

function labelsOf({ policy, care }: CompiledPolicy): readonly string[] {
  return Object.keys(policy.segments[care.segmentedBy]?.labels ?? {});
}
