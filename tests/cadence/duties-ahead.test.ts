import { describe, expect, it } from "vitest";
import type { IntervalCadence, QuotaCadence } from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { aheadOn, dutiesOn, finland2018, held, planned } from "./ask-duties.js";

const counts = { field: "kind", equals: "visit" } as const;

function quota(rest: Partial<QuotaCadence> = {}): QuotaCadence {
  const base = { method: "quota", counts, atLeast: 1, per: "month", counting: "held" } as const;
  return { ...base, spread: "anyTime", roll: "next", ...rest };
}

function interval(rest: Partial<IntervalCadence> = {}): IntervalCadence {
  const lengths = { earliest: { days: 10 }, ideal: { days: 20 }, latest: { days: 30 } };
  const base = { method: "interval", counts, whenNever: "dueAtOnce", roll: "next" } as const;
  return { ...base, ...lengths, ...rest };
}

const keys = (found: { duties: readonly { id: string }[] }) =>
  found.duties.map(({ id }) => id.split("|").at(-1));
const windows = (found: ReturnType<typeof aheadOn>) =>
  found.duties.map(({ value }) => Object.values(value.window!).join(" "));

describe("CAD-01 the quotas of the periods to come", () => {
  it("CAD-01 one visit a month: the months whose first day comes before the end, no later one", () => {
    const on = (until: CivilDate) =>
      keys(aheadOn({ visits: quota() }, { asOf: "2018-01-10", until }));
    expect(on("2018-03-01")).toEqual(["2018-01#1", "2018-02#1"]);
    expect(on("2018-03-02")).toEqual(["2018-01#1", "2018-02#1", "2018-03#1"]);
  });

  it("CAD-01 gold a visit a month gives 12 a year, the lowest class at most one a year gives none to make", () => {
    const year = { asOf: "2018-01-01", until: "2019-01-01" } as const;
    expect(aheadOn({ gold: quota() }, year).duties).toHaveLength(12);
    const { atLeast: _, ...most } = quota({ atMost: 1, per: "year" });
    expect(aheadOn({ lowest: most }, year).duties).toHaveLength(0);
    expect(aheadOn({ lowest: quota({ atMost: 1, per: "year" }) }, year).duties).toHaveLength(1);
  });

  it("CAD-01 a quota that is done lapses for now and stands again in the next period", () => {
    const question = { asOf: "2018-01-10", until: "2018-03-01", activities: [held("2018-01-05")] };
    expect(keys(aheadOn({ visits: quota() }, question as never))).toEqual(["2018-02#1"]);
  });

  it("CAD-01 even parts: all of the year, each with its own days", () => {
    const cadence = quota({ atLeast: 4, per: "year", spread: "even" });
    const found = aheadOn({ visits: cadence }, { asOf: "2018-01-10", until: "2018-12-31" });
    expect(windows(found)).toEqual([
      "2018-01-01 2018-02-15 2018-04-01",
      "2018-04-02 2018-05-17 2018-07-01",
      "2018-07-02 2018-08-16 2018-09-30",
      "2018-10-01 2018-11-16 2018-12-31",
    ]);
  });

  it("CAD-01 plans that count take the place of a visit in a period to come, and hide what is unclear", () => {
    const cadence = quota({ counting: "heldOrPlanned", atLeast: 2 });
    const until = "2018-03-01";
    const activities = [planned("2018-02-07")];
    const one = aheadOn({ visits: cadence }, { asOf: "2018-01-10", until, activities });
    expect(keys(one)).toEqual(["2018-01#1", "2018-01#2", "2018-02#2"]);
    const channel = { all: [counts, { field: "channel", equals: "onSite" } as const] };
    const unclear = quota({ counts: channel, counting: "heldOrPlanned" });
    const two = aheadOn({ visits: unclear }, { asOf: "2018-01-10", until, activities });
    expect(two.duties.map(({ value }) => value.status)).toEqual(["undecided", "ok"]);
    const unknown = aheadOn({ visits: unclear }, { asOf: "2018-01-10", until, coverage: {} });
    expect(unknown.duties.map(({ value }) => value.status)).toEqual(["undecided", "undecided"]);
  });

  it("CAD-01 where activities are not supplied the current period is undecided and the next is wanted", () => {
    const question = { asOf: "2018-01-10", until: "2018-03-01", coverage: {} } as const;
    const found = aheadOn({ visits: quota() }, question);
    expect(found.duties.map(({ id, value }) => `${id} ${value.status}`)).toEqual([
      "A|visits|2018-01 undecided",
      "A|visits|2018-02#1 early",
    ]);
  });

  it("CAD-01 the company's own periods, with the days between them", () => {
    const own = {
      own: [
        { label: "spring", from: "2018-01-15", until: "2018-04-01" },
        { label: "summer", from: "2018-05-01", until: "2018-08-01" },
      ],
    } as const;
    const on = (asOf: CivilDate) =>
      keys(aheadOn({ visits: quota({ per: own }) }, { asOf, until: "2019-01-01" }));
    expect(on("2018-01-01")).toEqual(["spring#1", "summer#1"]);
    expect(on("2018-04-15")).toEqual(["summer#1"]);
  });

  it("CAD-01 near the last supported day it ends", () => {
    const fiscal = { fiscal: "year", startMonth: 7 } as const;
    const question = { asOf: "2199-12-30", until: "2199-12-31" } as const;
    expect(keys(aheadOn({ visits: quota({ per: fiscal }) }, question))).toEqual([]);
    expect(keys(aheadOn({ visits: interval() }, question))).toEqual(["#1"]);
  });

  it("CAD-01 more than ten thousand: the later ones are left out, with a finding", () => {
    const cadence = quota({ atLeast: 1000, per: "month", spread: "even" });
    const found = aheadOn({ visits: cadence }, { asOf: "2018-01-01", until: "2020-01-01" });
    expect(found.duties).toHaveLength(10_000);
    expect(found.duties.at(-1)!.value.window!.earliest).toBe("2018-10-31");
    expect(found.findings).toMatchObject([
      { code: "too-many-duties", severity: "warning", path: "duties.A" },
    ]);
  });

  it("CAD-01 rolling: each next contact as if the one before were made on its ideal day", () => {
    const cadence = quota({ atLeast: 2, per: { rolling: { days: 40 } } });
    const account = { relationshipStart: "2018-01-01" } as const;
    const activities = [held("2018-01-01"), held("2018-01-21")];
    const asked = { asOf: "2018-01-21", until: "2018-03-20", account, activities } as const;
    const found = aheadOn({ visits: cadence }, asked);
    expect(keys(found)).toEqual(["#3", "#4", "#5"]);
    expect(windows(found)).toEqual([
      "2018-01-22 2018-02-10 2018-02-10",
      "2018-02-11 2018-03-02 2018-03-02",
      "2018-03-03 2018-03-22 2018-03-22",
    ]);
    const { atLeast: _, ...most } = { ...cadence, atMost: 9 };
    expect(keys(aheadOn({ visits: most }, asked))).toEqual([]);
  });
});

