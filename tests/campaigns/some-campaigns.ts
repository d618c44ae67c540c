import fc from "fast-check";
import type {
  ActivityEvent,
  CampaignDefinition,
  Cap,
  Criterion,
} from "../../src/campaigns/index.js";
import type { Activity, Instant } from "../../src/facts/index.js";
import { type CivilDate, toCivilDate, toEpochDay, writeInstant } from "../../src/time/index.js";
import { earning, STATUS, springDefinition } from "./spring.js";

/** Two members of short campaigns; one id is a number, and no activity changes hands. */
export const MEMBERS = [{ id: "a" }, { id: 2 }] as const;
const FIRST = toEpochDay("2018-01-10");
const START = Date.parse("2018-01-12T00:00:00Z");
const HOUR = 3_600_000;
/** Moments that matter: the deadlines, and a minute on either side. */
const DEADLINES = [22, 29].flatMap((day) => {
  const noon = Date.parse(`2018-01-${day}T10:00:00Z`);
  return [noon - 60_000, noon, noon + 60_000];
});

const moments: fc.Arbitrary<Instant> = fc
  .oneof(
    fc.constantFrom(...DEADLINES),
    fc.integer({ min: 0, max: 24 * 45 }).map((hours) => START + hours * HOUR),
  )
  .map(writeInstant);

const days: fc.Arbitrary<CivilDate> = fc.integer({ min: 0, max: 40 }).map((offset) => {
  return toCivilDate(FIRST + offset);
});

const activities: fc.Arbitrary<Activity> = fc.record(
  {
    id: fc.integer({ min: 0, max: 5 }),
    accountId: fc.constantFrom("A", "B"),
    kind: fc.constant("visit"),
    status: fc.constantFrom("planned", "held", "complete", "complete", "complete", "cancelled"),
    heldOn: days,
    plannedOn: days,
    notes: fc.constantFrom("", "  ", "agreed"),
    noteQuality: fc.constantFrom("plain", "good"),
  },
  { requiredKeys: ["id", "accountId", "kind", "status"] },
);

/** Lives of up to six activities, told in any order; at one moment one thing happens to one. */
export const stories: fc.Arbitrary<readonly ActivityEvent[]> = fc
  .uniqueArray(
    fc.record({
      at: moments,
      kind: fc.constantFrom("logged", "edited", "edited", "judged", "deleted"),
      activity: activities,
    }),
    { maxLength: 16, selector: ({ at, activity }) => `${at} ${activity.id}` },
  )
  .map((events) =>
    events.map(({ activity, ...event }) => {
      return {
        ...event,
        activity: { ...activity, personId: MEMBERS[Number(activity.id) % 2]!.id },
      };
    }),
  );

const scorings = fc.constantFrom("allOrNothing", "perEvent", "proportional");

const criteria = fc
  .record({
    status: scorings,
    notes: scorings,
    goodNotes: scorings,
    offsetWeeks: fc.nat({ max: 1 }),
  })
  .map(({ status, notes, goodNotes, offsetWeeks }) => {
    const { notes: written, goodNotes: good } = springDefinition.criteria;
    const list: Readonly<Record<string, unknown>> = {
      status: { ...STATUS, points: 2, scoring: status, rounding: "down" },
      notes: { ...written, points: 3, scoring: notes, rounding: "down" },
      goodNotes: { ...good, scoring: goodNotes, rounding: "down" },
      plan: { kind: "plan", points: 1, offsetWeeks, weeks: 1, minimumPerWeek: 1 },
    };
    return list as Readonly<Record<string, Criterion>>;
  });

/** Four weeks of the spring campaign under any conventions, without caps. */
export const campaigns: fc.Arbitrary<CampaignDefinition> = fc
  .record({
    criteria,
    lateActivities: fc.constantFrom("failTheWeek", "leftOut"),
    emptyWeek: fc.constantFrom("vacuous", "zero", "excused"),
    bound: fc.constantFrom("inclusive", "exclusive"),
    excused: fc.subarray(["2018-W05"] as const),
    judgingDays: fc.constantFrom(0, 3, 30),
  })
  .map(({ criteria: list, bound, excused, judgingDays, ...rest }) => {
    const practice = ["2018-W03"] as const;
    return earning(list, {
      ...rest,
      period: { from: "2018-01-15", until: "2018-02-12" },
      weeks: { scored: "touched", practice, excused },
      deadline: { ...springDefinition.deadline, bound },
      life: {
        announcedOn: "2018-01-12",
        cutOff: { date: "2018-02-20", time: "12:00" },
        judgingDays,
      },
    });
  });

/** One cap of any kind but a balance. */
export const caps: fc.Arbitrary<Cap> = fc.oneof(
  fc.record({
    per: fc.constantFrom("day", "week", "member", "account", "campaign"),
    most: fc.nat({ max: 8 }),
  }),
  fc.record({
    per: fc.constant("criterion"),
    criterion: fc.constantFrom("status", "notes"),
    within: fc.constantFrom("day", "week", "campaign"),
    most: fc.nat({ max: 8 }),
  }),
);
