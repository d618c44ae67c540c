import { ANNOTATIONS, type Annotated, checkProperties } from "../../rules/index.js";
import { errorAt, type Finding, showInput } from "../../shapes/index.js";

/**
 * What a company decides about its schedules. Practice differs in every one of these, so none has a
 * default.
 *
 * @category Schedule
 */
export interface ScheduleRules extends Annotated {
  /**
   * What a week with days off is worth: the share of its days among those of a full week, or the
   * whole capacity as long as one day is left. A week that has begun is such a week,
   * unless the schedule before tells what is left of it.
   */
  readonly shortWeeks: { readonly fullWeekDays: number } | "whole";
  /** A duty whose latest day has passed: left out, or placed within so many days from `asOf`. */
  readonly late: { readonly withinDays: number } | "leave";
  /** A visit no more days than this from its ideal day is as even as one on it. */
  readonly evenWithinDays: number;
  /** Weeks are as level as can be told when the load is measured in so many steps of capacity. */
  readonly levelSteps: number;
  /** Travel of so many minutes one way is far: visits to one far region make one trip. */
  readonly farFromMinutes: number;
  /**
   * Two contacts of an account are at least so many days apart, pinned and manual entries with it
   * included; those themselves stand where they are.
   */
  readonly minimumGapDays?: number;
}

const WORDS = [
  "shortWeeks",
  "late",
  "evenWithinDays",
  "levelSteps",
  "farFromMinutes",
  "minimumGapDays",
  ...ANNOTATIONS,
];

/** Bounds of each number, both inclusive. */
const BOUNDS = {
  evenWithinDays: [0, 366],
  levelSteps: [1, 100],
  farFromMinutes: [0, 10_000],
  minimumGapDays: [1, 366],
} as const;

/**
 * Everything that is wrong with the rules of a schedule.
 *
 * @param rules - as they were written or read from JSON
 * @param path - where they were written
 * @returns findings `not-schedule-rules`, `unknown-property`, `missing-property` and `out-of-range`
 *   (`fullWeekDays` 1 … 7, `withinDays` and `minimumGapDays` 1 … 366, `evenWithinDays` 0 … 366,
 *   `levelSteps` 1 … 100, `farFromMinutes` 0 … 10 000, all whole); none when nothing is wrong
 *
 * @example A misspelt rule
 * ```ts
 * import { checkScheduleRules } from "hoito/cadence";
 *
 * const rules = {
 *   shortWeeks: { fullWeekDays: 5 },
 *   late: "leave",
 *   evenWithinDay: 7,
 *   levelSteps: 10,
 *   farFromMinutes: 120,
 * };
 * const findings = checkScheduleRules(rules, "rules");
 * findings.map(({ code }) => code); // => ["unknown-property", "missing-property"]
 * findings[0]?.suggestion; // => "evenWithinDays"
 * ```
 *
 * @category Schedule
 */
export function checkScheduleRules(rules: unknown, path: string): readonly Finding[] {
  if (typeof rules !== "object" || rules === null) {
    return [errorAt(path, "not-schedule-rules", `${showInput(rules)} is no object of rules`)];
  }
  const findings = [...checkProperties(rules, WORDS, path)];
  const written = rules as Partial<Record<string, unknown>>;
  checkChoice(written["shortWeeks"], "fullWeekDays", "whole", 7, `${path}.shortWeeks`, findings);
  checkChoice(written["late"], "withinDays", "leave", 366, `${path}.late`, findings);
  for (const [word, [least, most]] of Object.entries(BOUNDS)) {
    const isOptional = word === "minimumGapDays";
    const value = Object.hasOwn(written, word) ? written[word] : undefined;
    if (isOptional && value === undefined) continue;
    checkNumber(value, least, most, `${path}.${word}`, findings);
  }
  return findings;
}

/** A rule that is one word, or one number of days. */
function checkChoice(
  written: unknown,
  word: string,
  otherwise: string,
  most: number,
  path: string,
  findings: Finding[],
): void {
  if (written === otherwise) return;
  const chosen = (typeof written === "object" && written) || {};
  findings.push(...checkProperties(chosen, [word], path));
  const value = Object.hasOwn(chosen, word)
    ? (chosen as Partial<Record<string, unknown>>)[word]
    : undefined;
  checkNumber(value, 1, most, `${path}.${word}`, findings, ` or \`${otherwise}\``);
}

function checkNumber(
  value: unknown,
  least: number,
  most: number,
  path: string,
  findings: Finding[],
  otherwise = "",
): void {
  const text = `a whole number from ${least} to ${most}${otherwise} belongs here`;
  if (value === undefined) findings.push(errorAt(path, "missing-property", text));
  else if (!(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)) {
    findings.push(errorAt(path, "out-of-range", text));
  }
}
