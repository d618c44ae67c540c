import type { DutyStatus } from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { nativeDate, nativeDay } from "./native-dates.js";

/** Days from an event to the three days of its window. */
export interface DailyWindow {
  readonly earliest: number;
  readonly ideal: number;
  readonly latest: number;
}

/**
 * The slow, obvious twin of an event: lives through every day from the first event to the day of
 * asking, opens a duty on the day of its event, closes it on the day of an answer, and throws it
 * away so many days after its latest day.
 */
export function walkEvents(
  events: readonly CivilDate[],
  answers: readonly CivilDate[],
  window: DailyWindow,
  lapses: number | undefined,
  asOf: CivilDate,
): readonly DutyStatus[] {
  let open: number[] = [];
  const first = Math.min(...events.map(nativeDay));
  for (let day = first; day <= nativeDay(asOf); day++) {
    const date = nativeDate(day);
    open = open.filter((raised) => lapses === undefined || day <= raised + window.latest + lapses);
    open.push(...events.filter((each) => each === date).map(nativeDay));
    if (answers.includes(date)) open = [];
  }
  return open.map((raised) => statusAfter(nativeDay(asOf) - raised, window)).sort();
}

/**
 * The slow, obvious twin of a survey: lives through the days of the period, remembers whether the
 * survey or another one was sent, and gives one status at the end.
 */
export function walkSurvey(
  sent: readonly CivilDate[],
  others: readonly CivilDate[],
  period: { readonly from: CivilDate; readonly until: CivilDate },
  window: DailyWindow,
  asOf: CivilDate,
): DutyStatus {
  let status: "fulfilled" | "skipped" | undefined;
  for (let day = nativeDay(period.from); day <= nativeDay(asOf); day++) {
    const date = nativeDate(day);
    if (sent.includes(date)) status = "fulfilled";
    else if (others.includes(date)) status ??= "skipped";
  }
  if (status !== undefined) return status;
  const length = nativeDay(period.until) - nativeDay(period.from);
  const cut = (days: number): number => Math.min(days, length - 1);
  const within = {
    earliest: cut(window.earliest),
    ideal: cut(window.ideal),
    latest: cut(window.latest),
  };
  return statusAfter(nativeDay(asOf) - nativeDay(period.from), within);
}

/** The slow, obvious twin of a limit: the first day whose trailing days hold fewer than allowed. */
export function firstFreeDay(
  contacts: readonly CivilDate[],
  atMost: number,
  days: number,
  wanted: CivilDate,
): CivilDate {
  for (let day = nativeDay(wanted); ; day++) {
    const trailing = contacts.filter((each) => {
      return nativeDay(each) <= day && nativeDay(each) > day - days;
    });
    if (trailing.length < atMost) return nativeDate(day);
  }
}

function statusAfter(days: number, { earliest, ideal, latest }: DailyWindow): DutyStatus {
  if (days > latest) return "late";
  if (days >= ideal) return "due";
  return days >= earliest ? "ok" : "early";
}
