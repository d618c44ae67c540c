import { nearestName, type Reason, type RuleReason } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import { compileLiteral } from "./operand.js";
import { type CompiledCondition, compileCondition } from "./compile-condition.js";
import type { Annotated, Condition, ConditionNames } from "./condition.js";
import { evaluate, MET, NOT_MET, type Row, type Truth, UNKNOWN } from "./evaluate.js";
import { type ExplainedRow, explainCondition, verdictOf } from "./explain-condition.js";
import type { Scope } from "./scope.js";

/**
 * Which rules count: the first that is met, the only one that may be met, or all that are met (DMN's F, U and C).
 *
 * @category Rules
 */
export type HitPolicy = "first" | "unique" | "collect";

/** One rule: when its condition is met it gives its outcome. */
export interface Rule<N extends ConditionNames = ConditionNames> extends Annotated {
  readonly when: Condition<N>;
  /** Take an unknown verdict as not met, where the company accepts that. */
  readonly whenUnknown?: "notMet";
}

/** A rule after its check. */
export interface CompiledRule {
  readonly path: string;
  readonly outcome: string;
  readonly condition: CompiledCondition;
  readonly unknownIsNotMet: boolean;
  readonly title: string | undefined;
  readonly source: string | undefined;
}

/** Rules after their check, in the order of the policy. */
export interface RuleSet {
  readonly hitPolicy: HitPolicy;
  readonly rules: readonly CompiledRule[];
  /** What holds when no rule is met; without it there is no outcome then. */
  readonly otherwise: string | undefined;
}

/**
 * What a rule set gives for a row.
 *
 * - `decided`: the outcomes; one under `first` and `unique`, any number under `collect`, none where no rule is met and
 *   there is no default.
 * - `conflict`: rules with different outcomes are met though only one may be.
 * - `undecided`: facts are missing; the candidates are all outcomes that are still possible, `undefined` standing for
 *   none.
 */
export type Hits =
  | { readonly kind: "decided"; readonly outcomes: readonly string[] }
  | { readonly kind: "conflict"; readonly outcomes: readonly string[] }
  | { readonly kind: "undecided"; readonly candidates: readonly (string | undefined)[] };

/**
 * Checks one rule; faults are recorded in the scope.
 *
 * @returns the compiled rule, or `undefined` when it has a fault
 */
export function compileRule(
  rule: Rule,
  outcome: string,
  scope: Scope,
  path: string,
  assumed: ReadonlyMap<string, Cell>,
): CompiledRule | undefined {
  if (rule.whenUnknown !== undefined && rule.whenUnknown !== "notMet") {
    const text = "`whenUnknown` takes `notMet` or is left out";
    scope.fault(`${path}.whenUnknown`, "unknown-value", text, nearestName(rule.whenUnknown, ["notMet"]));
  }
  const condition = compileCondition(rule.when, scope, `${path}.when`, assumed);
  if (condition === undefined) return undefined;
  const unknownIsNotMet = rule.whenUnknown === "notMet";
  return { path, outcome, condition, unknownIsNotMet, title: rule.title, source: rule.source };
}

/** Checks values that are assumed where a fact is missing. */
export function compileAssumptions(
  written: Readonly<Record<string, unknown>> | undefined,
  scope: Scope,
  path: string,
): ReadonlyMap<string, Cell> {
  const assumed = new Map<string, Cell>();
  for (const [name, value] of Object.entries(written ?? {})) {
    const slot = scope.slotOf(name, `${path}.${name}`);
    if (slot === undefined) continue;
    const cell = compileLiteral(value, slot.kind, scope, `${path}.${name}`);
    if (cell !== undefined) assumed.set(name, slot.kind === "set" ? [String(cell)] : cell);
  }
  return assumed;
}

/**
 * What the rules give for a row. An unknown rule keeps every outcome possible that it could bring about; when all that
 * is possible agrees, the answer is decided all the same.
 */
export function decideByRules(set: RuleSet, row: Row): Hits {
  const truths = set.rules.map((rule) => truthOf(rule, row));
  if (set.hitPolicy === "first") return firstHit(set, truths);
  return set.hitPolicy === "unique" ? uniqueHit(set, truths) : allHits(set, truths);
}

/** Every rule with its verdict and its tree of reasons, in the order of the policy. */
export function explainRules(set: RuleSet, row: ExplainedRow): readonly RuleReason[] {
  return set.rules.map((rule) => {
    const truth = evaluate(rule.condition, row);
    const reason: Reason = explainCondition(rule.condition, row);
    return {
      kind: "rule",
      rule: rule.path,
      outcome: rule.outcome,
      verdict: verdictOf(truth),
      ...(truth === UNKNOWN && rule.unknownIsNotMet ? { takenAsNotMet: true as const } : {}),
      ...(rule.title === undefined ? {} : { title: rule.title }),
      ...(rule.source === undefined ? {} : { source: rule.source }),
      of: [reason],
    };
  });
}

function truthOf(rule: CompiledRule, row: Row): Truth {
  const truth = evaluate(rule.condition, row);
  return truth === UNKNOWN && rule.unknownIsNotMet ? NOT_MET : truth;
}

function firstHit(set: RuleSet, truths: readonly Truth[]): Hits {
  const possible = new Set<string | undefined>();
  for (const [index, truth] of truths.entries()) {
    if (truth !== NOT_MET) possible.add(set.rules[index]!.outcome);
    if (truth === MET) return settle(possible);
  }
  return settle(possible.add(set.otherwise));
}

function uniqueHit(set: RuleSet, truths: readonly Truth[]): Hits {
  const met = outcomesWhere(set, truths, MET);
  const unknown = outcomesWhere(set, truths, UNKNOWN);
  if (met.size > 1) return { kind: "conflict", outcomes: [...met] };
  const possible = new Set<string | undefined>([...met, ...unknown]);
  if (met.size === 0) possible.add(set.otherwise);
  return settle(possible);
}

function allHits(set: RuleSet, truths: readonly Truth[]): Hits {
  const met = outcomesWhere(set, truths, MET);
  const unknown = [...outcomesWhere(set, truths, UNKNOWN)].filter((each) => !met.has(each));
  if (unknown.length > 0) {
    const fallback = met.size === 0 ? [set.otherwise] : [];
    return { kind: "undecided", candidates: [...new Set([...met, ...unknown, ...fallback])] };
  }
  if (met.size > 0) return { kind: "decided", outcomes: [...met] };
  return settle(new Set([set.otherwise]));
}

function outcomesWhere(set: RuleSet, truths: readonly Truth[], wanted: Truth): Set<string> {
  return new Set(set.rules.filter((_, index) => truths[index] === wanted).map((rule) => rule.outcome));
}

function settle(possible: ReadonlySet<string | undefined>): Hits {
  if (possible.size > 1) return { kind: "undecided", candidates: [...possible] };
  const [only] = possible;
  return { kind: "decided", outcomes: only === undefined ? [] : [only] };
}
