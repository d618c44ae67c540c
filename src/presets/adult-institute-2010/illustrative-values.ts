import type { ScheduleRules } from "../../cadence/index.js";
import type { ParameterValue } from "../../rules/index.js";

/** Made up so that the policy can be tried; none of them stands in the source. */
export const illustrativeValues: Readonly<Record<string, ParameterValue>> = {
  volumeWeight: 0.3,
  profitabilityWeight: 0.25,
  potentialWeight: 0.25,
  referenceWeight: 0.1,
  competenceWeight: 0.1,
  valuableFrom: 0.55,
  significantlyMore: { amount: "10000.00", currency: "EUR" },
  ordersOfRetained: 2,
  contactPeriod: { months: 12 },
  strategicContacts: 4,
  otherContacts: 1,
  planReviewedEvery: { months: 12 },
  feedbackAskedEvery: { months: 12 },
  baseAnalysedEvery: { months: 12 },
  nextContactWithin: { days: 60 },
  offerFollowedWithin: { days: 21 },
  feedbackAnsweredWithin: { days: 7 },
  highValueIs: "high",
  contactMinutes: 90,
  deskMinutes: 45,
};

/** Made up likewise. */
export const illustrativeSchedule: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 60 },
  evenWithinDays: 10,
  levelSteps: 10,
  farFromMinutes: 60,
  minimumGapDays: 2,
};
