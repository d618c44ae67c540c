import { type Activity, compareIds, type RecordId } from "../../facts/index.js";
import type { CivilDate } from "../../time/index.js";

/**
 * What became of what somebody had planned for some days.
 *
 * @category Cadence
 */
export interface PlanOutcome {
  /** Absent for activities that name nobody. */
  readonly personId?: RecordId;
  /** All that were planned for these days. */
  readonly planned: number;
  /** Of them, those that were held, on whatever day. */
  readonly held: number;
  readonly cancelled: number;
  /** Of them, those whose day has passed and that were neither held nor cancelled. */
  readonly missed: number;
  /** Of them, those still to come. */
  readonly toCome: number;
  /** Held on these days without having been planned for any. */
  readonly unplanned: number;
  /** Moved away from these days at least once, and planned for later or earlier ones now. */
  readonly movedAway: number;
}

/**
 * What was done against what was planned, by person, for the activities planned for some days.
 *
 * `planned` is `held` + `cancelled` + `missed` + `toCome`. An activity that was moved counts on the
 * day it is planned for now.
 *
 * @param activities - of anybody
 * @param context - the days, `until` not included, and the day of asking
 * @returns one row for each person, by id, nobody last; none where nothing was planned or done
 *
 * @example One held, one missed
 * ```ts
 * import { doneAgainstPlanned } from "hoito/cadence";
 *
 * const visit = { accountId: "A", kind: "visit", personId: 7 } as const;
 * const activities = [
 *   { ...visit, id: 1, status: "held", plannedOn: "2018-01-15", heldOn: "2018-01-16" },
 *   { ...visit, id: 2, status: "planned", plannedOn: "2018-01-17" },
 * ] as const;
 * const days = { from: "2018-01-15", until: "2018-01-22", asOf: "2018-01-22" } as const;
 * const [row] = doneAgainstPlanned(activities, days);
 * [row?.planned, row?.held, row?.missed]; // => [2, 1, 1]
 * ```
 *
 * @category Cadence
 */
export function doneAgainstPlanned(
  activities: readonly Activity[],
  context: { readonly from: CivilDate; readonly until: CivilDate; readonly asOf: CivilDate },
): readonly PlanOutcome[] {
  const { from, until, asOf } = context;
  const isWithin = (day: CivilDate | undefined): boolean =>
    day !== undefined && day >= from && day < until;
  const rows = new Map<RecordId | undefined, Counts>();
  for (const { personId, status, plannedOn, heldOn, movedFrom = [] } of activities) {
    const row = rows.get(personId) ?? { ...NOTHING };
    const isHeld = status === "held" || status === "complete";
    if (isWithin(plannedOn)) {
      row.planned += 1;
      if (isHeld) row.held += 1;
      else if (status === "cancelled") row.cancelled += 1;
      else if (plannedOn! < asOf) row.missed += 1;
      else row.toCome += 1;
    } else if (movedFrom.some(isWithin)) row.movedAway += 1;
    else if (isHeld && plannedOn === undefined && isWithin(heldOn)) row.unplanned += 1;
    else continue;
    rows.set(personId, row);
  }
  return [...rows]
    .sort(
      ([a], [b]) =>
        Number(a === undefined) - Number(b === undefined) || compareIds(String(a), String(b)),
    )
    .map(([personId, row]) => (personId === undefined ? row : { personId, ...row }));
}

type Counts = { -readonly [Name in Exclude<keyof PlanOutcome, "personId">]: number };

const NOTHING: Counts = {
  planned: 0,
  held: 0,
  cancelled: 0,
  missed: 0,
  toCome: 0,
  unplanned: 0,
  movedAway: 0,
};
