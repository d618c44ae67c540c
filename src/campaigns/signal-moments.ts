import { civilTimeAt, isWithinDeadline, toEpochDay, writeInstant } from "../time/index.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";
import type {
  AfterDeadlineSignal,
  BackDatedSignal,
  BurstSignal,
  DeadlineRushSignal,
} from "./signal.js";
import { type SeenActivity, type SeenMember, signalled } from "./signal-activities.js";
import type {
  AfterDeadlineRule,
  BackDatedRule,
  BurstRule,
  DeadlineRushRule,
} from "./signal-definition.js";

const MINUTE_MS = 60_000;

/** Spans of time with many activities; spans that share one are one burst. */
export function burstsOf({ memberId, seen }: SeenMember, rule: BurstRule): readonly BurstSignal[] {
  const bursts: { readonly of: SeenActivity[]; most: number }[] = [];
  let covered = 0;
  for (let first = 0, after = 0; first < seen.length; first++) {
    const until = seen[first]!.writtenAt + rule.withinMinutes * MINUTE_MS;
    while (after < seen.length && seen[after]!.writtenAt <= until) after += 1;
    const count = after - first;
    if (count < rule.atLeast) continue;
    const last = bursts.at(-1);
    if (last === undefined || first >= covered) {
      bursts.push({ of: seen.slice(first, after), most: count });
    } else {
      last.of.push(...seen.slice(covered, after));
      last.most = Math.max(last.most, count);
    }
    covered = after;
  }
  return bursts.map(({ of, most }) => {
    return { kind: "burst", memberId, activities: of.map(signalled), rule, mostWithin: most };
  });
}

/** Weeks whose activities were mostly written down just before the deadline. */
export function deadlineRushesOf(
  { memberId, seen }: SeenMember,
  rule: DeadlineRushRule,
  open: OpenCampaign,
): readonly DeadlineRushSignal[] {
  return open.weeks.flatMap((week): readonly DeadlineRushSignal[] => {
    const from = week.deadlineAt - rule.withinMinutes * MINUTE_MS;
    const rushed = seen.filter((each) => {
      return isOf(week, each) && each.writtenAt >= from && !isLate(each, week, open);
    });
    if (rushed.length < rule.atLeast) return [];
    const deadlineAt = writeInstant(week.deadlineAt);
    const activities = rushed.map(signalled);
    return [{ kind: "deadlineRush", memberId, activities, rule, deadlineAt }];
  });
}

/** Activities held long before they were written down, on the calendar of the campaign's zone. */
export function backDatingOf(
  { memberId, seen }: SeenMember,
  rule: BackDatedRule,
  { campaign }: OpenCampaign,
): readonly BackDatedSignal[] {
  const activities = seen.flatMap((each) => {
    const { date } = civilTimeAt(each.writtenAt, campaign.definition.zone);
    const daysLater = toEpochDay(date) - each.heldDay;
    return daysLater > rule.longestDays ? [{ ...signalled(each), daysLater }] : [];
  });
  return activities.length < rule.atLeast
    ? []
    : [{ kind: "backDated", memberId, activities, rule }];
}

/** Activities written down after the deadline of the week they are said to belong to. */
export function afterDeadlineOf(
  { memberId, seen }: SeenMember,
  rule: AfterDeadlineRule,
  open: OpenCampaign,
): readonly AfterDeadlineSignal[] {
  const activities = seen.flatMap((each) => {
    const week = open.weeks.find((candidate) => isOf(candidate, each))!;
    if (!isLate(each, week, open)) return [];
    return [{ ...signalled(each), deadlineAt: writeInstant(week.deadlineAt) }];
  });
  return activities.length < rule.atLeast
    ? []
    : [{ kind: "afterDeadline", memberId, activities, rule }];
}

function isOf({ fromDay, untilDay }: OpenWeek, { heldDay }: SeenActivity): boolean {
  return fromDay <= heldDay && heldDay < untilDay;
}

/** A week without a deadline is never missed. */
function isLate(
  { writtenAt }: SeenActivity,
  { deadlineAt, number }: OpenWeek,
  { campaign }: OpenCampaign,
): boolean {
  if (number === undefined) return false;
  return !isWithinDeadline(writtenAt, deadlineAt, campaign.definition.deadline.bound);
}
