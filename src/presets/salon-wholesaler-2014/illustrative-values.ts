import type { ScheduleRules } from "../../cadence/index.js";
import type { ParameterValue } from "../../rules/index.js";

/** Made up so that the policy can be tried; none of them stands in the source. */
export const illustrativeValues: Readonly<Record<string, ParameterValue>> = {
  purchaseWindow: { months: 12 },
  purchaseWeight: 60,
  sizeWeight: 15,
  repertoireWeight: 25,
  goldFrom: 80,
  bFrom: 50,
  unwantedWindow: { months: 12 },
  constantLatePayments: 4,
  constantComplaints: 4,
  bContactEvery: { months: 2 },
  cContactEvery: { months: 4 },
  firstContactWithin: { days: 14 },
  regularContacts: 2,
  fadesAfter: { months: 3 },
  driftsAfter: { months: 6 },
  endsAfter: { months: 12 },
  answerWithin: { days: 2 },
  difficultProducts: ["bond builder", "lightening clay"],
  goldHours: 4,
  bHours: 8,
  smallestHours: 24,
  floorHours: 48,
  visitMinutes: 90,
  callMinutes: 15,
  churnBase: "opening",
};

/** Made up likewise. */
export const illustrativeSchedule: ScheduleRules = {
  shortWeeks: { fullWeekDays: 5 },
  late: { withinDays: 30 },
  evenWithinDays: 5,
  levelSteps: 10,
  farFromMinutes: 120,
};
