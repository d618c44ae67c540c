import type { CampaignDefinition } from "../../campaigns/index.js";

/**
 * The motivation campaign (motivointikampanja) of 15 January to 28 March 2018, by the reading that
 * agrees with its results: ten scored weeks, 60 points before practice is taken out.
 */
export const motivationCampaign: CampaignDefinition = {
  title: "Motivation campaign of spring 2018",
  note: "An encouraging tool. Other readings are in `readings`; cut-off and judging days made up.",
  source: "S0 §2.35–2.48 (L605–621, L669–671)",
  zone: "Europe/Helsinki",
  period: { from: "2018-01-15", until: "2018-03-29" },
  weeks: { scored: "deadlineWithin", practice: ["2018-W03", "2018-W04"] },
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
  counts: { field: "kind", isOneOf: { parameter: "encounterKinds" } },
  lateActivities: "failTheWeek",
  emptyWeek: "zero",
  absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
  criteria: {
    status: {
      title: "All customer meetings of the week are complete",
      source: "S0 §2.40 (L613)",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "status", equals: "complete" },
    },
    notes: {
      title: "Notes have been made",
      note: "Content is not judged at first.",
      source: "S0 §2.40 (L613)",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "notesWritten", equals: true },
    },
    heading: {
      title: "Customer, site and why the customer was visited",
      source: "S0 §2.40 (L615)",
      kind: "heading",
      points: 1,
      scoring: "allOrNothing",
      parts: ["customer", "site", "reason"],
    },
    type: {
      title: "Meeting type recorded correctly",
      source: "S0 §2.40, §2.65 (L611, L663)",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      where: { field: "kind", isOneOf: { parameter: "meetingTypes" } },
    },
    plan: {
      title: "The next three weeks are planned",
      source: "S0 §2.38, §2.40 (L611, L615)",
      kind: "plan",
      points: 1,
      offsetWeeks: { parameter: "plannedFrom" },
      weeks: 3,
      minimumPerWeek: { parameter: "plannedVisitsPerWeek" },
    },
    goodNotes: {
      title: "The notes are good",
      note: "The main user judges; given only after the two weeks of practice.",
      source: "S0 §2.40, §2.48, §2.59 (L615, L669–671)",
      kind: "activity",
      points: 1,
      scoring: "allOrNothing",
      from: "afterPractice",
      judged: true,
      where: { field: "noteQuality", equals: "good" },
    },
  },
  ranking: { ranks: "competition", ties: [] },
  teamGoals: [
    {
      title: "Every member reaches 30",
      source: "S0 §2.42 (L615)",
      rule: "allOf",
      atLeast: 30,
      prizeEach: { amount: "20.00", currency: "EUR" },
    },
  ],
  tiers: {
    title: "Prizes for oneself, beside the team's",
    source: "S0 §2.43 (L615)",
    bound: "inclusive",
    take: "highestOnly",
    rungs: [
      { fromPoints: 40, prize: { amount: "30.00", currency: "EUR" } },
      { fromPoints: 55, prize: { amount: "50.00", currency: "EUR" } },
    ],
  },
};
