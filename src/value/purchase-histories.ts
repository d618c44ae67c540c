import { isValid, type NumberColumn, noneValid, numberColumn, setValid } from "./column.js";
import type { Exclusion } from "./fitted.js";

/**
 * What BG/NBD needs to know of one customer.
 *
 * @category Value
 */
export interface PurchaseHistory {
  /** Purchases after the first (x of the papers), whole, 0 … 10⁹. */
  readonly repeats: number;
  /** Time from the first purchase to the last (tₓ); 0 without repeats. */
  readonly lastRepeatAt: number;
  /** Time from the first purchase to the end of observation (T), up to 10⁷ units. */
  readonly observedFor: number;
}

/**
 * Purchase histories of many accounts as columns, aligned with the accounts they were made of.
 *
 * @category Value
 */
export interface PurchaseHistories {
  readonly kind: "purchaseHistories";
  readonly unit: "days" | "weeks";
  readonly repeats: Float64Array;
  readonly lastRepeatAt: Float64Array;
  readonly observedFor: Float64Array;
  /** Bitmap of the rows that have a history: those who bought, and of whom that is known. */
  readonly valid: Uint8Array;
  /** Mean spend of a repeat purchase in minor units; unknown without repeats. */
  readonly averageSpend: NumberColumn;
  /** ISO 4217 code of the spend. */
  readonly currency: string;
  /** Purchases in the days held out, where a summary was asked for them. */
  readonly heldOut?: NumberColumn;
  readonly excluded: readonly Exclusion[];
  readonly method: PurchaseMethod;
}

/**
 * How purchases were counted.
 *
 * @category Value
 */
export interface PurchaseMethod {
  /** Several orders of one day are one purchase. */
  readonly granularity: "day";
  /** Whether a day counts whose orders come to nothing or less; `given` for a host's own columns. */
  readonly counts: "everyOrder" | "paidDays" | "given";
  /** Time runs from the first purchase to the last day of observation. */
  readonly observedTo: "lastDay";
  /** The first purchase is left out of the mean. */
  readonly spendOf: "repeatPurchases";
}

/**
 * Purchase histories as columns, for a host that has them already.
 *
 * @param customers - one history each, with the mean spend of the repeat purchases in minor units
 *   where it is known; `undefined` for an account without a history
 * @param context - the unit of the times, and the ISO 4217 code of the spend
 * @returns columns in the order given; a number that cannot be is left to the fits to exclude
 *
 * @example One who came back, one who never bought
 * ```ts
 * import { purchaseHistories } from "hoito/value";
 *
 * const customer = { repeats: 2, lastRepeatAt: 30.4, observedFor: 38.9, averageSpend: 2235 };
 * const context = { unit: "weeks", currency: "EUR" } as const;
 * [...purchaseHistories([customer, undefined], context).repeats]; // => [2, 0]
 * ```
 *
 * @category Value
 */
export function purchaseHistories(
  customers: readonly ((PurchaseHistory & { readonly averageSpend?: number }) | undefined)[],
  context: { readonly unit: "days" | "weeks"; readonly currency: string },
): PurchaseHistories {
  const valid = noneValid(customers.length);
  for (const [row, each] of customers.entries()) if (each !== undefined) setValid(valid, row);
  const column = (of: keyof PurchaseHistory): Float64Array =>
    Float64Array.from(customers, (each) => each?.[of] ?? 0);
  return {
    kind: "purchaseHistories",
    ...context,
    repeats: column("repeats"),
    lastRepeatAt: column("lastRepeatAt"),
    observedFor: column("observedFor"),
    valid,
    averageSpend: numberColumn(customers.length, (row) => customers[row]?.averageSpend),
    excluded: [],
    method: {
      granularity: "day",
      counts: "given",
      observedTo: "lastDay",
      spendOf: "repeatPurchases",
    },
  };
}

/** Longest time that a history may be observed, in its own unit. */
const LONGEST = 1e7;
const MOST_REPEATS = 1e9;

/** Whether numbers can be a history at all. */
export function isHistory({ repeats, lastRepeatAt, observedFor }: PurchaseHistory): boolean {
  const counted = Number.isInteger(repeats) && repeats >= 0 && repeats <= MOST_REPEATS;
  const timed = lastRepeatAt >= 0 && lastRepeatAt <= observedFor && observedFor <= LONGEST;
  return counted && timed && (repeats > 0 || lastRepeatAt === 0);
}

/** The history of one row; `undefined` where there is none, or none that can be. */
export function historyAt(
  { repeats, lastRepeatAt, observedFor, valid }: PurchaseHistories,
  row: number,
): PurchaseHistory | undefined {
  if (!isValid(valid, row)) return undefined;
  const history = {
    repeats: repeats[row]!,
    lastRepeatAt: lastRepeatAt[row]!,
    observedFor: observedFor[row]!,
  };
  return isHistory(history) ? history : undefined;
}
