import { decimalMoney } from "../facts/index.js";
import { errorAt, type Finding } from "../shapes/index.js";
import type { CompiledGoal } from "./compiled-campaign.js";
import type { OpenCampaign } from "./open-campaign.js";
import { maximumOfMember, thresholdFor } from "./threshold-for.js";

/** Findings for goals that these members cannot reach, and for a budget that they may exceed. */
export function checkRoster(open: OpenCampaign): readonly Finding[] {
  const { campaign } = open;
  const path = `campaigns.${campaign.name}`;
  const goals = campaign.teamGoals.flatMap((goal, index): readonly Finding[] => {
    const fault = whyOutOfReach(goal, open);
    const at = `${path}.teamGoals[${index}].atLeast`;
    return fault === undefined ? [] : [errorAt(at, "goal-out-of-reach", fault)];
  });
  const { budget } = campaign.definition;
  if (campaign.budgetMinor === undefined || budget!.whenExceeded === "scaleDown") return goals;
  const worst = worstCase(open);
  if (worst <= campaign.budgetMinor) return goals;
  const [most, has] = [worst, campaign.budgetMinor].map((minor) => {
    return `${decimalMoney({ minor, currency: campaign.currency }).amount} ${campaign.currency}`;
  });
  const text = `the worst case pays ${most}, the budget is ${has}`;
  return [...goals, errorAt(`${path}.budget.amount`, "budget-too-small", text)];
}

/** The most that could be paid to all members together, in minor units. */
function worstCase({ campaign, members }: OpenCampaign): number {
  const { teamGoals, tiers, figurePrizes, rankPrizes, definition } = campaign;
  const take = definition.tiers?.take;
  const rungs = tiers.map(({ prizeMinor }) => prizeMinor);
  const own = take === "addingUp" ? sum(rungs) : Math.max(0, ...rungs);
  const each = sum(teamGoals.map((goal) => goal.prizeMinor)) + own;
  const figures = sum(figurePrizes.map(({ prizeMinor }) => prizeMinor));
  const places =
    definition.rankPrizes?.onTies === "eachFull"
      ? Math.max(0, ...rankPrizes) * members.length
      : sum(rankPrizes.slice(0, members.length));
  return (each + figures) * members.length + places;
}

function whyOutOfReach({ goal, atLeast }: CompiledGoal, open: OpenCampaign): string | undefined {
  const { campaign, members } = open;
  const reach = members.map((member) => maximumOfMember(member, open));
  const points = (units: number): number => units / campaign.unitsPerPoint;
  const total = sum(reach);
  const able = members.filter(
    (member, index) => reach[index]! >= thresholdFor(atLeast, member, open),
  );
  switch (goal.rule) {
    case "sum":
      if (total >= atLeast) return undefined;
      return `all members together reach at most ${points(total)} points`;
    case "average":
      if (total >= atLeast * members.length) return undefined;
      return `on average members reach at most ${points(total / members.length)} points`;
    case "allOf":
      if (able.length === members.length) return undefined;
      return `only ${able.length} of ${members.length} members can reach it`;
    case "shareOfMembers":
      if (able.length * 100 >= goal.percent * members.length) return undefined;
      return `only ${able.length} of ${members.length} members can reach it`;
  }
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, each) => total + each, 0);
}
