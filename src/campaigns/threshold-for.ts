import { divide } from "./compiled-campaign.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { maximumOf } from "./reachable-maximum.js";

/** The most units that a member can reach in the weeks that are asked of him or her. */
export function maximumOfMember(
  member: OpenMember,
  { campaign, weeks }: OpenCampaign,
  emptyWeeks: ReadonlySet<number> = NONE,
): number {
  const asked = weeks.filter(({ number, position }) => {
    return number !== undefined && !member.excused.has(position) && !emptyWeeks.has(position);
  });
  return maximumOf(asked, campaign);
}

/**
 * A threshold as it holds for one member: in full, or in proportion to the points that the weeks
 * asked of the member can bring, to the working time, or to both.
 *
 * Where no cap bounds the points, the number of weeks takes the place of the points; where there
 * are none to be had at all, the threshold stays as it is.
 *
 * @param emptyWeeks - positions of weeks that the definition excuses because nothing was done
 */
export function thresholdFor(
  units: number,
  member: OpenMember,
  open: OpenCampaign,
  emptyWeeks: ReadonlySet<number> = NONE,
): number {
  const { absence } = open.campaign.definition;
  const scored = open.weeks.filter(({ number }) => number !== undefined);
  let [own, full] = [1, 1];
  if (absence.thresholds === "proRata") {
    own = maximumOfMember(member, open, emptyWeeks);
    full = maximumOf(scored, open.campaign);
    if (full === Number.POSITIVE_INFINITY) {
      full = scored.length;
      own = scored.filter(({ position }) => {
        return !member.excused.has(position) && !emptyWeeks.has(position);
      }).length;
    }
  }
  if (full === 0) return units;
  const percent = absence.partTime === "proRata" ? member.workingPercent : 100;
  return divide(units * own * percent, full * 100, absence.rounding);
}

const NONE: ReadonlySet<number> = new Set();
