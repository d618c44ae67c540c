import type { ScheduleRules } from "../../cadence/index.js";
import type { ParameterValue } from "../../rules/index.js";

/** Made up so that the policy can be tried; none of them stands in the source. */
export const illustrativeValues: Readonly<Record<string, ParameterValue>> = {
  monthlyWithin: { months: 1 },
  classBWithin: { months: 3 },
  offerAskedWithin: { days: 14 },
  taskHandledWithin: { days: 7 },
  newslettersPerQuarter: 1,
  plannedFrom: 0,
  plannedVisitsPerWeek: 1,
  firstPlannedWeek: "next",
  effectDays: 30,
  visitMinutes: 120,
  callMinutes: 20,
};

/** Made up likewise. */
export const illustrativeSchedule: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 20 },
  evenWithinDays: 5,
  levelSteps: 10,
  farFromMinutes: 90,
};
