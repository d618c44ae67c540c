import type { Money, RecordKind } from "../facts/index.js";
import type { AccountFacts } from "./account-facts.js";
import type { ArgumentSpec } from "./figure-kind.js";
import { exclude, startTally, type Tally, withdraw } from "./tally.js";

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

/** Where each amount stands. */
const SOURCES = {
  revenue: "revenues",
  revenueMargin: "revenues",
  revenueCost: "revenues",
  orderValue: "orders",
  orderMargin: "orders",
  invoiceValue: "invoices",
} as const;

/** The argument that chooses an amount. */
export const amountArgument: ArgumentSpec = {
  kind: "word",
  words: /* @__PURE__ */ Object.keys(SOURCES),
};

/** The kind of record an amount is read from. */
export function readsOfAmount({ of }: { readonly of: AmountOf }): readonly RecordKind[] {
  return [SOURCES[of]];
}

/** Minor units within the window; `undefined` when no record there gives any. */
export function accountAmount(facts: AccountFacts, tally: Tally, of: AmountOf): number | undefined {
  return sumOf(facts, tally, moneyWithin(facts, tally, of));
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
  const earlier = facts.within({ ...window, ...window.before });
  const values = moneyWithin(earlier, startTally(), of);
  withdraw(tally, "outsidePeriod", values.length);
  return { before: sumOf(earlier, tally, values) ?? 0, now };
}

function moneyWithin(
  facts: AccountFacts,
  tally: Tally,
  of: AmountOf,
): readonly (Money | undefined)[] {
  switch (of) {
    case "revenue":
      return facts.inPeriod("revenues", tally).map(({ amount }) => amount);
    case "revenueMargin":
      return facts.inPeriod("revenues", tally).map(({ margin }) => margin);
    case "revenueCost":
      return facts.inPeriod("revenues", tally).map(({ cost }) => cost);
    case "orderValue":
      return facts.inPeriod("orders", tally).map(({ value }) => value);
    case "orderMargin":
      return facts.inPeriod("orders", tally).map(({ margin }) => margin);
    case "invoiceValue":
      return facts.inPeriod("invoices", tally).map(({ value }) => value);
  }
}

function sumOf(
  facts: AccountFacts,
  tally: Tally,
  values: readonly (Money | undefined)[],
): number | undefined {
  let sum: number | undefined;
  for (const value of values) {
    const minor = facts.amount(value, tally);
    if (minor !== undefined) sum = (sum ?? 0) + minor;
  }
  return sum;
}
