import { Scope } from "../rules/index.js";
import { type Checked, checked } from "../shapes/index.js";
import { basisPoints, shareOf, WHOLE } from "./basis-points.js";
import type { TimeAllotment, TimeBudgets } from "./care-model.js";

/**
 * How a role's working time is given out.
 *
 * @category Time budgets
 */
export interface RoleBudget {
  readonly role: string;
  /** The sum of the shares, 0 … 1. */
  readonly allotted: number;
  /** What is left of the whole, for the classes by cadence and those not named, 0 … 1. */
  readonly rest: number;
  /** Classes that a cadence speaks for: a cadence is no share, so they are not in the sum. */
  readonly byCadence: readonly string[];
  /** Classes that the budget does not name. */
  readonly unspecified: readonly string[];
}

/**
 * The names that time budgets may use.
 *
 * @category Time budgets
 */
export interface BudgetNames {
  /** The classes, in the order in which results list them. */
  readonly segments: readonly string[];
  readonly cadences: readonly string[];
}

/**
 * How much of each role's time is given to classes, and what is left over.
 *
 * The shares of a role make at most 100 %, exactly 100 % included; they are added as integers, so
 * ten times 0.1 is 1. A class with a cadence is listed and not added, since visits a month are no
 * share of the time. A role that names no class has all its time left.
 *
 * @param budgets - by role and class
 * @param names - the classes and cadences there are
 * @returns one budget a role in the order written, or the findings `shares-exceed-whole`,
 *   `not-a-share`, `unknown-segment`, `unknown-cadence`, `not-an-allotment`, `unknown-property`
 *
 * @example Phone sales: half for gold, a fifth for B
 * ```ts
 * import { checkTimeBudgets } from "hoito/care";
 *
 * const names = { segments: ["gold", "B", "smallest"], cadences: [] };
 * const result = checkTimeBudgets({ phone: { gold: { share: 0.5 }, B: { share: 0.2 } } }, names);
 * result.ok && result.value[0]?.rest; // => 0.3
 * const raised = { phone: { gold: { share: 0.5 }, B: { share: 0.6 } } };
 * checkTimeBudgets(raised, names).findings[0]?.code; // => "shares-exceed-whole"
 * ```
 *
 * @category Time budgets
 */
export function checkTimeBudgets(
  budgets: TimeBudgets,
  names: BudgetNames,
): Checked<readonly RoleBudget[]> {
  const scope = new Scope();
  const roles = compileTimeBudgets(budgets, names, scope, "timeBudgets");
  return checked(scope.findings, () => roles);
}

/** The budgets of a policy; faults go to the scope. */
export function compileTimeBudgets(
  budgets: TimeBudgets,
  names: BudgetNames,
  scope: Scope,
  path: string,
): readonly RoleBudget[] {
  const known = { segments: new Set(names.segments), cadences: new Set(names.cadences) };
  return Object.entries(budgets).map(([role, byClass]) => {
    const at = `${path}.${role}`;
    const allotments = new Map(Object.entries(byClass as Record<string, TimeAllotment>));
    let points = 0;
    for (const [label, allotment] of allotments) {
      if (!known.segments.has(label)) {
        scope.unknownName(label, "segment", names.segments, `${at}.${label}`);
      }
      points += pointsOf(allotment, known.cadences, scope, `${at}.${label}`);
    }
    if (points > WHOLE) {
      const text = `the shares of \`${role}\` make ${points / 100} %`;
      scope.fault(at, "shares-exceed-whole", text);
    }
    const isByCadence = (label: string): boolean => {
      const allotment = allotments.get(label);
      return allotment !== undefined && "cadence" in allotment;
    };
    return {
      role,
      allotted: shareOf(points),
      rest: shareOf(WHOLE - points),
      byCadence: names.segments.filter(isByCadence),
      unspecified: names.segments.filter((label) => !allotments.has(label)),
    };
  });
}

function pointsOf(
  allotment: TimeAllotment,
  cadences: ReadonlySet<string>,
  scope: Scope,
  path: string,
): number {
  const words = Object.keys(allotment);
  scope.checkWords(allotment, ["share", "cadence"], path);
  if (words.includes("share") === words.includes("cadence")) {
    scope.fault(path, "not-an-allotment", "time is given as a `share` or by a `cadence`");
    return 0;
  }
  if ("share" in allotment) return basisPoints(allotment.share, scope, `${path}.share`) ?? 0;
  if (!cadences.has(allotment.cadence)) {
    scope.unknownName(allotment.cadence, "cadence", cadences, `${path}.cadence`);
  }
  return 0;
}
