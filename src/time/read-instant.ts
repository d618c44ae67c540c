import { isCivilDate, toCivilDate, toEpochDay } from "./civil-date.js";

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
  const parts = typeof input === "string" ? INSTANT.exec(input) : null;
  if (parts === null) return undefined;
  const [, date, hour, minute, second = "0", fraction = ""] = parts;
  const time = [Number(hour), Number(minute), Number(second)] as const;
  if (!isCivilDate(date) || time[0] > 23 || time[1] > 59 || time[2] > 59) return undefined;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const seconds = (time[0] * 60 + time[1]) * 60 + time[2];
  return toEpochDay(date) * DAY_MS + seconds * 1000 + thousandths;
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
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?Z$/;
