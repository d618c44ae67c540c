import { type NumberColumn, numberColumn } from "./column.js";
import type { PurchaseFit } from "./fit-purchases.js";
import { meanOverBeta } from "./mean-over-beta.js";
import {
  historyAt,
  isHistory,
  type PurchaseHistories,
  type PurchaseHistory,
} from "./purchase-histories.js";

type Parameters = NonNullable<PurchaseFit["parameters"]>;

/** Longest time ahead that a forecast goes, in units of the fit. */
const LONGEST_AHEAD = 1e7;

/** Beyond this a time ahead counts as for ever against the time that was seen. */
const MOST_AHEAD = 1e200;

/**
 * How many purchases a customer is expected to make within the next `ahead` units of time.
 *
 * The expectation of BG/NBD given the history (Fader, Hardie & Lee 2005, equation 10), as an
 * integral over the chance to leave instead of Gauss' ₂F₁: it has no singularity at a = 1 and
 * cannot overflow. It is 0 for `ahead` 0, never falls as `ahead` grows, and is at most
 * (r + x) ÷ (α + T) · `ahead`. Where the fit has no parameters it is the simple rate times `ahead`.
 *
 * @param history - of the customer, in the unit of the fit; all zeros for one who has just begun
 * @param fit - what `fitPurchases` gave
 * @param ahead - time from the end of observation, 0 … 10⁷ units
 * @returns a number from 0; `undefined` where history or `ahead` are out of range, or the fit knows
 *   nothing
 *
 * @example The customer of the paper
 * ```ts
 * import { expectedPurchases, type PurchaseFit } from "hoito/value";
 *
 * const fit: Pick<PurchaseFit, "parameters" | "simple"> = {
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   simple: { repeatsPerUnit: 0.03 },
 * };
 * const history = { repeats: 2, lastRepeatAt: 30.43, observedFor: 38.86 };
 * expectedPurchases(history, fit, 39)?.toFixed(3); // => "1.226"
 * ```
 *
 * @category Value
 */
export function expectedPurchases(
  history: PurchaseHistory,
  fit: Pick<PurchaseFit, "parameters" | "simple">,
  ahead: number,
): number | undefined {
  return weighedPurchases(history, fit, [{ until: ahead, weight: 1 }]);
}

/**
 * How likely a customer is not to have left for good.
 *
 * 1 ÷ (1 + a ÷ (b + x − 1) · ((α + T) ÷ (α + tₓ))^(r + x)) (Fader, Hardie & Lee 2005); 1 for a
 * customer without repeat purchases, since BG/NBD lets nobody leave but after a purchase.
 *
 * @param history - of the customer, in the unit of the fit
 * @param fit - what `fitPurchases` gave
 * @returns 0 … 1; `undefined` where the history cannot be, or the fit has no parameters: a simple
 *   rate knows nothing of leaving
 *
 * @example Silent for 8 weeks after two purchases in 30
 * ```ts
 * import { probabilityAlive } from "hoito/value";
 *
 * const fit = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const history = { repeats: 2, lastRepeatAt: 30.43, observedFor: 38.86 };
 * probabilityAlive(history, fit)?.toFixed(3); // => "0.727"
 * ```
 *
 * @category Value
 */
export function probabilityAlive(
  history: PurchaseHistory,
  { parameters }: Pick<PurchaseFit, "parameters">,
): number | undefined {
  if (parameters === null || !isHistory(history)) return undefined;
  return aliveShare(history, parameters);
}

/**
 * {@link expectedPurchases} of every account.
 *
 * @param histories - what `summarizeRepeatPurchases` gives
 * @param fit - what `fitPurchases` gave for these customers or for others
 * @param context - `ahead`: time from the end of observation, 0 … 10⁷ units
 * @returns a column aligned with the accounts; not valid where there is no history
 *
 * @example By the simple rate, since all customers are alike
 * ```ts
 * import { cellAt, fitPurchases, forecastPurchases, purchaseHistories } from "hoito/value";
 *
 * const context = { unit: "weeks", currency: "EUR" } as const;
 * const customer = { repeats: 2, lastRepeatAt: 5, observedFor: 10 };
 * const histories = purchaseHistories([customer, undefined, customer], context);
 * const forecast = forecastPurchases(histories, fitPurchases(histories), { ahead: 5 });
 * [0, 1].map((row) => cellAt(forecast, row)); // => [1, undefined]
 * ```
 *
 * @category Value
 */
