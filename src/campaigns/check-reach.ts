import type { Scope } from "../rules/index.js";
import type { CompiledCampaign } from "./compiled-campaign.js";
import { maximumOf } from "./reachable-maximum.js";

/** Records tiers, and goals of every member, that lie above what a flawless member can reach. */
export function checkReach(campaign: CompiledCampaign, names: Scope, path: string): void {
  const { definition, tiers, teamGoals, weeks, unitsPerPoint } = campaign;
  const scored = weeks.filter(({ number }) => number !== undefined);
  const maximum = maximumOf(scored, campaign);
  const reach = `at most ${maximum / unitsPerPoint} in ${scored.length} scored weeks`;
  const refuse = (at: string, code: string, units: number): void => {
    const text = `\`${units / unitsPerPoint}\` points cannot be reached: ${reach}`;
    names.fault(`${path}.${at}`, code, text);
  };
  const isStrict = definition.tiers?.bound === "strict";
  for (const [index, { fromUnits }] of tiers.entries()) {
    if (fromUnits < maximum || (fromUnits === maximum && !isStrict)) continue;
    refuse(`tiers.rungs[${index}].fromPoints`, "tier-out-of-reach", fromUnits);
  }
  for (const [index, { goal, atLeast }] of teamGoals.entries()) {
    if (goal.rule === "sum" || atLeast <= maximum) continue;
    refuse(`teamGoals[${index}].atLeast`, "goal-out-of-reach", atLeast);
  }
}
