import { type CivilDate, toEpochDay } from "hoito/time";
import { type Filling, leaveOut, ODD } from "./filling.js";

const [COMMA, LINE_FEED, ZERO, MINUS] = [44, 10, 48, 45];

/** The years that hoito knows. */
const [FIRST_YEAR, YEARS] = [1900, 300];
const [NO_DAY, GAP] = [-1_000_000, -1_000_001];
const DATE_BYTES = 10;
/** The epoch days of those years by year, month and day of the month. */
const days: Int32Array = daysOfYears();

function daysOfYears(): Int32Array {
  const table = new Int32Array(YEARS * 12 * 31).fill(NO_DAY);
  const starts = Array.from({ length: YEARS * 12 }, (_, month) => {
    const year = FIRST_YEAR + Math.floor(month / 12);
    return toEpochDay(`${year}-${String((month % 12) + 1).padStart(2, "0")}-01` as CivilDate);
  });
  starts.push(toEpochDay("2199-12-31") + 1);
  for (let month = 0; month < YEARS * 12; month++) {
    const start = starts[month]!;
    for (let day = start; day < starts[month + 1]!; day++) table[month * 31 + day - start] = day;
  }
  return table;
}

/** A column of dates as `2018-03-28`. */
export function dates(data: Int32Array, valid: Uint8Array): Filling {
  return {
    column: { kind: "date", data, valid },
    valid,
    read: (bytes, from, row) => {
      const day = epochDayAt(bytes, from);
      if (day === NO_DAY) return ODD;
      if (day === GAP) {
        leaveOut(valid, row);
        return from;
      }
      data[row] = day;
      return from + DATE_BYTES;
    },
    readText: (text, row) => {
      try {
        data[row] = toEpochDay(text as CivilDate);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The epoch day of `2018-03-28`; `GAP` for an empty cell, and `NO_DAY` for any other. */
function epochDayAt(bytes: Uint8Array, from: number): number {
  if (bytes[from] === COMMA || bytes[from] === LINE_FEED) return GAP;
  const end = from + DATE_BYTES;
  if (end >= bytes.length || bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return NO_DAY;
  if (bytes[end] !== COMMA && bytes[end] !== LINE_FEED) return NO_DAY;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2) - FIRST_YEAR;
  const month = twoDigits(bytes, from + 5) - 1;
  const day = twoDigits(bytes, from + 8) - 1;
  const isNear = year >= 0 && year < YEARS && month >= 0 && month < 12 && day >= 0 && day < 31;
  return isNear ? days[(year * 12 + month) * 31 + day]! : NO_DAY;
}

/** A number of two digits; far below any where they are none. */
function twoDigits(bytes: Uint8Array, from: number): number {
  const tens = bytes[from]! - ZERO;
  const ones = bytes[from + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}
