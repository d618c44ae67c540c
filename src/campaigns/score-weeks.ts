import { HoitoError } from "../shapes/index.js";
import { type CompiledCampaign, divide, earnsIn, weekIndexOf } from "./compiled-campaign.js";
import {
  counts,
  DELETED,
  type EventColumns,
  inOrder,
  lastRow,
  lastVerdict,
  liesIn,
  NO_DAY,
} from "./event-columns.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";

/**
 * The units of every member and week at a moment, out of columns: what the ledger would come to,
 * without its entries, for millions of events in one pass.
 *
 * Rows may come in any order; grouped by activity and sorted by moment is the fast path. The
 * numbers equal the sums of {@link ledgerOf} over the same events.
 *
 * Gotcha: caps, cool-downs and credits look beyond a week, so that a campaign with any of them is
 * refused; a judged criterion may read the verdict alone, `noteQuality` and `noteJudgedAt`.
 *
 * @param columns - of equal length
 * @param open - the open campaign
 * @param now - milliseconds since 1970-01-01T00:00Z
 * @returns units at `member position × number of weeks + week position`
 * @throws {@link HoitoError} `not-columnar`, `columns-differ`
 *
 * @category Campaigns
 */
export function scoreWeeks(columns: EventColumns, open: OpenCampaign, now: number): Int32Array {
  requireColumnar(columns, open.campaign);
  const tallies = startTallies(open, Math.min(now, open.cutOffAt));
  const sorted = inOrder(columns);
  const { activity } = sorted;
  const countInWeek = weekCounter(sorted, tallies);
  for (let start = 0; start < activity.length; ) {
    let end = start + 1;
    while (end < activity.length && activity[end] === activity[start]) end += 1;
    countActivity(sorted, start, end, tallies, countInWeek);
    start = end;
  }
  return finish(tallies);
}

function requireColumnar(columns: EventColumns, { caps, criteria }: CompiledCampaign): void {
  const isHot = criteria.some(({ coolDownDays }) => coolDownDays !== undefined);
  if (caps.length > 0 || isHot || criteria.some(({ kind }) => kind === "credit")) {
    const text = "caps, cool-downs and credits look beyond a week: use `ledgerOf`";
    throw new HoitoError(text, { code: "not-columnar", path: "open" });
  }
  const lengths = new Set(Object.values(columns).map(({ length }) => length));
  if (lengths.size === 1) return;
  const at = { code: "columns-differ", path: "columns", received: [...lengths] };
  throw new HoitoError("the columns are not of one length", at);
}

interface Tallies {
  readonly open: OpenCampaign;
  readonly now: number;
  /** The last moment in time for each week: its deadline, or the millisecond before. */
  readonly inTimeUntil: Float64Array;
  readonly isLateLeftOut: boolean;
  readonly firstWeek: number;
  /** Position of the last week. */
  readonly lastWeek: number;
  /** 1 where the deadline has struck and the member is not excused. */
  readonly isScored: Uint8Array;
  /** Whether a judge decides any criterion. */
  readonly isJudged: boolean;
  /** By criterion: activities that the week answers for, and those that meet it. */
  readonly asked: readonly Int32Array[];
  readonly met: readonly Int32Array[];
  /** The criteria over activities, as bits of the marks; which of them a judge decides. */
  readonly bits: readonly {
    readonly bit: number;
    readonly at: number;
    readonly isJudged: boolean;
  }[];
  /** 1 where a week holds something that is there now or that failed it. */
  readonly held: Uint8Array;
  /** The criteria over plans. */
  readonly plans: readonly {
    readonly position: number;
    readonly offsetWeeks: number;
    readonly weeks: number;
  }[];
  /** By criterion: activities by week of the plan; empty for criteria that are no plans. */
  readonly planned: readonly Int32Array[];
}

function startTallies(open: OpenCampaign, now: number): Tallies {
  const { definition, criteria } = open.campaign;
  const cells = open.members.length * open.weeks.length;
  const before = definition.deadline.bound === "exclusive" ? 1 : 0;
  return {
    open,
    now,
    inTimeUntil: Float64Array.from(open.weeks, ({ deadlineAt }) => deadlineAt - before),
    isLateLeftOut: definition.lateActivities === "leftOut",
    firstWeek: open.weeks[0]!.index,
    lastWeek: open.weeks.length - 1,
    isScored: Uint8Array.from({ length: cells }, (_, cell) => Number(isScored(cell, open, now))),
    isJudged: criteria.some(({ isJudged }) => isJudged),
    asked: criteria.map(() => new Int32Array(cells)),
    met: criteria.map(() => new Int32Array(cells)),
    bits: criteria
      .filter(({ kind }) => kind === "activity")
      .map(({ position, isJudged }) => ({ bit: 2 ** position, at: position, isJudged })),
    held: new Uint8Array(cells),
    plans: criteria.flatMap(({ plan, position }) =>
      plan === undefined ? [] : [{ ...plan, position }],
    ),
    planned: criteria.map(({ plan }) => new Int32Array(cells * (plan?.weeks ?? 0))),
  };
}

/** Whether a member's week counts: its deadline has struck, and the member is not excused. */
function isScored(cell: number, { members, weeks }: OpenCampaign, now: number): boolean {
  const position = cell % weeks.length;
  const { excused } = members[Math.floor(cell / weeks.length)]!;
  return weeks[position]!.deadlineAt <= now && !excused.has(position);
}

