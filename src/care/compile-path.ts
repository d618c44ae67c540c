import { ANNOTATIONS, type CompiledRule, compileRule, type Scope } from "../rules/index.js";
import type { CareChapter, CareModel, CarePath } from "./care-model.js";

/** A path after its check: its rules give the models that they lead to. */
export interface CompiledPath {
  readonly path: string;
  readonly climbs: CarePath["climbs"];
  readonly steps: readonly CompiledRule[];
  /** The models of all steps, of those with a fault too. */
  readonly leadsTo: readonly string[];
}

const PATH_WORDS = ["from", "climbs", "steps", ...ANNOTATIONS];
const STEP_WORDS = ["to", "when", "whenUnknown", ...ANNOTATIONS];
const CLIMBS = ["stepByStep", "highestMet"];

/** The paths by the model that they start from; a model starts at most one. */
export function compilePaths(
  written: CareChapter["paths"],
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): ReadonlyMap<string, CompiledPath> {
  const paths = new Map<string, CompiledPath>();
  for (const [name, path] of Object.entries(written ?? {})) {
    const at = `care.paths.${name}`;
    scope.checkWords(path, PATH_WORDS, at);
    scope.checkWord(path.climbs, CLIMBS, `${at}.climbs`);
    if (!models.has(path.from)) {
      scope.unknownName(path.from, "care-model", models.keys(), `${at}.from`);
    }
    if (paths.has(path.from)) {
      const text = `a path from \`${path.from}\` is there already`;
      scope.fault(`${at}.from`, "duplicate-path", text);
    }
    const steps = compileSteps(path, models, scope, `${at}.steps`);
    const leadsTo = path.steps.map((step) => step.to);
    paths.set(path.from, { path: at, climbs: path.climbs, steps, leadsTo });
  }
  return paths;
}

function compileSteps(
  { from, steps }: CarePath,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
  path: string,
): readonly CompiledRule[] {
  if (steps.length === 0) scope.fault(path, "empty-list", "a path of no step leads nowhere");
  const passed = new Set([from]);
  return steps.flatMap((step, index) => {
    const at = `${path}[${index}]`;
    scope.checkWords(step, STEP_WORDS, at);
    if (!models.has(step.to)) scope.unknownName(step.to, "care-model", models.keys(), `${at}.to`);
    if (passed.has(step.to)) {
      scope.fault(`${at}.to`, "circular-path", `the path has been at \`${step.to}\` already`);
    }
    passed.add(step.to);
    if (step.when === undefined) {
      const text = "a step says when an account takes it; no limit is no answer";
      scope.fault(`${at}.when`, "step-without-condition", text);
      return [];
    }
    const rule = compileRule(step, step.to, scope, at, new Map());
    return rule === undefined ? [] : [rule];
  });
}
