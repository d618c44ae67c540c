import { compileDuration, type Scope, writtenNumber } from "../rules/index.js";
import { shiftDayWithin } from "../time/index.js";
import type { CompiledWindow } from "./compiled-cadence.js";

/** Most contacts that a cadence may ask for or allow. */
export const MAX_QUOTA = 1000;
/** Durations are compared by where they lead from 2001-01-01. */
const SOME_DAY = 11_323;

/** Records a word that is none of those allowed, with the nearest that is. */
export function oneOf(
  written: unknown,
  words: readonly string[],
  names: Scope,
  path: string,
): void {
  names.checkWord(written, words, path);
}

/** A whole number from 1 to 1 000, or the parameter that holds one. */
export function compileNumber(written: unknown, names: Scope, path: string): number | undefined {
  const value = writtenNumber(written, names, path);
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_QUOTA) {
    return value as number;
  }
  return names.fault(path, "out-of-range", `a quota is a whole number from 1 to ${MAX_QUOTA}`);
}

/** Minutes from 0, or the parameter that holds them. */
export function compileMinutes(written: unknown, names: Scope, path: string): number | undefined {
  const value = writtenNumber(written, names, path);
  if (value === undefined) return undefined;
  if (Number.isFinite(value) && (value as number) >= 0) return value as number;
  return names.fault(path, "out-of-range", "an effort is a number of minutes from 0");
}

/** Whether a duration leads to no other day. */
export function isNoTime(duration: CompiledWindow["ideal"]): boolean {
  return shiftDayWithin(SOME_DAY, duration, 1) === SOME_DAY;
}

/** Three durations, none shorter than the one before it, or with `before` none longer. */
export function compileThree(
  written: { readonly [Word in keyof CompiledWindow]: unknown },
  order: "after" | "before",
  names: Scope,
  path: string,
): CompiledWindow | undefined {
  const [earliest, ideal, latest] = (["earliest", "ideal", "latest"] as const).map((word) =>
    compileDuration(written[word], names, `${path}.${word}`),
  );
  if (earliest === undefined || ideal === undefined || latest === undefined) return undefined;
  const sign = order === "after" ? 1 : -1;
  const days = [earliest, ideal, latest].map((each) => shiftDayWithin(SOME_DAY, each, sign));
  if (days[0]! > days[1]! || days[1]! > days[2]!) {
    const text = "the earliest day comes before the ideal one, the ideal before the latest";
    names.fault(path, "empty-range", text);
  }
  return { earliest, ideal, latest };
}
