import { HoitoError } from "../shapes/index.js";

/**
 * Orders as columns, in any order.
 *
 * @category Segments
 */
export interface PurchaseColumns {
  /** Position of the account, 0 … accounts − 1. */
  readonly account: Uint32Array;
  /** Epoch day of the order. */
  readonly day: Int32Array;
  /** Whole minor units. */
  readonly minor: Float64Array;
}

/**
 * What the orders of each account come to; 0 everywhere for an account without orders.
 *
 * @category Segments
 */
export interface PurchaseSummary {
  /** Epoch days of the first and last order; look at `orders` first. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Order frequency: how many orders. */
  readonly orders: Uint32Array;
  readonly minor: Float64Array;
}

/**
 * The purchases of every account in one walk over columns of orders.
 *
 * The columns need no order. Sums are whole minor units and exact up to 2^53. Order frequency, given
 * here, is not repeat-period frequency: {@link countRepeatPeriods} gives that.
 *
 * @param orders - aligned columns
 * @param definition - how many `accounts` there are
 * @returns columns by position of the account
 * @throws {@link HoitoError} `not-aligned` for columns of different lengths, `unknown-account` for a
 *   position that is not there
 *
 * @example Three orders of one account
 * ```ts
 * import { summarizePurchases } from "hoito/segments";
 *
 * const orders = {
 *   account: Uint32Array.of(1, 1, 1),
 *   day: Int32Array.of(17_540, 17_532, 17_570),
 *   minor: Float64Array.of(500, 250, 100),
 * };
 * const found = summarizePurchases(orders, { accounts: 2 });
 * [...found.orders]; // => [0, 3]
 * [...found.lastDay]; // => [0, 17_570]
 * [...found.minor]; // => [0, 850]
 * ```
 *
 * @category Segments
 */
export function summarizePurchases(
  orders: PurchaseColumns,
  definition: { readonly accounts: number },
): PurchaseSummary {
  const { account, day, minor } = orders;
  const { accounts } = definition;
  const length = account.length;
  if (day.length !== length || minor.length !== length) {
    const at = { code: "not-aligned", path: "orders", received: [day.length, minor.length] };
    throw new HoitoError(`the columns have not all ${length} rows`, at);
  }
  const firstDay = new Int32Array(accounts);
  const lastDay = new Int32Array(accounts);
  const counts = new Uint32Array(accounts);
  const sums = new Float64Array(accounts);
  for (let row = 0; row < length; row++) {
    const who = account[row]!;
    const when = day[row]!;
    if (who >= accounts) throw noSuchAccount(who, accounts);
    const count = counts[who]!;
    if (count === 0 || when < firstDay[who]!) firstDay[who] = when;
    if (count === 0 || when > lastDay[who]!) lastDay[who] = when;
    counts[who] = count + 1;
    sums[who] = sums[who]! + minor[row]!;
  }
  return { firstDay, lastDay, orders: counts, minor: sums };
}

function noSuchAccount(received: number, accounts: number): HoitoError {
  const at = { code: "unknown-account", path: "orders.account", received };
  return new HoitoError(`there are ${accounts} accounts, and \`${received}\` is none of them`, at);
}
