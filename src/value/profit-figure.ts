import type { Money } from "../facts/index.js";
import type { AccountProfits, ProfitMethod } from "./account-profits.js";
import { isValid } from "./column.js";
import type { Estimated, UndefinedBecause } from "./estimated.js";
import { type Exclusion, exclusions } from "./fitted.js";

/**
 * The profit of an account, a segment or the portfolio, with what it was made of.
 *
 * @category Value
 */
export interface Profitability {
  /** Income − cost. */
  readonly difference: Estimated<Money> & ProfitReceipt;
  /** As the definition names it, from exact sums. */
  readonly ratio: Estimated & ProfitReceipt;
  /** Income − cost − investment; absent unless the definition names an investment. */
  readonly afterInvestment?: Estimated<Money> & ProfitReceipt;
  /** Accounts that counted. */
  readonly accounts: number;
  readonly method: ProfitMethod;
}

/**
 * What a figure of profit was divided or subtracted from, in minor units, and what was left out.
 *
 * @category Value
 */
export interface ProfitReceipt {
  /** Of the difference: the income; of the ratio: what the definition's word names first. */
  readonly numerator: number;
  /** Of the difference: what was taken off; of the ratio: what the word names second. */
  readonly denominator: number;
  /**
   * Records as `recordWithoutCost`; accounts by why they are unknown (`costMissing`,
   * `dateUnreadable` …), as `accountWithoutRecords` and `accountWithoutInvestment`.
   */
  readonly excluded: readonly Exclusion[];
}

/** Exact sums: big, since accounts may be many. */
interface ProfitSums {
  income: bigint;
  cost: bigint;
  investment: bigint;
  accounts: number;
  withoutInvestment: number;
  /** Income less cost of the accounts whose investment is known. */
  incomeInvested: bigint;
  costInvested: bigint;
  readonly left: Map<string, number>;
}

/** Sums of nothing yet. */
export function emptySums(): ProfitSums {
  return {
    income: 0n,
    cost: 0n,
    investment: 0n,
    accounts: 0,
    withoutInvestment: 0,
    incomeInvested: 0n,
    costInvested: 0n,
    left: new Map(),
  };
}

/** Takes one more account, or counts why it is left out. */
export function addAccount(sums: ProfitSums, profits: AccountProfits, row: number): void {
  const leave = (reason: string, count: number): void => {
    sums.left.set(reason, (sums.left.get(reason) ?? 0) + count);
  };
  leave("recordWithoutCost", profits.withoutCost[row]!);
  if (!isValid(profits.income.valid, row)) {
    leave(profits.reasons[profits.unknown[row]!]!, 1);
    return;
  }
  if (profits.records[row] === 0) {
    leave("accountWithoutRecords", 1);
    return;
  }
  const [income, cost] = [BigInt(profits.income.data[row]!), BigInt(profits.cost.data[row]!)];
  sums.income += income;
  sums.cost += cost;
  sums.accounts += 1;
  if (!isValid(profits.investment.valid, row)) {
    sums.withoutInvestment += 1;
    return;
  }
  sums.incomeInvested += income;
  sums.costInvested += cost;
  sums.investment += BigInt(profits.investment.data[row]!);
}

/** The figures of sums; `whyEmpty` where no account counted. */
export function figureOf(
  { method }: AccountProfits,
  sums: ProfitSums,
  whyEmpty: UndefinedBecause,
): Profitability {
  const { income, cost, accounts, left } = sums;
  const { currency, ratio, investment } = method.definition;
  const excluded = exclusions(left);
  const why = accounts === 0 ? whyEmpty : undefined;
  const [above, below] = {
    incomeToCost: [income, cost],
    profitToIncome: [income - cost, income],
    profitToCost: [income - cost, cost],
  }[ratio] as [bigint, bigint];
  const figures = {
    difference: receipt(moneyOf(income - cost, currency, why), income, cost, excluded),
    ratio: receipt(ratioOf(above, below, why), above, below, excluded),
    accounts,
    method,
  };
  if (investment === undefined) return figures;
  const without = { reason: "accountWithoutInvestment", count: sums.withoutInvestment };
  const counted = accounts > sums.withoutInvestment;
  const off = sums.costInvested + sums.investment;
  const whyNot = why ?? (counted ? undefined : "investmentUnknown");
  const value = moneyOf(sums.incomeInvested - off, currency, whyNot);
  const leftOut = without.count === 0 ? excluded : [without, ...excluded];
  return { ...figures, afterInvestment: receipt(value, sums.incomeInvested, off, leftOut) };
}

function receipt<Value>(
  estimated: Estimated<Value>,
  numerator: bigint,
  denominator: bigint,
  excluded: readonly Exclusion[],
): Estimated<Value> & ProfitReceipt {
  return {
    ...estimated,
    numerator: Number(numerator),
    denominator: Number(denominator),
    excluded,
  };
}

function moneyOf(
  minor: bigint,
  currency: string,
  why: UndefinedBecause | undefined,
): Estimated<Money> {
  if (why !== undefined) return { undefinedBecause: why };
  const exact = Number(minor);
  return Number.isSafeInteger(exact)
    ? { value: { minor: exact, currency } }
    : { undefinedBecause: "amountTooLarge" };
}

function ratioOf(above: bigint, below: bigint, why: UndefinedBecause | undefined): Estimated {
  if (why !== undefined) return { undefinedBecause: why };
  return below === 0n
    ? { undefinedBecause: "zeroDenominator" }
    : { value: Number(above) / Number(below) + 0 };
}
