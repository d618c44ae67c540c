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
import { maximise, type Objective } from "./maximise.js";

/**
 * Shifted-beta-geometric fitted to cohorts of contracts: plain JSON.
 *
 * @category Value
 */
export interface ContractFit {
  readonly format: typeof VALUE_FORMAT;
  readonly model: "sBg";
  /**
   * Chance not to renew among customers: Beta(alpha, beta). `null` where the simple estimate stands
   * in; `convergence` says why.
   */
  readonly parameters: { readonly alpha: number; readonly beta: number } | null;
  /** Renewed ÷ asked over all periods, 0 … 1; `null` where nobody was asked. */
  readonly simple: { readonly retention: number | null };
  /** Customers at the start of the cohorts that count. */
  readonly customers: number;
  /** Cohorts left out: `noPeriod`, `notCounts`, `increases`. */
  readonly excluded: readonly Exclusion[];
  readonly convergence: Convergence;
}

const NAMES = ["alpha", "beta"] as const;

/** Most periods of a cohort. */
const MOST_PERIODS = 1000;
const MOST_CUSTOMERS = 1e12;

/**
 * How likely customers with a contract are to renew it: sBG by maximum likelihood.
 *
 * A cohort is the number of customers at the start and after each renewal, such as
 * `[1000, 869, 743]`; numbers never rise. Cohorts of different length are put together. Fixed
 * budget, never throws: a single period, or periods in which nobody or everybody left, cannot tell
 * two parameters apart and give the simple estimate with the reason.
 *
 * @param cohorts - each with up to 1,001 counts, whole or not, 0 … 10¹²
 * @returns parameters, the simple estimate, and how the fit ended
 *
 * Source: Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive
 * Marketing 21.
 *
 * @example The Regular customers of the paper
 * ```ts
 * import { fitContracts } from "hoito/value";
 *
 * const fit = fitContracts([[1000, 631, 468, 382, 326, 289, 262, 241]]);
 * fit.parameters?.alpha.toFixed(3); // => "0.704"
 * fit.parameters?.beta.toFixed(3); // => "1.182"
 * ```
 *
 * @category Value
 */
export function fitContracts(cohorts: readonly (readonly number[])[]): ContractFit {
  const left = new Map<string, number>([
    ["noPeriod", 0],
    ["notCounts", 0],
    ["increases", 0],
  ]);
  const counted: (readonly number[])[] = [];
  for (const cohort of cohorts) {
    const reason = whyLeftOut(cohort);
    if (reason === undefined) counted.push(cohort);
    else left.set(reason, left.get(reason)! + 1);
  }
  // In one order, so that sums of counts with a fraction do not depend on the order either.
  const periods = periodsOf(counted.sort(compareCohorts));
  return {
    format: VALUE_FORMAT,
    model: "sBg",
    ...estimate(periods),
    customers: counted.reduce((sum, [first]) => sum + first!, 0),
    excluded: exclusions(left),
  };
}

/** Customers lost and kept at each renewal, all cohorts together. */
interface Periods {
  readonly lost: readonly number[];
  readonly kept: readonly number[];
}

function whyLeftOut(cohort: readonly number[]): string | undefined {
  if (cohort.length < 2) return "noPeriod";
  const counts = cohort.every((each) => each >= 0 && each <= MOST_CUSTOMERS);
  if (!counts || cohort.length > MOST_PERIODS + 1) return "notCounts";
  return cohort.every((each, at) => at === 0 || each <= cohort[at - 1]!) ? undefined : "increases";
}

function compareCohorts(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) return right.length - left.length;
  const at = left.findIndex((each, i) => each !== right[i]);
  return at < 0 ? 0 : right[at]! - left[at]!;
}

function periodsOf(cohorts: readonly (readonly number[])[]): Periods {
  const longest = cohorts.reduce((most, each) => Math.max(most, each.length - 1), 0);
  const sum = (of: (cohort: readonly number[], period: number) => number): number[] =>
    Array.from({ length: longest }, (_, period) =>
      cohorts.reduce((total, each) => total + (period + 1 < each.length ? of(each, period) : 0), 0),
    );
  return {
    lost: sum((cohort, period) => cohort[period]! - cohort[period + 1]!),
    kept: sum((cohort, period) => cohort[period + 1]!),
  };
}

function estimate(periods: Periods): Pick<ContractFit, "parameters" | "simple" | "convergence"> {
  const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);
  const [lost, kept] = [total(periods.lost), total(periods.kept)];
  const simple = { retention: lost + kept === 0 ? null : kept / (lost + kept) };
  const hopeless = whyHopeless(periods, lost, kept);
  if (hopeless !== undefined) {
    return { parameters: null, simple, convergence: notSearched(hopeless) };
  }
  const starts = [
    [0, 0],
    [0, Math.log(kept / lost)],
    [3, 3],
  ];
  const flat = FLAT_SLOPE * (lost + kept);
  const found = maximise(contractLikelihood(periods), starts, { flat, budget: BUDGET });
  const convergence = searched(found, NAMES, lost + kept, 0);
  const [alpha, beta] = found.point.map(Math.exp) as [number, number];
  return { parameters: trusted(convergence, { alpha, beta }), simple, convergence };
}

function whyHopeless({ lost, kept }: Periods, gone: number, stayed: number): FitEnding | undefined {
  if (gone + stayed === 0) return "noCustomers";
  if (gone === 0) return "nobodyLost";
  if (stayed === 0) return "nobodyKept";
  const asked = lost.filter((each, period) => each + kept[period]! > 0);
  return asked.length < 2 ? "onePeriod" : undefined;
}

/**
 * Each renewal is lost with α ÷ (α + β + t − 1) and kept with (β + t − 1) ÷ (α + β + t − 1): the
 * likelihood of Fader & Hardie (2007, appendix B) by renewals instead of by customers.
 */
function contractLikelihood({ lost, kept }: Periods): Objective {
  return ([logAlpha, logBeta], slopes) => {
    const [alpha, beta] = [Math.exp(logAlpha!), Math.exp(logBeta!)];
    let [value, slopeAlpha, slopeBeta] = [0, 0, 0];
    for (let period = 0; period < lost.length; period++) {
      const [gone, stayed] = [lost[period]!, kept[period]!];
      const whole = alpha + beta + period;
      value += gone * logAlpha! + stayed * Math.log(beta + period);
      value -= (gone + stayed) * Math.log(whole);
      slopeAlpha += gone / alpha - (gone + stayed) / whole;
      slopeBeta += stayed / (beta + period) - (gone + stayed) / whole;
    }
    slopes.set([slopeAlpha * alpha, slopeBeta * beta]);
    return value;
  };
}
