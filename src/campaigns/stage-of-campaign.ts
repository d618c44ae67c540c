import { askedAt, type MomentOfAsking, momentAt } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";

/**
 * Where a campaign stands in its life.
 *
 * @category Campaigns
 */
export type CampaignStage = "designed" | "announced" | "running" | "ended" | "settled";

/**
 * Where a campaign stands at a moment: designed until the day of its announcement, announced until
 * it begins, running until its last day is over, ended until the cut-off, and then settled.
 *
 * Days begin at midnight on the clocks of the campaign's zone; the cut-off itself still belongs to
 * `ended`, for what happens at that moment still counts.
 *
 * @param open - the open campaign
 * @param context - the moment
 * @throws {@link HoitoError} `not-an-instant`; in JavaScript also `not-an-open-campaign`
 *
 * @category Campaigns
 */
export function stageOfCampaign(open: OpenCampaign, context: MomentOfAsking): CampaignStage {
  const now = momentAt(askedAt(open, context));
  if (now > open.cutOffAt) return "settled";
  if (now >= open.endsAt) return "ended";
  if (now >= open.startsAt) return "running";
  return now >= open.announcedAt ? "announced" : "designed";
}
