import { describe, expect, it } from "vitest";
import {
  type Activity,
  type ActivityStatus,
  legalVisitSteps,
  stepVisit,
  type VisitStep,
} from "../../src/facts/index.js";

const planned: Activity = {
  id: 1,
  accountId: "A",
  kind: "visit",
  status: "planned",
  plannedOn: "2018-01-22",
};

const steps: readonly VisitStep[] = [
  { step: "hold", heldOn: "2018-01-22" },
  { step: "complete" },
  { step: "cancel" },
  { step: "move", plannedOn: "2018-01-29" },
];

function stepped(visit: Activity, ...taken: readonly VisitStep[]): Activity {
  return taken.reduce((each, step) => {
    const result = stepVisit(each, step);
    if (!result.ok) throw new Error(result.findings[0]!.message);
    expect(result.findings).toEqual([]);
    return result.value;
  }, visit);
}

describe("FACT-07 the life of a visit", () => {
  it("FACT-07 a planned visit is held, then complete", () => {
    const held = stepped(planned, { step: "hold", heldOn: "2018-01-23" });
    expect(held).toEqual({ ...planned, status: "held", heldOn: "2018-01-23" });
    const loggedAt = "2018-01-23T14:00:00Z";
    const closedAt = "2018-01-23T14:05:00Z";
    expect(stepped(held, { step: "complete", loggedAt, closedAt })).toEqual({
      ...held,
      status: "complete",
      loggedAt,
      closedAt,
    });
  });

  it("FACT-07 completing keeps the moments that it is not told", () => {
    const held: Activity = { ...planned, status: "held", loggedAt: "2018-01-22T14:00:00Z" };
    expect(stepped(held, { step: "complete" })).toEqual({ ...held, status: "complete" });
  });

  it("FACT-07 a planned visit cannot be completed before it is held", () => {
    expect(stepVisit(planned, { step: "complete" })).toEqual({
      ok: false,
      findings: [
        {
          code: "illegal-step",
          severity: "error",
          path: "step",
          message:
            "a `planned` visit has to be held before it can be completed; " +
            "legal now: hold, move, cancel",
        },
      ],
    });
  });

  it("FACT-07 a cancelled visit stays where it was planned, and nothing follows", () => {
    const cancelled = stepped(planned, { step: "cancel" });
    expect(cancelled).toEqual({ ...planned, status: "cancelled" });
    const refused = stepVisit(cancelled, { step: "hold", heldOn: "2018-01-22" });
    expect(refused.findings[0]?.message).toBe(
      "a `cancelled` visit will not take place; plan a new one; no step is legal",
    );
  });

  it("FACT-07 a moved visit remembers the days it was moved away from, oldest first", () => {
    const moved = stepped(
      planned,
      { step: "move", plannedOn: "2018-01-29" },
      { step: "move", plannedOn: "2018-01-24" },
    );
    expect(moved.plannedOn).toBe("2018-01-24");
    expect(moved.movedFrom).toEqual(["2018-01-22", "2018-01-29"]);
  });

  it("FACT-07 a visit without a planned day is moved without a trace", () => {
    const { plannedOn: _, ...undated } = planned;
    expect(stepped(undated, { step: "move", plannedOn: "2018-01-29" })).toEqual(planned29());
  });

  it("FACT-07 every step that the table does not name is refused, and only those", () => {
    const statuses = Object.keys(legalVisitSteps) as ActivityStatus[];
    expect(statuses).toEqual(["planned", "held", "complete", "cancelled"]);
    for (const status of statuses) {
      for (const step of steps) {
        const result = stepVisit({ ...planned, status }, step);
        const next = legalVisitSteps[status][step.step];
        if (next === undefined) expect(result.findings[0]?.code).toBe("illegal-step");
        else expect(result.ok && result.value.status).toBe(next);
      }
    }
    expect(legalVisitSteps).toEqual({
      planned: { hold: "held", move: "planned", cancel: "cancelled" },
      held: { complete: "complete" },
      complete: {},
      cancelled: {},
    });
  });

  it.each([
    [{ step: "hold", heldOn: "2018-02-29" }, "heldOn"],
    [{ step: "move", plannedOn: "2018-02-29" }, "plannedOn"],
  ] as const)("FACT-07 %o names a day that never was", (step, path) => {
    expect(stepVisit(planned, step)).toEqual({
      ok: false,
      findings: [
        {
          code: "not-a-civil-date",
          severity: "error",
          path,
          message: "`2018-02-29` is not a civil date",
        },
      ],
    });
  });

  it("FACT-06 the visit that was handed over is not changed", () => {
    const frozen = Object.freeze({ ...planned, movedFrom: Object.freeze(["2018-01-15"] as const) });
    stepped(frozen, { step: "move", plannedOn: "2018-01-29" });
    expect(frozen.movedFrom).toEqual(["2018-01-15"]);
  });
});

function planned29(): Activity {
  return { ...planned, plannedOn: "2018-01-29" };
}
