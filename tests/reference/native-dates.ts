import type { CivilDate } from "../../src/time/index.js";

const DAY_MS = 86_400_000;

/** The slow, obvious twin of the month table: the engine's own calendar, read in UTC. */
export function nativeDay(date: CivilDate): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}

export function nativeDate(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Month by month in the engine's calendar, back to the last day that fits the month. */
export function nativeAddMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, dayOfMonth] = date.split("-").map(Number) as [number, number, number];
  for (let fitting = dayOfMonth; ; fitting--) {
    const moved = new Date(Date.UTC(year, month - 1 + months, fitting));
    const inMonth = new Date(Date.UTC(year, month - 1 + months, 1)).getUTCMonth();
    if (moved.getUTCMonth() === inMonth) return moved.toISOString().slice(0, 10) as CivilDate;
  }
}

/** Tries one month more until it would pass. */
export function nativeMonthsBetween(from: CivilDate, until: CivilDate): number {
  if (until < from) return 0 - nativeMonthsBetween(until, from);
  let months = 0;
  while (nativeAddMonths(from, months + 1) <= until) months++;
  return months;
}

/** ISO 8601 by its words: the year of the week's Thursday, counting the Thursdays of that year. */
export function nativeIsoWeek(date: CivilDate): { year: number; week: number; weekday: number } {
  const day = nativeDay(date);
  const weekday = new Date(day * DAY_MS).getUTCDay() || 7;
  const year = new Date((day + 4 - weekday) * DAY_MS).getUTCFullYear();
  let week = 0;
  for (let each = Date.UTC(year, 0, 1) / DAY_MS; each <= day + 4 - weekday; each++) {
    if (new Date(each * DAY_MS).getUTCDay() === 4) week++;
  }
  return { year, week, weekday };
}
