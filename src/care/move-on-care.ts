import {
  type ExplainedRow,
  evaluate,
  explainRules,
  MET,
  missingFacts,
  NOT_MET,
  nextChange,
  type Row,
  type Truth,
  UNKNOWN,
} from "../rules/index.js";
import type { Decision, Reason } from "../shapes/index.js";
import type { CareOutcome } from "./care-model.js";
import type { CompiledCare } from "./compile-care.js";
import type { CompiledPath } from "./compile-path.js";

/** The part of a compiled chapter that says where accounts move on to. */
export type CarePaths = Pick<CompiledCare, "paths">;

/**
 * The care model that an account has come to on the path from the model it is entitled to.
 *
 * On a path `stepByStep` the account takes each step that is met and stops before the first that is
 * not; on `highestMet` it stands on the last step that is met. A step that is unknown leaves both
 * sides of it possible. An account cared for by an exception walks no path, one without a model
 * neither; a model from which no path starts stays as it is.
 *
 * @param entitled - the answer of `entitle`
 * @param care - the compiled chapter
 * @param row - the cells of the account, with why those that are unknown are
 * @returns the model, or the candidates with the facts that are missing; the reasons are those of
 *   `entitle`, then one step for each path with the verdict of every step on it
 *
 * @category Care
 */
export function moveOnCare(
  entitled: Decision<CareOutcome>,
  care: CarePaths,
  row: ExplainedRow,
): Decision<CareOutcome> {
  const { value, because } = entitled;
  const isException = because.some((each) => each.kind === "step" && each.step === "careException");
  if (value.kind === "none" || isException) return entitled;
  const starts = value.kind === "model" ? [value.model] : value.candidates;
  const walks = starts.map((from) => walk(from, care.paths.get(from), row));
  const reasons = walks.flatMap((each) => each.because);
  if (reasons.length === 0) return entitled;
  const candidates = [...new Set(walks.flatMap((each) => each.models))];
  const all = [...because, ...reasons];
  if (candidates.length === 1) {
    return { value: { kind: "model", model: candidates[0]! }, because: all, missing: [] };
  }
  const missing = [...entitled.missing, ...missingFacts(walks.flatMap((each) => each.open))];
  return { value: { kind: "undecided", candidates }, because: all, missing };
}

/**
 * The first day after the day of asking on which a step of a path could come out otherwise although
 * no fact changes.
 *
 * @param care - the compiled chapter
 * @param row - the cells of the account
 * @returns an epoch day, or `Infinity` when time alone changes nothing
 *
 * @category Care
 */
export function nextCareMove(care: CarePaths, row: Row): number {
  const steps = [...care.paths.values()].flatMap((path) => path.steps);
  const days = steps.map((step) => nextChange(step.condition, row));
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

/** The models that a path may have led to, why, and the reasons that unknown facts left open. */
interface Walk {
  readonly models: readonly string[];
  readonly because: readonly Reason[];
  readonly open: readonly Reason[];
}

function walk(from: string, path: CompiledPath | undefined, row: ExplainedRow): Walk {
  if (path === undefined) return { models: [from], because: [], open: [] };
  const { steps } = path;
  const truths = steps.map((step): Truth => {
    const truth = evaluate(step.condition, row);
    return truth === UNKNOWN && step.unknownIsNotMet ? NOT_MET : truth;
  });
  const of = explainRules({ hitPolicy: "first", rules: steps, otherwise: undefined }, row);
  const indices = path.climbs === "stepByStep" ? reachInTurn(truths) : reachHighest(truths);
  const models = indices.map((index) => (index < 0 ? from : steps[index]!.outcome));
  const details = { from, to: models };
  return {
    models,
    because: [{ kind: "step", step: "carePath", path: path.path, details, of }],
    open:
      path.climbs === "stepByStep"
        ? of.slice(0, stopOf(truths))
        : of.slice(truths.lastIndexOf(MET) + 1),
  };
}

/** The first step that is not met; the steps behind it no longer matter. */
function stopOf(truths: readonly Truth[]): number {
  const stop = truths.indexOf(NOT_MET);
  return stop < 0 ? truths.length : stop;
}

/** The steps on which an account may stand that takes them in turn; -1 is the start. */
function reachInTurn(truths: readonly Truth[]): readonly number[] {
  const possible: number[] = [];
  for (const [index, truth] of truths.entries()) {
    if (truth !== MET) possible.push(index - 1);
    if (truth === NOT_MET) return possible;
  }
  return [...possible, truths.length - 1];
}

/** The steps on which an account may stand that takes the highest; -1 is the start. */
function reachHighest(truths: readonly Truth[]): readonly number[] {
  const possible: number[] = [];
  for (let index = truths.length - 1; index >= 0; index--) {
    if (truths[index] !== NOT_MET) possible.unshift(index);
    if (truths[index] === MET) return possible;
  }
  return [-1, ...possible];
}
