import type { Account } from "../facts/index.js";
import {
  type CivilDate,
  type PeriodDefinition,
  periodDays,
  periodDaysBeside,
  toEpochDay,
} from "../time/index.js";
import type { Exclusion } from "./figure.js";
import { requireMethod } from "./require-method.js";

/**
 * The customers who came in one period, and how many of them were left later.
 *
 * @category KPIs
 */
export interface Cohort {
  /** Label of the period in which their relationships began. */
  readonly label: string;
  readonly size: number;
  /**
   * Customers at the end of the period they came in, of the next one, and so on, for each period
   * that is over.
   */
  readonly kept: readonly { readonly count: number; readonly share: number }[];
}

/**
 * Cohorts, oldest first, and the accounts that belong to none.
 *
 * @category KPIs
 */
export interface CohortTable {
  readonly cohorts: readonly Cohort[];
  readonly excluded: readonly Exclusion[];
}

/** Most periods that a cohort is followed. */
const MOST_STEPS = 120;

/**
 * Customers by the period in which they came, and how many of each were left at the end of it and
 * of those after.
 *
 * A period that is not over on `asOf` has no number yet: its day has not come. A relationship that
 * ends on a day is over before that day ends. Accounts without a start, and those that start after
 * `asOf`, are left out and told.
 *
 * @param accounts - in any order
 * @param method - how time is cut, and over how many periods a cohort is followed, 1 to 120
 * @param context - `asOf`, that day included
 * @returns cohorts with at least one customer, in the order of time
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-period`
 *
 * @example Two came in 2016, one left in 2017
 * ```ts
 * import { cohortTable } from "hoito/kpis";
 *
 * const accounts = [
 *   { id: 1, relationshipStart: "2016-02-01" },
 *   { id: 2, relationshipStart: "2016-09-01", relationshipEnd: "2017-06-30" },
 * ] as const;
 * const { cohorts } = cohortTable(accounts, { per: "year", steps: 5 }, { asOf: "2018-06-30" });
 * cohorts[0]?.label; // => "2016"
 * cohorts[0]?.kept.map(({ count }) => count); // => [2, 1]
 * ```
 *
 * @category KPIs
 */
export function cohortTable(
  accounts: readonly Account[],
  method: { readonly per: PeriodDefinition; readonly steps: number },
  context: { readonly asOf: CivilDate },
): CohortTable {
  requireMethod(method, { steps: { kind: "number" } });
  const asOfDay = toEpochDay(context.asOf);
  const { per, steps } = method;
  const reasons = new Map<string, number>();
  const members = new Map<number, { label: string; ends: number[] }>();
  for (const { relationshipStart: start, relationshipEnd: end } of accounts) {
    const why = whyLeftOut(start, end, context.asOf);
    const period = why === undefined ? periodDays(toEpochDay(start!), per) : undefined;
    if (period === undefined) {
      const reason = why ?? "outsidePeriod";
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    const { label, fromDay } = period;
    const cohort = members.get(fromDay) ?? { label, ends: [] };
    members.set(fromDay, cohort);
    cohort.ends.push(end === undefined ? Number.POSITIVE_INFINITY : toEpochDay(end));
  }
  const cohorts = [...members].sort(([left], [right]) => left - right);
  const followed = Math.min(steps, MOST_STEPS);
  return {
    cohorts: cohorts.map(([fromDay, { label, ends }]) => {
      const kept = lastDays(fromDay, per, followed, asOfDay).map((lastDay) => {
        const left = ends.filter((end) => end > lastDay).length;
        return { count: left, share: left / ends.length };
      });
      return { label, size: ends.length, kept };
    }),
    excluded: [...reasons]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([reason, count]) => ({ reason, count })),
  };
}

function whyLeftOut(
  start: CivilDate | undefined,
  end: CivilDate | undefined,
  asOf: CivilDate,
): string | undefined {
  if (start === undefined) return "startUnknown";
  if (end !== undefined && end <= start) return "endBeforeStart";
  return start > asOf ? "afterAsOf" : undefined;
}

/** Last days of the cohort's own period and of those after it, as far as they are over. */
function lastDays(
  fromDay: number,
  per: PeriodDefinition,
  steps: number,
  asOfDay: number,
): readonly number[] {
  const days: number[] = [];
  for (let step = 0; step < steps; step++) {
    const period = periodDaysBeside(fromDay, per, step);
    if (period === undefined || period.untilDay - 1 > asOfDay) break;
    days.push(period.untilDay - 1);
  }
  return days;
}
