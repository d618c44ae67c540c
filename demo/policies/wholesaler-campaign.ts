import type { CampaignDefinition } from "hoito/campaigns";

/**
 * A points campaign in the manner of the one of 2018 in source 0 (§2.35–2.43): five criteria a week,
 * a deadline on Monday at noon, a goal for the team and two rungs for oneself.
 */
export const autumnCampaign = {
  title: "Points for well-kept records",
  zone: "America/New_York",
  period: { from: "2017-10-02", until: "2017-12-12" },
  weeks: { scored: "deadlineWithin", practice: ["2017-W40", "2017-W41"] },
  deadline: {
    weekday: "monday",
    time: "12:00",
    bound: "inclusive",
    roll: "next",
    gap: "later",
    overlap: "earlier",
  },
  life: {
    announcedOn: "2017-09-25",
    cutOff: { date: "2017-12-20", time: "12:00" },
    judgingDays: 7,
  },
  counts: { field: "kind", equals: "visit" },
  lateActivities: "failTheWeek",
  emptyWeek: "zero",
  absence: { excusedFromDays: 3, thresholds: "proRata", partTime: "full", rounding: "up" },
  criteria: {
    status: {
      title: "set to complete",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "status", equals: "complete" },
    },
    notes: {
      title: "notes written",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "notesWritten", equals: true },
    },
    heading: {
      title: "full heading",
      kind: "heading",
      points: 1,
      scoring: "allOrNothing",
      parts: ["customer", "site", "reason"],
    },
    plan: {
      title: "three weeks planned",
      kind: "plan",
      points: 1,
      offsetWeeks: 0,
      weeks: 3,
      minimumPerWeek: 1,
    },
    goodNotes: {
      title: "judged good",
      kind: "activity",
      points: 1,
      scoring: "proportional",
      rounding: "down",
      from: "afterPractice",
      judged: true,
      where: { field: "noteQuality", equals: "good" },
    },
  },
  unitsPerPoint: 10,
  ranking: { ranks: "competition", ties: ["mostFullWeeks", "fewestReversals"] },
  teamGoals: [{ rule: "allOf", atLeast: 24, prizeEach: { amount: "20.00", currency: "USD" } }],
  tiers: {
    bound: "inclusive",
    take: "highestOnly",
    rungs: [
      { fromPoints: 34, prize: { amount: "30.00", currency: "USD" } },
      { fromPoints: 42, prize: { amount: "50.00", currency: "USD" } },
    ],
  },
  budget: { amount: { amount: "1200.00", currency: "USD" }, whenExceeded: "refuse" },
} as const satisfies CampaignDefinition;

/** The same campaign by other rules, one change each. */
export const otherRules: readonly {
  readonly title: string;
  readonly definition: CampaignDefinition;
}[] = [
  {
    title: "rungs add up",
    definition: { ...autumnCampaign, tiers: { ...autumnCampaign.tiers, take: "addingUp" } },
  },
  {
    title: "deadline on Wednesday",
    definition: {
      ...autumnCampaign,
      deadline: { ...autumnCampaign.deadline, weekday: "wednesday" },
      life: { ...autumnCampaign.life, cutOff: { date: "2017-12-22", time: "12:00" } },
      period: { ...autumnCampaign.period, until: "2017-12-14" },
    },
  },
  {
    title: "the team needs 30 each",
    definition: {
      ...autumnCampaign,
      teamGoals: [{ ...autumnCampaign.teamGoals[0], atLeast: 30 }],
    },
  },
];
