import type { CustomerBase } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import { type CivilDate, toEpochDay } from "../time/index.js";
import { noneValid, numberColumn, setValid } from "./column.js";
import { exclusions } from "./fitted.js";
import { type OrderColumns, orderColumns } from "./order-columns.js";
import type { PurchaseHistories } from "./purchase-histories.js";

/**
 * Which orders a summary looks at, and how it counts them.
 *
 * @category Value
 */
export interface RepeatPurchaseDefinition {
  /** Customers are those whose first purchase lies on this day or later. */
  readonly from: CivilDate;
  /** The day after the last that is observed. */
  readonly calibrationUntil: CivilDate;
  /** The day after the last that is held out, to compare a forecast with; later than the other. */
  readonly heldOutUntil?: CivilDate;
  /** Unit of the times: a day, or seven. */
  readonly unit: "days" | "weeks";
  /** Whether a day counts as a purchase whose orders together come to nothing or less. */
  readonly counts: "everyOrder" | "paidDays";
  /** ISO 4217 code; orders in others are converted by the rates of the base. */
  readonly currency: string;
}

/**
 * The purchase history of every account: repeats, time of the last, time observed, mean spend.
 *
 * A purchase is a day: several orders of one day are one. The history begins with the first
 * purchase on `from` or later and is observed to the last day before `calibrationUntil`; an account
 * that bought before `from` is not known to begin there, so it is left out as `boughtBefore`. One
 * without a purchase has no history (`noPurchase`). Orders that are not supplied or not complete
 * from `from` on leave everybody out as `ordersUnknown`, an order whose day cannot be read its
 * account as `dayUnreadable`, and under `paidDays` one whose value cannot be read as
 * `valueUnreadable`; under `everyOrder` only its spend is unknown then.
 *
 * Gotchas: the mean spend leaves the first purchase out, as the papers do. A second purchase on the
 * day of the first is no repeat.
 *
 * @param orders - a base with accounts and orders, or columns of orders
 * @param definition - span, unit and conventions
 * @returns columns aligned with the accounts; what was left out is counted by reason
 * @throws {@link HoitoError} `not-a-civil-date`, or `span-reversed` when an end is not after its
 *   beginning
 *
 * @example One customer with two repeats, one without
 * ```ts
 * import { money } from "hoito/facts";
 * import { summarizeRepeatPurchases } from "hoito/value";
 *
 * const order = (accountId: string, orderedOn: "1997-01-01", amount: string) =>
 *   ({ id: orderedOn, accountId, orderedOn, value: money(amount, "USD") });
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }],
 *   coverage: { orders: "complete" },
 *   orders: [
 *     order("A", "1997-01-01", "29.33"),
 *     order("A", "1997-01-18" as "1997-01-01", "29.73"),
 *     order("A", "1997-08-02" as "1997-01-01", "14.96"),
 *     order("B", "1997-01-01", "63.34"),
 *   ],
 * } as const;
 * const histories = summarizeRepeatPurchases(base, {
 *   from: "1997-01-01",
 *   calibrationUntil: "1997-10-01",
 *   unit: "weeks",
 *   counts: "everyOrder",
 *   currency: "USD",
 * });
 * [...histories.repeats]; // => [2, 0]
 * histories.lastRepeatAt[0]?.toFixed(2); // => "30.43"
 * histories.observedFor[0]?.toFixed(2); // => "38.86"
 * [...histories.averageSpend.data]; // => [2234.5, 0]
 * ```
 *
 * @category Value
 */
