import type { Coverage, CustomerBase } from "../facts/index.js";
import { toCell } from "../rules/index.js";
import { readEpochDay, toEpochDay } from "../time/index.js";

/**
 * Orders of many accounts as columns: one entry each for every order, in any order.
 *
 * @category Value
 */
export interface OrderColumns {
  readonly kind: "orderColumns";
  /** How many accounts there are; orders of none of them are left out. */
  readonly accounts: number;
  /** Zero-based row of the account. */
  readonly account: ArrayLike<number>;
  /** Epoch day of the order; a number that is no day makes its account unknown. */
  readonly day: ArrayLike<number>;
  /** Value in minor units; a number that is not finite makes the account's spend unknown. */
  readonly minor: ArrayLike<number>;
  /** ISO 4217 code of the values. */
  readonly currency: string;
  /** The first epoch day from which all orders are there. */
  readonly completeFrom: number;
}

/** The orders of a base as columns; what cannot be read is `NaN`. */
export function orderColumns(
  { accounts, orders = [], coverage, exchangeRates }: CustomerBase,
  currency: string,
): OrderColumns {
  const rows = new Map<string | number, number>();
  for (let row = accounts.length - 1; row >= 0; row--) rows.set(accounts[row]!.id, row);
  const reading = { currency, rates: exchangeRates };
  const number = (cell: unknown): number => (typeof cell === "number" ? cell : Number.NaN);
  return {
    kind: "orderColumns",
    accounts: accounts.length,
    account: Int32Array.from(orders, ({ accountId }) => rows.get(accountId) ?? -1),
    day: Float64Array.from(orders, ({ orderedOn }) => number(readEpochDay(orderedOn))),
    minor: Float64Array.from(orders, ({ value }) => number(toCell(value, "money", reading))),
    currency,
    completeFrom: completeFrom(coverage.orders),
  };
}

/** The first day from which a kind of record is complete; `Infinity` when it is not supplied. */
export function completeFrom(coverage: Coverage["orders"]): number {
  if (coverage === undefined) return Number.POSITIVE_INFINITY;
  return coverage === "complete" ? Number.NEGATIVE_INFINITY : toEpochDay(coverage.since);
}
