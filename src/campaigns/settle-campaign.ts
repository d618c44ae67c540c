import type { Instant, Money, RecordId } from "../facts/index.js";
import { evaluate, MET, NOT_MET, toCell } from "../rules/index.js";
import { toEpochDay } from "../time/index.js";
import { idKey } from "./campaign-event.js";
import type { CompiledFigurePrize, CompiledGoal } from "./compiled-campaign.js";
import { emptyWeeksOf } from "./empty-weeks.js";
import { type MomentOfAsking, momentAt } from "./extend-ledger.js";
import type { Ledger } from "./ledger.js";
import type { OpenCampaign, OpenMember } from "./open-campaign.js";
import { scaleToBudget } from "./scale-to-budget.js";
import { splitPrize } from "./split-prize.js";
import { type CampaignStage, stageOfCampaign } from "./stage-of-campaign.js";
import { type Standing, standingsOf } from "./standings.js";
import { maximumOfMember, thresholdFor } from "./threshold-for.js";

/** Figures by name: numbers or money; what is not there is unknown. */
export type SuppliedFigures = Readonly<Record<string, number | Money>>;

/** What a settlement needs beside the ledger. */
export interface SettlementContext extends MomentOfAsking {
  readonly teamFigures?: SuppliedFigures;
  readonly memberFigures?: readonly {
    readonly memberId: RecordId;
    readonly figures: SuppliedFigures;
  }[];
}

/**
 * What a campaign pays, and why.
 *
 * @category Campaigns
 */
export interface Settlement {
  readonly at: Instant;
  /** Final once the stage is `settled`; before that the figures are what would be paid now. */
  readonly stage: CampaignStage;
  readonly goals: readonly GoalOutcome[];
  /** By rank, as on the board. */
  readonly members: readonly MemberSettlement[];
  readonly payOut: Money;
  /** What could still be added by prizes whose figures are unknown. */
  readonly undecided: Money;
  /** Present when the budget lowered all prizes. */
  readonly scaledFrom?: Money;
}

/** Whether a team goal was reached, and how far it was. */
export interface GoalOutcome {
  readonly rule: CompiledGoal["goal"]["rule"];
  readonly isReached: boolean;
  /** Members who reached their own threshold. */
  readonly reachedBy: number;
  readonly members: number;
  /** Points of all members together. */
  readonly points: number;
}

/** What one member gets. */
export interface MemberSettlement {
  readonly memberId: RecordId;
  readonly points: number;
  readonly rank: number;
  readonly prizes: readonly Prize[];
  readonly total: Money;
}

/** One prize, or one whose figure is not known. */
export interface Prize {
  readonly kind: "team" | "tier" | "rank" | "figure";
  /** Path in the definition. */
  readonly path: string;
  readonly verdict: "won" | "undecided";
  readonly amount: Money;
  /** What had to be reached, of a team prize under all-of or share, and of a tier. */
  readonly threshold?: number;
}

/**
 * The prizes of a campaign by its ledger: team prizes, personal tiers, places and figures.
 *
 * Every goal and tier is held against the member's own threshold, lowered by absence and part time
 * where the definition says so; a member of whom no week was asked gets no tier. A prize whose
 * figure is unknown is undecided and not in the total. A budget that scales down comes last.
 *
 * @param ledger - of the moment or later
 * @param open - the campaign that the ledger was made with
 * @param context - the moment, and figures where prizes ask for them
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `not-an-instant`
 *
 * @category Campaigns
 */
export function settleCampaign(
  ledger: Ledger,
  open: OpenCampaign,
  context: SettlementContext,
): Settlement {
  const { at } = context;
  const { campaign } = open;
  const { rows } = standingsOf(ledger, open, { at });
  const members = new Map(open.members.map((member) => [idKey(member.id), member]));
  const entrants = rows.map((row): Entrant => {
    const member = members.get(idKey(row.memberId))!;
    const emptyWeeks = emptyWeeksOf(ledger, member, open, momentAt(at));
    return { row, member, units: Math.round(row.points * campaign.unitsPerPoint), emptyWeeks };
  });
  const goals = campaign.teamGoals.map((goal) => outcomeOf(goal, entrants, open));
  const places = placePrizes(entrants, open);
  const figures = new Map(
    context.memberFigures?.map(({ memberId, figures: own }) => [idKey(memberId), own]),
  );
  const settled = entrants.map((entrant, index): MemberSettlement => {
    const prizes = [
      ...teamPrizes(entrant, goals, open),
      ...tierPrizes(entrant, open),
      ...places[index]!,
      ...figurePrizes(figures.get(idKey(entrant.row.memberId)), open, context),
    ];
    const { memberId, points, rank } = entrant.row;
    const total = { minor: sum(won(prizes)), currency: campaign.currency };
    return { memberId, points, rank, prizes, total };
  });
  return { at, stage: stageOfCampaign(open, { at }), goals, ...scaleToBudget(settled, campaign) };
}

