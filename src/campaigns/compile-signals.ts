import {
  ANNOTATIONS,
  type CompiledCondition,
  compileCondition,
  isObject,
  Scope,
} from "../rules/index.js";
import { type Checked, checked, errorAt, type Finding, showInput } from "../shapes/index.js";
import { activityScope } from "./compile-campaign.js";
import type { SignalKind } from "./signal.js";
import type { SignalDefinition } from "./signal-definition.js";
import { wholeWithin } from "./whole-within.js";

/**
 * Rules for signals after their check.
 *
 * @category Campaigns
 */
export interface CompiledSignals {
  readonly definition: SignalDefinition;
  /** The fields of an activity that the rules read. */
  readonly scope: Scope;
  readonly currency: string;
  /** Which activities take a journey. */
  readonly journeys: CompiledCondition | undefined;
}

/** What stands around the rules. */
export interface SignalSurroundings {
  /** ISO 4217 code, where a rule compares money. */
  readonly currency?: string;
}

/**
 * Rules for signals, ready to be looked for, or everything that is wrong with them at once.
 *
 * Every threshold of a rule that is there must be there: there is no usual number of visits a day.
 *
 * @param definition - as data
 * @param surroundings - the currency, where a rule compares money
 * @returns the compiled rules, or findings with paths from `signals` on
 *
 * @example A threshold that nobody decided
 * ```ts
 * import { compileSignals } from "hoito/campaigns";
 *
 * const definition = { burst: { atLeast: 5 } } as never;
 * const [finding] = compileSignals(definition, {}).findings;
 * finding?.path; // => "signals.burst.withinMinutes"
 * finding?.message; // => "`undefined` is no whole number 1 to 10080"
 * ```
 *
 * @category Campaigns
 */
export function compileSignals(
  definition: SignalDefinition,
  { currency }: SignalSurroundings,
): Checked<CompiledSignals> {
  const findings: Finding[] = [];
  if (!isObject(definition)) {
    const text = `${showInput(definition)} is no set of rules for signals`;
    return { ok: false, findings: [errorAt("signals", "malformed-signals", text)] };
  }
  const scope = activityScope(new Scope({ currency, findings }));
  scope.checkWords(definition, [...KINDS, ...ANNOTATIONS], "signals");
  for (const kind of KINDS) checkRule(definition[kind], kind, scope);
  const { crowdedDay } = definition;
  const journeys = isObject(crowdedDay)
    ? compileCondition(crowdedDay["counts"], scope, "signals.crowdedDay.counts", new Map())
    : undefined;
  return checked(findings, () => ({ definition, scope, currency: currency ?? "", journeys }));
}

interface RuleShape {
  readonly numbers: Readonly<Record<string, readonly [number, number]>>;
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly others?: readonly string[];
}

const FROM_ONE = [1, 1000] as const;
const FROM_TWO = [2, 1000] as const;
const MINUTES = [1, 10_080] as const;

const SHAPES: Readonly<Record<SignalKind, RuleShape>> = {
  burst: { numbers: { atLeast: FROM_TWO, withinMinutes: MINUTES } },
  deadlineRush: { numbers: { atLeast: FROM_ONE, withinMinutes: MINUTES } },
  backDated: { numbers: { atLeast: FROM_ONE, longestDays: [0, 366] } },
  afterDeadline: { numbers: { atLeast: FROM_ONE } },
  alikeNotes: {
    numbers: {
      atLeast: FROM_TWO,
      likenessPercent: [1, 100],
      wordsInARow: [1, 10],
      shortestWords: [1, 100],
    },
    words: { across: ["accounts", "all"] },
  },
  selfDealing: { numbers: { atLeast: FROM_ONE }, others: ["relations"] },
  crowdedDay: {
    numbers: { mostADay: FROM_ONE },
    words: { each: ["visit", "account"] },
    others: ["counts"],
  },
};

/** Every kind of signal, in the order in which a report has them. */
export const KINDS: readonly SignalKind[] = Object.keys(SHAPES) as SignalKind[];

const MOST_RELATIONS = 100;

function checkRule(rule: unknown, kind: SignalKind, scope: Scope): void {
  if (rule === undefined) return;
  const path = `signals.${kind}`;
  if (!isObject(rule)) {
    scope.fault(path, "malformed-signals", `${showInput(rule)} is no rule for a signal`);
    return;
  }
  const { numbers, words = {}, others = [] } = SHAPES[kind];
  const known = [...Object.keys(numbers), ...Object.keys(words), ...others, ...ANNOTATIONS];
  scope.checkWords(rule, known, path);
  for (const [name, [least, most]] of Object.entries(numbers)) {
    wholeWithin(rule[name], least, most, scope, `${path}.${name}`);
  }
  for (const [name, allowed] of Object.entries(words)) {
    scope.checkWord(rule[name], allowed, `${path}.${name}`);
  }
  if (kind === "selfDealing") checkRelations(rule["relations"], scope, `${path}.relations`);
}

function checkRelations(relations: unknown, scope: Scope, path: string): void {
  if (!Array.isArray(relations)) {
    scope.fault(path, "not-a-list", "`relations` takes a list of words");
  } else if (relations.length === 0) {
    scope.fault(path, "empty-list", "`relations` of no word says nothing");
  } else if (relations.length > MOST_RELATIONS) {
    scope.fault(path, "too-many", `there are at most ${MOST_RELATIONS} relations`);
  } else if (relations.some((each) => typeof each !== "string")) {
    scope.fault(path, "wrong-value-type", "a relation is a word");
  }
}
