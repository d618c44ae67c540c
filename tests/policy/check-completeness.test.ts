import { describe, expect, it } from "vitest";
import { type CarePolicy, checkCompleteness } from "../../src/policy/index.js";

const visits = {
  ...{ method: "quota", counts: { field: "kind", equals: "visit" }, counting: "held" },
  ...{ atLeast: 2, per: { rolling: { months: 12 } }, spread: "anyTime", roll: "next" },
};
const goal = {
  ...{ what: "a second line", level: "strategy", strategy: "breadth", metric: "sales" },
  ...{ analysis: ["lines"], opportunities: ["a new site"] },
};
const plan = (goals: object): object => ({
  analysis: { lines: { finding: "buys from one line of three" } },
  goals,
  actions: { call: { what: "needs", obligation: "analysisBased", analysis: ["lines"] } },
  implementation: { responsible: "account manager" },
  followUp: { every: { months: 6 }, by: "account manager" },
});

function policyOf(care: object = {}, more: object = {}): CarePolicy {
  const rules = [{ segment: "large", when: { field: "headcount", atLeast: 500 } }];
  const labels = { large: {}, small: {} };
  const size = { method: "rules", hitPolicy: "first", labels, rules, otherwise: "small" };
  const personal = { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 };
  const light = { ownership: { mode: "none" }, cadences: "none", significance: 2 };
  return {
    ...{ id: "p", version: "1", segments: { size }, cadences: { visits }, ...more },
    care: {
      segmentedBy: "size",
      models: { personal, light },
      bySegment: { large: "personal", small: "light" },
      ...care,
    },
  } as unknown as CarePolicy;
}

const found = (...given: Parameters<typeof policyOf>): readonly string[] =>
  checkCompleteness(policyOf(...given)).map(({ code, path }) => `${code} ${path}`);

describe("POL-03 checkCompleteness", () => {
  it("finds nothing in a policy that is whole", () => {
    expect(found()).toEqual([]);
  });

  it("tells with the codes of the compiler what refuses the policy, and no other fault", () => {
    expect(found({ bySegment: { large: "personal" } })).toEqual([
      "segment-without-care care.bySegment.small",
      "orphaned-care-model care.models.light",
    ]);
    const silent = { ownership: { mode: "none" }, cadences: [], significance: 1 };
    const quiet = { models: { personal: silent, light: silent } };
    expect(found(quiet, { cadences: {} })).toEqual([
      "empty-list care.models.personal.cadences",
      "empty-list care.models.light.cadences",
    ]);
    expect(found({}, { parameters: { limit: { open: "number" } } })).toEqual([
      "open-parameter parameters.limit",
    ]);
    expect(found({}, { parameters: { limit: 500 } })).toEqual([]);
    expect(found({ segmentedBy: "sise", plans: {} })).not.toContain("unknown-classifier");
    expect(found({}, { businessLines: [] })).toEqual([]);
  });

  it("names cadences that no care model has", () => {
    expect(found({}, { cadences: { visits, calls: visits } })).toEqual([
      "unused-cadence cadences.calls",
    ]);
  });

  it("names models without a plan once there are plans, and goals that the board does not measure", () => {
    const plans = { growth: plan({ breadth: goal }) };
    const light = { ownership: { mode: "none" }, cadences: "none", significance: 2 };
    const personal = { ...light, cadences: ["visits"], plan: "growth" };
    expect(found({ plans, models: { personal, light } })).toEqual([
      "model-without-plan care.models.light.plan",
    ]);
    const both = { plans, models: { personal, light: { ...light, plan: "growth" } } };
    expect(found(both)).toEqual([]);
    const kpis = { sales: { figure: "sales", version: "1" } };
    expect(found(both, { kpis })).toEqual([]);
    expect(found({}, { kpis })).toEqual([]);
    expect(found(both, { kpis: { other: kpis.sales } })).toEqual([
      "metric-without-figure care.plans.growth.goals.breadth.metric",
    ]);
    const { metric, ...unmeasured } = goal;
    expect(metric).toBe("sales");
    const open = { ...both, plans: { growth: plan({ breadth: unmeasured }) } };
    expect(found(open, { kpis })).toEqual([
      "goal-without-metric care.plans.growth.goals.breadth.metric",
    ]);
    const { goals, ...goalless } = plan({}) as { goals: object };
    expect(goals).toEqual({});
    expect(found({ ...both, plans: { growth: goalless } }, { kpis })).toEqual([
      "plan-part-missing care.plans.growth.goals",
    ]);
  });

  it("says what cannot be read at all, and stops", () => {
    const codes = checkCompleteness({} as CarePolicy).map(({ code }) => code);
    expect(codes).toContain("malformed-policy");
  });
});
