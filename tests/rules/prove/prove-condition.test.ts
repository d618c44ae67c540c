import { describe, expect, it } from "vitest";
import { proveCondition } from "../../../src/rules/index.js";
import { type Posed, posedSet } from "./pose.js";

const CONTEXT = {
  asOf: 0,
  cuts: new Map<string, number>(),
  currency: "EUR",
  canBeNone: () => false,
  mostSteps: 10_000,
};

function proofOf(when: object, ...given: object[]): ReturnType<typeof proveCondition> {
  const rules = [when, ...given].map((each) => ["x", each] as const);
  const { set } = posedSet({ kinds: { headcount: "number" }, rules } as unknown as Posed);
  const [own, ...others] = set.rules.map(({ condition }) => condition);
  return proveCondition(own!, CONTEXT, others);
}

describe("RULE-08 proveCondition", () => {
  it("tells what can be met and what can fail, each with a witness", () => {
    expect(proofOf({ field: "headcount", atLeast: 5 })).toEqual({
      canBeMet: { kind: "possible", witness: { headcount: 5 } },
      canFail: { kind: "possible", witness: { headcount: 4 } },
      idle: [],
    });
  });

  it("tells a contradiction, by itself and with what is given", () => {
    const never = proofOf({ field: "headcount", atLeast: 5, lessThan: 5 });
    expect(never).toMatchObject({ canBeMet: { kind: "impossible" }, idle: [] });
    const few = { field: "headcount", atMost: 4 };
    expect(proofOf({ field: "headcount", atLeast: 5 }, few).canBeMet.kind).toBe("impossible");
    expect(proofOf({ field: "headcount", atLeast: 4 }, few).canBeMet.kind).toBe("possible");
  });

  it("tells what nothing fails, and what does nothing", () => {
    const either = [
      { field: "headcount", atLeast: 5 },
      { field: "headcount", lessThan: 5 },
    ];
    expect(proofOf({ any: either }).canFail.kind).toBe("impossible");
    expect(proofOf({ field: "headcount", atLeast: 5, moreThan: 3 }).idle).toEqual([
      { field: "headcount", comparison: "moreThan", bound: 3 },
    ]);
  });
});
