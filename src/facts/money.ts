import { HoitoError } from "../shapes/index.js";

/**
 * An exact sum of money: a whole number of the currency's minor units, so that sums do not depend
 * on their order.
 *
 * @category Facts
 */
export interface Money {
  /** Whole minor units (cents, öre …), at most 2^53 − 1 either side of zero. */
  readonly minor: number;
  /** ISO 4217 code in capitals. */
  readonly currency: string;
}

/**
 * Money as people write it in a policy or a file.
 *
 * @category Facts
 */
export interface DecimalMoney {
  /** Decimal digits with a point, such as `"50000.00"`; no exponent, no thousands separator. */
  readonly amount: string;
  /** ISO 4217 code in capitals. */
  readonly currency: string;
}

/** Number of decimals where it is not two (ISO 4217, list one). */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI"].map(
    (code) => [code, 0] as const,
  ),
  ...["VND", "VUV", "XAF", "XOF", "XPF"].map((code) => [code, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3] as const),
  ...["CLF", "UYW"].map((code) => [code, 4] as const),
]);

/** More digits than this cannot be a safe integer. */
const LONGEST_AMOUNT = 24;

/**
 * Exact money from its decimal writing.
 *
 * Fewer decimals than the currency has are filled with zeros; more are accepted only when they are
 * zeros, so that nothing is ever rounded unseen.
 *
 * @param amount - decimal digits with an optional minus and point, such as `"1200.50"`
 * @param currency - ISO 4217 code, three capitals
 * @returns whole minor units of that currency
 * @throws {@link HoitoError} `not-an-amount`, `not-a-currency`, `too-many-decimals` or
 *   `amount-too-large`
 *
 * @example Cents, yen and fils
 * ```ts
 * import { money } from "hoito/facts";
 *
 * money("1200.5", "EUR"); // => { minor: 120050, currency: "EUR" }
 * money("1200", "JPY"); // => { minor: 1200, currency: "JPY" }
 * ```
 *
 * @category Facts
 */
export function money(amount: string, currency: string): Money {
  const read = readDecimalMoney({ amount, currency });
  if ("minor" in read) return read;
  throw new HoitoError(read.fault, {
    code: read.code,
    path: read.path,
    received: { amount, currency },
  });
}

/**
 * The decimal writing of exact money, with as many decimals as the currency has.
 *
 * @param value - whole minor units and their currency
 * @returns the amount as text, minus sign first
 *
 * @example Back to what people read
 * ```ts
 * import { decimalMoney } from "hoito/facts";
 *
 * decimalMoney({ minor: -120050, currency: "EUR" }); // => { amount: "-1200.50", currency: "EUR" }
 * ```
 *
 * @category Facts
 */
export function decimalMoney(value: Money): DecimalMoney {
  const decimals = decimalsOf(value.currency);
  const digits = String(Math.abs(value.minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  const sign = value.minor < 0 ? "-" : "";
  return { amount: `${sign}${whole}${fraction}`, currency: value.currency };
}

/**
 * Money, or what is wrong with its writing: the shared reading of `money()`, policies and the
 * schemas door.
 */
export function readDecimalMoney(
  written: DecimalMoney,
): Money | { readonly code: string; readonly path: "amount" | "currency"; readonly fault: string } {
  const { amount, currency } = written;
  if (!isCurrency(currency)) {
    return {
      code: "not-a-currency",
      path: "currency",
      fault: `\`${currency}\` is no ISO 4217 code`,
    };
  }
  const parts = amount.length > LONGEST_AMOUNT ? null : /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (parts === null) {
    return {
      code: "not-an-amount",
      path: "amount",
      fault: `\`${amount.slice(0, 40)}\` is no decimal amount`,
    };
  }
  const [, sign, whole, fraction = ""] = parts;
  const decimals = decimalsOf(currency);
  if (/[1-9]/.test(fraction.slice(decimals))) {
    const fault = `\`${amount}\` has more decimals than ${currency}, which has ${decimals}`;
    return { code: "too-many-decimals", path: "amount", fault };
  }
  const digits = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  if (!Number.isSafeInteger(digits)) {
    return {
      code: "amount-too-large",
      path: "amount",
      fault: `\`${amount}\` is beyond 2^53 minor units`,
    };
  }
  return { minor: sign === "-" && digits !== 0 ? -digits : digits, currency };
}

/** The minor units of money as a big integer; anything but a whole number breaks the contract. */
export function minorUnits(value: Money): bigint {
  if (Number.isSafeInteger(value.minor)) return BigInt(value.minor);
  const at = { code: "not-money", path: "minor", received: value };
  throw new HoitoError(`\`${value.minor}\` is no whole number of minor units`, at);
}

/** Whether a text has the form of an ISO 4217 code. */
export function isCurrency(text: unknown): text is string {
  return typeof text === "string" && /^[A-Z]{3}$/.test(text);
}

/** Number of decimals of a currency: two unless ISO 4217 says otherwise. */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}
