import type { FactColumn } from "hoito/facts";
import { type CivilDate, toEpochDay } from "hoito/time";
import type { FactSource } from "./fact-columns.js";

const [ZERO, NINE, MINUS, POINT] = [48, 57, 45, 46];
const text = new TextDecoder();

/** One column of a block while it is filled; `read` says whether a cell was well-formed. */
export interface Filling {
  readonly column: FactColumn;
  readonly valid: Uint8Array;
  read(bytes: Uint8Array, from: number, until: number, row: number): boolean;
}

/** An empty column of a kind, filled from the bytes of cells. */
export function fillingFor({ kind }: FactSource, rows: number): Filling {
  const valid = new Uint8Array(Math.ceil(rows / 8));
  switch (kind) {
    case "number":
    case "money": {
      const data = new Float64Array(rows);
      // Money in minor units, a hundred of which are one.
      const units = kind === "money" ? 100 : 1;
      const isRead = kind === "money" ? Number.isSafeInteger : Number.isFinite;
      return {
        column: { kind, data, valid },
        valid,
        read: (bytes, from, until, row) => {
          const value = decimal(bytes, from, until, units);
          data[row] = value;
          return isRead(value);
        },
      };
    }
    case "date": {
      const data = new Int32Array(rows);
      return {
        column: { kind, data, valid },
        valid,
        read: (bytes, from, until, row) => {
          const day = epochDay(bytes, from, until);
          data[row] = day ?? 0;
          return day !== undefined;
        },
      };
    }
    case "boolean": {
      const data = new Uint8Array(rows);
      return {
        column: { kind, data, valid },
        valid,
        read: (bytes, from, until, row) => {
          const is = bytes[from]! - ZERO;
          data[row] = is;
          return until - from === 1 && (is === 0 || is === 1);
        },
      };
    }
    case "category": {
      const data = new Uint16Array(rows);
      const words = new Words();
      return {
        column: { kind, data, valid, dictionary: words.dictionary },
        valid,
        read: (bytes, from, until, row) => {
          const code = words.codeOf(bytes, from, until);
          data[row] = code;
          return code < 2 ** 16;
        },
      };
    }
  }
}

/** So many units of a decimal; not a number where it is none, or longer than a double is exact. */
function decimal(bytes: Uint8Array, from: number, until: number, units: number): number {
  const isNegative = bytes[from] === MINUS;
  let digits = 0;
  let count = 0;
  let scale = 1;
  let point = 0;
  for (let at = isNegative ? from + 1 : from; at < until; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      digits = digits * 10 + (byte - ZERO);
      count += 1;
      if (point > 0) scale *= 10;
    } else if (byte === POINT && point === 0 && count > 0) {
      point = at;
    } else {
      return Number.NaN;
    }
  }
  if (count === 0 || count > 15 || point === until - 1) return Number.NaN;
  // By whole powers of ten alone, for 1.15 · 100 is a little less than 115.
  const value = scale > units ? digits / (scale / units) : digits * (units / scale);
  return isNegative ? -value : value;
}

const FIRST_YEAR = 1900;
const YEARS = 300;
/** The epoch days of dates met so far, by year, month and day; 0 where none was met. */
const days = new Int32Array(YEARS * 12 * 31);

/** `2018-03-28` as a day number, asked of hoito once for each date. */
function epochDay(bytes: Uint8Array, from: number, until: number): number | undefined {
  if (until - from !== 10) return undefined;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2) - FIRST_YEAR;
  const month = twoDigits(bytes, from + 5) - 1;
  const day = twoDigits(bytes, from + 8) - 1;
  const isNear = year >= 0 && year < YEARS && month >= 0 && month < 12 && day >= 0 && day < 31;
  const isMarked = bytes[from + 4] === MINUS && bytes[from + 7] === MINUS;
  if (!isNear || !isMarked) return undefined;
  const place = (year * 12 + month) * 31 + day;
  if (days[place] !== 0) return days[place];
  try {
    days[place] = toEpochDay(text.decode(bytes.subarray(from, until)) as CivilDate);
  } catch {
    return undefined;
  }
  return days[place];
}

/** A number of two digits; far from any date where they are none. */
function twoDigits(bytes: Uint8Array, from: number): number {
  const tens = bytes[from]! - ZERO;
  const ones = bytes[from + 1]! - ZERO;
  const isDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return isDigits ? tens * 10 + ones : Number.NaN;
}

/** Different words and their codes, found by their bytes. */
class Words {
  readonly dictionary: string[] = [];
  private readonly bytesOf: Uint8Array[] = [];
  /** Codes by hash; nearly always one. */
  private readonly codes = new Map<number, number[]>();

  codeOf(bytes: Uint8Array, from: number, until: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < until; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const known = this.codes.get(hash);
    for (const code of known ?? []) if (this.is(code, bytes, from, until)) return code;
    const code = this.dictionary.length;
    if (code >= 2 ** 16) return code;
    const own = bytes.slice(from, until);
    this.dictionary.push(text.decode(own));
    this.bytesOf.push(own);
    if (known === undefined) this.codes.set(hash, [code]);
    else known.push(code);
    return code;
  }

  private is(code: number, bytes: Uint8Array, from: number, until: number): boolean {
    const own = this.bytesOf[code]!;
    if (own.length !== until - from) return false;
    for (let at = 0; at < own.length; at++) if (own[at] !== bytes[from + at]) return false;
    return true;
  }
}
