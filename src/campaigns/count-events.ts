import { weekIndexOf } from "./compiled-campaign.js";
import { COUNTS, DELETED, type EventColumns, lastVerdict, mayCountIn } from "./event-columns.js";
import type { OpenCampaign } from "./open-campaign.js";

/** What is counted by cell: a member's position times the number of weeks, and the week's. */
export interface Tallies {
  readonly open: OpenCampaign;
  /** First epoch day of the period, and the position of the week that each of its days lies in. */
  readonly fromDay: number;
  readonly weekOfDay: Uint8Array;
  /** The last moment in time for each week: its deadline, or the millisecond before. */
  readonly inTimeUntil: Float64Array;
  readonly judgedUntil: Float64Array;
  /** The criteria over activities, as bits of the marks, and `COUNTS`. */
  readonly asked: number;
  /** Those of them that a judge decides. */
  readonly judged: number;
  /** By cell, the bits that some activity met, and failed; what is there now meets `COUNTS`. */
  readonly met: Int32Array;
  readonly failed: Int32Array;
  /** For the criteria whose points go by their number, how many activities met and failed them. */
  readonly counted: readonly Counted[];
  readonly plans: readonly Planned[];
}

interface Counted {
  readonly position: number;
  readonly met: Int32Array;
  readonly failed: Int32Array;
}

interface Planned {
  readonly position: number;
  readonly offsetWeeks: number;
  readonly weeks: number;
  /** Activities by cell and week of the plan. */
  readonly held: Int32Array;
}

/**
 * Counts what every activity was at the deadline of its week, and is now; `undefined` where rows do
 * not come by activity, moment and kind.
 *
 * Rows are walked back, so that each is known to have stood until `next`, the moment of the row
 * after it. A row answers for the week it lies in where it stood at that week's deadline. Cells
 * that no points are given for are counted with the others.
 */
export function countEvents(
  columns: EventColumns,
  open: OpenCampaign,
  now: number,
): Tallies | undefined {
  const { member, activity, day, at, kind, marks } = columns;
  const tallies = startTallies(open);
  const { fromDay, weekOfDay, inTimeUntil, judgedUntil, asked, judged, plans } = tallies;
  const isLateLeftOut = open.campaign.definition.lateActivities === "leftOut";
  const hasPlans = plans.length > 0;
  const weeks = open.weeks.length;
  let own = activity[activity.length - 1]!;
  let end = activity.length;
  let [latest, after] = [NONE, NONE];
  let [weekNow, lateCell] = [NONE, NONE];
  let next = Number.POSITIVE_INFINITY;
  for (let row = end - 1; row >= 0; row--) {
    if (activity[row] !== own) {
      if (lateCell >= 0) count(tallies, lateCell, COUNTS, asked & ~COUNTS);
      if (activity[row]! > own) return undefined;
      own = activity[row]!;
      end = row + 1;
      lateCell = NONE;
      next = Number.POSITIVE_INFINITY;
    }
    const moment = at[row]!;
    if (!(moment <= now)) continue;
    if (moment >= next && (moment > next || kind[row]! > kind[after]!)) return undefined;
    const dayOfPeriod = day[row]! - fromDay;
    const lies = dayOfPeriod >= 0 && dayOfPeriod < weekOfDay.length && mayCountIn(kind, marks, row);
    const week = lies ? weekOfDay[dayOfPeriod]! : NONE;
    const cell = member[row]! * weeks + week;
    if (next === Number.POSITIVE_INFINITY) {
      latest = row;
      weekNow = week;
      if (lies && !isLateLeftOut) lateCell = cell;
    }
    if (lies && moment <= inTimeUntil[week]! && next > inTimeUntil[week]!) {
      const until = judged === 0 ? NONE : Math.min(now, judgedUntil[week]!);
      const verdict = judged === 0 ? NONE : lastVerdict(columns, end, until);
      const was = marks[row]!;
      const did = verdict < 0 ? was : (was & ~judged) | (marks[verdict]! & judged);
      if (week === weekNow) {
        const met = did & (marks[latest]! | judged) & asked;
        count(tallies, cell, met, asked & ~met);
        lateCell = NONE;
      } else count(tallies, cell, 0, asked & ~did);
    }
    if (hasPlans && kind[latest] !== DELETED) {
      for (const plan of plans) countInPlan(plan, columns, { row, next }, tallies);
    }
    after = row;
    next = moment;
  }
  if (lateCell >= 0) count(tallies, lateCell, COUNTS, asked & ~COUNTS);
  return tallies;
}

const NONE = -1;

function count({ met, failed, counted }: Tallies, cell: number, isMet: number, isFailed: number) {
  met[cell]! |= isMet;
  failed[cell]! |= isFailed;
  for (const each of counted) {
    each.met[cell]! += (isMet >> each.position) & 1;
    each.failed[cell]! += (isFailed >> each.position) & 1;
  }
}

function countInPlan(
  { offsetWeeks, weeks: ahead, held }: Planned,
  { member, day, at, kind, marks }: EventColumns,
  { row, next }: { readonly row: number; readonly next: number },
  { open: { weeks }, inTimeUntil }: Tallies,
): void {
  if (!mayCountIn(kind, marks, row)) return;
  const nearest = weekIndexOf(day[row]!) - weeks[0]!.index - 1 - offsetWeeks;
  for (let back = 0; back < ahead; back++) {
    const week = nearest - back;
    const until = inTimeUntil[week]!;
    if (week < 0 || week >= weeks.length || !(at[row]! <= until && next > until)) continue;
    held[(member[row]! * weeks.length + week) * ahead + back]! += 1;
  }
}

function startTallies(open: OpenCampaign): Tallies {
  const { members, weeks, campaign } = open;
  const { definition, criteria } = campaign;
  const before = definition.deadline.bound === "exclusive" ? 1 : 0;
  const cells = members.length * weeks.length;
  const byWeek = () => new Int32Array(cells);
  const activities = criteria.filter(({ kind }) => kind === "activity");
  const bits = activities.map(({ position, isJudged }) => ({ bit: 1 << position, isJudged }));
  return {
    open,
    fromDay: weeks[0]!.fromDay,
    weekOfDay: Uint8Array.from(
      weeks.flatMap(({ fromDay, untilDay, position }) => {
        return Array.from({ length: untilDay - fromDay }, () => position);
      }),
    ),
    inTimeUntil: Float64Array.from(weeks, ({ deadlineAt }) => deadlineAt - before),
    judgedUntil: Float64Array.from(weeks, ({ judgedUntil }) => judgedUntil),
    asked: bits.reduce((sum, { bit }) => sum | bit, COUNTS),
    judged: bits.reduce((sum, { bit, isJudged }) => (isJudged ? sum | bit : sum), 0),
    met: byWeek(),
    failed: byWeek(),
    counted: activities
      .filter(({ scoring }) => scoring !== "allOrNothing")
      .map(({ position }) => ({ position, met: byWeek(), failed: byWeek() })),
    plans: criteria.flatMap(({ plan, position }) =>
      plan === undefined ? [] : [{ ...plan, position, held: new Int32Array(cells * plan.weeks) }],
    ),
  };
}
