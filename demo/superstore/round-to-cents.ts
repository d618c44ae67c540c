/**
 * A decimal amount with two decimals, half a cent rounded away from zero.
 *
 * The Superstore's prices have up to four decimals, hoito's money has the currency's two and never
 * rounds unseen; so the rounding is done here, line by line, and the report says so.
 *
 * @param written - decimal digits with an optional minus and point
 * @returns the rounded amount; what is no amount stays as it is, for the schemas door to refuse
 */
export function roundToCents(written: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written);
  if (parts === null) return written;
  const [, sign = "", whole = "", fraction = ""] = parts;
  const carry = (fraction[2] ?? "0") >= "5" ? 1n : 0n;
  const cents = BigInt(whole + fraction.slice(0, 2).padEnd(2, "0")) + carry;
  const digits = String(cents).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
