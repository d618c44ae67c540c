import { type Finding, warningAt } from "../shapes/index.js";
import { cellAt } from "./column.js";
import { countDistinct, type DistinctTuples } from "./count-distinct.js";
import {
  BUDGET,
  type Convergence,
  type Exclusion,
  exclusions,
  FLAT_SLOPE,
  notSearched,
  searched,
  trusted,
  VALUE_FORMAT,
} from "./fitted.js";
import { maximise } from "./maximise.js";
import { historyAt, type PurchaseHistories } from "./purchase-histories.js";
import { spendLikelihood } from "./spend-likelihood.js";

/**
 * Gamma-Gamma fitted to a customer base: plain JSON.
 *
 * @category Value
 */
export interface SpendFit {
  readonly format: typeof VALUE_FORMAT;
  readonly model: "gammaGamma";
  readonly currency: string;
  /**
   * Spend of a purchase: Gamma(p, ν), ν among customers: Gamma(q, v), v in minor units. `null` where
   * the simple estimate stands in; `convergence` says why.
   */
  readonly parameters: { readonly p: number; readonly q: number; readonly v: number } | null;
  /** Mean of all repeat purchases in minor units; `null` where there is none. */
  readonly simple: { readonly meanSpend: number | null };
  /** Customers with repeat purchases whose spend is known. */
  readonly customers: number;
  readonly excluded: readonly Exclusion[];
  /**
   * Pearson's correlation of repeats and mean spend, −1 … 1; `null` where one of them does not vary.
   * The model takes it as 0.
   */
  readonly correlation: number | null;
  readonly findings: readonly Finding[];
  readonly convergence: Convergence;
}

const NAMES = ["p", "q", "v"] as const;

/** Least and greatest mean spend, in minor units. */
const LEAST_SPEND = 1e-6;
const MOST_SPEND = 1e15;

/**
 * How much customers spend on a purchase: Gamma-Gamma by maximum likelihood.
 *
 * Fitted to customers with repeat purchases and a mean spend of 10⁻⁶ … 10¹⁵, others are left out and
 * counted; budget, order and hard data as with `fitPurchases`. Nobody, or one same history for all,
 * gives the simple estimate. The model supposes that spend and number of purchases have nothing to
 * do with each other: where their correlation is greater than the limit, either way, the finding
 * `spend-depends-on-frequency` warns.
 *
 * @param histories - what `summarizeRepeatPurchases` gives
 * @param context - `correlationLimit`: 0 … 1; how much correlation is too much is the asker's call
 * @returns parameters, the simple estimate, and how the fit ended
 *
 * Source: Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 *
 * @example Three customers who came back
 * ```ts
 * import { fitSpend, purchaseHistories } from "hoito/value";
 *
 * const histories = purchaseHistories(
 *   [
 *     { repeats: 2, lastRepeatAt: 30, observedFor: 39, averageSpend: 2200 },
 *     { repeats: 1, lastRepeatAt: 2, observedFor: 39, averageSpend: 1100 },
 *     { repeats: 7, lastRepeatAt: 29, observedFor: 39, averageSpend: 7300 },
 *   ],
 *   { unit: "weeks", currency: "EUR" },
 * );
 * const fit = fitSpend(histories, { correlationLimit: 0.3 });
 * fit.simple; // => { meanSpend: 5660 }
 * fit.findings.map(({ code }) => code); // => ["spend-depends-on-frequency"]
 * ```
 *
 * @category Value
 */
export function fitSpend(
  histories: PurchaseHistories,
  context: { readonly correlationLimit: number },
): SpendFit {
  const rows: Float64Array[] = [];
  const left = new Map<string, number>([
    ["noHistory", 0],
    ["noRepeatPurchase", 0],
    ["spendUnknown", 0],
    ["spendOutOfRange", 0],
  ]);
  for (let row = 0; row < histories.repeats.length; row++) {
    const history = historyAt(histories, row);
    const spend = cellAt(histories.averageSpend, row);
    const reason = whyLeftOut(history?.repeats, spend);
    if (reason === undefined) rows.push(Float64Array.of(history!.repeats, spend!));
    else left.set(reason, left.get(reason)! + 1);
  }
  const distinct = countDistinct(rows);
  const correlation = correlationOf(distinct);
  return {
    format: VALUE_FORMAT,
    model: "gammaGamma",
    currency: histories.currency,
    ...estimate(distinct, rows.length),
    customers: rows.length,
    excluded: exclusions(left),
    correlation,
    findings: warnings(correlation, context.correlationLimit),
  };
}

function whyLeftOut(repeats: number | undefined, spend: number | undefined): string | undefined {
  if (repeats === undefined) return "noHistory";
  if (repeats === 0) return "noRepeatPurchase";
  if (spend === undefined) return "spendUnknown";
  return spend >= LEAST_SPEND && spend <= MOST_SPEND ? undefined : "spendOutOfRange";
}

function estimate(
  { tuples, counts }: DistinctTuples,
  customers: number,
): Pick<SpendFit, "parameters" | "simple" | "convergence"> {
  let [repeats, spent, means] = [0, 0, 0];
  for (const [at, [x, mean]] of tuples.entries()) {
    repeats += counts[at]! * x!;
    spent += counts[at]! * x! * mean!;
    means += counts[at]! * mean!;
  }
  const simple = { meanSpend: customers === 0 ? null : spent / repeats };
  if (tuples.length < 2) {
    const reason = customers === 0 ? "noCustomers" : "identicalHistories";
    return { parameters: null, simple, convergence: notSearched(reason) };
  }
  const scale = means / customers;
  const scaled = {
    tuples: tuples.map(([x, mean]) => Float64Array.of(x!, mean! / scale)),
    counts,
  };
  const starts = [
    [1.8, 1.3, 1],
    [0, 1, 0],
    [3, 3, 3],
  ];
  const flat = FLAT_SLOPE * customers;
  const found = maximise(spendLikelihood(scaled), starts, { flat, budget: BUDGET });
  const convergence = searched(found, NAMES, customers, -customers * Math.log(scale));
  const [p, q, v] = found.point.map(Math.exp) as [number, number, number];
  return { parameters: trusted(convergence, { p, q, v: v * scale }), simple, convergence };
}

/** Pearson's correlation of repeats and mean spend over customers. */
function correlationOf({ tuples, counts }: DistinctTuples): number | null {
  const customers = counts.reduce((sum, each) => sum + each, 0);
  const weighed = (of: (x: number, mean: number) => number): number =>
    tuples.reduce((sum, [x, mean], at) => sum + counts[at]! * of(x!, mean!), 0) / customers;
  const [meanX, meanSpend] = [weighed((x) => x), weighed((_, spend) => spend)];
  const together = weighed((x, spend) => (x - meanX) * (spend - meanSpend));
  const spread = weighed((x) => (x - meanX) ** 2) * weighed((_, spend) => (spend - meanSpend) ** 2);
  return spread > 0 ? Math.max(-1, Math.min(1, together / Math.sqrt(spread))) : null;
}

function warnings(correlation: number | null, limit: number): readonly Finding[] {
  if (correlation === null || Math.abs(correlation) <= limit) return [];
  const text = `repeats and mean spend correlate by ${correlation.toFixed(3)}, beyond ${limit}`;
  return [warningAt("", "spend-depends-on-frequency", text)];
}
