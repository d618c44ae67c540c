import { type CompiledRule, compileCondition, isObject, type Scope } from "../rules/index.js";
import type { CompileJob } from "./method.js";
import { isTooMany } from "./method-rules.js";
import type { RfmClassifier, RfmSegment } from "./rfm-classifier.js";
import { checkSegment, ruleAt } from "./rule-parts.js";
import { RANGE_WORDS } from "./words.js";

/** The axes in the order of a combined score such as 355. */
export const AXES = ["recency", "frequency", "monetary"] as const;

/** Segments by their ranges of scores. */
export interface CompiledRanges {
  readonly rules: readonly CompiledRule[];
  /** The segment of every triple of scores. */
  readonly table: readonly string[];
}

/** Where a triple of scores stands in the table. */
export function placeOf(scores: readonly number[], bins: number): number {
  return scores.reduce((place, score) => place * bins + score - 1, 0);
}

/**
 * Checks the ranges, and proves that no score is in two segments or in none: a witness is told.
 *
 * @param scores - knows the scores alone
 */
export function compileRanges(
  written: RfmClassifier,
  job: CompileJob,
  scores: Scope,
): CompiledRanges {
  const { path, scope, name } = job;
  const { bins, segments } = written;
  const at = `${path}.segments`;
  const none: CompiledRanges = { rules: [], table: [] };
  if (isTooMany(segments.length, scope, at)) return none;
  const before = scope.findings.length;
  for (const [index, segment] of segments.entries()) {
    const here = `${at}[${index}]`;
    if (!isObject(segment)) {
      scope.fault(here, "not-a-range", "a segment is an object with ranges of scores");
      continue;
    }
    scope.checkWords(segment, RANGE_WORDS, here);
    checkSegment(segment.segment, job, `${here}.segment`);
    for (const axis of AXES) checkRange(segment[axis], bins, scope, `${here}.${axis}`);
  }
  if (scope.findings.length > before) return none;
  const rules = segments.map((segment, index) => {
    const all = AXES.map((axis) => ({
      field: `${name}.${axis}`,
      between: segment[axis] ?? [1, bins],
    }));
    const condition = compileCondition({ all }, scores, at, new Map())!;
    return ruleAt(`${at}[${index}]`, segment.segment, condition, segment);
  });
  return { rules, table: fillTable(written, scope, path) };
}

function checkRange(range: RfmSegment["recency"], bins: number, scope: Scope, path: string): void {
  if (range === undefined) return;
  const isRange =
    Array.isArray(range) &&
    range.length === 2 &&
    range.every((each) => Number.isInteger(each) && each >= 1 && each <= bins) &&
    range[0] <= range[1];
  if (isRange) return;
  const text = `a range is the lowest and the highest score, whole numbers from 1 to ${bins}`;
  scope.fault(path, "not-a-range", text);
}

function fillTable(
  { bins, segments, hitPolicy, otherwise }: RfmClassifier,
  scope: Scope,
  path: string,
): CompiledRanges["table"] {
  const table: string[] = [];
  const reported = new Set<string>();
  for (const scores of triples(bins)) {
    const fitting = segments.filter((each) => holds(each, scores));
    const [first, second] = fitting;
    table.push((first?.segment ?? otherwise)!);
    const shown = scores.join("");
    if (second !== undefined && hitPolicy === "unique") {
      const pair = `${segments.indexOf(first!)} ${segments.indexOf(second)}`;
      if (reported.has(pair)) continue;
      reported.add(pair);
      const text = `score ${shown} is in \`${first!.segment}\` and in \`${second.segment}\``;
      scope.fault(`${path}.segments[${segments.indexOf(second)}]`, "overlapping-ranges", text);
    } else if (first === undefined && otherwise === undefined && !reported.has("hole")) {
      reported.add("hole");
      const text = `score ${shown} is in no segment, and there is no \`otherwise\``;
      scope.fault(`${path}.segments`, "uncovered-score", text);
    }
  }
  return table;
}

function triples(bins: number): readonly (readonly [number, number, number])[] {
  const each = Array.from({ length: bins }, (_, index) => index + 1);
  return each.flatMap((r) => each.flatMap((f) => each.map((m) => [r, f, m] as const)));
}

function holds(segment: RfmSegment, scores: readonly number[]): boolean {
  return AXES.every((axis, index) => {
    const [low, high] = segment[axis] ?? [1, 9];
    return scores[index]! >= low && scores[index]! <= high;
  });
}
