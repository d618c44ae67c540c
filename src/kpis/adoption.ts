import type { Person } from "../facts/index.js";
import type { Decision, MissingFact } from "../shapes/index.js";
import { addDuration, type CivilDate, type Duration, toEpochDay } from "../time/index.js";
import { coverageRate } from "./coverage.js";
import type { Figure } from "./figure.js";
import { figureOf, ratio } from "./figure-of.js";
import { requireMethod } from "./require-method.js";
import { count, startTally } from "./tally.js";

/**
 * What is known of the adoption of a system.
 *
 * @category KPIs
 */
export interface AdoptionFacts {
  readonly projectEndedOn: CivilDate;
  readonly plannedUsers: number;
  /** Of the planned ones, who use it regularly. */
  readonly regularUsers: number;
  /** Users depend on it and its data steer the business. */
  readonly usersDependOnIt?: boolean;
  /** It is an essential part of managing information. */
  readonly essentialToManagement?: boolean;
}

/**
 * Whether the adoption of a system succeeded.
 *
 * @category KPIs
 */
export type AdoptionOutcome =
  | { readonly kind: "successful" | "notSuccessful" | "undecided"; readonly regular: Figure }
  | { readonly kind: "notYetAssessable"; readonly assessableFrom: CivilDate };

/**
 * Whether a system was adopted: enough of the planned users use it regularly, users depend on it,
 * and it is essential to management; all three, and not before a time after the project.
 *
 * The share is inclusive: 8 of 10 is exactly 80 % and passes. One criterion that fails decides,
 * even where another is unknown. Oksanen (2010) asks for 80 % two years after.
 *
 * @param facts - users, and the two judgements
 * @param method - the least share, 0 … 1, and how long after the project
 * @param context - `asOf`; on the very day the adoption can be assessed
 * @returns a decision; undecided ones name the judgements that are missing
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-duration`
 *
 * @example Eight of ten
 * ```ts
 * import { adoptionOutcome } from "hoito/kpis";
 *
 * const facts = {
 *   projectEndedOn: "2016-01-31",
 *   plannedUsers: 10,
 *   regularUsers: 8,
 *   usersDependOnIt: true,
 *   essentialToManagement: true,
 * } as const;
 * const method = { atLeastShare: 0.8, after: { years: 2 } } as const;
 * adoptionOutcome(facts, method, { asOf: "2018-01-31" }).value.kind; // => "successful"
 * adoptionOutcome(facts, method, { asOf: "2018-01-30" }).value.kind; // => "notYetAssessable"
 * ```
 *
 * @category KPIs
 */
export function adoptionOutcome(
  facts: AdoptionFacts,
  method: { readonly atLeastShare: number; readonly after: Duration },
  context: { readonly asOf: CivilDate },
): Decision<AdoptionOutcome> {
  requireMethod(method, { atLeastShare: { kind: "number" }, after: { kind: "duration" } });
  const assessableFrom = addDuration(facts.projectEndedOn, method.after);
  toEpochDay(context.asOf);
  if (context.asOf < assessableFrom) {
    return { value: { kind: "notYetAssessable", assessableFrom }, because: [], missing: [] };
  }
  const tally = startTally();
  count(tally, "denominator", facts.plannedUsers);
  count(tally, "numerator", facts.regularUsers);
  const regular = figureOf(tally, ratio(tally, "share"), method);
  const { usersDependOnIt, essentialToManagement } = facts;
  const isRegular = regular.value === undefined ? undefined : regular.value >= method.atLeastShare;
  const criteria = { plannedUsers: isRegular, usersDependOnIt, essentialToManagement };
  const verdicts = Object.values(criteria);
  const missing = Object.entries(criteria).flatMap(([path, verdict]): MissingFact[] => {
    const why = path === "plannedUsers" ? "zeroDenominator" : "missing";
    return verdict === undefined ? [{ path, why }] : [];
  });
  const because = Object.entries(criteria).map(([path, verdict]) => {
    const details = verdict === undefined ? {} : { met: verdict };
    return { kind: "step", step: "adoptionCriterion", path, details, of: [] } as const;
  });
  if (verdicts.includes(false)) {
    return { value: { kind: "notSuccessful", regular }, because, missing: [] };
  }
  const kind = missing.length === 0 ? "successful" : "undecided";
  return { value: { kind, regular }, because, missing };
}

/**
 * The share of people who keep their calendar electronically alone.
 *
 * @param people - in any order; those of whom it is unknown are left out and told
 * @returns a share
 *
 * @example Two of seven
 * ```ts
 * import { electronicCalendarShare } from "hoito/kpis";
 *
 * const people = Array.from({ length: 7 }, (_, id) => {
 *   return { id, calendarMedium: id < 2 ? "electronic" : "paper" } as const;
 * });
 * electronicCalendarShare(people).numerator; // => 2
 * ```
 *
 * @category KPIs
 */
export function electronicCalendarShare(people: readonly Person[]): Figure {
  return coverageRate(
    people.map(({ calendarMedium: medium }) => {
      return { covered: medium === undefined ? undefined : medium === "electronic" };
    }),
  );
}

/**
 * How the number of users changed between two moments, in all and by user group.
 *
 * @category KPIs
 */
export interface UsageChange {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** After by before; absent when there was nobody before. */
  readonly factor?: number;
  /**
   * Differences by group, in the order of the letters; a group of one side alone counts from or to
   * 0.
   */
  readonly groups: Readonly<Record<string, number>>;
}

/**
 * The change of the number of users between two moments, such as the same month of two years.
 *
 * @param before - users by group at the earlier moment
 * @param after - the same later
 * @returns sums, difference, factor, and the difference of each group
 *
 * @example From 5 to 46
 * ```ts
 * import { usageChange } from "hoito/kpis";
 *
 * const change = usageChange({ pilot: 5 }, { pilot: 5, projects: 41 });
 * change.difference; // => 41
 * change.factor; // => 9.2
 * ```
 *
 * @category KPIs
 */
export function usageChange(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): UsageChange {
  const earlier = new Map(Object.entries(before));
  const later = new Map(Object.entries(after));
  const names = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const [sumBefore, sumAfter] = [sum(earlier.values()), sum(later.values())];
  return {
    before: sumBefore,
    after: sumAfter,
    difference: sumAfter - sumBefore,
    ...(sumBefore === 0 ? {} : { factor: sumAfter / sumBefore }),
    groups: Object.fromEntries(
      names.map((name) => [name, (later.get(name) ?? 0) - (earlier.get(name) ?? 0)]),
    ),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const each of values) total += each;
  return total;
}
