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
function daysOf({ asOf, until }: Pick<PlaceContext, "asOf" | "until">): CivilDate[] {
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
  return (duty.eligible ?? []).flatMap((id) => {
    const person = people.find((each) => each.id === id);
    if (person === undefined || (person.weeklyCapacityMinutes ?? -1) < 0) return [];
    const open = allowed.filter((day) => works(person, day, context));
    return [...new Set(open.map(weekOf))].map((week) => {
      return { personId: id, week, days: open.filter((day) => weekOf(day) === week) };
    });
  });
}

/** The minutes a person has in a week of which no schedule before tells what is left. */
export function slowCapacity(person: SchedulePerson, week: string, context: PlaceContext): number {
  const { weeklyCapacityMinutes: weekly = 0 } = person;
  const days = daysOf(context).filter((day) => weekOf(day) === week && works(person, day, context));
  if (days.length === 0) return 0;
  const { shortWeeks } = context.rules;
  if (shortWeeks === "whole") return weekly;
  return Math.min(weekly, Math.floor((weekly * days.length) / shortWeeks.fullWeekDays));
}
