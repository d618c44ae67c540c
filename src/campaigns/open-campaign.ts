import type { Absence, RecordId } from "../facts/index.js";
import { type Checked, checked, errorAt, type Finding, warningAt } from "../shapes/index.js";
import {
  type CivilDate,
  countWorkingDays,
  coversDay,
  deadlineAfterWeek,
  instantAt,
  readEpochDay,
  toCivilDate,
  toIsoWeek,
  type WorkingCalendar,
} from "../time/index.js";
import { idKey } from "./campaign-event.js";
import { checkRoster } from "./check-roster.js";
import type { CampaignWeek, CompiledCampaign } from "./compiled-campaign.js";

/**
 * Someone who takes part.
 *
 * @category Campaigns
 */
export interface CampaignMember {
  readonly id: RecordId;
  readonly absences?: readonly Absence[];
  /** Of full time, 1 … 100; without it full time. */
  readonly workingPercent?: number;
}

/** What a campaign needs to know of the company when it opens. */
export interface OpeningContext {
  /** Working days; it covers the period and the deadlines after it. */
  readonly calendar: WorkingCalendar;
  /** Accounts that count as new, for a balance of new accounts. */
  readonly newAccountIds?: readonly RecordId[];
}

/**
 * A campaign with its members and the moments of its deadlines.
 *
 * @category Campaigns
 */
export interface OpenCampaign {
  readonly campaign: CompiledCampaign;
  readonly members: readonly OpenMember[];
  readonly weeks: readonly OpenWeek[];
  /** Keys of the accounts that count as new. */
  readonly newAccounts: ReadonlySet<string>;
  /** Milliseconds since 1970-01-01T00:00Z, as all moments here. */
  readonly announcedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cutOffAt: number;
}

/** A member, and the weeks that absence excuses. */
export interface OpenMember {
  readonly id: RecordId;
  readonly workingPercent: number;
  /** Positions of weeks in which the member is not scored. */
  readonly excused: ReadonlySet<number>;
}

/** A week with its deadline. */
export interface OpenWeek extends CampaignWeek {
  readonly position: number;
  /** Midnight before its first day. */
  readonly startsAt: number;
  /** The civil date of the deadline, after rolling. */
  readonly deadlineDate: CivilDate;
  /** When the week's work must be complete; infinite when the week is not scored. */
  readonly deadlineAt: number;
  /** Until when a verdict counts. */
  readonly judgedUntil: number;
}

/**
 * A campaign opened for its members: deadlines rolled and placed on the clock, absences turned into
 * excused weeks; or the findings that speak against it.
 *
 * Refused are a goal that nobody could reach after the absences (`goal-out-of-reach`), a budget
 * below what the worst case costs (`budget-too-small`), a cut-off before the last deadline
 * (`cut-off-too-early`), a member named twice, and a calendar that is too short.
 *
 * @param members - everyone who takes part; their order changes nothing
 * @param campaign - compiled
 * @param context - the working calendar, and the accounts that count as new where a cap asks
 * @returns the open campaign, or findings with their numbers
 *
 * @category Campaigns
 */
export function openCampaign(
  members: readonly CampaignMember[],
  campaign: CompiledCampaign,
  { calendar, newAccountIds }: OpeningContext,
): Checked<OpenCampaign> {
  const findings: Finding[] = [...faultsOfMembers(members)];
  const last = Math.max(...campaign.weeks.map(({ index }) => index)) * 7 + 10;
  const first = campaign.weeks[0]!.fromDay;
  if (!coversDay(calendar, first) || !coversDay(calendar, last)) {
    const text = "the calendar does not cover the campaign and the week after it";
    return { ok: false, findings: [...findings, errorAt("calendar", "calendar-too-narrow", text)] };
  }
  const balance = campaign.caps.find(({ cap }) => cap.per === "newAccounts");
  if (balance !== undefined && newAccountIds === undefined) {
    const text = "a balance of new accounts needs to know which accounts are new";
    findings.push(errorAt("newAccountIds", "missing-property", text));
  }
  const weeks = campaign.weeks.map((week, position) => {
    return openWeek(week, position, campaign, calendar, findings);
  });
  const open: OpenCampaign = {
    ...{ campaign, weeks, ...stations(campaign) },
    members: members.map((member) => openMember(member, weeks, campaign, calendar)),
    newAccounts: new Set(newAccountIds?.map(idKey)),
  };
  if (findings.every(({ severity }) => severity !== "error")) {
    findings.push(...checkDeadlines(open), ...checkRoster(open));
  }
  return checked(findings, () => open);
}

