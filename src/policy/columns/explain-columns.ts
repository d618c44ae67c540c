import type { AccountColumns } from "../../facts/index.js";
import { type Cell, cellOf, type ExplainedRow, type Slot } from "../../rules/index.js";
import {
  classifierOfField,
  type LifecycleAnswer,
  type LivingRow,
  readThrough,
  type SegmentOutcome,
  whyFieldUnknown,
} from "../../segments/index.js";
import { type Decision, HoitoError, type MissingFact } from "../../shapes/index.js";
import { fillCells } from "../account-row.js";
import { classifierNamed } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { explainThrough } from "../explain-account.js";
import { dayOfAsking } from "../require-asked.js";
import { refuseWrongColumns } from "./check-columns.js";
import { COLUMN_OPTIONS, type ColumnContext } from "./classify-columns.js";
import { columnFacts } from "./column-facts.js";

/**
 * The segment of one account of some columns with its reasons, and the facts that would have decided
 * it.
 *
 * The answer and its reasons are those of `decideCare`, as far as columns say what records said: of
 * a measure that came as a column nobody can say which record it lacks.
 *
 * @param columns - facts of many accounts
 * @param row - position of the account, 0 … `columns.rows` - 1
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, by default the one that care is segmented
 *   by
 * @returns what `classifyColumns` says of that account, explained
 * @throws {@link HoitoError} as `classifyColumns`, and `unknown-account` for a position that is not
 *   there
 *
 * @example Why the second account is small
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { explainColumns } from "hoito/policy";
 * import { tellSegment } from "hoito/sentences";
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
 * const data = Float64Array.of(1200, 80);
 * const columns = { rows: 2, fields: { headcount: { kind: "number", data } } } as const;
 * const compiled = orThrow(compilePolicy(policy));
 * const segment = explainColumns(columns, 1, compiled, { asOf: "2018-03-28" });
 * tellSegment(segment, "en").at(-1);
 * // => "Nearest to large: headcount is 80, not at least 1,000 (920 short)."
 * ```
 *
 * @category Policy
 */
export function explainColumns(
  columns: AccountColumns,
  row: number,
  compiled: CompiledPolicy,
  context: ColumnContext,
): Decision<SegmentOutcome> {
  const asOf = dayOfAsking(context, COLUMN_OPTIONS);
  const classifier = classifierNamed(compiled, context.classifier);
  refuseWrongColumns(columns, compiled);
  if (!(Number.isInteger(row) && row >= 0 && row < columns.rows)) {
    const at = { code: "unknown-account", path: "row", received: row };
    throw new HoitoError(`there are ${columns.rows} accounts`, at);
  }
  const open = rowOfColumns(columns, row, compiled, asOf);
  for (const feed of compiled.feeds) {
    fillCells(open, compiled.classifiers.get(feed.classifier)!, feed);
  }
  return explainThrough(classifier, readThrough(classifier, compiled.classifiers), open);
}

type OpenRow = ExplainedRow &
  LivingRow & { readonly cells: Cell[]; readonly possible: Map<number, readonly string[]> };

function rowOfColumns(
  columns: AccountColumns,
  row: number,
  compiled: CompiledPolicy,
  asOf: number,
): OpenRow {
  const { scope, fedSlots, ageing, currency, classifiers, cutPoints: cuts } = compiled;
  const facts = columnFacts(columns, 1);
  const cells = scope.slots.map((slot): Cell => {
    const source = fedSlots.has(slot.index) ? undefined : facts.sourceOf(slot);
    source?.load?.(row, 1);
    return source === undefined ? undefined : cellOf(source, 0);
  });
  const lives = new Map<string, LifecycleAnswer>();
  for (const { name } of classifiers.values()) {
    const source = facts.statesOf(name);
    source?.load?.(row, 1);
    const states = source === undefined ? undefined : cellOf(source, 0);
    if (Array.isArray(states)) lives.set(name, answerOf(states as readonly string[]));
  }
  const lacking = new Map<string, readonly MissingFact[]>();
  const possible = new Map<number, readonly string[]>();
  const open = { cells, asOf, cuts, ageing, currency, whyUnknown, possible, lives };
  function whyUnknown({ name }: Slot): readonly MissingFact[] {
    const field = classifierOfField(name);
    const classifier = classifiers.get(field.name);
    if (classifier === undefined) {
      const path = compiled.measures.kinds.has(name) ? `measures.${name}` : name;
      return [{ path, why: "missing" }];
    }
    // Each once: classifiers that read each other twice over would be asked without end.
    const known = lacking.get(name) ?? whyFieldUnknown(classifier, open, field.part);
    lacking.set(name, known);
    return known;
  }
  return open;
}

function answerOf(states: readonly string[]): LifecycleAnswer {
  const [state, ...others] = states as [string, ...string[]];
  if (others.length === 0) return { value: { kind: "state", state }, because: [], missing: [] };
  const missing = [{ path: "records", why: "notSupplied" as const }];
  return { value: { kind: "undecided", candidates: states }, because: [], missing };
}
