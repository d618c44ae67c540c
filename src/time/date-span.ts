import { errorAt, type Finding, showInput } from "../shapes/index.js";
import { isObject, propertyPath } from "./check-properties.js";
import { type CivilDate, FIRST_DAY, isCivilDate, LAST_DAY } from "./civil-date.js";

/**
 * Days in a row.
 *
 * @category Time
 */
export interface DateSpan {
  /** The first day. */
  readonly from: CivilDate;
  /** The day after the last. */
  readonly until: CivilDate;
}

/** Findings for untrusted input as a day: `not-a-civil-date`. */
export function checkCivilDate(input: unknown, path: string): readonly Finding[] {
  if (isCivilDate(input)) return [];
  const message = `${showInput(input)} is not a day from ${FIRST_DAY} to ${LAST_DAY}`;
  return [errorAt(path, "not-a-civil-date", message)];
}

/**
 * Findings for untrusted input as a span of at least one day: `not-a-span`, `not-a-civil-date`,
 * `span-reversed`. Further properties are the caller's own.
 */
export function checkSpan(input: unknown, path: string): readonly Finding[] {
  if (!isObject(input)) {
    return [errorAt(path, "not-a-span", `${showInput(input)} is not an object`)];
  }
  const { from, until } = input as Partial<Record<keyof DateSpan, unknown>>;
  const findings = [
    ...checkCivilDate(from, propertyPath(path, "from")),
    ...checkCivilDate(until, propertyPath(path, "until")),
  ];
  const [first, after] = [from, until] as [CivilDate, CivilDate];
  if (findings.length > 0 || first < after) return findings;
  const order = `${showInput(until)} is not after ${showInput(from)}`;
  const message = `${order}; until is the day after the last`;
  return [errorAt(propertyPath(path, "until"), "span-reversed", message)];
}
