import { type CustomerBase, recordsByAccount } from "../facts/index.js";
import { measureAccount, quantile } from "../measures/index.js";
import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import { moneyReading } from "./account-row.js";
import type { CompiledPolicy, Fit } from "./compiled-policy.js";
import { provenanceOf } from "./provenance.js";

const FORMAT = "hoito-fit/1";

/**
 * The policy with what depends on the whole base: the cut points of its quantiles.
 *
 * A cut is computed among the accounts of which its measure is known and is not none; the fit says
 * how many were left out. A cut of no account at all does not exist, and conditions on it stay
 * unknown. A policy without cuts gets a fit without cuts.
 *
 * @param base - all accounts with their records, in any order
 * @param compiled - the policy; it is not changed
 * @param context - `asOf`: the last day that counts
 * @returns the policy with its `fit`, which is plain JSON
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
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
  const asOf = toEpochDay(context.asOf);
  const money = moneyReading(base, compiled);
  const wanted = Object.entries(compiled.policy.cuts ?? {});
  const samples = new Map(wanted.map(([, { of }]) => [of, [] as number[]]));
  if (wanted.length > 0) {
    for (const records of recordsByAccount(base)) {
      const { cells } = measureAccount(records, compiled.measures, { asOf, money });
      for (const [measure, sample] of samples) {
        const cell = cells.get(measure);
        if (typeof cell === "number") sample.push(cell);
      }
    }
  }
  const sorted = new Map(
    [...samples].map(([name, each]) => [name, Float64Array.from(each).sort()]),
  );
  const accounts = base.accounts.length;
  const cuts = wanted.flatMap(([name, cut]) => {
    const value = quantile(sorted.get(cut.of)!, cut.quantile, cut.type);
    return value === undefined ? [] : [[name, value] as const];
  });
  const leftOut = wanted.map(
    ([name, { of }]) => [name, accounts - sorted.get(of)!.length] as const,
  );
  const fit: Fit = {
    format: FORMAT,
    madeWith: provenanceOf(compiled, asOf),
    accounts,
    cuts: Object.fromEntries(cuts),
    leftOut: Object.fromEntries(leftOut),
  };
  return { ...compiled, fit };
}

/**
 * The policy with a fit that was stored earlier.
 *
 * A fit belongs to one content of a policy: its hash is compared, not its version.
 *
 * @param compiled - the policy; it is not changed
 * @param fit - what `fitPolicy` gave, read back from storage
 * @returns the policy with its fit, or the findings `unknown-format` and `fit-of-another-policy`
 *
 * @category Policy
 */
export function withFit(compiled: CompiledPolicy, fit: Fit): Checked<CompiledPolicy> {
  const findings: Finding[] = [];
  if (fit.format !== FORMAT) {
    const text = `\`${String(fit.format).slice(0, 40)}\` is not the format \`${FORMAT}\``;
    findings.push(errorAt("format", "unknown-format", text));
  }
  if (fit.madeWith.policyHash !== compiled.hash) {
    const { policyId, policyVersion } = fit.madeWith;
    const text = `the fit was made with \`${policyId}\` ${policyVersion}, whose content is another`;
    findings.push(errorAt("madeWith.policyHash", "fit-of-another-policy", text));
  }
  return checked(findings, () => ({ ...compiled, fit }));
}
