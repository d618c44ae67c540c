import {
  compileWindow,
  type DaySpan,
  type Window,
  windowBefore,
  windowDays,
} from "../measures/index.js";
import { Scope } from "../rules/index.js";
import { orThrow } from "../shapes/index.js";
import {
  type CivilDate,
  type Duration,
  FIRST_DAY,
  FIRST_EPOCH_DAY,
  type PeriodDefinition,
  periodDays,
  shiftDayWithin,
  toCivilDate,
  toEpochDay,
} from "../time/index.js";

/**
 * What a figure is counted over: the running calendar period or an earlier one (`offset` 0 or
 * below), the last months or days up to the day of asking, or everything up to it.
 *
 * @category KPIs
 */
export type FigurePeriod =
  | { readonly calendar: PeriodDefinition; readonly offset?: number }
  | { readonly rolling: Duration }
  | "always";

/**
 * The days a figure is counted over, and when it is asked.
 *
 * @category KPIs
 */
export interface FigureWindow {
  /** The calendar period's own label, otherwise its days as `from/last`. */
  readonly label: string;
  /** The day of asking: what is dated later is a plan. */
  readonly asOf: CivilDate;
  readonly from: CivilDate;
  /** Inclusive, never later than `asOf`; the day before `from` in a window of no days. */
  readonly last: CivilDate;
  /** The calendar period goes on after `asOf`. */
  readonly running: boolean;
  /** The window before, where there is one. */
  readonly before: { readonly from: CivilDate; readonly last: CivilDate } | undefined;
  readonly fromDay: number;
  readonly lastDay: number;
}

/**
 * The window of a period, as seen from a day.
 *
 * @param period - calendar, rolling or always
 * @param context - `asOf`, that day included
 * @returns the window, or `undefined` where a company's own periods leave the day out or the period
 *   lies outside the supported dates
 * @throws {@link HoitoError} `not-a-civil-date`, or the first fault of the period
 *
 * @example The quarter so far
 * ```ts
 * import { figureWindow } from "hoito/kpis";
 *
 * const quarter = figureWindow({ calendar: "quarter" }, { asOf: "2018-02-10" });
 * [quarter?.label, quarter?.from, quarter?.last]; // => ["2018-Q1", "2018-01-01", "2018-02-10"]
 * quarter?.running; // => true
 * ```
 *
 * @category KPIs
 */
export function figureWindow(
  period: FigurePeriod,
  context: { readonly asOf: CivilDate },
): FigureWindow | undefined {
  return windowAt(readPeriod(period), toEpochDay(context.asOf));
}

/** The window and those before it, oldest first: as many as there are, at most so many. */
export function windowsOf(
  period: FigurePeriod,
  asOf: CivilDate,
  periodsBefore: number,
): readonly FigureWindow[] {
  const window = readPeriod(period);
  const windows: FigureWindow[] = [];
  let asOfDay: number | undefined = toEpochDay(asOf);
  for (let step = 0; step <= periodsBefore && asOfDay !== undefined; step++) {
    const found = windowAt(shifted(window, -step), asOfDay);
    if (found !== undefined) windows.unshift(found);
    if (window.kind === "rolling") asOfDay = earlierDay(asOfDay, window.duration);
    if (window.kind === "always") asOfDay = undefined;
  }
  return windows;
}

/** The first day of the period before, for figures that compare with it. */
export function sincePeriodBefore({ before, from }: FigureWindow): CivilDate {
  return before?.from ?? from;
}

/** The first day there is, for figures over all there ever was. */
export function sinceEver(): CivilDate {
  return FIRST_DAY;
}

/** So many days before the period, for figures that look back from its records. */
export function sinceDaysBefore({ fromDay }: FigureWindow, days: number): CivilDate {
  return toCivilDate(Math.max(fromDay - days, FIRST_EPOCH_DAY));
}

function readPeriod(period: FigurePeriod): Window {
  const scope = new Scope();
  const window = compileWindow(period, scope, "period");
  return orThrow(
    window === undefined
      ? { ok: false, findings: scope.findings }
      : { ok: true, value: window, findings: [] },
  );
}

function shifted(window: Window, steps: number): Window {
  return window.kind === "calendar" ? { ...window, offset: window.offset + steps } : window;
}

function earlierDay(day: number, duration: Duration): number | undefined {
  const earlier = shiftDayWithin(day, duration, -1);
  return earlier < day ? earlier : undefined;
}

function windowAt(window: Window, asOfDay: number): FigureWindow | undefined {
  const days = windowDays(window, asOfDay);
  if (days === undefined) return undefined;
  const { fromDay, untilDay } = days;
  const whole = wholeDays(window, days);
  const from = toCivilDate(fromDay);
  const last = toCivilDate(untilDay - 1);
  return {
    label: whole.label ?? `${from}/${last}`,
    asOf: toCivilDate(asOfDay),
    from,
    last,
    running: untilDay < whole.untilDay,
    before: inDates(windowBefore(window, asOfDay)),
    fromDay,
    lastDay: untilDay - 1,
  };
}

function wholeDays(window: Window, days: DaySpan): { label?: string; untilDay: number } {
  return window.kind === "calendar" ? periodDays(days.fromDay, window.definition)! : days;
}

function inDates(span: DaySpan | undefined): FigureWindow["before"] {
  if (span === undefined) return undefined;
  return { from: toCivilDate(span.fromDay), last: toCivilDate(span.untilDay - 1) };
}
