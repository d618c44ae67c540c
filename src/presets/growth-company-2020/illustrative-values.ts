import type { ScheduleRules } from "../../cadence/index.js";
import type { ParameterValue } from "../../rules/index.js";

/** Made up so that the policy can be tried; none of them stands in the source. */
export const illustrativeValues: Readonly<Record<string, ParameterValue>> = {
  severalYears: 3,
  revenueWindow: { years: 5 },
  reviewEvery: { months: 12 },
  meetingMinutes: 150,
  deskMinutes: 60,
  contactMinutes: 30,
};

/** Made up likewise. */
export const illustrativeSchedule: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 60 },
  evenWithinDays: 7,
  levelSteps: 10,
  farFromMinutes: 120,
  minimumGapDays: 2,
};
