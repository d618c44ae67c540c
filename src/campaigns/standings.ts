import type { Instant, RecordId } from "../facts/index.js";
import { type IsoWeekText, writeInstant } from "../time/index.js";
import type { Ranking, TieBreaker } from "./campaign-definition.js";
import { compareIds, idKey } from "./campaign-event.js";
import type { Ledger, LedgerEntry, MemberPage } from "./ledger.js";
import { askedAt, type MomentOfAsking, momentAt, momentIn } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";
import { maximumOfWeek } from "./reachable-maximum.js";

/**
 * A board: who has how many points, and who stands where.
 *
 * @category Campaigns
 */
export interface Standings {
  readonly at: Instant;
  readonly ranks: Ranking["ranks"];
  /** The deadline before the last one: movement is counted from the board of that moment. */
  readonly comparedWith?: Instant;
  /** By rank; who shares one, by id. */
  readonly rows: readonly Standing[];
}

/** One line of a board. */
export interface Standing {
  readonly memberId: RecordId;
  readonly points: number;
  /** From 1. */
  readonly rank: number;
  /** Ranks climbed since the board before; negative for ranks lost; absent without one. */
  readonly movement?: number;
  /** Points of each week that has any. */
  readonly byWeek: readonly { readonly week: IsoWeekText; readonly points: number }[];
}

/**
 * The board at a moment: totals, ranks by the definition's convention and tie chain, and movement.
 *
 * Members are compared by points and then by each tie breaker in turn; who is still equal shares a
 * rank, except under `ordinal`, where the id decides last. Every member has a line, also without
 * points.
 *
 * @param ledger - of that moment or later
 * @param open - the campaign that the ledger was made with
 * @param context - the moment
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `ledger-too-short`,
 * `not-an-instant`
 *
 * @example Five points for a lead
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   leadsPassedOn,
 *   ledgerOf,
 *   openCampaign,
 *   standingsOf,
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
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
 * const open = orThrow(openCampaign([{ id: "Aino" }, { id: "Eero" }], campaign, { calendar }));
 *
 * const passed = { passedOn: "2018-03-01", passedFrom: "Aino", passedTo: "Eero" } as const;
 * const events = leadsPassedOn([{ id: 7, accountId: "A", ...passed }], { source: "leads", at: "2018-03-02T08:00:00Z" });
 * const at = "2018-03-02T12:00:00Z";
 * const { rows } = standingsOf(ledgerOf(events, open, { at }), open, { at });
 * rows.map(({ memberId, points, rank }) => [memberId, points, rank]);
 * // => [["Aino", 5, 1], ["Eero", 0, 2]]
 * ```
 *
 * @category Campaigns
 */
export function standingsOf(
  ledger: Ledger,
  open: OpenCampaign,
  context: MomentOfAsking,
): Standings {
  const at = askedAt(open, context);
  const now = momentIn(ledger, open, at);
  const { ranks } = open.campaign.definition.ranking;
  const passed = open.weeks.map(({ deadlineAt }) => deadlineAt).filter((each) => each <= now);
  const earlier = [...new Set(passed)].sort((left, right) => left - right).at(-2);
  const before = earlier === undefined ? [] : ranked(ledger, open, earlier);
  const rankBefore = new Map(before.map(({ score, rank }) => [idKey(score.memberId), rank]));
  const rows = ranked(ledger, open, now).map(({ score, rank }): Standing => {
    const { memberId, units, byWeek } = score;
    const was = rankBefore.get(idKey(memberId));
    return {
      memberId,
      points: units / open.campaign.unitsPerPoint,
      rank,
      ...(was === undefined ? {} : { movement: was - rank }),
      byWeek,
    };
  });
  const compared = earlier === undefined ? {} : { comparedWith: writeInstant(earlier) };
  return { at, ranks, ...compared, rows };
}

