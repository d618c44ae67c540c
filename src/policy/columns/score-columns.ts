import type { AccountColumns } from "../../facts/index.js";
import { classifierNamed } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { dayOfAsking } from "../require-asked.js";
import { type NumberColumn, refuseUnknownScore } from "../score-accounts.js";
import { blockRun } from "./block-run.js";
import { refuseWrongColumns } from "./check-columns.js";
import { blockRowsOf, COLUMN_OPTIONS, type ColumnContext } from "./classify-columns.js";
import { columnFacts } from "./column-facts.js";
import { gapBits } from "./gap-bits.js";

/**
 * A score of every account of some columns: that of a scorecard, or one of an RFM classifier.
 *
 * The answer is that of `scoreAccounts` to the last bit. An account whose score is unknown, or that
 * has none, is not valid.
 *
 * @param columns - facts of many accounts; only the fields that the classifier reads are looked at
 * @param compiled - the policy, with its fit where it has cuts or scales
 * @param context - `asOf`, that day included; `classifier`; which of its scores: `score`, or for RFM
 *   also `recency`, `frequency` or `monetary`; `blockRows`, 1 or more
 * @returns one number for each account
 * @throws {@link HoitoError} as `classifyColumns`, and `unknown-score`
 *
 * @example A value index of three accounts
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { fitColumns, scoreColumns } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     index: {
 *       method: "scorecard",
 *       labels: { key: {}, ordinary: {} },
 *       weightsSumTo: 1,
 *       missing: "undecided",
 *       criteria: [
 *         { of: "headcount", weight: 1, normalise: { by: "minMax", better: "more", whenAllEqual: 1 } },
 *       ],
 *       bands: [{ segment: "key", atLeast: 0.5 }, { segment: "ordinary" }],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "index",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { key: "light", ordinary: "light" },
 *   },
 *   cadences: {},
 * };
 * const data = Float64Array.of(10, 90, 50);
 * const columns = { rows: 3, fields: { headcount: { kind: "number", data } } } as const;
 * const context = { asOf: "2018-03-28", classifier: "index" } as const;
 * const fitted = fitColumns(columns, orThrow(compilePolicy(policy)), context);
 * [...scoreColumns(columns, fitted, context).data]; // => [0, 1, 0.5]
 * ```
 *
 * @category Policy
 */
export function scoreColumns(
  columns: AccountColumns,
  compiled: CompiledPolicy,
  context: ColumnContext & { readonly score?: string },
): NumberColumn {
  const asOf = dayOfAsking(context, { ...COLUMN_OPTIONS, score: true });
  const { score = "score" } = context;
  const classifier = classifierNamed(compiled, context.classifier);
  refuseUnknownScore(score, classifier, compiled);
  refuseWrongColumns(columns, compiled);
  const blockRows = blockRowsOf(context, columns.rows);
  const { rows } = columns;
  const facts = columnFacts(columns, blockRows);
  const { scores, run } = blockRun(classifier, compiled, facts, { asOf, score });
  const found = scores.get(score)!;
  const data = new Float64Array(rows);
  const bits = gapBits(rows);
  for (let from = 0; from < rows; from += blockRows) {
    const count = Math.min(blockRows, rows - from);
    run(from, count);
    data.set(found.numbers.subarray(0, count), from);
    if (found.hasGaps) bits.mark(found.gaps, from, count);
  }
  return { kind: "number", data, valid: bits.valid };
}
