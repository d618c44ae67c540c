import { HoitoError, showInput } from "../shapes/index.js";
import { toCivilDate, toEpochDay } from "./civil-date.js";
import { isoWeekOfDay, writeIsoWeek } from "./iso-week.js";
import {
  dateOutOfRange,
  FIRST_YEAR,
  isEpochDay,
  monthIndexOf,
  monthStartDay,
} from "./month-table.js";
import type { OwnPeriods, Period, PeriodDefinition } from "./period-definition.js";
import { weekdayIndex } from "./weekday.js";

/** A period in day numbers. */
export interface PeriodDays {
  readonly label: string;
  readonly fromDay: number;
  /** The day after the last; 2200-01-01 for the last period there is. */
  readonly untilDay: number;
}

/**
 * The period a day lies in, or `undefined` for a day between own periods.
 *
 * @throws {@link HoitoError} `date-out-of-range`, also for a fiscal period that began before 1900;
 * `not-a-period` for an unknown kind
 */
export function periodDays(day: number, definition: PeriodDefinition): PeriodDays | undefined {
  if (!isEpochDay(day)) throw dateOutOfRange("day", day);
  if (isOwn(definition)) return inDays(definition.own[ownIndex(day, definition)]);
  if (definition === "week") return weekDays(day);
  return monthDays(monthIndexOf(day), monthGrid(definition));
}

/**
 * The period a number of steps beside the one a day lies in; `undefined` beyond the ends of a list
 * of own periods, and for a day between them.
 *
 * @throws {@link HoitoError} `date-out-of-range`, `not-a-period`
 */
export function periodDaysBeside(
  day: number,
  definition: PeriodDefinition,
  steps: number,
): PeriodDays | undefined {
  if (isOwn(definition)) {
    const index = ownIndex(day, definition);
    return index < 0 ? undefined : inDays(definition.own[index + steps]);
  }
  if (definition === "week") return periodDays(day + 7 * steps, definition);
  const grid = monthGrid(definition);
  return monthDays(monthIndexOf(day) + grid.length * steps, grid);
}

function isOwn(definition: PeriodDefinition): definition is OwnPeriods {
  return typeof definition === "object" && "own" in definition;
}

/** −1 for a day between own periods. */
function ownIndex(day: number, { own }: OwnPeriods): number {
  const date = toCivilDate(day);
  return own.findIndex(({ from, until }) => from <= date && date < until);
}

function inDays(period: Period | undefined): PeriodDays | undefined {
  if (period === undefined) return undefined;
  const { label, from, until } = period;
  return { label, fromDay: toEpochDay(from), untilDay: toEpochDay(until) };
}

function weekDays(day: number): PeriodDays {
  const fromDay = day - weekdayIndex(day) + 1;
  return { label: writeIsoWeek(isoWeekOfDay(day)), fromDay, untilDay: fromDay + 7 };
}

/** How years are cut into months, and what stands around the year and before the part's number. */
interface MonthGrid {
  readonly length: number;
  readonly startMonth: number;
  readonly prefix: "" | "FY";
  readonly suffix: "" | "-H" | "-Q" | "-";
}

const GRIDS: ReadonlyMap<unknown, MonthGrid> = new Map<unknown, MonthGrid>([
  ["year", { length: 12, startMonth: 1, prefix: "", suffix: "" }],
  ["half", { length: 6, startMonth: 1, prefix: "", suffix: "-H" }],
  ["quarter", { length: 3, startMonth: 1, prefix: "", suffix: "-Q" }],
  ["month", { length: 1, startMonth: 1, prefix: "", suffix: "-" }],
]);

function monthGrid(definition: Exclude<PeriodDefinition, OwnPeriods>): MonthGrid {
  const fiscal = typeof definition === "object";
  const grid = GRIDS.get(fiscal ? definition.fiscal : definition);
  if (grid !== undefined && !fiscal) return grid;
  // A fiscal year has no months of its own: May stays May.
  if (grid !== undefined && fiscal && grid.length > 1) {
    return { ...grid, startMonth: definition.startMonth, prefix: "FY" };
  }
  const message = `${showInput(definition)} is not a period`;
  throw new HoitoError(message, { code: "not-a-period", path: "definition", received: definition });
}

function monthDays(monthIndex: number, grid: MonthGrid): PeriodDays {
  const sinceStart = monthIndex - (grid.startMonth - 1);
  const years = Math.floor(sinceStart / 12);
  const part = Math.floor((sinceStart - years * 12) / grid.length);
  const first = years * 12 + grid.startMonth - 1 + part * grid.length;
  const year = `${grid.prefix}${FIRST_YEAR + years}`;
  return {
    label: grid.suffix === "" ? year : `${year}${grid.suffix}${partText(part + 1, grid)}`,
    fromDay: monthStartDay(first),
    untilDay: monthStartDay(first + grid.length),
  };
}

/** Months are written with two digits, halves and quarters with one. */
function partText(part: number, { length }: MonthGrid): string {
  return length === 1 ? String(part).padStart(2, "0") : String(part);
}
