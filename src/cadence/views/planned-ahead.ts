import type { Activity, RecordId } from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import {
  addDays,
  type CivilDate,
  type IsoWeekText,
  isoWeekOf,
  isoWeekStart,
  toIsoWeekText,
} from "../../time/index.js";

/**
 * Which weeks a calendar must be planned for.
 *
 * @category Cadence
 */
export interface PlanningHorizon {
  readonly weeks: number;
  /** Whether the week of the day of asking is the first of them. */
  readonly from: "thisWeek" | "nextWeek";
  /** So many planned activities make a week planned. */
  readonly atLeast: number;
}

/**
 * How far somebody has planned.
 *
 * @category Cadence
 */
export interface WeeksAhead {
  readonly personId: RecordId;
  readonly weeks: readonly {
    readonly week: IsoWeekText;
    readonly planned: number;
    readonly isPlanned: boolean;
  }[];
  /** Every one of the weeks is planned. */
  readonly isPlanned: boolean;
}

/** Ten years. */
const MOST_WEEKS = 520;

/**
 * Whether each person has planned the weeks ahead: "the following three weeks must be planned in
 * the calendar".
 *
 * A planned activity counts in the week of its day; one whose day has passed does not.
 *
 * @param people - whose calendars
 * @param activities - of anybody
 * @param context - `asOf`, and how far must be planned
 * @returns one entry for each person, in their order
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date, `out-of-range` for less
 *   than one or more than 520 weeks
 *
 * @example Three weeks, the current one included
 * ```ts
 * import { plannedAhead } from "hoito/cadence";
 *
 * const visit = { accountId: "A", kind: "visit", status: "planned", personId: 7 } as const;
 * const activities = [
 *   { ...visit, id: 1, plannedOn: "2018-01-24" },
 *   { ...visit, id: 2, plannedOn: "2018-02-09" },
 * ] as const;
 * const horizon = { weeks: 3, from: "thisWeek", atLeast: 1 } as const;
 * const [person] = plannedAhead([7], activities, { asOf: "2018-01-22", horizon });
 * person?.weeks.map(({ week, planned }) => `${week} ${planned}`);
 * // => ["2018-W04 1", "2018-W05 0", "2018-W06 1"]
 * person?.isPlanned; // => false
 * ```
 *
 * @category Cadence
 */
export function plannedAhead(
  people: readonly RecordId[],
  activities: readonly Activity[],
  context: { readonly asOf: CivilDate; readonly horizon: PlanningHorizon },
): readonly WeeksAhead[] {
  const { asOf, horizon } = context;
  if (!(Number.isInteger(horizon.weeks) && horizon.weeks >= 1 && horizon.weeks <= MOST_WEEKS)) {
    const text = `a horizon has 1 to ${MOST_WEEKS} whole weeks`;
    const details = { path: "horizon.weeks", received: horizon.weeks };
    throw new HoitoError(text, { code: "out-of-range", ...details });
  }
  const monday = isoWeekStart(isoWeekOf(asOf));
  const first = addDays(monday, horizon.from === "thisWeek" ? 0 : 7);
  const starts = Array.from({ length: horizon.weeks }, (_, index) => addDays(first, 7 * index));
  return people.map((personId) => {
    const own = activities.flatMap(({ personId: whose, status, plannedOn }) =>
      whose === personId && status === "planned" && plannedOn !== undefined && plannedOn >= asOf
        ? [plannedOn]
        : [],
    );
    const weeks = starts.map((start) => {
      const end = addDays(start, 7);
      const planned = own.filter((day) => day >= start && day < end).length;
      return {
        week: toIsoWeekText(isoWeekOf(start)),
        planned,
        isPlanned: planned >= horizon.atLeast,
      };
    });
    return { personId, weeks, isPlanned: weeks.every((each) => each.isPlanned) };
  });
}
