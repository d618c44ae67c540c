import type { Activity } from "../facts/index.js";
import { type CompiledCondition, evaluate, MET, NOT_MET } from "../rules/index.js";
import { activityRow } from "./activity-row.js";
import { type ActivityEvent, type CampaignEvent, momentOf } from "./campaign-event.js";
import type { CompiledCriterion } from "./compiled-campaign.js";
import { dayOf, type History, lastBy, lastInTime, livingActivity } from "./history.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";

/** A moment from which a week is looked at. */
export interface WeekView {
  readonly open: OpenCampaign;
  readonly week: OpenWeek;
  /** When the work must have been complete: the deadline, or now while it is still to come. */
  readonly deadline: number;
  readonly now: number;
}

/** An activity of a week: as it stood at the deadline, and as it stands now. */
export interface Subject {
  readonly history: History;
  /** `undefined` for one that the week came to know too late. */
  readonly inTime: ActivityEvent | undefined;
  /** `undefined` for one that is no longer there. */
  readonly now: Activity | undefined;
  readonly latest: ActivityEvent;
}

/** What a criterion says of an activity; one that met it and is gone leaves no trace. */
export type SubjectVerdict = "met" | "failed" | "gone";

/** The activities that a week must answer for, late ones included where they fail it. */
export function weekSubjects(histories: readonly History[], view: WeekView): readonly Subject[] {
  const { campaign } = view.open;
  const { lateActivities, deadline } = campaign.definition;
  return histories.flatMap((history): readonly Subject[] => {
    const last = lastInTime(history, view.deadline, deadline.bound);
    const inTime = isOfWeek(last, view) ? last : undefined;
    const latest = lastBy(history, view.now);
    const now = isOfWeek(latest, view) ? latest : undefined;
    if (inTime === undefined && (now === undefined || lateActivities === "leftOut")) return [];
    return [{ history, inTime, now: now?.activity, latest: latest as ActivityEvent }];
  });
}

/** What a criterion says of an activity of the week. */
export function verdictOn(
  criterion: CompiledCriterion,
  { history, inTime, now }: Subject,
  view: WeekView,
): SubjectVerdict {
  if (inTime === undefined) return "failed";
  const where = criterion.where!;
  const judged = criterion.isJudged ? asJudged(inTime.activity, history, view) : inTime.activity;
  if (!holds(where, judged, view)) return "failed";
  if (now === undefined) return "gone";
  return criterion.isJudged || holds(where, now, view) ? "met" : "failed";
}

/** Whether an event leaves an activity that lies in the week and counts, or may count. */
export function isOfWeek(event: CampaignEvent | undefined, view: WeekView): event is ActivityEvent {
  const activity = livingActivity(event);
  if (activity === undefined) return false;
  const day = dayOf(activity);
  const { fromDay, untilDay } = view.week;
  if (day === undefined || day < fromDay || day >= untilDay) return false;
  return mayCount(activity, view);
}

/** Whether an activity is one that the campaign scores; unknown is not no. */
export function mayCount(activity: Activity, { open: { campaign } }: WeekView): boolean {
  return evaluate(campaign.counts, activityRow(activity, campaign)) !== NOT_MET;
}

function holds(where: CompiledCondition, activity: Activity, { open }: WeekView): boolean {
  return evaluate(where, activityRow(activity, open.campaign)) === MET;
}

/** The activity as it stood at the deadline, with the last verdict that came before judging closed. */
export function asJudged(inTime: Activity, history: History, { week, now }: WeekView): Activity {
  const until = Math.min(now, week.judgedUntil);
  const verdict = history.findLast((event) => event.kind === "judged" && momentOf(event) <= until);
  if (verdict === undefined) return inTime;
  const { noteQuality, noteJudgedAt } = (verdict as ActivityEvent).activity;
  const { noteQuality: _quality, noteJudgedAt: _at, ...unjudged } = inTime;
  return {
    ...unjudged,
    ...(noteQuality === undefined ? {} : { noteQuality }),
    ...(noteJudgedAt === undefined ? {} : { noteJudgedAt }),
  };
}
