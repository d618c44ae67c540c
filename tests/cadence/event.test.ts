import { describe, expect, it } from "vitest";
import type { AnchoredCadence, EventCadence } from "../../src/cadence/index.js";
import type { Activity, InboundCase, Order, RecordLists } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutiesOn, held, type Question, statusesOf } from "./ask-duties.js";

const eur = (amount: number) => ({ minor: amount * 100, currency: "EUR" });
const survey = { field: "kind", equals: "survey" } as const;

function event(rest: Partial<EventCadence> & Pick<EventCadence, "record" | "on">): EventCadence {
  return {
    method: "event",
    which: "each",
    answeredBy: { contact: survey },
    earliest: { days: 0 },
    ideal: { days: 3 },
    latest: { days: 7 },
    lapses: { days: 30 },
    roll: "next",
    ...rest,
  };
}

const ask = (
  cadence: EventCadence | AnchoredCadence,
  asOf: CivilDate,
  records: RecordLists,
  rest: Partial<Question> = {},
) => dutiesOn({ e: cadence }, { asOf, activities: [], records, ...rest });

describe("CAD-05 a satisfaction survey when a service change is completed", () => {
  const csat = event({ record: "serviceChanges", on: "completedOn" });
  const change = { id: 4, accountId: "A", requestedOn: "2018-01-02" } as const;
  const done = { ...change, completedOn: "2018-01-10" } as const;

  it("CAD-05 completed raises a duty, requested alone does not", () => {
    const [duty] = ask(csat, "2018-01-10", { serviceChanges: [done] });
    expect(duty!.value).toEqual({
      status: "ok",
      daysLate: 0,
      window: { earliest: "2018-01-10", ideal: "2018-01-13", latest: "2018-01-17" },
    });
    expect(ask(csat, "2018-01-10", { serviceChanges: [change] })).toEqual([]);
    expect(ask(csat, "2018-01-09", { serviceChanges: [done] })).toEqual([]);
  });

  it("CAD-05 a survey sent since answers it, one sent before does not", () => {
    const madeOn = (heldOn: CivilDate) =>
      ask(
        csat,
        "2018-01-12",
        { serviceChanges: [done] },
        { activities: [held(heldOn, { kind: "survey" })] },
      );
    expect(madeOn("2018-01-09")).toHaveLength(1);
    expect(madeOn("2018-01-10")).toEqual([]);
    expect(madeOn("2018-01-13")).toHaveLength(1);
  });

  it("CAD-05 given up thirty days after its latest day", () => {
    const on = (asOf: CivilDate) => ask(csat, asOf, { serviceChanges: [done] })[0]?.value.status;
    expect(on("2018-01-18")).toBe("late");
    expect(on("2018-02-16")).toBe("late");
    expect(on("2018-02-17")).toBeUndefined();
  });

  it("CAD-05 changes known since a day: those before it have been given up, or may stand", () => {
    const on = (since: CivilDate, rest: Partial<Question> = {}) =>
      statusesOf(
        ask(
          csat,
          "2018-03-01",
          {},
          {
            coverage: { activities: "complete", serviceChanges: { since } },
            ...rest,
          },
        ),
      );
    // Completed on the day before: given up after 7 + 30 days.
    expect(on("2018-01-22")).toEqual({});
    expect(on("2018-01-24")).toEqual({ "A|e|#unknown": "undecided" });
    expect(on("2018-01-24", { account: { relationshipStart: "2018-01-24" } })).toEqual({});
  });
});

