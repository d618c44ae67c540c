import { ANNOTATIONS, compileCondition, type Scope } from "../rules/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { oneOf } from "./check-conventions.js";
import type {
  CompiledCampaign,
  CompiledFigurePrize,
  CompiledGoal,
  CompiledTier,
} from "./compiled-campaign.js";
import { prizeMinor } from "./prize-minor.js";
import { unitsOf } from "./units-of.js";
import { wholeWithin } from "./whole-within.js";

/** The prizes of a campaign in units and minor units; faults go to the scope of the figures. */
export function compilePrizes(
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): Pick<CompiledCampaign, "teamGoals" | "tiers" | "rankPrizes" | "figurePrizes" | "budgetMinor"> {
  return {
    teamGoals: compileGoals(definition, scope, `${path}.teamGoals`),
    tiers: compileTiers(definition, scope, `${path}.tiers`),
    rankPrizes: compileRankPrizes(definition, scope, `${path}.rankPrizes`),
    figurePrizes: compileFigurePrizes(definition, scope, path),
    budgetMinor: compileBudget(definition, scope, `${path}.budget`),
  };
}

const RULES = ["allOf", "sum", "average", "shareOfMembers"];

function compileGoals(
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): readonly CompiledGoal[] {
  return (definition.teamGoals ?? []).map((goal, index) => {
    const at = `${path}[${index}]`;
    scope.checkWords(goal, ["rule", "atLeast", "percent", "prizeEach", ...ANNOTATIONS], at);
    oneOf(goal.rule, RULES, scope, `${at}.rule`);
    if (goal.rule === "shareOfMembers") wholeWithin(goal.percent, 1, 100, scope, `${at}.percent`);
    const atLeast = unitsOf(goal.atLeast, definition, scope, `${at}.atLeast`);
    return { goal, atLeast, prizeMinor: prizeMinor(goal.prizeEach, scope, `${at}.prizeEach`) };
  });
}

function compileTiers(
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): readonly CompiledTier[] {
  const { tiers } = definition;
  if (tiers === undefined) return [];
  scope.checkWords(tiers, ["bound", "take", "rungs", ...ANNOTATIONS], path);
  oneOf(tiers.bound, ["inclusive", "strict"], scope, `${path}.bound`);
  oneOf(tiers.take, ["highestOnly", "addingUp"], scope, `${path}.take`);
  const rungs = tiers.rungs.map((rung, index) => {
    const at = `${path}.rungs[${index}]`;
    scope.checkWords(rung, ["fromPoints", "prize"], at);
    const fromUnits = unitsOf(rung.fromPoints, definition, scope, `${at}.fromPoints`);
    return { fromUnits, prizeMinor: prizeMinor(rung.prize, scope, `${at}.prize`) };
  });
  for (let index = 1; index < rungs.length; index++) {
    if (rungs[index]!.fromUnits > rungs[index - 1]!.fromUnits) continue;
    const text = "rungs stand lowest first, and each is higher than the one before";
    scope.fault(`${path}.rungs[${index}].fromPoints`, "rungs-out-of-order", text);
  }
  return rungs;
}

function compileRankPrizes(
  { rankPrizes }: CampaignDefinition,
  scope: Scope,
  path: string,
): readonly number[] {
  if (rankPrizes === undefined) return [];
  scope.checkWords(rankPrizes, ["prizes", "onTies", "remainder", ...ANNOTATIONS], path);
  oneOf(rankPrizes.onTies, ["eachFull", "split"], scope, `${path}.onTies`);
  oneOf(rankPrizes.remainder, ["byId", "keptBack"], scope, `${path}.remainder`);
  return rankPrizes.prizes.map((each, index) => {
    return prizeMinor(each, scope, `${path}.prizes[${index}]`);
  });
}

function compileFigurePrizes(
  { figures = {}, figurePrizes = [] }: CampaignDefinition,
  scope: Scope,
  path: string,
): readonly CompiledFigurePrize[] {
  for (const [name, kind] of Object.entries(figures)) {
    oneOf(kind, ["number", "money"], scope, `${path}.figures.${name}`);
  }
  return figurePrizes.flatMap((each, index) => {
    const at = `${path}.figurePrizes[${index}]`;
    scope.checkWords(each, ["when", "prize", "of", ...ANNOTATIONS], at);
    oneOf(each.of, ["member", "team"], scope, `${at}.of`);
    const where = compileCondition(each.when, scope, `${at}.when`, new Map());
    const prize = prizeMinor(each.prize, scope, `${at}.prize`);
    return where === undefined ? [] : [{ where, prizeMinor: prize, of: each.of }];
  });
}

function compileBudget(
  { budget }: CampaignDefinition,
  scope: Scope,
  path: string,
): number | undefined {
  if (budget === undefined) return undefined;
  scope.checkWords(budget, ["amount", "whenExceeded"], path);
  oneOf(budget.whenExceeded, ["refuse", "scaleDown"], scope, `${path}.whenExceeded`);
  return prizeMinor(budget.amount, scope, `${path}.amount`);
}
