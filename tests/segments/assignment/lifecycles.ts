import type { AccountRecords, Activity } from "../../../src/facts/index.js";
import { money } from "../../../src/facts/index.js";
import {
  type CompiledLifecycle,
  compileLifecycle,
  type LifecycleDefinition,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import type { CivilDate } from "../../../src/time/index.js";

/** The lifecycle of source 4: who is won, who drifts, who is let go, and who comes back. */
export const wholesale: LifecycleDefinition = {
  states: {
    acquisition: {},
    new: { startsRelationship: true },
    active: {},
    drifting: {},
    exiting: {},
    ended: {},
  },
  start: "acquisition",
  events: {
    purchase: { of: "orders" },
    contact: {
      of: "activities",
      where: { field: "kind", isOneOf: ["visit", "call"] },
      whenUnknown: "notMet",
    },
    withdrawal: { of: "activities", where: { field: "kind", equals: "withdrawal" } },
    exitAction: {
      of: "activities",
      where: { field: "kind", isOneOf: ["priceRise", "contactReorganised", "selfService"] },
    },
    termination: { of: "terminations" },
  },
  transitions: [
    { from: "acquisition", to: "new", when: { event: "purchase" } },
    {
      from: "new",
      to: "active",
      when: { event: "contact", times: { parameter: "regularContacts" } },
    },
    {
      from: "new",
      to: "drifting",
      when: { quiet: "contact", for: { parameter: "fadesAfter" }, countedFrom: "entry" },
    },
    { from: "active", to: "exiting", when: { event: "withdrawal" } },
    {
      from: "active",
      to: "drifting",
      when: { quiet: "contact", for: { parameter: "driftsAfter" }, countedFrom: "lastEvent" },
    },
    { from: "drifting", to: "active", when: { event: "contact" } },
    { from: "drifting", to: "ended", when: { event: "termination" } },
    { from: "drifting", to: "ended", when: { after: { parameter: "endsAfter" } } },
    { from: "exiting", to: "ended", when: { event: "exitAction" } },
    { from: "ended", to: "new", when: { event: "purchase" } },
  ],
};

export const wholesaleParameters = {
  regularContacts: 2,
  fadesAfter: { months: 3 },
  driftsAfter: { months: 6 },
  endsAfter: { months: 12 },
};

/** The lifecycle of source 2: a service is deployed, runs steadily, and changes. */
export const service: LifecycleDefinition = {
  states: {
    acquisition: {},
    deployment: { startsRelationship: true },
    steady: {},
    change: {},
    ended: {},
  },
  start: "acquisition",
  events: {
    sale: { of: "contracts" },
    changeRequested: { of: "serviceChanges" },
    changeCompleted: { of: "serviceChanges", on: "completedOn" },
    termination: { of: "terminations" },
  },
  transitions: [
    { from: "acquisition", to: "deployment", when: { event: "sale" } },
    {
      from: ["deployment", "steady", "change"],
      to: "ended",
      when: { event: "termination" },
    },
    { from: "deployment", to: "steady", when: { after: { parameter: "deployment" } } },
    { from: "steady", to: "change", when: { event: "changeRequested" } },
    { from: "change", to: "steady", when: { event: "changeCompleted" } },
    { from: "ended", to: "deployment", when: { event: "sale" } },
  ],
};

/** The lifecycle of source 3: from a potential customer to a partner, with no way back. */
export const institute: LifecycleDefinition = {
  states: {
    notSelected: {},
    potential: {},
    customer: { startsRelationship: true },
    retained: {},
    strengthened: {},
    partnership: {},
  },
  start: "notSelected",
  events: {
    selection: { of: "activities", where: { field: "kind", equals: "segmentSelected" } },
    purchase: { of: "orders" },
    satisfaction: {
      of: "surveyAnswers",
      where: {
        all: [
          { field: "scale", equals: "csat" },
          { field: "score", atLeast: { parameter: "satisfiedFrom" } },
        ],
      },
    },
    growth: { of: "offers", on: "decidedOn", where: { field: "status", equals: "won" } },
    jointProject: { of: "memberships", on: "joinedOn" },
  },
  transitions: [
    { from: "notSelected", to: "potential", when: { event: "selection" } },
    { from: "potential", to: "customer", when: { event: "purchase" } },
    { from: "customer", to: "retained", when: { event: "satisfaction" } },
    { from: "retained", to: "strengthened", when: { event: "growth", times: 2 } },
    { from: "strengthened", to: "partnership", when: { event: "jointProject" } },
  ],
};

export function compiledWholesale(): CompiledLifecycle {
  return orThrow(compileLifecycle(wholesale, { parameters: wholesaleParameters }));
}

/** A wholesaler's customer: its orders, visits and other activities, by day. */
export function customerWith(facts: {
  readonly orders?: readonly CivilDate[];
  readonly activities?: readonly (readonly [CivilDate, string])[];
  readonly terminations?: readonly CivilDate[];
}): AccountRecords {
  const { orders = [], activities = [], terminations = [] } = facts;
  const value = money("10.00", "EUR");
  return {
    account: { id: "A" },
    coverage: { orders: "complete", activities: "complete", terminations: "complete" },
    orders: orders.map((orderedOn, id) => ({ id, accountId: "A", orderedOn, value })),
    activities: activities.map(([heldOn, kind], id): Activity => {
      return { id, accountId: "A", kind, heldOn, status: "held" };
    }),
    terminations: terminations.map((endedOn) => ({ accountId: "A", endedOn })),
  };
}
