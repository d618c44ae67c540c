import { HoitoError } from "../shapes/index.js";

/** Most accounts of a sample base: more than any company of the sources has. */
export const MAX_SAMPLE_ACCOUNTS = 100_000;

/**
 * Where the streams of people begin: beyond those of accounts, so that a person is the same however
 * many accounts there are.
 */
export const PEOPLE_STREAM = 1_000_000;

/** How many accounts are asked for, or the preset's own number. */
export function sampleSize(accounts: number | undefined, own: number): number {
  if (accounts === undefined) return own;
  if (Number.isInteger(accounts) && accounts >= 0 && accounts <= MAX_SAMPLE_ACCOUNTS) {
    return accounts;
  }
  const message = `\`${accounts}\` is no whole number from 0 to ${MAX_SAMPLE_ACCOUNTS}`;
  throw new HoitoError(message, { code: "out-of-range", path: "accounts", received: accounts });
}
