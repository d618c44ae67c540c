import type { Cell } from "../cell.js";
import { MET, NOT_MET, type Row, type Truth, UNKNOWN } from "../evaluate.js";
import {
  allowedIn,
  type Box,
  type BoxProblem,
  CAN_BE_MET,
  type Domain,
  firstIn,
  type Node,
  narrowed,
  openAtom,
  possibleTruths,
} from "./box-problem.js";

/** Something asked of a row and the truths that would do, as a mask of `1 << truth`. */
export interface Demand {
  readonly node: Node;
  readonly truthOf: (row: Row) => Truth;
  readonly wanted: number;
}

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

/** Steps that may still be taken; all searches of one proof draw on it. */
export interface Budget {
  steps: number;
}

interface Open {
  readonly box: Box;
  /** Those that the boxes around this one left open. */
  readonly demands: readonly Demand[];
}

const NO_AGEING: ReadonlySet<number> = new Set();
/** Most combinations of linked values that are tried where tests are opaque. */
const MOST_COMBINATIONS = 2_000;

/**
 * A row that meets every demand, by splitting boxes of values until each demand is settled.
 *
 * A row is given only when the evaluator confirms it; it names no more fields than it needs: each
 * of its cells, made unknown, would break a demand. That there is none is said only when every box
 * was refuted.
 *
 * @param problem - the common ground of the demands
 * @param demands - what the row must bring about
 * @param budget - every box that is looked at takes a step
 */
export function findWitness(
  problem: BoxProblem,
  demands: readonly Demand[],
  budget: Budget,
): Search {
  const stack: Open[] = [{ box: problem.whole, demands }];
  let sawOpaque = false;
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
    if (budget.steps <= 0) return { kind: "undecided", why: "tooManySteps" };
    budget.steps--;
    const left = unsettled(open);
    if (left === undefined) continue;
    const split = left.length === 0 ? undefined : splitAt(left, open.box);
    if (split !== undefined) {
      stack.push(...split);
      continue;
    }
    const cells = confirmed(problem, demands, open.box, left.length > 0);
    if (cells !== undefined) return { kind: "exists", cells: fewest(cells, demands, problem) };
    sawOpaque = true;
  }
  if (sawOpaque) return { kind: "undecided", why: "opaqueTest" };
  return problem.isComplete ? { kind: "none" } : { kind: "undecided", why: "largeSet" };
}

/**
 * The demands that a box leaves open; `undefined` when it breaks one. While one that must be met
 * comes first, the others are not looked at: it narrows the box so far that most of them settle.
 */
function unsettled({ box, demands }: Open): readonly Demand[] | undefined {
  const left: Demand[] = [];
  for (const [index, demand] of demands.entries()) {
    const truths = possibleTruths(demand.node, box);
    if ((truths & demand.wanted) === 0) return undefined;
    if ((truths & ~demand.wanted) === 0) continue;
    if (left.length === 0 && demand.wanted === CAN_BE_MET) {
      return demands.slice(index);
    }
    left.push(demand);
  }
  return left;
}

/** The box in parts, by the truth of one test; the most promising part last, to be taken first. */
function splitAt(demands: readonly Demand[], box: Box): readonly Open[] | undefined {
  for (const { node, wanted } of demands) {
    const atom = openAtom(node, box);
    if (atom === undefined) continue;
    const order = wanted === CAN_BE_MET ? [UNKNOWN, NOT_MET, MET] : [UNKNOWN, MET, NOT_MET];
    return order.flatMap((truth) => {
      const part = narrowed(box, atom, truth);
      return part === undefined ? [] : [{ box: part, demands }];
    });
  }
  return undefined;
}

/** A row of the box that the evaluator confirms. */
function confirmed(
  problem: BoxProblem,
  demands: readonly Demand[],
  box: Box,
  hasOpaque: boolean,
): Cell[] | undefined {
  const cells: Cell[] = [];
  const linked: Domain[] = [];
  for (const domain of problem.domains) {
    cells[domain.slot.index] = domain.cells[firstIn(box, domain)];
    if (hasOpaque && problem.linked.has(domain.slot.index)) linked.push(domain);
  }
  let tries = MOST_COMBINATIONS;
  const attempt = (from: number): boolean => {
    if (from === linked.length) {
      tries--;
      return isMetBy(cells, demands, problem);
    }
    const domain = linked[from]!;
    for (const at of allowedIn(box, domain)) {
      cells[domain.slot.index] = domain.cells[at];
      if (attempt(from + 1)) return true;
      if (tries <= 0) return false;
    }
    return false;
  };
  return attempt(0) ? cells : undefined;
}

/**
 * Makes every cell unknown that the demands can do without; anew after each, because a missing fact
 * may itself be what a condition asks for.
 */
function fewest(cells: Cell[], demands: readonly Demand[], problem: BoxProblem): readonly Cell[] {
  const spare = problem.domains.find(({ slot }) => {
    const cell = cells[slot.index];
    cells[slot.index] = undefined;
    const isSpare = cell !== undefined && isMetBy(cells, demands, problem);
    if (!isSpare) cells[slot.index] = cell;
    return isSpare;
  });
  return spare === undefined ? cells : fewest(cells, demands, problem);
}

function isMetBy(
  cells: readonly Cell[],
  demands: readonly Demand[],
  { bearings }: BoxProblem,
): boolean {
  const row: Row = { ...bearings, cells, ageing: NO_AGEING };
  return demands.every(({ truthOf, wanted }) => (wanted >> truthOf(row)) & 1);
}
