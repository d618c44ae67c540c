import {
  type CampaignWeek,
  type CompiledCampaign,
  type CompiledCriterion,
  earnsIn,
} from "./compiled-campaign.js";

/**
 * The most points a member can reach, week by week.
 *
 * @category Campaigns
 */
export interface ReachableMaximum {
  /** Points in all; `undefined` where no cap bounds what is earned by single activities. */
  readonly points: number | undefined;
  /** Points of each scored week, likewise. */
  readonly byWeek: readonly { readonly week: string; readonly points: number | undefined }[];
}

/**
 * The most points a flawless member can reach under a campaign's weeks, criteria and caps.
 *
 * Criteria for single activities and credits are bounded by their caps alone. A cap per account
 * and a balance of new accounts are left out of account, so that with them the maximum may be
 * higher than what anyone gets.
 *
 * @param campaign - compiled
 * @returns points, not units
 *
 * @category Campaigns
 */
export function reachableMaximum(campaign: CompiledCampaign): ReachableMaximum {
  const scored = campaign.weeks.filter(({ number }) => number !== undefined);
  const points = (units: number) =>
    units === Number.POSITIVE_INFINITY ? undefined : units / campaign.unitsPerPoint;
  const byWeek = scored.map((each) => ({
    week: each.week,
    points: points(maximumOfWeek(each, campaign)),
  }));
  return { points: points(maximumOf(scored, campaign)), byWeek };
}

/** The most units in some of a campaign's scored weeks, credits included. */
export function maximumOf(weeks: readonly CampaignWeek[], campaign: CompiledCampaign): number {
  if (weeks.length === 0) return 0;
  let byCriterion = 0;
  let credits = 0;
  for (const criterion of campaign.criteria) {
    const most = lowestCap(campaign, criterion, "campaign");
    let units = 0;
    for (const week of weeks) units += mostOf(criterion, week, campaign);
    if (criterion.kind === "credit") credits += most;
    byCriterion += criterion.kind === "credit" ? most : Math.min(units, most);
  }
  let byWeek = credits;
  for (const week of weeks) byWeek += maximumOfWeek(week, campaign);
  const overall = campaign.caps.filter(({ cap }) => cap.per === "member" || cap.per === "campaign");
  return Math.min(byCriterion, byWeek, ...overall.map(({ most }) => most));
}

/** The most units in one week, credits left out. */
export function maximumOfWeek(week: CampaignWeek, campaign: CompiledCampaign): number {
  let units = 0;
  for (const criterion of campaign.criteria) units += mostOf(criterion, week, campaign);
  const weekly = campaign.caps.filter(({ cap }) => cap.per === "week");
  return Math.min(units, ...weekly.map(({ most }) => most));
}

/** What a criterion may earn in a week; credits are no part of a week. */
function mostOf(
  criterion: CompiledCriterion,
  week: CampaignWeek,
  campaign: CompiledCampaign,
): number {
  if (criterion.kind === "credit" || !earnsIn(criterion, week)) return 0;
  const weekly = lowestCap(campaign, criterion, "week");
  if (criterion.scoring !== "perEvent") return Math.min(criterion.units, weekly);
  const daily = campaign.caps.filter(({ cap }) => cap.per === "day").map(({ most }) => most);
  const ofDay = Math.min(lowestCap(campaign, criterion, "day"), ...daily);
  return Math.min(ofDay * (week.untilDay - week.fromDay), weekly);
}

function lowestCap(
  { caps }: CompiledCampaign,
  { name }: CompiledCriterion,
  within: "day" | "week" | "campaign",
): number {
  const own = caps.filter(({ cap }) => {
    return cap.per === "criterion" && cap.criterion === name && cap.within === within;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...own.map(({ most }) => most));
}
