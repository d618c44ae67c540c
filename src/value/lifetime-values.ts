import { cellAt, type MoneyColumn, numberColumn } from "./column.js";
import { expectedSpend } from "./expected-spend.js";
import type { PurchaseFit } from "./fit-purchases.js";
import type { SpendFit } from "./fit-spend.js";
import { type Exclusion, exclusions } from "./fitted.js";
import { weighedPurchases } from "./predict-purchases.js";
import { historyAt, type PurchaseHistories } from "./purchase-histories.js";

/**
 * How expected purchases and expected spend become the value of a lifetime; none of the numbers has
 * a default.
 *
 * @category Value
 */
export interface LifetimeHorizon {
  /** Whole, 1 … 1,000. */
  readonly periods: number;
  /** Length of a period in units of the histories, above 0, up to 10,000. */
  readonly unitsAPeriod: number;
  /** For one period, 0 … 10. */
  readonly discountRate: number;
  /** Whether the money of a period counts from its beginning or from its end. */
  readonly cash: "startOfPeriod" | "endOfPeriod";
  /** Share of the spend that is value to the company, such as its margin, 0 … 1. */
  readonly marginShare: number;
}

/**
 * Lifetime values of accounts, with how they were estimated.
 *
 * @category Value
 */
export interface LifetimeValues {
  readonly column: MoneyColumn;
  /** Accounts that were left out, by reason. */
  readonly excluded: readonly Exclusion[];
  readonly method: LifetimeHorizon & {
    /** Fitted models, or the simple estimates that stand in for them. */
    readonly purchases: "bgNbd" | "meanRate";
    readonly spend: "gammaGamma" | "meanSpend";
  };
}

/**
 * The expected lifetime value of every account from now to the horizon: expected purchases of each
 * period, times expected spend, times margin, discounted (Fader, Hardie & Lee 2005, RFM and CLV).
 *
 * An account without a history is left out as `noHistory`; one whose spend cannot be estimated as
 * `spendUnknown`, and where the fit of purchases knows nothing as `purchasesUnknown`. Not known is
 * never zero.
 *
 * @param histories - what `summarizeRepeatPurchases` gives
 * @param fits - of purchases and of spend, made of these customers or of others
 * @param horizon - how far, how discounted, and what share of the spend counts
 * @returns a money column aligned with the accounts; `suppliedMeasure` makes it a measure that a
 *   policy can band. A horizon out of range leaves everybody out as `horizonOutOfRange`
 *
 * @example Two customers alike: two purchases in ten weeks, of 30 euros each
 * ```ts
 * import { cellAt, fitPurchases, fitSpend, lifetimeValues, purchaseHistories } from "hoito/value";
 *
 * const customer = { repeats: 2, lastRepeatAt: 5, observedFor: 10, averageSpend: 3000 };
 * const context = { unit: "weeks", currency: "EUR" } as const;
 * const histories = purchaseHistories([customer, customer], context);
 * const purchases = fitPurchases(histories);
 * const spend = fitSpend(histories, { correlationLimit: 0.3 });
 * const { column, method } = lifetimeValues(histories, { purchases, spend }, {
 *   periods: 2,
 *   unitsAPeriod: 10,
 *   discountRate: 0.25,
 *   cash: "startOfPeriod",
 *   marginShare: 0.5,
 * });
 * cellAt(column, 0); // => 5400
 * [method.purchases, method.spend]; // => ["meanRate", "meanSpend"]
 * ```
 *
 * @category Value
 */
export function lifetimeValues(
  histories: PurchaseHistories,
  fits: { readonly purchases: PurchaseFit; readonly spend: SpendFit },
  horizon: LifetimeHorizon,
): LifetimeValues {
  const { purchases, spend } = fits;
  const periods = isReckonable(horizon) ? weighedPeriods(horizon) : undefined;
  const left = new Map<string, number>();
  const leave = (reason: string): undefined => {
    left.set(reason, (left.get(reason) ?? 0) + 1);
  };
  const { data, valid } = numberColumn(histories.repeats.length, (row) => {
    if (periods === undefined) return leave("horizonOutOfRange");
    const history = historyAt(histories, row);
    if (history === undefined) return leave("noHistory");
    const bought = weighedPurchases(history, purchases, periods);
    if (bought === undefined) return leave("purchasesUnknown");
    const averageSpend = cellAt(histories.averageSpend, row);
    const spent = expectedSpend({ repeats: history.repeats, averageSpend }, spend);
    if (spent === undefined) return leave("spendUnknown");
    return bought * spent * horizon.marginShare;
  });
  return {
    column: { kind: "money", currency: spend.currency, data, valid },
    excluded: exclusions(left),
    method: {
      ...horizon,
      purchases: purchases.parameters === null ? "meanRate" : "bgNbd",
      spend: spend.parameters === null ? "meanSpend" : "gammaGamma",
    },
  };
}

function isReckonable(horizon: LifetimeHorizon): boolean {
  const { periods, unitsAPeriod, discountRate, marginShare } = horizon;
  const isLong = Number.isInteger(periods) && periods >= 1 && periods <= 1000;
  const isWide = unitsAPeriod > 0 && unitsAPeriod <= 10_000;
  const isRate = discountRate >= 0 && discountRate <= 10;
  return isLong && isWide && isRate && marginShare >= 0 && marginShare <= 1;
}

function weighedPeriods({ periods, unitsAPeriod, discountRate, cash }: LifetimeHorizon) {
  return Array.from({ length: periods }, (_, period) => ({
    until: (period + 1) * unitsAPeriod,
    weight: (1 + discountRate) ** -(cash === "endOfPeriod" ? period + 1 : period),
  }));
}
