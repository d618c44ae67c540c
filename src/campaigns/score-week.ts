import type { RecordId } from "../facts/index.js";
import { readEpochDay } from "../time/index.js";
import { type CampaignEvent, idKey } from "./campaign-event.js";
import { type CompiledCriterion, divide, earnsIn, weekIndexOf } from "./compiled-campaign.js";
import {
  dayOf,
  type History,
  lastBy,
  lastInTime,
  livingActivity,
  livingCredit,
} from "./history.js";
import type { OpenMember } from "./open-member.js";
import {
  mayCount,
  type Subject,
  type SubjectVerdict,
  verdictOn,
  type WeekView,
  weekSubjects,
} from "./week-subjects.js";

/** Points that are earned as one: a week's for a criterion, an activity's, or a credit's. */
export interface Earning {
  /** Unlike that of every other earning of the campaign. */
  readonly key: string;
  readonly memberId: RecordId;
  readonly memberKey: string;
  readonly week: number;
  readonly criterion: CompiledCriterion;
  /** Of earnings by single activities and credits. */
  readonly account: { readonly id: RecordId; readonly day: number } | undefined;
  readonly units: number;
  readonly evidence: readonly CampaignEvent[];
}

/** What one member's week has come to at a moment. */
export interface WeekScore {
  readonly earnings: readonly Earning[];
  /** Nothing was done, and the definition then excuses the week. */
  readonly isExcused: boolean;
}

/**
 * What a member earned in a week, as seen from a moment; caps come later.
 *
 * @param credited - what credits earned at other moments; it is added to
 */
export function scoreWeek(
  member: OpenMember,
  histories: readonly History[],
  view: WeekView,
  credited: Map<CampaignEvent, readonly Earning[]> = new Map(),
): WeekScore {
  const credits = creditsOf(member, histories, view, credited);
  const { week, open, now } = view;
  if (week.number === undefined || member.excused.has(week.position) || now < view.deadline) {
    return { earnings: credits, isExcused: false };
  }
  const subjects = weekSubjects(histories, view);
  const { emptyWeek } = open.campaign.definition;
  const judgements = open.campaign.criteria.map((criterion) =>
    criterion.kind === "activity" ? subjects.map((each) => verdictOn(criterion, each, view)) : [],
  );
  const isEmpty =
    subjects.every((subject) => subject.now === undefined) &&
    judgements.every((verdicts) => !verdicts.includes("failed"));
  if (isEmpty && emptyWeek === "excused") return { earnings: credits, isExcused: true };
  const earnings = open.campaign.criteria.flatMap((criterion, index) => {
    if (!earnsIn(criterion, week)) return [];
    if (criterion.kind === "plan") return planned(criterion, member, histories, view);
    if (criterion.kind === "credit") return [];
    return earned(criterion, { member, subjects, verdicts: judgements[index]! }, view);
  });
  return { earnings: [...earnings, ...credits], isExcused: false };
}

interface Judged {
  readonly member: OpenMember;
  readonly subjects: readonly Subject[];
  readonly verdicts: readonly SubjectVerdict[];
}

function earned(
  criterion: CompiledCriterion,
  { member, subjects, verdicts }: Judged,
  view: WeekView,
): readonly Earning[] {
  const met = subjects.filter((_, index) => verdicts[index] === "met");
  if (criterion.scoring === "perEvent") {
    return met.map((each) => {
      const { activity } = each.inTime!;
      const account = { id: activity.accountId, day: dayOf(activity)! };
      const evidence = [each.inTime!];
      return earning(criterion, member, view, { account, evidence, of: idKey(activity.id) });
    });
  }
  const asked = verdicts.filter((verdict) => verdict !== "gone").length;
  const isVacuous = view.open.campaign.definition.emptyWeek === "vacuous" && !criterion.isJudged;
  if (asked === 0) return isVacuous ? [earning(criterion, member, view, {})] : [];
  const units =
    criterion.scoring === "allOrNothing"
      ? Math.floor(met.length / asked) * criterion.units
      : divide(criterion.units * met.length, asked, criterion.rounding);
  const evidence = met.map(({ inTime }) => inTime!);
  return units === 0 ? [] : [earning(criterion, member, view, { units, evidence })];
}

function planned(
  criterion: CompiledCriterion,
  member: OpenMember,
  histories: readonly History[],
  view: WeekView,
): readonly Earning[] {
  const weeks = plannedWeeks(criterion, histories, view);
  if (weeks.some(({ length }) => length < criterion.plan!.minimumPerWeek)) return [];
  return [earning(criterion, member, view, { evidence: weeks.flat() })];
}

/**
 * What the weeks of a plan hold, week by week, as it stood at the deadline: plans may change later,
 * but what is deleted never was.
 */
export function plannedWeeks(
  { plan }: CompiledCriterion,
  histories: readonly History[],
  view: WeekView,
): readonly (readonly CampaignEvent[])[] {
  const { offsetWeeks, weeks } = plan!;
  const { bound } = view.open.campaign.definition.deadline;
  const first = view.week.index + 1 + offsetWeeks;
  const held = Array.from({ length: weeks }, (): CampaignEvent[] => []);
  for (const history of histories) {
    const event = lastInTime(history, view.deadline, bound);
    const activity = livingActivity(event);
    if (activity === undefined || lastBy(history, view.now)!.kind === "deleted") continue;
    const day = dayOf(activity);
    const ahead = day === undefined ? -1 : weekIndexOf(day) - first;
    if (ahead >= 0 && ahead < weeks && mayCount(activity, view)) held[ahead]!.push(event!);
  }
  return held;
}

function creditsOf(
  member: OpenMember,
  histories: readonly History[],
  view: WeekView,
  credited: Map<CampaignEvent, readonly Earning[]>,
): readonly Earning[] {
  const criteria = view.open.campaign.criteria.filter(({ kind }) => kind === "credit");
  return histories.flatMap((history) => {
    const event = lastBy(history, view.now);
    const credit = livingCredit(event);
    const day = readEpochDay(credit?.on);
    if (credit === undefined || day === undefined) return [];
    if (day < view.week.fromDay || day >= view.week.untilDay) return [];
    const known = credited.get(event!);
    if (known !== undefined) return known;
    const earners = criteria.filter(({ source }) => source === credit.source);
    const earned = earners.map((criterion) =>
      earning(criterion, member, view, {
        account: { id: credit.accountId, day },
        units: criterion.units * credit.times,
        evidence: [event!],
        of: idKey(credit.id),
      }),
    );
    credited.set(event!, earned);
    return earned;
  });
}

function earning(
  criterion: CompiledCriterion,
  { id }: OpenMember,
  { week }: WeekView,
  {
    account,
    units = criterion.units,
    evidence = [],
    of = "",
  }: Partial<Pick<Earning, "account" | "units" | "evidence">> & { readonly of?: string },
): Earning {
  const memberKey = idKey(id);
  const key = JSON.stringify([memberKey, week.week, criterion.name, of]);
  return { key, memberId: id, memberKey, week: week.position, criterion, account, units, evidence };
}
