import { checkProperties } from "../rules/index.js";
import { type Checked, checked, type Decision, errorAt, type Finding } from "../shapes/index.js";
import { type CivilDate, daysBetween } from "../time/index.js";
import type { Duty } from "./duty.js";

/**
 * One step of a traffic light: the first that fits a duty gives the light, and none gives green.
 *
 * A step says how late a duty is, or how near its latest day; one of the two.
 *
 * @category Cadence
 */
export interface LightStep {
  readonly light: "red" | "amber";
  /** Inclusive; 1 is the most significant. */
  readonly significanceAtMost: number;
  /** Inclusive; 1 is the day after the latest. */
  readonly daysLateAtLeast?: number;
  /** Inclusive; 0 is the latest day itself. A late duty has fewer days left than any. */
  readonly daysLeftAtMost?: number;
}

/**
 * How an account stands: `unknown` where facts are missing.
 *
 * @category Cadence
 */
export type Light = "red" | "amber" | "green" | "unknown";

const WORDS = ["light", "significanceAtMost", "daysLateAtLeast", "daysLeftAtMost"];
const MOST_DAYS = 10_000;
const MOST_STEPS = 100;
const WORST_FIRST: readonly Light[] = ["red", "amber", "unknown", "green"];

/**
 * The steps of a traffic light when nothing is wrong with them, otherwise everything that is.
 *
 * @param steps - untrusted, in order
 * @returns the steps, or findings: `not-a-list`, `too-many`, `unknown-property`, `unknown-value`,
 *   `out-of-range`, `no-comparison`
 *
 * @example A step that says nothing
 * ```ts
 * import { checkLight } from "hoito/cadence";
 *
 * const steps = [{ light: "red", significanceAtMost: 1 }];
 * checkLight(steps).findings[0]?.code; // => "no-comparison"
 * ```
 *
 * @category Cadence
 */
export function checkLight(steps: unknown): Checked<readonly LightStep[]> {
  if (!Array.isArray(steps)) {
    return {
      ok: false,
      findings: [errorAt("", "not-a-list", "a traffic light is a list of steps")],
    };
  }
  if (steps.length > MOST_STEPS) {
    const text = `a traffic light has at most ${MOST_STEPS} steps`;
    return { ok: false, findings: [errorAt("", "too-many", text)] };
  }
  const findings = steps.flatMap((step, index) => faultsOf(step, `[${index}]`));
  return checked(findings, () => steps as readonly LightStep[]);
}

/**
 * The light of one duty.
 *
 * An undecided duty is `unknown`; one without a window, such as a fulfilled one, is green.
 *
 * @param duty - of an account
 * @param steps - checked steps, in order
 * @param context - `asOf`: the day the duty was asked for
 * @returns the light, with the step that gave it, and the facts that are missing
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Overdue A is red, overdue D is not
 * ```ts
 * import { type Duty, lightOf } from "hoito/cadence";
 *
 * const window = { earliest: "2018-01-01", ideal: "2018-01-15", latest: "2018-01-31" } as const;
 * const duty: Duty = {
 *   id: "A|visits|#1",
 *   accountId: "A",
 *   cadence: "visits",
 *   significance: 1,
 *   value: { status: "late", daysLate: 1, window },
 *   because: [],
 *   missing: [],
 * };
 * const steps = [{ light: "red", significanceAtMost: 2, daysLateAtLeast: 1 }] as const;
 * lightOf(duty, steps, { asOf: "2018-02-01" }).value; // => "red"
 * lightOf({ ...duty, significance: 4 }, steps, { asOf: "2018-02-01" }).value; // => "green"
 * ```
 *
 * @category Cadence
 */
export function lightOf(
  duty: Duty,
  steps: readonly LightStep[],
  { asOf }: { readonly asOf: CivilDate },
): Decision<Light> {
  const { window, status, daysLate } = duty.value;
  if (status === "undecided") return { value: "unknown", because: [], missing: duty.missing };
  if (window === undefined) return { value: "green", because: [], missing: [] };
  const daysLeft = daysBetween(asOf, window.latest);
  const index = steps.findIndex((step) => {
    const { significanceAtMost, daysLateAtLeast = 0, daysLeftAtMost = daysLeft } = step;
    const isNear = daysLate >= daysLateAtLeast && daysLeft <= daysLeftAtMost;
    return duty.significance <= significanceAtMost && isNear;
  });
  const step = steps[index];
  const { significance } = duty;
  const details = {
    daysLate,
    daysLeft,
    significance,
    ...(step === undefined ? {} : { step: index }),
  };
  const because = [{ kind: "step", step: "light", path: duty.id, details, of: [] }] as const;
  return { value: step?.light ?? "green", because, missing: [] };
}

/**
 * The worst light of an account's duties: red before amber, amber before unknown, unknown before
 * green; green for no duty.
 *
 * @param duties - of one account
 * @param steps - checked steps, in order
 * @param context - `asOf`: the day the duties were asked for
 * @returns the light, with the reasons of the duties that have it
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example No duty
 * ```ts
 * import { worstLight } from "hoito/cadence";
 *
 * worstLight([], [], { asOf: "2018-02-01" }).value; // => "green"
 * ```
 *
 * @category Cadence
 */
export function worstLight(
  duties: readonly Duty[],
  steps: readonly LightStep[],
  context: { readonly asOf: CivilDate },
): Decision<Light> {
  const lights = duties.map((duty) => lightOf(duty, steps, context));
  const value = WORST_FIRST.find((light) => lights.some((each) => each.value === light));
  const worst = lights.filter((each) => each.value === value);
  return {
    value: value ?? "green",
    because: worst.flatMap((each) => each.because),
    missing: worst.flatMap((each) => each.missing),
  };
}

function faultsOf(step: unknown, path: string): readonly Finding[] {
  if (typeof step !== "object" || step === null) {
    return [errorAt(path, "unknown-value", "a step is an object")];
  }
  const findings = [...checkProperties(step, WORDS, path)];
  const { light, significanceAtMost, daysLateAtLeast, daysLeftAtMost } = step as Partial<
    Record<keyof LightStep, unknown>
  >;
  if (light !== "red" && light !== "amber") {
    findings.push(errorAt(`${path}.light`, "unknown-value", "a step gives `red` or `amber`"));
  }
  checkWhole(significanceAtMost, 1, `${path}.significanceAtMost`);
  if ((daysLateAtLeast === undefined) === (daysLeftAtMost === undefined)) {
    const text = "a step says `daysLateAtLeast` or `daysLeftAtMost`, one of the two";
    findings.push(errorAt(path, "no-comparison", text));
  }
  if (daysLateAtLeast !== undefined) checkWhole(daysLateAtLeast, 1, `${path}.daysLateAtLeast`);
  if (daysLeftAtMost !== undefined) checkWhole(daysLeftAtMost, 0, `${path}.daysLeftAtMost`);
  return findings;

  function checkWhole(written: unknown, least: number, at: string): void {
    const number = Number.isInteger(written) ? (written as number) : Number.NaN;
    if (number >= least && number <= MOST_DAYS) return;
    findings.push(errorAt(at, "out-of-range", `a whole number from ${least} to ${MOST_DAYS}`));
  }
}
