import {
  addTests,
  addThreshold,
  type BoundTest,
  cellOf,
  fieldClasses,
  KNOWN,
  NOTHING_AGES,
  noTests,
  type TestsOfField,
} from "../../rules/index.js";
import type { CompiledCriterion, CompiledScorecard } from "../any-classifier.js";
import { outcomeOf } from "../method-rules.js";
import { bandOf, comparableValue } from "../method-scorecard.js";
import { needsScale } from "../scale.js";
import { type BlockClassifier, type BlockJob, blankAnswers, blankScore } from "./block-job.js";
import { askerOf, putScore } from "./class-by-row.js";
import { scaleBlock } from "./scale-block.js";

/** One criterion of all rows of a block. */
interface BlockCriterion {
  readonly weight: number;
  /**
   * Adds values to sums, weighted unless they are still to be rescaled; makes sums `NaN` where there
   * is none.
   */
  addTo(sums: Float64Array, count: number): void;
  /** Whether a row without a value has a fact all the same, so that only a fit is missing. */
  isUnfitted(at: number): boolean;
}

/**
 * A scorecard, criterion by criterion: what is added up for a row is added in the order in which it
 * is for one account, so that not a bit differs. Rows that lack something are asked one by one,
 * unless the other weights are rescaled.
 */
export function classByScore(classifier: CompiledScorecard, job: BlockJob): BlockClassifier {
  const { blockRows, outcomes } = job;
  const { codes, scores } = blankAnswers(job);
  const criteria = classifier.criteria.map((each, index) => {
    const times = classifier.rescales ? 1 : each.weight;
    return blockCriterion(each, classifier.fit?.scales[index], times, job);
  });
  const score = scores.get("score") ?? blankScore(blockRows);
  const { numbers: sums, gaps } = score;
  const tests = noTests();
  // Each band is one comparison of the score.
  for (const { condition } of classifier.bands.rules) addTests(condition as BoundTest, job, tests);
  // Rows without a score are asked one by one, whatever class they get.
  const bands = fieldClasses({ ...score, hasGaps: false }, tests);
  const row = { cells: [], asOf: job.asOf, cuts: job.cuts, ageing: NOTHING_AGES };
  const bandCodes = Int32Array.from(bands.cells, (score) => {
    // The first two cells stand for no score.
    if (typeof score !== "number") return -1;
    return outcomes.codeOf(outcomeOf(bandOf(classifier, score, row), classifier));
  });
  const slots = new Set(classifier.criteria.map(({ slot }) => slot.index));
  const asker = askerOf(classifier, slots, job);
  const add = classifier.rescales ? rescaler(classifier.weightsSumTo, blockRows) : addUp;
  return {
    codes,
    scores,
    run(count) {
      add(criteria, sums, count);
      if (job.labels) {
        bands.sort(count);
        for (let at = 0; at < count; at++) codes[at] = bandCodes[bands.classes[at]!]!;
      }
      score.hasGaps = someLack(sums, count);
      if (!score.hasGaps) return;
      gaps.fill(KNOWN);
      for (let at = 0; at < count; at++) {
        if (!Number.isNaN(sums[at]!)) continue;
        codes[at] = outcomes.codeOf(asker.outcomeOf(at));
        putScore(score, at, asker.scoreOf("score"));
      }
    },
  };
}

function someLack(sums: Float64Array, count: number): boolean {
  // Two totals, so that neither waits for the other.
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < count; at += 2) {
    even += sums[at]!;
    odd += sums[at + 1]!;
  }
  return Number.isNaN(even + odd + sums[count - 1]!);
}

/** Sums; `NaN` where anything is missing. */
function addUp(criteria: readonly BlockCriterion[], sums: Float64Array, count: number): void {
  sums.fill(0, 0, count);
  for (const each of criteria) each.addTo(sums, count);
}

/** Weighted sums of what is known, raised to the sum of all weights. */
function rescaler(weightsSumTo: number, blockRows: number): typeof addUp {
  const own = new Float64Array(blockRows);
  const weights = new Float64Array(blockRows);
  const lacking = new Uint8Array(blockRows);
  return (criteria, sums, count) => {
    sums.fill(0, 0, count);
    weights.fill(0, 0, count);
    lacking.fill(0, 0, count);
    for (const each of criteria) {
      const { weight } = each;
      addUp([each], own, count);
      for (let at = 0; at < count; at++) {
        if (!Number.isNaN(own[at]!)) {
          sums[at]! += weight * own[at]!;
          weights[at]! += weight;
        } else {
          lacking[at] = 1;
          if (each.isUnfitted(at)) sums[at] = Number.NaN;
        }
      }
    }
    for (let at = 0; at < count; at++) {
      // Nothing to score by is 0 divided by 0, which no number is.
      if (lacking[at] === 1) sums[at] = (sums[at]! / weights[at]!) * weightsSumTo;
    }
  };
}

function blockCriterion(
  criterion: CompiledCriterion,
  scale: Parameters<typeof comparableValue>[1],
  times: number,
  job: BlockJob,
): BlockCriterion {
  const { weight, slot, normalise } = criterion;
  const source = job.sourceOf(slot.index);
  if (needsScale(normalise) && scale && source.form === "numbers") {
    const addTo = scaleBlock(normalise, scale, source, times);
    return { weight, addTo, isUnfitted: () => false };
  }
  const classes = fieldClasses(source, testsOf(criterion));
  let told = new Float64Array(0);
  return {
    weight,
    isUnfitted: (at) => needsScale(normalise) && typeof cellOf(source, at) === "number",
    addTo(sums, count) {
      classes.sort(count);
      if (told.length < classes.cells.length) {
        told = Float64Array.from(classes.cells, (cell) => {
          return times * (comparableValue(criterion, scale, cell) ?? Number.NaN);
        });
      }
      addTold(told, classes.classes, sums, count);
    },
  };
}

function addTold(told: Float64Array, classes: Int32Array, sums: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) sums[at]! += told[classes[at]!]!;
}

/** Where a criterion gives other points. */
function testsOf({ normalise, bounds }: CompiledCriterion): TestsOfField {
  const tests = noTests();
  for (const bound of bounds) if (bound !== undefined) addThreshold(bound, "atLeast", tests);
  if (normalise.by === "points")
    for (const word of Object.keys(normalise.points)) tests.words.add(word);
  return tests;
}
