import { ANNOTATIONS, compileCondition, type Scope, type Slot } from "../rules/index.js";
import type { Reach } from "./any-cadence.js";
import type { Cadence } from "./cadence.js";
import { compileContacts, compileFatigue } from "./compile-contacts.js";
import { compileDated } from "./compile-dated.js";
import { compileQuota, type Own } from "./compile-quota.js";
import { compileSurvey } from "./compile-survey.js";
import { compileMinutes, compileThree, oneOf } from "./compile-words.js";
import type { CompiledCadence, CompiledInterval, CompiledShared } from "./compiled-cadence.js";
import type { IntervalCadence } from "./interval-cadence.js";

const ROLLS = ["next", "previous", "modified", "nearest"];
const SHARED = [
  ...["method", "appliesWhen", "whenUnknown", "roll", "effortMinutes"],
  ...["rankedBy", "reach", "fatigue", ...ANNOTATIONS],
];
const COUNTING = [...SHARED, "counts", "weights", "perBusinessLine"];
const THREE = ["earliest", "ideal", "latest"];
const DATED = [...SHARED, "record", "where", "answeredBy", "lapses"];
/** What each method may say. */
const WORDS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["quota", [...COUNTING, "atLeast", "atMost", "per", "counting", "spread", "adjusted"]],
  ["interval", [...COUNTING, ...THREE, "whenNever"]],
  ["anchored", [...DATED, "anchor"]],
  ["event", [...DATED, ...THREE, "on", "which"]],
  ["survey", [...SHARED, ...THREE, "counts", "per", "skippedAfter", "contractual"]],
]);
const REACH = ["channels", "purpose", "isMarketing", "level", "whenNone", "whenUnknown"];
/** Most channels in one order of preference. */
const MOST_CHANNELS = 100;

/**
 * A cadence ready to be asked of any account: its conditions, numbers, durations and conventions
 * checked, its parameters resolved.
 *
 * Every fault is recorded in the scope, with its path and, for a misspelt word, the nearest right
 * one: `unknown-property`, `unknown-value`, `out-of-range` (a quota from 1 to 1 000, a weight from
 * 0.001 to 1 000, a rolling period or a limit of a day or more), `empty-range` (`atLeast` above
 * `atMost`, an ideal day after the latest), `no-comparison` (neither `atLeast` nor `atMost`),
 * `no-business-lines`, `no-answer` (nothing closes the duty), `no-channel`, `missing-property`,
 * `not-a-list`, `unknown-record-kind`, `wrong-field-kind`, and those of conditions, durations and
 * periods.
 *
 * @param name - the cadence's name in the policy
 * @param cadence - as the policy wrote it
 * @param businessLines - those of the policy, each counted once
 * @param names - the parameters of the policy, and where faults go
 * @param accounts - what conditions over accounts can name; it learns which fields are read
 * @returns the compiled cadence, or `undefined` when it has a fault
 *
 * @category Cadence
 */
export function compileCadence(
  name: string,
  cadence: Cadence,
  businessLines: readonly string[] | undefined,
  names: Scope,
  accounts: Scope = names,
): CompiledCadence | undefined {
  const path = `cadences.${name}`;
  const faultsBefore = names.findings.length;
  oneOf(cadence.method, [...WORDS.keys()] as string[], names, `${path}.method`);
  if (names.findings.length > faultsBefore) return undefined;
  names.checkWords(cadence, WORDS.get(cadence.method)!, path);
  const lines = linesOf(cadence, businessLines, names, path);
  const shared = compileShared(cadence, names, accounts, path);
  const own = compileOwn(cadence, names, accounts, path);
  if (names.findings.length > faultsBefore) return undefined;
  return { name, businessLines: lines, ...shared, ...own! };
}

function compileOwn(
  cadence: Cadence,
  names: Scope,
  accounts: Scope,
  path: string,
): Own<CompiledCadence> | undefined {
  switch (cadence.method) {
    case "quota":
      return compileQuota(cadence, names, accounts, path);
    case "interval":
      return compileInterval(cadence, names, path);
    case "survey":
      return compileSurvey(cadence, names, path);
    default:
      return compileDated(cadence, names, accounts, path);
  }
}

