import type { Activity } from "../facts/index.js";
import { evaluate, MET, NOT_MET } from "../rules/index.js";
import { activityRow } from "./activity-row.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { dayOf } from "./history.js";

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
export const COUNTS: number = 2 ** 30;
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

/** Copies of the rows that stand by a moment, by activity, moment and kind. */
export function inOrder(columns: EventColumns, now: number): EventColumns {
  const { activity, at, kind } = columns;
  const known = Uint32Array.from(at, (_, row) => row).filter((row) => at[row]! <= now);
  const rows = known.sort((left, right) => {
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

/** The last verdict by a moment on the activity whose rows end before `end`, or −1. */
export function lastVerdict(
  { activity, at, kind }: EventColumns,
  end: number,
  until: number,
): number {
  for (let row = end - 1; activity[row] === activity[end - 1]; row--) {
    if (kind[row] === JUDGED && at[row]! <= until) return row;
  }
  return -1;
}

/** Whether a row leaves an activity that is not deleted or cancelled, and may count. */
export function mayCountIn(kind: Uint8Array, marks: Uint32Array, row: number): boolean {
  return kind[row] !== DELETED && (marks[row]! & LIVES_AND_COUNTS) === LIVES_AND_COUNTS;
}
