import type { Cell, ExplainedRow, Row, Scope, Slot } from "../rules/index.js";
import type { MissingFact, Reason } from "../shapes/index.js";
import type { CompiledHead } from "./any-classifier.js";
import type { SegmentOutcome } from "./classifier.js";

/** The outcome of an exclusion, and of no segment at all. */
export const EXCLUDED = "excluded";
export const UNCLASSIFIED = "unclassified";

/** What stands in place of a segment; no segment, and no care model, may bear such a name. */
export const RESERVED_NAMES: readonly string[] = [
  EXCLUDED,
  UNCLASSIFIED,
  "undecided",
  "conflict",
  // An account that one of two columns does not hold.
  "absent",
];

/** What a method is compiled with: the labels are checked already. */
export interface CompileJob {
  readonly name: string;
  readonly path: string;
  readonly labels: CompiledHead["labels"];
  readonly scope: Scope;
}

/** The numbers of one slot over the whole base, account by account, not to be changed; `NaN` for anything else. */
export type ColumnOf = (slot: Slot) => Float64Array;

/**
 * One method of classifying: everything the others need to know of it. A new method is a type in
 * the union `Classifier`, one of these, and a line in the table of methods.
 */
export interface Method<Written, Parts, Compiled extends CompiledHead, Fit = never> {
  /** The properties it has beside those of every classifier. */
  readonly words: readonly string[];
  /** Which of them are a list or an object; without those nothing can be compiled. */
  readonly parts: Readonly<Record<string, "list" | "object">>;
  /** Its score fields, such as `score` for `<name>.score`. */
  readonly scores: readonly string[];
  /** The checked parts; `undefined` after a fault was recorded without which nothing can be asked. */
  compile(written: Written, job: CompileJob): Parts | undefined;
  /** What depends on the whole base; `undefined` where nothing can be computed. */
  fit?(compiled: Compiled, column: ColumnOf): Fit | undefined;
  /** Whether a fit that was stored has the lengths that this classifier asks for. */
  accepts?(compiled: Compiled, fit: Fit): boolean;
  /** The cuts of a fit, for conditions to read by name. */
  cutsOf?(compiled: Compiled, fit: Fit): ReadonlyMap<string, number | null>;
  classify(compiled: Compiled, row: Row): SegmentOutcome;
  /** One of its scores; unknown, or none where the account has no such score. */
  score?(compiled: Compiled, row: Row, part: string): Cell;
  explain(compiled: Compiled, row: ExplainedRow): readonly Reason[];
  /** The facts that an undecided answer lacks. */
  lacks(compiled: Compiled, row: ExplainedRow): readonly MissingFact[];
  /** The first day on which the answer or a score could differ although no fact does. */
  nextChange(compiled: Compiled, row: Row): number;
}
