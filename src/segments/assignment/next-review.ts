import { type Duration, LAST_EPOCH_DAY, shiftDayWithin } from "../../time/index.js";
import type { CompiledReview } from "./stay-rule.js";

/** The first review on a day or later; `Infinity` when there is none. */
export function nextReview(review: CompiledReview, from: number): number {
  switch (review.kind) {
    case "daily":
      return from;
    case "on":
      return nextOfDays(review.days, from);
    case "every":
      return nextOfSeries(review.from, review.every, from);
  }
}

/** The days are in ascending order. */
function nextOfDays(days: readonly number[], from: number): number {
  let before = -1;
  let after = days.length;
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (days[middle]! >= from) after = middle;
    else before = middle;
  }
  return days[after] ?? Number.POSITIVE_INFINITY;
}

/** Reviews are counted from the first one, so that a month's end that was clamped comes back. */
function nextOfSeries(first: number, every: Duration, from: number): number {
  const nth = (count: number): number => shiftDayWithin(first, times(every, count), 1);
  if (from <= first) return first;
  let before = 0;
  let after = from - first;
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (nth(middle) >= from) after = middle;
    else before = middle;
  }
  const day = nth(after);
  return day >= LAST_EPOCH_DAY ? Number.POSITIVE_INFINITY : day;
}

function times({ years = 0, months = 0, weeks = 0, days = 0 }: Duration, count: number): Duration {
  return {
    years: years * count,
    months: months * count,
    weeks: weeks * count,
    days: days * count,
  };
}
