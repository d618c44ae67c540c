import { recordDates, recordFields } from "../../facts/index.js";
import { recordScope } from "../../measures/index.js";
import {
  ANNOTATIONS,
  compileCondition,
  compileDuration,
  type JsonObject,
  parameterNamed,
  type Scope,
} from "../../rules/index.js";
import { type Checked, checked, errorAt, nearestName, showInput } from "../../shapes/index.js";
import { RESERVED_NAMES } from "../method.js";
import type {
  CompiledEvent,
  CompiledLifecycle,
  CompiledTransition,
  CompiledTrigger,
} from "./compiled-lifecycle.js";
import { type DefinitionNames, definitionScope } from "./definition-scope.js";
import type { LifecycleDefinition, LifecycleEvent, LifecycleTransition } from "./lifecycle.js";

const WORDS = ["states", "start", "events", "transitions", ...ANNOTATIONS];
const STATE_WORDS = ["startsRelationship", ...ANNOTATIONS];
const EVENT_WORDS = ["of", "on", "where", "whenUnknown", ...ANNOTATIONS];
const TRANSITION_WORDS = ["from", "to", "when", ...ANNOTATIONS];
const TRIGGER_WORDS = {
  event: ["event", "times"],
  quiet: ["quiet", "for", "countedFrom"],
  after: ["after"],
};
/** Most states, events and transitions together: far more than any company tells apart. */
const MOST_PARTS = 1000;
/** Most times that a transition may wait for an event. */
const MAX_TIMES = 1_000_000;

/**
 * A lifecycle ready to be asked of any account: every state, event and parameter is known, and
 * every duration is decided.
 *
 * @param definition - as the company wrote it
 * @param names - the parameters it may name, and its currency
 * @returns the lifecycle, with the warning `unreachable-state` where no way leads to a state; or
 *   all of the findings `unknown-state`, `unknown-event`, `unknown-record-kind`, `unknown-field`,
 *   `undated-records`, `timer-without-entry` (a time that would run in the start state, which has
 *   no first day), `reserved-name`, `out-of-range`, `unknown-value`, `unknown-property`,
 *   `malformed-lifecycle`, `too-many`, and those of conditions, durations and parameters
 *
 * @example A misspelt state
 * ```ts
 * import { compileLifecycle } from "hoito/segments";
 *
 * const { findings } = compileLifecycle(
 *   {
 *     states: { acquisition: {}, new: { startsRelationship: true } },
 *     start: "acquisition",
 *     events: { purchase: { of: "orders" } },
 *     transitions: [{ from: "aquisition", to: "new", when: { event: "purchase" } }],
 *   },
 *   {},
 * );
 * findings[0]?.suggestion; // => "acquisition"
 * ```
 *
 * @category Segments
 */
export function compileLifecycle(
  definition: LifecycleDefinition,
  names: DefinitionNames,
): Checked<CompiledLifecycle> {
  const scope = definitionScope(names);
  try {
    scope.checkWords(definition, WORDS, "lifecycle");
    for (const [name, state] of Object.entries(definition.states)) {
      scope.checkWords(state, STATE_WORDS, `states.${name}`);
      if (!RESERVED_NAMES.includes(name)) continue;
      scope.fault(`states.${name}`, "reserved-name", `\`${name}\` is an outcome and no state`);
    }
    const compiled = compileParts(definition, scope, "");
    return checked(scope.findings, () => compiled);
  } catch {
    const text = "a part of the lifecycle is missing or has another shape than it should";
    return { ok: false, findings: [...scope.findings, errorAt("", "malformed-lifecycle", text)] };
  }
}

/** States, events and transitions; `at` is what stands before their paths. */
export function compileParts(
  definition: LifecycleDefinition,
  scope: Scope,
  at: string,
): CompiledLifecycle {
  const { states, start, events, transitions } = definition;
  const known = new Map(Object.entries(states));
  const currency = scope.currency ?? "";
  const parts = known.size + Object.keys(events).length + transitions.length;
  if (parts > MOST_PARTS) {
    scope.fault(at.slice(0, -1), "too-many", `a lifecycle has at most ${MOST_PARTS} parts`);
    return { states: known, start, events: [], transitions: [], currency };
  }
  if (!known.has(start)) scope.unknownName(start, "state", known.keys(), `${at}start`);
  const compiledEvents = Object.entries(events).flatMap(([name, event]) => {
    return compileEvent(name, event, scope, `${at}events.${name}`) ?? [];
  });
  const eventNames = new Set(Object.keys(events));
  const ways = transitions.flatMap((transition, index) => {
    const path = `${at}transitions[${index}]`;
    return compileTransition(transition, { states: known, start, eventNames }, scope, path) ?? [];
  });
  if (known.has(start)) warnOfUnreachable(definition, scope, at);
  return { states: known, start, events: compiledEvents, transitions: ways, currency };
}