function compileInterval(
  cadence: IntervalCadence,
  names: Scope,
  path: string,
): Own<CompiledInterval> | undefined {
  oneOf(cadence.whenNever, ["dueAtOnce", "fromRelationshipStart"], names, `${path}.whenNever`);
  const contacts = compileContacts({ ...cadence, plansCount: false }, names, path, "counts");
  const three = compileThree(cadence, "after", names, path);
  return three && { method: "interval", cadence, contacts, ...three };
}

function compileShared(
  cadence: Cadence,
  names: Scope,
  accounts: Scope,
  path: string,
): Pick<CompiledShared, "applies" | "effortMinutes" | "rank" | "reach" | "fatigue"> {
  const { appliesWhen, rankedBy, reach, fatigue, roll, whenUnknown, effortMinutes } = cadence;
  oneOf(roll, ROLLS, names, `${path}.roll`);
  if (whenUnknown !== undefined) oneOf(whenUnknown, ["notMet"], names, `${path}.whenUnknown`);
  if (reach !== undefined) checkReach(reach, names, `${path}.reach`);
  return {
    applies:
      appliesWhen && compileCondition(appliesWhen, accounts, `${path}.appliesWhen`, new Map()),
    effortMinutes: compileMinutes(effortMinutes, names, `${path}.effortMinutes`),
    rank: rankedBy === undefined ? undefined : rankSlot(rankedBy, accounts, `${path}.rankedBy`),
    reach,
    fatigue: fatigue && compileFatigue(fatigue, whenUnknown, names, `${path}.fatigue`),
  };
}

function rankSlot(name: unknown, accounts: Scope, path: string): Slot | undefined {
  const slot = accounts.slotOf(name, path);
  if (slot === undefined || slot.kind === "number" || slot.kind === "money") return slot;
  return accounts.fault(path, "wrong-field-kind", "duties are ranked by a number or money");
}

function checkReach(reach: Reach, names: Scope, path: string): void {
  names.checkWords(reach, REACH, path);
  const { channels, purpose, isMarketing, level, whenNone, whenUnknown } = reach;
  const isList = Array.isArray(channels) && channels.every((each) => typeof each === "string");
  if (!isList || channels.length === 0 || channels.length > MOST_CHANNELS) {
    const text = `an account is reached through 1 to ${MOST_CHANNELS} channels, by name`;
    names.fault(`${path}.channels`, "no-channel", text);
  }
  if (purpose !== undefined && typeof purpose !== "string") {
    names.fault(`${path}.purpose`, "unknown-value", "a purpose is a text");
  }
  if (typeof isMarketing !== "boolean") {
    names.fault(`${path}.isMarketing`, "missing-property", "`isMarketing` is `true` or `false`");
  }
  oneOf(level, ["account", "contactPerson"], names, `${path}.level`);
  oneOf(whenNone, ["allowed", "forbidden"], names, `${path}.whenNone`);
  oneOf(whenUnknown, ["undecided", "forbidden"], names, `${path}.whenUnknown`);
}

/** The business lines that have a duty each; `undefined` where there is one for all. */
function linesOf(
  cadence: Cadence,
  businessLines: readonly string[] = [],
  names: Scope,
  path: string,
): readonly string[] | undefined {
  if (cadence.method !== "quota" && cadence.method !== "interval") return undefined;
  if (cadence.perBusinessLine === undefined) return undefined;
  if (cadence.perBusinessLine !== true) {
    const text = "`perBusinessLine` is `true` or left out";
    names.fault(`${path}.perBusinessLine`, "unknown-value", text);
  } else if (businessLines.length === 0) {
    const text = "the policy names no `businessLines` to have a duty for each";
    names.fault(`${path}.perBusinessLine`, "no-business-lines", text);
  }
  return [...new Set(businessLines)];
}
