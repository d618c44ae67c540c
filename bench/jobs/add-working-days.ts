import { addBusinessDays, isWeekend } from "date-fns";
import { orThrow } from "hoito";
import {
  addWorkingDays,
  compileCalendar,
  shiftWorkingDays,
  toCivilDate,
  toEpochDay,
} from "hoito/time";
import type { Job } from "../job.js";

export const name: Job["name"] = "10 working days added to 1,000 dates";

const MILLISECONDS_A_DAY = 86_400_000;
const WORKING_DAYS = 10;

/** Without holidays, which date-fns does not know. */
const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2022-01-01", weekend: ["saturday", "sunday"] }),
);

const days = Array.from({ length: 1_000 }, (_, index) => calendar.fromDay + index);
const civilDates = days.map(toCivilDate);
const hostDates = days.map((day) => new Date(day * MILLISECONDS_A_DAY));

/** What one would write for this span alone: the working days, and where each day stands in them. */
const workingDays = Array.from({ length: calendar.untilDay - calendar.fromDay }, (_, at) => {
  return calendar.fromDay + at;
}).filter((day) => !isWeekend(new Date(day * MILLISECONDS_A_DAY)));
const table = Int32Array.from(workingDays);
const standing = Int32Array.from({ length: calendar.untilDay - calendar.fromDay }, (_, at) => {
  return workingDays.filter((day) => day <= calendar.fromDay + at).length - 1;
});

export const contenders: Job["contenders"] = {
  "by hand": () => {
    let sum = 0;
    for (const day of days) sum += table[standing[day - calendar.fromDay]! + WORKING_DAYS]!;
    return sum;
  },
  hoito: () => {
    let sum = 0;
    for (const day of days) sum += shiftWorkingDays(day, WORKING_DAYS, calendar)!;
    return sum;
  },
  "hoito, civil dates": () => {
    let sum = 0;
    for (const date of civilDates) sum += toEpochDay(addWorkingDays(date, WORKING_DAYS, calendar)!);
    return sum;
  },
  "date-fns addBusinessDays": () => {
    let sum = 0;
    for (const date of hostDates) {
      sum += addBusinessDays(date, WORKING_DAYS).getTime() / MILLISECONDS_A_DAY;
    }
    return sum;
  },
};

export const pieces: Job["pieces"] = { count: days.length, each: "date" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 2, of: "by hand" },
  { who: "hoito", times: 1 / 70, of: "date-fns addBusinessDays" },
];
