import { createRequire } from "node:module";
import { addDays as addHostDays, isWeekend } from "date-fns";
import { compileCalendar, orThrow } from "hoito";
import { rollDay } from "hoito/time";
import type { Job } from "../job.js";

/** Node finds no names in its CommonJS. */
const { RRule } = createRequire(import.meta.url)("rrule") as typeof import("rrule");

export const name: Job["name"] =
  "ten due dates a year of 1,000 accounts, each the next working day of a Finnish calendar";

const MILLISECONDS_A_DAY = 86_400_000;
const DATES_A_YEAR = 10;
const DAYS_BETWEEN = 36;

const HOLIDAYS = [
  "2018-01-01",
  "2018-01-06",
  "2018-03-30",
  "2018-04-01",
  "2018-04-02",
  "2018-05-01",
  "2018-05-10",
  "2018-05-20",
  "2018-06-22",
  "2018-06-23",
  "2018-11-03",
  "2018-12-06",
  "2018-12-24",
  "2018-12-25",
  "2018-12-26",
  "2019-01-01",
  "2019-01-06",
  "2019-04-19",
  "2019-04-21",
  "2019-04-22",
  "2019-05-01",
  "2019-05-30",
  "2019-06-09",
  "2019-06-21",
  "2019-06-22",
  "2019-11-02",
  "2019-12-06",
  "2019-12-24",
  "2019-12-25",
  "2019-12-26",
] as const;

const calendar = orThrow(
  compileCalendar({
    from: "2018-01-01",
    until: "2020-01-01",
    weekend: ["saturday", "sunday"],
    holidays: HOLIDAYS,
  }),
);

/** The first due date of each account, anywhere in the first year. */
const starts = Array.from({ length: 1_000 }, (_, index) => calendar.fromDay + ((index * 7) % 365));
const hostStarts = starts.map((day) => new Date(day * MILLISECONDS_A_DAY));
const hostHolidays = new Set(HOLIDAYS.map((date) => Date.parse(date)));

/** What one would write for these two years alone: the working day that stands for each day. */
const standIn = new Int32Array(calendar.untilDay - calendar.fromDay);
for (let at = standIn.length - 1; at >= 0; at--) {
  standIn[at] = isFree(new Date((calendar.fromDay + at) * MILLISECONDS_A_DAY))
    ? (standIn[at + 1] ?? calendar.untilDay)
    : calendar.fromDay + at;
}

function isFree(date: Date): boolean {
  return isWeekend(date) || hostHolidays.has(date.getTime());
}

function nextWorkingDay(date: Date): Date {
  let found = date;
  while (isFree(found)) found = addHostDays(found, 1);
  return found;
}

export const contenders: Job["contenders"] = {
  "by hand": () => {
    let sum = 0;
    for (const start of starts) {
      for (let at = 0; at < DATES_A_YEAR; at++) {
        sum += standIn[start + at * DAYS_BETWEEN - calendar.fromDay]!;
      }
    }
    return sum;
  },
  hoito: () => {
    let sum = 0;
    for (const start of starts) {
      for (let at = 0; at < DATES_A_YEAR; at++) {
        sum += rollDay(start + at * DAYS_BETWEEN, "next", calendar)!;
      }
    }
    return sum;
  },
  "date-fns": () => {
    let sum = 0;
    for (const start of hostStarts) {
      for (let at = 0; at < DATES_A_YEAR; at++) {
        const due = nextWorkingDay(addHostDays(start, at * DAYS_BETWEEN));
        sum += due.getTime() / MILLISECONDS_A_DAY;
      }
    }
    return sum;
  },
  "rrule, then date-fns": () => {
    let sum = 0;
    for (const start of hostStarts) {
      const rule = { freq: RRule.DAILY, interval: DAYS_BETWEEN, count: DATES_A_YEAR };
      for (const date of new RRule({ ...rule, dtstart: start }).all()) {
        sum += nextWorkingDay(date).getTime() / MILLISECONDS_A_DAY;
      }
    }
    return sum;
  },
};

export const pieces: Job["pieces"] = { count: starts.length * DATES_A_YEAR, each: "date" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 2, of: "by hand" },
  { who: "hoito", times: 1 / 70, of: "date-fns" },
  { who: "hoito", times: 1 / 500, of: "rrule, then date-fns" },
];

export const remark: Job["remark"] =
  "The table by hand takes every day to lie within it and gives numbers; hoito looks the day up in one table and its working day in another, refuses a day that the calendar does not know, and says so where no working day is left.";