describe("CAD-02 the contacts to come after the last", () => {
  it("CAD-02 the first from the last completed contact, each later one from the ideal day before", () => {
    const asked = { asOf: "2018-01-12", until: "2018-03-02", activities: [held("2018-01-10")] };
    const found = aheadOn({ visits: interval() }, asked as never);
    expect(keys(found)).toEqual(["#2", "#3", "#4"]);
    expect(windows(found)).toEqual([
      "2018-01-20 2018-01-30 2018-02-09",
      "2018-02-09 2018-02-19 2018-03-01",
      "2018-03-01 2018-03-11 2018-03-21",
    ]);
  });

  it("CAD-02 a window that begins on the last day is left out, the day before it is not", () => {
    const asked = { asOf: "2018-01-12", activities: [held("2018-01-10")] } as const;
    expect(keys(aheadOn({ visits: interval() }, { ...asked, until: "2018-02-09" }))).toEqual([
      "#2",
    ]);
    expect(keys(aheadOn({ visits: interval() }, { ...asked, until: "2018-02-10" }))).toEqual([
      "#2",
      "#3",
    ]);
  });

  it("CAD-02 rolled days do not move the days after them", () => {
    const asked = { asOf: "2018-03-10", until: "2018-05-01", activities: [held("2018-03-10")] };
    const found = aheadOn({ visits: interval() }, { ...asked, calendar: finland2018 } as never);
    // 30 March is Good Friday and rolls past Easter Monday; 19 April is counted from 30 March.
    expect(found.duties.map(({ value }) => value.window!.ideal)).toEqual([
      "2018-04-03",
      "2018-04-19",
      "2018-05-09",
    ]);
  });

  it("CAD-02 what is overdue is made up for once, and counted on from the day of asking", () => {
    const asked = { asOf: "2018-06-01", until: "2018-06-30", activities: [held("2018-01-10")] };
    const found = aheadOn({ visits: interval() }, asked as never);
    expect(found.duties.map(({ id, value }) => `${id} ${value.status}`)).toEqual([
      "A|visits|#2 late",
      "A|visits|#3 early",
    ]);
    expect(found.duties[1]!.value.window!.ideal).toBe("2018-06-21");
    expect(found.duties[1]!.because).toMatchObject([
      { step: "previousIdeal", details: { countedFrom: "2018-06-01" } },
    ]);
  });

  it("CAD-02 nothing follows a contact that is unknown", () => {
    const asked = { asOf: "2018-06-01", until: "2018-12-31", coverage: {} } as const;
    const found = aheadOn({ visits: interval() }, asked);
    expect(found.duties.map(({ value }) => value.status)).toEqual(["undecided"]);
  });

  it("CAD-02 lengths of nothing still come to an end", () => {
    const none = { earliest: { days: 0 }, ideal: { days: 0 }, latest: { days: 0 } };
    const asked = { asOf: "2018-01-01", until: "2018-01-05" } as const;
    expect(keys(aheadOn({ visits: interval(none) }, asked))).toEqual([
      "#1",
      "#2",
      "#3",
      "#4",
      "#5",
    ]);
  });
});

