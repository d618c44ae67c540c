import type { Absence, RecordId } from "../facts/index.js";
import {
  errorAt,
  type Finding,
  HoitoError,
  nearestName,
  type OptionNames,
  requireList,
  showInput,
  warningAt,
} from "../shapes/index.js";
import { countWorkingDays, readEpochDay, type WorkingCalendar } from "../time/index.js";
import { idKey } from "./campaign-event.js";
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

/** A member, and the weeks that absence excuses. */
export interface OpenMember {
  readonly id: RecordId;
  readonly workingPercent: number;
  /** Positions of weeks in which the member is not scored. */
  readonly excused: ReadonlySet<number>;
}

/** Refuses what only JavaScript can hand over as members, such as their names. */
export function requireMembers(members: readonly CampaignMember[]): void {
  requireList(members, "members", "members come first, in a list: write `[{ id }, … ]`");
  for (const [row, member] of members.entries()) {
    const id = Object(member).id as unknown;
    if (typeof id === "string" || typeof id === "number") continue;
    const text = `${showInput(member)} is no member: write \`{ id }\``;
    throw new HoitoError(text, { code: "not-a-member", path: `members[${row}]`, received: member });
  }
}

const MEMBER_PROPERTIES: OptionNames<CampaignMember> = {
  id: true,
  absences: true,
  workingPercent: true,
};

/** A property that comes near to one that is not there: an absence would be lost. */
function nearProperties(member: CampaignMember, path: string): readonly Finding[] {
  const names = Object.keys(MEMBER_PROPERTIES);
  const open = names.filter((name) => !Object.hasOwn(member, name));
  return Object.keys(member).flatMap((name) => {
    const near = names.includes(name) ? undefined : nearestName(name, open);
    if (near === undefined) return [];
    const text = `${showInput(name)} is no property of a member`;
    return [warningAt(`${path}.${name.slice(0, 80)}`, "unknown-property", text, near)];
  });
}

/** What speaks against these members, as findings. */
export function faultsOfMembers(members: readonly CampaignMember[]): readonly Finding[] {
  const seen = new Set<string>();
  return members.flatMap((member, row) => {
    const { id, workingPercent = 100, absences = [] } = member;
    const at = `members[${row}]`;
    const findings: Finding[] = [...nearProperties(member, at)];
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

/** A member with the weeks that absence excuses. */
export function openMember(
  { id, absences = [], workingPercent = 100 }: CampaignMember,
  weeks: readonly (CampaignWeek & { readonly position: number })[],
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
