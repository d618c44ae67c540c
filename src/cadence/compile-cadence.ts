import { recordScope } from "../measures/index.js";
import {
  ANNOTATIONS,
  type CompiledCondition,
  compileCondition,
  compileDuration,
  parameterNamed,
  type Scope,
} from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import {
  checkPeriodDefinition,
  type Duration,
  type PeriodDefinition,
  shiftDayWithin,
  toEpochDay,
} from "../time/index.js";
import type { Cadence, IntervalCadence, QuotaCadence } from "./cadence.js";

/** A cadence after its check. */
export type CompiledCadence = CompiledQuota | CompiledInterval;

/** What every compiled cadence has. */
export interface CompiledContactRule {
  readonly name: string;
  readonly cadence: Cadence;
  readonly scope: Scope;
  readonly counts: CompiledCondition;
  readonly weights: readonly { readonly when: CompiledCondition; readonly weight: number }[];
  readonly businessLines: readonly string[] | undefined;
}

/** A quota after its check. */
export interface CompiledQuota extends CompiledContactRule {
  readonly method: "quota";
  readonly cadence: QuotaCadence;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly per:
    | { readonly kind: "calendar"; readonly definition: PeriodDefinition }
    | { readonly kind: "rolling"; readonly duration: Duration };
}

/** An interval after its check. */
export interface CompiledInterval extends CompiledContactRule {
  readonly method: "interval";
  readonly cadence: IntervalCadence;
  readonly earliest: Duration;
  readonly ideal: Duration;
  readonly latest: Duration;
}

/** Most contacts a quota may ask for in one period, and most that one contact may weigh. */
const MAX_QUOTA = 1000;
const LEAST_WEIGHT = 0.001;
/** Durations are compared by where they lead from here. */
const SOME_DAY: number = toEpochDay("2001-01-01");
const ROLLS = ["next", "previous", "modified", "nearest"];
const SHARED = [
  ...["method", "counts", "whenUnknown", "weights", "perBusinessLine", "roll", "effortMinutes"],
  ...ANNOTATIONS,
];
const QUOTA_WORDS = [...SHARED, "atLeast", "atMost", "per", "counting", "spread"];
const INTERVAL_WORDS = [...SHARED, "earliest", "ideal", "latest", "whenNever"];

/**
 * A cadence ready to be asked of any account: its condition, numbers, durations and conventions
 * checked, its parameters resolved.
 *
 * Every fault is recorded in the scope, with its path and, for a misspelt word, the nearest right
 * one: `unknown-property`, `unknown-value`, `out-of-range` (a quota from 1 to 1 000, a weight from
 * 0.001 to 1 000, a rolling period of a day or more), `empty-range` (`atLeast` above `atMost`, an
 * ideal day after the latest), `no-comparison` (neither `atLeast` nor `atMost`),
 * `no-business-lines`, and those of conditions, durations and periods.
 *
 * @param name - the cadence's name in the policy
 * @param cadence - as the policy wrote it
 * @param businessLines - those of the policy, each counted once
 * @param names - the parameters of the policy, and where faults go
 * @returns the compiled cadence, or `undefined` when it has a fault
 *
 * @category Cadence
 */
export function compileCadence(
  name: string,
  cadence: Cadence,
  businessLines: readonly string[] | undefined,
  names: Scope,
): CompiledCadence | undefined {
  const path = `cadences.${name}`;
  const faultsBefore = names.findings.length;
  const { method } = cadence;
  oneOf(method, ["quota", "interval"], names, `${path}.method`);
  if (names.findings.length > faultsBefore) return undefined;
  names.checkWords(cadence, method === "quota" ? QUOTA_WORDS : INTERVAL_WORDS, path);
  const scope = recordScope("activities", names);
  const counts = compileCondition(cadence.counts, scope, `${path}.counts`, new Map());
  const weights = compileWeights(cadence, scope, path);
  const lines = linesOf(cadence, businessLines, names, path);
  checkShared(cadence, names, path);
  const rest =
    cadence.method === "quota"
      ? compileQuota(cadence, names, path)
      : compileInterval(cadence, names, path);
  if (names.findings.length > faultsBefore) return undefined;
  return { name, scope, counts: counts!, weights, businessLines: lines, ...rest! };
}

function checkShared(cadence: Cadence, names: Scope, path: string): void {
  const { roll, whenUnknown, effortMinutes } = cadence;
  oneOf(roll, ROLLS, names, `${path}.roll`);
  if (whenUnknown !== undefined) oneOf(whenUnknown, ["notMet"], names, `${path}.whenUnknown`);
  if (effortMinutes === undefined || (effortMinutes >= 0 && Number.isFinite(effortMinutes))) return;
  names.fault(`${path}.effortMinutes`, "out-of-range", "an effort is a number of minutes from 0");
}

