import type { CalendarDefinition, CivilDate, RollConvention } from "../../src/time/index.js";
import { nativeDate, nativeDay } from "./native-dates.js";

const NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The slow, obvious twin of the working calendar: asks the definition, and walks day by day. */
export function walksOn(date: CivilDate, definition: CalendarDefinition): boolean {
  const name = NAMES[new Date(`${date}T00:00Z`).getUTCDay()];
  const { weekend, holidays = [], closures = [] } = definition;
  return !(
    weekend.some((each) => each === name) ||
    holidays.includes(date) ||
    closures.some(({ from, until }) => from <= date && date < until)
  );
}

export function walkWorkingDays(
  date: CivilDate,
  count: number,
  definition: CalendarDefinition,
): CivilDate | undefined {
  const step = Math.sign(count);
  let day = nativeDay(date);
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (!knows(nativeDate(day), definition)) return undefined;
    if (walksOn(nativeDate(day), definition)) left--;
  }
  return nativeDate(day);
}

export function walkBetween(
  from: CivilDate,
  until: CivilDate,
  definition: CalendarDefinition,
): number {
  if (until < from) return 0 - walkBetween(until, from, definition);
  let count = 0;
  for (let day = nativeDay(from); day < nativeDay(until); day++) {
    if (walksOn(nativeDate(day), definition)) count++;
  }
  return count;
}

/** `"unknown"` where a day beyond the span could be the answer. */
export function walkRoll(
  date: CivilDate,
  convention: RollConvention,
  definition: CalendarDefinition,
): CivilDate | "skipped" | "unknown" {
  if (walksOn(date, definition)) return date;
  if (convention === "skip") return "skipped";
  for (let away = 1; convention === "nearest"; away++) {
    for (const each of [nativeDate(nativeDay(date) + away), nativeDate(nativeDay(date) - away)]) {
      if (!knows(each, definition)) return "unknown";
      if (walksOn(each, definition)) return each;
    }
  }
  let day = nativeDay(date);
  let step = convention === "previous" ? -1 : 1;
  for (;;) {
    day += step;
    const left = nativeDate(day).slice(0, 7) !== date.slice(0, 7);
    if (convention === "modified" && step === 1 && left) {
      step = -1;
      continue;
    }
    if (!knows(nativeDate(day), definition)) return "unknown";
    if (walksOn(nativeDate(day), definition)) return nativeDate(day);
  }
}

function knows(date: CivilDate, { from, until }: CalendarDefinition): boolean {
  return from <= date && date < until;
}
