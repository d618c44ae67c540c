import type { Scope } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import type { AccountFacts } from "./account-facts.js";
import type { ArgumentSpec, FigureKind, KpiDescription } from "./figure-kind.js";
import { ratio, total } from "./figure-of.js";
import type { FigureWindow } from "./figure-window.js";
import { CONFIDENCES, type Confidence } from "./interval.js";
import type { Tally } from "./tally.js";

/**
 * The confidence of a share's Wilson interval, where the share rests on a sample.
 *
 * @category KPIs
 */
export interface RateMethod {
  readonly confidence?: Confidence;
}

/** What a family writes of one of its figures. */
export interface KindParts<Method> {
  readonly describe: KpiDescription;
  readonly arguments?: Readonly<Record<string, ArgumentSpec>>;
  readonly reads: FigureKind["reads"];
  readonly money?: true;
  readonly readsFrom?: (window: FigureWindow, method: Method) => CivilDate;
  readonly check?: (method: Method, scope: Scope, path: string) => void;
  readonly add: (tally: Tally, facts: AccountFacts, method: Method) => void;
}

/** A share of cases: `numerator` of `denominator`, with an interval where one is asked for. */
/* @__NO_SIDE_EFFECTS__ */
export function rateKind<Method extends object>(
  parts: KindParts<Method>,
): FigureKind<Method & RateMethod> {
  return {
    ...parts,
    arguments: {
      ...parts.arguments,
      confidence: { kind: "oneOf", values: CONFIDENCES, optional: true },
    },
    finish: (tally, { confidence }) => ratio(tally, "share", { confidence }),
  };
}

/** A number of cases under `numerator`. */
/* @__NO_SIDE_EFFECTS__ */
export function countKind<Method extends object>(parts: KindParts<Method>): FigureKind<Method> {
  return { arguments: {}, ...parts, finish: (tally) => total(tally, "count") };
}

/** A sum of money under `numerator`. */
/* @__NO_SIDE_EFFECTS__ */
export function sumKind<Method extends object>(parts: KindParts<Method>): FigureKind<Method> {
  return {
    arguments: {},
    ...parts,
    money: true,
    finish: (tally, _, currency) => total(tally, "money", currency),
  };
}

/** What figures about the operations of a company have in common. */
/* @__NO_SIDE_EFFECTS__ */
export function operational(
  en: string,
  fi: string,
  formula: string,
  source: string,
): KpiDescription {
  const names = { en, fi };
  return { names, kind: "KPI", family: "operational", timing: "leading", formula, source };
}

/** What figures about results have in common. */
/* @__NO_SIDE_EFFECTS__ */
export function result(en: string, fi: string, formula: string, source: string): KpiDescription {
  const names = { en, fi };
  return { names, kind: "KRI", family: "result", timing: "lagging", formula, source };
}

/** What figures about customers have in common. */
/* @__NO_SIDE_EFFECTS__ */
export function customer(en: string, fi: string, formula: string, source: string): KpiDescription {
  const names = { en, fi };
  return { names, kind: "KRI", family: "customer", timing: "lagging", formula, source };
}

/** What figures about where the company is heading have in common. */
/* @__NO_SIDE_EFFECTS__ */
export function strategic(en: string, fi: string, formula: string, source: string): KpiDescription {
  const names = { en, fi };
  return { names, kind: "KRI", family: "strategic", timing: "lagging", formula, source };
}
