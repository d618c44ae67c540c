import {
  type Account,
  type CustomerBase,
  compareIds,
  type RecordId,
  type RecordKind,
  recordsByAccount,
} from "../facts/index.js";
import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import { AccountFacts } from "./account-facts.js";
import { minutesOf } from "./effort.js";
import type { Exclusion } from "./figure.js";
import { exclusionsOf } from "./figure-of.js";
import { figureWindow } from "./figure-window.js";
import type { RecordContext } from "./over-records.js";
import { requireMethod } from "./require-method.js";
import { exclude, startTally, type Tally } from "./tally.js";

/**
 * The time spent on an account beside what it brings, each as a share of the whole.
 *
 * @category KPIs
 */
export interface EffortShare {
  readonly accountId: RecordId;
  /** 0 where `timeUnknown` says that nobody knows. */
  readonly minutes: number;
  /** `undefined` when no time was spent on anybody, or it is not known. */
  readonly timeShare: number | undefined;
  /** Minor units; 0 where `amountUnknown` says that nobody knows. */
  readonly amount: number;
  /** `undefined` when nothing, or less, came in from all together, or it is not known. */
  readonly amountShare: number | undefined;
}

/**
 * The accounts with most time, and what was left out.
 *
 * @category KPIs
 */
export interface EffortShares {
  readonly accounts: readonly EffortShare[];
  readonly excluded: readonly Exclusion[];
  /** Activities are not supplied, or not complete over the period: there are no shares of time. */
  readonly timeUnknown?: UnknownBecause;
  /** The same of the records of the amount. */
  readonly amountUnknown?: UnknownBecause;
}

/**
 * The accounts that take most of the time, with their share of it beside their share of revenue.
 *
 * Activities held in the period count with their minutes; those without are left out. Accounts come
 * by time, equal ones by amount and then by id; those with neither do not come. Where the records of
 * time or of the amount are not known over the period, that share is of nobody.
 *
 * @param base - accounts and records in any order; activities and the records of the amount
 * @param method - which amount stands beside the time, and how many accounts are told
 * @param context - day, period and currency
 * @returns the shares, and what was left out
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Much time for little revenue
 * ```ts
 * import { money } from "hoito/facts";
 * import { effortShares } from "hoito/kpis";
 *
 * const visit = { kind: "visit", status: "held", heldOn: "2018-02-01" } as const;
 * const booked = { bookedOn: "2018-03-01" } as const;
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }],
 *   coverage: { activities: "complete", revenues: "complete" },
 *   activities: [
 *     { ...visit, id: 1, accountId: "A", durationMinutes: 90 },
 *     { ...visit, id: 2, accountId: "B", durationMinutes: 30 },
 *   ],
 *   revenues: [
 *     { ...booked, accountId: "A", amount: money("100", "EUR") },
 *     { ...booked, accountId: "B", amount: money("900", "EUR") },
 *   ],
 * } as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
 * const { accounts } = effortShares(base, { of: "revenue", most: 5 }, year);
 * accounts.map(({ accountId, timeShare, amountShare }) => [accountId, timeShare, amountShare].join(" "));
 * // => ["A 0.75 0.1", "B 0.25 0.9"]
 * ```
 *
 * @category KPIs
 */
export function effortShares(
  base: CustomerBase,
  method: { readonly of: AmountOf; readonly most: number },
  context: RecordContext,
): EffortShares {
  requireMethod(method, { of: amountArgument, most: { kind: "number" } });
  const tally = startTally();
  const timeUnknown = whyUnknown(base, ["activities"], context);
  const amountUnknown = whyUnknown(base, readsOfAmount(method), context);
  const asked = {
    time: timeUnknown === undefined,
    of: amountUnknown === undefined ? method.of : undefined,
  };
  const efforts = effortsOf(base, asked, context, tally);
  let minutes = 0;
  let amount = 0;
  for (const each of efforts) {
    minutes += each.minutes;
    amount += each.amount;
  }
  const told = efforts
    .filter((each) => each.minutes > 0 || each.amount !== 0)
    .sort(
      (left, right) =>
        right.minutes - left.minutes ||
        right.amount - left.amount ||
        compareIds(left.accountId, right.accountId),
    )
    .slice(0, method.most);
  return {
    accounts: told.map(({ account, ...each }) => ({
      ...each,
      timeShare: minutes > 0 ? each.minutes / minutes : undefined,
      amountShare: amount > 0 ? each.amount / amount : undefined,
    })),
    excluded: exclusionsOf(tally),
    ...(timeUnknown === undefined ? {} : { timeUnknown }),
    ...(amountUnknown === undefined ? {} : { amountUnknown }),
  };
}

/** What one account took and brought. */
interface Effort {
  readonly account: Account;
  readonly accountId: RecordId;
  readonly minutes: number;
  readonly amount: number;
}

/** Minutes and amount of each account in the period, 0 for what is not asked. */
export function effortsOf(
  base: CustomerBase,
  asked: { readonly time: boolean; readonly of: AmountOf | undefined },
  { asOf, period, currency = "", rates }: RecordContext,
  tally: Tally,
): readonly Effort[] {
  const window = figureWindow(period, { asOf });
  if (window === undefined) return [];
  const known = rates === undefined ? base : { ...base, exchangeRates: rates };
  const seen = new Set<RecordId>();
  const { time, of } = asked;
  return recordsByAccount(known).flatMap((records) => {
    const { account } = records;
    if (seen.has(account.id)) {
      exclude(tally, "duplicateAccount");
      return [];
    }
    seen.add(account.id);
    const facts = new AccountFacts(records, { window, labels: {}, currency });
    const minutes = time ? minutesOf(facts, tally) : 0;
    const amount = of === undefined ? 0 : (accountAmount(facts, tally, of) ?? 0);
    return [{ account, accountId: account.id, minutes, amount }];
  });
}

/**
 * Why nothing can be said of a base over a period: a kind of record is not supplied, or is complete
 * only from a later day on.
 *
 * @category KPIs
 */
export type UnknownBecause = "notSupplied" | "incomplete";

/** Why the records of a period are not known, if they are not. */
export function whyUnknown(
  { coverage }: Pick<CustomerBase, "coverage">,
  kinds: readonly RecordKind[],
  { asOf, period }: RecordContext,
): UnknownBecause | undefined {
  const window = figureWindow(period, { asOf });
  if (window === undefined) return undefined;
  const facts = new AccountFacts(
    { account: { id: "" }, coverage },
    { window, labels: {}, currency: "" },
  );
  return facts.unknown(kinds, window.from);
}
