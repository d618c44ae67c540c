import { describe, expect, it } from "vitest";
import type { FatigueLimit, SurveyCadence } from "../../src/cadence/index.js";
import type { Contract } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { aheadOn, dutiesOn, held, planned, type Question, statusesOf } from "./ask-duties.js";

const topic = (name: string) => ({ field: "topic", equals: name }) as const;
const survey = { field: "kind", equals: "survey" } as const;

function nps(rest: Partial<SurveyCadence> = {}): SurveyCadence {
  return {
    method: "survey",
    counts: { all: [survey, topic("nps")] },
    per: "year",
    earliest: { months: 2 },
    ideal: { months: 3 },
    latest: { months: 10 },
    skippedAfter: { all: [survey, { not: topic("nps") }] },
    roll: "next",
    ...rest,
  };
}

const sent = (day: CivilDate, name: string) => held(day, { kind: "survey", topic: name });
const on = (asOf: CivilDate, question: Partial<Question> = {}, cadence = nps()) =>
  dutiesOn({ nps: cadence }, { asOf, activities: [], ...question });

describe("CAD-06 a survey once a year, skipped in the year of another", () => {
  it("CAD-06 due in its months of the year, and late to the end of it", () => {
    const status = (asOf: CivilDate) => on(asOf)[0]!.value.status;
    expect(status("2018-02-28")).toBe("early");
    expect(status("2018-03-01")).toBe("ok");
    expect(status("2018-04-01")).toBe("due");
    expect(status("2018-11-01")).toBe("due");
    expect(status("2018-11-02")).toBe("late");
    expect(status("2019-01-01")).toBe("early");
    expect(on("2018-04-01")[0]!.id).toBe("A|nps|2018#1");
  });

  it("CAD-06 sent this year: fulfilled; due again the next", () => {
    const activities = [sent("2018-04-01", "nps")];
    expect(on("2018-06-01", { activities })[0]!).toMatchObject({
      value: { status: "fulfilled" },
      because: [{ step: "surveySent", details: { period: "2018", heldOn: "2018-04-01" } }],
    });
    expect(on("2019-04-01", { activities })[0]!.value.status).toBe("due");
  });

  it("CAD-06 another survey in May: skipped that year with the reason, due again the next", () => {
    const activities = [sent("2018-05-10", "csat")];
    expect(statusesOf(on("2018-05-09", { activities }))).toEqual({ "A|nps|2018#1": "due" });
    const [skipped] = on("2018-05-10", { activities });
    expect(skipped!.value).toEqual({ status: "skipped", daysLate: 0 });
    const details = { period: "2018", heldOn: "2018-05-10" };
    expect(skipped!.because).toEqual([
      { kind: "step", step: "otherSurvey", path: "cadences.nps", details, of: [] },
    ]);
    expect(on("2018-12-31", { activities })[0]!.value.status).toBe("skipped");
    expect(on("2019-04-01", { activities })[0]!.value.status).toBe("due");
    const { skippedAfter: _, ...always } = nps();
    expect(on("2018-05-10", { activities }, always)[0]!.value.status).toBe("due");
  });

  it("CAD-06 in the steady phase alone, as a condition over the account", () => {
    const appliesWhen = { field: "changes", atMost: 0 } as const;
    const measures = {
      changes: { count: "serviceChanges", over: { rolling: { months: 12 } } },
    } as const;
    const cadence = nps({ appliesWhen });
    const change = { id: 1, accountId: "A", requestedOn: "2018-01-15" } as const;
    const steady = { measures, records: { serviceChanges: [] } };
    expect(on("2018-04-01", steady, cadence)).toHaveLength(1);
    const moving = { measures, records: { serviceChanges: [change] } };
    expect(on("2018-04-01", moving, cadence)).toEqual([]);
  });

  it("CAD-06 where surveys may have been sent unknown, it is undecided", () => {
    const [unknown] = on("2018-05-10", { coverage: {} });
    expect(unknown).toMatchObject({ id: "A|nps|2018", value: { status: "undecided" } });
    const since = (day: CivilDate) =>
      on("2018-05-10", { coverage: { activities: { since: day } } })[0]!.value.status;
    expect(since("2018-01-01")).toBe("due");
    expect(since("2018-01-02")).toBe("undecided");
    const { topic: _, ...untold } = sent("2018-05-01", "");
    expect(on("2018-05-10", { activities: [untold] })[0]!.value.status).toBe("undecided");
    const { heldOn: __, ...undated } = sent("2018-05-01", "csat");
    expect(on("2018-05-10", { activities: [undated] })[0]!.missing).toEqual([
      { path: "activities.heldOn", why: "missing" },
    ]);
    const never = {
      ...nps(),
      counts: topic("nps"),
      skippedAfter: { field: "channel", equals: "mail" },
    };
    const other = held("2018-05-01", { topic: "visit" });
    const asked = { activities: [other] };
    expect(on("2018-05-10", asked, never as SurveyCadence)[0]!.missing).toEqual([
      { path: "activities.channel", why: "missing" },
    ]);
  });

  it("CAD-06 the years to come are told ahead, and between own periods there is none", () => {
    const asked = { asOf: "2018-05-10", until: "2020-12-31" } as const;
    expect(aheadOn({ nps: nps() }, asked).duties.map(({ id }) => id)).toEqual([
      "A|nps|2018#1",
      "A|nps|2019#1",
      "A|nps|2020#1",
    ]);
    const per = { own: [{ label: "spring", from: "2018-06-01", until: "2018-07-01" }] } as const;
    const spring = aheadOn({ nps: nps({ per }) }, asked).duties;
    expect(spring.map(({ value }) => value.window)).toEqual([
      { earliest: "2018-06-30", ideal: "2018-06-30", latest: "2018-06-30" },
    ]);
    const late = { asOf: "2199-12-30", until: "2199-12-31" } as const;
    const fiscal = { fiscal: "year", startMonth: 7 } as const;
    expect(aheadOn({ nps: nps({ per: fiscal }) }, late).duties).toEqual([]);
  });
});

