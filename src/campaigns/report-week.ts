import type { Instant, RecordId } from "../facts/index.js";
import { explainCondition, type Slot } from "../rules/index.js";
import { HoitoError, type Reason, showInput } from "../shapes/index.js";
import { type IsoWeekText, isoWeekOfDay, toIsoWeekText, writeInstant } from "../time/index.js";
import { activityRow } from "./activity-row.js";
import { idKey } from "./campaign-event.js";
import { type CompiledCriterion, earnsIn } from "./compiled-campaign.js";
import type { History } from "./history.js";
import type { Ledger, WeekPage } from "./ledger.js";
import { askedAt, type MomentOfAsking, momentAt } from "./moment-of-asking.js";
import type { OpenCampaign, OpenWeek } from "./open-campaign.js";
import type { OpenMember } from "./open-member.js";
import { plannedWeeks, scoreWeek } from "./score-week.js";
import { standingsOf } from "./standings.js";
import { asJudged, type Subject, verdictOn, type WeekView, weekSubjects } from "./week-subjects.js";

/**
 * One week of all members: what is met, what is missing, and what it is worth.
 *
 * @category Campaigns
 */
export interface WeekReport {
  readonly week: IsoWeekText;
  readonly at: Instant;
  /** Absent when the week is not scored. */
  readonly deadlineAt?: Instant;
  /** Whether the deadline has struck: then points are booked, before it they are what is so far. */
  readonly isClosed: boolean;
  /** By rank at the moment of the report. */
  readonly members: readonly MemberWeek[];
}

/** One member's week. */
export interface MemberWeek {
  readonly memberId: RecordId;
  /** Points in all, as booked. */
  readonly total: number;
  readonly rank: number;
  /** Points booked for this week. */
  readonly booked: number;
  /** The week is not asked of the member: absence, or nothing was done and that excuses it. */
  readonly isExcused: boolean;
  readonly criteria: readonly CriterionReport[];
}

/** How a criterion stands. */
export interface CriterionReport {
  readonly criterion: string;
  /**
   * `pending`: it waits for the verdict of a judge. Before the deadline `missing` can still be
   * mended; after it, it is final.
   */
  readonly state: "met" | "missing" | "pending";
  /** Points so far; caps are left out of account. */
  readonly points: number;
  /** Points that are still to be won with the activities there are, or by the plan. */
  readonly atStake: number;
  /** Activities that do not meet it, with the reasons. */
  readonly lacking: readonly Lacking[];
  /** Weeks of the plan that hold too little. */
  readonly planned: readonly PlannedWeek[];
}

/** An activity, and why it does not meet a criterion. */
export interface Lacking {
  readonly activityId: RecordId;
  /** It was not known to the week in time. */
  readonly isLate: boolean;
  readonly because: readonly Reason[];
}

/** A week of the plan. */
export interface PlannedWeek {
  readonly week: IsoWeekText;
  readonly has: number;
  readonly wants: number;
}

/**
 * The weekly report: everyone's points, and what each criterion lacks and why.
 *
 * Before the deadline it looks as if the deadline were now, so that it can still be mended.
 *
 * @param ledger - as of the moment of asking
 * @param open - the campaign that the ledger was made with
 * @param context - the moment, and which week
 * @throws {@link HoitoError} `no-such-week` for a week that the campaign does not touch, and those
 * of {@link standingsOf}
 *
 * @category Campaigns
 */
export function reportWeek(
  ledger: Ledger,
  open: OpenCampaign,
  context: MomentOfAsking & { readonly week: IsoWeekText },
): WeekReport {
  const at = askedAt(open, context);
  const { week: asked } = context;
  const week = open.weeks.find((each) => each.week === asked);
  if (week === undefined) {
    const text = `${showInput(asked)} is no week of the campaign \`${ledger.campaign}\``;
    throw new HoitoError(text, { code: "no-such-week", path: "week", received: asked });
  }
  const { rows } = standingsOf(ledger, open, { at });
  const pages = new Map(ledger.members.map((page) => [idKey(page.memberId), page]));
  const members = new Map(open.members.map((member) => [idKey(member.id), member]));
  const now = Math.min(momentAt(at), open.cutOffAt);
  const isScored = week.number !== undefined;
  return {
    week: asked,
    at,
    ...(isScored ? { deadlineAt: writeInstant(week.deadlineAt) } : {}),
    isClosed: now >= week.deadlineAt,
    members: rows.map(({ memberId, points, rank }): MemberWeek => {
      const member = members.get(idKey(memberId))!;
      const page = pages.get(idKey(memberId))!.weeks[week.position]!;
      return { memberId, total: points, rank, ...weekOf(member, page, { open, week, now }) };
    }),
  };
}

