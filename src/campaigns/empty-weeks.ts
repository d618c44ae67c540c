import { idKey } from "./campaign-event.js";
import type { Ledger } from "./ledger.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { scoreWeek } from "./score-week.js";

/** Positions of the weeks that the definition excuses a member because nothing was done in them. */
export function emptyWeeksOf(
  ledger: Ledger,
  member: OpenMember,
  open: OpenCampaign,
  now: number,
): ReadonlySet<number> {
  if (open.campaign.definition.emptyWeek !== "excused") return new Set();
  const page = ledger.members.find(({ memberId }) => idKey(memberId) === idKey(member.id))!;
  const last = Math.min(now, open.cutOffAt);
  const empty = open.weeks.filter((week) => {
    const view = { open, week, deadline: week.deadlineAt, now: last };
    return scoreWeek(member, page.weeks[week.position]!.histories, view).isExcused;
  });
  return new Set(empty.map(({ position }) => position));
}