describe("CAD-06 a survey that a contract owes", () => {
  const owing = nps({
    contractual: { where: { field: "recurring", equals: true }, overrides: "skipping" },
  });
  const contract = (rest: Partial<Contract> = {}): Contract => ({
    ...{ id: 1, accountId: "A", startsOn: "2018-01-01", recurring: true },
    ...rest,
  });
  const activities = [sent("2018-03-10", "csat")];
  const status = (contracts: readonly Contract[], asOf: CivilDate = "2018-05-10") =>
    on(asOf, { activities, records: { contracts } }, owing)[0]!;

  it("CAD-06 it is not skipped while the contract is in force", () => {
    expect(status([contract()])).toMatchObject({
      value: { status: "due" },
      because: [{ step: "surveyOwed", details: { period: "2018", heldOn: "2018-03-10" } }],
    });
    const ended = contract({ endsOn: "2018-05-10" });
    expect(status([ended], "2018-05-09").value.status).toBe("due");
    expect(status([ended], "2018-05-10").value.status).toBe("skipped");
    expect(status([contract({ startsOn: "2018-05-11" })]).value.status).toBe("skipped");
    expect(status([contract({ recurring: false })]).value.status).toBe("skipped");
  });

  it("CAD-06 a contract that may owe it leaves it undecided", () => {
    const { recurring: _, ...unclear } = contract();
    expect(status([unclear]).missing).toEqual([{ path: "contracts.recurring", why: "missing" }]);
    const undated = { ...contract(), startsOn: undefined as unknown as CivilDate };
    expect(status([undated]).missing).toEqual([{ path: "contracts.startsOn", why: "missing" }]);
    const [unknown] = on("2018-05-10", { activities }, owing);
    expect(unknown!.missing).toEqual([{ path: "contracts", why: "notSupplied" }]);
    expect(status([unclear, contract()]).value.status).toBe("due");
  });

  it("CAD-06 nothing to skip, nothing to owe: contracts need not be known", () => {
    expect(on("2018-05-10", {}, owing)[0]!.value.status).toBe("due");
  });
});

