import { idKey } from "./campaign-event.js";
import type { CompiledGoal } from "./compiled-campaign.js";
import { emptyWeeksOf } from "./empty-weeks.js";
import { figurePrizes, prizeOf } from "./figure-prizes.js";
import type { Ledger } from "./ledger.js";
import { askedAt, momentAt } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { scaleToBudget } from "./scale-to-budget.js";
import type {
  GoalOutcome,
  MemberSettlement,
  Prize,
  Settlement,
  SettlementContext,
} from "./settlement.js";
import { splitPrize } from "./split-prize.js";
import { stageOfCampaign } from "./stage-of-campaign.js";
import { type Standing, standingsOf } from "./standings.js";
import { maximumOfMember, thresholdFor } from "./threshold-for.js";

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
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `ledger-too-short`,
 * `not-an-instant`
 *
 * @example A rung that one of two has reached
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   leadsPassedOn,
 *   ledgerOf,
 *   openCampaign,
 *   settleCampaign,
 * } from "hoito/campaigns";
 *
 * const definition: CampaignDefinition = {
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     weekday: "monday", time: "12:00", bound: "inclusive", roll: "next",
 *     gap: "later", overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12", cutOff: { date: "2018-04-06", time: "12:00" }, judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: { leads: { kind: "credit", source: "leads", points: 5 } },
 *   ranking: { ranks: "competition", ties: [] },
 *   tiers: {
 *     bound: "inclusive", take: "highestOnly",
 *     rungs: [{ fromPoints: 5, prize: { amount: "30.00", currency: "EUR" } }],
 *   },
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
 * const open = orThrow(openCampaign([{ id: "Aino" }, { id: "Eero" }], campaign, { calendar }));
 *
 * const passed = { passedOn: "2018-03-01", passedFrom: "Aino", passedTo: "Eero" } as const;
 * const events = leadsPassedOn([{ id: 7, accountId: "A", ...passed }], { source: "leads", at: "2018-03-02T08:00:00Z" });
 * const at = "2018-04-07T00:00:00Z";
 * const { stage, payOut, members } = settleCampaign(ledgerOf(events, open, { at }), open, { at });
 * stage; // => "settled"
 * payOut; // => { minor: 3000, currency: "EUR" }
 * members[0]?.prizes[0]?.path; // => "tiers.rungs[0]"
 * ```
 *
 * @category Campaigns
 */
export function settleCampaign(
  ledger: Ledger,
  open: OpenCampaign,
  context: SettlementContext,
): Settlement {
  const at = askedAt(open, context);
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