describe("the identity of a duty", () => {
  it("is the one the current duty has, from day to day and once its time has come", () => {
    const cadences = { q: quota(), i: interval() };
    const activities = [held("2018-01-10")];
    const ahead = aheadOn(cadences, { asOf: "2018-01-12", until: "2018-02-01", activities });
    const now = dutiesOn(cadences, { asOf: "2018-01-12", activities });
    const open = now.filter(({ value }) => value.window !== undefined).map(({ id }) => id);
    expect(ahead.duties.map(({ id }) => id)).toEqual(expect.arrayContaining(open));
    const february = dutiesOn({ q: quota() }, { asOf: "2018-02-01", activities });
    const said = aheadOn({ q: quota() }, { asOf: "2018-01-12", until: "2018-03-01", activities });
    expect(said.duties.map(({ id }) => id)).toEqual(february.map(({ id }) => id));
  });
});

describe("CAD-12 manual entries, cancelled, moved and missed visits", () => {
  const asOf = "2018-01-10";
  const only = (activities: Parameters<typeof held>[1][]) =>
    dutiesOn({ visits: quota() }, { asOf, activities: activities as never })[0]!;

  it("CAD-12 a planned visit within the window takes the duty's place and does not fulfil it", () => {
    const visit = planned("2018-01-20", { personId: 7 });
    const duty = only([visit]);
    expect(duty.id).toBe("A|visits|2018-01#1");
    expect(duty.value.status).toBe("ok");
    expect(duty.value.planned).toEqual({
      activityId: visit.id,
      plannedOn: "2018-01-20",
      personId: 7,
    });
  });

  it("CAD-12 a cancelled visit gives the place back, a missed one too", () => {
    expect(only([planned("2018-01-20", { status: "cancelled" })]).value.planned).toBeUndefined();
    expect(only([planned("2018-01-09")]).value.planned).toBeUndefined();
    expect(only([planned("2018-01-10")]).value.planned?.plannedOn).toBe("2018-01-10");
  });

  it("CAD-12 a visit that is moved keeps the duty and its identity", () => {
    const visit = planned("2018-01-20");
    const moved = { ...visit, plannedOn: "2018-01-29", movedFrom: ["2018-01-20"] } as const;
    const [before, after] = [only([visit]), only([moved])];
    expect(after.id).toBe(before.id);
    expect(after.value.planned).toEqual({ activityId: visit.id, plannedOn: "2018-01-29" });
  });

  it("CAD-12 a plan beyond the window takes the place of a duty that is late, and of no other", () => {
    const late = { asOf: "2018-06-01", activities: [held("2018-01-10"), planned("2018-07-30")] };
    const [duty] = dutiesOn({ visits: interval() }, late as never);
    expect(duty!.value).toMatchObject({ status: "late", planned: { plannedOn: "2018-07-30" } });
    expect(only([planned("2018-02-05")]).value.planned).toBeUndefined();
  });

  it("CAD-12 plans fill places by day, each place once; what may not count fills none", () => {
    const cadence = quota({ atLeast: 2, spread: "even", per: "month" });
    const activities = [planned("2018-02-25"), planned("2018-02-20"), planned("2018-02-03")];
    const { duties } = aheadOn(
      { visits: cadence },
      { asOf: "2018-02-01", until: "2018-03-01", activities },
    );
    expect(duties.map(({ value }) => value.planned?.plannedOn)).toEqual([
      "2018-02-03",
      "2018-02-20",
    ]);
    const channel = { all: [counts, { field: "channel", equals: "onSite" } as const] };
    const [unclear] = dutiesOn(
      { visits: quota({ counts: channel }) },
      { asOf, activities: [planned("2018-01-20")] },
    );
    expect(unclear!.value).toMatchObject({ status: "ok" });
    expect(unclear!.value.planned).toBeUndefined();
  });

  it("CAD-12 two plans on one day go by id", () => {
    const activities = [planned("2018-01-20", { id: "b" }), planned("2018-01-20", { id: "a" })];
    const [duty] = dutiesOn({ visits: quota() }, { asOf, activities });
    expect(duty!.value.planned?.activityId).toBe("a");
  });
});
