import {
  type Cell,
  type ExplainedRow,
  evaluate,
  MET,
  plainCell,
  type Row,
  type RuleSet,
} from "../rules/index.js";
import type { MissingFact, PlainValue, StepReason } from "../shapes/index.js";
import type { CompiledCriterion, CompiledScorecard, ScorecardParts } from "./any-classifier.js";
import type { Candidate } from "./classifier.js";
import { compileBands } from "./compile-bands.js";
import { compileCriteria } from "./compile-criteria.js";
import { type Method, UNCLASSIFIED } from "./method.js";
import { explainByRules, outcomeAmong, outcomeOf } from "./method-rules.js";
import { ruleParts, scoreRow, scoreScope } from "./rule-parts.js";
import { needsScale, onScale, scaleOf } from "./scale.js";
import type { Scale, ScorecardClassifier, ScorecardFit } from "./scorecard-classifier.js";

/** A weighted sum of comparable criteria, cut into bands. */
export const scorecardMethod: Method<
  ScorecardClassifier,
  ScorecardParts,
  CompiledScorecard,
  ScorecardFit
> = {
  words: ["weightsSumTo", "criteria", "missing", "bands"],
  parts: { criteria: "list", bands: "list" },
  scores: ["score"],
  compile(written, job) {
    const { name, path, scope } = job;
    const { missing, weightsSumTo } = written;
    scope.checkWord(missing, ["undecided", "rescale"], `${path}.missing`);
    const criteria = compileCriteria(written, job);
    const own = scoreScope([`${name}.score`], scope);
    const slot = own.slotOf(`${name}.score`, path)!;
    const bands = compileBands(written.bands, slot, { ...job, scope: own }, `${path}.bands`);
    const { rules } = ruleParts(bands.rules, bands.otherwise);
    return {
      criteria,
      weightsSumTo,
      rescales: missing === "rescale",
      bands: rules,
      fit: undefined,
    };
  },
  fit(compiled, column) {
    const scales = compiled.criteria.map(({ normalise, slot }) => {
      return scaleOf(normalise, () => column(slot));
    });
    return { method: "scorecard", scales };
  },
  accepts({ criteria }, { scales }) {
    if (scales.length !== criteria.length) return false;
    return scales.every((scale, index) => {
      return scale === null || scale.by === criteria[index]!.normalise.by;
    });
  },
  classify(compiled, row) {
    const score = scoreOf(compiled, row);
    if (score === null) return { kind: "unclassified" };
    if (typeof score === "number") return outcomeOf(bandOf(compiled, score, row), compiled);
    return outcomeAmong(candidatesOf(compiled, row), compiled);
  },
  score: scoreOf,
  explain(compiled, row) {
    const score = scoreOf(compiled, row);
    const mini = { ...scoreRow([score], row), whyUnknown: () => lacksOf(compiled, row) };
    const bands = { name: compiled.name, rules: compiled.bands };
    return [explainScore(compiled, row, score), ...explainByRules(bands, mini, "bands")];
  },
  lacks: lacksOf,
  nextChange({ criteria }, row) {
    const ages = criteria.some(({ slot }) => row.ageing.has(slot.index));
    return ages ? row.asOf + 1 : Number.POSITIVE_INFINITY;
  },
};

/**
 * Unknown while a criterion is that is needed; none where one is known to be none, or none is left
 * to score by.
 */
function scoreOf(compiled: CompiledScorecard, row: Row): Cell {
  const { criteria, rescales, weightsSumTo } = compiled;
  const values = valuesOf(compiled, row);
  let sum = 0;
  let weights = 0;
  let lacking = 0;
  for (const [index, { slot, weight }] of criteria.entries()) {
    const value = values[index];
    if (typeof value === "number") {
      sum += weight * value;
      weights += weight;
    } else if (rescales && typeof row.cells[slot.index] !== "number") lacking += 1;
    else if (value === undefined) return values.includes(null) && !rescales ? null : undefined;
    else return null;
  }
  if (lacking === 0) return sum;
  if (weights > 0) return (sum / weights) * weightsSumTo;
  return values.includes(undefined) ? undefined : null;
}

/** Each criterion made comparable. */
function valuesOf({ criteria, fit }: CompiledScorecard, row: Row): readonly Comparable[] {
  return criteria.map((criterion, index) => {
    return comparableValue(criterion, fit?.scales[index], row.cells[criterion.slot.index]);
  });
}

/** `undefined` unknown, `null` known to be none. */
type Comparable = number | null | undefined;

/** One criterion made comparable. */
export function comparableValue(
  { normalise, bounds }: CompiledCriterion,
  scale: Scale | null | undefined,
  cell: Cell,
): Comparable {
  if (cell === undefined || cell === null) return cell;
  if (needsScale(normalise)) return scale ? onScale(cell as number, normalise, scale) : undefined;
  if (normalise.by === "bands") {
    const at = bounds.findIndex((bound) => bound === undefined || (cell as number) >= bound);
    return normalise.bands[at]!.points;
  }
  const { points, otherwise = null } = normalise;
  return Object.hasOwn(points, String(cell)) ? points[String(cell)]! : otherwise;
}

