import type { CustomerBase } from "../../../src/facts/index.js";
import {
  type CarePolicy,
  type CompiledPolicy,
  compilePolicy,
  type PolicyPair,
} from "../../../src/policy/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import { type CivilDate, compileCalendar } from "../../../src/time/index.js";

export const asOf: CivilDate = "2018-01-01";
export const until: CivilDate = "2018-04-01";

/** Weekdays of three years. */
export const calendar = orThrow(
  compileCalendar({ from: "2017-01-01", until: "2020-01-01", weekend: ["saturday", "sunday"] }),
);

/**
 * Large accounts get a visit of an hour every month, small ones a call of a quarter of an hour every
 * quarter; competitors get nothing.
 */
export const policy = {
  id: "calls-and-visits",
  version: "1",
  parameters: { largeFrom: 1000 },
  segments: {
    size: {
      method: "rules",
      hitPolicy: "first",
      labels: { large: {}, small: {} },
      rules: [
        { exclude: true, when: { field: "relations", includes: "competitor" } },
        { segment: "large", when: { field: "headcount", atLeast: { parameter: "largeFrom" } } },
      ],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "size",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "onePerson" }, cadences: ["call"], significance: 2 },
    },
    bySegment: { large: "personal", small: "light" },
  },
  cadences: {
    visit: {
      method: "quota",
      counts: { field: "kind", equals: "visit" },
      atLeast: 1,
      per: "month",
      counting: "held",
      spread: "anyTime",
      roll: "previous",
      effortMinutes: 60,
    },
    call: {
      method: "quota",
      counts: { field: "kind", equals: "call" },
      atLeast: 1,
      per: "quarter",
      counting: "held",
      spread: "anyTime",
      roll: "previous",
      effortMinutes: 15,
    },
  },
} as const satisfies CarePolicy;

/** The policy with some chapters replaced. */
export function compiledWith(more: object = {}): CompiledPolicy {
  return orThrow(compilePolicy({ ...policy, ...more } as CarePolicy));
}

/** The policy, and the same with some chapters replaced. */
export function against(more: object = {}): PolicyPair {
  return { before: compiledWith(), after: compiledWith(more) };
}

/** Large from 500. */
export const lower = { parameters: { largeFrom: 500 } };

/** The cadence of calls, some of it replaced. */
export function callsWith(more: object): object {
  return { cadences: { ...policy.cadences, call: { ...policy.cadences.call, ...more } } };
}

/**
 * A is large, B lies between the two bounds, C is small; nobody knows the size of D, and E is a
 * competitor. A and D belong to Aino, the others to Eero.
 */
export const base: CustomerBase = {
  accounts: [
    { id: "D", relations: ["customer"] },
    { id: "A", relations: ["customer"], headcount: 1200 },
    { id: "B", relations: ["customer"], headcount: 700 },
    { id: "C", relations: ["customer"], headcount: 20 },
    { id: "E", relations: ["competitor"], headcount: 5000 },
  ],
  coverage: { activities: "complete", ownerships: "complete" },
  activities: [],
  ownerships: ["A", "B", "C", "D", "E"].map((accountId) => ({
    accountId,
    personId: accountId === "A" || accountId === "D" ? "Aino" : "Eero",
    role: "responsible",
    naming: "named",
  })),
};

/** Without D, so that everything can be compared. */
export const known: CustomerBase = {
  ...base,
  accounts: base.accounts.filter(({ id }) => id !== "D"),
};
