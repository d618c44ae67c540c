import { recordScope } from "../measures/index.js";
import {
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

/** Most contacts a quota may ask for in one period. */
const MAX_QUOTA = 1000;
const ROLLS = ["next", "previous", "modified", "nearest"];
const SHARED = [
  ...["method", "counts", "whenUnknown", "weights", "perBusinessLine", "roll", "effortMinutes"],
  ...["title", "note", "source"],
];
const QUOTA_WORDS = [...SHARED, "atLeast", "atMost", "per", "counting", "spread"];
const INTERVAL_WORDS = [...SHARED, "earliest", "ideal", "latest", "whenNever"];

/**
 * Checks a cadence: its condition, its numbers and durations, its conventions. Faults are recorded in the scope.
 *
 * @returns the compiled cadence, or `undefined` when it has a fault
 */
export function compileCadence(
  name: string,
  cadence: Cadence,
  businessLines: readonly string[] | undefined,
  names: Scope,
): CompiledCadence | undefined {
  const path = `cadences.${name}`;
  const faultsBefore = names.findings.length;
  const isQuota = cadence.method === "quota";
  if (!isQuota && cadence.method !== "interval") {
    const text = `\`${String((cadence as Cadence).method)}\` is no method of a cadence`;
    const near = nearestName(String((cadence as Cadence).method), ["quota", "interval"]);
    return names.fault(`${path}.method`, "unknown-value", text, near);
  }
  checkWords(cadence, isQuota ? QUOTA_WORDS : INTERVAL_WORDS, names, path);
  oneOf(cadence.roll, ROLLS, names, `${path}.roll`);
  const scope = recordScope("activities", names);
  const counts = compileCondition(cadence.counts, scope, `${path}.counts`, new Map());
  const weights = compileWeights(cadence, scope, path);
  if (cadence.perBusinessLine === true && businessLines === undefined) {
    const text = "the policy names no `businessLines` to have a duty for each";
    names.fault(`${path}.perBusinessLine`, "no-business-lines", text);
  }
  const lines = cadence.perBusinessLine === true ? businessLines : undefined;
  const shared = { name, scope, counts: counts!, weights, businessLines: lines };
  const rest = isQuota ? compileQuota(cadence, names, path) : compileInterval(cadence, names, path);
  if (rest === undefined || names.findings.length > faultsBefore) return undefined;
  return { ...shared, ...rest };
}

type Own<C extends CompiledContactRule> = Omit<C, Exclude<keyof CompiledContactRule, "cadence">>;

function compileQuota(cadence: QuotaCadence, names: Scope, path: string): Own<CompiledQuota> | undefined {
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

function compilePer(written: unknown, names: Scope, path: string): CompiledQuota["per"] | undefined {
  if (typeof written === "object" && written !== null && "rolling" in written) {
    const duration = compileDuration(written.rolling, names, `${path}.rolling`);
    return duration && { kind: "rolling", duration };
  }
  const faults = checkPeriodDefinition(written, path);
  names.findings.push(...faults);
  return faults.length > 0 ? undefined : { kind: "calendar", definition: written as PeriodDefinition };
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
  const start = toEpochDay("2001-01-01");
  const days = [earliest, ideal, latest].map((each) => shiftDayWithin(start, each, 1));
  if (days[0]! > days[1]! || days[1]! > days[2]!) {
    const text = "the earliest day comes before the ideal one, the ideal before the latest";
    names.fault(path, "empty-range", text);
  }
  return { method: "interval", cadence, earliest, ideal, latest };
}

function compileWeights(
  cadence: Cadence,
  scope: Scope,
  path: string,
): CompiledContactRule["weights"] {
  return (cadence.weights ?? []).flatMap(({ when, weight }, index) => {
    const at = `${path}.weights[${index}]`;
    if (!(Number.isFinite(weight) && weight > 0)) {
      scope.fault(`${at}.weight`, "out-of-range", "a weight is a number above 0");
    }
    const compiled = compileCondition(when, scope, `${at}.when`, new Map());
    return compiled === undefined ? [] : [{ when: compiled, weight }];
  });
}

function compileNumber(written: unknown, names: Scope, path: string): number | undefined {
  if (written === undefined) return undefined;
  const isReference = typeof written === "object" && written !== null && "parameter" in written;
  const found = isReference ? parameterNamed(written.parameter, "number", names, path) : undefined;
  const value = found?.kind === "number" ? found.value : written;
  if (isReference && found === undefined) return undefined;
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_QUOTA) {
    return value as number;
  }
  return names.fault(path, "out-of-range", `a quota is a whole number from 1 to ${MAX_QUOTA}`);
}

function oneOf(written: unknown, words: readonly string[], names: Scope, path: string): void {
  if (words.some((word) => word === written)) return;
  const text = `\`${String(written)}\` is none of \`${words.join("`, `")}\``;
  names.fault(path, "unknown-value", text, nearestName(String(written), words));
}

function checkWords(cadence: object, known: readonly string[], names: Scope, path: string): void {
  for (const word of Object.keys(cadence)) {
    if (known.includes(word)) continue;
    const text = `\`${word.slice(0, 80)}\` says nothing here`;
    names.fault(`${path}.${word.slice(0, 80)}`, "unknown-property", text, nearestName(word, known));
  }
}
