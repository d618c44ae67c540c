import { readLeadingDay, toCivilDate, twoDigits } from "./civil-date.js";

/**
 * The moment that a text names: ISO 8601 in UTC, such as `2018-01-22T10:00:00Z`; seconds and their
 * fraction may be left out.
 *
 * Gotcha: a fraction finer than a millisecond is cut.
 *
 * @param input - anything
 * @returns milliseconds since 1970-01-01T00:00Z, or `undefined` for anything else
 *
 * @example With and without seconds
 * ```ts
 * import { readInstant } from "hoito/time";
 *
 * readInstant("1970-01-01T00:01Z"); // => 60_000
 * readInstant("1970-01-01T00:00:00.250Z"); // => 250
 * readInstant("1970-01-01"); // => undefined
 * ```
 *
 * @category Time
 */
export function readInstant(input: unknown): number | undefined {
  if (typeof input !== "string" || !hasInstantMarks(input)) return undefined;
  const day = readLeadingDay(input);
  const hasSeconds = input.length > SHORTEST;
  const hour = twoDigits(input, 11);
  const minute = twoDigits(input, 14);
  const second = hasSeconds ? twoDigits(input, 17) : 0;
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  if (day === undefined || !isTime) return undefined;
  const seconds = (hour * 60 + minute) * 60 + second;
  const thousandths = input.length > WITH_SECONDS ? readThousandths(input) : 0;
  if (thousandths === undefined) return undefined;
  return day * DAY_MS + seconds * 1000 + thousandths;
}

/** Whether letters and marks stand where an instant has them, whatever its digits. */
function hasInstantMarks(text: string): boolean {
  const { length } = text;
  const isLong = length >= WITH_SECONDS + 2 && length <= LONGEST && text[WITH_SECONDS - 1] === ".";
  const isLengthy = length === SHORTEST || length === WITH_SECONDS || isLong;
  const isMarked = text[10] === "T" && text[13] === ":" && text[length - 1] === "Z";
  return isLengthy && isMarked && (length === SHORTEST || text[16] === ":");
}

/** The fraction of a second up to the `Z`, cut to thousandths. */
function readThousandths(text: string): number | undefined {
  let value = 0;
  let worth = 100;
  for (let at = WITH_SECONDS; at < text.length - 1; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value += digit * worth;
    worth = Math.floor(worth / 10);
  }
  return value;
}

/**
 * A moment as ISO 8601 text in UTC, the reverse of {@link readInstant}; whole seconds without
 * fraction.
 *
 * @param instant - whole milliseconds since 1970-01-01T00:00Z
 * @throws {@link HoitoError} `date-out-of-range` outside 1900-01-01 to 2199-12-31
 *
 * @example The first minute
 * ```ts
 * import { writeInstant } from "hoito/time";
 *
 * writeInstant(60_000); // => "1970-01-01T00:01:00Z"
 * ```
 *
 * @category Time
 */
export function writeInstant(instant: number): `${string}Z` {
  const day = Math.floor(instant / DAY_MS);
  const left = instant - day * DAY_MS;
  const seconds = Math.floor(left / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = time.map((each) => String(each).padStart(2, "0")).join(":");
  const thousandths = left - seconds * 1000;
  const fraction = thousandths === 0 ? "" : `.${String(thousandths).padStart(3, "0")}`;
  return `${toCivilDate(day)}T${clock}${fraction}Z`;
}

const DAY_MS = 86_400_000;
const ZERO = 48;
/** Lengths of `2018-01-22T10:00Z`, of one with seconds, and of one with nine decimals. */
const SHORTEST = 17;
const WITH_SECONDS = 20;
const LONGEST = 30;
