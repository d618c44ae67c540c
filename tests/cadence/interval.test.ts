import { describe, expect, it } from "vitest";
import type { IntervalCadence } from "../../src/cadence/index.js";
import type { CivilDate, RollConvention } from "../../src/time/index.js";
import { dutyOn, elsewhere, finland2018, held, planned } from "./ask-duties.js";

/** Not within a week, ideally after five months, at the latest after six. */
function interval(rest: Partial<IntervalCadence> = {}): IntervalCadence {
  return {
    method: "interval",
    counts: { field: "kind", isOneOf: ["visit", "call"] },
    earliest: { weeks: 1 },
    ideal: { months: 5 },
    latest: { months: 6 },
    whenNever: "dueAtOnce",
    roll: "next",
    ...rest,
  };
}

describe("CAD-02 a contact so long after the last that was completed", () => {
  it.each<[CivilDate, string, number]>([
    ["2018-01-10", "early", 0],
    ["2018-01-16", "early", 0],
    ["2018-01-17", "ok", 0],
    ["2018-06-09", "ok", 0],
    ["2018-06-10", "due", 0],
    ["2018-07-10", "due", 0],
    ["2018-07-11", "late", 1],
    ["2018-07-31", "late", 21],
  ])("CAD-02 visited on 10 January: on %s it is %s, %d days late", (asOf, status, daysLate) => {
    const { id, value, because } = dutyOn(interval(), { asOf, activities: [held("2018-01-10")] });
    const window = { earliest: "2018-01-17", ideal: "2018-06-10", latest: "2018-07-10" };
    expect(id).toBe("A|visits|#2");
    expect(value).toEqual({ status, window, daysLate });
    const details = { countedFrom: "2018-01-10" };
    const path = "cadences.visits";
    expect(because).toEqual([{ kind: "step", step: "lastContact", path, details, of: [] }]);
  });

  it("CAD-02 counts from the last contact of any kind that counts, and from no other", () => {
    const activities = [
      held("2018-01-10"),
      held("2018-03-05", { kind: "call", status: "held" }),
      held("2018-04-01", { kind: "message" }),
      held("2018-04-02", { status: "cancelled" }),
      planned("2018-04-03"),
      planned("2018-05-03"),
      held("2018-05-02"),
    ];
    const { id, value } = dutyOn(interval(), { asOf: "2018-05-01", activities });
    expect(id).toBe("A|visits|#3");
    expect(value.window!.ideal).toBe("2018-08-05");
    const later = dutyOn(interval(), { asOf: "2018-05-02", activities });
    expect(later.id).toBe("A|visits|#4");
    expect(later.value.window!.ideal).toBe("2018-10-02");
  });

  it("CAD-02 takes its lengths from parameters", () => {
    const parameters = { soon: { days: 1 }, well: { days: 2 }, end: { days: 3 } };
    const lengths = {
      earliest: { parameter: "soon" },
      ideal: { parameter: "well" },
      latest: { parameter: "end" },
    };
    const question = { asOf: "2018-01-10", activities: [held("2018-01-10")], parameters } as const;
    expect(dutyOn(interval(lengths), question).value.window).toEqual({
      earliest: "2018-01-11",
      ideal: "2018-01-12",
      latest: "2018-01-13",
    });
  });

  it("CAD-02 the days stay in order where a month is shorter than the days beside it", () => {
    const lengths = { earliest: { days: 30 }, ideal: { months: 1 }, latest: { months: 1 } };
    const question = { asOf: "2018-02-01", activities: [held("2018-02-01")] } as const;
    expect(dutyOn(interval(lengths), question).value.window).toEqual({
      earliest: "2018-03-01",
      ideal: "2018-03-01",
      latest: "2018-03-01",
    });
    const loose = { earliest: { days: 0 }, ideal: { days: 30 }, latest: { months: 1 } };
    expect(dutyOn(interval(loose), question).value.window).toMatchObject({
      ideal: "2018-03-03",
      latest: "2018-03-03",
    });
  });
});

