import { compileCalendar, compilePolicy, orThrow } from "hoito";
import { annualClock, dutiesAhead, dutiesOfAccount, placeDuties } from "hoito/cadence";
import { describe, expect, it } from "vitest";
import { visitsPolicy } from "../testing/visits-policy.js";

const compiled = orThrow(compilePolicy(visitsPolicy));
const records = { account: { id: "A" }, coverage: {} };
const span = { from: "2018-01-01", until: "2019-01-01" } as const;
const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));

describe("what only JavaScript can hand over as cadences", () => {
  it("an account and its policy, in the order of `decideCare`, are told from a list", () => {
    for (const ask of [
      () => annualClock(records as never, compiled as never, {} as never),
      () => dutiesOfAccount(records as never, compiled as never, {} as never),
      () => dutiesAhead(compiled as never, records, {} as never),
    ]) {
      expect(ask).toThrow(
        expect.objectContaining({
          name: "HoitoError",
          code: "not-cadences",
          path: "cadences",
          message: expect.stringContaining("`[...compiled.cadences.values()]`"),
        }),
      );
    }
  });
});

describe("people who are scheduled", () => {
  it("are named where what is said of them is wrong", () => {
    const place = (person: object) => () =>
      placeDuties([], [{ id: "b" }, { id: "anna", ...person }], {
        asOf: "2018-01-01",
        until: "2018-02-01",
        calendar,
        rules: {
          shortWeeks: { fullWeekDays: 5 },
          late: "leave",
          evenWithinDays: 3,
          levelSteps: 10,
          farFromMinutes: 120,
        },
        manual: [],
      });
    expect(place({ weeklyCapacityMinutes: 7.5 })).toThrow(
      expect.objectContaining({ code: "out-of-range", path: "people.anna.weeklyCapacityMinutes" }),
    );
    expect(place({ absences: [{ from: "2018-01-08", until: "2018-01-32" }] })).toThrow(
      expect.objectContaining({
        code: "not-a-civil-date",
        path: "people.anna.absences[0].until",
      }),
    );
    expect(place({ absences: [{ from: "2018-01-08", until: "2018-01-10" }] })).not.toThrow();
  });
});
