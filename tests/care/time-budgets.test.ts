import { describe, expect, it } from "vitest";
import { checkTimeBudgets, type RoleBudget, type TimeBudgets } from "../../src/care/index.js";
import golden from "../golden/care/s4-time-budgets.json" with { type: "json" };
import { compileChapter } from "./compile-chapter.js";

const names = { segments: ["gold", "B", "smallest"], cadences: ["monthlyVisit"] };

function check(budgets: unknown): readonly RoleBudget[] | string[] {
  const result = checkTimeBudgets(budgets as TimeBudgets, names);
  if (result.ok) return result.value;
  return result.findings.map(({ code, path }) => `${code} at ${path}`);
}

describe("CARE-10 time budgets by role and class", () => {
  it.each(golden)("CARE-10 $description ($source)", ({ given, expected, findings }) => {
    expect(check(given)).toEqual(expected ?? findings);
  });

  it("CARE-10 100.01 % is refused, whatever doubles make of it; ten tenths are the whole", () => {
    const shares = (gold: number, B: number) =>
      check({ x: { gold: { share: gold }, B: { share: B } } });
    expect(shares(0.7, 0.3001)).toEqual(["shares-exceed-whole at timeBudgets.x"]);
    expect(shares(0.7, 0.3)).toMatchObject([{ allotted: 1, rest: 0 }]);
    const tenths = { segments: [..."abcdefghij"], cadences: [] };
    const budget = Object.fromEntries(tenths.segments.map((each) => [each, { share: 0.1 }]));
    const result = checkTimeBudgets({ x: budget }, tenths);
    expect(result.ok && result.value[0]).toMatchObject({ allotted: 1, rest: 0 });
  });

  it.each<[unknown, string[]]>([
    [{ gold: { share: 1.5 } }, ["not-a-share at timeBudgets.x.gold.share"]],
    [{ gold: { share: -0.1 } }, ["not-a-share at timeBudgets.x.gold.share"]],
    [{ gold: { share: 0.12345 } }, ["not-a-share at timeBudgets.x.gold.share"]],
    [{ gold: { share: "0.5" } }, ["not-a-share at timeBudgets.x.gold.share"]],
    [{ gold: { share: Number.NaN } }, ["not-a-share at timeBudgets.x.gold.share"]],
    [{ gold: {} }, ["not-an-allotment at timeBudgets.x.gold"]],
    [{ gold: { share: 0.5, cadence: "monthlyVisit" } }, ["not-an-allotment at timeBudgets.x.gold"]],
    [{ gold: { cadence: "weekly" } }, ["unknown-cadence at timeBudgets.x.gold.cadence"]],
    [{ gould: { share: 0.5 } }, ["unknown-segment at timeBudgets.x.gould"]],
    [{ gold: { share: 0.5, of: 1 } }, ["unknown-property at timeBudgets.x.gold.of"]],
  ])("CARE-10 %j: %j", (budget, expected) => {
    expect(check({ x: budget })).toEqual(expected);
  });

  it("CARE-10 a role that gives nothing away has all its time left; no role, no budget", () => {
    expect(check({ x: {} })).toEqual([
      { role: "x", allotted: 0, rest: 1, byCadence: [], unspecified: names.segments },
    ]);
    expect(check({})).toEqual([]);
  });

  it("CARE-10 the budgets of a policy are checked with it", () => {
    const timeBudgets = { phone: { A: { share: 0.5 }, B: { cadence: "calls" } } };
    const { faults, care } = compileChapter({ timeBudgets });
    expect(faults).toEqual([]);
    expect(care.timeBudgets).toEqual([
      { role: "phone", allotted: 0.5, rest: 0.5, byCadence: ["B"], unspecified: ["C"] },
    ]);
    const over = { phone: { A: { share: 0.5 }, B: { share: 0.6 } } };
    const { findings } = compileChapter({ timeBudgets: over });
    expect(findings).toMatchObject([
      { code: "shares-exceed-whole", message: "the shares of `phone` make 110 %" },
    ]);
    const unknown = { phone: { D: { share: 0.1 } } };
    expect(compileChapter({ timeBudgets: unknown }).faults).toEqual([
      "unknown-segment at care.timeBudgets.phone.D",
    ]);
  });
});
