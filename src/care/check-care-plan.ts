import { ANNOTATIONS, compileDuration, Scope } from "../rules/index.js";
import type { Finding } from "../shapes/index.js";
import { isCivilDate } from "../time/index.js";
import type { AccountPlan, CarePlan, PlanAction, PlanGoal } from "./care-plan.js";
import { checkText } from "./check-names.js";
import type { Owner } from "./ownership.js";
import { missingParts } from "./plan-completeness.js";

/**
 * What the plan of an account is held against.
 *
 * @category Care plans
 */
export interface PlanContext {
  /** The plan of the account's care model; its compulsory actions must be in the account's. */
  readonly modelPlan?: CarePlan;
  /** Who owns the account; whoever is responsible must have taken note of the plan. */
  readonly owners?: readonly Owner[];
}

const PLAN_WORDS = [
  ...["strategic", "analysis", "goals", "actions", "implementation", "followUp"],
  ...ANNOTATIONS,
];
const ACCOUNT_WORDS = ["accountId", "acknowledged"];
const GOAL_WORDS = [
  ...["what", "level", "metric", "strategy", "analysis", "opportunities"],
  ...ANNOTATIONS,
];
const ACTION_WORDS = ["what", "obligation", "theme", "analysis", "goal", ...ANNOTATIONS];

/**
 * What is wrong with the plan of an account.
 *
 * A plan has five parts: analysis, goals, actions, implementation, follow-up. Every goal has a
 * metric and should rest on a strategy, an analysis and an opportunity. A plan of strategic accounts
 * has compulsory actions, and the account's plan holds all those of its model's plan, by name. An
 * action that an analysis gave rise to names it. Everybody responsible for the account has taken
 * note of the plan; where `owners` is not given nobody knows who should have.
 *
 * @param plan - the plan of an account
 * @param context - the plan of its care model, and who owns it
 * @returns `plan-part-missing`, `goal-without-metric`, `action-without-analysis`,
 *   `no-compulsory-action`, `compulsory-action-missing`, `unknown-analysis`, `unknown-goal` and
 *   faults of words; as warnings `goal-input-missing` and `plan-not-acknowledged`; none for a plan
 *   that is as it must be
 *
 * @example A goal that nobody measures
 * ```ts
 * import { checkCarePlan } from "hoito/care";
 *
 * const findings = checkCarePlan(
 *   {
 *     accountId: "A",
 *     analysis: { lines: { finding: "buys from one line of three" } },
 *     goals: {
 *       breadth: {
 *         what: "a second line", level: "strategy", strategy: "breadth",
 *         analysis: ["lines"], opportunities: ["new site"],
 *       },
 *     },
 *     actions: { call: { what: "needs of all lines", obligation: "compulsory" } },
 *     implementation: { responsible: "account manager" },
 *     followUp: { every: { months: 6 }, by: "account manager" },
 *   },
 *   {},
 * );
 * findings.map(({ code, path }) => `${code} at ${path}`);
 * // => ["goal-without-metric at goals.breadth.metric"]
 * ```
 *
 * @category Care plans
 */
export function checkCarePlan(plan: AccountPlan, context: PlanContext): readonly Finding[] {
  const scope = new Scope();
  checkPlan(plan, scope, "", ACCOUNT_WORDS);
  for (const [name, action] of Object.entries(context.modelPlan?.actions ?? {})) {
    const own = Object.hasOwn(plan.actions ?? {}, name) ? plan.actions?.[name] : undefined;
    if (action.obligation !== "compulsory" || own?.obligation === "compulsory") continue;
    const text = `the plan of the care model makes \`${name}\` compulsory`;
    scope.fault(`actions.${name}`, "compulsory-action-missing", text);
  }
  checkAcknowledged(plan, context.owners ?? [], scope);
  return scope.findings;
}

