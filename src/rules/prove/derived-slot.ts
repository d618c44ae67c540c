import type { Cell } from "../cell.js";
import type { Row } from "../evaluate.js";
import type { RuleSet } from "../rule-set.js";
import type { Slot } from "../scope.js";
import type { BoxProblem } from "./box-problem.js";
import type { Demand } from "./demand.js";
import { both, either, type Formula, holding, not, outside } from "./formula.js";
import { type Given, outcomeBounds, outcomeFormulas } from "./outcome-bounds.js";

/**
 * A slot that holds what other rules give, as far as that is certain.
 *
 * @category Rules
 */
export interface DerivedSlot {
  readonly slot: Slot;
  readonly set: RuleSet;
  /** The word that the slot holds for an outcome; `undefined` is that of no outcome at all. */
  readonly wordOf: (outcome: string | undefined) => string;
}

/** The cell of a derived slot: unknown where its rules do not settle it. */
export function derivedCell({ set, wordOf }: DerivedSlot, row: Row): Cell {
  const { certain } = outcomeBounds(set, row);
  const [outcome, ...more] = certain;
  const isSettled = certain.size > 0 && more.length === 0 && typeof outcome !== "symbol";
  return isSettled ? wordOf(outcome as string | undefined) : undefined;
}

/** That a derived slot holds what its rules give. */
export function derivedDemand(derived: DerivedSlot, problem: BoxProblem): Demand {
  const { slot, set, wordOf } = derived;
  const domain = problem.domainOf.get(slot.index)!;
  const { cells } = problem.domains[domain]!;
  const { outcomes, certain } = outcomeFormulas(set, problem);
  const words = outcomes.filter((each): each is string | undefined => typeof each !== "symbol");
  const giving = (isOf: (outcome: Given) => boolean): Formula =>
    either(...words.filter(isOf).map(certain));
  const holds = cells.map((cell, at) => {
    const own = outside(holding(domain, cells.length, at));
    if (cell === undefined) return either(own, not(giving(() => true)));
    return either(
      own,
      giving((outcome) => wordOf(outcome as string | undefined) === cell),
    );
  });
  return {
    formula: both(...holds),
    reads: [...new Set([domain, ...problem.reading(set)])],
    isMetBy: (row) => row.cells[slot.index] === derivedCell(derived, row),
  };
}
