import { describe, expect, it } from "vitest";
import {
  type AccountPlan,
  type CarePlan,
  checkCarePlan,
  type PlanContext,
  planCompleteness,
} from "../../src/care/index.js";
import golden from "../golden/care/s3-plans.json" with { type: "json" };
import { compileChapter, models } from "./compile-chapter.js";

const whole = golden[0]!.given as unknown as AccountPlan;

function faultsOf(plan: unknown, context: PlanContext = {}): string[] {
  return checkCarePlan(plan as AccountPlan, context).map(({ code, path }) => `${code} at ${path}`);
}

describe("CARE-08 a care plan", () => {
  it.each(golden)("CARE-08 $description ($source)", ({ given, completeness, expected }) => {
    expect(faultsOf(given)).toEqual(expected);
    expect(planCompleteness(given as unknown as CarePlan).value).toBe(completeness);
  });

  it("CARE-08 what a plan lacks is a figure with its receipts", () => {
    expect(planCompleteness({ analysis: {}, implementation: { responsible: "owner" } })).toEqual({
      value: 0.2,
      numerator: 1,
      denominator: 5,
      excluded: [],
      method: "planParts",
      missing: ["analysis", "goals", "actions", "followUp"],
    });
    expect(planCompleteness({}).missing).toHaveLength(5);
  });

  const goal = whole.goals!["broader"]!;
  const action = whole.actions!["jointWork"]!;
  const withGoal = (change: object) => ({ ...whole, goals: { broader: { ...goal, ...change } } });
  const withAction = (change: object) => ({
    ...whole,
    actions: { ...whole.actions, jointWork: { ...action, ...change } },
  });

  it.each<[string, unknown, string[]]>([
    [
      "nothing at all",
      { accountId: "A" },
      ["analysis", "goals", "actions", "implementation", "followUp"].map(
        (part) => `plan-part-missing at ${part}`,
      ),
    ],
    ["a title, a note and a source", { ...whole, title: "a", note: "b", source: "c" }, []],
    ["a word that says nothing", { ...whole, aktions: {} }, ["unknown-property at aktions"]],
    [
      "an analysis that found nothing",
      { ...whole, analysis: { breadth: { finding: "" } } },
      ["missing-property at analysis.breadth.finding"],
    ],
    [
      "a word in an analysis",
      { ...whole, analysis: { breadth: { finding: "x", found: "y" } } },
      ["unknown-property at analysis.breadth.found"],
    ],
    [
      "a goal of no level",
      withGoal({ level: "startegy" }),
      ["unknown-value at goals.broader.level"],
    ],
    ["a goal of nothing", withGoal({ what: "" }), ["missing-property at goals.broader.what"]],
    ["an empty metric", withGoal({ metric: " " }), ["goal-without-metric at goals.broader.metric"]],
    [
      "an empty input",
      withGoal({ opportunities: [] }),
      ["goal-input-missing at goals.broader.opportunities"],
    ],
    [
      "a goal of an analysis that is not there",
      withGoal({ analysis: ["breadht"] }),
      ["unknown-analysis at goals.broader.analysis[0]"],
    ],
    ["a word in a goal", withGoal({ metrik: "x" }), ["unknown-property at goals.broader.metrik"]],
    [
      "an obligation that is none",
      withAction({ obligation: "voluntary" }),
      ["unknown-value at actions.jointWork.obligation"],
    ],
    [
      "a theme that is none",
      withAction({ theme: "tie" }),
      ["unknown-value at actions.jointWork.theme"],
    ],
    [
      "an action for a goal that is not there",
      withAction({ goal: "boader" }),
      ["unknown-goal at actions.jointWork.goal"],
    ],
    [
      "an action of an analysis that is not there",
      withAction({ analysis: ["bredth"] }),
      ["unknown-analysis at actions.jointWork.analysis[0]"],
    ],
    [
      "an action of nothing",
      withAction({ what: 3 }),
      ["missing-property at actions.jointWork.what"],
    ],
    [
      "a word in an action",
      withAction({ who: "x" }),
      ["unknown-property at actions.jointWork.who"],
    ],
    [
      "nobody responsible",
      { ...whole, implementation: { responsible: "" } },
      ["missing-property at implementation.responsible"],
    ],
    [
      "a follow-up without its time",
      { ...whole, followUp: { every: { moons: 6 }, by: "team" } },
      ["not-a-duration at followUp.every.moons"],
    ],
    [
      "a follow-up after a parameter that is nowhere",
      { ...whole, followUp: { every: { parameter: "half" }, by: "team" } },
      ["unknown-parameter at followUp.every.parameter"],
    ],
    [
      "a follow-up by nobody",
      { ...whole, followUp: { every: { months: 6 }, by: "" } },
      ["missing-property at followUp.by"],
    ],
    [
      "an ordinary plan without compulsory actions",
      { ...withAction({}), strategic: undefined },
      [],
    ],
  ])("CARE-08 %s", (_, plan, expected) => {
    expect(faultsOf(plan)).toEqual(expected);
  });

  it("CARE-08 suggests the name that was meant", () => {
    const [found] = checkCarePlan(withGoal({ analysis: ["breadht"] }), {});
    expect(found?.suggestion).toBe("breadth");
  });

  it("CARE-08 the compulsory actions of the model's plan are in the account's", () => {
    const compulsory = { what: "audit", obligation: "compulsory" } as const;
    const modelPlan: CarePlan = {
      actions: { audit: compulsory, extra: { ...compulsory, obligation: "analysisBased" } },
    };
    const missing = ["compulsory-action-missing at actions.audit"];
    expect(faultsOf(whole, { modelPlan })).toEqual(missing);
    const withAudit = (audit: object) => ({ ...whole, actions: { ...whole.actions, audit } });
    expect(faultsOf(withAudit(compulsory), { modelPlan })).toEqual([]);
    const weakened = { ...compulsory, obligation: "analysisBased", analysis: ["breadth"] };
    expect(faultsOf(withAudit(weakened), { modelPlan })).toEqual(missing);
    const { actions: _, ...without } = whole;
    expect(faultsOf(without, { modelPlan })).toEqual([
      "plan-part-missing at actions",
      "no-compulsory-action at actions",
      ...missing,
    ]);
    const inherited = { actions: { toString: compulsory } } as unknown as CarePlan;
    expect(faultsOf(whole, { modelPlan: inherited })).toEqual([
      "compulsory-action-missing at actions.toString",
    ]);
    expect(faultsOf(whole, { modelPlan: {} })).toEqual([]);
  });

  it("CARE-08 everybody responsible has taken note of the plan", () => {
    const owners = [
      { personId: "anna", role: "responsible" },
      { personId: "anna", role: "responsible", region: "north" },
      { personId: "eero", role: "teamMember" },
    ] as const;
    const [found] = checkCarePlan(whole, { owners });
    expect(found).toMatchObject({
      code: "plan-not-acknowledged",
      severity: "warning",
      path: "acknowledged",
      message: "`anna` owns the account and has not taken note of its plan",
    });
    expect(faultsOf(whole, { owners })).toHaveLength(1);
    const by = (...names: string[]) => ({
      ...whole,
      acknowledged: names.map((name) => ({ by: name, on: "2010-06-01" })),
    });
    expect(faultsOf(by("anna"), { owners })).toEqual([]);
    expect(faultsOf(by("eero"), { owners })).toEqual(["plan-not-acknowledged at acknowledged"]);
    expect(faultsOf(by("eero"))).toEqual([]);
    const undated = { ...whole, acknowledged: [{ by: "anna", on: "June" }] };
    expect(faultsOf(undated, { owners })).toEqual(["not-a-civil-date at acknowledged[0].on"]);
  });
});