/** How a member's week stands, whether or not its deadline has struck. */
export function weekOf(
  member: OpenMember,
  { histories, entries }: WeekPage,
  {
    open,
    week,
    now,
  }: { readonly open: OpenCampaign; readonly week: OpenWeek; readonly now: number },
): Omit<MemberWeek, "memberId" | "total" | "rank"> {
  const { criteria, unitsPerPoint } = open.campaign;
  const early = histories.filter(([first]) => momentAt(first!.at) <= now);
  const view: WeekView = { open, week, deadline: Math.min(week.deadlineAt, now), now };
  const units = entries
    .filter((entry) => momentAt(entry.at) <= now)
    .reduce((total, entry) => total + entry.units, 0);
  const score = scoreWeek(member, early, view);
  const isExcused = member.excused.has(week.position) || score.isExcused;
  const asked = isExcused ? [] : criteria.filter((criterion) => earnsIn(criterion, week));
  return {
    booked: units / unitsPerPoint,
    isExcused,
    criteria: asked
      .filter(({ kind }) => kind !== "credit")
      .map((criterion) => {
        const own = score.earnings.filter((each) => each.criterion === criterion);
        const earned = own.reduce((total, each) => total + each.units, 0);
        return reportOf(criterion, earned, early, view);
      }),
  };
}

function reportOf(
  criterion: CompiledCriterion,
  earned: number,
  histories: readonly History[],
  view: WeekView,
): CriterionReport {
  const { unitsPerPoint } = view.open.campaign;
  const points = earned / unitsPerPoint;
  const { name, units } = criterion;
  if (criterion.kind === "plan") {
    const planned = shortWeeks(criterion, histories, view);
    const atStake = isClosed(view) ? 0 : (units - earned) / unitsPerPoint;
    const state = planned.length === 0 ? "met" : "missing";
    return { criterion: name, state, points, atStake, lacking: [], planned };
  }
  const subjects = weekSubjects(histories, view);
  const failed = subjects.filter((each) => verdictOn(criterion, each, view) === "failed");
  const lacking = failed.map((each) => lackOf(criterion, each, view));
  const isFull =
    criterion.scoring === "perEvent" ? failed.length === 0 : earned === criterion.units;
  const inTime = failed.filter((each) => each.inTime !== undefined).length;
  const canStill = criterion.isJudged ? canBeJudged() : !isClosed(view);
  const most = criterion.scoring === "perEvent" ? inTime * units : units - earned;
  const atStake = isFull || !canStill ? 0 : most / unitsPerPoint;
  const open = criterion.isJudged && canStill ? "pending" : "missing";
  const state = isFull ? "met" : open;
  return { criterion: name, state, points, atStake, lacking, planned: [] };

  /** A verdict can still help what was in time, and no whole week that something late has spoilt. */
  function canBeJudged(): boolean {
    if (view.now >= view.week.judgedUntil) return false;
    if (!isClosed(view)) return true;
    return inTime > 0 && (criterion.scoring !== "allOrNothing" || inTime === failed.length);
  }
}

function isClosed({ week, now }: WeekView): boolean {
  return now >= week.deadlineAt;
}

function shortWeeks(
  criterion: CompiledCriterion,
  histories: readonly History[],
  view: WeekView,
): readonly PlannedWeek[] {
  const { offsetWeeks, minimumPerWeek } = criterion.plan!;
  const held = plannedWeeks(criterion, histories, view);
  return held.flatMap(({ length }, ahead): readonly PlannedWeek[] => {
    if (length >= minimumPerWeek) return [];
    const monday = (view.week.index + 1 + offsetWeeks + ahead) * 7 - 3;
    return [{ week: toIsoWeekText(isoWeekOfDay(monday)), has: length, wants: minimumPerWeek }];
  });
}

function lackOf(criterion: CompiledCriterion, subject: Subject, view: WeekView): Lacking {
  const { campaign } = view.open;
  const { inTime, latest, now, history } = subject;
  const shown =
    inTime !== undefined && criterion.isJudged
      ? asJudged(inTime.activity, history, view)
      : (now ?? latest.activity);
  const row = activityRow(shown, campaign);
  const whyUnknown = ({ name }: Slot) => [{ path: `activities.${name}`, why: "missing" as const }];
  const told = { ...row, currency: campaign.currency, whyUnknown };
  return {
    activityId: shown.id,
    isLate: inTime === undefined,
    because: [explainCondition(criterion.where!, told)],
  };
}
