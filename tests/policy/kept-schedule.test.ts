import { describe, expect, it } from "vitest";
import type { Cadence } from "../../src/cadence/index.js";
import type { CustomerBase } from "../../src/facts/index.js";
import { type CarePolicy, compilePolicy } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { calendar, rules } from "../cadence/schedule/random-problems.js";
import { keepSchedule } from "./keep-schedule.js";

const visit = {
  counts: { field: "kind", equals: "visit" },
  roll: "previous",
  effortMinutes: 60,
} as const;
const quota = { ...visit, method: "quota", counting: "held" } as const;

/** Everybody has the same cadences. */
function policyOf(cadences: Readonly<Record<string, Cadence>>): CarePolicy {
  return {
    id: "kept",
    version: "1",
    segments: {
      group: {
        method: "rules",
        hitPolicy: "first",
        labels: { gold: {} },
        rules: [],
        otherwise: "gold",
      },
    },
    care: {
      segmentedBy: "group",
      models: {
        close: {
          ownership: { mode: "onePerson" },
          cadences: Object.keys(cadences),
          significance: 1,
        },
      },
      bySegment: { gold: "close" },
    },
    cadences,
    schedule: rules,
  };
}

const ids = Array.from({ length: 12 }, (_, index) => `a${String(index).padStart(2, "0")}`);
const base = (weeklyCapacityMinutes: number): CustomerBase => ({
  accounts: ids.map((id) => ({ id, relationshipStart: "2017-12-04" })),
  coverage: { activities: "complete", ownerships: "complete" },
  ownerships: ids.map((accountId, index) => {
    const personId = index % 2 === 0 ? "anna" : "eero";
    return { accountId, personId, role: "responsible", naming: "named" };
  }),
  people: ["anna", "eero"].map((id) => ({ id, weeklyCapacityMinutes })),
});
const year = { asOf: "2018-01-01", until: "2018-07-01", calendar } as const;

const cadences: readonly [string, Readonly<Record<string, Cadence>>, number, number][] = [
  ["a visit a month", { visits: { ...quota, atLeast: 1, per: "month", spread: "even" } }, 120, 36],
  [
    "two visits a month, at any time",
    { visits: { ...quota, atLeast: 2, per: "month", spread: "anyTime" } },
    240,
    72,
  ],
  [
    "a visit every four weeks, and a call every three",
    {
      visits: {
        ...visit,
        method: "interval",
        earliest: { days: 14 },
        ideal: { days: 28 },
        latest: { days: 42 },
        whenNever: "fromRelationshipStart",
      },
      calls: {
        ...visit,
        method: "interval",
        counts: { field: "kind", equals: "call" },
        earliest: { days: 10 },
        ideal: { days: 21 },
        latest: { days: 32 },
        whenNever: "fromRelationshipStart",
        effortMinutes: 30,
      },
    },
    300,
    84,
  ],
];

describe("CAD-12 a quarter of days, each scheduled with what was stored the day before", () => {
  it.each(cadences)(
    "CAD-12 %s: nothing jumps while what was promised is held",
    (_, written, minutes, least) => {
      const compiled = orThrow(compilePolicy(policyOf(written)));
      const { first, held, jumps } = keepSchedule(base(minutes), compiled, year, "2018-03-31");
      expect(first.feasibility.kind).toBe("feasible");
      expect(jumps).toEqual([]);
      expect(held.length).toBeGreaterThanOrEqual(least);
      const promised = first.entries.filter(({ day }) => day <= "2018-03-31");
      const places = promised.map(({ accountId, personId, day }) => [accountId, personId, day]);
      const done = held.map(({ accountId, personId, heldOn }) => [accountId, personId, heldOn]);
      expect(done).toEqual(places);
    },
  );

  it("CAD-01 CAD-12 at the end of the quarter every account has its visit in every month", () => {
    const compiled = orThrow(compilePolicy(policyOf(cadences[0]![1])));
    const { held } = keepSchedule(base(120), compiled, year, "2018-03-31");
    const met = held.map(({ accountId, heldOn }) => `${accountId} ${heldOn?.slice(0, 7)}`);
    const months = ["2018-01", "2018-02", "2018-03"];
    expect(met.toSorted()).toEqual(ids.flatMap((id) => months.map((month) => `${id} ${month}`)));
  });
});
