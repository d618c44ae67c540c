import { cellAt, type MoneyColumn, numberColumn } from "./column.js";
import type { Estimated } from "./estimated.js";
import { type CashTiming, type LifetimeTerms, MOST_PERIODS } from "./lifetime-terms.js";

/**
 * A lifetime value with the terms it was reckoned by.
 *
 * @category Value
 */
export type LifetimeValue = Estimated & { readonly method: LifetimeTerms };

/**
 * What a customer is worth over the periods to come, or was over those that have been.
 *
 * `plainSum` adds up: no cost of money, nobody leaves (the lifetime value of the sources: all
 * income of the whole relationship). `discounted` multiplies the money of each period by the share
 * of customers who are still there and divides it by 1 + rate for each period until it comes. With
 * m a period, retention r and rate d the closed forms are m (1 + d) ÷ (1 + d − r) for
 * `startOfPeriod`, m r ÷ (1 + d − r) for `endOfPeriod` and m ÷ (1 + d − r) for
 * `endOfPeriodFirstCertain`. Retention 1 and rate 0 over n periods is the plain sum.
 *
 * Gotchas: money is income, margin or profit, whatever is handed over: the value is of that. The
 * three timings differ by as much as a whole period's money.
 *
 * @param money - minor units: the same in every period, or a list with one number for each
 * @param terms - checked by `checkLifetimeTerms`; the result repeats them
 * @returns minor units with a fraction, or why there is no value: `outOfRange` for numbers that are
 *   not finite or terms that were not checked, `flowsEndBeforeHorizon` for a list that is shorter
 *   than the horizon, `doesNotConverge` for nobody leaving for ever at no rate, `amountTooLarge`
 *
 * Sources: Berger & Nasr (1998), Customer Lifetime Value, Journal of Interactive Marketing 12;
 * Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17.
 *
 * @example Hundred a year, four in five stay, ten per cent
 * ```ts
 * import { lifetimeValue } from "hoito/value";
 *
 * const terms = { method: "discounted", retention: 0.8, discountRate: 0.1 } as const;
 * const forever = { ...terms, periods: "forever", cash: "endOfPeriod" } as const;
 * lifetimeValue(10_000, forever).value?.toFixed(0); // => "26667"
 * const three = { ...terms, periods: 3, cash: "startOfPeriod" } as const;
 * lifetimeValue(10_000, three).value?.toFixed(0); // => "22562"
 * lifetimeValue([10_000, 12_000], { method: "plainSum", periods: 2 }).value; // => 22000
 * ```
 *
 * @category Value
 */
export function lifetimeValue(
  money: number | readonly number[],
  terms: LifetimeTerms,
): LifetimeValue {
  const value = reckon(money, terms);
  if (typeof value === "string") return { undefinedBecause: value, method: terms };
  return Number.isFinite(value)
    ? { value, method: terms }
    : { undefinedBecause: "amountTooLarge", method: terms };
}

/**
 * {@link lifetimeValue} of every account, of what it brings in a period.
 *
 * @param money - a column of money a period, such as `profitColumn` of a year
 * @param terms - checked by `checkLifetimeTerms`
 * @returns money aligned with the accounts; not valid where the money is not, or has no value
 *
 * @example Three years of a hundred cents
 * ```ts
 * import { cellAt, lifetimeValueColumn } from "hoito/value";
 *
 * const [data, valid] = [Float64Array.of(100), Uint8Array.of(1)];
 * const money = { kind: "money", currency: "EUR", data, valid } as const;
 * cellAt(lifetimeValueColumn(money, { method: "plainSum", periods: 3 }), 0); // => 300
 * ```
 *
 * @category Value
 */
export function lifetimeValueColumn(money: MoneyColumn, terms: LifetimeTerms): MoneyColumn {
  const { data, valid } = numberColumn(money.data.length, (row) => {
    const cell = cellAt(money, row);
    return cell === undefined ? undefined : lifetimeValue(cell, terms).value;
  });
  return { kind: "money", currency: money.currency, data, valid };
}

type Failure = "outOfRange" | "flowsEndBeforeHorizon" | "doesNotConverge";

/** Greatest amount, so that no sum of a horizon overflows unseen. */
const MOST_MONEY = 1e300;

function reckon(money: number | readonly number[], terms: LifetimeTerms): number | Failure {
  const flows = typeof money === "number" ? [money] : money;
  if (!flows.every((each) => Math.abs(each) <= MOST_MONEY)) return "outOfRange";
  if (terms.method === "discounted" && terms.periods === "forever") {
    return typeof money === "number" ? closedForm(money, terms) : "flowsEndBeforeHorizon";
  }
  const periods = Number(terms.periods);
  if (!(periods >= 1 && periods <= MOST_PERIODS)) return "outOfRange";
  if (typeof money !== "number" && money.length < periods) return "flowsEndBeforeHorizon";
  let sum = 0;
  for (let period = 0; period < periods; period++) {
    const flow = typeof money === "number" ? money : money[period]!;
    sum += flow * shareOf(period, terms);
  }
  return sum;
}

/** What is left of the money of a period: the share that stays, discounted. */
function shareOf(period: number, terms: LifetimeTerms): number {
  if (terms.method === "plainSum") return 1;
  const { retention, discountRate, cash } = terms;
  const stayed = cash === "endOfPeriod" ? period + 1 : period;
  const waited = cash === "startOfPeriod" ? period : period + 1;
  return retention ** stayed / (1 + discountRate) ** waited;
}

const NUMERATORS: Readonly<Record<CashTiming, (retention: number, rate: number) => number>> = {
  startOfPeriod: (_, rate) => 1 + rate,
  endOfPeriod: (retention) => retention,
  endOfPeriodFirstCertain: () => 1,
};

function closedForm(
  money: number,
  terms: Extract<LifetimeTerms, { readonly method: "discounted" }>,
): number | Failure {
  const { retention, discountRate, cash } = terms;
  const ending = 1 - retention + discountRate;
  if (!(ending > 0)) return "doesNotConverge";
  return (money * NUMERATORS[cash](retention, discountRate)) / ending;
}
