import { compileDuration, firstDayWhen, type Scope } from "../rules/index.js";
import {
  checkPeriodDefinition,
  type Duration,
  FIRST_EPOCH_DAY,
  type PeriodDays,
  type PeriodDefinition,
  periodDaysBeside,
  shiftDayWithin,
  toEpochDay,
} from "../time/index.js";

/**
 * A window after its check.
 *
 * @category Measures
 */
export type Window =
  | { readonly kind: "always" }
  | { readonly kind: "rolling"; readonly duration: Duration }
  | { readonly kind: "calendar"; readonly definition: PeriodDefinition; readonly offset: number };

/**
 * Days of a window: the first, and the first after it.
 *
 * @category Measures
 */
export interface DaySpan {
  readonly fromDay: number;
  readonly untilDay: number;
}

/** Furthest back a calendar window may reach. */
const MAX_OFFSET = 1000;

/**
 * Checks a window; faults are recorded in the scope.
 *
 * @param written - the window as the policy wrote it
 * @param scope - what a length may name; its findings take the faults
 * @param path - where the window stands in the policy
 * @returns the window, or `undefined` when it has a fault
 *
 * @category Measures
 */
export function compileWindow(written: unknown, scope: Scope, path: string): Window | undefined {
  if (written === "always") return { kind: "always" };
  if (typeof written === "object" && written !== null) {
    if ("rolling" in written) {
      const duration = compileDuration(written.rolling, scope, `${path}.rolling`);
      return duration && { kind: "rolling", duration };
    }
    if ("calendar" in written) return compileCalendarWindow(written, scope, path);
  }
  const text = "`over` is `always`, `{ rolling: … }` or `{ calendar: … }`";
  return scope.fault(path, "not-a-window", text);
}

/**
 * The days of a window as seen from a day: a rolling one ends with that day, a calendar one is cut
 * off after it.
 *
 * @param window - compiled window
 * @param asOf - epoch day
 * @returns epoch days, the last not included; `undefined` when the company's own periods leave that
 *   day out, or the period lies outside the supported dates
 *
 * @category Measures
 */
export function windowDays(window: Window, asOf: number): DaySpan | undefined {
  switch (window.kind) {
    case "always":
      return { fromDay: FIRST_EPOCH_DAY, untilDay: asOf + 1 };
    case "rolling":
      return { fromDay: shiftDayWithin(asOf, window.duration, -1) + 1, untilDay: asOf + 1 };
    case "calendar": {
      const period = periodWithin(asOf, window.definition, window.offset);
      return period && { ...period, untilDay: Math.min(period.untilDay, asOf + 1) };
    }
  }
}

/**
 * The window just before another: as long before a rolling one, the period before a calendar one,
 * none before all.
 *
 * @param window - compiled window
 * @param asOf - epoch day
 * @returns epoch days, the last not included; `undefined` where there is no such window
 *
 * @category Measures
 */
export function windowBefore(window: Window, asOf: number): DaySpan | undefined {
  switch (window.kind) {
    case "always":
      return undefined;
    case "rolling":
      return windowDays(window, shiftDayWithin(asOf, window.duration, -1));
    case "calendar":
      return periodWithin(asOf, window.definition, window.offset - 1);
  }
}

/**
 * The first day after `asOf` on which a window of this kind may hold other records, the oldest of
 * which lies on `oldest`: a rolling window leaves it behind, a calendar period ends.
 *
 * @param window - compiled window
 * @param oldest - epoch day; `Infinity` when the window holds nothing
 * @param asOf - epoch day
 * @returns an epoch day after `asOf`, or `Infinity` when time alone changes nothing
 *
 * @category Measures
 */
export function nextWindowChange(window: Window, oldest: number, asOf: number): number {
  return nextWindowStart(windowDays, window, oldest + 1, asOf);
}

/**
 * The first day after `asOf` on which a rolling window begins on a day or later, `Infinity` when it
 * does already or never will; of a calendar window the first day of the next period.
 */
export function nextWindowStart(
  daysOf: typeof windowDays,
  window: Window,
  fromDay: number,
  asOf: number,
): number {
  switch (window.kind) {
    case "always":
      return Number.POSITIVE_INFINITY;
    case "rolling":
      return firstDayWhen(asOf, (day) => daysOf(window, day)!.fromDay >= fromDay);
    case "calendar":
      return nextPeriodChange(window.definition, asOf);
  }
}

/**
 * The first day after `asOf` that lies in another period, or in none.
 *
 * @param definition - how time is cut, checked before
 * @param asOf - epoch day
 * @returns an epoch day, or `Infinity` after the last of a company's own periods
 *
 * @category Measures
 */
export function nextPeriodChange(definition: PeriodDefinition, asOf: number): number {
  const period = periodWithin(asOf, definition, 0);
  if (period !== undefined) return period.untilDay;
  // A fiscal period that began before the supported dates: it may end on any day.
  if (typeof definition === "string" || !("own" in definition)) return asOf + 1;
  const later = definition.own.map(({ from }) => toEpochDay(from)).filter((day) => day > asOf);
  return Math.min(...later);
}

/**
 * The period so many steps from the one a day lies in, where there is one within the supported
 * dates: an answer near their edge is unknown, it does not throw.
 *
 * @param day - epoch day
 * @param definition - how time is cut, checked before
 * @param steps - whole number: 0 the period itself, −1 the one before
 * @returns epoch days, the last not included, with the period's label; or `undefined`
 *
 * @category Measures
 */
export function periodWithin(
  day: number,
  definition: PeriodDefinition,
  steps: number,
): PeriodDays | undefined {
  try {
    return periodDaysBeside(day, definition, steps);
  } catch {
    // The definition was checked: nothing but the edge of the supported dates can throw.
    return undefined;
  }
}

function compileCalendarWindow(
  written: { readonly calendar: unknown; readonly offset?: unknown },
  scope: Scope,
  path: string,
): Window | undefined {
  const { calendar, offset = 0 } = written;
  const faults = checkPeriodDefinition(calendar, `${path}.calendar`);
  scope.findings.push(...faults);
  const reachable =
    Number.isInteger(offset) && (offset as number) <= 0 && (offset as number) >= -MAX_OFFSET;
  if (!reachable) {
    const text = `\`offset\` is a whole number from ${-MAX_OFFSET} to 0`;
    return scope.fault(`${path}.offset`, "out-of-range", text);
  }
  if (faults.length > 0) return undefined;
  return { kind: "calendar", definition: calendar as PeriodDefinition, offset: offset as number };
}
