import type { AccountProfits } from "./account-profits.js";
import { type MoneyColumn, numberColumn } from "./column.js";
import { addAccount, emptySums, figureOf, type Profitability } from "./profit-figure.js";

/**
 * The profit of one account.
 *
 * No record that counted gives no value (`noRecords`), which is not a profit of 0; a ratio to 0 is
 * `zeroDenominator`. Losses are negative; nothing is judged.
 *
 * @param profits - what `profitByAccount` gave
 * @param row - zero-based row of the account
 *
 * @example An unprofitable year
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { compileProfit, profitByAccount, profitOfAccount } from "hoito/value";
 *
 * const profit = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "incomeToCost",
 * });
 * const amount = money("100.00", "EUR");
 * const cost = money("120.00", "EUR");
 * const base = {
 *   accounts: [{ id: "A" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [{ accountId: "A", bookedOn: "2018-03-01", amount, cost }],
 * } as const;
 * const profits = profitByAccount(base, orThrow(profit), { asOf: "2018-12-31" });
 * const { difference, ratio } = profitOfAccount(profits, 0);
 * difference.value; // => { minor: -2000, currency: "EUR" }
 * ratio.value?.toFixed(3); // => "0.833"
 * ```
 *
 * @category Value
 */
export function profitOfAccount(profits: AccountProfits, row: number): Profitability {
  const sums = emptySums();
  const code = profits.unknown[row];
  if (code === undefined) return figureOf(profits, sums, "noAccount");
  addAccount(sums, profits, row);
  const why = profits.reasons[code]!;
  return figureOf(profits, sums, why === "known" ? "noRecords" : why);
}

/**
 * The profit of the whole portfolio: the exact sums over its accounts.
 *
 * Accounts that are not known are left out and counted by reason.
 *
 * @param profits - what `profitByAccount` gave
 *
 * @example Three customers, one without a cost
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { compileProfit, profitByAccount, profitOfPortfolio } from "hoito/value";
 *
 * const profit = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "profitToIncome",
 * });
 * const sale = (accountId: string, cost?: string) => {
 *   const record = { accountId, bookedOn: "2018-03-01", amount: money("100.00", "EUR") } as const;
 *   return cost === undefined ? record : { ...record, cost: money(cost, "EUR") };
 * };
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [sale("A", "60.00"), sale("B", "90.00"), sale("C")],
 * } as const;
 * const profits = profitByAccount(base, orThrow(profit), { asOf: "2018-12-31" });
 * const { difference, ratio } = profitOfPortfolio(profits);
 * difference.value; // => { minor: 5000, currency: "EUR" }
 * ratio.value; // => 0.25
 * difference.excluded[0]; // => { reason: "costMissing", count: 1 }
 * ```
 *
 * @category Value
 */
export function profitOfPortfolio(profits: AccountProfits): Profitability {
  const sums = emptySums();
  for (let row = 0; row < profits.unknown.length; row++) addAccount(sums, profits, row);
  return figureOf(profits, sums, "noAccount");
}

/**
 * The profit of every segment, region or whatever the labels stand for.
 *
 * @param profits - what `profitByAccount` gave
 * @param labels - a code into the dictionary for each account, as `classifyAccounts` gives; a code
 *   outside the dictionary belongs to no label
 * @returns one figure for each label, in the order of the dictionary, those without accounts too
 *
 * @example Two segments
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { compileProfit, profitByAccount, profitByLabel } from "hoito/value";
 *
 * const profit = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "profitToIncome",
 * });
 * const sale = (accountId: string, cost?: string) => {
 *   const record = { accountId, bookedOn: "2018-03-01", amount: money("100.00", "EUR") } as const;
 *   return cost === undefined ? record : { ...record, cost: money(cost, "EUR") };
 * };
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [sale("A", "60.00"), sale("B", "90.00"), sale("C")],
 * } as const;
 * const profits = profitByAccount(base, orThrow(profit), { asOf: "2018-12-31" });
 * const labels = { data: [0, 1, 1], dictionary: ["key", "small"] };
 * profitByLabel(profits, labels).map(({ label, ratio }) => [label, ratio.value]);
 * // => [["key", 0.4], ["small", 0.1]]
 * ```
 *
 * @category Value
 */
export function profitByLabel(
  profits: AccountProfits,
  labels: { readonly data: ArrayLike<number>; readonly dictionary: readonly string[] },
): readonly (Profitability & { readonly label: string })[] {
  const sums = labels.dictionary.map(emptySums);
  for (let row = 0; row < profits.unknown.length; row++) {
    const of = sums[labels.data[row]!];
    if (of !== undefined) addAccount(of, profits, row);
  }
  return labels.dictionary.map((label, at) => ({
    label,
    ...figureOf(profits, sums[at]!, "noAccount"),
  }));
}

/**
 * Income − cost of every account as one column, to be banded or made a measure.
 *
 * @param profits - what `profitByAccount` gave
 * @returns money aligned with the accounts; not valid where the profit is unknown or no record
 *   counted
 *
 * @example A profit, a smaller one, and one that is not known
 * ```ts
 * import { orThrow } from "hoito";
 * import { money } from "hoito/facts";
 * import { cellAt, compileProfit, profitByAccount, profitColumn } from "hoito/value";
 *
 * const profit = compileProfit({
 *   income: "revenues.amount",
 *   costs: ["revenues.cost"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "profitToIncome",
 * });
 * const sale = (accountId: string, cost?: string) => {
 *   const record = { accountId, bookedOn: "2018-03-01", amount: money("100.00", "EUR") } as const;
 *   return cost === undefined ? record : { ...record, cost: money(cost, "EUR") };
 * };
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }, { id: "C" }],
 *   coverage: { revenues: "complete" },
 *   revenues: [sale("A", "60.00"), sale("B", "90.00"), sale("C")],
 * } as const;
 * const profits = profitByAccount(base, orThrow(profit), { asOf: "2018-12-31" });
 * const column = profitColumn(profits);
 * [0, 1, 2].map((row) => cellAt(column, row)); // => [4000, 1000, undefined]
 * ```
 *
 * @category Value
 */
export function profitColumn({ income, cost, records }: AccountProfits): MoneyColumn {
  const { data, valid } = numberColumn(records.length, (row) =>
    records[row] === 0 ? undefined : income.data[row]! - cost.data[row]!,
  );
  return { kind: "money", currency: income.currency, data, valid };
}
