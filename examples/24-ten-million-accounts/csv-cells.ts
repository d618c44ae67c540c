import { endOfCell, isQuote, isReturn } from "./csv-bytes.js";
import { dates } from "./csv-dates.js";
import type { FactSource } from "./fact-columns.js";
import { type Filling, leaveOut, ODD } from "./filling.js";
import { Words } from "./words.js";

/** An empty column of a kind, filled from the bytes of cells. */
export function fillingFor({ kind }: FactSource, rows: number): Filling {
  const valid = new Uint8Array(Math.ceil(rows / 8)).fill(255);
  switch (kind) {
    case "number":
      return decimals(kind, { data: new Float64Array(rows), valid, places: 0 });
    case "money":
      return decimals(kind, { data: new Float64Array(rows), valid, places: 2 });
    case "date":
      return dates(new Int32Array(rows), valid);
    case "boolean":
      return booleans(new Uint8Array(rows), valid);
    case "category":
      return words(new Uint16Array(rows), valid);
  }
}

// A loop over bytes stands in a function of its own: there the engine knows these, in a closure it looks them up.
const [COMMA, LINE_FEED] = [44, 10];
const [ZERO, NINE, POINT] = [48, 57, 46];
const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** So many bytes are digits of a small integer. */
const SHORT = 9;

interface Decimals {
  readonly data: Float64Array;
  readonly valid: Uint8Array;
  /** Digits behind the point of one in whose units numbers are: 2 for money, which is in cents. */
  readonly places: number;
}

function decimals(kind: "number" | "money", own: Decimals): Filling {
  const { data, valid, places } = own;
  return {
    column: { kind, data, valid },
    valid,
    read: (bytes, from, row) => readDecimal(bytes, from, row, own),
    readText: (text, row) => {
      const [, sign, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
      const written = `${whole}${part}`;
      if (whole === undefined || written.length > 15) return false;
      // By whole powers of ten alone, for 1.15 · 100 is a little less than 115.
      const shift = places - part.length;
      const digits = Number(written);
      const value = shift < 0 ? digits / POWERS[-shift]! : digits * POWERS[shift]!;
      data[row] = sign === "-" ? -value : value;
      return kind === "number" || Number.isSafeInteger(value);
    },
  };
}

/** Digits, and a point between them; longer numbers and those below zero are left to `readText`. */
function readDecimal(bytes: Uint8Array, from: number, row: number, own: Decimals): number {
  let digits = 0;
  let at = from;
  let byte = bytes[at]!;
  for (; byte >= ZERO && byte <= NINE; byte = bytes[at]!) {
    digits = (Math.imul(digits, 10) + byte - ZERO) | 0;
    at += 1;
  }
  let { places } = own;
  if (byte === POINT && at > from) {
    places += at + 1;
    at += 1;
    byte = bytes[at]!;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[at]!) {
      digits = (Math.imul(digits, 10) + byte - ZERO) | 0;
      at += 1;
    }
    places -= at;
    if (places < 0 || places === own.places) return ODD;
  }
  if ((byte !== COMMA && byte !== LINE_FEED) || at - from > SHORT) return ODD;
  if (at === from) leaveOut(own.valid, row);
  else own.data[row] = digits * POWERS[places]!;
  return at;
}

/** `1` and `0`. */
function booleans(data: Uint8Array, valid: Uint8Array): Filling {
  return {
    column: { kind: "boolean", data, valid },
    valid,
    read: (bytes, from, row) => {
      const end = endOfCell(bytes, from);
      const is = bytes[from]! - ZERO;
      if (end > from + 1 || (end > from && is !== 0 && is !== 1)) return ODD;
      if (end === from) leaveOut(valid, row);
      else data[row] = is;
      return end;
    },
    readText: (text, row) => {
      data[row] = Number(text);
      return text === "0" || text === "1";
    },
  };
}

function words(data: Uint16Array, valid: Uint8Array): Filling {
  const own = new Words();
  return {
    column: { kind: "category", data, valid, dictionary: own.dictionary },
    valid,
    read: (bytes, from, row) => {
      const end = endOfCell(bytes, from);
      if (end === from) {
        leaveOut(valid, row);
        return end;
      }
      if (isQuote(bytes[from]!) || isReturn(bytes[end - 1]!)) return ODD;
      const code = own.find(bytes, from, end);
      data[row] = code;
      return code < 0 ? ODD : end;
    },
    readText: (text, row) => {
      const code = own.codeOf(text);
      data[row] = code;
      return code >= 0;
    },
  };
}
