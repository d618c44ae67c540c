import { toCivilDate } from "../time/index.js";
import type { Plan } from "./contacts.js";
import type { Duty } from "./duty.js";
import type { AccountDuties } from "./duty-context.js";

/**
 * The duties, each with the planned activity that takes its place, where there is one.
 *
 * A plan belongs to the first duty without one whose window holds its day; a plan that lies in no
 * window belongs to the first late duty without one. Plans go by day, then by id.
 */
export function matchPlans(duties: readonly Duty[], plans: readonly Plan[]): AccountDuties {
  const taken = new Map<Duty, Plan>();
  const rest: Plan[] = [];
  for (const plan of plans) {
    const place = duties.find((duty) => !taken.has(duty) && holds(duty, plan));
    if (place === undefined) rest.push(plan);
    else taken.set(place, plan);
  }
  for (const plan of rest) {
    const late = duties.find((duty) => !taken.has(duty) && duty.value.status === "late");
    if (late !== undefined) taken.set(late, plan);
  }
  const days = [...taken.values()].map(({ day }) => day + 1);
  const matched = duties.map((duty) => {
    const plan = taken.get(duty);
    return plan === undefined ? duty : { ...duty, value: { ...duty.value, planned: told(plan) } };
  });
  return { duties: matched, nextChange: Math.min(...days, Number.POSITIVE_INFINITY) };
}

function holds({ value: { window } }: Duty, { day }: Plan): boolean {
  if (window === undefined) return false;
  const date = toCivilDate(day);
  return date >= window.earliest && date <= window.latest;
}

function told({ day, activityId, personId }: Plan): NonNullable<Duty["value"]["planned"]> {
  const person = personId === undefined ? {} : { personId };
  return { activityId, plannedOn: toCivilDate(day), ...person };
}
