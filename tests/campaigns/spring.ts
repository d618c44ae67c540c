import {
  type ActivityEvent,
  type CampaignDefinition,
  type CampaignEvent,
  type CampaignMember,
  type CompiledCampaign,
  compileCampaign,
  type Ledger,
  ledgerEntries,
  ledgerOf,
  type OpenCampaign,
  openCampaign,
} from "../../src/campaigns/index.js";
import type { Activity, Instant, RecordId } from "../../src/facts/index.js";
import { type Finding, orThrow } from "../../src/shapes/index.js";
import {
  addDays,
  type CalendarDefinition,
  type CivilDate,
  compileCalendar,
  type WorkingCalendar,
} from "../../src/time/index.js";
import spring from "../golden/campaigns/spring-2018.json" with { type: "json" };
import finland from "../golden/time/finland-2018.json" with { type: "json" };

/** The campaign of source 0. */
export const springDefinition: CampaignDefinition =
  spring.definition as unknown as CampaignDefinition;

/** The working days of Finland in 2018. */
export const calendar: WorkingCalendar = orThrow(
  compileCalendar(finland.calendar as unknown as CalendarDefinition),
);

/** Seven sellers. */
export const sellers: readonly CampaignMember[] = ["a", "b", "c", "d", "e", "f", "g"].map((id) => {
  return { id };
});

/** After the cut-off of the spring campaign. */
export const SETTLED: Instant = "2018-04-07T00:00:00Z";

/** The spring campaign with other rules. */
export function springWith(changes: Partial<CampaignDefinition>): CampaignDefinition {
  return { ...springDefinition, ...changes };
}

/** The spring campaign without prizes, with these criteria. */
export function earning(
  criteria: CampaignDefinition["criteria"],
  changes: Partial<CampaignDefinition> = {},
): CampaignDefinition {
  const { teamGoals: _goals, tiers: _tiers, budget: _budget, ...rest } = springDefinition;
  return { ...rest, criteria, ...changes };
}

/** One point for a week whose activities are all complete. */
export const STATUS: CampaignDefinition["criteria"][string] = springDefinition.criteria["status"]!;

/** So many points for each complete activity. */
export function perVisit(points = 1): CampaignDefinition["criteria"][string] {
  return { ...STATUS, points, scoring: "perEvent" } as CampaignDefinition["criteria"][string];
}

export function compiled(definition: CampaignDefinition): CompiledCampaign {
  return orThrow(compileCampaign(definition, { name: "spring", currency: "EUR" }));
}

export function faults(
  definition: unknown,
  currency: string | undefined = "EUR",
): readonly Finding[] {
  const around = currency === undefined ? {} : { currency };
  return compileCampaign(definition as CampaignDefinition, { name: "spring", ...around }).findings;
}

export function opened(
  definition: CampaignDefinition = springDefinition,
  members: readonly CampaignMember[] = sellers,
  newAccountIds?: readonly RecordId[],
): OpenCampaign {
  const fresh = newAccountIds === undefined ? {} : { newAccountIds };
  return orThrow(openCampaign(members, compiled(definition), { calendar, ...fresh }));
}

/** A visit in perfect order, held on a day and judged nothing yet. */
export function visit(
  id: RecordId,
  personId: RecordId,
  heldOn: CivilDate,
  rest: Partial<Activity> = {},
): Activity {
  return {
    id,
    personId,
    heldOn,
    accountId: "A",
    kind: "meeting",
    status: "complete",
    heading: { customer: "Aalto", site: "Espoo", reason: "new products" },
    notes: "shown the new range, samples agreed, call next week",
    ...rest,
  };
}

export function told(kind: ActivityEvent["kind"], at: Instant, activity: Activity): ActivityEvent {
  return { kind, at, activity };
}

/** A visit written down on the evening it was held. */
export function logged(activity: Activity): ActivityEvent {
  return told("logged", `${activity.heldOn}T18:00:00Z` as Instant, activity);
}

/** The visit, judged on the Wednesday of the week after. */
export function judged(
  activity: Activity,
  at: Instant,
  noteQuality: "good" | "plain" = "good",
): ActivityEvent {
  return told("judged", at, { ...activity, noteQuality });
}

/**
 * Everything in order for ten weeks: visits planned before the campaign until W17, one a week held
 * on its Monday, written down the same evening, and the notes judged good the day after.
 */
export function flawless(personId: RecordId, quality: "good" | "plain" = "good"): ActivityEvent[] {
  return Array.from({ length: 15 }, (_, week) => {
    const day = addDays("2018-01-15", week * 7);
    const held = visit(`${personId}${week}`, personId, day, { plannedOn: day });
    const { heldOn: _heldOn, ...rest } = held;
    const planned = told("logged", "2018-01-14T10:00:00Z", { ...rest, status: "planned" });
    if (week >= 10) return [planned];
    const done = told("edited", `${day}T18:00:00Z` as Instant, held);
    return [planned, done, judged(held, `${addDays(day, 1)}T08:00:00Z` as Instant, quality)];
  }).flat();
}

/** A ledger, and the points of each member by week and criterion. */
export function pointsOf(
  events: readonly CampaignEvent[],
  open: OpenCampaign,
  at: Instant = SETTLED,
): { readonly ledger: Ledger; readonly total: (memberId: RecordId) => number } {
  const ledger = ledgerOf(events, open, { at });
  const total = (memberId: RecordId) => {
    const entries = ledgerEntries(ledger, memberId);
    return entries.reduce((sum, { units }) => sum + units, 0);
  };
  return { ledger, total };
}
