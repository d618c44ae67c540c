import type { AccountColumns, MoneyFacts, NumberFacts } from "../../facts/index.js";
import { BLOCK_ROWS, KNOWN, plainNumbers, type Slot } from "../../rules/index.js";
import { type ClassifierFit, classifierOfField, fitClassifier } from "../../segments/index.js";
import type { CivilDate } from "../../time/index.js";
import { attachFit } from "../attach-fit.js";
import type { CompiledPolicy, Fit } from "../compiled-policy.js";
import { classifierNotFitted, type FittedColumn, noteColumn, notFitted } from "../fit-findings.js";
import { FORMAT, fitCuts } from "../fit-policy.js";
import { provenanceOf } from "../provenance.js";
import { dayOfAsking } from "../require-asked.js";
import { refuseWrongColumns } from "./check-columns.js";
import { columnFacts } from "./column-facts.js";
import { scoreColumns } from "./score-columns.js";

/**
 * The policy with what depends on the whole base, computed out of columns: the fit that `fitPolicy`
 * computes of the same facts, to the last bit.
 *
 * Nothing is sorted as a whole but what has to be: ranks and deviations of a scorecard, and the
 * cuts of RFM axes that are no whole numbers of a narrow range.
 *
 * @param columns - facts of all accounts, those of measures among them
 * @param compiled - the policy; it is not changed
 * @param context - `asOf`: the day for which the columns hold
 * @returns the policy with its `fit`, which is plain JSON
 * @throws {@link HoitoError} `not-a-civil-date`, and the first of the findings of `checkColumns`
 *
 * @example The scale of a value index
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { fitColumns } from "hoito/policy";
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
 * const { fit } = fitColumns(columns, orThrow(compilePolicy(policy)), { asOf: "2018-03-28" });
 * fit?.classifiers["index"];
 * // => { method: "scorecard", scales: [{ by: "minMax", minimum: 10, maximum: 90 }] }
 * ```
 *
 * @category Policy
 */
export function fitColumns(
  columns: AccountColumns,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): CompiledPolicy {
  const asOf = dayOfAsking(context, { asOf: true });
  refuseWrongColumns(columns, compiled);
  const { rows } = columns;
  const cuts = fitCuts(compiled, (name) => {
    return numbersOf(columns, { name, kind: compiled.measures.kinds.get(name)!, index: -1 });
  });
  const findings = Object.entries(compiled.policy.cuts ?? {})
    .filter(([name]) => !Object.hasOwn(cuts.cuts, name))
    .map(([name, { of }]) => notFitted(`cuts.${name}`, [{ name: of }], []));
  const classifiers: Record<string, ClassifierFit> = {};
  let fitted = compiled;
  const fitOf = (): Fit => ({
    format: FORMAT,
    madeWith: provenanceOf(compiled, asOf),
    accounts: rows,
    ...cuts,
    classifiers: { ...classifiers },
    ...(findings.length === 0 ? {} : { findings: [...findings] }),
  });
  fitted = attachFit(compiled, fitOf());
  for (const [name, classifier] of compiled.classifiers) {
    const asked: FittedColumn[] = [];
    const column = (slot: Slot): Float64Array => {
      if (!compiled.fedSlots.has(slot.index)) return numbersOf(columns, slot);
      const field = classifierOfField(slot.name);
      const score = { ...context, classifier: field.name, score: field.part! };
      const { data, valid } = scoreColumns(columns, fitted, score);
      return data.map((value, row) => ((valid[row >> 3]! >> (row & 7)) & 1 ? value : Number.NaN));
    };
    const fit = fitClassifier(classifier, (slot) => noteColumn(slot, column(slot), asked));
    const found = classifierNotFitted(name, fit !== undefined, asked, []);
    findings.push(...found);
    if (fit !== undefined) classifiers[name] = fit;
    if (fit === undefined && found.length === 0) continue;
    fitted = attachFit(compiled, fitOf());
  }
  return fitted;
}

/** The numbers of a field, account by account, not to be changed; `NaN` where there is none. */
function numbersOf(columns: AccountColumns, slot: Slot): Float64Array {
  const { rows, fields } = columns;
  const column = Object.hasOwn(fields, slot.name) ? fields[slot.name] : undefined;
  // Its kind is that of the field, and there is no order among words.
  const plain = column && plainNumbers(column as NumberFacts | MoneyFacts);
  if (plain !== undefined) return plain;
  const numbers = new Float64Array(rows).fill(Number.NaN);
  const source = columnFacts(columns, BLOCK_ROWS).sourceOf(slot);
  if (source?.form !== "numbers") return numbers;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - from);
    source.load?.(from, count);
    numbers.set(source.numbers.subarray(0, count), from);
    for (let at = 0; source.hasGaps && at < count; at++) {
      if (source.gaps[at] !== KNOWN) numbers[from + at] = Number.NaN;
    }
  }
  return numbers;
}
