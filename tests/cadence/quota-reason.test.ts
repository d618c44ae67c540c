import { describe, expect, it } from "vitest";
import type { QuotaCadence } from "../../src/cadence/index.js";
import { dutyOn, held } from "./ask-duties.js";

const quota = {
  method: "quota",
  counts: { field: "kind", equals: "visit" },
  counting: "held",
  spread: "anyTime",
  roll: "next",
} as const;

describe("CAD-01 the reason for a quota", () => {
  it("CAD-01 says the period, the numbers and how contacts are spread, calendar or rolling", () => {
    const account = { relationshipStart: "2018-01-01" } as const;
    const on = (per: QuotaCadence["per"], rest: Partial<QuotaCadence>) =>
      dutyOn(
        { ...quota, per, ...rest },
        { asOf: "2018-01-20", account, activities: [held("2018-01-10")] },
      );
    const step = { kind: "step", step: "quota", path: "cadences.visits", of: [] };
    const counted = { held: 1, planned: 0, spread: "anyTime" };
    expect(on("year", { atLeast: 1, atMost: 2 }).because).toStrictEqual([
      { ...step, details: { period: "2018", atLeast: 1, atMost: 2, ...counted, remaining: 0 } },
    ]);
    const rolling = on({ rolling: { days: 30 } }, { atLeast: 2 });
    expect(rolling.because).toStrictEqual([
      { ...step, details: { period: "rolling", atLeast: 2, ...counted, remaining: 1 } },
    ]);
    expect(rolling.missing).toEqual([]);
  });
});
