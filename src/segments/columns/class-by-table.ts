import {
  type Cell,
  combineClasses,
  type FieldClasses,
  fieldClasses,
  NOTHING_AGES,
  type TestsOfField,
} from "../../rules/index.js";
import type { CompiledClassifier } from "../any-classifier.js";
import { classify, scoreOfClassifier } from "../classify.js";
import { type BlockClassifier, type BlockJob, blankAnswers } from "./block-job.js";
import { classByRow, putScore } from "./class-by-row.js";

/** A field that a classifier reads, parted into classes that it does not tell apart. */
export interface ClassedField {
  readonly slot: number;
  readonly classes: FieldClasses;
}

/** The fields of a classifier with what it compares them with; `undefined` keeps all words apart. */
export function classedFields(
  tests: ReadonlyMap<number, TestsOfField | undefined>,
  { sourceOf }: BlockJob,
): readonly ClassedField[] {
  return [...tests].map(([slot, each]) => ({ slot, classes: fieldClasses(sourceOf(slot), each) }));
}

/** How many combinations of classes there will be, as far as can be told. */
export function expectedCombinations(fields: readonly ClassedField[]): number {
  return fields.reduce((product, { classes }) => product * classes.expected, 1);
}

const UNTOLD = -1;
/** Most combinations that are kept in a table; with more of them each row is asked. */
const MOST_COMBINATIONS = 2 ** 18;

/**
 * A classifier that is asked once for each combination of classes of its fields, when the first row
 * of it comes; all other rows of it have the same answer.
 */
export function classByTable(
  classifier: CompiledClassifier,
  fields: readonly ClassedField[],
  job: BlockJob,
): BlockClassifier {
  const keys = new Int32Array(job.blockRows);
  const answers = blankAnswers(job);
  const { codes, scores } = answers;
  const slots = fields.map(({ slot }) => slot);
  const byRow = classByRow(classifier, slots, job, answers);
  let radices: readonly number[] = [];
  let told = new Int32Array(0);
  let cellsOfScores: Cell[][] = [];
  /** Classes may come in from block to block; then the table is laid out anew, while it can be. */
  function layOut(): boolean {
    if (fields.every(({ classes }, at) => classes.cells.length <= (radices[at] ?? 0))) return true;
    radices = fields.map(({ classes }) => classes.cells.length);
    const combinations = radices.reduce((product, each) => product * each, 1);
    if (combinations > MOST_COMBINATIONS) return false;
    told = new Int32Array(combinations).fill(UNTOLD);
    cellsOfScores = [...scores].map(() => []);
    return true;
  }
  function tell(key: number, at: number): number {
    const cells: Cell[] = [];
    const possible = new Map<number, readonly string[]>();
    for (const { slot, classes } of fields) {
      const own = classes.classes[at]!;
      cells[slot] = classes.cells[own];
      const words = classes.possible[own];
      if (words !== undefined) possible.set(slot, words);
    }
    const row = { cells, asOf: job.asOf, cuts: job.cuts, ageing: NOTHING_AGES, possible };
    for (const [index, part] of [...scores.keys()].entries()) {
      cellsOfScores[index]![key] = scoreOfClassifier(classifier, row, part);
    }
    const code = job.outcomes.codeOf(classify(classifier, row));
    told[key] = code;
    return code;
  }
  return {
    codes,
    scores,
    run(count) {
      for (const { classes } of fields) classes.sort(count);
      if (!layOut()) {
        radices = [];
        byRow.run(count);
        return;
      }
      keys.fill(0, 0, count);
      for (const [index, { classes }] of fields.entries()) {
        combineClasses(keys, classes.classes, radices[index]!, count);
      }
      for (let at = 0; at < count; at++) {
        const key = keys[at]!;
        const code = told[key]!;
        codes[at] = code === UNTOLD ? tell(key, at) : code;
      }
      for (const [index, score] of [...scores.values()].entries()) {
        const cells = cellsOfScores[index]!;
        for (let at = 0; at < count; at++) putScore(score, at, cells[keys[at]!]);
      }
    },
  };
}