describe("CAD-06 the fatigue limit over all channels", () => {
  const fatigue: FatigueLimit = {
    counts: { field: "automated", equals: true },
    atMost: 2,
    within: { days: 30 },
  };
  const mail = (day: CivilDate) => held(day, { kind: "message", automated: true });
  const tired = nps({ fatigue });

  it("CAD-06 at the limit it waits for the first free day, below it does not", () => {
    const two = [mail("2018-03-20"), mail("2018-03-25")];
    const [waits] = on("2018-04-01", { activities: two }, tired);
    expect(waits!.value).toEqual({
      status: "early",
      daysLate: 0,
      window: { earliest: "2018-04-19", ideal: "2018-04-19", latest: "2018-11-01" },
    });
    expect(waits!.because.at(-1)).toEqual({
      kind: "step",
      step: "fatigue",
      path: "cadences.nps.fatigue",
      details: { count: 2, atMost: 2, freeOn: "2018-04-19" },
      of: [],
    });
    expect(on("2018-04-18", { activities: two }, tired)[0]!.value.status).toBe("early");
    expect(on("2018-04-19", { activities: two }, tired)[0]!.value.status).toBe("due");
    expect(on("2018-04-01", { activities: two.slice(1) }, tired)[0]!.value.status).toBe("due");
  });

  it("CAD-06 planned contacts tire too, and where no day of the window is free it is skipped", () => {
    const activities = [mail("2018-10-25"), planned("2018-10-31", { automated: true })];
    const [skipped] = on("2018-10-31", { activities }, tired);
    expect(skipped!.value).toEqual({ status: "skipped", daysLate: 0 });
    expect(skipped!.because.at(-1)).toMatchObject({ step: "fatigue" });
    expect(on("2018-10-30", { activities }, tired)[0]!.value.status).toBe("due");
  });

  it("CAD-06 contacts that may be hidden leave it undecided, unless the limit is reached without them", () => {
    const coverage = { activities: { since: "2018-04-01" } } as const;
    const from = {
      ...tired,
      per: { own: [{ label: "p", from: "2018-04-01", until: "2018-12-01" }] },
    } as const;
    const ask = (days: readonly CivilDate[], asOf: CivilDate) =>
      on(
        asOf,
        { coverage, activities: days.map(mail) },
        { ...from, earliest: { days: 0 }, ideal: { days: 0 } },
      )[0]!;
    expect(ask([], "2018-04-10").missing).toEqual([{ path: "activities", why: "incomplete" }]);
    expect(ask(["2018-04-02", "2018-04-03"], "2018-04-10").value.status).toBe("early");
    // The last day that is not known is 31 March: on 30 April it lies no longer within 30 days.
    expect(ask([], "2018-04-29").value.status).toBe("undecided");
    expect(ask([], "2018-04-30").value.status).toBe("due");
  });

  it("CAD-06 a contract may say that it overrides the limit too", () => {
    const activities = [mail("2018-03-20"), mail("2018-03-25")];
    const contracts = [{ id: 1, accountId: "A", startsOn: "2018-01-01", recurring: true }] as const;
    const status = (overrides: "skipping" | "skippingAndFatigue") => {
      const contractual = { where: { field: "recurring", equals: true }, overrides } as const;
      const cadence = nps({ fatigue, contractual });
      return on("2018-04-01", { activities, records: { contracts } }, cadence)[0]!.value.status;
    };
    expect(status("skipping")).toBe("early");
    expect(status("skippingAndFatigue")).toBe("due");
  });

  it("CAD-06 an effort survey after daily dealings, at most one in a month", () => {
    const ces = {
      method: "event",
      record: "activities",
      on: "heldOn",
      where: { field: "direction", equals: "inbound" },
      which: "latest",
      answeredBy: { contact: { all: [survey, topic("ces")] } },
      earliest: { days: 0 },
      ideal: { days: 1 },
      latest: { days: 3 },
      lapses: { days: 0 },
      roll: "next",
      fatigue: { counts: survey, atMost: 1, within: { days: 30 } },
    } as const;
    const dealing = (day: CivilDate, id: number) =>
      held(day, { id, kind: "call", direction: "inbound" });
    const outbound = { ...sent("2018-03-10", "csat"), direction: "outbound" } as const;
    const ask = (asOf: CivilDate, activities: Question["activities"]) =>
      statusesOf(dutiesOn({ ces }, { asOf, activities: activities! }));
    expect(ask("2018-03-20", [dealing("2018-03-20", 1)])).toEqual({ "A|ces|1": "ok" });
    expect(ask("2018-03-20", [dealing("2018-03-20", 1), outbound])).toEqual({
      "A|ces|1": "skipped",
    });
    expect(ask("2018-04-09", [dealing("2018-04-09", 1), outbound])).toEqual({ "A|ces|1": "ok" });
  });
});
