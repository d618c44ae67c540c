import type { Activity, RecordId } from "../facts/index.js";
import { evaluate, MET, UNKNOWN } from "../rules/index.js";
import { readEpochDay, readInstant, writeInstant } from "../time/index.js";
import { activityRow } from "./activity-row.js";
import {
  type ActivityEvent,
  type CampaignEvent,
  compareEvents,
  compareIds,
  idKey,
  memberOf,
  momentOf,
  subjectOf,
} from "./campaign-event.js";
import { livingActivity } from "./history.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { SignalledActivity } from "./signal.js";

/** An activity that is looked at. */
export interface SeenActivity {
  readonly activity: Activity;
  readonly heldDay: number;
  /** Milliseconds. */
  readonly writtenAt: number;
}

/** A member with what was held, by the moment it was written down. */
export interface SeenMember {
  readonly memberId: RecordId;
  readonly seen: readonly SeenActivity[];
}

/** Counts why activities are left out. */
export type LeaveOut = (reason: string, count?: number) => void;

/** What members held within the campaign, as it stands at a moment; members in one order. */
export function signalActivities(
  events: readonly CampaignEvent[],
  open: OpenCampaign,
  now: number,
  leaveOut: LeaveOut,
): readonly SeenMember[] {
  const members = [...open.members].sort((left, right) => compareIds(left.id, right.id));
  const histories = new Map(members.map(({ id }) => [idKey(id), new Map<string, History>()]));
  for (const event of events) {
    const member = memberOf(event);
    if ("credit" in event || member === undefined || momentOf(event) > now) continue;
    const subjects = histories.get(idKey(member));
    if (subjects === undefined) continue;
    const subject = subjectOf(event);
    const known = subjects.get(subject);
    if (known === undefined) subjects.set(subject, [event]);
    else known.push(event);
  }
  return members.map(({ id }): SeenMember => {
    const seen = [...histories.get(idKey(id))!.values()].flatMap((history) => {
      return seenActivity(history.sort(compareEvents), open, leaveOut);
    });
    return { memberId: id, seen: seen.sort(compareSeen) };
  });
}

/** The evidence of an activity. */
export function signalled({ activity, writtenAt }: SeenActivity): SignalledActivity {
  const { id, accountId, heldOn } = activity;
  return { id, accountId, heldOn: heldOn!, writtenAt: writeInstant(writtenAt) };
}

type History = ActivityEvent[];

function seenActivity(
  history: History,
  open: OpenCampaign,
  leaveOut: LeaveOut,
): readonly SeenActivity[] {
  const activity = livingActivity(history.at(-1));
  if (activity === undefined || !isHeld(activity)) return [];
  const heldDay = readEpochDay(activity.heldOn);
  if (heldDay === undefined) {
    leaveOut("undated");
    return [];
  }
  const { campaign, weeks } = open;
  if (heldDay < weeks[0]!.fromDay || heldDay >= weeks.at(-1)!.untilDay) return [];
  const truth = evaluate(campaign.counts, activityRow(activity, campaign));
  if (truth === UNKNOWN) leaveOut("unknownWhetherCounted");
  if (truth !== MET) return [];
  return [{ activity, heldDay, writtenAt: writtenAt(activity, history) }];
}

/** The earlier of the record's own stamp and the first event that tells it as held. */
function writtenAt({ loggedAt }: Activity, history: History): number {
  const first = history.find(({ activity }) => isHeld(activity));
  return Math.min(readInstant(loggedAt) ?? Number.POSITIVE_INFINITY, momentOf(first!));
}

function isHeld({ status }: Activity): boolean {
  return status === "held" || status === "complete";
}

/** By the moment it was written down, then by id. */
export function compareSeen(left: SeenActivity, right: SeenActivity): number {
  const apart = left.writtenAt - right.writtenAt;
  return apart === 0 ? compareIds(left.activity.id, right.activity.id) : apart;
}
