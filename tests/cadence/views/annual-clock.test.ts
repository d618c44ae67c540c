import { describe, expect, it } from "vitest";
import { annualClock, type Cadence, mergeClocks } from "../../../src/cadence/index.js";
import { type CivilDate, toEpochDay } from "../../../src/time/index.js";
import { compiledFrom, contextOf, held, planned, type Question, recordsOf } from "../ask-duties.js";

const meetings: Cadence = {
  method: "quota",
  counts: { field: "kind", equals: "visit" },
  atLeast: 10,
  per: "year",
  counting: "held",
  spread: "even",
  roll: "previous",
};
const monthly: Cadence = { ...meetings, atLeast: 1, per: "month", counting: "heldOrPlanned" };
const interval: Cadence = {
  method: "interval",
  counts: { field: "kind", equals: "visit" },
  earliest: { days: 0 },
  ideal: { months: 3 },
  latest: { months: 4 },
  whenNever: "dueAtOnce",
  roll: "next",
};

function clock(
  cadence: Cadence,
  question: Question,
  by: "month" | "week" = "month",
  until: CivilDate = "2019-01-01",
) {
  const [from, end] = [toEpochDay("2018-01-01"), toEpochDay(until)];
  const context = { ...contextOf(question), from, until: end, by };
  return annualClock(compiledFrom({ c: cadence }, question), recordsOf(question), context);
}

describe("CAD-11 the annual clock", () => {
  it("CAD-11 ten meetings a year lie evenly on the months", () => {
    const { cells, wanted, held: done } = clock(meetings, { asOf: "2018-03-28" });
    // 365 days in ten parts of 36 or 37: their middle days are 19 January, 24 February, 2 April,
    // 8 May, 14 June, 20 July, 26 August, 1 October, 7 November and 13 December.
    expect(cells.map((each) => each.wanted)).toEqual([1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1]);
    expect([cells[0]!.label, cells[0]!.from, cells[0]!.until]).toEqual([
      "2018-01",
      "2018-01-01",
      "2018-02-01",
    ]);
    expect([wanted, done]).toEqual([10, 0]);
  });

  it("CAD-11 gold a visit a month gives twelve, one each month", () => {
    const { cells, wanted } = clock(monthly, { asOf: "2018-03-28" });
    expect(cells.map((each) => each.wanted)).toEqual(Array.from({ length: 12 }, () => 1));
    expect(wanted).toBe(12);
  });

  it("CAD-11 what was held and is planned stands beside it, and does not move it", () => {
    const activities = [
      held("2017-12-20"),
      held("2018-01-10"),
      held("2018-01-20"),
      held("2018-03-29"),
      planned("2018-03-28"),
      planned("2018-03-27"),
      planned("2018-04-10"),
      planned("2019-01-10"),
    ];
    for (const cadence of [meetings, monthly]) {
      const asked = clock(cadence, { asOf: "2018-03-28", activities });
      expect(asked.wanted).toBe(cadence === meetings ? 10 : 12);
      expect(asked.cells.map((each) => each.held).slice(0, 4)).toEqual([2, 0, 0, 0]);
      expect(asked.cells.map((each) => each.planned).slice(0, 4)).toEqual([0, 0, 1, 1]);
      expect([asked.held, asked.planned]).toEqual([2, 2]);
    }
  });

  it("CAD-11 on weeks, cut at the ends of the year", () => {
    const { cells, wanted } = clock(monthly, { asOf: "2018-03-28" }, "week");
    expect(cells).toHaveLength(53);
    expect(cells[0]!.label).toBe("2018-W01");
    expect(cells.at(-1)).toMatchObject({
      label: "2019-W01",
      from: "2018-12-31",
      until: "2019-01-01",
    });
    expect(wanted).toBe(12);
    expect(clock(monthly, { asOf: "2018-03-28" }, "month", "2018-02-15").cells.at(-1)!.until).toBe(
      "2018-02-15",
    );
  });

  it("CAD-11 an interval is reckoned from the last contact before the year", () => {
    const activities = [held("2017-12-01"), held("2018-01-15")];
    const { cells } = clock(interval, { asOf: "2018-03-28", activities });
    expect(cells.map((each) => each.wanted)).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
  });

  it("CAD-11 what could not be told on the first day is said, and records without contacts count nothing", () => {
    const unknown = clock(interval, { asOf: "2018-03-28", coverage: {} });
    expect(unknown.undecided.map(({ id }) => id)).toEqual(["A|c|#1"]);
    expect(unknown.wanted).toBe(0);
    const feedback: Cadence = {
      method: "event",
      record: "feedback",
      on: "receivedOn",
      which: "each",
      answeredBy: { field: "answeredOn" },
      earliest: { days: 0 },
      ideal: { days: 0 },
      latest: { days: 1 },
      lapses: "never",
      roll: "next",
    };
    expect(clock(feedback, { asOf: "2018-03-28", records: { feedback: [] } })).toMatchObject({
      wanted: 0,
      held: 0,
      planned: 0,
    });
  });

  it("CAD-11 the clock of a segment is the sum of its accounts'", () => {
    const one = clock(monthly, { asOf: "2018-03-28", activities: [held("2018-01-10")] });
    const two = clock(meetings, { asOf: "2018-03-28", activities: [planned("2018-04-10")] });
    const both = mergeClocks([one, two]);
    expect([both.wanted, both.held, both.planned]).toEqual([22, 1, 1]);
    expect(both.cells.map((each) => each.wanted)).toEqual([2, 2, 1, 2, 2, 2, 2, 2, 1, 2, 2, 2]);
    expect(mergeClocks([])).toEqual({ cells: [], wanted: 0, held: 0, planned: 0, undecided: [] });
  });
});
