import {
  type Activity,
  addDays,
  type CivilDate,
  rollToWorkingDay,
  type WorkingCalendar,
} from "hoito";
import type { Instant, Person } from "hoito/facts";
import { type SeededRandom, seededRandom } from "hoito/presets";

/** How often the most and the least careful seller does each thing right. */
const [MOST_CAREFUL, LEAST_CAREFUL] = [0.999, 0.94];
const MINUTES = { visit: 60, call: 20 } as const;
const REASONS = ["order", "range", "complaint", "price list"];

/**
 * Makes up how sellers wrote their contacts down: when they planned and closed them, headings, notes
 * and what a judge thought of those. Some sellers are more careful than others.
 *
 * @param activities - contacts as they were held or are planned
 * @param people - the field force; how careful each is depends on the seed
 * @param context - the same seed gives the same records, contact by contact; plans fall on working
 *   days of the calendar
 */
export function recordContacts(
  activities: readonly Activity[],
  people: readonly Person[],
  { seed, calendar }: { readonly seed: number; readonly calendar: WorkingCalendar },
): readonly Activity[] {
  const careful = new Map(people.map(({ id }, at) => [id, carefulnessOf(seededRandom(seed, at))]));
  return activities.map((activity, at) => {
    const random = seededRandom(seed ^ 0x5eed, at);
    const durationMinutes = activity.kind === "visit" ? MINUTES.visit : MINUTES.call;
    const { plannedOn, heldOn, personId } = activity;
    if (heldOn === undefined) {
      const day = plannedOn === undefined ? {} : { plannedOn: workingDay(plannedOn, calendar) };
      return { ...activity, ...day, durationMinutes };
    }
    const share = careful.get(personId!) ?? LEAST_CAREFUL;
    return { ...activity, durationMinutes, ...written(heldOn, share, random) };
  });
}

function workingDay(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  return rollToWorkingDay(day, "next", calendar) ?? day;
}

function carefulnessOf(random: SeededRandom): number {
  return LEAST_CAREFUL + (MOST_CAREFUL - LEAST_CAREFUL) * random.next();
}

/** What stands in the register about a contact that was held. */
function written(heldOn: CivilDate, careful: number, random: SeededRandom): Partial<Activity> {
  const enteredAt = at(addDays(heldOn, -1 - random.below(40)));
  const closedOn = random.chance(careful) ? heldOn : addDays(heldOn, 3 + random.below(7));
  const reason = random.chance(careful) ? { reason: random.pick(REASONS) } : {};
  const hasNotes = random.chance(careful);
  const isGood = random.chance(careful - 0.1);
  return {
    enteredAt,
    loggedAt: at(closedOn),
    closedAt: at(closedOn),
    heading: { customer: "the customer", site: "on site", ...reason },
    ...(hasNotes ? { notes: "What was agreed, and what comes next." } : {}),
    ...(hasNotes ? { noteQuality: isGood ? "good" : "plain" } : {}),
    ...(hasNotes ? { noteJudgedAt: at(addDays(closedOn, 4)) } : {}),
  };
}

/** The end of the afternoon in New York. */
function at(day: CivilDate): Instant {
  return `${day}T22:00:00Z`;
}
