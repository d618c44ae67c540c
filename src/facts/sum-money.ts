import { type Checked, errorAt } from "../shapes/index.js";
import { convertMoney, type RateTable } from "./exchange.js";
import { type Money, minorUnits } from "./money.js";

/**
 * The exact sum of any number of amounts, whatever their order.
 *
 * Amounts of one currency are added as they are. Several currencies are never added without a rate
 * table; with one, each amount is converted and rounded by itself, so the parts that a receipt
 * shows add up to its total. No amounts give `undefined`, which is not zero: nothing was measured.
 *
 * @param values - amounts in any order
 * @param options - `rates`: the table into whose currency everything is converted
 * @returns the sum, `undefined` for no amounts, or a finding `mixed-currencies`, `no-rate` or
 *   `amount-too-large` (beyond 2^53 minor units)
 * @throws {@link HoitoError} `not-money` when an amount is no whole number of minor units, and
 *   whatever `convertMoney` throws
 *
 * @example Euros add up, euros and crowns do not
 * ```ts
 * import { money, sumMoney } from "hoito/facts";
 *
 * const euros = sumMoney([money("0.10", "EUR"), money("0.20", "EUR")]);
 * euros.ok && euros.value; // => { minor: 30, currency: "EUR" }
 * sumMoney([money("1", "EUR"), money("1", "SEK")]).findings[0]?.code; // => "mixed-currencies"
 * ```
 *
 * @category Facts
 */
export function sumMoney(
  values: Iterable<Money>,
  options: { readonly rates?: RateTable } = {},
): Checked<Money | undefined> {
  const { rates } = options;
  const totals = new Map<string, bigint>();
  const withoutRate = new Set<string>();
  for (const value of values) {
    const term = rates === undefined ? value : convertMoney(value, rates);
    if (term === undefined) withoutRate.add(value.currency);
    else totals.set(term.currency, (totals.get(term.currency) ?? 0n) + minorUnits(term));
  }
  if (withoutRate.size > 0) return refused("no-rate", `no rate for ${sorted(withoutRate)}`);
  if (totals.size > 1) {
    const message = `${sorted(totals.keys())} cannot be added without a rate table`;
    return refused("mixed-currencies", message);
  }
  for (const [currency, total] of totals) {
    const minor = Number(total);
    if (Number.isSafeInteger(minor)) return { ok: true, value: { minor, currency }, findings: [] };
    return refused("amount-too-large", `\`${total}\` is beyond 2^53 minor units`);
  }
  return { ok: true, value: undefined, findings: [] };
}

function refused(code: string, message: string): Checked<never> {
  return { ok: false, findings: [errorAt("", code, message)] };
}

/** Currencies in the order of their codes, so that the sentence does not depend on the input's. */
function sorted(currencies: Iterable<string>): string {
  return [...currencies]
    .sort()
    .map((each) => `\`${each}\``)
    .join(", ");
}