describe("CAD-05 the start and the end of a relationship", () => {
  it("CAD-05 a survey at the start and one at the end", () => {
    const start = event({ record: "account", on: "relationshipStart" });
    const end = event({ record: "account", on: "relationshipEnd" });
    const account = { relationshipStart: "2018-01-08", relationshipEnd: "2018-03-01" } as const;
    expect(ask(start, "2018-01-09", {}, { account })[0]!.id).toBe("A|e|#1");
    expect(ask(start, "2018-01-07", {}, { account })).toEqual([]);
    expect(ask(end, "2018-03-01", {}, { account })).toHaveLength(1);
    expect(
      ask(end, "2018-03-01", {}, { account: { relationshipEnd: "x" as CivilDate } })[0]!.missing,
    ).toEqual([{ path: "relationshipEnd", why: "illTyped" }]);
  });

  it("CAD-05 a termination of a service, known by its number where it has no id", () => {
    const cadence = event({ record: "terminations", on: "endedOn" });
    const terminations = [
      { accountId: "A", endedOn: "2018-01-09", service: "b" },
      { accountId: "A", endedOn: "2018-01-08", service: "a" },
    ] as const;
    const duties = ask(cadence, "2018-01-10", { terminations });
    expect(duties.map(({ id, value }) => `${id} ${value.window!.earliest}`)).toEqual([
      "A|e|#1 2018-01-08",
      "A|e|#2 2018-01-09",
    ]);
    const { endedOn: _, ...undated } = terminations[0];
    const unclear = { terminations: [undated as never] };
    expect(ask(cadence, "2018-01-10", unclear)[0]!.missing).toEqual([
      { path: "terminations.endedOn", why: "missing" },
    ]);
    expect(ask({ ...cadence, whenUnknown: "notMet" }, "2018-01-10", unclear)).toEqual([]);
  });
});

describe("CAD-05 a contact after the first order", () => {
  const first = event({ record: "orders", on: "orderedOn", which: "first", lapses: "never" });
  const order = (id: number, orderedOn: CivilDate, rest: Partial<Order> = {}): Order => ({
    ...{ id, accountId: "A", orderedOn, value: eur(10) },
    ...rest,
  });

  it("CAD-05 the first order alone raises it", () => {
    const orders = [order(2, "2018-02-01"), order(1, "2018-01-10")];
    expect(statusesOf(ask(first, "2018-02-10", { orders }))).toEqual({ "A|e|1": "late" });
  });

  it("CAD-05 where older orders may be unknown, nobody knows which was the first", () => {
    const asked = {
      coverage: { activities: "complete", orders: { since: "2018-01-01" } },
    } as const;
    const orders = [order(1, "2018-01-10")];
    expect(statusesOf(ask(first, "2018-01-12", { orders }, asked))).toEqual({
      "A|e|#unknown": "undecided",
    });
    const account = { relationshipStart: "2018-01-01" } as const;
    expect(statusesOf(ask(first, "2018-01-12", { orders }, { ...asked, account }))).toEqual({
      "A|e|1": "ok",
    });
  });

  it("CAD-05 the latest order alone: older unknown ones do not matter, unclear ones do", () => {
    const latest = event({ record: "orders", on: "orderedOn", which: "latest", lapses: "never" });
    const coverage = { activities: "complete", orders: { since: "2018-01-01" } } as const;
    const orders = [order(2, "2018-02-01"), order(1, "2018-01-10")];
    expect(statusesOf(ask(latest, "2018-02-03", { orders }, { coverage }))).toEqual({
      "A|e|2": "ok",
    });
    expect(statusesOf(ask(latest, "2018-02-03", {}, { coverage }))).toEqual({
      "A|e|#unknown": "undecided",
    });
    const none = { coverage: { activities: "complete" } } as const;
    expect(statusesOf(ask(latest, "2018-02-03", { orders }, none))).toEqual({
      "A|e|#unknown": "undecided",
    });
  });

  it("CAD-05 a lesson in the order call for a difficult product: due on the day, or not at all", () => {
    const lesson = event({
      record: "orders",
      on: "orderedOn",
      where: { field: "product", isOneOf: { parameter: "difficult" } },
      answeredBy: { contact: { field: "topic", equals: "lesson" } },
      ideal: { days: 0 },
      latest: { days: 0 },
      lapses: { days: 0 },
    });
    const parameters = { difficult: ["press"] };
    const orders = [
      order(1, "2018-01-10", { product: "press" }),
      order(2, "2018-01-10", { product: "tape" }),
    ];
    const on = (asOf: CivilDate) => statusesOf(ask(lesson, asOf, { orders }, { parameters }));
    expect(on("2018-01-10")).toEqual({ "A|e|1": "due" });
    expect(on("2018-01-11")).toEqual({});
  });
});

