import { cellAt, type LifetimeValues, type Profitability } from "../value/index.js";
import type { Figure, UndefinedReason } from "./figure.js";
import { figureOf, ratio } from "./figure-of.js";
import { count, exclude, startTally, type Tally } from "./tally.js";

/**
 * A profit as two figures.
 *
 * @category KPIs
 */
export interface ProfitFigures {
  /** Income − cost; the parts are income and cost, the denominator the accounts that counted. */
  readonly profit: Figure;
  /** As the definition of the profit names it. */
  readonly ratio: Figure;
}

/**
 * The profit of one account, of a segment or of the portfolio, in the shape of all figures.
 *
 * The three levels come from `profitOfAccount`, `profitByLabel` and `profitOfPortfolio`: the same
 * sums, so the segments add up to the portfolio. A cost or a date that is missing makes the figure
 * `incomplete`; why is in `excluded`.
 *
 * @param profitability - of any level
 * @returns difference and ratio
 *
 * @example A customer that costs more than it brings
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { profitFigures } from "hoito/kpis";
 * import { compileProfit, profitByAccount, profitOfAccount } from "hoito/value";
 *
 * const compiled = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "profitToIncome",
 * });
 * const [amount, cost] = [money("100", "EUR"), money("120", "EUR")];
 * const base = {
 *   accounts: [{ id: "A" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [{ accountId: "A", bookedOn: "2018-03-01", amount, cost }],
 * } as const;
 * const profits = profitByAccount(base, orThrow(compiled), { asOf: "2018-12-31" });
 * const { profit, ratio } = profitFigures(profitOfAccount(profits, 0));
 * [profit.value, ratio.value]; // => [-2000, -0.2]
 * ```
 *
 * @category KPIs
 */
export function profitFigures(profitability: Profitability): ProfitFigures {
  const { difference, ratio: share, accounts, method } = profitability;
  const { currency, ratio: named, income, whenCostMissing } = method.definition;
  const conventions = { income, whenCostMissing };
  const { numerator: earned, denominator: spent } = difference;
  const parts = [
    { key: "income", amount: earned },
    { key: "cost", amount: spent },
  ];
  const profit = figureOf(
    leftOut(difference.excluded),
    {
      unit: "money",
      currency,
      denominator: accounts,
      parts,
      ...(difference.value === undefined
        ? { value: undefined, undefinedBecause: REASONS[difference.undefinedBecause] }
        : { value: difference.value.minor, numerator: difference.value.minor }),
    },
    conventions,
  );
  const { value, undefinedBecause, numerator, denominator } = share;
  const because =
    undefinedBecause === undefined ? {} : { undefinedBecause: REASONS[undefinedBecause] };
  const ratioFigure = figureOf(
    leftOut(share.excluded),
    { unit: "times", value, numerator, denominator, ...because },
    { ...conventions, ratio: named },
  );
  return { profit, ratio: ratioFigure };
}

/** Why an estimate has no value, in the words of figures; the exact reason is among the excluded. */
const REASONS: Readonly<
  Record<NonNullable<Profitability["ratio"]["undefinedBecause"]>, UndefinedReason>
> = {
  amountTooLarge: "amountTooLarge",
  costMissing: "incomplete",
  dateUnreadable: "incomplete",
  doesNotConverge: "nothingToMeasure",
  flowsEndBeforeHorizon: "nothingToMeasure",
  incomeUnreadable: "incomplete",
  incomplete: "incomplete",
  investmentUnknown: "incomplete",
  noAccount: "nothingToMeasure",
  noRecords: "nothingToMeasure",
  notSupplied: "notSupplied",
  nothingKnown: "nothingToMeasure",
  outOfRange: "nothingToMeasure",
  zeroDenominator: "nothingToMeasure",
};

/**
 * The mean of expected lifetime values, over the customers whose value can be estimated.
 *
 * Each value is rounded to whole minor units, halves away from zero, before it is added: the mean
 * does not depend on the order of the customers. It is an estimate by a model, which `cautions` says.
 *
 * @param values - from `lifetimeValues`, of a whole base or of one segment
 * @returns money by customer; nobody to estimate gives no value
 *
 * @example Two customers alike
 * ```ts
 * import { lifetimeValueFigure } from "hoito/kpis";
 * import { fitPurchases, fitSpend, lifetimeValues, purchaseHistories } from "hoito/value";
 *
 * const customer = { repeats: 2, lastRepeatAt: 5, observedFor: 10, averageSpend: 3000 };
 * const context = { unit: "weeks", currency: "EUR" } as const;
 * const histories = purchaseHistories([customer, customer], context);
 * const fits = { purchases: fitPurchases(histories), spend: fitSpend(histories, { correlationLimit: 0.3 }) };
 * const figure = lifetimeValueFigure(
 *   lifetimeValues(histories, fits, {
 *     periods: 2,
 *     unitsAPeriod: 10,
 *     discountRate: 0.25,
 *     cash: "startOfPeriod",
 *     marginShare: 0.5,
 *   }),
 * );
 * [figure.value, figure.denominator]; // => [5400, 2]
 * ```
 *
 * @category KPIs
 */
export function lifetimeValueFigure({ column, excluded, method }: LifetimeValues): Figure {
  const tally = leftOut(excluded);
  for (let row = 0; row < column.data.length; row++) {
    const value = cellAt(column, row);
    if (value === undefined) continue;
    count(tally, "denominator");
    count(tally, "numerator", Math.sign(value) * Math.round(Math.abs(value)));
  }
  const core = ratio(tally, "money", { currency: column.currency });
  const rounding = "wholeMinorUnitsEach";
  return figureOf(tally, { ...core, cautions: ["estimatedByModel"] }, { ...method, rounding });
}

function leftOut(excluded: readonly { readonly reason: string; readonly count: number }[]): Tally {
  const tally = startTally();
  for (const each of excluded) exclude(tally, each.reason, each.count);
  return tally;
}
