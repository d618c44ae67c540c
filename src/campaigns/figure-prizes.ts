import type { Instant } from "../facts/index.js";
import { evaluate, MET, NOT_MET, toCell } from "../rules/index.js";
import { toEpochDay } from "../time/index.js";
import type { CompiledFigurePrize } from "./compiled-campaign.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { Prize, SettlementContext, SuppliedFigures } from "./settlement.js";

/** The prizes whose figures meet their condition, or may meet it. */
export function figurePrizes(
  mine: SuppliedFigures | undefined,
  open: OpenCampaign,
  { at, teamFigures }: SettlementContext,
): readonly Prize[] {
  return open.campaign.figurePrizes.flatMap((prize, index): readonly Prize[] => {
    const figures = (prize.of === "team" ? teamFigures : mine) ?? {};
    const truth = verdictOnFigures(prize, figures, open, at);
    if (truth === NOT_MET) return [];
    const path = `figurePrizes[${index}]`;
    const given = prizeOf("figure", path, prize.prizeMinor, open);
    return [truth === MET ? given : { ...given, verdict: "undecided" }];
  });
}

function verdictOnFigures(
  { where }: CompiledFigurePrize,
  figures: SuppliedFigures,
  { campaign: { figureScope, currency } }: OpenCampaign,
  at: Instant,
) {
  const reading = { currency, rates: undefined };
  const cells = figureScope.slots.map(({ name, kind }) => {
    return toCell(Object.hasOwn(figures, name) ? figures[name] : undefined, kind, reading);
  });
  const asOf = toEpochDay(at.slice(0, 10) as `${number}-${number}-${number}`);
  return evaluate(where, { cells, asOf, cuts: new Map(), ageing: new Set() });
}

/** A prize that is won. */
export function prizeOf(
  kind: Prize["kind"],
  path: string,
  minor: number,
  { campaign: { currency } }: OpenCampaign,
): Prize {
  return { kind, path, verdict: "won", amount: { minor, currency } };
}