/** The business lines that have a duty each; `undefined` where there is one for all. */
function linesOf(
  { perBusinessLine }: Cadence,
  businessLines: readonly string[] = [],
  names: Scope,
  path: string,
): readonly string[] | undefined {
  if (perBusinessLine === undefined) return undefined;
  if (perBusinessLine !== true) {
    const text = "`perBusinessLine` is `true` or left out";
    names.fault(`${path}.perBusinessLine`, "unknown-value", text);
  } else if (businessLines.length === 0) {
    const text = "the policy names no `businessLines` to have a duty for each";
    names.fault(`${path}.perBusinessLine`, "no-business-lines", text);
  }
  return [...new Set(businessLines)];
}

type Own<C extends CompiledContactRule> = Omit<C, Exclude<keyof CompiledContactRule, "cadence">>;

function compileQuota(
  cadence: QuotaCadence,
  names: Scope,
  path: string,
): Own<CompiledQuota> | undefined {
  oneOf(cadence.counting, ["held", "heldOrPlanned"], names, `${path}.counting`);
  oneOf(cadence.spread, ["even", "anyTime"], names, `${path}.spread`);
  const atLeast = compileNumber(cadence.atLeast, names, `${path}.atLeast`);
  const atMost = compileNumber(cadence.atMost, names, `${path}.atMost`);
  if (cadence.atLeast === undefined && cadence.atMost === undefined) {
    names.fault(path, "no-comparison", "a quota says `atLeast`, `atMost` or both");
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    names.fault(path, "empty-range", `at least ${atLeast} is more than at most ${atMost}`);
  }
  const per = compilePer(cadence.per, names, `${path}.per`);
  return per && { method: "quota", cadence, atLeast, atMost, per };
}

function compilePer(
  written: unknown,
  names: Scope,
  path: string,
): CompiledQuota["per"] | undefined {
  if (typeof written === "object" && written !== null && "rolling" in written) {
    const duration = compileDuration(written.rolling, names, `${path}.rolling`);
    if (duration === undefined) return undefined;
    if (shiftDayWithin(SOME_DAY, duration, 1) === SOME_DAY) {
      const text = "a rolling period is at least a day long";
      return names.fault(`${path}.rolling`, "out-of-range", text);
    }
    return { kind: "rolling", duration };
  }
  const faults = checkPeriodDefinition(written, path);
  names.findings.push(...faults);
  return { kind: "calendar", definition: written as PeriodDefinition };
}

function compileInterval(
  cadence: IntervalCadence,
  names: Scope,
  path: string,
): Own<CompiledInterval> | undefined {
  oneOf(cadence.whenNever, ["dueAtOnce", "fromRelationshipStart"], names, `${path}.whenNever`);
  const [earliest, ideal, latest] = (["earliest", "ideal", "latest"] as const).map((word) =>
    compileDuration(cadence[word], names, `${path}.${word}`),
  );
  if (earliest === undefined || ideal === undefined || latest === undefined) return undefined;
  const days = [earliest, ideal, latest].map((each) => shiftDayWithin(SOME_DAY, each, 1));
  if (days[0]! > days[1]! || days[1]! > days[2]!) {
    const text = "the earliest day comes before the ideal one, the ideal before the latest";
    names.fault(path, "empty-range", text);
  }
  return { method: "interval", cadence, earliest, ideal, latest };
}

function compileWeights(
  { weights = [] }: Cadence,
  scope: Scope,
  path: string,
): CompiledContactRule["weights"] {
  return weights.map(({ when, weight }, index) => {
    const at = `${path}.weights[${index}]`;
    if (!(Number.isFinite(weight) && weight >= LEAST_WEIGHT && weight <= MAX_QUOTA)) {
      const text = `a weight is a number from ${LEAST_WEIGHT} to ${MAX_QUOTA}`;
      scope.fault(`${at}.weight`, "out-of-range", text);
    }
    return { when: compileCondition(when, scope, `${at}.when`, new Map())!, weight };
  });
}

function compileNumber(written: unknown, names: Scope, path: string): number | undefined {
  if (written === undefined) return undefined;
  let value = written;
  if (typeof written === "object" && written !== null && "parameter" in written) {
    const found = parameterNamed(written.parameter, "number", names, path);
    if (found === undefined) return undefined;
    value = found.value;
  }
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_QUOTA) {
    return value as number;
  }
  return names.fault(path, "out-of-range", `a quota is a whole number from 1 to ${MAX_QUOTA}`);
}

function oneOf(written: unknown, words: readonly string[], names: Scope, path: string): void {
  if (words.some((word) => word === written)) return;
  const shown = String(written).slice(0, 80);
  const text = `\`${shown}\` is none of \`${words.join("`, `")}\``;
  names.fault(path, "unknown-value", text, nearestName(shown, words));
}
