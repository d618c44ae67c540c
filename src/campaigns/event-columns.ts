import type { Activity } from "../facts/index.js";
import { evaluate, MET, NOT_MET } from "../rules/index.js";
import { activityRow } from "./activity-row.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { dayOf } from "./history.js";
import type { OpenWeek } from "./open-campaign.js";

/**
 * Events as aligned columns, one row each.
 *
 * @category Campaigns
 */
export interface EventColumns {
  /** Position of the member among the open campaign's members. */
  readonly member: Int32Array;
  /** A number for each activity, from 0; an activity belongs to one member. */
  readonly activity: Int32Array;
  /** Epoch day of the activity, held or else planned; `NO_DAY` without one. */
  readonly day: Int32Array;
  /** Whole milliseconds since 1970-01-01T00:00Z. */
  readonly at: Float64Array;
  /** 0 logged, 1 edited, 2 judged, 3 deleted. */
  readonly kind: Uint8Array;
  /** As {@link markActivity} gives them. */
  readonly marks: Uint32Array;
}

/** Stands in a column of days for an activity without one. */
export const NO_DAY = -2_147_483_648;

const LIVING: number = 2 ** 31;
const COUNTS: number = 2 ** 30;
const LIVES_AND_COUNTS = (LIVING + COUNTS) | 0;
const JUDGED = 2;
export const DELETED = 3;

/**
 * Which of a campaign's criteria an activity meets, as bits for the columns of {@link scoreWeeks}:
 * bit n for the n-th criterion, bit 30 when it counts, bit 31 when it is not cancelled.
 *
 * @param activity - as it stood after an event
 * @param campaign - compiled
 *
 * @category Campaigns
 */
export function markActivity(activity: Activity, campaign: CompiledCampaign): number {
  if (dayOf(activity) === undefined) return 0;
  const row = activityRow(activity, campaign);
  let marks = activity.status === "cancelled" ? 0 : LIVING;
  if (evaluate(campaign.counts, row) !== NOT_MET) marks += COUNTS;
  for (const { where, position } of campaign.criteria) {
    if (where !== undefined && evaluate(where, row) === MET) marks += 2 ** position;
  }
  return marks;
}

/** Rows by activity, moment, kind: the columns themselves where they come so, otherwise sorted copies. */
export function inOrder(columns: EventColumns): EventColumns {
  const { activity, at, kind } = columns;
  let isSorted = true;
  for (let row = 1; row < at.length && isSorted; row++) {
    const [one, other] = [activity[row - 1]!, activity[row]!];
    isSorted =
      one < other ||
      (one === other &&
        (at[row - 1]! < at[row]! || (at[row - 1] === at[row] && kind[row - 1]! <= kind[row]!)));
  }
  if (isSorted) return columns;
  const rows = Uint32Array.from(at, (_, row) => row).sort((left, right) => {
    return (
      activity[left]! - activity[right]! || at[left]! - at[right]! || kind[left]! - kind[right]!
    );
  });
  return {
    member: Int32Array.from(rows, (row) => columns.member[row]!),
    activity: Int32Array.from(rows, (row) => activity[row]!),
    day: Int32Array.from(rows, (row) => columns.day[row]!),
    at: Float64Array.from(rows, (row) => at[row]!),
    kind: Uint8Array.from(rows, (row) => kind[row]!),
    marks: Uint32Array.from(rows, (row) => columns.marks[row]!),
  };
}

/** The last row of `start` to `end`, which is left out, until a moment, itself included; or −1. */
export function lastRow(at: EventColumns["at"], start: number, end: number, until: number): number {
  for (let row = end - 1; row >= start; row--) if (at[row]! <= until) return row;
  return -1;
}

/** The last verdict of a judge by a moment, or −1. */
export function lastVerdict(
  { at, kind }: EventColumns,
  start: number,
  end: number,
  until: number,
): number {
  for (let row = end - 1; row >= start; row--) {
    if (kind[row] === JUDGED && at[row]! <= until) return row;
  }
  return -1;
}

/** Whether a row leaves an activity that counts in the week. */
export function liesIn(columns: EventColumns, row: number, week: OpenWeek): boolean {
  const day = columns.day[row]!;
  const isOfWeek = day >= week.fromDay && day < week.untilDay;
  return isOfWeek && columns.kind[row] !== DELETED && counts(columns, row);
}

/** Whether a row leaves an activity that is not cancelled and may count. */
export function counts({ marks }: EventColumns, row: number): boolean {
  return (marks[row]! & LIVES_AND_COUNTS) === LIVES_AND_COUNTS;
}
