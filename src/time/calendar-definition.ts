import { errorAt, type Finding, nearestName, showInput } from "../shapes/index.js";
import { checkList } from "./check-list.js";
import { checkProperties, isObject, propertyPath } from "./check-properties.js";
import type { CivilDate } from "./civil-date.js";
import { checkCivilDate, checkSpan, type DateSpan } from "./date-span.js";
import { WEEKDAYS, type Weekday } from "./weekday.js";

/**
 * Which days a company works, as data: the span the calendar knows, and what is not worked in it.
 *
 * hoito computes no holidays; a host lists them, for example with `date-holidays`. Holidays and
 * closures outside the span, or on a weekend, change nothing.
 *
 * @category Time
 */
export interface CalendarDefinition extends DateSpan {
  /** The days of the week that are never worked; at most six, `[]` for none. */
  readonly weekend: readonly Weekday[];
  /** Single days off, in any order; at most 10 000. */
  readonly holidays?: readonly CivilDate[];
  /** Days off in a row, in any order, overlaps allowed; at most 10 000. */
  readonly closures?: readonly DateSpan[];
}

const PROPERTIES: readonly (keyof CalendarDefinition)[] = [
  "from",
  "until",
  "weekend",
  "holidays",
  "closures",
];
/** More than every day of a week twice is a mistake, and work. */
const MOST_WEEKDAYS = 14;
const MOST_DAYS_OFF = 10_000;

/**
 * Findings for untrusted input as a working calendar: `not-a-calendar` (also for a misspelt
 * property), `not-a-civil-date`, `span-reversed`, `not-a-list`, `too-many-entries`,
 * `unknown-weekday`, `all-days-weekend`, `not-a-span`.
 */
export function checkCalendarDefinition(input: unknown, path: string): readonly Finding[] {
  const shape = checkProperties(input, path, PROPERTIES, "not-a-calendar");
  if (!isObject(input)) return shape;
  const definition: Partial<Record<keyof CalendarDefinition, unknown>> = input;
  const { weekend, holidays = [], closures = [] } = definition;
  const at = (name: keyof CalendarDefinition): string => propertyPath(path, name);
  return [
    ...shape,
    ...checkSpan(definition, path),
    ...checkWeekend(weekend, at("weekend")),
    ...checkList(holidays, at("holidays"), MOST_DAYS_OFF, checkCivilDate),
    ...checkSpans(closures, at("closures")),
  ];
}

/** Findings for untrusted input as a list of spans, such as closures or absences. */
export function checkSpans(input: unknown, path: string): readonly Finding[] {
  return checkList(input, path, MOST_DAYS_OFF, checkSpan);
}

function checkWeekend(input: unknown, path: string): readonly Finding[] {
  const findings = checkList(input, path, MOST_WEEKDAYS, checkWeekday);
  if (findings.length > 0 || new Set(input as Weekday[]).size < WEEKDAYS.length) return findings;
  return [errorAt(path, "all-days-weekend", "no day of the week is left to work on")];
}

/** Findings for untrusted input as a day of the week: `unknown-weekday`, with the nearest one. */
export function checkWeekday(input: unknown, path: string): readonly Finding[] {
  if (WEEKDAYS.some((weekday) => weekday === input)) return [];
  const nearest = typeof input === "string" ? nearestName(input, WEEKDAYS) : undefined;
  return [errorAt(path, "unknown-weekday", `${showInput(input)} is not a weekday`, nearest)];
}
