import type { Activity, Order } from "../facts/index.js";
import { toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { ratio } from "./figure-of.js";
import { sinceDaysBefore } from "./figure-window.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { result } from "./rate-kind.js";
import { count, counted, exclude } from "./tally.js";

/**
 * Which visits are looked at, and for how many days on either side of each.
 *
 * @category KPIs
 */
export interface VisitEffectMethod {
  readonly kinds: readonly string[];
  /** A whole number, 1 … 366. */
  readonly days: number;
}

/**
 * The sales of one customer in the days after visits by those in the days before.
 *
 * Both sides have the same number of days; the day of the visit belongs to neither, since nobody
 * knows which came first. A visit whose days after are not over is left out on both sides. An order
 * near several visits counts with each of them.
 *
 * Gotchas: it shows what happened together, not what caused it. `cautions` says so as data:
 * `noControlGroup` always, `overlappingWindows` where an order counted with several visits.
 *
 * @param records - visits and orders of one customer; orders from before the period too
 * @param method - kinds of visit and the number of days
 * @param context - day, period and currency
 * @returns a ratio: 1 is no change; without sales before there is none
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Twice as much in the month after
 * ```ts
 * import { money } from "hoito/facts";
 * import { visitEffect } from "hoito/kpis";
 *
 * const records = {
 *   activities: [{ id: 1, accountId: 1, kind: "visit", status: "held", heldOn: "2018-03-01" }],
 *   orders: [
 *     { id: 1, accountId: 1, orderedOn: "2018-02-20", value: money("100", "EUR") },
 *     { id: 2, accountId: 1, orderedOn: "2018-03-15", value: money("200", "EUR") },
 *   ],
 * } as const;
 * const context = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
 * const figure = visitEffect(records, { kinds: ["visit"], days: 30 }, context);
 * figure.value; // => 2
 * figure.cautions; // => ["noControlGroup"]
 * ```
 *
 * @category KPIs
 */
export function visitEffect(
  records: { readonly activities: readonly Activity[]; readonly orders: readonly Order[] },
  method: VisitEffectMethod,
  context: RecordContext,
): Figure {
  return overRecords(visitEffectKind, records, method, context);
}

/** The figure that a board can compute. */
export const visitEffectKind: FigureKind<VisitEffectMethod> = {
  describe: result(
    "Sales after visits against before",
    "Käyntien vaikutus myyntiin",
    "value of orders in the days after a visit by that in the days before; no proof of an effect",
    "S0 §6",
  ),
  arguments: {
    kinds: { kind: "texts" },
    days: { kind: "number", atLeast: 1, atMost: 366, whole: true },
  },
  reads: ["activities", "orders"],
  readsFrom: (window, { days }) => sinceDaysBefore(window, days),
  money: true,
  add: (tally, facts, { kinds, days }) => {
    const asOfDay = toEpochDay(facts.window.asOf);
    const visits: number[] = [];
    for (const { kind, status, heldOn } of facts.inPeriod("activities", tally)) {
      if (!kinds.includes(kind) || status === "cancelled" || status === "planned") continue;
      const day = toEpochDay(heldOn!);
      if (asOfDay - day < days) exclude(tally, "daysAfterNotOver");
      else visits.push(day);
    }
    visits.sort((left, right) => left - right);
    for (const { orderedOn, value } of facts.all("orders", tally)) {
      const day = toEpochDay(orderedOn);
      const visitsBefore = countWithin(visits, day - days, day - 1);
      const visitsAfter = countWithin(visits, day + 1, day + days);
      if (visitsBefore + visitsAfter === 0) continue;
      const amount = facts.amount(value, tally) ?? 0;
      // Sold after the visits before it, and before the visits after it.
      count(tally, "numerator", amount * visitsBefore);
      count(tally, "denominator", amount * visitsAfter);
      if (visitsBefore + visitsAfter > 1) count(tally, "severalWindows");
    }
  },
  finish: (tally, _, currency) => ({
    ...ratio(tally, "times", { currency }),
    cautions: [
      "noControlGroup",
      ...(counted(tally, "severalWindows") > 0 ? ["overlappingWindows"] : []),
    ],
  }),
};

/** How many of the ascending days lie from one day to another, both included. */
function countWithin(days: readonly number[], from: number, last: number): number {
  return placeOf(days, last + 1) - placeOf(days, from);
}

/** How many of the ascending days are earlier. */
function placeOf(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
