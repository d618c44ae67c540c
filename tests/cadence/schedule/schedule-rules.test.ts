import { describe, expect, it } from "vitest";
import { checkScheduleRules } from "../../../src/cadence/index.js";
import { rules } from "./random-problems.js";

const codes = (written: unknown): readonly string[] =>
  checkScheduleRules(written, "rules").map(({ path, code }) => `${path} ${code}`);

describe("the rules of schedules", () => {
  it.each([
    rules,
    { ...rules, shortWeeks: "whole", late: { withinDays: 1 }, minimumGapDays: 1 },
    { ...rules, shortWeeks: { fullWeekDays: 7 }, late: { withinDays: 366 }, levelSteps: 100 },
    { ...rules, shortWeeks: { fullWeekDays: 1 }, evenWithinDays: 0, farFromMinutes: 0 },
    { ...rules, evenWithinDays: 366, farFromMinutes: 10_000, minimumGapDays: 366, levelSteps: 1 },
  ])("%j are rules", (written) => expect(codes(written)).toEqual([]));

  it.each<[unknown, readonly string[]]>([
    [7, ["rules not-schedule-rules"]],
    [null, ["rules not-schedule-rules"]],
    [{ ...rules, evenWithin: 3 }, ["rules.evenWithin unknown-property"]],
    [{ ...rules, shortWeeks: "half" }, ["rules.shortWeeks.fullWeekDays missing-property"]],
    [{ ...rules, shortWeeks: null }, ["rules.shortWeeks.fullWeekDays missing-property"]],
    [{ ...rules, shortWeeks: {} }, ["rules.shortWeeks.fullWeekDays missing-property"]],
    [{ ...rules, shortWeeks: { fullWeekDays: 0 } }, ["rules.shortWeeks.fullWeekDays out-of-range"]],
    [{ ...rules, shortWeeks: { fullWeekDays: 8 } }, ["rules.shortWeeks.fullWeekDays out-of-range"]],
    [
      { ...rules, shortWeeks: { fullWeekDay: 5 } },
      [
        "rules.shortWeeks.fullWeekDay unknown-property",
        "rules.shortWeeks.fullWeekDays missing-property",
      ],
    ],
    [{ ...rules, late: { withinDays: 3, from: "asOf" } }, ["rules.late.from unknown-property"]],
    [{ ...rules, late: { withinDays: 0 } }, ["rules.late.withinDays out-of-range"]],
    [{ ...rules, late: { withinDays: 367 } }, ["rules.late.withinDays out-of-range"]],
    [{ ...rules, evenWithinDays: -1 }, ["rules.evenWithinDays out-of-range"]],
    [{ ...rules, evenWithinDays: 367 }, ["rules.evenWithinDays out-of-range"]],
    [{ ...rules, levelSteps: 0 }, ["rules.levelSteps out-of-range"]],
    [{ ...rules, levelSteps: 101 }, ["rules.levelSteps out-of-range"]],
    [{ ...rules, farFromMinutes: 0.5 }, ["rules.farFromMinutes out-of-range"]],
    [{ ...rules, farFromMinutes: 10_001 }, ["rules.farFromMinutes out-of-range"]],
    [{ ...rules, minimumGapDays: 0 }, ["rules.minimumGapDays out-of-range"]],
    [{ ...rules, minimumGapDays: 367 }, ["rules.minimumGapDays out-of-range"]],
    [
      JSON.parse(`{"__proto__":{"levelSteps":1},"shortWeeks":"whole","late":"leave"}`),
      [
        "rules.__proto__ unknown-property",
        "rules.evenWithinDays missing-property",
        "rules.levelSteps missing-property",
        "rules.farFromMinutes missing-property",
      ],
    ],
  ])("%j are not", (written, expected) => expect(codes(written)).toEqual(expected));

  it("a misspelt rule is told the right one", () => {
    const [finding] = checkScheduleRules({ ...rules, levelStep: 3 }, "rules");
    expect(finding?.suggestion).toBe("levelSteps");
  });
});