interface Entrant {
  readonly row: Standing;
  readonly member: OpenMember;
  readonly units: number;
  readonly emptyWeeks: ReadonlySet<number>;
}

function won(prizes: readonly Prize[]): readonly number[] {
  return prizes.filter(({ verdict }) => verdict === "won").map(({ amount }) => amount.minor);
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, each) => total + each, 0);
}

function own(units: number, { member, emptyWeeks }: Entrant, open: OpenCampaign): number {
  return thresholdFor(units, member, open, emptyWeeks);
}

function outcomeOf(
  { goal, atLeast }: CompiledGoal,
  entrants: readonly Entrant[],
  open: OpenCampaign,
): GoalOutcome {
  const reachedBy = entrants.filter((each) => each.units >= own(atLeast, each, open)).length;
  const units = sum(entrants.map((each) => each.units));
  const members = entrants.length;
  return {
    rule: goal.rule,
    isReached: members > 0 && isReached(),
    reachedBy,
    members,
    points: units / open.campaign.unitsPerPoint,
  };
  function isReached(): boolean {
    switch (goal.rule) {
      case "allOf":
        return reachedBy === members;
      case "sum":
        return units >= atLeast;
      case "average":
        return units >= atLeast * members;
      case "shareOfMembers":
        return reachedBy * 100 >= goal.percent * members;
    }
  }
}

function teamPrizes(
  entrant: Entrant,
  goals: readonly GoalOutcome[],
  open: OpenCampaign,
): readonly Prize[] {
  const { teamGoals, unitsPerPoint } = open.campaign;
  return teamGoals.flatMap(({ goal, atLeast, prizeMinor }, index): readonly Prize[] => {
    if (!goals[index]!.isReached) return [];
    const isOwn = goal.rule === "allOf" || goal.rule === "shareOfMembers";
    const threshold = own(atLeast, entrant, open) / unitsPerPoint;
    const prize = prizeOf("team", `teamGoals[${index}]`, prizeMinor, open);
    return [isOwn ? { ...prize, threshold } : prize];
  });
}

function tierPrizes(entrant: Entrant, open: OpenCampaign): readonly Prize[] {
  const { tiers, definition, unitsPerPoint } = open.campaign;
  if (maximumOfMember(entrant.member, open, entrant.emptyWeeks) === 0) return [];
  const reached = tiers.flatMap(({ fromUnits, prizeMinor }, index): readonly Prize[] => {
    const bar = own(fromUnits, entrant, open);
    const isStrict = definition.tiers!.bound === "strict";
    if (entrant.units < bar || (isStrict && entrant.units === bar)) return [];
    const prize = prizeOf("tier", `tiers.rungs[${index}]`, prizeMinor, open);
    return [{ ...prize, threshold: bar / unitsPerPoint }];
  });
  return definition.tiers?.take === "highestOnly" ? reached.slice(-1) : reached;
}

/** Prizes of the first places, aligned with the board. */
function placePrizes(
  entrants: readonly Entrant[],
  open: OpenCampaign,
): readonly (readonly Prize[])[] {
  const { rankPrizes, definition } = open.campaign;
  const firsts = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const [index, { row }] of entrants.entries()) {
    firsts.set(row.rank, firsts.get(row.rank) ?? index);
    sizes.set(row.rank, (sizes.get(row.rank) ?? 0) + 1);
  }
  return entrants.map(({ row }, index) => {
    const first = firsts.get(row.rank)!;
    const shared = sizes.get(row.rank)!;
    const taken = rankPrizes.slice(first, first + shared);
    if (taken.length === 0) return [];
    const { onTies, remainder } = definition.rankPrizes!;
    const parts = splitPrize(sum(taken), shared, remainder);
    const minor = onTies === "eachFull" ? taken[0]! : parts[index - first]!;
    return [prizeOf("rank", `rankPrizes.prizes[${first}]`, minor, open)];
  });
}

function figurePrizes(
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

function prizeOf(
  kind: Prize["kind"],
  path: string,
  minor: number,
  { campaign: { currency } }: OpenCampaign,
): Prize {
  return { kind, path, verdict: "won", amount: { minor, currency } };
}