/** The bands that the score could still fall into. */
function candidatesOf(compiled: CompiledScorecard, row: Row): readonly Candidate[] {
  const { bands, criteria, rescales } = compiled;
  const values = valuesOf(compiled, row);
  let low = rescales ? Number.NEGATIVE_INFINITY : 0;
  let high = rescales ? Number.POSITIVE_INFINITY : 0;
  for (const [index, criterion] of criteria.entries()) {
    const { weight } = criterion;
    const value = values[index];
    const [least, most] = typeof value === "number" ? [value, value] : rangeOf(criterion);
    low += weight === 0 ? 0 : weight * least;
    high += weight === 0 ? 0 : weight * most;
  }
  const ends = [placeOf(bands, low, row), placeOf(bands, high, row)];
  const outcomes = [...bands.rules.map((rule) => rule.outcome), bands.otherwise ?? UNCLASSIFIED];
  return outcomes.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** The least and the greatest score that criteria can come to. */
export function scoreRange({
  criteria,
  rescales,
  weightsSumTo,
}: CompiledScorecard): readonly [number, number] {
  const ranges = criteria.map((criterion) => ({ criterion, range: rangeOf(criterion) }));
  const ends = [0, 1].map((end) => {
    const scores = ranges.map(({ criterion: { weight }, range }) => {
      return rescales ? range[end]! * weightsSumTo : weight === 0 ? 0 : weight * range[end]!;
    });
    if (!rescales) return scores.reduce((sum, each) => sum + each, 0);
    return end === 0 ? Math.min(...scores) : Math.max(...scores);
  });
  return [ends[0]!, ends[1]!];
}

/** The segment of a score, `undefined` where no band holds it. */
export function bandLabel({ bands }: CompiledScorecard, score: number): string | undefined {
  const row: Row = { cells: [score], asOf: 0, cuts: new Map(), ageing: new Set() };
  return bands.rules[placeOf(bands, score, row)]?.outcome ?? bands.otherwise;
}

/** The least and the most that a criterion can come to. */
function rangeOf({ normalise }: CompiledCriterion): readonly [number, number] {
  switch (normalise.by) {
    case "z":
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case "bands": {
      const points = normalise.bands.map((band) => band.points);
      return [Math.min(...points), Math.max(...points)];
    }
    case "points": {
      const { otherwise, points } = normalise;
      const all = [...Object.values(points), ...(otherwise === undefined ? [] : [otherwise])];
      return [Math.min(...all), Math.max(...all)];
    }
    default:
      return [0, 1];
  }
}

/** The position of the band that holds a score; one past the last where none does. */
function placeOf(bands: RuleSet, score: number, row: Row): number {
  const mini = scoreRow([score], row);
  const at = bands.rules.findIndex((rule) => evaluate(rule.condition, mini) === MET);
  return at === -1 ? bands.rules.length : at;
}

/** The segment of a score, or `unclassified`. */
export function bandOf(compiled: CompiledScorecard, score: number, row: Row): Candidate {
  const { bands } = compiled;
  const outcomes = [...bands.rules.map((rule) => rule.outcome), bands.otherwise ?? UNCLASSIFIED];
  return outcomes[placeOf(bands, score, row)]!;
}

function lacksOf(compiled: CompiledScorecard, row: ExplainedRow): readonly MissingFact[] {
  const values = valuesOf(compiled, row);
  const lacking = compiled.criteria.filter((_, index) => values[index] === undefined);
  const known = lacking.filter(({ slot }) => row.cells[slot.index] !== undefined);
  const unknown = lacking.filter((each) => !known.includes(each));
  const facts = unknown.flatMap(({ slot }) => row.whyUnknown(slot));
  if (known.length === 0) return facts;
  return [...facts, { path: `segments.${compiled.name}`, why: "notFitted" }];
}

function explainScore(compiled: CompiledScorecard, row: ExplainedRow, score: Cell): StepReason {
  const { name, criteria, weightsSumTo } = compiled;
  const values = valuesOf(compiled, row);
  const of = criteria.map(({ slot, weight, normalise }, index): StepReason => {
    const cell = row.cells[slot.index];
    const value = values[index];
    const details: Record<string, PlainValue> = { of: slot.name, weight, by: normalise.by };
    if (cell !== undefined && cell !== null) {
      details["value"] = plainCell(cell, slot.kind, row.currency);
    }
    if (typeof value === "number") details["normalised"] = value;
    const path = `segments.${name}.criteria[${index}]`;
    return { kind: "step", step: "criterion", path, details, of: [] };
  });
  const details = typeof score === "number" ? { weightsSumTo, score } : { weightsSumTo };
  return { kind: "step", step: "weightedScore", path: `segments.${name}.criteria`, details, of };
}
