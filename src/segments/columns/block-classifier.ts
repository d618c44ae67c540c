import { addThreshold, noTests, type TestsOfField } from "../../rules/index.js";
import type { CompiledClassifier, CompiledMatrix, CompiledRfm } from "../any-classifier.js";
import type { BlockClassifier, BlockJob } from "./block-job.js";
import { classByRules } from "./class-by-rules.js";
import { classByScore } from "./class-by-score.js";
import { classByState } from "./class-by-state.js";
import { classByTable, classedFields } from "./class-by-table.js";

/**
 * A classifier ready for blocks of columns, by the way that suits its method and size.
 *
 * Values that no part of it tells apart are one class. Where there are few combinations of classes,
 * the classifier is asked once for each and the answer kept; many rules are looked up as sets of
 * bits; a score is added up column by column. What none of these can do is asked row by row. Every
 * way asks the functions that answer for one account.
 *
 * @param classifier - compiled classifier, with its fit where its method has one
 * @param job - the day, the cuts, and where the fields of a block are found
 *
 * @category Segments
 */
export function blockClassifier(classifier: CompiledClassifier, job: BlockJob): BlockClassifier {
  switch (classifier.method) {
    case "lifecycle":
      return classByState(classifier, job);
    case "scorecard":
      return classByScore(classifier, job);
    case "rfm":
      return classByTable(classifier, classedFields(testsOfAxes(classifier), job), job);
    case "matrix":
      return classByTable(classifier, classedFields(wordsOfAxes(classifier), job), job);
    default:
      return classByRules(classifier, job);
  }
}

/** The cuts of each axis, all that there are where they are nested; one field may be two axes. */
function testsOfAxes({
  axes,
  boundary,
  fixed,
  fit,
}: CompiledRfm): ReadonlyMap<number, TestsOfField> {
  const tests = new Map<number, TestsOfField>();
  const cuts = fixed ?? fit;
  const order = boundary === "upper" ? "atLeast" : "moreThan";
  const lists = cuts === undefined ? [] : [[cuts.recency], cuts.frequency, cuts.monetary];
  for (const [axis, { index }] of axes.entries()) {
    const own = tests.get(index) ?? noTests();
    tests.set(index, own);
    for (const cut of (lists[axis] ?? []).flatMap((each) => each ?? [])) {
      if (cut !== null) addThreshold(cut, order, own);
    }
  }
  return tests;
}

/** Every word of an axis may lead to another cell. */
function wordsOfAxes({ axes }: CompiledMatrix): ReadonlyMap<number, undefined> {
  return new Map(axes.map(({ slot }) => [slot.index, undefined]));
}
