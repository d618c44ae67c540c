import type { Activity, CivilDate } from "hoito";
import { type CampaignEvent, eventsFromSnapshots } from "hoito/campaigns";
import type { Instant } from "hoito/facts";

/** Days of visits that a campaign looks at. */
export interface ContactDays {
  readonly from: CivilDate;
  /** Exclusive. */
  readonly until: CivilDate;
}

const PLANNED_SINCE: Instant = "2017-08-01T00:00:00Z";
const EXPORTED_AT: Instant = "2017-12-31T00:00:00Z";
/** After the deadline of its week. */
const EMPTIED_AT: Instant = "2017-11-22T15:00:00Z";
const EMPTIED_DAY: CivilDate = "2017-11-16";

/**
 * What the register tells of the visits of a campaign: each was planned, then closed, then judged,
 * at the moments that its own stamps say; and one set of notes was emptied after its deadline.
 *
 * @param activities - as the register holds them at the end
 * @param days - the weeks of the campaign and those that its plans reach to
 */
export function campaignEvents(
  activities: readonly Activity[],
  { from, until }: ContactDays,
): readonly CampaignEvent[] {
  const held = activities.filter(({ kind, heldOn, closedAt }) => {
    const isVisit = kind === "visit" && heldOn !== undefined && closedAt !== undefined;
    return isVisit && heldOn >= from && heldOn < until;
  });
  const plans = held.map(
    ({ id, accountId, kind, personId, enteredAt, heldOn }): Activity => ({
      id,
      accountId,
      kind,
      status: "planned",
      plannedOn: heldOn!,
      ...(personId === undefined ? {} : { personId }),
      ...(enteredAt === undefined ? {} : { enteredAt }),
    }),
  );
  const between = { since: PLANNED_SINCE, at: EXPORTED_AT };
  const emptied = held.find(({ heldOn, notes }) => heldOn === EMPTIED_DAY && notes !== undefined);
  const changed = emptied === undefined ? [] : [emptied];
  return [
    ...eventsFromSnapshots([], plans, between),
    ...eventsFromSnapshots(plans, held, between),
    ...eventsFromSnapshots(
      changed,
      changed.map((activity) => ({ ...activity, notes: "" })),
      { at: EMPTIED_AT },
    ),
  ];
}
