import { describe, expect, it } from "vitest";
import type { QuotaCadence } from "../../src/cadence/index.js";
import type { CivilDate, Duration } from "../../src/time/index.js";
import { dutyOn, finland2018, held, planned } from "./ask-duties.js";

function rolling(duration: Duration, rest: Partial<QuotaCadence> = {}): QuotaCadence {
  return {
    method: "quota",
    counts: { field: "kind", equals: "visit" },
    per: { rolling: duration },
    counting: "held",
    spread: "even",
    roll: "next",
    ...rest,
  };
}

const account = { relationshipStart: "2017-01-01" } as const;

describe("CAD-01 a quota over the days up to the day of asking", () => {
  const monthly = rolling({ months: 1 }, { atLeast: 1 });

  it.each<[CivilDate, string, number]>([
    ["2018-01-15", "early", 0],
    ["2018-01-16", "ok", 0],
    ["2018-02-14", "ok", 0],
    ["2018-02-15", "due", 1],
    ["2018-02-16", "late", 1],
  ])(
    "CAD-01 once in any month, visited on 15 January: on %s it is %s",
    (asOf, status, remaining) => {
      const { value } = dutyOn(monthly, { asOf, account, activities: [held("2018-01-15")] });
      expect(value).toMatchObject({ status, standing: { period: "rolling", remaining } });
      expect(value.daysLate).toBe(status === "late" ? 1 : 0);
      expect(value.window).toEqual({
        earliest: "2018-01-16",
        ideal: "2018-02-15",
        latest: "2018-02-15",
      });
    },
  );

  it("CAD-01 the latest day is the first that lacks the contact, whatever the month's length", () => {
    // A month up to 28 February begins on 29 January, one up to 1 March on 2 February.
    const activities = [held("2018-01-31")];
    const on = (asOf: CivilDate) => dutyOn(monthly, { asOf, account, activities }).value;
    expect(on("2018-02-28")).toMatchObject({ status: "ok", standing: { remaining: 0 } });
    expect(on("2018-03-01")).toMatchObject({ status: "due", standing: { remaining: 1 } });
    expect(on("2018-03-02").status).toBe("late");
  });

  it("CAD-01 four in a year: the next is ideal a quarter of it after the last", () => {
    const days: CivilDate[] = ["2018-01-10", "2018-02-10", "2018-03-10", "2018-04-10"];
    const activities = days.map((day) => held(day));
    const cadence = rolling({ days: 360 }, { atLeast: 4 });
    const { id, value } = dutyOn(cadence, { asOf: "2018-04-10", account, activities });
    expect(id).toBe("A|visits|#5");
    expect(value.window).toEqual({
      earliest: "2018-04-11",
      ideal: "2018-07-09",
      latest: "2019-01-05",
    });
    expect(value.standing).toMatchObject({ held: 4, earned: 4, remaining: 0 });
  });

  it("CAD-01 the ideal day never comes after the latest", () => {
    const activities = [held("2018-01-01"), held("2018-12-20")];
    const cadence = rolling({ years: 1 }, { atLeast: 2 });
    const { value } = dutyOn(cadence, { asOf: "2018-12-20", account, activities });
    expect(value.window).toEqual({
      earliest: "2018-12-21",
      ideal: "2019-01-01",
      latest: "2019-01-01",
    });
  });

  it("CAD-01 a new relationship has one length to reach the quota", () => {
    const cadence = rolling({ days: 100 }, { atLeast: 2 });
    const on = (asOf: CivilDate, activities = [] as ReturnType<typeof held>[]) => {
      const start = { relationshipStart: "2018-01-01" } as const;
      return dutyOn(cadence, { asOf, account: start, activities }).value;
    };
    const first = { earliest: "2018-01-01", ideal: "2018-02-20", latest: "2018-04-11" };
    expect(on("2018-01-01")).toMatchObject({ status: "ok", window: first });
    expect(on("2018-04-11").status).toBe("due");
    expect(on("2018-04-12").status).toBe("late");
    // Contacts from before the relationship never take days away from it.
    expect(on("2018-01-01", [held("2017-12-01"), held("2017-12-02")]).window).toEqual(first);
  });

  it("CAD-01 without a known start of the relationship, too few contacts leave it undecided", () => {
    const duty = dutyOn(monthly, { asOf: "2018-01-10" });
    expect(duty.value).toEqual({ status: "undecided", daysLate: 0 });
    expect(duty.missing).toEqual([{ path: "relationshipStart", why: "missing" }]);
  });

  it("CAD-01 a contact counts for two where it weighs that much", () => {
    const weights = [{ when: { field: "joint", equals: true }, weight: 2 }] as const;
    const cadence = rolling({ days: 100 }, { atLeast: 2, weights, whenUnknown: "notMet" });
    const activities = [held("2018-01-01"), held("2018-01-11", { joint: true })];
    const { value } = dutyOn(cadence, { asOf: "2018-01-20", account, activities });
    expect(value.window!.latest).toBe("2018-04-21");
    expect(value.standing).toMatchObject({ held: 3, remaining: 0 });
  });
});

