import type { PlaceContext, ScheduleDuty, SchedulePerson } from "../../src/cadence/index.js";
import type { RecordId } from "../../src/facts/index.js";
import {
  addDays,
  type CivilDate,
  isoWeekOf,
  isWorkingDay,
  toIsoWeekText,
} from "../../src/time/index.js";

/** A person's week in which a duty could stand, with the days on which it could. */
export interface SlowSlot {
  readonly personId: RecordId;
  readonly week: string;
  readonly days: readonly CivilDate[];
}

/** Every day of a horizon. */
export function daysOf({ asOf, until }: Pick<PlaceContext, "asOf" | "until">): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = asOf; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

export function weekOf(day: CivilDate): string {
  return toIsoWeekText(isoWeekOf(day));
}

/** Whether a person works on a day. */
export function works(
  { absences = [], calendar: own }: SchedulePerson,
  day: CivilDate,
  { calendar }: Pick<PlaceContext, "calendar">,
): boolean {
  const isAway = absences.some(({ from, until }) => day >= from && day < until);
  return !isAway && isWorkingDay(day, own ?? calendar);
}

/** The days on which a duty may stand under the rules, whoever does it. */
export function allowedDays(duty: ScheduleDuty, context: PlaceContext): CivilDate[] {
  const { window, closedDays = [] } = duty;
  if (window === undefined || window.ideal >= context.until) return [];
  const days = daysOf(context).filter((day) => !closedDays.includes(day));
  if (window.latest >= context.asOf) {
    return days.filter((day) => day >= window.earliest && day <= window.latest);
  }
  const { late } = context.rules;
  if (late === "leave") return [];
  const end = addDays(context.asOf, late.withinDays);
  return days.filter((day) => day < end);
}

/** The slots of a duty, found by looking at every day. */
export function slowSlots(
  duty: ScheduleDuty,
  people: readonly SchedulePerson[],
  context: PlaceContext,
): SlowSlot[] {
  const allowed = allowedDays(duty, context);
  return duty.eligible.flatMap((id) => {
    const person = people.find((each) => each.id === id);
    if (person === undefined || (person.weeklyCapacityMinutes ?? -1) < 0) return [];
    const open = allowed.filter((day) => works(person, day, context));
    return [...new Set(open.map(weekOf))].map((week) => {
      return { personId: id, week, days: open.filter((day) => weekOf(day) === week) };
    });
  });
}

/**
 * The minutes a person has in a week: the share of its days, or what was promised in the rest of a
 * week that has begun, as far as the whole week holds it. Without pins and manual entries.
 */
export function slowCapacity(
  person: SchedulePerson,
  week: string,
  duties: readonly ScheduleDuty[],
  context: PlaceContext,
): number {
  const { weeklyCapacityMinutes: weekly = 0 } = person;
  const days = daysOf(context).filter((day) => weekOf(day) === week && works(person, day, context));
  if (days.length === 0) return 0;
  const { shortWeeks } = context.rules;
  if (shortWeeks === "whole") return weekly;
  const share = (count: number): number =>
    Math.min(weekly, Math.floor((weekly * count) / shortWeeks.fullWeekDays));
  if (week !== weekOf(context.asOf)) return share(days.length);
  const promised = duties.filter(({ id, eligible, permission, ...rest }) => {
    const before = context.previous?.entries.find((each) => each.id === id);
    const isOpen = before !== undefined && days.includes(before.day);
    const isTheirs = before?.personId === person.id && eligible.includes(person.id);
    const allowed = allowedDays({ id, eligible, permission, ...rest }, context);
    return permission === "allowed" && isOpen && isTheirs && allowed.includes(before.day);
  });
  const minutes = promised.reduce((sum, { effortMinutes = 0 }) => sum + effortMinutes, 0);
  let past = 0;
  for (let day = addDays(context.asOf, -1); weekOf(day) === week; day = addDays(day, -1)) past++;
  return Math.max(share(days.length), Math.min(share(days.length + past), minutes));
}
