import {
  type ContractFit,
  fitContracts,
  type PurchaseFit,
  type PurchaseHistories,
  type PurchaseHistory,
  purchaseHistories,
  type SpendFit,
} from "../../src/value/index.js";

/** The parameters that Fader, Hardie & Lee (2005) publish for the CDNOW sample. */
export const PAPER = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;

/** Those of Fader & Hardie (2013), v in cents. */
export const SPEND_PAPER = { p: 6.25, q: 3.74, v: 1544 } as const;

/** High End and Regular of Fader & Hardie (2007): customers left of a thousand, year by year. */
export const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];
export const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];

export const history = (
  repeats: number,
  lastRepeatAt: number,
  observedFor: number,
): PurchaseHistory => ({ repeats, lastRepeatAt, observedFor });

/** Histories in weeks, with spend in cents where a fourth number is given. */
export function weeks(
  rows: readonly (readonly [number, number, number, number?] | undefined)[],
): PurchaseHistories {
  const customers = rows.map((row) => {
    if (row === undefined) return undefined;
    const [repeats, lastRepeatAt, observedFor, averageSpend] = row;
    const base = { repeats, lastRepeatAt, observedFor };
    return averageSpend === undefined ? base : { ...base, averageSpend };
  });
  return purchaseHistories(customers, { unit: "weeks", currency: "EUR" });
}

/** Eight customers of whom every fit can make something. */
export const EIGHT: PurchaseHistories = weeks([
  [0, 0, 30],
  [0, 0, 38],
  [2, 30.4, 38.9, 2235],
  [7, 29.4, 38.9, 7374],
  [1, 1.7, 38.9, 1177],
  [1, 20, 33, 3000],
  [3, 35, 36, 2600],
  [0, 0, 12],
]);

/** A fit of purchases with given parameters, or none. */
export function purchaseFit(parameters: PurchaseFit["parameters"], rate: number | null = 0.03) {
  return { parameters, simple: { repeatsPerUnit: rate } };
}

/** A fit of spend with given parameters, or none. */
export function spendFit(parameters: SpendFit["parameters"], meanSpend: number | null = 3600) {
  return { parameters, simple: { meanSpend } };
}

/** A fit of contracts that has nothing but its simple estimate. */
export const ONE_PERIOD: ContractFit = fitContracts([[1000, 800]]);
