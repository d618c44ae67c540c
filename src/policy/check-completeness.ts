import type { CarePlan, PlanGoal } from "../care/index.js";
import { isObject } from "../rules/index.js";
import { type Finding, warningAt } from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";
import { compilePolicy } from "./compile-policy.js";

/** What a policy lacks, as compiling it tells. */
const LACKING: ReadonlySet<string> = new Set([
  ...["segment-without-care", "orphaned-care-model", "open-parameter", "goal-without-metric"],
  ...["model-without-service-level", "plan-part-missing", "contact-not-stated"],
]);

/**
 * What is missing in a policy before it is whole: every segment has a care model, every care model
 * a cadence or a stated `none`, every goal a metric, every parameter a value.
 *
 * What the compiler refuses for this reason is told with the compiler's own codes
 * (`segment-without-care`, `empty-list` for a model without cadences, `goal-without-metric`,
 * `open-parameter` and others); other faults are left to {@link compilePolicy}. Three more are
 * warnings, because a policy works without them: a cadence that no care model has
 * (`unused-cadence`), a model without a care plan where others have one (`model-without-plan`), and
 * a goal whose metric is no figure of the policy's board, where it has one (`metric-without-figure`).
 *
 * @param policy - a care policy, also one that does not compile yet
 * @returns findings in this order; none when the policy is whole
 *
 * @example A number that nobody has decided, and a cadence that nobody has
 * ```ts
 * import { type CarePolicy, checkCompleteness } from "hoito";
 *
 * const draft: CarePolicy = {
 *   id: "draft",
 *   version: "1",
 *   parameters: { threshold: { open: "number" } },
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 500 } }],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light" },
 *   },
 *   cadences: {
 *     calls: {
 *       method: "quota", counts: { field: "kind", equals: "phoneCall" }, counting: "held",
 *       atLeast: 1, per: { rolling: { months: 12 } }, spread: "anyTime", roll: "next",
 *     },
 *   },
 * };
 * checkCompleteness(draft).map(({ code, path }) => `${code} at ${path}`);
 * // => ["open-parameter at parameters.threshold", "unused-cadence at cadences.calls"]
 * ```
 *
 * @category Policy
 */
export function checkCompleteness(policy: CarePolicy): readonly Finding[] {
  const { findings } = compilePolicy(policy);
  const refused = findings.some(({ code }) => code === "malformed-policy" || code === "too-large");
  if (refused) return findings;
  return [
    ...findings.filter(isLack),
    ...unusedCadences(policy),
    ...modelsWithoutPlan(policy),
    ...metricsWithoutFigure(policy),
  ];
}

/** A list that is empty is a lack where it is the cadences of a care model. */
function isLack({ code, path }: Finding): boolean {
  if (code !== "empty-list") return LACKING.has(code);
  return path.startsWith("care.models.") && path.endsWith(".cadences");
}

function unusedCadences({ cadences, care }: CarePolicy): readonly Finding[] {
  const lists = Object.values(care.models).map((model) => model.cadences);
  const used = new Set(lists.flatMap((each) => (each === "none" ? [] : each)));
  return Object.keys(cadences)
    .filter((name) => !used.has(name))
    .map((name) => {
      const text = `no care model has the cadence \`${name}\``;
      return warningAt(`cadences.${name}`, "unused-cadence", text);
    });
}

function modelsWithoutPlan({ care: { models, plans } }: CarePolicy): readonly Finding[] {
  if (plans === undefined) return [];
  return Object.entries(models)
    .filter(([, { plan }]) => plan === undefined)
    .map(([name]) => {
      const text = `other care models have a care plan, and \`${name}\` has none`;
      return warningAt(`care.models.${name}.plan`, "model-without-plan", text);
    });
}

function metricsWithoutFigure({ care, kpis }: CarePolicy): readonly Finding[] {
  if (kpis === undefined) return [];
  return Object.entries(care.plans ?? {}).flatMap(([name, plan]) =>
    goalsOf(plan)
      .filter(([, { metric }]) => metric !== undefined && !Object.hasOwn(kpis, metric))
      .map(([goal, { metric }]) => {
        const text = `the board has no figure \`${String(metric)}\` to measure this goal with`;
        const path = `care.plans.${name}.goals.${goal}.metric`;
        return warningAt(path, "metric-without-figure", text);
      }),
  );
}

function goalsOf({ goals }: CarePlan): readonly (readonly [string, PlanGoal])[] {
  return isObject(goals) ? (Object.entries(goals) as (readonly [string, PlanGoal])[]) : [];
}
