import type { Cell } from "../cell.js";
import { NOTHING_AGES, type Row } from "../evaluate.js";
import type { BoxProblem } from "./box-problem.js";
import { BoxSolver, type Budget } from "./box-solver.js";
import type { Demand } from "./demand.js";
import { type DerivedSlot, derivedCell, derivedDemand } from "./derived-slot.js";
import { holding, type Literal, partsOf } from "./formula.js";

/** Why nobody knows whether there is such a row. */
export type WhyUndecided =
  /** A field is compared with another field, or with a cut that no fit has. */
  | "opaqueTest"
  /** A set has too many words for all their combinations. */
  | "largeSet"
  /** The bound on steps was reached. */
  | "tooManySteps";

/** Whether there is a row that meets every demand. */
export type Search =
  | { readonly kind: "exists"; readonly cells: readonly Cell[] }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly why: WhyUndecided };

/** Demands that several questions have in common, and the solver that learns from each. */
export interface Ground {
  readonly problem: BoxProblem;
  /** Slots that rules fill, each after those that its rules read. */
  readonly derived: readonly DerivedSlot[];
  readonly solver: BoxSolver;
  readonly demands: Demand[];
  /** The demands by the domain that they read. */
  readonly reading: readonly Demand[][];
}

/** Most combinations of linked values that are tried where tests are opaque. */
const MOST_COMBINATIONS = 2_000;

/** A ground that demands nothing but what rules fill slots with. */
export function groundOf(problem: BoxProblem, derived: readonly DerivedSlot[]): Ground {
  const solver = new BoxSolver(problem.domains.map(({ cells }) => cells.length));
  const reading = problem.domains.map(() => []);
  const ground: Ground = { problem, derived, solver, demands: [], reading };
  for (const each of derived) demandAlways(ground, derivedDemand(each, problem));
  return ground;
}

/** What every question from now on demands too. */
export function demandAlways(ground: Ground, demand: Demand): void {
  ground.solver.add(demand.formula);
  ground.demands.push(demand);
  for (const domain of demand.reads) ground.reading[domain]!.push(demand);
}

/**
 * A row that meets every demand of the ground, and these.
 *
 * A row is given only when the evaluator confirms it; it names no more fields than it needs: each
 * of its cells, made unknown, would break a demand. That there is none is said only when the solver
 * refuted it.
 *
 * @param ground - what every question demands
 * @param demands - what the row must bring about besides
 * @param budget - a question takes a step, and so does every choice and every conflict
 */
export function findWitness(ground: Ground, demands: readonly Demand[], budget: Budget): Search {
  const found = findRow(ground, demands, budget);
  if (found.kind !== "exists") return found;
  return { kind: "exists", cells: fewest([...found.cells], ground, demands) };
}

/** A row like that of {@link findWitness}, with more fields than it needs. */
export function findRow(ground: Ground, demands: readonly Demand[], budget: Budget): Search {
  if (budget.steps <= 0) return { kind: "undecided", why: "tooManySteps" };
  budget.steps--;
  const { solver } = ground;
  const asking = solver.addSlot(2);
  const assumed: Literal[] = [holding(asking, 2, 1)];
  const notAsking = holding(asking, 2, 0);
  const mark = solver.mark();
  for (const part of demands.flatMap(({ formula }) => partsOf(formula))) {
    if (part.kind === "in") assumed.push(part);
    else solver.add(part, [notAsking]);
  }
  const found = search(ground, demands, assumed, budget);
  solver.add(notAsking);
  solver.dropSince(mark);
  return found;
}

function search(
  ground: Ground,
  demands: readonly Demand[],
  assumed: readonly Literal[],
  budget: Budget,
): Search {
  const { solver, problem } = ground;
  for (let tried = 0; ; tried++) {
    const found = solver.solve(assumed, budget);
    if (found === "tooManySteps") return { kind: "undecided", why: found };
    if (found === "none") {
      if (tried > 0) return { kind: "undecided", why: "opaqueTest" };
      return problem.isComplete ? { kind: "none" } : { kind: "undecided", why: "largeSet" };
    }
    const cells = confirmed(ground, demands);
    if (cells !== undefined) return { kind: "exists", cells };
    solver.exclude(assumed);
  }
}

/** A row of the box that the solver found, if the evaluator confirms it. */
function confirmed(ground: Ground, demands: readonly Demand[]): Cell[] | undefined {
  const { solver, reading } = ground;
  const { domains, linked, bearings } = ground.problem;
  const asked = new Set(demands.flatMap(({ reads }) => reads));
  const cells: Cell[] = domains.map(() => undefined);
  const apart: (readonly [slot: number, cells: readonly Cell[]])[] = [];
  for (const [at, { slot, cells: values }] of domains.entries()) {
    if (!asked.has(at) && reading[at]!.length === 0) continue;
    cells[slot.index] = values[solver.first(at)];
    if (!linked.has(at)) continue;
    apart.push([slot.index, solver.allowed(at).map((each) => values[each])]);
  }
  const row: Row = { ...bearings, cells, ageing: NOTHING_AGES };
  let tries = MOST_COMBINATIONS;
  const attempt = (from: number): boolean => {
    if (from === apart.length) {
      tries--;
      return [...demands, ...ground.demands].every((demand) => demand.isMetBy(row));
    }
    const [slot, allowed] = apart[from]!;
    for (const cell of allowed) {
      cells[slot] = cell;
      if (attempt(from + 1)) return true;
      if (tries <= 0) return false;
    }
    return false;
  };
  return attempt(0) ? cells : undefined;
}

/**
 * Makes every cell unknown that the demands can do without, those of few demands first; anew while
 * one was, because a missing fact may itself be what a condition asks for.
 */
function fewest(cells: Cell[], ground: Ground, demands: readonly Demand[]): readonly Cell[] {
  const { domains, bearings } = ground.problem;
  const row: Row = { ...bearings, cells, ageing: NOTHING_AGES };
  const filled = new Set(ground.derived.map(({ slot }) => slot.index));
  const touchedBy = (at: number): readonly Demand[] =>
    filled.size > 0
      ? [...demands, ...ground.demands]
      : [...demands.filter(({ reads }) => reads.includes(at)), ...ground.reading[at]!];
  const isSpare = (at: number): boolean => {
    const { index } = domains[at]!.slot;
    const cell = cells[index];
    if (cell === undefined || filled.has(index)) return false;
    cells[index] = undefined;
    for (const each of ground.derived) cells[each.slot.index] = derivedCell(each, row);
    const isSpared = touchedBy(at).every(({ isMetBy }) => isMetBy(row));
    if (!isSpared) cells[index] = cell;
    return isSpared;
  };
  const order = [...domains.keys()].sort((a, b) => {
    return ground.reading[a]!.length - ground.reading[b]!.length;
  });
  for (let spared = 1; spared > 0; ) spared = order.filter(isSpare).length;
  for (const each of ground.derived) cells[each.slot.index] = undefined;
  return cells;
}
