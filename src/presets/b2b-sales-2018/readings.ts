import type { CampaignDefinition } from "../../campaigns/index.js";
import type { CarePolicy } from "../../policy/index.js";
import { motivationCampaign } from "./campaign.js";
import { b2bSalesPolicy } from "./policy.js";

/** The policy by each other reading of its campaign. */
export const readings: Readonly<Record<string, CarePolicy>> = /* @__PURE__ */ readingsOf();

function readingsOf(): Readonly<Record<string, CarePolicy>> {
  const policies = Object.entries(changesOf(motivationCampaign)).map(([name, change]) => {
    return [name, b2bSalesPolicy(name, { ...motivationCampaign, ...change })] as const;
  });
  return Object.fromEntries(policies);
}

/** What the source says of the campaign in another place, or what its words allow as well. */
function changesOf({
  tiers,
  teamGoals,
  criteria,
}: CampaignDefinition): Readonly<Record<string, Partial<CampaignDefinition>>> {
  const [low, high] = tiers!.rungs;
  return {
    elevenWeeks: {
      note: "Eleven weeks of six points, 66 in all, as announced (S0 §2.41, §2.51, L615).",
      weeks: { scored: "touched" },
    },
    holidayWeekOut: {
      note: "Eleven weeks less that of the winter holiday, which nobody names (S0 §2.51–2.52).",
      weeks: { scored: "touched", excused: ["2018-W08"], practice: ["2018-W03", "2018-W04"] },
    },
    extrasFromTheStart: {
      note: "The plan knows no practice weeks: 60 points, as in the results (S0 §2.40, §2.48).",
      weeks: { scored: "deadlineWithin" },
    },
    overFiftyFive: {
      note: "The results pay 50 € for over 55 points, not for 55 (S0 §2.54, L659–661).",
      tiers: { ...tiers!, rungs: [low!, { ...high!, fromPoints: 56 }] },
    },
    rungsAddUp: {
      note: "Whether 50 € stands beside the 30 € or in their place is not said (S0 §2.55).",
      tiers: { ...tiers!, take: "addingUp" },
    },
    teamAtForty: {
      note: "The results name 40 points as the way to the team's prize (S0 §2.56, L659).",
      teamGoals: [{ ...teamGoals![0]!, rule: "allOf", atLeast: 40 }],
    },
    emptyWeekIsFree: {
      note: "All visits of a week without any are complete, in a manner of speaking (S0 §2.57).",
      emptyWeek: "vacuous",
    },
    shareOfVisits: {
      note: "Every visit must be in order; points may be those of the share that is (S0 §2.58).",
      unitsPerPoint: 100,
      criteria: Object.fromEntries(
        Object.entries(criteria).map(([name, criterion]) => [name, byShare(criterion)]),
      ),
    },
  };
}

/** A criterion over visits by the share of those that meet it; others as they are. */
function byShare(
  criterion: CampaignDefinition["criteria"][string],
): CampaignDefinition["criteria"][string] {
  if (criterion.kind === "plan" || criterion.kind === "credit") return criterion;
  return { ...criterion, scoring: "proportional", rounding: "down" };
}
