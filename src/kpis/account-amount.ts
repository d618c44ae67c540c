import type { RecordKind } from "../facts/index.js";
import type { AccountFacts } from "./account-facts.js";
import type { AmountSum } from "./amount-sum.js";
import type { ArgumentSpec } from "./figure-kind.js";
import type { DatedKind } from "./kind-records.js";
import { exclude, excludeAll, type Tally, takeBackOutside } from "./tally.js";

/**
 * Which records say what an account brings: booked revenue, its margin or its cost, orders, their
 * margin, or invoices.
 *
 * @category KPIs
 */
export type AmountOf =
  | "revenue"
  | "revenueMargin"
  | "revenueCost"
  | "orderValue"
  | "orderMargin"
  | "invoiceValue";

/** The kind of record that each amount stands in. */
export const amountKinds: Readonly<Record<AmountOf, DatedKind>> = {
  revenue: "revenues",
  revenueMargin: "revenues",
  revenueCost: "revenues",
  orderValue: "orders",
  orderMargin: "orders",
  invoiceValue: "invoices",
};

/** The argument that chooses an amount. */
export const amountArgument: ArgumentSpec = {
  kind: "word",
  words: /* @__PURE__ */ Object.keys(amountKinds),
};

/** The kind of record an amount is read from. */
export function readsOfAmount({ of }: { readonly of: AmountOf }): readonly RecordKind[] {
  return [amountKinds[of]];
}

/** Minor units within the window; `undefined` when no record there gives any. */
export function accountAmount(facts: AccountFacts, tally: Tally, of: AmountOf): number | undefined {
  const found = facts.amountOf(of);
  excludeAll(tally, found.from);
  return readAmounts(tally, found);
}

/**
 * Minor units within the window and in the one before, 0 for none; what lies in neither is told
 * once.
 */
export function amountPair(
  facts: AccountFacts,
  tally: Tally,
  of: AmountOf,
): { readonly before: number; readonly now: number } {
  const now = accountAmount(facts, tally, of) ?? 0;
  const { window } = facts;
  if (window.before === undefined) {
    exclude(tally, "noPeriodBefore");
    return { before: 0, now };
  }
  const earlier = facts.within({ ...window, ...window.before }).amountOf(of);
  takeBackOutside(tally, earlier.from.within.length);
  return { before: readAmounts(tally, earlier) ?? 0, now };
}

/** The sum, if any of the records gave an amount; those that gave none are told to the tally. */
function readAmounts(
  tally: Tally,
  { sum, read, noAmount, otherCurrency }: AmountSum,
): number | undefined {
  if (noAmount > 0) exclude(tally, "noAmount", noAmount);
  if (otherCurrency > 0) exclude(tally, "otherCurrency", otherCurrency);
  return read === 0 ? undefined : sum;
}
