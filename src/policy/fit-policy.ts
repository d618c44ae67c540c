import { type CustomerBase, recordsByAccount, requireBase } from "../facts/index.js";
import { quantiles } from "../measures/index.js";
import type { Cell } from "../rules/index.js";
import {
  type ClassifierFit,
  fitClassifier,
  fitsClassifier,
  needsFit,
  withClassifierFit,
} from "../segments/index.js";
import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { fillCells, type OpenRow, openRow } from "./account-row.js";
import { attachFit } from "./attach-fit.js";
import type { CompiledPolicy, Fit } from "./compiled-policy.js";
import { classifierNotFitted, type FittedColumn, noteColumn, notFitted } from "./fit-findings.js";
import { provenanceOf } from "./provenance.js";
import { dayOfAsking, requireCompiled, requireFit } from "./require-asked.js";

export const FORMAT: Fit["format"] = "hoito-fit/1";

/**
 * The policy with what depends on the whole base: the cut points of its quantiles, and the cuts and
 * scales of its classifiers.
 *
 * A cut is computed among the accounts of which its measure is known and is not none; the fit says
 * how many were left out. A cut of no account at all does not exist, and conditions on it stay
 * unknown. A policy without cuts gets a fit without cuts.
 *
 * @param base - all accounts with their records, in any order
 * @param compiled - the policy; it is not changed
 * @param context - `asOf`: the last day that counts
 * @returns the policy with its `fit`, which is plain JSON
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; in JavaScript also
 *   `not-a-compiled-policy`, `not-a-base` and `unknown-option`
 *
 * @example The top half by revenue, asked of one account later
 * ```ts
 * import { type CarePolicy, compilePolicy, fitPolicy, money, orThrow, withFit } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   currency: "EUR",
 *   measures: { revenue: { sum: "orders.value", over: "always" } },
 *   cuts: { median: { of: "revenue", quantile: 0.5, type: 7 } },
 *   segments: {
 *     half: {
 *       method: "rules",
 *       labels: { top: {}, rest: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "top", when: { field: "revenue", moreThan: { cut: "median" } } }],
 *       otherwise: "rest",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "half",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { top: "light", rest: "light" },
 *   },
 *   cadences: {},
 * };
 * const orderedOn = "2018-01-22";
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
 *   coverage: { orders: "complete" },
 *   orders: [
 *     { id: 1, accountId: "A", orderedOn, value: money("900.00", "EUR") },
 *     { id: 2, accountId: "B", orderedOn, value: money("100.00", "EUR") },
 *   ],
 * } as const;
 *
 * const compiled = orThrow(compilePolicy(policy));
 * const { fit } = fitPolicy(base, compiled, { asOf: "2018-03-28" });
 * fit?.cuts; // => { median: 10000 }
 *
 * const stored = JSON.stringify(fit);
 * withFit(compiled, JSON.parse(stored)).ok; // => true
 * ```
 *
 * @category Policy
 */
export function fitPolicy(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): CompiledPolicy {
  requireCompiled(compiled);
  const asOf = dayOfAsking(context, { asOf: true });
  requireBase(base);
  const wanted = Object.entries(compiled.policy.cuts ?? {});
  const isNeeded = wanted.length > 0 || [...compiled.classifiers.values()].some(needsFit);
  const unfitted = attachFit(compiled, undefined);
  const rows = isNeeded
    ? recordsByAccount(base).map((records) => openRow(records, unfitted, asOf))
    : [];
  const cuts = fitCuts(compiled, (of) => {
    return Float64Array.from(rows, ({ measured }) => numberOf(measured.cells.get(of)));
  });
  const findings = wanted
    .filter(([name]) => !Object.hasOwn(cuts.cuts, name))
    .map(([name, { of }]) => {
      const missing = rows.flatMap(({ measured }) => measured.missing.get(of) ?? []);
      return notFitted(`cuts.${name}`, [{ name: of }], missing);
    });
  const known = new Map(Object.entries(cuts.cuts));
  const classifiers = fitClassifiers(unfitted, rows, known, findings);
  const fit: Fit = {
    format: FORMAT,
    madeWith: provenanceOf(compiled, asOf),
    accounts: base.accounts.length,
    ...cuts,
    classifiers: Object.fromEntries(classifiers),
    ...(findings.length === 0 ? {} : { findings }),
  };
  return attachFit(compiled, fit);
}

