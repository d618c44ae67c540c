import { describe, expect, it } from "vitest";
import type { Activity, InboundCase } from "../../src/facts/index.js";
import {
  serviceStandard,
  staffSatisfaction,
  trainingAttendance,
  trainingsHeld,
} from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;

describe("training attendance", () => {
  it("KPI-17 how many of the invited came, by group (S0 §2.25)", () => {
    const figure = trainingAttendance([
      { personId: 1, attended: true, group: "sales" },
      { personId: 2, attended: true, group: "sales" },
      { personId: 3, attended: true, group: "marketing" },
      { personId: 4, attended: false, group: "customer service" },
      { personId: 5, attended: true },
      { personId: 6, group: "sales" },
    ]);
    expect(figure).toMatchObject({ value: 0.8, numerator: 4, denominator: 5 });
    expect(figure.parts).toEqual([
      { key: "marketing", amount: 1, share: 0.25 },
      { key: "none", amount: 1, share: 0.25 },
      { key: "sales", amount: 2, share: 0.5 },
    ]);
    expect(leftOut(figure)).toEqual({ unknown: 1 });
    expect(trainingAttendance([]).undefinedBecause).toBe("nothingToMeasure");
    expect(trainingAttendance([{ personId: 1, attended: false }]).value).toBe(0);
  });

  it("KPI-17 who was invited twice counts once, whichever invitation comes first", () => {
    const came = { personId: 1, attended: true, group: "sales" } as const;
    const stayedAway = { personId: 1, attended: false, group: "marketing" } as const;
    const unknown = { personId: 1 } as const;
    const asked = (...invited: (typeof came | typeof stayedAway | typeof unknown)[]) =>
      trainingAttendance(invited);
    const once = asked(came, stayedAway, unknown);
    expect(once).toMatchObject({ numerator: 1, denominator: 1 });
    expect(once.parts).toEqual([{ key: "marketing", amount: 1, share: 1 }]);
    expect(leftOut(once)).toEqual({ duplicate: 2 });
    expect(asked(unknown, stayedAway, came)).toEqual(once);
    expect(asked(stayedAway, came, unknown)).toEqual(once);
    expect(asked(unknown, stayedAway)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(leftOut(asked(unknown, unknown))).toEqual({ duplicate: 1, unknown: 1 });
  });
});

describe("staff satisfaction", () => {
  const scale = { from: 1, to: 5, goodFrom: 4 };

  it("KPI-17 the share of good answers of a survey, with all answers beside it (S4 §6)", () => {
    const figure = staffSatisfaction([1, 3, 4, 5, 5], scale);
    expect(figure).toMatchObject({ value: 0.6, numerator: 3, denominator: 5, method: scale });
    expect(figure.parts).toEqual([
      { key: "1", amount: 1, share: 0.2 },
      { key: "3", amount: 1, share: 0.2 },
      { key: "4", amount: 1, share: 0.2 },
      { key: "5", amount: 2, share: 0.4 },
    ]);
    expect(figure.interval).toBeUndefined();
    expect(staffSatisfaction([], scale).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-17 answers off the scale are left out and told", () => {
    const figure = staffSatisfaction([0, 1, 5, 6, 4.5, Number.NaN], scale);
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(leftOut(figure)).toEqual({ offScale: 4 });
  });

  it("KPI-17 a scale that is none breaks the contract", () => {
    expect(() => staffSatisfaction([1], { from: 1, to: 5, goodFrom: 6 })).toThrow(
      /from `1` to `5`/,
    );
    expect(() => staffSatisfaction([1], { from: 1, to: 5, goodFrom: 0 })).toThrow();
    expect(() => staffSatisfaction([1], { from: 5, to: 1, goodFrom: 3 })).toThrow();
    expect(() => staffSatisfaction([1], { from: 0.5, to: 5, goodFrom: 3 })).toThrow();
    expect(() => staffSatisfaction([1], { from: 1, to: 5.5, goodFrom: 3 })).toThrow();
    expect(staffSatisfaction([5], { from: 5, to: 5, goodFrom: 5 }).value).toBe(1);
  });
});

describe("the standard of a service", () => {
  const question: InboundCase = { id: 1, accountId: 1, kind: "question", receivedOn: "2018-12-01" };
  const asked = (cases: readonly InboundCase[], withinDays = 2) =>
    serviceStandard(cases, { withinDays }, year);

  it("KPI-17 solved within so many days after the day it came in, the last included (S4 §6)", () => {
    expect(asked([{ ...question, solvedOn: "2018-12-03" }]).value).toBe(1);
    expect(asked([{ ...question, solvedOn: "2018-12-04" }]).value).toBe(0);
    expect(asked([{ ...question, solvedOn: "2018-12-01" }], 0).value).toBe(1);
    expect(asked([{ ...question, solvedOn: "2018-12-02" }], 0).value).toBe(0);
    expect(asked([question]).value).toBe(0);
  });

  it("KPI-17 a case whose days are not over is no failure yet, unless it is solved", () => {
    const late: InboundCase = { ...question, receivedOn: "2018-12-30" };
    expect(leftOut(asked([late]))).toEqual({ daysNotOver: 1 });
    expect(asked([{ ...late, receivedOn: "2018-12-29" }]).value).toBe(0);
    expect(asked([{ ...late, solvedOn: "2018-12-31" }]).value).toBe(1);
    // Solved after the day of asking: not yet.
    expect(leftOut(asked([{ ...late, solvedOn: "2019-01-01" }]))).toEqual({ daysNotOver: 1 });
  });

  it("KPI-17 a case solved before it came in is told, and one of another year too", () => {
    const figure = asked([
      { ...question, solvedOn: "2018-11-30" },
      { ...question, id: 2, receivedOn: "2017-12-31" },
      { ...question, id: 3, receivedOn: "2019-01-01" },
    ]);
    expect(leftOut(figure)).toEqual({ afterAsOf: 1, outsidePeriod: 1, solvedBeforeReceived: 1 });
    expect(figure.undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-17 on a board the same", () => {
    const cases = [{ ...question, solvedOn: "2018-12-03" }] as const;
    const base = { accounts: [{ id: 1 }], coverage: { cases: "complete" }, cases } as const;
    const method = { withinDays: 2, confidence: 0.95 } as const;
    expect(bare(figureOn(base, "serviceStandard", method))).toEqual(
      bare(serviceStandard(cases, method, year)),
    );
  });
});

describe("trainings", () => {
  it("KPI-17 trainings held are those that took place", () => {
    const training: Activity = { id: 1, accountId: 1, kind: "training", status: "held" };
    const held = [
      { ...training, heldOn: "2018-01-31" },
      { ...training, id: 2, heldOn: "2018-02-28", status: "complete" },
      { ...training, id: 3, heldOn: "2018-03-31", status: "cancelled" },
      { ...training, id: 4, plannedOn: "2018-04-30", status: "planned" },
    ] as const;
    expect(trainingsHeld(held, { kinds: ["training"] }, year).value).toBe(2);
  });
});
