import { periodDays, toCivilDate } from "../time/index.js";
import { type PurchaseColumns, summarizePurchases } from "./summarize-purchases.js";

/** Most words of marks at a time: 64 MB. */
const MOST_WORDS = 2 ** 24;

/**
 * Repeat-period frequency: in how many periods each account ordered, the first one not counted.
 *
 * Two orders in one period count once, which is what models of repeat buying ask for; how many
 * orders there are is another number, in {@link summarizePurchases}. An account without orders has 0.
 *
 * @param orders - aligned columns in any order; days within 1900-01-01 … 2199-12-31
 * @param definition - how many `accounts` there are, and the `period`
 * @returns one count by position of the account
 * @throws {@link HoitoError} `not-aligned`, `unknown-account`, and `date-out-of-range` for a day
 *   beyond the known years
 *
 * @example Three orders, two of them in one month
 * ```ts
 * import { countRepeatPeriods } from "hoito/segments";
 *
 * const orders = {
 *   account: Uint32Array.of(1, 1, 1),
 *   day: Int32Array.of(17_532, 17_540, 17_570),
 *   minor: Float64Array.of(500, 250, 100),
 * };
 * [...countRepeatPeriods(orders, { accounts: 2, period: "month" })]; // => [0, 1]
 * ```
 *
 * @category Segments
 */
export function countRepeatPeriods(
  orders: PurchaseColumns,
  definition: { readonly accounts: number; readonly period: "day" | "month" | "quarter" | "year" },
): Uint32Array {
  const { firstDay, lastDay, orders: counts } = summarizePurchases(orders, definition);
  const repeats = new Uint32Array(definition.accounts);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let who = 0; who < counts.length; who++) {
    if (counts[who] === 0) continue;
    first = Math.min(first, firstDay[who]!);
    last = Math.max(last, lastDay[who]!);
  }
  if (first <= last) markPeriods(orders, repeats, periodsBetween(first, last, definition.period));
  return repeats;
}

/** The period of every day of a span, numbered from 0. */
interface PeriodNumbers {
  readonly from: number;
  readonly numbers: Uint32Array;
  readonly count: number;
}

function periodsBetween(first: number, last: number, period: string): PeriodNumbers {
  // Beyond the known years this throws.
  toCivilDate(first);
  toCivilDate(last);
  const numbers = new Uint32Array(last - first + 1);
  let count = 0;
  for (let day = first; day <= last; count++) {
    const end = period === "day" ? day + 1 : periodDays(day, period as "month")!.untilDay;
    numbers.fill(count, day - first, end - first);
    day = end;
  }
  return { from: first, numbers, count };
}

/** Marks the periods of some accounts at a time, a bit each, so that memory stays bounded. */
function markPeriods(
  { account, day }: PurchaseColumns,
  repeats: Uint32Array,
  { from, numbers, count }: PeriodNumbers,
): void {
  const words = Math.ceil(count / 32);
  const block = Math.min(repeats.length, Math.floor(MOST_WORDS / words));
  for (let start = 0; start < repeats.length; start += block) {
    const marks = new Uint32Array(block * words);
    const seen = new Uint8Array(block);
    for (let row = 0; row < account.length; row++) {
      const who = account[row]! - start;
      if (who < 0 || who >= block) continue;
      const number = numbers[day[row]! - from]!;
      const at = who * words + (number >>> 5);
      const bit = 1 << (number & 31);
      if ((marks[at]! & bit) !== 0) continue;
      marks[at] = marks[at]! | bit;
      if (seen[who] === 1) repeats[start + who] = repeats[start + who]! + 1;
      else seen[who] = 1;
    }
  }
}
