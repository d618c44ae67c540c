import type { BlockSource, CodeSource, NumberSource, Row } from "../../rules/index.js";
import type { OutcomeTable } from "./outcome-table.js";

/** What the rows of a block are classified with. */
export interface BlockJob {
  readonly blockRows: number;
  readonly asOf: number;
  readonly cuts: Row["cuts"];
  /** Whether labels are asked for; without it the codes of outcomes say nothing. */
  readonly labels: boolean;
  /** Which scores are asked for. */
  readonly scores: readonly string[];
  readonly outcomes: OutcomeTable;
  readonly sourceOf: (slot: number) => BlockSource;
  /** The states of a lifecycle, which are found out of records; `undefined` where nobody did. */
  readonly statesOf: (classifier: string) => CodeSource | undefined;
}

/** A classifier that is asked of all rows of a block at once. */
export interface BlockClassifier {
  /** Code of the outcome of each row. */
  readonly codes: Int32Array;
  readonly scores: ReadonlyMap<string, NumberSource>;
  /** Classifies the rows whose sources are loaded. */
  run(count: number): void;
}

/** Outcomes and scores of the rows of a block, still to be filled. */
export function blankAnswers({
  scores,
  blockRows,
}: BlockJob): Pick<BlockClassifier, "codes" | "scores"> {
  return {
    codes: new Int32Array(blockRows),
    scores: new Map(scores.map((part) => [part, blankScore(blockRows)])),
  };
}

/** One score of the rows of a block, still to be filled. */
export function blankScore(blockRows: number): NumberSource {
  const gaps = new Uint8Array(blockRows);
  return { form: "numbers", numbers: new Float64Array(blockRows), gaps, hasGaps: true };
}
