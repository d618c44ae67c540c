import { describe, expect, it } from "vitest";
import { placeDuties, type ScheduleDuty, type SchedulePerson } from "../../../src/cadence/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import golden from "../../golden/cadence/schedule-weeks.json" with { type: "json" };
import { calendar, rules } from "./random-problems.js";

interface Golden {
  readonly description: string;
  readonly given: { readonly people: unknown; readonly duties: readonly object[] };
  readonly asOf: string;
  readonly until: string;
  readonly expected: {
    readonly kind: string;
    readonly placed: number;
    readonly months?: readonly number[];
    readonly people?: readonly string[];
    readonly days?: readonly string[];
    readonly overloads: readonly object[];
  };
}

describe("worked cases of the sources (CAD-01, CAD-12, CAD-13)", () => {
  it.each(golden as readonly Golden[])("$description", ({ given, asOf, until, expected }) => {
    const duties = given.duties.map((duty) => ({
      ...{ accountId: "A", eligible: ["anna"], significance: 1, permission: "allowed" },
      ...duty,
    })) as unknown as readonly ScheduleDuty[];
    const found = placeDuties(duties, given.people as readonly SchedulePerson[], {
      ...{ asOf: asOf as CivilDate, until: until as CivilDate, calendar, rules },
    });
    expect(found.feasibility.kind).toBe(expected.kind);
    expect(found.entries.length).toBe(expected.placed);
    const { months, people, days } = expected;
    if (months !== undefined) {
      expect(found.entries.map(({ day }) => Number(day.slice(5, 7)))).toEqual(months);
    }
    if (people !== undefined) expect(found.entries.map((each) => each.personId)).toEqual(people);
    if (days !== undefined) expect(found.entries.map(({ day }) => day)).toEqual(days);
    expect(found.overloads.length).toBe(expected.overloads.length);
    expect(found.overloads).toMatchObject(expected.overloads);
  });
});
