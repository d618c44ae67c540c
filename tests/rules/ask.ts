import type { FieldKind, RateTable } from "../../src/facts/index.js";
import {
  type Cell,
  type CompiledCondition,
  compileAssumptions,
  compileCondition,
  compileRule,
  decideByRules,
  type ExplainedRow,
  evaluate,
  explainCondition,
  explainRules,
  type HitPolicy,
  type Hits,
  type ResolvedParameter,
  type Rule,
  type RuleSet,
  resolveParameter,
  Scope,
  toCell,
  verdictOf,
  whyUnreadable,
} from "../../src/rules/index.js";
import type { Finding, Reason, RuleReason, Verdict } from "../../src/shapes/index.js";
import { type CivilDate, toEpochDay } from "../../src/time/index.js";

/** The fields of the sample account, by kind. */
export const KINDS: Readonly<Record<string, FieldKind>> = {
  headcount: "number",
  shopCount: "number",
  daysSinceOrder: "number",
  daysSinceVisit: "number",
  revenue: "money",
  contractValue: "money",
  lastOrderDate: "date",
  relationshipStart: "date",
  isActive: "boolean",
  isMember: "boolean",
  name: "text",
  city: "text",
  potential: ["low", "medium", "high"],
  effort: ["low", "medium", "high"],
  services: "set",
};

export const PARAMETERS: Readonly<Record<string, unknown>> = {
  largeHeadcount: 1000,
  keyAccountRevenue: { amount: "50000.00", currency: "EUR" },
  reformDate: "2017-06-01",
  isPilot: true,
  homeCity: "Espoo",
  topPotential: "high",
  odd: "enormous",
  homeCities: ["Espoo", "Vantaa"],
  coreServices: ["training", "audit"],
  oddWords: ["high", "enormous"],
  quarterYear: { months: 3 },
};

/** A fact that is known to be none, such as the last order of an account that never ordered. */
export const NONE = Symbol("none");

export interface Context {
  readonly asOf?: CivilDate;
  readonly cuts?: Readonly<Record<string, number>>;
  readonly assume?: Readonly<Record<string, unknown>>;
  readonly rates?: RateTable;
  readonly ageing?: readonly string[];
}

export function sampleScope(currency: string | undefined = "EUR"): Scope {
  const resolved = Object.entries(PARAMETERS).map(([name, written]) => {
    return [name, resolveParameter(written, "EUR", name) as ResolvedParameter] as const;
  });
  return new Scope({
    kinds: new Map(Object.entries(KINDS)),
    parameters: new Map(resolved),
    broken: new Set(["brokenNumber"]),
    cuts: new Map<string, FieldKind>([
      ["topRevenue", "money"],
      ["topHeadcount", "number"],
    ]),
    currency,
  });
}

/** The row of some facts; a fact that is not given is missing. */
export function rowOf(
  facts: Readonly<Record<string, unknown>>,
  scope: Scope,
  { asOf = "2018-01-31", cuts = {}, rates, ageing = [] }: Context = {},
): ExplainedRow {
  const reading = { currency: "EUR", rates };
  const cells = scope.slots.map(({ name, kind }): Cell => {
    return facts[name] === NONE ? null : toCell(facts[name], kind, reading);
  });
  return {
    cells,
    asOf: toEpochDay(asOf),
    cuts: new Map(Object.entries(cuts)),
    ageing: new Set(scope.slots.filter(({ name }) => ageing.includes(name)).map((s) => s.index)),
    currency: "EUR",
    whyUnknown: ({ name, kind }) => [{ path: name, why: whyUnreadable(facts[name], kind) }],
  };
}

export function compiled(written: unknown, scope: Scope, context: Context = {}): CompiledCondition {
  const assumed = compileAssumptions(context.assume, scope, "assume");
  const condition = compileCondition(written, scope, "when", assumed);
  if (condition === undefined) throw new Error(JSON.stringify(scope.findings));
  return condition;
}

/** The verdict of a condition on some facts. */
export function ask(
  written: unknown,
  facts: Readonly<Record<string, unknown>>,
  context: Context = {},
): Verdict {
  const scope = sampleScope();
  const condition = compiled(written, scope, context);
  return verdictOf(evaluate(condition, rowOf(facts, scope, context)));
}

/** The reason of a condition on some facts. */
export function explain(
  written: unknown,
  facts: Readonly<Record<string, unknown>>,
  context: Context = {},
): Reason {
  const scope = sampleScope();
  const condition = compiled(written, scope, context);
  return explainCondition(condition, rowOf(facts, scope, context));
}

/** What is wrong with a condition. */
export function faultsOf(written: unknown, scope: Scope = sampleScope()): readonly Finding[] {
  const condition = compileCondition(written, scope, "when", new Map());
  if ((condition === undefined) !== scope.findings.length > 0) {
    throw new Error("a fault gives findings and no condition");
  }
  return scope.findings;
}

export type SampleRule = Omit<Rule, "when"> & { readonly gives: string; readonly when: unknown };

export function ruleSet(
  hitPolicy: HitPolicy,
  rules: readonly SampleRule[],
  otherwise: string | undefined,
  scope: Scope,
  context: Context = {},
): RuleSet {
  const assumed = compileAssumptions(context.assume, scope, "assume");
  return {
    hitPolicy,
    otherwise,
    rules: rules.map(({ gives, ...rule }, index) => {
      const compiledRule = compileRule(rule as Rule, gives, scope, `rules[${index}]`, assumed);
      if (compiledRule === undefined) throw new Error(JSON.stringify(scope.findings));
      return compiledRule;
    }),
  };
}

/** What rules give for some facts, and why. */
export function decide(
  hitPolicy: HitPolicy,
  rules: readonly SampleRule[],
  otherwise: string | undefined,
  facts: Readonly<Record<string, unknown>>,
  context: Context = {},
): { readonly hits: Hits; readonly because: readonly RuleReason[] } {
  const scope = sampleScope();
  const set = ruleSet(hitPolicy, rules, otherwise, scope, context);
  const row = rowOf(facts, scope, context);
  return { hits: decideByRules(set, row), because: explainRules(set, row) };
}

export function euros(amount: number): { readonly minor: number; readonly currency: "EUR" } {
  return { minor: Math.round(amount * 100), currency: "EUR" };
}
