import type { ScheduleRules } from "../../cadence/index.js";
import type { ParameterValue } from "../../rules/index.js";

/** Made up so that the policy can be tried; none of them stands in the source. */
export const illustrativeValues: Readonly<Record<string, ParameterValue>> = {
  microHeadcount: 10,
  microTurnover: { amount: "2000000.00", currency: "EUR" },
  contractLimit: { amount: "20000.00", currency: "EUR" },
  broadServices: 5,
  largeRevenue: { amount: "100000.00", currency: "EUR" },
  deploymentLasts: { months: 3 },
  regularContactEvery: { months: 6 },
  midTermBefore: { days: 30 },
  midTermAfter: { days: 30 },
  midTermDaysBefore: 30,
  midTermDaysAfter: 30,
  updatePlannedFrom: { months: 9 },
  updatePlannedBy: { months: 3 },
  tooLateAfter: { months: 6 },
  npsIdeallyAfter: { months: 9 },
  surveyWithin: { days: 7 },
  surveysAtMost: 1,
  surveysWithin: { days: 60 },
  resultsToldWithin: { days: 30 },
  complaintAnsweredWithin: { days: 2 },
  addOnWithinDays: 30,
  answersSummedUp: "mean",
  goodAnswerFrom: 4,
  cesScale: "ces5",
  cesDirection: "highIsGood",
  confidence: 0.95,
  retentionBase: "opening",
  sharesBy: "count",
  planFollowedEvery: { months: 6 },
  meetingMinutes: 60,
  callMinutes: 15,
};

/** Made up likewise. */
export const illustrativeSchedule: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 60 },
  evenWithinDays: 7,
  levelSteps: 10,
  farFromMinutes: 120,
};
