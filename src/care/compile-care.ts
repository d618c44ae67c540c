import type { RecordId } from "../facts/index.js";
import { ANNOTATIONS, type Scope } from "../rules/index.js";
import type { CompiledClassifier } from "../segments/index.js";
import type { CareChapter, CareModel } from "./care-model.js";
import type { CarePlan } from "./care-plan.js";
import { checkPlan } from "./check-care-plan.js";
import { compileTimeBudgets, type RoleBudget } from "./check-time-budgets.js";
import { type CompiledDepth, compileDataDepth } from "./compile-data-depth.js";
import { type CompiledException, compileExceptions } from "./compile-exceptions.js";
import { checkModel } from "./compile-model.js";
import { type CompiledPath, compilePaths } from "./compile-path.js";
import { compileServiceLevels } from "./compile-service-levels.js";
import type { ServiceLevel } from "./service-level.js";

/** The care chapter after its check. */
export interface CompiledCare {
  readonly segmentedBy: string;
  readonly models: ReadonlyMap<string, CareModel>;
  readonly bySegment: ReadonlyMap<string, string>;
  /** By account, in the order of the policy. */
  readonly exceptions: ReadonlyMap<RecordId, readonly CompiledException[]>;
  /** By the model that the path starts from. */
  readonly paths: ReadonlyMap<string, CompiledPath>;
  readonly serviceLevels: ReadonlyMap<string, ServiceLevel>;
  readonly floorLevel: string | undefined;
  readonly plans: ReadonlyMap<string, CarePlan>;
  readonly timeBudgets: readonly RoleBudget[];
  /** The fields that must be known, by segment. */
  readonly dataDepth: CompiledDepth;
}

const CHAPTER_WORDS = [
  ...["segmentedBy", "models", "bySegment", "exceptions", "paths", "serviceLevels", "floorLevel"],
  ...["plans", "timeBudgets", "dataDepth", ...ANNOTATIONS],
];

/**
 * The care chapter ready to be asked of any account: exactly one model for each segment, none
 * missing and none that nobody is entitled to, every exception with its reason, and every level,
 * plan, path, budget and required field as it must be.
 *
 * Every fault is recorded in the scope, with its path and, for a misspelt name, the nearest right
 * one: `segment-without-care`, `orphaned-care-model`, `unknown-classifier`, `unknown-segment`,
 * `unknown-care-model`, `unknown-cadence`, `unknown-ownership-mode`, `unknown-property`,
 * `unknown-value`, `reserved-name` (`none`, or what stands in place of a segment), `out-of-range` (a significance below 1), `empty-list`,
 * of exceptions `missing-property`, `exception-without-reason`, `not-a-civil-date`,
 * `span-reversed`, `overlapping-exceptions`, and what the findings page lists under Care.
 *
 * Gotcha: the classifiers must have been compiled in the same scope; a required field that no
 * condition reads is questioned.
 *
 * @param care - as the policy wrote it
 * @param classifiers - those of the policy, by name
 * @param cadences - the names of the policy's cadences
 * @param scope - the names that conditions may use, and where faults go
 * @returns the compiled chapter; it may be asked when no fault was recorded
 *
 * @category Care
 */
export function compileCare(
  care: CareChapter,
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  cadences: readonly string[],
  scope: Scope,
): CompiledCare {
  scope.checkWords(care, CHAPTER_WORDS, "care");
  const models = new Map(Object.entries(care.models));
  const bySegment = new Map(Object.entries(care.bySegment));
  const classifier = classifiers.get(care.segmentedBy);
  if (classifier === undefined) {
    scope.unknownName(care.segmentedBy, "classifier", classifiers.keys(), "care.segmentedBy");
  } else {
    checkSegments(classifier, bySegment, models, scope);
  }
  const serviceLevels = compileServiceLevels(care, scope);
  const plans = new Map(Object.entries(care.plans ?? {}));
  const names = {
    cadences,
    serviceLevels: new Set(serviceLevels.keys()),
    plans: new Set(plans.keys()),
  };
  for (const [name, model] of models) checkModel(name, model, names, scope);
  for (const [name, plan] of plans) checkPlan(plan, scope, `care.plans.${name}`);
  const exceptions = compileExceptions(care.exceptions ?? [], models, scope);
  const paths = compilePaths(care.paths, models, scope);
  checkModelsUsed(models, bySegment, exceptions, paths, scope);
  const segments = [...(classifier?.labels.keys() ?? bySegment.keys())];
  const budgetNames = { segments, cadences };
  return {
    segmentedBy: care.segmentedBy,
    models,
    bySegment,
    exceptions,
    paths,
    serviceLevels,
    floorLevel: care.floorLevel,
    plans,
    timeBudgets: compileTimeBudgets(care.timeBudgets ?? {}, budgetNames, scope, "care.timeBudgets"),
    dataDepth: compileDataDepth(care.dataDepth, segments, models, scope),
  };
}

function checkSegments(
  classifier: CompiledClassifier,
  bySegment: ReadonlyMap<string, string>,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): void {
  for (const label of classifier.labels.keys()) {
    if (bySegment.has(label)) continue;
    const text = `segment \`${label}\` has no care model`;
    scope.fault(`care.bySegment.${label}`, "segment-without-care", text);
  }
  for (const [label, model] of bySegment) {
    const path = `care.bySegment.${label}`;
    if (!classifier.labels.has(label)) {
      scope.unknownName(label, "segment", classifier.labels.keys(), path);
    }
    if (!models.has(model)) scope.unknownName(model, "care-model", models.keys(), path);
  }
}

/** Every model is given by a segment, an exception or a step of a path. */
function checkModelsUsed(
  models: ReadonlyMap<string, CareModel>,
  bySegment: ReadonlyMap<string, string>,
  exceptions: CompiledCare["exceptions"],
  paths: CompiledCare["paths"],
  scope: Scope,
): void {
  const exceptional = [...exceptions.values()].flat().map((each) => each.exception.model);
  const led = [...paths.values()].flatMap((path) => path.leadsTo);
  const used = new Set([...bySegment.values(), ...exceptional, ...led]);
  for (const name of models.keys()) {
    if (used.has(name)) continue;
    scope.fault(`care.models.${name}`, "orphaned-care-model", `nobody is entitled to \`${name}\``);
  }
}
