import type { RecordId } from "../facts/index.js";
import {
  type Checked,
  checked,
  contentHash,
  errorAt,
  type Finding,
  HoitoError,
  warningAt,
} from "../shapes/index.js";
import {
  type CivilDate,
  coversDay,
  deadlineAfterWeek,
  instantAt,
  requireCalendar,
  toCivilDate,
  toIsoWeek,
  type WorkingCalendar,
} from "../time/index.js";
import { idKey } from "./campaign-event.js";
import { checkRoster } from "./check-roster.js";
import type { CampaignWeek, CompiledCampaign } from "./compiled-campaign.js";
import {
  type CampaignMember,
  faultsOfMembers,
  type OpenMember,
  openMember,
  requireMembers,
} from "./open-member.js";

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
  /** Tells from one another the definitions, members, excused weeks and deadlines points depend on. */
  readonly hash: string;
  /** Keys of the accounts that count as new. */
  readonly newAccounts: ReadonlySet<string>;
  /** Milliseconds since 1970-01-01T00:00Z, as all moments here. */
  readonly announcedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cutOffAt: number;
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
 * @returns the open campaign, or findings with their numbers; a property that comes near to one of
 *   a member that is not there is the warning `unknown-property`
 * @throws {@link HoitoError} in JavaScript `not-a-compiled-campaign`, `not-a-calendar`, `not-a-list`
 *   and `not-a-member`
 *
 * @example A goal that absence puts out of reach
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   openCampaign,
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
 *   absence: { excusedFromDays: 3, thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: {
 *     status: {
 *       kind: "activity", points: 1, scoring: "allOrNothing",
 *       where: { field: "status", equals: "complete" },
 *     },
 *   },
 *   ranking: { ranks: "competition", ties: [] },
 *   teamGoals: [{ rule: "allOf", atLeast: 8, prizeEach: { amount: "20.00", currency: "EUR" } }],
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
 *
 * const away = { personId: "Eero", from: "2018-01-29", until: "2018-02-19" } as const;
 * const members = [{ id: "Aino" }, { id: "Eero", absences: [away] }];
 * const [finding] = openCampaign(members, campaign, { calendar }).findings;
 * finding?.code; // => "goal-out-of-reach"
 * finding?.message; // => "only 1 of 2 members can reach it"
 * openCampaign([{ id: "Aino" }], campaign, { calendar }).ok; // => true
 * ```
 *
 * @category Campaigns
 */
export function openCampaign(
  members: readonly CampaignMember[],
  campaign: CompiledCampaign,
  context: OpeningContext,
): Checked<OpenCampaign> {
  requireOpening(members, campaign, context);
  const { calendar, newAccountIds } = context;
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
  const entrants = members.map((member) => openMember(member, weeks, campaign, calendar));
  const newAccounts = new Set(newAccountIds?.map(idKey));
  const open: OpenCampaign = {
    campaign,
    weeks,
    ...stations(campaign),
    members: entrants,
    newAccounts,
    hash: hashOf(campaign, entrants, weeks, newAccounts),
  };
  if (findings.every(({ severity }) => severity !== "error")) {
    findings.push(...checkDeadlines(open), ...checkRoster(open));
  }
  return checked(findings, () => open);
}

/** Refuses what only JavaScript can hand over, such as names in place of members. */
function requireOpening(
  members: readonly CampaignMember[],
  campaign: CompiledCampaign,
  context: OpeningContext,
): void {
  if (!Array.isArray(Object(campaign).weeks)) {
    const text =
      "this is no compiled campaign: write `orThrow(compileCampaign(definition, { name }))`";
    const at = { code: "not-a-compiled-campaign", path: "campaign", received: campaign };
    throw new HoitoError(text, at);
  }
  requireCalendar(context);
  requireMembers(members);
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

function hashOf(
  { hash }: CompiledCampaign,
  members: readonly OpenMember[],
  weeks: readonly OpenWeek[],
  newAccounts: ReadonlySet<string>,
): string {
  const excused = members.map(({ id, excused }) => [idKey(id), ...excused].join(" "));
  const deadlines = weeks.map(({ deadlineDate }) => deadlineDate);
  return contentHash([hash, excused.sort(), deadlines, [...newAccounts].sort()]);
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
