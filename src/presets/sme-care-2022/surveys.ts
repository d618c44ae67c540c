/** Customers must not be saturated: no survey of any kind comes too soon after others (§2.33). */
export const surveyFatigue = {
  counts: { field: "kind", equals: "survey" },
  atMost: { parameter: "surveysAtMost" },
  within: { parameter: "surveysWithin" },
} as const;

/** Surveys that follow something: sent by the system, so that they take nobody's time. */
export const surveys = {
  afterChange: {
    title: "Satisfaction after a service change (CSAT)",
    source: "S2 §2.31 (L622)",
    note: "When the change is completed, not when it is ordered.",
    method: "event",
    record: "serviceChanges",
    on: "completedOn",
    which: "each",
    answeredBy: {
      contact: {
        all: [
          { field: "kind", equals: "survey" },
          { field: "topic", equals: "csat" },
        ],
      },
    },
    earliest: { days: 0 },
    ideal: { days: 0 },
    latest: { parameter: "surveyWithin" },
    lapses: { parameter: "surveyWithin" },
    roll: "next",
    effortMinutes: 0,
    fatigue: surveyFatigue as typeof surveyFatigue,
  },
  afterDealing: {
    title: "Effort in day-to-day dealings (CES)",
    source: "S2 §2.32 (L622)",
    note: "No cadence or trigger is given: after each dealing that was solved, within the limit.",
    method: "event",
    record: "cases",
    on: "solvedOn",
    which: "each",
    answeredBy: {
      contact: {
        all: [
          { field: "kind", equals: "survey" },
          { field: "topic", equals: "ces" },
        ],
      },
    },
    earliest: { days: 0 },
    ideal: { days: 0 },
    latest: { parameter: "surveyWithin" },
    lapses: { parameter: "surveyWithin" },
    roll: "next",
    effortMinutes: 0,
    fatigue: surveyFatigue as typeof surveyFatigue,
  },
  atStart: {
    title: "Experience of the start",
    source: "S2 §2.34 (L496, L590)",
    method: "event",
    record: "contracts",
    on: "startsOn",
    which: "first",
    answeredBy: {
      contact: {
        all: [
          { field: "kind", equals: "survey" },
          { field: "topic", equals: "start" },
        ],
      },
    },
    earliest: { days: 0 },
    ideal: { days: 0 },
    latest: { parameter: "surveyWithin" },
    lapses: { parameter: "surveyWithin" },
    roll: "next",
    effortMinutes: 0,
    fatigue: surveyFatigue as typeof surveyFatigue,
  },
  atEnd: {
    title: "Experience of leaving",
    source: "S2 §2.34, §3.13 (L220, L496)",
    method: "event",
    record: "terminations",
    on: "endedOn",
    which: "latest",
    answeredBy: {
      contact: {
        all: [
          { field: "kind", equals: "survey" },
          { field: "topic", equals: "end" },
        ],
      },
    },
    earliest: { days: 0 },
    ideal: { days: 0 },
    latest: { parameter: "surveyWithin" },
    lapses: { parameter: "surveyWithin" },
    roll: "next",
    effortMinutes: 0,
    fatigue: surveyFatigue as typeof surveyFatigue,
  },
} as const;