describe("CAD-02 an account that was never contacted", () => {
  it.each<RollConvention>(["next", "previous", "modified", "nearest"])(
    "CAD-02 dueAtOnce under roll %s: due today, on a Sunday and at Christmas too",
    (roll) => {
      const cadence = interval({ roll: roll as IntervalCadence["roll"] });
      for (const asOf of ["2018-01-12", "2018-01-14", "2018-12-25"] as const) {
        const { id, value, because } = dutyOn(cadence, { asOf, calendar: finland2018 });
        const window = { earliest: asOf, ideal: asOf, latest: asOf };
        expect(id).toBe("A|visits|#1");
        expect(value).toEqual({ status: "due", window, daysLate: 0 });
        expect(because).toMatchObject([{ step: "dueAtOnce", details: { countedFrom: asOf } }]);
      }
    },
  );

  it("CAD-02 fromRelationshipStart: counted from the first day of the relationship", () => {
    const cadence = interval({ whenNever: "fromRelationshipStart" });
    const account = { relationshipStart: "2018-01-10" } as const;
    const on = (asOf: CivilDate) => dutyOn(cadence, { asOf, account });
    expect(on("2018-01-09").value.status).toBe("early");
    expect(on("2018-07-10").value.status).toBe("due");
    expect(on("2018-07-11").value.status).toBe("late");
    expect(on("2018-07-11").because).toMatchObject([{ step: "relationshipStart" }]);
  });

  it("CAD-02 fromRelationshipStart is undecided where that day is missing or no date", () => {
    const cadence = interval({ whenNever: "fromRelationshipStart" });
    const missing = [{ path: "relationshipStart", why: "missing" }];
    const bare = dutyOn(cadence, { asOf: "2018-01-10" });
    expect(bare.value).toEqual({ status: "undecided", daysLate: 0 });
    expect(bare.missing).toEqual(missing);
    const account = { relationshipStart: "spring" as CivilDate };
    expect(dutyOn(cadence, { asOf: "2018-01-10", account }).missing).toEqual(missing);
    const contacted = { asOf: "2018-01-10", activities: [held("2018-01-10")] } as const;
    expect(dutyOn(cadence, contacted).value.status).toBe("early");
  });
});

describe("CAD-02 the ideal and the latest day move off days that are not worked", () => {
  // Contacted on 28 September 2017: 183 days later is Good Friday, 186 days later Easter Monday.
  const lengths = { earliest: { days: 0 }, ideal: { days: 183 }, latest: { days: 186 } };
  const activities = [held("2017-09-28")];

  it.each<[IntervalCadence["roll"], CivilDate, CivilDate]>([
    ["next", "2018-04-03", "2018-04-03"],
    ["previous", "2018-03-29", "2018-03-29"],
    ["modified", "2018-03-29", "2018-04-03"],
    ["nearest", "2018-03-29", "2018-04-03"],
  ])("CAD-02 under roll %s: ideal %s, latest %s", (roll, ideal, latest) => {
    const cadence = interval({ ...lengths, roll });
    const on = (asOf: CivilDate) =>
      dutyOn(cadence, { asOf, activities, calendar: finland2018 }).value;
    expect(on("2018-03-28").window).toEqual({ earliest: "2017-09-28", ideal, latest });
    expect(on(latest).status).toBe("due");
    const dayAfter = `${latest.slice(0, 8)}${latest.endsWith("29") ? "30" : "04"}` as CivilDate;
    expect(on(dayAfter)).toMatchObject({ status: "late", daysLate: 1 });
  });

  it("CAD-02 the earliest day does not move, but never comes after an ideal day that did", () => {
    const sunday = { earliest: { days: 3 }, ideal: { days: 4 }, latest: { days: 30 } };
    const question = { asOf: "2018-03-01", calendar: finland2018 } as const;
    const on = (roll: "next" | "previous") => {
      const cadence = interval({ ...sunday, roll });
      return dutyOn(cadence, { ...question, activities: [held("2018-02-28")] }).value.window;
    };
    // Three days later is Saturday 3 March, four later Sunday.
    expect(on("next")).toMatchObject({ earliest: "2018-03-03", ideal: "2018-03-05" });
    expect(on("previous")).toMatchObject({ earliest: "2018-03-02", ideal: "2018-03-02" });
  });

  it("CAD-02 a day that the calendar does not cover, or has no working day after, stays", () => {
    const cadence = interval(lengths);
    const on = (calendar: typeof elsewhere, day: CivilDate) =>
      dutyOn(cadence, { asOf: day, activities: [held(day)], calendar }).value.window;
    expect(on(elsewhere, "2017-09-28")).toMatchObject({
      ideal: "2018-03-30",
      latest: "2018-04-02",
    });
    // Of the days after 2018 the calendar says nothing.
    expect(on(finland2018, "2018-06-30")).toMatchObject({
      ideal: "2018-12-31",
      latest: "2019-01-02",
    });
  });
});