export function summarizeRepeatPurchases(
  orders: CustomerBase | OrderColumns,
  definition: RepeatPurchaseDefinition,
): PurchaseHistories {
  const span = spanOf(definition);
  const columns = "kind" in orders ? orders : orderColumns(orders, definition.currency);
  const rows = columns.accounts;
  const isKnown = columns.completeFrom <= span.from;
  const byAccount = purchasesByAccount(columns, span.heldOutUntil, definition.counts);
  const data = () => new Float64Array(rows);
  const [repeats, lastRepeatAt, observedFor] = [data(), data(), data()];
  const valid = noneValid(rows);
  const spends: (number | undefined)[] = [];
  const heldOut = data();
  const left = new Map<string, number>();
  const unitDays = definition.unit === "weeks" ? 7 : 1;
  for (let row = 0; row < rows; row++) {
    const purchases = byAccount[row];
    const reason = isKnown ? whyLeftOut(purchases, span) : "ordersUnknown";
    if (reason !== undefined) {
      left.set(reason, (left.get(reason) ?? 0) + 1);
      continue;
    }
    const observed = purchases!.days.filter((day) => day < span.until);
    const first = observed[0]!;
    setValid(valid, row);
    repeats[row] = observed.length - 1;
    lastRepeatAt[row] = (observed.at(-1)! - first) / unitDays;
    observedFor[row] = (span.until - 1 - first) / unitDays;
    heldOut[row] = purchases!.days.length - observed.length;
    spends[row] = meanSpend(observed.slice(1).map((day) => purchases!.minor.get(day)!));
  }
  return {
    kind: "purchaseHistories",
    unit: definition.unit,
    repeats,
    lastRepeatAt,
    observedFor,
    valid,
    averageSpend: numberColumn(rows, (row) => spends[row]),
    currency: columns.currency,
    ...(definition.heldOutUntil === undefined
      ? {}
      : { heldOut: { kind: "number" as const, data: heldOut, valid } }),
    excluded: exclusions(left),
    method: {
      granularity: "day",
      counts: definition.counts,
      observedTo: "lastDay",
      spendOf: "repeatPurchases",
    },
  };
}

/** Epoch days of a definition. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly heldOutUntil: number;
}

/** Days on which an account bought, ascending, with what it spent; `NaN` where that is unknown. */
interface Purchases {
  days: readonly number[];
  readonly minor: Map<number, number>;
  fault: "dayUnreadable" | "valueUnreadable" | undefined;
}

function spanOf(definition: RepeatPurchaseDefinition): Span {
  const [from, until] = [toEpochDay(definition.from), toEpochDay(definition.calibrationUntil)];
  const { heldOutUntil } = definition;
  const end = heldOutUntil === undefined ? until : toEpochDay(heldOutUntil);
  if (from < until && (heldOutUntil === undefined || until < end)) {
    return { from, until, heldOutUntil: end };
  }
  const path = from < until ? "heldOutUntil" : "calibrationUntil";
  throw new HoitoError(`\`${path}\` is not after the day before it`, {
    code: "span-reversed",
    path,
    received: definition[path],
  });
}

function purchasesByAccount(
  { accounts, account, day, minor }: OrderColumns,
  untilDay: number,
  counts: RepeatPurchaseDefinition["counts"],
): readonly (Purchases | undefined)[] {
  const byAccount = new Array<Purchases | undefined>(accounts);
  for (let at = 0; at < account.length; at++) {
    const row = account[at]!;
    if (!(Number.isInteger(row) && row >= 0 && row < accounts)) continue;
    byAccount[row] ??= { days: [], minor: new Map(), fault: undefined };
    const purchases = byAccount[row];
    const on = day[at]!;
    if (!Number.isInteger(on)) purchases.fault = "dayUnreadable";
    else if (on < untilDay) purchases.minor.set(on, (purchases.minor.get(on) ?? 0) + minor[at]!);
  }
  for (const purchases of byAccount) {
    if (purchases === undefined) continue;
    const days = [...purchases.minor].sort(([left], [right]) => left - right);
    if (counts === "paidDays" && days.some(([, spent]) => Number.isNaN(spent))) {
      purchases.fault ??= "valueUnreadable";
    }
    const paid = counts === "paidDays" ? days.filter(([, spent]) => spent > 0) : days;
    purchases.days = paid.map(([on]) => on);
  }
  return byAccount;
}

function whyLeftOut(purchases: Purchases | undefined, { from, until }: Span): string | undefined {
  if (purchases === undefined) return "noPurchase";
  if (purchases.fault !== undefined) return purchases.fault;
  const first = purchases.days[0];
  if (first === undefined || first >= until) return "noPurchase";
  return first < from ? "boughtBefore" : undefined;
}

/** Mean of what repeat purchases came to; unknown without any, or where one is unknown. */
function meanSpend(spent: readonly number[]): number | undefined {
  const total = spent.reduce((sum, each) => sum + each, 0);
  return spent.length === 0 || !Number.isFinite(total) ? undefined : total / spent.length;
}
