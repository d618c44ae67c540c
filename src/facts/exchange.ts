import { HoitoError } from "../shapes/index.js";
import { decimalsOf, type Money, minorUnits } from "./money.js";

/**
 * What one unit of each currency is worth in another, as decimal text so that it is exact.
 *
 * @category Facts
 */
export interface RateTable {
  /** The currency that is converted to. */
  readonly to: string;
  /** Units of `to` for one unit of the keyed currency, such as `{ SEK: "0.0953" }`. */
  readonly rates: Readonly<Record<string, string>>;
  /** How a half minor unit is rounded. */
  readonly rounding: "halfUp" | "halfEven";
}

const LONGEST_RATE = 24;

/**
 * Money in the table's currency, rounded once to a whole minor unit.
 *
 * @param value - exact money in any currency
 * @param table - rates into one currency
 * @returns the converted money, or `undefined` when the table has no rate for its currency
 * @throws {@link HoitoError} `not-a-rate` when a rate is no positive decimal, `not-money` when the
 *   amount is no whole number of minor units, `amount-too-large` beyond 2^53
 *
 * @example Swedish crowns in euros
 * ```ts
 * import { convertMoney, money } from "hoito/facts";
 *
 * const table = { to: "EUR", rates: { SEK: "0.0953" }, rounding: "halfUp" } as const;
 * convertMoney(money("100.00", "SEK"), table); // => { minor: 953, currency: "EUR" }
 * convertMoney(money("100.00", "NOK"), table); // => undefined
 * ```
 *
 * @category Facts
 */
export function convertMoney(value: Money, table: RateTable): Money | undefined {
  if (value.currency === table.to) return value;
  if (!Object.hasOwn(table.rates, value.currency)) return undefined;
  const { numerator, scale } = readRate(table.rates[value.currency]!, value.currency);
  const up = 10n ** BigInt(decimalsOf(table.to));
  const down = scale * 10n ** BigInt(decimalsOf(value.currency));
  const minor = Number(roundedQuotient(minorUnits(value) * numerator * up, down, table.rounding));
  if (!Number.isSafeInteger(minor)) {
    const at = { code: "amount-too-large", path: "value", received: value };
    throw new HoitoError("the converted amount is beyond 2^53 minor units", at);
  }
  return { minor, currency: table.to };
}

/** Whether a text is a positive decimal that a rate can be. */
export function isRate(text: unknown): boolean {
  if (typeof text !== "string" || text.length > LONGEST_RATE) return false;
  return /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);
}

function readRate(text: string, currency: string): { numerator: bigint; scale: bigint } {
  if (!isRate(text)) {
    const at = { code: "not-a-rate", path: `rates.${currency}`, received: text };
    throw new HoitoError(`\`${text.slice(0, 40)}\` is no positive decimal rate`, at);
  }
  const [whole, fraction = ""] = text.split(".");
  return { numerator: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

function roundedQuotient(
  dividend: bigint,
  divisor: bigint,
  rounding: RateTable["rounding"],
): bigint {
  const negative = dividend < 0n;
  const size = negative ? -dividend : dividend;
  const whole = size / divisor;
  const twice = (size % divisor) * 2n;
  const half = twice === divisor && (rounding === "halfUp" || whole % 2n === 1n);
  const rounded = twice > divisor || half ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}