function faultsOfMembers(members: readonly CampaignMember[]): readonly Finding[] {
  const seen = new Set<string>();
  return members.flatMap(({ id, workingPercent = 100, absences = [] }, row) => {
    const at = `members[${row}]`;
    const findings: Finding[] = [];
    const key = idKey(id);
    if (seen.has(key)) findings.push(errorAt(`${at}.id`, "duplicate-member", `\`${id}\` is twice`));
    seen.add(key);
    if (!(Number.isInteger(workingPercent) && workingPercent >= 1 && workingPercent <= 100)) {
      const text = `\`${workingPercent}\` is no whole number 1 to 100`;
      findings.push(errorAt(`${at}.workingPercent`, "out-of-range", text));
    }
    const isUnread = ({ from, until }: Absence) =>
      readEpochDay(from) === undefined || readEpochDay(until) === undefined;
    if (absences.some(isUnread)) {
      const text = "an absence has a first day and the day after its last";
      findings.push(errorAt(`${at}.absences`, "not-a-civil-date", text));
    }
    return findings;
  });
}

function stations({
  definition: { zone, deadline, period, life },
}: CompiledCampaign): Pick<OpenCampaign, "announcedAt" | "startsAt" | "endsAt" | "cutOffAt"> {
  const midnight = (date: CivilDate) => instantAt({ date, time: "00:00", zone }, deadline);
  return {
    announcedAt: midnight(life.announcedOn),
    startsAt: midnight(period.from),
    endsAt: midnight(period.until),
    cutOffAt: instantAt({ ...life.cutOff, zone }, deadline),
  };
}

function openWeek(
  week: CampaignWeek,
  position: number,
  { definition }: CompiledCampaign,
  calendar: WorkingCalendar,
  findings: Finding[],
): OpenWeek {
  const { deadline, zone, life } = definition;
  const date = toCivilDate(week.fromDay);
  const startsAt = instantAt({ date, time: "00:00", zone }, deadline);
  const base = { ...week, position, startsAt };
  const due = deadlineAfterWeek(toIsoWeek(week.week), { ...deadline, zone }, calendar);
  if (due.kind === "due" && week.number !== undefined) {
    const judgedUntil = due.at + life.judgingDays * DAY_MS;
    return { ...base, deadlineDate: due.date, deadlineAt: due.at, judgedUntil };
  }
  if (due.kind === "none" && week.number !== undefined) {
    const text = `${week.week} has no deadline, for ${due.nominalDate} is not worked`;
    findings.push(warningAt("calendar", "week-without-deadline", text));
  }
  const never = Number.POSITIVE_INFINITY;
  const unscored = { number: undefined, deadlineAt: never, judgedUntil: never };
  return { ...base, deadlineDate: due.nominalDate, ...unscored };
}

const DAY_MS = 86_400_000;

function openMember(
  { id, absences = [], workingPercent = 100 }: CampaignMember,
  weeks: readonly OpenWeek[],
  { definition }: CompiledCampaign,
  calendar: WorkingCalendar,
): OpenMember {
  const { excusedFromDays } = definition.absence;
  const away = weeks.filter((week) => {
    if (excusedFromDays === "never") return false;
    return absentDays(week, absences, calendar) >= excusedFromDays;
  });
  return { id, workingPercent, excused: new Set(away.map(({ position }) => position)) };
}

/** Working days of a week on which a member is away; overlapping absences count once. */
function absentDays(
  { fromDay, untilDay }: CampaignWeek,
  absences: readonly Absence[],
  calendar: WorkingCalendar,
): number {
  let days = 0;
  for (let day = fromDay; day < untilDay; day++) {
    const isAway = absences.some(({ from, until }) => {
      return readEpochDay(from)! <= day && day < readEpochDay(until)!;
    });
    if (isAway) days += countWorkingDays(day, day + 1, calendar);
  }
  return days;
}

function checkDeadlines({ weeks, campaign, cutOffAt }: OpenCampaign): readonly Finding[] {
  const due = weeks.filter(
    ({ number, deadlineAt }) => number !== undefined && deadlineAt > cutOffAt,
  );
  return due.map(({ week, deadlineDate }) => {
    const { cutOff } = campaign.definition.life;
    const text = `the deadline of ${week} on ${deadlineDate} is after the cut-off ${cutOff.date}`;
    const path = `campaigns.${campaign.name}.life.cutOff`;
    return errorAt(path, "cut-off-too-early", text);
  });
}
