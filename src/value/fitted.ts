import type { Maximum } from "./maximise.js";

/**
 * The format of every fit of this floor: plain JSON that answers the same after storage.
 *
 * @category Value
 */
export const VALUE_FORMAT = "hoito-value/1";

/**
 * What was left out of a figure or a fit, and how often.
 *
 * @category Value
 */
export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

/**
 * How a fit ended: the first three after a search, the others say why none was possible. Whether
 * the slope was small enough to trust the parameters, `converged` says.
 *
 * @category Value
 */
export type FitEnding =
  | "slopeVanished"
  | "noFurtherRise"
  | "budgetSpent"
  | "noCustomers"
  | "identicalHistories"
  | "noTimeObserved"
  | "noRepeatPurchases"
  | "onePeriod"
  | "nobodyLost"
  | "nobodyKept";

/**
 * The report of a fit by maximum likelihood.
 *
 * @category Value
 */
export interface Convergence {
  /** The slope at the end is at most 10⁻⁵; otherwise the simple estimate stands in. */
  readonly converged: boolean;
  readonly reason: FitEnding;
  /** Parameters that ran to the edge of what is searched: the data hold nothing against more. */
  readonly atBounds: readonly string[];
  /** Natural logarithm; `null` where nothing was searched. */
  readonly logLikelihood: number | null;
  /** Greatest slope of the log-likelihood in the logarithm of a parameter, per customer. */
  readonly gradientSize: number | null;
  readonly iterations: number;
  readonly evaluations: number;
  readonly evaluationBudget: number;
}

/** Evaluations that each of the three starts may use. */
export const BUDGET = 400;

/** A slope per customer below which a search stops, and one below which it has converged. */
export const FLAT_SLOPE = 1e-8;
const CONVERGED_SLOPE = 1e-5;

/** The report of a fit that could not begin. */
export function notSearched(reason: FitEnding): Convergence {
  return {
    converged: false,
    reason,
    atBounds: [],
    logLikelihood: null,
    gradientSize: null,
    iterations: 0,
    evaluations: 0,
    evaluationBudget: 3 * BUDGET,
  };
}

/** The report of a search over this many customers, whose value is the log-likelihood less `shift`. */
export function searched(
  maximum: Maximum,
  names: readonly string[],
  customers: number,
  shift: number,
): Convergence {
  const gradientSize = maximum.slope / customers;
  return {
    converged: gradientSize <= CONVERGED_SLOPE,
    reason: maximum.ending,
    atBounds: maximum.onEdge.map((at) => names[at]!),
    logLikelihood: maximum.value + shift,
    gradientSize,
    iterations: maximum.iterations,
    evaluations: maximum.evaluations,
    evaluationBudget: 3 * BUDGET,
  };
}

/** Parameters that a search came to, where it converged. */
export function trusted<Parameters>(
  { converged }: Convergence,
  parameters: Parameters,
): Parameters | null {
  return converged ? parameters : null;
}

/** Exclusions that happened, in the order of their reasons. */
export function exclusions(counts: ReadonlyMap<string, number>): readonly Exclusion[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([reason, count]) => ({ reason, count }));
}
