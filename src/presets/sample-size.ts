import { HoitoError, refuseMisspelt, showInput } from "../shapes/index.js";
import { readEpochDay } from "../time/index.js";
import type { SampleOptions } from "./preset.js";

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

/** The options of a sample base, of which none is misspelt and the day is one. */
export function sampleOptions(options: SampleOptions): SampleOptions {
  refuseMisspelt(options, { asOf: true, seed: true, accounts: true }, "options");
  const { asOf } = Object(options) as Partial<SampleOptions>;
  if (readEpochDay(asOf) !== undefined) return options;
  const message = `${showInput(asOf)} is no day: write \`{ asOf: "2018-01-31" }\``;
  throw new HoitoError(message, { code: "not-a-civil-date", path: "options.asOf", received: asOf });
}
