import { recordScope } from "../measures/index.js";
import { compileCondition, compileDuration, type Scope } from "../rules/index.js";
import type { AnyCadence, ContactWeight, FatigueLimit } from "./any-cadence.js";
import { compileNumber, isNoTime, MAX_QUOTA } from "./compile-words.js";
import type { CompiledFatigue, ContactRule } from "./compiled-cadence.js";

const LEAST_WEIGHT = 0.001;

/** What a condition over activities needs to be counted by. */
interface Counting {
  readonly counts: unknown;
  readonly weights?: readonly ContactWeight[];
  readonly whenUnknown?: AnyCadence<never>["whenUnknown"];
  readonly plansCount: boolean;
}

/** Which activities count; faults go to the scope's findings. */
export function compileContacts(
  { counts, weights = [], whenUnknown, plansCount }: Counting,
  names: Scope,
  path: string,
  word: string,
): ContactRule {
  const scope = recordScope("activities", names);
  const compiled = compileCondition(counts, scope, `${path}.${word}`, new Map());
  return {
    scope,
    counts: compiled!,
    weights: compileWeights(weights, scope, path),
    plansCount,
    isUnknownNotMet: whenUnknown === "notMet",
  };
}

/** A limit of contacts within a length of time; `undefined` after a fault was recorded. */
export function compileFatigue(
  written: FatigueLimit,
  whenUnknown: AnyCadence<never>["whenUnknown"],
  names: Scope,
  path: string,
): CompiledFatigue | undefined {
  names.checkWords(written, ["counts", "atMost", "within"], path);
  const rule = { counts: written.counts, plansCount: true };
  const accepted = whenUnknown === undefined ? rule : { ...rule, whenUnknown };
  const contacts = compileContacts(accepted, names, path, "counts");
  const atMost = compileNumber(written.atMost, names, `${path}.atMost`);
  const within = compileDuration(written.within, names, `${path}.within`);
  if (written.atMost === undefined) {
    names.fault(`${path}.atMost`, "missing-property", "a limit says `atMost`");
  }
  if (within === undefined || atMost === undefined) return undefined;
  if (isNoTime(within)) {
    names.fault(`${path}.within`, "out-of-range", "the length of a limit is at least a day");
  }
  return { contacts, atMost, within };
}

function compileWeights(
  weights: readonly ContactWeight[],
  scope: Scope,
  path: string,
): ContactRule["weights"] {
  return weights.map(({ when, weight }, index) => {
    const at = `${path}.weights[${index}]`;
    if (!(Number.isFinite(weight) && weight >= LEAST_WEIGHT && weight <= MAX_QUOTA)) {
      const text = `a weight is a number from ${LEAST_WEIGHT} to ${MAX_QUOTA}`;
      scope.fault(`${at}.weight`, "out-of-range", text);
    }
    return { when: compileCondition(when, scope, `${at}.when`, new Map())!, weight };
  });
}
