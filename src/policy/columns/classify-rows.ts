import type { RateTable } from "../../facts/index.js";
import { type FactWriter, factWriter, type Slot, type WrittenSource } from "../../rules/index.js";
import {
  HoitoError,
  nearestName,
  type OptionNames,
  requireList,
  showInput,
  withGuess,
} from "../../shapes/index.js";
import { type CategoryColumn, classifierNamed } from "../classify-accounts.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { dayOfAsking } from "../require-asked.js";
import { blockRun } from "./block-run.js";
import { kindsOfColumns } from "./check-columns.js";
import {
  blockRowsOf,
  COLUMN_OPTIONS,
  type ColumnContext,
  labelWriter,
} from "./classify-columns.js";

/**
 * How rows of the host's own are read.
 *
 * @category Policy
 */
export interface RowContext<Row, Field extends string> extends ColumnContext {
  /** The fields that `read` writes: of the account, the policy's own, or measures. */
  readonly fields: readonly Field[];
  /**
   * Writes the facts of one row, each by `into.<field>.put(at, fact)`; what it does not write is
   * unknown. Names that are written out are read some ten times as fast as `row[name]`.
   */
  readonly read: (row: Row, at: number, into: Readonly<Record<Field, FactWriter>>) => void;
  /** Needed only where money is in several currencies. */
  readonly exchangeRates?: RateTable;
}

/**
 * The segment of every row of the host's own, which one function of the host reads.
 *
 * The answer is that of `classifyColumns` for the same facts; what is not of its field's kind is
 * unknown. No columns of all rows are made.
 *
 * @param rows - any objects
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, `fields` and `read`; `classifier`, by default the one that care is
 *   segmented by; `exchangeRates`; `blockRows`
 * @returns one code for each row
 * @throws {@link HoitoError} as `classifyColumns`; `unknown-field` for a field that is not there
 *
 * @example Rows of a CRM under its own names
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { classifyRows } from "hoito/policy";
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
 * const rows = [{ employees: 1200 }, { employees: 80 }];
 * const { data } = classifyRows(rows, orThrow(compilePolicy(policy)), {
 *   asOf: "2018-03-28",
 *   fields: ["headcount"],
 *   read: (row, at, into) => into.headcount.put(at, row.employees),
 * });
 * [...data]; // => [0, 1]
 * ```
 *
 * @category Policy
 */
export function classifyRows<Row, const Field extends string>(
  rows: readonly Row[],
  compiled: CompiledPolicy,
  context: RowContext<Row, Field>,
): CategoryColumn {
  const asOf = dayOfAsking(context, ROW_OPTIONS);
  requireList(rows, "rows", "rows come in a list");
  const classifier = classifierNamed(compiled, context.classifier);
  const blockRows = blockRowsOf(context, rows.length);
  const { read } = context;
  refuseUnknownFields(context.fields, compiled);
  const reading = { currency: compiled.currency, rates: context.exchangeRates };
  const writers = new Map<string, WrittenSource>();
  const sourceOf = ({ name, kind }: Slot): WrittenSource | undefined => {
    if (!context.fields.includes(name as Field)) return undefined;
    const writer = factWriter(kind, reading, blockRows);
    writers.set(name, writer);
    return writer;
  };
  const facts = { blockRows, sourceOf, statesOf: () => undefined };
  const { codes, outcomes, run } = blockRun(classifier, compiled, facts, { asOf });
  // Fields that nothing asks for may be written too, to nowhere.
  const into = Object.fromEntries(
    context.fields.map((name) => [name, writers.get(name) ?? NOWHERE]),
  ) as Readonly<Record<Field, FactWriter>>;
  const labels = labelWriter(classifier, outcomes, rows.length);
  for (let from = 0; from < rows.length; from += blockRows) {
    const count = Math.min(blockRows, rows.length - from);
    for (const writer of writers.values()) writer.start();
    for (let at = 0; at < count; at++) read(rows[from + at]!, at, into);
    for (const writer of writers.values()) writer.end(count);
    run(from, count);
    labels.write(codes, from, count);
  }
  return labels.column;
}

const ROW_OPTIONS: OptionNames<RowContext<unknown, string>> = {
  ...COLUMN_OPTIONS,
  fields: true,
  read: true,
  exchangeRates: true,
};

const NOWHERE: FactWriter = { put() {}, putNumber() {}, putNone() {} };

function refuseUnknownFields(fields: readonly string[], compiled: CompiledPolicy): void {
  const kinds = kindsOfColumns(compiled);
  for (const [index, name] of fields.entries()) {
    const kind = kinds.get(name);
    if (kind !== undefined && kind !== "states") continue;
    const at = { code: "unknown-field", path: `context.fields[${index}]`, received: name };
    const near = nearestName(name, kinds.keys());
    throw new HoitoError(withGuess(`there is no field ${showInput(name)} to write`, near), at);
  }
}
