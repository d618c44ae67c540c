import { type CustomerBase, type Money, orThrow } from "hoito";
import { type RateTable, sumMoney } from "hoito/facts";
import type { Chapter } from "../chapter.js";

/** What each account brought, all told. */
export interface AccountRevenue {
  /** The records that were added up. */
  readonly of: "orders" | "revenues";
  readonly currency: string;
  /** Minor units by account; an account without records is not there. */
  readonly byAccount: ReadonlyMap<string | number, number>;
}

/**
 * The sum of each account's orders, or of its booked revenue where a base has no orders, up to the
 * day of asking.
 *
 * @returns `undefined` for a base with neither, or a policy without a currency
 */
export function accountRevenue({ base, compiled, context }: Chapter): AccountRevenue | undefined {
  const { currency } = compiled;
  const of = base.orders === undefined ? "revenues" : "orders";
  const amounts = amountsUntil(base, context.asOf);
  if (amounts.length === 0 || currency === "") return undefined;
  const grouped = new Map<string | number, Money[]>();
  for (const { accountId, amount } of amounts) {
    const own = grouped.get(accountId) ?? [];
    own.push(amount);
    grouped.set(accountId, own);
  }
  const byAccount = [...grouped].map(([id, own]) => [id, sum(own, base.exchangeRates)] as const);
  return { of, currency, byAccount: new Map(byAccount) };
}

function amountsUntil(
  base: CustomerBase,
  asOf: string,
): readonly { readonly accountId: string | number; readonly amount: Money }[] {
  if (base.orders === undefined) {
    return (base.revenues ?? []).filter(({ bookedOn }) => bookedOn <= asOf);
  }
  return base.orders
    .filter(({ orderedOn }) => orderedOn <= asOf)
    .map(({ accountId, value }) => ({ accountId, amount: value }));
}

function sum(amounts: readonly Money[], rates: RateTable | undefined): number {
  return orThrow(sumMoney(amounts, rates === undefined ? {} : { rates }))!.minor;
}
