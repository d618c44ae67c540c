import { errorAt, type Finding, showInput } from "../shapes/index.js";
import { checkList } from "./check-list.js";
import { checkProperties, isObject, propertyPath } from "./check-properties.js";
import { checkSpan, type DateSpan } from "./date-span.js";

/**
 * A calendar period; weeks are ISO weeks, from Monday.
 *
 * @category Time
 */
export type PeriodKind = "year" | "half" | "quarter" | "month" | "week";

/**
 * Periods of a year that starts in another month than January, labelled by the calendar year in
 * which the fiscal year starts: `FY2018`, `FY2018-H1`, `FY2018-Q3`.
 *
 * @category Time
 */
export interface FiscalPeriods {
  readonly fiscal: "year" | "half" | "quarter";
  /** January 1 to December 12; the fiscal year starts on the first of this month. */
  readonly startMonth: number;
}

/**
 * Days in a row with a name.
 *
 * @category Time
 */
export interface Period extends DateSpan {
  readonly label: string;
}

/**
 * Periods that a company sets itself: in order, without overlap, gaps allowed, at most 1 000.
 *
 * @category Time
 */
export interface OwnPeriods {
  readonly own: readonly Period[];
}

/**
 * How a company cuts time into periods.
 *
 * @category Time
 */
export type PeriodDefinition = PeriodKind | FiscalPeriods | OwnPeriods;

const KINDS: readonly PeriodKind[] = ["year", "half", "quarter", "month", "week"];
const FISCAL_KINDS: readonly unknown[] = ["year", "half", "quarter"];
const MOST_OWN_PERIODS = 1000;
const LONGEST_LABEL = 100;

/**
 * Findings for untrusted input as a way to cut time into periods: `not-a-period` for an unknown
 * kind, property, start month or label; and for own periods `not-a-list`, `too-many-entries`,
 * `not-a-span`, `not-a-civil-date`, `span-reversed`, `duplicate-label` and `overlapping-periods`
 * (also for periods out of order).
 */
export function checkPeriodDefinition(input: unknown, path: string): readonly Finding[] {
  if (!isObject(input)) return checkKind(input, path);
  return "own" in input ? checkOwnPeriods(input, path) : checkFiscalPeriods(input, path);
}

function checkKind(input: unknown, path: string): readonly Finding[] {
  if (KINDS.some((kind) => kind === input)) return [];
  return [notAPeriod(path, input, `one of ${KINDS.join(", ")}, fiscal or own periods`)];
}

function checkFiscalPeriods(input: object, path: string): readonly Finding[] {
  const unknown = checkProperties(input, path, ["fiscal", "startMonth"], "not-a-period");
  if (unknown.length > 0) return unknown;
  const { fiscal, startMonth } = input as Partial<Record<keyof FiscalPeriods, unknown>>;
  const findings: Finding[] = [];
  if (!FISCAL_KINDS.includes(fiscal)) {
    const expected = FISCAL_KINDS.join(", ");
    findings.push(notAPeriod(propertyPath(path, "fiscal"), fiscal, `one of ${expected}`));
  }
  const month = Number.isInteger(startMonth) ? (startMonth as number) : Number.NaN;
  if (!(month >= 1 && month <= 12)) {
    findings.push(notAPeriod(propertyPath(path, "startMonth"), startMonth, "a month from 1 to 12"));
  }
  return findings;
}

function checkOwnPeriods(input: { own: unknown }, path: string): readonly Finding[] {
  const unknown = checkProperties(input, path, ["own"], "not-a-period");
  if (unknown.length > 0) return unknown;
  const ownPath = propertyPath(path, "own");
  const findings = checkList(input.own, ownPath, MOST_OWN_PERIODS, checkOwnPeriod);
  if (findings.length > 0) return findings;
  const own = input.own as readonly Period[];
  if (own.length === 0) return [errorAt(ownPath, "not-a-period", "no period is given")];
  return checkSequence(own, ownPath);
}

function checkOwnPeriod(input: unknown, path: string): readonly Finding[] {
  const findings = checkSpan(input, path);
  if (!isObject(input)) return findings;
  const { label }: { readonly label?: unknown } = input;
  if (typeof label === "string" && label !== "" && label.length <= LONGEST_LABEL) return findings;
  const expected = `a label of 1 to ${LONGEST_LABEL} characters`;
  return [...findings, notAPeriod(propertyPath(path, "label"), label, expected)];
}

function checkSequence(own: readonly Period[], path: string): readonly Finding[] {
  const findings: Finding[] = [];
  const labels = new Set<string>();
  let earliestFrom = own[0]!.from;
  for (const [row, { label, from, until }] of own.entries()) {
    const at = `${path}[${row}]`;
    if (labels.has(label)) {
      const message = `${showInput(label)} names an earlier period too`;
      findings.push(errorAt(propertyPath(at, "label"), "duplicate-label", message));
    }
    if (from < earliestFrom) {
      const message = `${showInput(from)} is before the end of the period above`;
      findings.push(errorAt(propertyPath(at, "from"), "overlapping-periods", message));
    }
    labels.add(label);
    earliestFrom = until;
  }
  return findings;
}

function notAPeriod(path: string, input: unknown, expected: string): Finding {
  return errorAt(path, "not-a-period", `${showInput(input)} is not ${expected}`);
}