describe("CAD-02 contacts that weigh less, or more, than one", () => {
  const weights = [
    { when: { field: "kind", equals: "call" }, weight: 0.5 },
    { when: { field: "joint", equals: true }, weight: 3 },
  ] as const;
  const cadence = interval({ weights, whenUnknown: "notMet" });
  const call = (day: CivilDate) => held(day, { kind: "call" });
  const idOn = (activities: ReturnType<typeof held>[], which = cadence) => {
    const { id, value } = dutyOn(which, { asOf: "2018-05-01", activities });
    return [id.slice("A|visits|".length), value.window?.earliest];
  };

  it("CAD-02 one call of half a weight is no contact, two are one on the second's day", () => {
    expect(idOn([call("2018-01-01")])).toEqual(["#1", "2018-05-01"]);
    expect(idOn([call("2018-02-01"), call("2018-01-01")])).toEqual(["#2", "2018-02-08"]);
    expect(idOn([call("2018-01-01"), call("2018-01-01")])).toEqual(["#2", "2018-01-08"]);
  });

  it("CAD-02 what goes beyond one is not carried over", () => {
    const three = [call("2018-01-01"), held("2018-02-01"), call("2018-03-01")];
    expect(idOn(three)).toEqual(["#2", "2018-02-08"]);
    expect(idOn([...three, call("2018-04-01")])).toEqual(["#3", "2018-04-08"]);
    const heavy = [held("2018-01-01", { joint: true }), call("2018-02-01")];
    expect(idOn(heavy)).toEqual(["#2", "2018-01-08"]);
  });

  it("CAD-02 ten contacts of a tenth are one, however tenths add up in a computer", () => {
    const tenths = interval({
      weights: [{ when: { field: "kind", equals: "call" }, weight: 0.1 }],
    });
    const days = Array.from({ length: 10 }, (_, index) => `2018-02-${10 + index}` as CivilDate);
    expect(idOn(days.slice(1).map(call), tenths)).toEqual(["#1", "2018-05-01"]);
    expect(idOn(days.map(call), tenths)).toEqual(["#2", "2018-02-26"]);
  });

  it("CAD-02 the first weight that is met holds, and without one a contact weighs 1", () => {
    const jointCall = held("2018-01-01", { kind: "call", joint: true });
    expect(idOn([jointCall])).toEqual(["#1", "2018-05-01"]);
    expect(idOn([held("2018-01-01", { joint: false })])).toEqual(["#2", "2018-01-08"]);
  });

  it("CAD-02 CAD-01 a quota counts weights too: two calls are a visit, what is left is a half", () => {
    const quota = {
      method: "quota",
      counts: { field: "kind", isOneOf: ["visit", "call"] },
      weights: [{ when: { field: "kind", equals: "call" }, weight: 0.1 }],
      atLeast: 2,
      atMost: 2,
      per: "year",
      counting: "held",
      spread: "even",
      roll: "next",
    } as const;
    const on = (activities: ReturnType<typeof held>[]) => {
      const { id, value } = dutyOn(quota, { asOf: "2018-12-01", activities });
      return [id, value.status, value.standing!.held, value.standing!.remaining];
    };
    const calls = Array.from({ length: 10 }, () => call("2018-03-01"));
    const visit = held("2018-02-01");
    expect(on([visit, ...calls.slice(0, 3)])).toEqual(["A|visits|2018#2", "due", 1.3, 0.7]);
    expect(on([visit, ...calls])).toEqual(["A|visits|2018", "fulfilled", 2, 0]);
    expect(on([visit, ...calls, call("2018-04-01")])).toEqual([
      "A|visits|2018",
      "exceeded",
      2.1,
      0,
    ]);
  });
});