describe("CAD-01 a most over the days up to the day of asking", () => {
  const yearly = rolling({ years: 1 }, { atMost: 1 });

  it.each<[CivilDate, string]>([
    ["2018-12-31", "exceeded"],
    ["2019-01-09", "exceeded"],
    ["2019-01-10", "fulfilled"],
  ])("CAD-01 at most once in any year, visited in January and June: on %s %s", (asOf, status) => {
    const activities = [held("2018-01-10"), held("2018-06-10")];
    expect(dutyOn(yearly, { asOf, activities }).value.status).toBe(status);
  });

  it("CAD-01 a most alone is fulfilled without any contact, and needs no start", () => {
    const duty = dutyOn(yearly, { asOf: "2018-12-31" });
    expect(duty.id).toBe("A|visits|#1");
    expect(duty.value).toEqual({
      status: "fulfilled",
      daysLate: 0,
      standing: { period: "rolling", atMost: 1, held: 0, planned: 0, earned: 0, remaining: 0 },
    });
  });
});

describe("CAD-01 plans within a rolling quota", () => {
  const counting = "heldOrPlanned";
  const monthly = rolling({ days: 30 }, { atLeast: 1, counting });

  it.each<[CivilDate, string, CivilDate, number]>([
    // The plan lies more than one length ahead until 2 March.
    ["2018-03-01", "A|visits|#2", "2018-03-17", 0],
    ["2018-03-02", "A|visits|#3", "2018-05-01", 1],
    ["2018-04-01", "A|visits|#3", "2018-05-01", 1],
    ["2018-04-02", "A|visits|#2", "2018-03-17", 0],
  ])(
    "CAD-01 on %s a plan for 1 April counts as far as one length reaches",
    (asOf, id, latest, plannedNow) => {
      const activities = [held("2018-02-15"), planned("2018-04-01")];
      const duty = dutyOn(monthly, { asOf, account, activities });
      expect(duty.id).toBe(id);
      expect(duty.value.window!.latest).toBe(latest);
      expect(duty.value.standing!.planned).toBe(plannedNow);
    },
  );

  it("CAD-01 a most is exceeded by the length that ends with a plan, not by two lengths", () => {
    const cadence = rolling({ years: 1 }, { atMost: 1, counting });
    const on = (day: CivilDate) => {
      const activities = [held("2018-01-10"), planned(day)];
      return dutyOn(cadence, { asOf: "2018-06-01", activities }).value.status;
    };
    expect(on("2019-01-09")).toBe("exceeded");
    expect(on("2019-01-10")).toBe("fulfilled");
  });
});

describe("CAD-01 what is unknown of a rolling quota", () => {
  const cadence = rolling({ days: 30 }, { atLeast: 1 });
  const since = (day: CivilDate) => ({ activities: { since: day } });
  const incomplete = [{ path: "activities", why: "incomplete" }];

  it("CAD-01 a contact on or after the first unknown day settles it", () => {
    const coverage = since("2018-06-02");
    const asOf = "2018-06-20";
    const known = dutyOn(cadence, { asOf, coverage, activities: [held("2018-06-01")] });
    expect(known.value).toMatchObject({ status: "ok", window: { latest: "2018-07-01" } });
    const before = dutyOn(cadence, { asOf, coverage, activities: [held("2018-05-31")] });
    expect(before.value).toEqual({ status: "undecided", daysLate: 0 });
    expect(before.missing).toEqual(incomplete);
  });

  it.each<[CivilDate, string]>([
    ["2018-07-01", "undecided"],
    ["2018-07-02", "late"],
  ])("CAD-01 on %s no contact since 2 June, and nothing known before, is %s", (asOf, status) => {
    const question = { asOf, account, coverage: since("2018-06-02") };
    const { value, missing } = dutyOn(cadence, question);
    expect(value.status).toBe(status);
    expect(missing).toEqual(status === "late" ? [] : incomplete);
  });

  it("CAD-01 a most is undecided as long as the unknown days lie within the length", () => {
    const most = rolling({ days: 30 }, { atLeast: 1, atMost: 2 });
    const on = (asOf: CivilDate, activities = [held("2018-06-10")]) =>
      dutyOn(most, { asOf, account, coverage: since("2018-06-02"), activities }).value.status;
    expect(on("2018-06-30")).toBe("undecided");
    expect(on("2018-07-01")).toBe("ok");
    const three = [held("2018-06-10"), held("2018-06-11"), held("2018-06-12")];
    expect(on("2018-06-30", three)).toBe("exceeded");
  });

  it("CAD-01 activities that are not supplied leave every rolling quota undecided", () => {
    const duty = dutyOn(cadence, { asOf: "2018-06-30", account, coverage: {} });
    expect(duty.value.status).toBe("undecided");
    expect(duty.missing).toEqual([{ path: "activities", why: "notSupplied" }]);
    const unstarted = dutyOn(cadence, { asOf: "2018-06-30", coverage: {} });
    expect(unstarted.missing.map(({ path }) => path)).toEqual(["activities", "relationshipStart"]);
  });

  it("CAD-01 a window that reaches beyond the known years ends with their last day", () => {
    const long = rolling({ years: 150 }, { atLeast: 1 });
    const question = { asOf: "2100-01-01", activities: [held("2100-01-01")] } as const;
    const { window } = dutyOn(long, { ...question, calendar: finland2018 }).value;
    expect(window).toEqual({ earliest: "2100-01-02", ideal: "2199-12-31", latest: "2199-12-31" });
  });
});
