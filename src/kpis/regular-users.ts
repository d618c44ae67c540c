import type { CustomerBase, RecordId } from "../facts/index.js";
import { type PeriodDefinition, periodDaysBeside, toEpochDay } from "../time/index.js";
import type { PeriodContext } from "./customers.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { type FigureCore, figureOf, ratio } from "./figure-of.js";
import { figureWindow } from "./figure-window.js";
import { operational } from "./rate-kind.js";
import { requireMethod } from "./require-method.js";
import { count, exclude, keysOf, notePerson, startTally } from "./tally.js";

/**
 * When somebody is a regular user: so many activities in every period, over those that are whole.
 *
 * @category KPIs
 */
export interface RegularUseMethod {
  readonly atLeast: number;
  readonly per: PeriodDefinition;
}

/**
 * The share of planned users who use the customer register regularly.
 *
 * A regular user has at least so many activities in every period of the window, as far as the
 * periods lie within it whole. People not meant to use the register do not count; those of whom
 * nobody knows are left out and told. No planned user, or no whole period, gives no value.
 *
 * @param base - people and activities in any order
 * @param method - how much in which period is regular: the sources give no number
 * @param context - day and window
 * @returns a share of the planned users
 * @throws {@link HoitoError} `not-a-civil-date`, `not-a-period`
 *
 * @example One of two, month by month
 * ```ts
 * import { regularUserShare } from "hoito/kpis";
 *
 * const visit = { accountId: 1, kind: "visit", status: "held", personId: "ann" } as const;
 * const base = {
 *   accounts: [{ id: 1 }],
 *   coverage: { activities: "complete" },
 *   people: [{ id: "ann", plannedUser: true }, { id: "bo", plannedUser: true }],
 *   activities: [
 *     { ...visit, id: 1, heldOn: "2018-01-15" },
 *     { ...visit, id: 2, heldOn: "2018-02-15" },
 *   ],
 * } as const;
 * const method = { atLeast: 1, per: "month" } as const;
 * const context = { asOf: "2018-02-28", period: { calendar: "year" } } as const;
 * regularUserShare(base, method, context).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function regularUserShare(
  base: Pick<CustomerBase, "people" | "activities" | "coverage">,
  method: RegularUseMethod,
  context: PeriodContext,
): Figure {
  requireMethod(method, { atLeast: { kind: "number" } });
  const tally = startTally();
  const window = figureWindow(context.period, context);
  const periods =
    window === undefined ? [] : wholePeriods(window.fromDay, window.lastDay, method.per);
  if (base.coverage.activities === undefined) exclude(tally, "notSupplied");
  else if (periods.length > 0) {
    const uses = usesByPerson(base.activities ?? [], periods);
    for (const { id, plannedUser } of base.people ?? []) {
      if (plannedUser !== true) {
        exclude(tally, plannedUser === undefined ? "planUnknown" : "notPlanned");
        continue;
      }
      count(tally, "denominator");
      const counts = uses.get(id) ?? [0];
      const isRegular =
        counts.length === periods.length && counts.every((each) => each >= method.atLeast);
      if (isRegular) count(tally, "numerator");
    }
  }
  return figureOf(tally, ratio(tally, "share"), method);
}

/** The periods that lie whole between two days, both included. */
function wholePeriods(
  fromDay: number,
  lastDay: number,
  per: PeriodDefinition,
): readonly { readonly fromDay: number; readonly untilDay: number }[] {
  const periods: { readonly fromDay: number; readonly untilDay: number }[] = [];
  for (let step = 0; ; step++) {
    const period = periodDaysBeside(fromDay, per, step);
    if (period === undefined || period.untilDay - 1 > lastDay) return periods;
    if (period.fromDay >= fromDay) periods.push(period);
  }
}

function usesByPerson(
  activities: NonNullable<CustomerBase["activities"]>,
  periods: readonly { readonly fromDay: number; readonly untilDay: number }[],
): Map<RecordId, number[]> {
  const uses = new Map<RecordId, number[]>();
  for (const { personId, heldOn, status } of activities) {
    if (personId === undefined || heldOn === undefined || status === "cancelled") continue;
    const day = toEpochDay(heldOn);
    const at = periods.findIndex(({ fromDay, untilDay }) => fromDay <= day && day < untilDay);
    if (at === -1) continue;
    const counts = uses.get(personId) ?? periods.map(() => 0);
    uses.set(personId, counts);
    counts[at]!++;
  }
  return uses;
}

/** The figures of this family that a board can compute. */
export const adoptionKinds: Readonly<Record<string, FigureKind>> = {
  activeUsers: figureKind<object>({
    describe: operational(
      "Users of the customer register",
      "Järjestelmän käyttäjät",
      "people with an activity of the period",
      "S0 §6; S3 §11 A6",
    ),
    arguments: {},
    reads: ["activities"],
    add: (tally, facts) => {
      for (const { personId } of facts.inPeriod("activities", tally)) {
        if (personId === undefined) exclude(tally, "personUnknown");
        else notePerson(tally, personId);
      }
    },
    finish: (tally): FigureCore => {
      const numerator = keysOf(tally, "people").size;
      const measured = tally.measured > 0 && !tally.excluded.has("notSupplied");
      return { unit: "count", numerator, value: measured ? numerator : undefined };
    },
  }),
};
