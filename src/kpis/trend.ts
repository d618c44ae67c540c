import { requireMethod } from "./require-method.js";

/**
 * Where a series is heading, and what it was compared with.
 *
 * @category KPIs
 */
export type SeriesTrend = "rising" | "falling" | "steady" | "unknown";

/**
 * Where a series is heading: its last value against the one before.
 *
 * A change of at most `steadyWithin` of the value before is steady; both ends of that belong to it.
 * From 0 every change counts. With either value missing, or fewer than two, the trend is unknown.
 *
 * @param series - values by period, oldest first; `undefined` where there is none
 * @param method - the share of change that is no change, from 0
 * @returns the trend
 *
 * @example Five in a hundred is steady
 * ```ts
 * import { trendOf } from "hoito/kpis";
 *
 * trendOf([100, 105], { steadyWithin: 0.05 }); // => "steady"
 * trendOf([100, 106], { steadyWithin: 0.05 }); // => "rising"
 * ```
 *
 * @category KPIs
 */
export function trendOf(
  series: readonly (number | undefined)[],
  method: { readonly steadyWithin: number },
): SeriesTrend {
  requireMethod(method, ofTrend);
  return trendWithin(series, method);
}

const ofTrend = { steadyWithin: { kind: "number" } } as const;

function trendWithin(
  series: readonly (number | undefined)[],
  method: { readonly steadyWithin: number },
): SeriesTrend {
  const [before, now] = [series.at(-2), series.at(-1)];
  if (before === undefined || now === undefined) return "unknown";
  const change = now - before;
  if (Math.abs(change) <= Math.abs(before) * method.steadyWithin) return "steady";
  return change > 0 ? "rising" : "falling";
}

/**
 * Whether the use of something declines: whether it fell in each of the last periods.
 *
 * @param series - values by period, oldest first
 * @param method - how many falls in a row it takes, and which change is none
 * @returns `undefined` where too few values are known to tell
 *
 * @example Two falls in a row
 * ```ts
 * import { isDeclining } from "hoito/kpis";
 *
 * isDeclining([40, 46, 44, 30], { falls: 2, steadyWithin: 0 }); // => true
 * isDeclining([40, 46, 44, 30], { falls: 3, steadyWithin: 0 }); // => false
 * isDeclining([44, 30], { falls: 2, steadyWithin: 0 }); // => undefined
 * ```
 *
 * @category KPIs
 */
export function isDeclining(
  series: readonly (number | undefined)[],
  method: { readonly falls: number; readonly steadyWithin: number },
): boolean | undefined {
  requireMethod(method, { ...ofTrend, falls: { kind: "number" } });
  let unknown = false;
  for (let back = 0; back < method.falls; back++) {
    const trend = trendWithin(series.slice(0, Math.max(0, series.length - back)), method);
    if (trend === "rising" || trend === "steady") return false;
    if (trend === "unknown") unknown = true;
  }
  return unknown ? undefined : true;
}
