import { compileCalendar, orThrow } from "hoito";
import {
  type CampaignDefinition,
  type CompiledCampaign,
  compileCampaign,
  type OpenCampaign,
  openCampaign,
} from "hoito/campaigns";

/** Ten weeks of visits, each week scored by two criteria that every visit of it must meet. */
export const MEMBERS = 1_000;
export const FIRST_DAY = 17_546;
export const DAY_MS = 86_400_000;

const definition: CampaignDefinition = {
  zone: "Europe/Helsinki",
  period: { from: "2018-01-15", until: "2018-03-29" },
  weeks: { scored: "deadlineWithin" },
  deadline: {
    weekday: "monday",
    time: "12:00",
    bound: "inclusive",
    roll: "next",
    gap: "later",
    overlap: "earlier",
  },
  life: {
    announcedOn: "2018-01-12",
    cutOff: { date: "2018-04-06", time: "12:00" },
    judgingDays: 7,
  },
  counts: { field: "kind", equals: "visit" },
  lateActivities: "failTheWeek",
  emptyWeek: "zero",
  absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
  criteria: {
    status: {
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "status", equals: "complete" },
    },
    notes: {
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "notesWritten", equals: true },
    },
  },
  ranking: { ranks: "competition", ties: [] },
};
const year = { from: "2018-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
export const campaign: CompiledCampaign = orThrow(compileCampaign(definition, { name: "bench" }));
const members = Array.from({ length: MEMBERS }, (_, id) => ({ id }));
export const open: OpenCampaign = orThrow(openCampaign(members, campaign, { calendar }));