describe("CARE-08 the plans of a policy", () => {
  const { accountId: _, ...plan } = whole;

  it("CARE-08 a plan per segment, by the model's name for it", () => {
    const planned = { ...models, deep: { ...models.deep, plan: "strategic" } };
    const { faults, care } = compileChapter({ models: planned, plans: { strategic: plan } });
    expect(faults).toEqual([]);
    expect(care.plans.get("strategic")).toEqual(plan);
    const misspelt = { ...models, deep: { ...models.deep, plan: "stratgic" } };
    const { findings } = compileChapter({ models: misspelt, plans: { strategic: plan } });
    expect(findings).toMatchObject([
      { code: "unknown-care-plan", path: "care.models.deep.plan", suggestion: "strategic" },
    ]);
  });

  it("CARE-08 its faults have their place in the policy", () => {
    const plans = { strategic: { ...plan, goals: { g: { what: "x", level: "account" } }, x: 1 } };
    expect(compileChapter({ plans }).faults).toEqual([
      "unknown-property at care.plans.strategic.x",
      "goal-without-metric at care.plans.strategic.goals.g.metric",
      "goal-input-missing at care.plans.strategic.goals.g.strategy",
      "goal-input-missing at care.plans.strategic.goals.g.analysis",
      "goal-input-missing at care.plans.strategic.goals.g.opportunities",
      "unknown-goal at care.plans.strategic.actions.jointWork.goal",
    ]);
    expect(compileChapter({ plans: { strategic: { ...plan, accountId: "A" } } }).faults).toEqual([
      "unknown-property at care.plans.strategic.accountId",
    ]);
  });
});
