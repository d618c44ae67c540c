import { describe, expect, it } from "vitest";
import type { Cadence, QuotaCadence } from "../../src/cadence/index.js";
import { dutiesOn, faultsOf, held, statusesOf } from "./ask-duties.js";

const visits: QuotaCadence = {
  method: "quota",
  counts: { field: "kind", equals: "visit" },
  atLeast: 4,
  per: "year",
  counting: "held",
  spread: "anyTime",
  roll: "next",
  adjusted: [
    { when: { field: "onlyCompetitors", equals: true }, atLeast: 1, atMost: 2 },
    { when: { field: "trainingWorks", equals: true }, atLeast: { parameter: "many" } },
  ],
};
const fields = { onlyCompetitors: "boolean", trainingWorks: "boolean" } as const;
const parameters = { many: 6 };
const on = (own: Record<string, boolean>, cadence: Cadence = visits) =>
  dutiesOn({ visits: cadence }, { asOf: "2018-07-01", fields, parameters, account: { own } });

describe("CAD-19 visits shift to where they have effect", () => {
  it("CAD-19 fewer where only competitors' products are sold, more where training works", () => {
    const open = (own: Record<string, boolean>) => on(own)[0]!.value.standing!.remaining;
    expect(open({ onlyCompetitors: false, trainingWorks: false })).toBe(4);
    expect(open({ onlyCompetitors: true, trainingWorks: true })).toBe(1);
    expect(open({ onlyCompetitors: false, trainingWorks: true })).toBe(6);
    expect(on({ onlyCompetitors: true })[0]!.value.standing).toMatchObject({
      atLeast: 1,
      atMost: 2,
    });
  });

  it("CAD-19 more than the adjusted most is exceeded", () => {
    const activities = [1, 2, 3].map((day) => held(`2018-03-0${day}` as "2018-03-01"));
    const account = { own: { onlyCompetitors: true } };
    const asked = { asOf: "2018-07-01", fields, parameters, account, activities } as const;
    expect(statusesOf(dutiesOn({ visits }, asked))).toEqual({ "A|visits|2018": "exceeded" });
  });

  it("CAD-19 where the fact is missing it is undecided which quota holds, unless the policy accepts it", () => {
    const [unknown] = on({ trainingWorks: true });
    expect(unknown).toMatchObject({ id: "A|visits|#unknown", value: { status: "undecided" } });
    expect(unknown!.missing).toEqual([{ path: "onlyCompetitors", why: "missing" }]);
    expect(
      on({ trainingWorks: true }, { ...visits, whenUnknown: "notMet" })[0]!.value.standing!.atLeast,
    ).toBe(6);
  });

  it.each<[object, string[]]>([
    [{ when: { field: "headcount", atLeast: 1 }, atLeast: 1 }, []],
    [
      { when: { field: "hedcount", atLeast: 1 }, atLeast: 1 },
      ["unknown-field at cadences.visits.adjusted[0].when.field"],
    ],
    [
      { when: { field: "headcount", atLeast: 1 } },
      ["no-comparison at cadences.visits.adjusted[0]"],
    ],
    [
      { when: { field: "headcount", atLeast: 1 }, atLeast: 3, atMost: 2, why: 1 },
      [
        "unknown-property at cadences.visits.adjusted[0].why",
        "empty-range at cadences.visits.adjusted[0]",
      ],
    ],
  ])("CAD-19 %j: %j", (adjustment, expected) => {
    expect(faultsOf({ ...visits, adjusted: [adjustment] })).toEqual(expected);
  });
});
