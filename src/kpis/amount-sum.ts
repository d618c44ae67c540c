import type { AccountRecords, Money, RecordTypes } from "../facts/index.js";
import { toCell } from "../rules/index.js";
import type { AmountOf } from "./account-amount.js";
import type { KindRecords } from "./kind-records.js";

/** What the records of a period bring together. */
export interface AmountSum {
  /** The account that it is of, as {@link KindRecords} counts them. */
  readonly turn: number;
  readonly of: AmountOf;
  /** The records, those of the period and those left out. */
  readonly from: KindRecords;
  /** Records of the period that gave an amount, that have none, and that cannot be read. */
  readonly read: number;
  readonly noAmount: number;
  readonly otherCurrency: number;
  /** Minor units in the one currency. */
  readonly sum: number;
}

/** The sum of an amount over records that were told apart by their dates. */
export function sumAmounts(
  of: AmountOf,
  from: KindRecords,
  currency: string,
  rates: AccountRecords["exchangeRates"],
): AmountSum {
  let noAmount = 0;
  let read = 0;
  let sum = 0;
  for (const record of from.within as never[]) {
    const value = amountIn(of, record);
    const minor = value === undefined ? undefined : minorOf(value, currency, rates);
    if (minor !== undefined) {
      read++;
      sum += minor;
    } else if (value === undefined) noAmount++;
  }
  const otherCurrency = from.within.length - read - noAmount;
  return { turn: from.turn, of, from, read, noAmount, otherCurrency, sum };
}

type Revenue = RecordTypes["revenues"];
type Order = RecordTypes["orders"];
type Invoice = RecordTypes["invoices"];

/** Each amount in words of its own, as the dates of `KindRecords` are, and for the same reason. */
function amountIn(of: AmountOf, record: never): Money | undefined {
  switch (of) {
    case "orderValue":
      return (record as Order).value;
    case "orderMargin":
      return (record as Order).margin;
    case "revenue":
      return (record as Revenue).amount;
    case "revenueMargin":
      return (record as Revenue).margin;
    case "revenueCost":
      return (record as Revenue).cost;
    case "invoiceValue":
      return (record as Invoice).value;
  }
}

/** Minor units in the one currency; `undefined` for what cannot be read as such. */
export function minorOf(
  value: Money,
  currency: string,
  rates: AccountRecords["exchangeRates"],
): number | undefined {
  // The common case without what foreign and unreadable money needs.
  if (value?.currency === currency && Number.isSafeInteger(value.minor)) return value.minor;
  return toCell(value, "money", { currency, rates }) as number | undefined;
}
