import { tzOffset } from "@date-fns/tz/tzOffset";
import { HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "./civil-date.js";

/**
 * A time of day as text, `HH:MM`, from `00:00` to `23:59`.
 *
 * @category Time
 */
export type ClockTime = `${number}:${number}`;

/**
 * What the wall clock shows somewhere.
 *
 * @category Time
 */
export interface LocalTime {
  readonly date: CivilDate;
  readonly time: ClockTime;
  /** A zone of the IANA database, such as `"Europe/Helsinki"`, or `"UTC"`. */
  readonly zone: string;
}

/**
 * What a local time means that the change of the clocks leaves out or repeats.
 *
 * @category Time
 */
export interface ClockChangePolicy {
  /**
   * For a time that is skipped when the clocks go forward: `later` moves it forward by the length
   * of the gap (03:30 becomes 04:30), `earlier` back by it (02:30).
   */
  readonly gap: "later" | "earlier";
  /** Which of the two moments, for a time that occurs twice when the clocks go back. */
  readonly overlap: "earlier" | "later";
}

/**
 * The moment at which the wall clock of a zone shows a time.
 *
 * Zones come from the time zone data of the engine, so a change of law arrives with its update.
 *
 * @param local - the date, time and zone
 * @param policy - what a skipped and what a repeated time mean
 * @returns milliseconds since 1970-01-01T00:00Z
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-time`, `unknown-zone`
 *
 * @example Noon in Helsinki before and after the clocks went forward
 * ```ts
 * import { instantAt } from "hoito";
 *
 * const noon = { time: "12:00", zone: "Europe/Helsinki" } as const;
 * const policy = { gap: "later", overlap: "earlier" } as const;
 * const before = instantAt({ date: "2018-03-19", ...noon }, policy);
 * const after = instantAt({ date: "2018-03-26", ...noon }, policy);
 * before; // => Date.parse("2018-03-19T10:00Z")
 * after; // => Date.parse("2018-03-26T09:00Z")
 * ```
 *
 * @category Time
 */
export function instantAt(local: LocalTime, policy: ClockChangePolicy): number {
  const { date, time, zone } = local;
  requireZone(zone);
  const wall = toEpochDay(date) * DAY_MS + minuteOfDay(time) * MINUTE_MS;
  // Read with the clocks of the day before and of the day after: mostly the same moment.
  const before = wall - offsetMs(wall - DAY_MS, zone);
  const after = wall - offsetMs(wall + DAY_MS, zone);
  const shown = [before, after].filter((each) => each + offsetMs(each, zone) === wall);
  if (shown.length === 1) return shown[0]!;
  const choice = shown.length === 0 ? policy.gap : policy.overlap;
  return choice === "later" ? Math.max(before, after) : Math.min(before, after);
}

/**
 * What the wall clock of a zone shows at a moment, seconds dropped.
 *
 * @param instant - milliseconds since 1970-01-01T00:00Z
 * @param zone - a zone of the IANA database
 * @returns the date and the time there
 * @throws {@link HoitoError} `not-an-instant`, `unknown-zone`, `date-out-of-range`
 *
 * @example The day a late message belongs to
 * ```ts
 * import { civilTimeAt } from "hoito";
 *
 * const instant = Date.parse("2018-03-25T22:30Z");
 * civilTimeAt(instant, "Europe/Helsinki"); // => { date: "2018-03-26", time: "01:30" }
 * ```
 *
 * @category Time
 */
export function civilTimeAt(instant: number, zone: string): Omit<LocalTime, "zone"> {
  requireInstant(instant, "instant");
  requireZone(zone);
  const wall = instant + offsetMs(instant, zone);
  const day = Math.floor(wall / DAY_MS);
  const minutes = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as ClockTime;
  return { date: toCivilDate(day), time };
}

/**
 * Tells whether a moment is in time for a deadline; the deadline itself only when it is inclusive.
 *
 * @param at - milliseconds since 1970-01-01T00:00Z
 * @param deadline - milliseconds since 1970-01-01T00:00Z
 * @param bound - whether the very moment of the deadline is in time
 * @throws {@link HoitoError} `not-an-instant` for `NaN` and the infinities
 *
 * @example On the stroke of twelve
 * ```ts
 * import { isWithinDeadline } from "hoito";
 *
 * const noon = Date.parse("2018-03-26T09:00Z");
 * isWithinDeadline(noon, noon, "inclusive"); // => true
 * isWithinDeadline(noon, noon, "exclusive"); // => false
 * ```
 *
 * @category Time
 */
export function isWithinDeadline(
  at: number,
  deadline: number,
  bound: "inclusive" | "exclusive",
): boolean {
  requireInstant(at, "at");
  requireInstant(deadline, "deadline");
  return bound === "inclusive" ? at <= deadline : at < deadline;
}

/**
 * Tells whether input is a time of day written `HH:MM`, from `00:00` to `23:59`.
 *
 * @param input - anything
 *
 * @example Midnight belongs to the day it begins
 * ```ts
 * import { isClockTime } from "hoito/time";
 *
 * isClockTime("00:00"); // => true
 * isClockTime("24:00"); // => false
 * ```
 *
 * @category Time
 */
export function isClockTime(input: unknown): input is ClockTime {
  return typeof input === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(input);
}

/**
 * Tells whether input is a time zone that the engine knows by name.
 *
 * Offsets such as `+02:00` are refused: they are not zones, and engines differ over them.
 *
 * @param input - anything
 *
 * @example A city and an offset
 * ```ts
 * import { isZone } from "hoito/time";
 *
 * isZone("Europe/Helsinki"); // => true
 * isZone("+02:00"); // => false
 * ```
 *
 * @category Time
 */
export function isZone(input: unknown): input is string {
  if (typeof input !== "string" || !/^[A-Za-z]/.test(input)) return false;
  if (knownZones.has(input)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: input });
  } catch {
    return false;
  }
  if (knownZones.size < MOST_KNOWN_ZONES) knownZones.add(input);
  return true;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Names that were looked up before, a slow thing to do; bounded, since case may vary in a name. */
const knownZones = new Set<string>();
const MOST_KNOWN_ZONES = 1000;

function requireZone(zone: string): void {
  if (isZone(zone)) return;
  const message = `${showInput(zone)} is not a known time zone`;
  throw new HoitoError(message, { code: "unknown-zone", path: "zone", received: zone });
}

function requireInstant(instant: number, path: string): void {
  if (Number.isFinite(instant)) return;
  const message = `${showInput(instant)} is not a moment in milliseconds`;
  throw new HoitoError(message, { code: "not-an-instant", path, received: instant });
}

function minuteOfDay(time: ClockTime): number {
  if (isClockTime(time)) return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const message = `${showInput(time)} is not a time from 00:00 to 23:59`;
  throw new HoitoError(message, { code: "not-a-time", path: "time", received: time });
}

/** How far a zone's clocks are ahead of UTC; to the second, as they were before about 1920. */
function offsetMs(instant: number, zone: string): number {
  return Math.round(tzOffset(zone, new Date(instant)) * 60) * 1000;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
