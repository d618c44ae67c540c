import type { Activity } from "../facts/index.js";
import { readEpochDay } from "../time/index.js";
import { type CampaignEvent, type Credit, momentOf } from "./campaign-event.js";
import { type CompiledCampaign, weekIndexOf } from "./compiled-campaign.js";

/** Everything that happened to one activity or credit, in the order of `compareEvents`. */
export type History = readonly CampaignEvent[];

/** The last event by a moment; events at the moment itself count. */
export function lastBy(history: History, moment: number): CampaignEvent | undefined {
  return history.findLast((event) => momentOf(event) <= moment);
}

/** The last event in time for a deadline. */
export function lastInTime(
  history: History,
  deadline: number,
  bound: "inclusive" | "exclusive",
): CampaignEvent | undefined {
  return history.findLast((event) => {
    const moment = momentOf(event);
    return bound === "inclusive" ? moment <= deadline : moment < deadline;
  });
}

/** The activity that an event leaves behind; `undefined` when it is deleted or cancelled. */
export function livingActivity(event: CampaignEvent | undefined): Activity | undefined {
  if (event === undefined || "credit" in event || event.kind === "deleted") return undefined;
  return event.activity.status === "cancelled" ? undefined : event.activity;
}

/** The credit that an event leaves behind. */
export function livingCredit(event: CampaignEvent | undefined): Credit | undefined {
  return event?.kind === "credited" ? event.credit : undefined;
}

/** The day of an activity: held, or else planned. */
export function dayOf({ heldOn, plannedOn }: Activity): number | undefined {
  return readEpochDay(heldOn ?? plannedOn);
}

/**
 * Positions of the campaign's weeks that a history can make a difference to: those of its days, and
 * those whose plan looks ahead to them.
 */
export function weeksConcerned(history: History, campaign: CompiledCampaign): ReadonlySet<number> {
  const { weeks, criteria } = campaign;
  const first = weeks[0]!.index;
  const positions = new Set<number>();
  const add = (position: number): void => {
    if (position >= 0 && position < weeks.length) positions.add(position);
  };
  for (const event of history) {
    const day = "credit" in event ? readEpochDay(event.credit.on) : dayOf(event.activity);
    if (day === undefined) continue;
    const own = weekIndexOf(day) - first;
    add(own);
    if ("credit" in event) continue;
    for (const { plan } of criteria) {
      if (plan === undefined) continue;
      const nearest = own - 1 - plan.offsetWeeks;
      for (let back = 0; back < plan.weeks; back++) add(nearest - back);
    }
  }
  return positions;
}