/** Checks a plan of a policy, or the parts that the plan of an account has in common with it. */
export function checkPlan(
  plan: CarePlan,
  scope: Scope,
  path: string,
  moreWords: readonly string[] = [],
): void {
  const at = (part: string): string => (path === "" ? part : `${path}.${part}`);
  scope.checkWords(plan, [...PLAN_WORDS, ...moreWords], path);
  for (const part of missingParts(plan)) {
    const text = `a plan has five parts, and this one no \`${part}\``;
    scope.fault(at(part), "plan-part-missing", text);
  }
  const analyses = new Set(Object.keys(plan.analysis ?? {}));
  for (const [name, analysis] of Object.entries(plan.analysis ?? {})) {
    scope.checkWords(analysis, ["finding", ...ANNOTATIONS], at(`analysis.${name}`));
    checkText(analysis.finding, scope, at(`analysis.${name}.finding`));
  }
  for (const [name, goal] of Object.entries(plan.goals ?? {})) {
    checkGoal(goal, analyses, scope, at(`goals.${name}`));
  }
  const goals = new Set(Object.keys(plan.goals ?? {}));
  const actions = Object.entries(plan.actions ?? {});
  for (const [name, action] of actions) {
    checkAction(action, { analyses, goals }, scope, at(`actions.${name}`));
  }
  const { followUp, implementation, strategic } = plan;
  if (strategic === true && !actions.some(([, each]) => each.obligation === "compulsory")) {
    const text = "a plan of strategic accounts has compulsory actions";
    scope.fault(at("actions"), "no-compulsory-action", text);
  }
  if (implementation !== undefined) {
    scope.checkWords(implementation, ["responsible"], at("implementation"));
    checkText(implementation.responsible, scope, at("implementation.responsible"));
  }
  if (followUp === undefined) return;
  scope.checkWords(followUp, ["every", "by"], at("followUp"));
  compileDuration(followUp.every, scope, at("followUp.every"));
  checkText(followUp.by, scope, at("followUp.by"));
}

function checkGoal(
  goal: PlanGoal,
  analyses: ReadonlySet<string>,
  scope: Scope,
  path: string,
): void {
  scope.checkWords(goal, GOAL_WORDS, path);
  checkText(goal.what, scope, `${path}.what`);
  scope.checkWord(goal.level, ["strategy", "account"], `${path}.level`);
  if (goal.metric === undefined || goal.metric.trim() === "") {
    const text = "what is not measured cannot steer anybody; a goal names its metric";
    scope.fault(`${path}.metric`, "goal-without-metric", text);
  }
  for (const input of ["strategy", "analysis", "opportunities"] as const) {
    if (goal[input] !== undefined && goal[input].length > 0) continue;
    const text = `a goal rests on strategy, analysis and opportunities; no \`${input}\``;
    scope.warn(`${path}.${input}`, "goal-input-missing", text);
  }
  checkAnalyses(goal.analysis ?? [], analyses, scope, `${path}.analysis`);
}

function checkAction(
  action: PlanAction,
  names: { readonly analyses: ReadonlySet<string>; readonly goals: ReadonlySet<string> },
  scope: Scope,
  path: string,
): void {
  const { obligation, theme, analysis = [], goal } = action;
  scope.checkWords(action, ACTION_WORDS, path);
  checkText(action.what, scope, `${path}.what`);
  scope.checkWord(obligation, ["compulsory", "analysisBased"], `${path}.obligation`);
  if (theme !== undefined) {
    scope.checkWord(theme, ["jointDevelopment", "ties", "opportunity"], `${path}.theme`);
  }
  if (obligation === "analysisBased" && analysis.length === 0) {
    const text = "an action that rests on an analysis names it";
    scope.fault(`${path}.analysis`, "action-without-analysis", text);
  }
  checkAnalyses(analysis, names.analyses, scope, `${path}.analysis`);
  if (goal === undefined || names.goals.has(goal)) return;
  scope.unknownName(goal, "goal", names.goals, `${path}.goal`);
}

function checkAnalyses(
  named: readonly string[],
  known: ReadonlySet<string>,
  scope: Scope,
  path: string,
): void {
  for (const [index, name] of named.entries()) {
    if (!known.has(name)) scope.unknownName(name, "analysis", known, `${path}[${index}]`);
  }
}

function checkAcknowledged(
  { acknowledged = [] }: AccountPlan,
  owners: readonly Owner[],
  scope: Scope,
): void {
  for (const [index, each] of acknowledged.entries()) {
    const { on } = each;
    scope.checkWords(each, ["by", "on"], `acknowledged[${index}]`);
    if (isCivilDate(on)) continue;
    scope.fault(`acknowledged[${index}].on`, "not-a-civil-date", "an acknowledgement has its day");
  }
  const responsible = owners.filter((each) => each.role === "responsible");
  for (const personId of new Set(responsible.map((each) => each.personId))) {
    if (acknowledged.some((each) => each.by === personId)) continue;
    const text = `\`${personId}\` owns the account and has not taken note of its plan`;
    scope.warn("acknowledged", "plan-not-acknowledged", text);
  }
}
