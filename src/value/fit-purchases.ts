import { isValid } from "./column.js";
import { countDistinct, type DistinctTuples } from "./count-distinct.js";
import {
  BUDGET,
  type Convergence,
  type Exclusion,
  exclusions,
  type FitEnding,
  FLAT_SLOPE,
  notSearched,
  searched,
  trusted,
  VALUE_FORMAT,
} from "./fitted.js";
import { maximise } from "./maximise.js";
import { historyAt, type PurchaseHistories } from "./purchase-histories.js";
import { purchaseLikelihood } from "./purchase-likelihood.js";

/**
 * BG/NBD fitted to a customer base: plain JSON.
 *
 * @category Value
 */
export interface PurchaseFit {
  readonly format: typeof VALUE_FORMAT;
  readonly model: "bgNbd";
  readonly unit: "days" | "weeks";
  /**
   * Rate of purchase among customers: Gamma(r, α), mean r ÷ α a unit of time. Chance to leave after
   * a purchase: Beta(a, b). `null` where the simple estimate stands in; `convergence` says why.
   */
  readonly parameters: {
    readonly r: number;
    readonly alpha: number;
    readonly a: number;
    readonly b: number;
  } | null;
  /** All repeat purchases ÷ all time observed; `null` where no time was observed. */
  readonly simple: { readonly repeatsPerUnit: number | null };
  /** Customers with a history. */
  readonly customers: number;
  /** Different histories among them. */
  readonly distinctHistories: number;
  readonly excluded: readonly Exclusion[];
  readonly convergence: Convergence;
}

const NAMES = ["r", "alpha", "a", "b"] as const;

/** Time observed that is shorter than this says nothing. */
const SHORTEST = 1e-6;

/**
 * How often customers without a contract buy, and how likely they are to have left: BG/NBD by
 * maximum likelihood.
 *
 * The search has three fixed starts and a fixed budget and works on counted distinct histories in
 * ascending order, so the order of the accounts changes nothing, to the bit. Nothing throws: no
 * customers, no time, no repeat purchase, one same history for all, or a budget that was spent
 * before the maximum leave `parameters` null, and the simple estimate with the reason. A parameter
 * at the edge of what is searched (logarithms −9 … 9, time in units of the longest observed) is
 * named in `convergence.atBounds`.
 *
 * Gotchas: in this model a customer without a repeat purchase is alive for certain. Rows without a
 * history are left out as `noHistory`, numbers that cannot be one as `notAHistory`.
 *
 * @param histories - what `summarizeRepeatPurchases` gives
 * @returns parameters in the unit of the histories, the simple estimate, and how the fit ended
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24.
 *
 * @example Four customers of a shop
 * ```ts
 * import { fitPurchases, purchaseHistories } from "hoito/value";
 *
 * const histories = purchaseHistories(
 *   [
 *     { repeats: 0, lastRepeatAt: 0, observedFor: 30 },
 *     { repeats: 0, lastRepeatAt: 0, observedFor: 38 },
 *     { repeats: 2, lastRepeatAt: 30.4, observedFor: 38.9 },
 *     { repeats: 7, lastRepeatAt: 29.4, observedFor: 38.9 },
 *   ],
 *   { unit: "weeks", currency: "EUR" },
 * );
 * const fit = fitPurchases(histories);
 * fit.convergence.converged; // => true
 * fit.simple.repeatsPerUnit?.toFixed(3); // => "0.062"
 * ```
 *
 * @category Value
 */
export function fitPurchases(histories: PurchaseHistories): PurchaseFit {
  const rows: Float64Array[] = [];
  const left = new Map<string, number>([
    ["noHistory", 0],
    ["notAHistory", 0],
  ]);
  for (let row = 0; row < histories.repeats.length; row++) {
    const history = historyAt(histories, row);
    if (history === undefined) {
      const reason = isValid(histories.valid, row) ? "notAHistory" : "noHistory";
      left.set(reason, left.get(reason)! + 1);
    } else {
      rows.push(Float64Array.of(history.repeats, history.lastRepeatAt, history.observedFor));
    }
  }
  const distinct = countDistinct(rows);
  return {
    format: VALUE_FORMAT,
    model: "bgNbd",
    unit: histories.unit,
    ...estimate(distinct, rows.length),
    customers: rows.length,
    distinctHistories: distinct.tuples.length,
    excluded: exclusions(left),
  };
}

function estimate(
  distinct: DistinctTuples,
  customers: number,
): Pick<PurchaseFit, "parameters" | "simple" | "convergence"> {
  const total = (of: number): number =>
    distinct.tuples.reduce((sum, tuple, at) => sum + tuple[of]! * distinct.counts[at]!, 0);
  const [repeats, time] = [total(0), total(2)];
  const scale = distinct.tuples.reduce((longest, tuple) => Math.max(longest, tuple[2]!), 0);
  const simple = { repeatsPerUnit: scale < SHORTEST ? null : repeats / time };
  const hopeless = whyHopeless(distinct, repeats, scale);
  if (hopeless !== undefined) {
    return { parameters: null, simple, convergence: notSearched(hopeless) };
  }
  const scaled = {
    tuples: distinct.tuples.map(([x, lastAt, observed]) =>
      Float64Array.of(x!, lastAt! / scale, observed! / scale),
    ),
    counts: distinct.counts,
  };
  const pace = Math.log((repeats / time) * scale);
  const starts = [
    [0, -pace, 0, 0],
    [-1.4, -1.4 - pace, -0.7, 0.9],
    [2, 2 - pace, -2, 2],
  ];
  const flat = FLAT_SLOPE * customers;
  const found = maximise(purchaseLikelihood(scaled), starts, { flat, budget: BUDGET });
  const convergence = searched(found, NAMES, customers, -repeats * Math.log(scale));
  const [r, alpha, a, b] = found.point.map(Math.exp) as [number, number, number, number];
  const parameters = trusted(convergence, { r, alpha: alpha * scale, a, b });
  return { parameters, simple, convergence };
}

/** Why no search can tell the four parameters, however long it took. */
function whyHopeless(
  { tuples }: DistinctTuples,
  repeats: number,
  longest: number,
): FitEnding | undefined {
  if (tuples.length === 0) return "noCustomers";
  if (longest < SHORTEST) return "noTimeObserved";
  if (repeats === 0) return "noRepeatPurchases";
  return tuples.length === 1 ? "identicalHistories" : undefined;
}