/** Counts the rows of one activity, `start` to `end`, which is left out. */
function countActivity(
  columns: EventColumns,
  start: number,
  end: number,
  tallies: Tallies,
  countInWeek: CountInWeek,
): void {
  const { lastWeek, firstWeek, plans } = tallies;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (let row = start; row < end; row++) {
    const day = columns.day[row]!;
    if (day === NO_DAY) continue;
    const week = weekIndexOf(day) - firstWeek;
    if (week < earliest) earliest = week;
    if (week > latest) latest = week;
  }
  for (let week = Math.max(0, earliest); week <= Math.min(latest, lastWeek); week++) {
    countInWeek(start, end, week);
  }
  for (const { offsetWeeks, weeks, position } of plans) {
    const until = Math.min(latest - 1 - offsetWeeks, lastWeek);
    for (let week = Math.max(0, earliest - offsetWeeks - weeks); week <= until; week++) {
      countInPlan(columns, start, end, { week, position }, tallies);
    }
  }
}

/** Counts the rows of one activity in the week at a position. */
type CountInWeek = (start: number, end: number, position: number) => void;

/** Made once: what it reads for every activity is at hand, and not looked up again. */
function weekCounter(columns: EventColumns, tallies: Tallies): CountInWeek {
  const { member, marks, at } = columns;
  const { open, now, held, isScored, isLateLeftOut, inTimeUntil, isJudged } = tallies;
  const { weeks } = open;
  const criteria = tallies.bits.map((each) => {
    return { ...each, asked: tallies.asked[each.at]!, met: tallies.met[each.at]! };
  });
  return (start, end, position) => {
    const cell = member[start]! * weeks.length + position;
    if (isScored[cell] === 0) return;
    const week = weeks[position]!;
    const latest = lastRow(at, start, end, now);
    const known = lastRow(at, start, latest + 1, inTimeUntil[position]!);
    const isThere = latest >= 0 && liesIn(columns, latest, week);
    const isInTime = known === latest ? isThere : known >= 0 && liesIn(columns, known, week);
    if (!isInTime && (!isThere || isLateLeftOut)) return;
    if (isThere) held[cell] = 1;
    const verdict = isJudged
      ? lastVerdict(columns, start, end, Math.min(now, week.judgedUntil))
      : -1;
    const was = isInTime ? marks[known]! : 0;
    const is = isThere ? marks[latest]! : 0;
    const judged = isInTime && verdict >= 0 ? marks[verdict]! : was;
    for (const criterion of criteria) {
      const { bit } = criterion;
      const did = ((criterion.isJudged ? judged : was) & bit) !== 0;
      if (did && !isThere) continue;
      criterion.asked[cell]! += 1;
      if (did && (criterion.isJudged || (is & bit) !== 0)) criterion.met[cell]! += 1;
      else held[cell] = 1;
    }
  };
}

function countInPlan(
  columns: EventColumns,
  start: number,
  end: number,
  { week: position, position: criterion }: { readonly week: number; readonly position: number },
  tallies: Tallies,
): void {
  const { open, now, inTimeUntil, planned } = tallies;
  const week = open.weeks[position]!;
  if (!(week.deadlineAt <= now)) return;
  const row = lastRow(columns.at, start, end, inTimeUntil[position]!);
  if (row < 0 || columns.kind[row] === DELETED || !counts(columns, row)) return;
  if (columns.kind[lastRow(columns.at, start, end, now)] === DELETED) return;
  const { plan } = open.campaign.criteria[criterion]!;
  const ahead = weekIndexOf(columns.day[row]!) - (week.index + 1 + plan!.offsetWeeks);
  if (ahead < 0 || ahead >= plan!.weeks) return;
  const cell = columns.member[row]! * open.weeks.length + position;
  planned[criterion]![cell * plan!.weeks + ahead]! += 1;
}

function finish(tallies: Tallies): Int32Array {
  const { open, held, isScored } = tallies;
  const units = new Int32Array(held.length);
  const { emptyWeek } = open.campaign.definition;
  for (let cell = 0; cell < units.length; cell++) {
    const week = open.weeks[cell % open.weeks.length]!;
    if (isScored[cell] === 0) continue;
    if (emptyWeek === "excused" && held[cell] === 0) continue;
    units[cell] = unitsOfCell(cell, week, tallies);
  }
  return units;
}

function unitsOfCell(cell: number, week: OpenWeek, tallies: Tallies): number {
  const { criteria, definition } = tallies.open.campaign;
  let sum = 0;
  for (const criterion of criteria) {
    if (!earnsIn(criterion, week)) continue;
    const { position, plan, units, scoring, isJudged, rounding } = criterion;
    const asked = tallies.asked[position]![cell]!;
    const met = tallies.met[position]![cell]!;
    if (plan !== undefined) {
      const from = cell * plan.weeks;
      const held = tallies.planned[position]!.subarray(from, from + plan.weeks);
      if (held.every((each) => each >= plan.minimumPerWeek)) sum += units;
    } else if (scoring === "perEvent") sum += met * units;
    else if (asked === 0) sum += definition.emptyWeek === "vacuous" && !isJudged ? units : 0;
    else if (scoring === "proportional") sum += divide(units * met, asked, rounding);
    else if (met === asked) sum += units;
  }
  return sum;
}
