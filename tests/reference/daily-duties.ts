import type { DutyStatus } from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { nativeAddMonths, nativeDate, nativeDay } from "./native-dates.js";

/** A contact that was held, by its day and its weight in tenths. */
export interface DailyContact {
  readonly heldOn: CivilDate;
  readonly tenths: number;
}

/** A length of time, as many months or as many days. */
export type Length = { readonly months: number } | { readonly days: number };

/**
 * The slow, obvious twin of the interval: walks from the first contact to the day of asking, one
 * day at a time, filling a cup that is emptied whenever it is full.
 */
export function walkInterval(
  contacts: readonly DailyContact[],
  lengths: { readonly earliest: Length; readonly ideal: Length; readonly latest: Length },
  start: CivilDate,
  asOf: CivilDate,
): DutyStatus {
  let anchor = start;
  let cup = 0;
  const first = Math.min(...contacts.map(({ heldOn }) => nativeDay(heldOn)));
  for (let day = first; day <= nativeDay(asOf); day++) {
    const today = contacts.filter(({ heldOn }) => heldOn === nativeDate(day));
    for (const { tenths } of today.toSorted((a, b) => a.tenths - b.tenths)) {
      cup += tenths;
      if (cup < 10) continue;
      anchor = nativeDate(day);
      cup = 0;
    }
  }
  if (asOf > later(anchor, lengths.latest)) return "late";
  if (asOf >= later(anchor, lengths.ideal)) return "due";
  return asOf >= later(anchor, lengths.earliest) ? "ok" : "early";
}

/**
 * The slow, obvious twin of the calendar quota: counts the days of the period that had a contact
 * and gives one status for each contact still wanted, in order of their parts.
 */
export function walkQuota(
  contacts: readonly DailyContact[],
  goal: { readonly atLeast: number; readonly atMost: number | undefined; readonly even: boolean },
  period: { readonly from: CivilDate; readonly until: CivilDate },
  asOf: CivilDate,
): readonly DutyStatus[] {
  const { atLeast, atMost, even } = goal;
  let tenths = 0;
  for (let day = nativeDay(period.from); day <= nativeDay(asOf); day++) {
    for (const contact of contacts)
      if (contact.heldOn === nativeDate(day)) tenths += contact.tenths;
  }
  if (atMost !== undefined && tenths > atMost * 10) return ["exceeded"];
  const statuses: DutyStatus[] = [];
  for (let k = 1; k <= atLeast; k++) {
    if (tenths >= k * 10) continue;
    const part = partOf(k, atLeast, period);
    const [first, last] = even ? [part[0]!, part.at(-1)!] : [period.from, lastOf(period)];
    const middle = part[Math.floor(part.length / 2)]!;
    if (asOf > last) statuses.push("late");
    else if (asOf >= middle) statuses.push("due");
    else statuses.push(asOf >= first ? "ok" : "early");
    if (asOf < part[0]!) break;
  }
  return statuses.length === 0 ? ["fulfilled"] : statuses;
}

/**
 * The slow, obvious twin of the rolling quota: late when yesterday's window was already short
 * although the relationship had lasted its whole length.
 */
export function isShortYesterday(
  contacts: readonly DailyContact[],
  atLeast: number,
  length: Length,
  start: CivilDate,
  asOf: CivilDate,
): boolean {
  const yesterday = nativeDate(nativeDay(asOf) - 1);
  const before = later(yesterday, length, -1);
  if (before < start) return false;
  let tenths = 0;
  for (const contact of contacts) {
    if (contact.heldOn > before && contact.heldOn <= asOf) tenths += contact.tenths;
  }
  return tenths < atLeast * 10;
}

/** The days of the k-th of n parts: day d of the period lies in part ⌊d · n ÷ days⌋ or the nearest. */
function partOf(
  k: number,
  parts: number,
  period: { readonly from: CivilDate; readonly until: CivilDate },
): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = nativeDay(period.from); nativeDate(day) < period.until; day++) {
    days.push(nativeDate(day));
  }
  const first = Math.floor(((k - 1) * days.length) / parts);
  const end = Math.floor((k * days.length) / parts);
  return days.slice(first, Math.max(end, first + 1));
}

function lastOf({ until }: { readonly until: CivilDate }): CivilDate {
  return nativeDate(nativeDay(until) - 1);
}

function later(date: CivilDate, length: Length, sign: 1 | -1 = 1): CivilDate {
  return "months" in length
    ? nativeAddMonths(date, sign * length.months)
    : nativeDate(nativeDay(date) + sign * length.days);
}
