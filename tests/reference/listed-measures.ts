import type { Order } from "../../src/facts/index.js";
import type { WindowDefinition } from "../../src/measures/index.js";
import {
  type CivilDate,
  type DateSpan,
  type Duration,
  periodBeside,
  periodContaining,
  rollingWindow,
  subtractDuration,
} from "../../src/time/index.js";

/** The days of a window as dates; none for a day that the company's own periods leave out. */
export function spanOf(window: WindowDefinition, asOf: CivilDate): DateSpan | undefined {
  if (window === "always") return { from: "1900-01-01", until: "2199-12-31" };
  if ("rolling" in window) return rollingWindow(asOf, window.rolling as Duration);
  const current = periodContaining(asOf, window.calendar);
  return current && periodBeside(current, window.calendar, window.offset ?? 0);
}

/** The days of the window before. */
export function spanBefore(window: WindowDefinition, asOf: CivilDate): DateSpan | undefined {
  if (window === "always") return undefined;
  if ("calendar" in window) {
    return spanOf({ ...window, offset: (window.offset ?? 0) - 1 }, asOf);
  }
  const length = window.rolling as Duration;
  return rollingWindow(subtractDuration(asOf, length), length);
}

/** The orders in some days that are no plans on the day of asking. */
export function ordersIn(
  orders: readonly Order[],
  span: DateSpan | undefined,
  asOf: CivilDate,
): readonly Order[] {
  return orders.filter(({ orderedOn }) => {
    return span && orderedOn >= span.from && orderedOn < span.until && orderedOn <= asOf;
  });
}

/** The slow, obvious twin of the measures over orders: list what counts, then look at the list. */
export const listedMeasures = {
  count: (orders: readonly Order[]): number => orders.length,
  sum: (orders: readonly Order[]): number => {
    return Number(orders.reduce((total, { value }) => total + BigInt(value.minor), 0n));
  },
  minimum: (orders: readonly Order[]): number | null => {
    return orders.map(({ value }) => value.minor).sort((a, b) => a - b)[0] ?? null;
  },
  maximum: (orders: readonly Order[]): number | null => {
    return orders.map(({ value }) => value.minor).sort((a, b) => b - a)[0] ?? null;
  },
  latest: (orders: readonly Order[]): CivilDate | null => {
    return (
      orders
        .map(({ orderedOn }) => orderedOn)
        .sort()
        .at(-1) ?? null
    );
  },
  brands: (orders: readonly Order[]): number => new Set(orders.map(({ brand }) => brand)).size,
  months: (orders: readonly Order[]): number => {
    return new Set(orders.map(({ orderedOn }) => orderedOn.slice(0, 7))).size;
  },
};
