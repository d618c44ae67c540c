import { compileDuration, parameterNamed, type Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import { shiftDayWithin, toEpochDay } from "../time/index.js";
import type { CompiledWindow } from "./compiled-cadence.js";

/** Most contacts that a cadence may ask for or allow. */
export const MAX_QUOTA = 1000;
/** Durations are compared by where they lead from here. */
const SOME_DAY: number = toEpochDay("2001-01-01");

/** Records a word that is none of those allowed, with the nearest that is. */
export function oneOf(
  written: unknown,
  words: readonly string[],
  names: Scope,
  path: string,
): void {
  if (words.some((word) => word === written)) return;
  const shown = String(written).slice(0, 80);
  const text = `\`${shown}\` is none of \`${words.join("`, `")}\``;
  names.fault(path, "unknown-value", text, nearestName(shown, words));
}

/** A whole number from 1 to 1 000, or the parameter that holds one. */
export function compileNumber(written: unknown, names: Scope, path: string): number | undefined {
  if (written === undefined) return undefined;
  let value = written;
  if (typeof written === "object" && written !== null && "parameter" in written) {
    const found = parameterNamed(written.parameter, "number", names, path);
    if (found === undefined) return undefined;
    value = found.value;
  }
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_QUOTA) {
    return value as number;
  }
  return names.fault(path, "out-of-range", `a quota is a whole number from 1 to ${MAX_QUOTA}`);
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
