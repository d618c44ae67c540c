import {
  type Cell,
  cellOf,
  GAP,
  KNOWN,
  NONE,
  NOTHING_AGES,
  type NumberSource,
} from "../../rules/index.js";
import type { CompiledClassifier } from "../any-classifier.js";
import type { SegmentOutcome } from "../classifier.js";
import { classify, scoreOfClassifier } from "../classify.js";
import { type BlockClassifier, type BlockJob, blankAnswers } from "./block-job.js";

/** Asks a classifier of one row of a block, as of one account. */
export interface RowAsker {
  outcomeOf(at: number): SegmentOutcome;
  /** The score that the row was asked for last has. */
  scoreOf(part: string): Cell;
}

/** Asks row by row: every classifier can be, and none has to be faster than one account. */
export function askerOf(
  classifier: CompiledClassifier,
  slots: Iterable<number>,
  job: BlockJob,
): RowAsker {
  const sources = [...slots].map((slot) => ({ slot, source: job.sourceOf(slot) }));
  const cells: Cell[] = [];
  const possible = new Map<number, readonly string[]>();
  const row = { cells, asOf: job.asOf, cuts: job.cuts, ageing: NOTHING_AGES, possible };
  return {
    outcomeOf(at) {
      possible.clear();
      for (const { slot, source } of sources) {
        cells[slot] = cellOf(source, at);
        const words = source.form === "codes" ? source.possible?.[source.codes[at]!] : undefined;
        if (words !== undefined) possible.set(slot, words);
      }
      return classify(classifier, row);
    },
    scoreOf: (part) => scoreOfClassifier(classifier, row, part),
  };
}

/** A classifier that is asked row by row. */
export function classByRow(
  classifier: CompiledClassifier,
  slots: Iterable<number>,
  job: BlockJob,
  { codes, scores }: Pick<BlockClassifier, "codes" | "scores"> = blankAnswers(job),
): BlockClassifier {
  const asker = askerOf(classifier, slots, job);
  return {
    codes,
    scores,
    run(count) {
      for (let at = 0; at < count; at++) {
        codes[at] = job.outcomes.codeOf(asker.outcomeOf(at));
        for (const [part, score] of scores) putScore(score, at, asker.scoreOf(part));
      }
    },
  };
}

/** Puts a score into a row of a block. */
export function putScore({ numbers, gaps }: NumberSource, at: number, score: Cell): void {
  numbers[at] = typeof score === "number" ? score : 0;
  gaps[at] = typeof score === "number" ? KNOWN : score === null ? NONE : GAP;
}
