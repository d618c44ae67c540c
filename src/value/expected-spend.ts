import type { SpendFit } from "./fit-spend.js";

/**
 * How much a customer is expected to spend on a purchase to come, in minor units.
 *
 * (q − 1) ÷ (p x + q − 1) · p v ÷ (q − 1) + p x ÷ (p x + q − 1) · mean spend: the mean of the base,
 * drawn to the customer's own the more often he has bought (Fader & Hardie 2013, equation 5). Where
 * the fit has no parameters it is the mean of all repeat purchases.
 *
 * @param customer - `repeats` from 0, and the mean spend of the repeat purchases in minor units,
 *   needed where there is one
 * @param fit - what `fitSpend` gave
 * @returns minor units with a fraction; `undefined` where the spend of a returning customer is not
 *   known, and where the mean does not exist, which is at p x + q ≤ 1
 *
 * @example Two purchases pull the mean of the base down
 * ```ts
 * import { expectedSpend } from "hoito/value";
 *
 * const fit = { parameters: { p: 6.25, q: 3.74, v: 1544 }, simple: { meanSpend: 3600 } };
 * expectedSpend({ repeats: 0 }, fit)?.toFixed(0); // => "3522"
 * expectedSpend({ repeats: 2, averageSpend: 2235 }, fit)?.toFixed(0); // => "2466"
 * ```
 *
 * @category Value
 */
export function expectedSpend(
  customer: { readonly repeats: number; readonly averageSpend?: number | undefined },
  { parameters, simple }: Pick<SpendFit, "parameters" | "simple">,
): number | undefined {
  if (parameters === null) return simple.meanSpend ?? undefined;
  const { p, q, v } = parameters;
  const { repeats, averageSpend = 0 } = customer;
  if (repeats > 0 && !(averageSpend > 0)) return undefined;
  const beyond = p * repeats + q - 1;
  const expected = (p * (v + repeats * averageSpend)) / beyond;
  return beyond > 0 && expected < Number.POSITIVE_INFINITY ? expected : undefined;
}
