import type { Instant, RecordId } from "../facts/index.js";
import { type IsoWeekText, writeInstant } from "../time/index.js";
import { idKey } from "./campaign-event.js";
import type { Ledger, MemberPage } from "./ledger.js";
import { askedAt, type MomentOfAsking, momentAt } from "./moment-of-asking.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { maximumOf, maximumOfWeek } from "./reachable-maximum.js";
import { type CriterionReport, type MemberWeek, weekOf } from "./report-week.js";
import { type Standing, standingsOf } from "./standings.js";

/**
 * What one member can still do for one week before its deadline. The host writes the words.
 *
 * @category Campaigns
 */
export interface Reminder {
  /** The same for this campaign, week and member, whenever it is asked for. */
  readonly key: string;
  readonly memberId: RecordId;
  readonly week: IsoWeekText;
  readonly dueAt: Instant;
  readonly missing: readonly CriterionReport[];
  readonly pointsAtStake: number;
  /** Points booked so far. */
  readonly total: number;
  /** The most the member can still end with; absent where nothing bounds it. */
  readonly stillReachable?: number;
}

/**
 * Reminders for every week that has begun and whose deadline is still to come: who misses what, and
 * how many points are at stake.
 *
 * Whoever misses nothing, or is excused, gets none. What waits for a judge is no member's to do.
 *
 * @param ledger - as of the moment of asking
 * @param open - the campaign that the ledger was made with
 * @param context - the moment
 * @returns by deadline, then by rank
 * @throws {@link HoitoError} as {@link standingsOf}
 *
 * @example A visit that is not yet complete on Monday morning
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   ledgerOf,
 *   openCampaign,
 *   remindMembers,
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
 *   criteria: {
 *     status: {
 *       kind: "activity", points: 1, scoring: "allOrNothing",
 *       where: { field: "status", equals: "complete" },
 *     },
 *   },
 *   ranking: { ranks: "competition", ties: [] },
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
 * const open = orThrow(openCampaign([{ id: "Aino" }, { id: "Eero" }], campaign, { calendar }));
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", personId: "Aino" } as const;
 * const activity = { ...visit, heldOn: "2018-01-17", status: "held" } as const;
 * const events = [{ at: "2018-01-17T16:00:00Z", kind: "logged", activity }] as const;
 * const at = "2018-01-22T08:00:00Z";
 * const [reminder] = remindMembers(ledgerOf(events, open, { at }), open, { at });
 * reminder?.key; // => "spring|2018-W03|Aino"
 * reminder?.dueAt; // => "2018-01-22T10:00:00Z"
 * reminder?.pointsAtStake; // => 1
 * reminder?.missing.map(({ criterion }) => criterion); // => ["status"]
 * ```
 *
 * @category Campaigns
 */
export function remindMembers(
  ledger: Ledger,
  open: OpenCampaign,
  context: MomentOfAsking,
): readonly Reminder[] {
  const at = askedAt(open, context);
  const now = momentAt(at);
  const weeks = open.weeks.filter(({ number, startsAt, deadlineAt }) => {
    return number !== undefined && startsAt <= now && now < deadlineAt;
  });
  const { rows } = standingsOf(ledger, open, { at });
  const pages = new Map(ledger.members.map((page) => [idKey(page.memberId), page]));
  const members = new Map(open.members.map((member) => [idKey(member.id), member]));
  const entrants = rows.map((row) => ({
    row,
    page: pages.get(idKey(row.memberId))!,
    member: members.get(idKey(row.memberId))!,
  }));
  return weeks.flatMap((week) =>
    entrants.flatMap((entrant) => {
      const reminder = reminderOf(entrant, { open, week, now });
      return reminder === undefined ? [] : [reminder];
    }),
  );
}

interface Entrant {
  readonly row: Standing;
  readonly page: MemberPage;
  readonly member: OpenMember;
}

interface Look {
  readonly open: OpenCampaign;
  readonly week: OpenWeek;
  readonly now: number;
}

function reminderOf({ row, page, member }: Entrant, look: Look): Reminder | undefined {
  const { week, open } = look;
  const report = weekOf(member, page.weeks[week.position]!, look);
  const missing = report.criteria.filter(({ state }) => state === "missing");
  if (missing.length === 0) return undefined;
  const { memberId, points } = row;
  const most = stillReachable({ row, page, member }, look);
  const { unitsPerPoint } = open.campaign;
  const units = missing.map(({ atStake }) => Math.round(atStake * unitsPerPoint));
  return {
    key: [open.campaign.name, week.week, idKey(memberId)].join("|"),
    memberId,
    week: week.week,
    dueAt: writeInstant(week.deadlineAt),
    missing,
    pointsAtStake: units.reduce((total, each) => total + each, 0) / unitsPerPoint,
    total: points,
    ...(most === Number.POSITIVE_INFINITY ? {} : { stillReachable: most / unitsPerPoint }),
  };
}

/** Booked units, those of weeks still open, and those that a judge may still give. */
function stillReachable({ row, page, member }: Entrant, { open, now }: Look): number {
  const { campaign, weeks } = open;
  const asked = weeks.filter(({ number, position }) => {
    return number !== undefined && !member.excused.has(position);
  });
  let units = Math.round(row.points * campaign.unitsPerPoint);
  for (const week of asked) {
    if (week.deadlineAt > now) units += maximumOfWeek(week, campaign);
    else if (week.judgedUntil > now) {
      units += pendingUnits(weekOf(member, page.weeks[week.position]!, { open, week, now }), open);
    }
  }
  return Math.min(units, maximumOf(asked, campaign));
}

function pendingUnits({ criteria }: Pick<MemberWeek, "criteria">, open: OpenCampaign): number {
  const pending = criteria.filter(({ state }) => state === "pending");
  const { unitsPerPoint } = open.campaign;
  return pending.reduce((total, { atStake }) => total + Math.round(atStake * unitsPerPoint), 0);
}