describe("CAD-05 promises, offers, complaints, bad answers, questions, feedback", () => {
  it("CAD-05 a promised follow-up, until it is done", () => {
    const promise: AnchoredCadence = {
      method: "anchored",
      record: "followUps",
      anchor: { before: "dueOn", earliest: { days: 7 }, ideal: { days: 1 }, latest: { days: 0 } },
      answeredBy: { field: "doneOn" },
      lapses: "never",
      roll: "previous",
    };
    const followUps = [
      { what: "price list", dueOn: "2018-02-01", doneOn: "2018-01-30" },
      { what: "sample", dueOn: "2018-02-02" },
      { what: "some day" },
    ] as const;
    const visit: Activity = { ...held("2018-01-15"), id: "v", followUps };
    const on = (asOf: CivilDate, activities: readonly Activity[] = [visit]) =>
      statusesOf(ask(promise, asOf, {}, { activities }));
    expect(on("2018-01-29")).toEqual({ "A|e|v.1": "ok", "A|e|v.2": "ok" });
    expect(on("2018-01-30")).toEqual({ "A|e|v.2": "ok" });
    expect(on("2018-02-03")).toEqual({ "A|e|v.2": "late" });
    expect(on("2018-02-03", [{ ...visit, status: "cancelled" }])).toEqual({});
    expect(statusesOf(ask(promise, "2018-02-03", {}, { coverage: {} }))).toEqual({
      "A|e|#unknown": "undecided",
    });
  });

  it("CAD-05 an open offer is asked about until it is decided", () => {
    const offer = event({
      record: "offers",
      on: "madeOn",
      answeredBy: { contact: { field: "kind", equals: "call" }, field: "decidedOn" },
    });
    const open = { id: 1, accountId: "A", madeOn: "2018-01-10", status: "open" } as const;
    expect(statusesOf(ask(offer, "2018-01-12", { offers: [open] }))).toEqual({ "A|e|1": "ok" });
    const decided = { ...open, decidedOn: "2018-01-12" } as const;
    expect(ask(offer, "2018-01-11", { offers: [decided] })).toHaveLength(1);
    expect(ask(offer, "2018-01-12", { offers: [decided] })).toEqual([]);
    const broken = { ...open, decidedOn: "never" as CivilDate };
    expect(ask(offer, "2018-01-12", { offers: [broken] })[0]!.missing).toEqual([
      { path: "offers.decidedOn", why: "illTyped" },
    ]);
    const activities = [held("2018-01-11", { kind: "call" })];
    expect(ask(offer, "2018-01-12", { offers: [open] }, { activities })).toEqual([]);
  });

  it("CAD-05 a complaint, and its escalation when it is not solved in time", () => {
    const complaint = { field: "kind", equals: "complaint" } as const;
    const shared = { record: "cases", on: "receivedOn", where: complaint } as const;
    const solved = { answeredBy: { field: "solvedOn" }, lapses: "never" } as const;
    const answer = event({ ...shared, ...solved, ideal: { days: 1 }, latest: { days: 2 } });
    const later = { earliest: { days: 5 }, ideal: { days: 5 }, latest: { days: 6 } } as const;
    const escalation = event({ ...shared, ...solved, ...later, title: "Escalate" });
    const base = { id: 1, accountId: "A", kind: "complaint", receivedOn: "2018-01-10" } as const;
    const on = (asOf: CivilDate, each: InboundCase = base) =>
      statusesOf(dutiesOn({ answer, escalation }, { asOf, records: { cases: [each] } }));
    expect(on("2018-01-11")).toEqual({ "A|answer|1": "due", "A|escalation|1": "early" });
    expect(on("2018-01-15")).toEqual({ "A|answer|1": "late", "A|escalation|1": "due" });
    expect(on("2018-01-15", { ...base, solvedOn: "2018-01-12" })).toEqual({});
    expect(on("2018-01-15", { ...base, kind: "question" })).toEqual({});
  });

  it("CAD-05 a bad answer is followed up, the most profitable account first", () => {
    const bad = event({
      record: "surveyAnswers",
      on: "answeredOn",
      where: {
        all: [
          { field: "scale", equals: "nps" },
          { field: "score", atMost: 6 },
        ],
      },
      answeredBy: { contact: { field: "purpose", equals: "care" } },
      rankedBy: "profit",
    });
    const answers = (score: number) =>
      ({
        surveyAnswers: [{ accountId: "A", answeredOn: "2018-01-10", scale: "nps", score }],
      }) as const;
    const fields = { profit: "number" } as const;
    const of = (id: string, profit: number | undefined) => {
      const account = profit === undefined ? {} : { own: { profit } };
      const [duty] = ask(bad, "2018-01-11", answers(6), { fields, account });
      return { ...duty!, id };
    };
    expect(ask(bad, "2018-01-11", answers(7), { fields })).toEqual([]);
    const list = [of("unknown", undefined), of("low", -5), of("high", 900)];
    expect(list.map(({ rank }) => rank)).toEqual([undefined, -5, 900]);
    expect(Object.keys(statusesOf(list))).toEqual(["high", "low", "unknown"]);
  });

  it("CAD-05 an inbound question to answer, and feedback whose sender is told the result", () => {
    const question = event({
      record: "activities",
      on: "heldOn",
      where: {
        all: [
          { field: "direction", equals: "inbound" },
          { field: "kind", equals: "message" },
        ],
      },
      answeredBy: { contact: { field: "kind", equals: "message" } },
    });
    const asked = held("2018-01-10", { kind: "message", direction: "inbound", id: 5 });
    const reply = held("2018-01-11", { kind: "message", direction: "outbound", id: 6 });
    expect(statusesOf(ask(question, "2018-01-11", {}, { activities: [asked] }))).toEqual({
      "A|e|5": "ok",
    });
    expect(ask(question, "2018-01-11", {}, { activities: [asked, reply] })).toEqual([]);

    const told = event({
      record: "feedback",
      on: "receivedOn",
      answeredBy: { field: "answeredOn" },
    });
    const feedback = { id: 9, accountId: "A", receivedOn: "2018-01-10" } as const;
    expect(ask(told, "2018-01-10", { feedback: [feedback] })).toHaveLength(1);
    expect(
      ask(told, "2018-01-12", { feedback: [{ ...feedback, answeredOn: "2018-01-12" }] }),
    ).toEqual([]);
  });
});

describe("CAD-19 a cadence for some accounts", () => {
  const cadence = event({
    record: "feedback",
    on: "receivedOn",
    answeredBy: { field: "answeredOn" },
    appliesWhen: { field: "region", equals: "north" },
  });
  const records = { feedback: [{ id: 9, accountId: "A", receivedOn: "2018-01-10" }] } as const;

  it("CAD-19 applies where its condition is met, not where it is not, and is undecided between", () => {
    const of = (region: string | undefined, whenUnknown?: "notMet") =>
      statusesOf(
        ask({ ...cadence, ...(whenUnknown && { whenUnknown }) }, "2018-01-11", records, {
          account: region === undefined ? {} : { region },
        }),
      );
    expect(of("north")).toEqual({ "A|e|9": "ok" });
    expect(of("south")).toEqual({});
    expect(of(undefined)).toEqual({ "A|e|#unknown": "undecided" });
    expect(of(undefined, "notMet")).toEqual({});
  });
});
