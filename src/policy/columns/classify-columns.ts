import type { AccountColumns } from "../../facts/index.js";
import { BLOCK_ROWS } from "../../rules/index.js";
import { type CompiledClassifier, labelOf, type OutcomeTable } from "../../segments/index.js";
import { HoitoError, type OptionNames } from "../../shapes/index.js";
import type { CivilDate } from "../../time/index.js";
import { type CategoryColumn, classifierNamed, dictionaryOf } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { dayOfAsking } from "../require-asked.js";
import { blockRun } from "./block-run.js";
import { refuseWrongColumns } from "./check-columns.js";
import { columnFacts } from "./column-facts.js";

/**
 * What columns are classified with.
 *
 * @category Policy
 */
export interface ColumnContext {
  readonly asOf: CivilDate;
  /** By default the one that care is segmented by. */
  readonly classifier?: string;
  /** How many accounts are worked on at a time; no answer depends on it. By default 1024. */
  readonly blockRows?: number;
}

/** The options of {@link ColumnContext}. */
export const COLUMN_OPTIONS: OptionNames<ColumnContext> = {
  asOf: true,
  classifier: true,
  blockRows: true,
};

/**
 * The segment of every account of some columns, without reasons: ask `explainColumns` for those of
 * one.
 *
 * The answer is that of `classifyAccounts` under every method, label by label and in the same
 * dictionary, as far as the columns say what the records said: a measure or the states of a
 * lifecycle come as a column, or are unknown. Units of accounts and what people approved are not
 * asked about here.
 *
 * Gotchas: a field without a column is unknown of every account, not none. A policy with cuts needs
 * its fit.
 *
 * @param columns - facts of many accounts; only the fields that the classifier reads are looked at
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, by default the one that care is segmented
 *   by; `blockRows`, 1 or more
 * @returns one code for each account
 * @throws {@link HoitoError} `not-a-civil-date`, `unknown-classifier`, `out-of-range` for `blockRows`,
 *   `unknown-option`, and the first of the findings of `checkColumns`
 *
 * @example Large, small, and one of which nothing is known
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { classifyColumns } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const data = Float64Array.of(1200, 80, Number.NaN);
 * const columns = { rows: 3, fields: { headcount: { kind: "number", data } } } as const;
 * const compiled = orThrow(compilePolicy(policy));
 * const { data: codes, dictionary } = classifyColumns(columns, compiled, { asOf: "2018-03-28" });
 * [...codes].map((code) => dictionary[code]); // => ["large", "small", "undecided"]
 * ```
 *
 * @category Policy
 */
export function classifyColumns(
  columns: AccountColumns,
  compiled: CompiledPolicy,
  context: ColumnContext,
): CategoryColumn {
  const asOf = dayOfAsking(context, COLUMN_OPTIONS);
  const classifier = classifierNamed(compiled, context.classifier);
  refuseWrongColumns(columns, compiled);
  const blockRows = blockRowsOf(context, columns.rows);
  const facts = columnFacts(columns, blockRows);
  const { codes, outcomes, run } = blockRun(classifier, compiled, facts, { asOf });
  const labels = labelWriter(classifier, outcomes, columns.rows);
  for (let from = 0; from < columns.rows; from += blockRows) {
    const count = Math.min(blockRows, columns.rows - from);
    run(from, count);
    labels.write(codes, from, count);
  }
  return labels.column;
}

/** How many rows a block has: never more than there are, nor less than one. */
export function blockRowsOf(
  { blockRows = BLOCK_ROWS }: Pick<ColumnContext, "blockRows">,
  rows: number,
): number {
  if (Number.isInteger(blockRows) && blockRows >= 1 && blockRows <= MOST_BLOCK_ROWS) {
    return Math.max(1, Math.min(blockRows, rows));
  }
  const at = { code: "out-of-range", path: "context.blockRows", received: blockRows };
  throw new HoitoError(`a block has 1 to ${MOST_BLOCK_ROWS} rows`, at);
}

/** Most rows of a block: what is between two steps has to fit somewhere. */
const MOST_BLOCK_ROWS = 2 ** 20;

/** Writes outcomes as codes into the dictionary that `classifyAccounts` gives. */
export function labelWriter(
  classifier: CompiledClassifier,
  outcomes: OutcomeTable,
  rows: number,
): {
  readonly column: CategoryColumn;
  write(codes: Int32Array, from: number, count: number): void;
} {
  const dictionary = dictionaryOf(classifier);
  const known = new Map(dictionary.map((label, code) => [label, code]));
  const data = new Uint16Array(rows);
  /** Code of the label by code of the outcome, one more; 0 where it was not met yet. */
  let told = new Int32Array(0);
  function tell(outcome: number): number {
    const label = labelOf(outcomes.list[outcome]!);
    const code = known.get(label) ?? dictionary.push(label) - 1;
    known.set(label, code);
    told[outcome] = code + 1;
    return code + 1;
  }
  return {
    column: { kind: "category", data, dictionary },
    write(codes, from, count) {
      if (told.length < outcomes.list.length) {
        const longer = new Int32Array(outcomes.list.length * 2);
        longer.set(told);
        told = longer;
      }
      const [codeOf, into] = [told, data];
      for (let at = 0; at < count; at++) {
        const code = codeOf[codes[at]!]!;
        into[from + at] = (code === 0 ? tell(codes[at]!) : code) - 1;
      }
    },
  };
}