export function forecastPurchases(
  histories: PurchaseHistories,
  fit: PurchaseFit,
  context: { readonly ahead: number },
): NumberColumn {
  return ofEach(histories, (history) => expectedPurchases(history, fit, context.ahead));
}

/**
 * {@link probabilityAlive} of every account.
 *
 * @param histories - what `summarizeRepeatPurchases` gives
 * @param fit - what `fitPurchases` gave
 * @returns a column of shares aligned with the accounts; not valid where there is no history, or
 *   the fit has no parameters
 *
 * @example Whoever never came back may come yet
 * ```ts
 * import { aliveColumn, cellAt, fitPurchases, purchaseHistories } from "hoito/value";
 *
 * const customers = [
 *   { repeats: 0, lastRepeatAt: 0, observedFor: 30 },
 *   { repeats: 4, lastRepeatAt: 9, observedFor: 38 },
 *   { repeats: 1, lastRepeatAt: 20, observedFor: 36 },
 * ];
 * const histories = purchaseHistories(customers, { unit: "weeks", currency: "EUR" });
 * cellAt(aliveColumn(histories, fitPurchases(histories)), 0); // => 1
 * ```
 *
 * @category Value
 */
export function aliveColumn(histories: PurchaseHistories, fit: PurchaseFit): NumberColumn {
  return ofEach(histories, (history) => probabilityAlive(history, fit));
}

/** The expected purchases of periods that follow one another, each weighed. */
export function weighedPurchases(
  history: PurchaseHistory,
  { parameters, simple }: Pick<PurchaseFit, "parameters" | "simple">,
  periods: readonly { readonly until: number; readonly weight: number }[],
): number | undefined {
  const ahead = periods.at(-1)!.until;
  if (!isHistory(history) || !(ahead >= 0 && ahead <= LONGEST_AHEAD)) return undefined;
  if (parameters === null) {
    const { repeatsPerUnit } = simple;
    return repeatsPerUnit === null ? undefined : repeatsPerUnit * weighedTime(periods);
  }
  const { r, alpha, a, b } = parameters;
  const { repeats, observedFor } = history;
  const shape = r + repeats;
  const rises = periods.map(({ until, weight }) => ({
    share: Math.min(until / (alpha + observedFor), MOST_AHEAD),
    weight,
  }));
  const fastest = shape * rises.at(-1)!.share;
  const whileAlive = meanOverBeta(a, b + repeats, fastest, (leaving) => {
    let sum = 0;
    let before = 0;
    for (const { share, weight } of rises) {
      const now = -Math.expm1(-shape * Math.log1p(leaving * share)) / leaving;
      sum += weight * Math.max(0, now - before);
      before = now;
    }
    return sum;
  });
  const expected = aliveShare(history, parameters) * whileAlive;
  return Number.isFinite(expected) ? expected : undefined;
}

function weighedTime(
  periods: readonly { readonly until: number; readonly weight: number }[],
): number {
  let before = 0;
  let sum = 0;
  for (const { until, weight } of periods) {
    sum += weight * (until - before);
    before = until;
  }
  return sum;
}

function aliveShare(
  { repeats, lastRepeatAt, observedFor }: PurchaseHistory,
  { r, alpha, a, b }: Parameters,
): number {
  if (repeats === 0) return 1;
  const silence = Math.log1p((observedFor - lastRepeatAt) / (alpha + lastRepeatAt));
  const odds = Math.log(a) - Math.log(b + repeats - 1) + (r + repeats) * silence;
  return 1 / (1 + Math.exp(odds));
}

function ofEach(
  histories: PurchaseHistories,
  of: (history: PurchaseHistory) => number | undefined,
): NumberColumn {
  const known = new Map<string, number | undefined>();
  return numberColumn(histories.repeats.length, (row) => {
    const history = historyAt(histories, row);
    if (history === undefined) return undefined;
    const key = `${history.repeats} ${history.lastRepeatAt} ${history.observedFor}`;
    if (!known.has(key)) known.set(key, of(history));
    return known.get(key);
  });
}
