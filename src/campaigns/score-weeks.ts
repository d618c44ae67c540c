import { HoitoError } from "../shapes/index.js";
import { type CompiledCampaign, divide, earnsIn } from "./compiled-campaign.js";
import { countEvents, type Tallies } from "./count-events.js";
import { COUNTS, type EventColumns, inOrder } from "./event-columns.js";
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
  const last = Math.min(now, open.cutOffAt);
  // Whether rows come in order shows while they are counted; sorted copies always do.
  const tallies =
    countEvents(columns, open, last) ?? countEvents(inOrder(columns, last), open, last)!;
  return unitsOfCells(tallies, open, last);
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

function unitsOfCells(tallies: Tallies, open: OpenCampaign, now: number): Int32Array {
  const { members, weeks, campaign } = open;
  const isEmptyExcused = campaign.definition.emptyWeek === "excused";
  const units = new Int32Array(members.length * weeks.length);
  for (const [place, { excused }] of members.entries()) {
    for (const week of weeks) {
      if (week.deadlineAt > now || excused.has(week.position)) continue;
      const cell = place * weeks.length + week.position;
      const isEmpty = (tallies.met[cell]! & COUNTS) === 0 && tallies.failed[cell] === 0;
      if (isEmpty && isEmptyExcused) continue;
      units[cell] = unitsOfCell(cell, week, tallies, campaign);
    }
  }
  return units;
}

function unitsOfCell(
  cell: number,
  week: OpenWeek,
  tallies: Tallies,
  { criteria, definition }: CompiledCampaign,
): number {
  let sum = 0;
  for (const criterion of criteria) {
    if (!earnsIn(criterion, week)) continue;
    const { position, plan, units, scoring, isJudged, rounding } = criterion;
    if (plan !== undefined) {
      const { held } = tallies.plans.find((each) => each.position === position)!;
      const from = cell * plan.weeks;
      const ofWeeks = held.subarray(from, from + plan.weeks);
      if (ofWeeks.every((each) => each >= plan.minimumPerWeek)) sum += units;
      continue;
    }
    const { met, failed } = countIn(cell, position, tallies);
    if (scoring === "perEvent") sum += met * units;
    else if (met + failed === 0) sum += definition.emptyWeek === "vacuous" && !isJudged ? units : 0;
    else if (scoring === "proportional") sum += divide(units * met, met + failed, rounding);
    else if (failed === 0) sum += units;
  }
  return sum;
}

/** How many activities met or failed a criterion; at most one each where it need not be told. */
function countIn(
  cell: number,
  position: number,
  { counted, met, failed }: Tallies,
): { readonly met: number; readonly failed: number } {
  const own = counted.find((each) => each.position === position);
  if (own !== undefined) return { met: own.met[cell]!, failed: own.failed[cell]! };
  return { met: (met[cell]! >> position) & 1, failed: (failed[cell]! >> position) & 1 };
}