function compileEvent(
  name: string,
  event: LifecycleEvent,
  names: Scope,
  path: string,
): CompiledEvent | undefined {
  const { of: kind, on, where, whenUnknown } = event;
  names.checkWords(event, EVENT_WORDS, path);
  if (!Object.hasOwn(recordFields, kind)) {
    return names.unknownName(kind, "record-kind", Object.keys(recordFields), `${path}.of`);
  }
  const scope = recordScope(kind, names);
  const dateField = on ?? recordDates[kind];
  if (dateField === null) {
    return scope.fault(`${path}.of`, "undated-records", `\`${kind}\` are not dated; name \`on\``);
  }
  const slot = scope.slotOf(dateField, `${path}.on`);
  if (slot !== undefined && slot.kind !== "date") {
    scope.fault(`${path}.on`, "wrong-field-kind", `\`${slot.name}\` is no date`);
  }
  if (whenUnknown !== undefined && whenUnknown !== "notMet") {
    const text = `${showInput(whenUnknown)} is no value of \`whenUnknown\``;
    scope.fault(`${path}.whenUnknown`, "unknown-value", text, "notMet");
  }
  const condition =
    where === undefined ? undefined : compileCondition(where, scope, `${path}.where`, new Map());
  const unknownIsNotMet = whenUnknown === "notMet";
  return { name, kind, dateField, scope, where: condition, unknownIsNotMet };
}

interface Known {
  readonly states: CompiledLifecycle["states"];
  readonly start: string;
  readonly eventNames: ReadonlySet<string>;
}

function compileTransition(
  transition: LifecycleTransition,
  { states, start, eventNames }: Known,
  scope: Scope,
  path: string,
): CompiledTransition | undefined {
  const { from: written, to, when } = transition;
  scope.checkWords(transition, TRANSITION_WORDS, path);
  const from = new Set(typeof written === "string" ? [written] : written);
  for (const state of from) {
    if (!states.has(state)) scope.unknownName(state, "state", states.keys(), `${path}.from`);
  }
  if (!states.has(to)) scope.unknownName(to, "state", states.keys(), `${path}.to`);
  const trigger = compileTrigger(when, eventNames, scope, `${path}.when`);
  if (trigger === undefined) return undefined;
  if (trigger.kind !== "event" && from.has(start)) {
    const text = `\`${start}\` is where everything starts, so that no time runs in it`;
    scope.fault(`${path}.from`, "timer-without-entry", text);
  }
  return { path, from, to, when: trigger };
}

function compileTrigger(
  when: LifecycleTransition["when"],
  eventNames: ReadonlySet<string>,
  scope: Scope,
  path: string,
): CompiledTrigger | undefined {
  if ("event" in when) {
    scope.checkWords(when, TRIGGER_WORDS.event, path);
    checkEvent(when.event, eventNames, scope, `${path}.event`);
    const times = compileTimes(when.times, scope, `${path}.times`);
    return times === undefined ? undefined : { kind: "event", event: when.event, times };
  }
  if ("quiet" in when) {
    scope.checkWords(when, TRIGGER_WORDS.quiet, path);
    checkEvent(when.quiet, eventNames, scope, `${path}.quiet`);
    const { countedFrom } = when;
    if (countedFrom !== "lastEvent" && countedFrom !== "entry") {
      const near = nearestName(String(countedFrom), ["lastEvent", "entry"]);
      const text = `${showInput(countedFrom)} is nothing to count from`;
      scope.fault(`${path}.countedFrom`, "unknown-value", text, near);
    }
    const duration = compileDuration(when.for, scope, `${path}.for`);
    const fromEntry = countedFrom === "entry";
    return duration && { kind: "quiet", event: when.quiet, duration, fromEntry };
  }
  if (!("after" in when)) {
    const text = "a trigger is an `event`, a `quiet` time or a time `after`";
    return scope.fault(path, "malformed-lifecycle", text);
  }
  scope.checkWords(when, TRIGGER_WORDS.after, path);
  const duration = compileDuration(when.after, scope, `${path}.after`);
  return duration && { kind: "after", duration };
}

function checkEvent(
  name: string,
  eventNames: ReadonlySet<string>,
  scope: Scope,
  path: string,
): void {
  if (!eventNames.has(name)) scope.unknownName(name, "event", eventNames, path);
}

/** An event that says no number is waited for once. */
function compileTimes(written: unknown, scope: Scope, path: string): number | undefined {
  if (written === undefined) return 1;
  const value =
    typeof written === "object" && written !== null
      ? parameterNamed((written as JsonObject)["parameter"], "number", scope, path)?.value
      : written;
  if (value === undefined) return undefined;
  const times = Number.isInteger(value) ? (value as number) : 0;
  if (times >= 1 && times <= MAX_TIMES) return times;
  const text = `${showInput(value)} is not a whole number from 1 to ${MAX_TIMES}`;
  return scope.fault(path, "out-of-range", text);
}

function warnOfUnreachable(
  { states, start, transitions }: LifecycleDefinition,
  scope: Scope,
  at: string,
): void {
  const reached = new Set([start]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) {
      const isOpen =
        typeof from === "string" ? reached.has(from) : from.some((s) => reached.has(s));
      if (isOpen) reached.add(to);
    }
  }
  for (const name of Object.keys(states)) {
    if (reached.has(name)) continue;
    const text = `no way leads from \`${start}\` to \`${name}\``;
    const path = at === "" ? `states.${name}` : `${at}labels.${name}`;
    scope.warn(path, "unreachable-state", text);
  }
}