/**
 * The cut points of a policy's own quantiles, and how many accounts each was made without.
 *
 * @param column - the numbers of a measure, account by account; `NaN` where there is none
 */
export function fitCuts(
  { policy }: CompiledPolicy,
  column: (measure: string) => Float64Array,
): Pick<Fit, "cuts" | "leftOut"> {
  const cuts: Record<string, number> = {};
  const leftOut: Record<string, number> = {};
  const known = new Map<string, Float64Array>();
  for (const [name, { of, quantile, type }] of Object.entries(policy.cuts ?? {})) {
    const all = column(of);
    const values = known.get(of) ?? all.filter((value) => !Number.isNaN(value));
    known.set(of, values);
    for (const value of quantiles(values, [quantile], type)) cuts[name] = value;
    leftOut[name] = all.length - values.length;
  }
  return { cuts, leftOut };
}

/** A cell as a number; what is none is not one. */
function numberOf(cell: Cell): number {
  return typeof cell === "number" ? cell : Number.NaN;
}

/** The fits of all classifiers, each made after those it reads have said what they say. */
function fitClassifiers(
  { classifiers, feeds }: CompiledPolicy,
  rows: readonly OpenRow[],
  policyCuts: ReadonlyMap<string, number>,
  findings: Finding[],
): ReadonlyMap<string, ClassifierFit> {
  const fits = new Map<string, ClassifierFit>();
  const cuts = new Map<string, number | null>(policyCuts);
  const feedOf = new Map(feeds.map((feed) => [feed.classifier, feed]));
  for (const [name, unfitted] of classifiers) {
    const asked: FittedColumn[] = [];
    const fit = fitClassifier(unfitted, (slot) => {
      const column = Float64Array.from(rows, ({ cells }) => numberOf(cells[slot.index]));
      return noteColumn(slot, column, asked);
    });
    findings.push(...classifierNotFitted(name, fit !== undefined, asked, rows));
    const fitted = fit === undefined ? undefined : withClassifierFit(unfitted, fit);
    if (fit !== undefined) fits.set(name, fit);
    for (const [cut, value] of fitted?.cuts ?? []) cuts.set(cut, value);
    const feed = feedOf.get(name);
    if (feed === undefined) continue;
    const classifier = fitted?.classifier ?? unfitted;
    for (const row of rows) fillCells({ ...row, cuts }, classifier, feed);
  }
  return fits;
}

/**
 * The policy with a fit that was stored earlier.
 *
 * A fit belongs to one content of a policy: its hash is compared, not its version.
 *
 * @param compiled - the policy; it is not changed
 * @param fit - what `fitPolicy` gave, read back from storage
 * @returns the policy with its fit and the warnings `not-fitted` of it, or the findings
 *   `unknown-format` and `fit-of-another-policy`
 * @throws {@link HoitoError} in JavaScript `not-a-compiled-policy` and `not-a-fit`
 *
 * @category Policy
 */
export function withFit(compiled: CompiledPolicy, fit: Fit): Checked<CompiledPolicy> {
  requireCompiled(compiled);
  requireFit(fit);
  const findings: Finding[] = [...(fit.findings ?? [])];
  if (fit.format !== FORMAT) {
    const text = `\`${String(fit.format).slice(0, 40)}\` is not the format \`${FORMAT}\``;
    findings.push(errorAt("format", "unknown-format", text));
  }
  if (fit.madeWith.policyHash !== compiled.hash) {
    const { policyId, policyVersion } = fit.madeWith;
    const text = `the fit was made with \`${policyId}\` ${policyVersion}, whose content is another`;
    findings.push(errorAt("madeWith.policyHash", "fit-of-another-policy", text));
  }
  for (const [name, each] of Object.entries(fit.classifiers)) {
    const classifier = compiled.classifiers.get(name);
    if (classifier !== undefined && fitsClassifier(classifier, each)) continue;
    const text = `there is no classifier \`${name.slice(0, 80)}\` that has this fit`;
    findings.push(errorAt(`classifiers.${name.slice(0, 80)}`, "fit-of-another-policy", text));
  }
  return checked(findings, () => attachFit(compiled, fit));
}
