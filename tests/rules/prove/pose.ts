import type { FieldKind } from "../../../src/facts/index.js";
import {
  type CompiledRule,
  compileAssumptions,
  compileRule,
  type HitPolicy,
  proveRules,
  type Rule,
  type RuleSet,
  type RuleSetProof,
  Scope,
} from "../../../src/rules/index.js";
import { type CivilDate, toEpochDay } from "../../../src/time/index.js";

type Json = Readonly<Record<string, unknown>>;

/** Rules to be proved: outcome and condition of each, in order. */
export interface Posed {
  readonly kinds: Readonly<Record<string, FieldKind>>;
  readonly rules: readonly (readonly [outcome: string, when: Json, whenUnknown?: "notMet"])[];
  readonly hitPolicy?: HitPolicy;
  readonly assume?: Json;
  readonly cuts?: Readonly<Record<string, number>>;
  readonly cutKinds?: Readonly<Record<string, "number" | "money">>;
  readonly canBeNone?: readonly string[];
  readonly counts?: readonly string[];
  readonly mostSteps?: number;
  readonly asOf?: CivilDate;
}

/** Compiles rules of a test; a fault in them is a fault of the test. */
export function posedSet(posed: Posed): { readonly set: RuleSet; readonly scope: Scope } {
  const scope = new Scope({
    kinds: new Map(Object.entries(posed.kinds)),
    cuts: new Map(Object.entries(posed.cutKinds ?? {})),
    currency: "EUR",
  });
  const assumed = compileAssumptions(posed.assume, scope, "assume");
  const rules = posed.rules.map(([outcome, when, whenUnknown], index): CompiledRule => {
    const rule = { when, ...(whenUnknown === undefined ? {} : { whenUnknown }) } as unknown as Rule;
    return compileRule(rule, outcome, scope, `rules[${index}]`, assumed)!;
  });
  if (scope.findings.length > 0) throw new Error(JSON.stringify(scope.findings));
  return { set: { hitPolicy: posed.hitPolicy ?? "first", rules, otherwise: undefined }, scope };
}

/** The proof of rules that are written as in a policy. */
export function prove(posed: Posed): RuleSetProof {
  const { set } = posedSet(posed);
  return proveRules(set, {
    asOf: toEpochDay(posed.asOf ?? "2018-03-28"),
    cuts: new Map(Object.entries(posed.cuts ?? {})),
    currency: "EUR",
    canBeNone: ({ name }) => (posed.canBeNone ?? []).includes(name),
    isCount: ({ name }) => (posed.counts ?? []).includes(name),
    mostSteps: posed.mostSteps ?? 100_000,
  });
}
