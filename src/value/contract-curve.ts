import type { Estimated } from "./estimated.js";
import type { ContractFit } from "./fit-contracts.js";
import { meanOverBeta } from "./mean-over-beta.js";

type Fitted = Pick<ContractFit, "parameters" | "simple">;

/**
 * Shares of a cohort by period.
 *
 * @category Value
 */
export interface ContractCurve {
  /** Share of those with a contract who renew at the end of each period, from the first. */
  readonly retention: readonly number[];
  /** Share of the cohort left at the start of each period; the first is 1. */
  readonly survival: readonly number[];
}

/** Most periods of a curve, and most that are summed one by one. */
const MOST_PERIODS = 1000;

/**
 * How many of a cohort renew, and how many are left, period by period.
 *
 * Retention at the end of period t is (β + t − 1) ÷ (α + β + t − 1): it rises, because those who
 * leave easily are gone first (Fader & Hardie 2007, equation 8). Without parameters it is constant.
 *
 * @param fit - what `fitContracts` gave
 * @param context - `periods`: whole, 1 … 1,000
 * @returns as many retentions, and one survival more; `undefined` where nobody was asked or
 *   `periods` is out of range
 *
 * @example The Regular customers of the paper, five years
 * ```ts
 * import { contractCurve } from "hoito/value";
 *
 * const fit = { parameters: { alpha: 0.704, beta: 1.182 }, simple: { retention: 0.75 } };
 * const curve = contractCurve(fit, { periods: 2 });
 * curve?.retention.map((each) => each.toFixed(3)); // => ["0.627", "0.756"]
 * curve?.survival.map((each) => each.toFixed(3)); // => ["1.000", "0.627", "0.474"]
 * ```
 *
 * @category Value
 */
export function contractCurve(
  fit: Fitted,
  context: { readonly periods: number },
): ContractCurve | undefined {
  const { periods } = context;
  if (!(Number.isInteger(periods) && periods >= 1 && periods <= MOST_PERIODS)) return undefined;
  const { parameters, simple } = fit;
  if (parameters === null && simple.retention === null) return undefined;
  const retention = Array.from({ length: periods }, (_, period) =>
    parameters === null
      ? simple.retention!
      : (parameters.beta + period) / (parameters.alpha + parameters.beta + period),
  );
  const survival = [1];
  for (const each of retention) survival.push(survival.at(-1)! * each);
  return { retention, survival };
}

/**
 * How many payments a customer with a contract is still expected to make, discounted.
 *
 * Seen just before the next renewal is decided: the payment that follows it counts whole if it
 * comes, the one after it is divided by 1 + rate, and so on. This is the discounted expected
 * residual lifetime of Fader & Hardie (2010, equation 6), as an integral over the chance to leave.
 * Times the payment of a period it is the residual lifetime value.
 *
 * @param fit - what `fitContracts` gave
 * @param context - `renewals` already made, whole, 0 … 10⁶; `discountRate` a period, 0 … 10;
 *   `periods`: how many payments at most, 1 … 10⁶, or `"forever"`
 * @returns a number of payments, or why there is none: `outOfRange`, `nothingKnown`, and
 *   `doesNotConverge` where payments for ever are not discounted and never end for some
 *
 * Source: Fader & Hardie (2010), Customer-Base Valuation in a Contractual Setting, Marketing
 * Science 29.
 *
 * @example High End customers of 2007's paper who have renewed seven times, at ten per cent
 * ```ts
 * import { residualLifetime } from "hoito/value";
 *
 * const fit = { parameters: { alpha: 0.668, beta: 3.806 }, simple: { retention: 0.9 } };
 * const context = { renewals: 7, discountRate: 0.1, periods: "forever" } as const;
 * const { value } = residualLifetime(fit, context);
 * value?.toFixed(2); // => "7.53"
 * ```
 *
 * @category Value
 */
export function residualLifetime(
  fit: Fitted,
  context: {
    readonly renewals: number;
    readonly discountRate: number;
    readonly periods: number | "forever";
  },
): Estimated {
  const { renewals, discountRate } = context;
  const most = context.periods === "forever" ? Number.POSITIVE_INFINITY : context.periods;
  const isPeriods = most === Number.POSITIVE_INFINITY || isWhole(most, 1);
  const isRate = discountRate >= 0 && discountRate <= 10;
  if (!(isWhole(renewals, 0) && isPeriods && isRate)) return { undefinedBecause: "outOfRange" };
  const { parameters, simple } = fit;
  const discount = 1 / (1 + discountRate);
  if (parameters === null) {
    if (simple.retention === null) return { undefinedBecause: "nothingKnown" };
    return settled(paymentsAt(1 - simple.retention, discount, most));
  }
  const { alpha, beta } = parameters;
  if (discount === 1 && most === Number.POSITIVE_INFINITY) {
    return alpha > 1
      ? { value: (beta + renewals) / (alpha - 1) }
      : { undefinedBecause: "doesNotConverge" };
  }
  const furthest = Math.min(most, 1 / discountRate);
  const mean = meanOverBeta(alpha, beta + renewals, furthest, (leaving) =>
    paymentsAt(leaving, discount, most),
  );
  return settled(mean);
}

/** Payments of a customer whose chance to leave is known: a geometric sum. */
function paymentsAt(leaving: number, discount: number, most: number): number {
  const stays = 1 - leaving;
  // 1 − stays · discount, without cancellation.
  const ending = 1 - discount + leaving * discount;
  if (ending === 0) return most;
  return (stays * -Math.expm1(most * Math.log1p(-ending))) / ending;
}

function settled(value: number): Estimated {
  return value < Number.POSITIVE_INFINITY ? { value } : { undefinedBecause: "doesNotConverge" };
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= 1e6;
}