/**
 * The lines around a member: who is just above, and who just below.
 *
 * @param standings - a board
 * @param memberId - whose neighbours are wanted
 * @param context - how many lines on either side
 * @returns up to `2 × each + 1` lines in the order of the board; empty when the member is not on it
 *
 * @example Who is just above Eero
 * ```ts
 * import { neighboursOf, type Standings } from "hoito/campaigns";
 *
 * const board: Standings = {
 *   at: "2018-02-05T10:00:00Z",
 *   ranks: "competition",
 *   rows: [
 *     { memberId: "Aino", points: 18, rank: 1, byWeek: [] },
 *     { memberId: "Helmi", points: 17, rank: 2, byWeek: [] },
 *     { memberId: "Eero", points: 16, rank: 3, byWeek: [] },
 *   ],
 * };
 * neighboursOf(board, "Eero", { each: 1 }).map(({ memberId }) => memberId); // => ["Helmi", "Eero"]
 * ```
 *
 * @category Campaigns
 */
export function neighboursOf(
  { rows }: Standings,
  memberId: RecordId,
  { each }: { readonly each: number },
): readonly Standing[] {
  const place = rows.findIndex((row) => idKey(row.memberId) === idKey(memberId));
  return place < 0 ? [] : rows.slice(Math.max(0, place - each), place + each + 1);
}

interface Score {
  readonly memberId: RecordId;
  readonly units: number;
  readonly byWeek: Standing["byWeek"];
  /** Tie breakers in order, greater is better. */
  readonly keys: readonly number[];
}

interface Place {
  readonly score: Score;
  readonly rank: number;
}

/** Members in order with their ranks. */
function ranked(ledger: Ledger, open: OpenCampaign, now: number): readonly Place[] {
  const { ranks } = open.campaign.definition.ranking;
  const scores = ledger.members.map((page) => scoreOf(page, open, now));
  scores.sort((left, right) => {
    return compareScores(left, right) || compareIds(left.memberId, right.memberId);
  });
  const places: Place[] = [];
  for (const [index, score] of scores.entries()) {
    const last = places.at(-1);
    const isEqual = last !== undefined && compareScores(last.score, score) === 0;
    const next = ranks === "dense" ? (last?.rank ?? 0) + 1 : index + 1;
    places.push({ score, rank: isEqual && ranks !== "ordinal" ? last.rank : next });
  }
  return places;
}

function compareScores(left: Score, right: Score): number {
  if (left.units !== right.units) return right.units - left.units;
  for (const [index, key] of left.keys.entries()) {
    if (key !== right.keys[index]) return right.keys[index]! - key;
  }
  return 0;
}

function scoreOf({ memberId, weeks }: MemberPage, open: OpenCampaign, now: number): Score {
  const { campaign } = open;
  const booked = weeks.map(({ week, entries }, position) => {
    const own = entries.filter((entry) => momentAt(entry.at) <= now);
    const units = sum(own.map((entry) => entry.units));
    const isFull = units > 0 && units === maximumOfWeek(open.weeks[position]!, campaign);
    return { week, units, isFull, own };
  });
  const entries = booked.flatMap(({ own }) => own);
  const fullWeeks = booked.filter(({ isFull }) => isFull).length;
  const worth = booked.filter(({ units }) => units !== 0);
  return {
    memberId,
    units: sum(booked.map(({ units }) => units)),
    byWeek: worth.map(({ week, units }) => ({ week, points: units / campaign.unitsPerPoint })),
    keys: campaign.definition.ranking.ties.map((tie) => tieKey(tie, entries, fullWeeks)),
  };
}

function tieKey(tie: TieBreaker, entries: readonly LedgerEntry[], fullWeeks: number): number {
  switch (tie) {
    case "mostFullWeeks":
      return fullWeeks;
    case "fewestReversals": {
      const reversed = entries.filter(({ kind }) => kind === "reversal");
      return sum(reversed.map(({ units }) => units));
    }
    case "earliest": {
      const awards = entries.filter(({ kind }) => kind === "award");
      return -Math.max(0, ...awards.map((entry) => momentAt(entry.at)));
    }
  }
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, each) => total + each, 0);
}
