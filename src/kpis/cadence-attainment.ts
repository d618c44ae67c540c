import type { Duty, Standing } from "../cadence/index.js";
import { attainment } from "./attainment.js";
import type { Figure } from "./figure.js";

/**
 * How far cadences are attained: credit earned by contacts asked for.
 *
 * The credit is that of the cadence, with its weights and its cap; a cadence that asks for none
 * counts nowhere.
 *
 * Gotcha: several duties of one period carry the same standing, and each that is handed over counts.
 * Duties go to {@link dutyAttainment}.
 *
 * @param standings - one for each account, cadence and period
 * @returns a ratio
 *
 * @example Seven of ten
 * ```ts
 * import { cadenceAttainment } from "hoito/kpis";
 *
 * const standing = { period: "2018", atLeast: 10, held: 7, planned: 1, earned: 7, remaining: 3 };
 * cadenceAttainment([standing]).value; // => 0.7
 * ```
 *
 * @category KPIs
 */
export function cadenceAttainment(standings: readonly Standing[]): Figure {
  const goals = standings.map(({ atLeast: goal = 0, earned }) => ({ goal, done: earned }));
  return attainment(goals.filter(({ goal }) => goal > 0)).figure;
}

/**
 * How far the quotas of many accounts are attained, out of their duties.
 *
 * Each account, cadence, business line and period counts once, however many contacts of it are still
 * open. A duty that is undecided is left out as `undecided`, one of a cadence without a quota as
 * `noQuota`: an interval or an event asks for a day, not for a number.
 *
 * @param duties - of any accounts on one day, in any order, the fulfilled ones too, as `decideCare`
 *   tells them
 * @returns the ratio of credit earned to contacts asked for
 *
 * @example Two visits of three still open are one quota
 * ```ts
 * import { dutyAttainment } from "hoito/kpis";
 *
 * const standing = { period: "2018", atLeast: 3, held: 1, planned: 0, earned: 1, remaining: 2 };
 * const duty = {
 *   accountId: 1,
 *   cadence: "visits",
 *   significance: 1,
 *   value: { status: "ok", daysLate: 0, standing },
 *   because: [],
 *   missing: [],
 * } as const;
 * const duties = ["1|visits|2018#2", "1|visits|2018#3"].map((id) => ({ ...duty, id }));
 * const { numerator, denominator } = dutyAttainment(duties);
 * [numerator, denominator]; // => [1, 3]
 * ```
 *
 * @category KPIs
 */
export function dutyAttainment(duties: readonly Duty[]): Figure {
  const standings = new Map<string, Standing>();
  let undecided = 0;
  let noQuota = 0;
  for (const { accountId, cadence, businessLine, value } of duties) {
    const { status, standing } = value;
    if (standing !== undefined) {
      standings.set(JSON.stringify([accountId, cadence, businessLine, standing.period]), standing);
    } else if (status === "undecided") undecided++;
    else noQuota++;
  }
  const figure = cadenceAttainment([...standings.values()]);
  const excluded = [
    ...figure.excluded,
    { reason: "noQuota", count: noQuota },
    { reason: "undecided", count: undecided },
  ];
  return { ...figure, excluded: excluded.filter(({ count }) => count > 0) };
}
