import { type Cell, plainCell } from "../cell.js";
import type { Row } from "../evaluate.js";
import type { CompiledRule, RuleSet } from "../rule-set.js";
import { type BoxProblem, boxProblem } from "./box-problem.js";
import type { Budget } from "./box-solver.js";
import { type Demand, fails } from "./demand.js";
import { derivedCell } from "./derived-slot.js";
import { findHoles } from "./find-holes.js";
import {
  demandAlways,
  findRow,
  findWitness,
  type Ground,
  groundOf,
  type Search,
} from "./find-witness.js";
import { isPlain } from "./formula.js";
import { areApart, type Hull, hullOf } from "./hull.js";
import type { Possibility, ProofContext, Witness } from "./rule-proof.js";

/** A rule with something demanded of it. */
export interface Posed {
  readonly rule: CompiledRule;
  readonly demand: Demand;
  readonly hull: Hull;
}

const MOST_HOLES = 8;
/** Steps for something that would be good to know and that nothing hangs on. */
const STEPS_OF_A_SIDE_QUESTION = 200;
/** Pairs of rules that are told apart at a glance in one step. */
const PAIRS_IN_A_STEP = 64;

/** The questions about one rule set, with the steps that are left for them. */
export class Inquiry {
  readonly problem: BoxProblem;
  readonly context: ProofContext;
  readonly #budget: Budget;
  /** Kept for the gap. */
  readonly #reserve: number;
  readonly #plain: Ground;
  /** What the rules that were passed over leave. */
  readonly #left: Ground;

  constructor({ rules }: RuleSet, context: ProofContext) {
    const { derived = [], mostSteps } = context;
    const all = [...derived.flatMap(({ set }) => set.rules), ...rules];
    const conditions = all.map(({ condition }) => condition);
    this.problem = boxProblem(conditions, context, context);
    this.context = context;
    this.#reserve = Math.ceil(mostSteps / 10);
    this.#budget = { steps: mostSteps - this.#reserve };
    this.#plain = groundOf(this.problem, derived);
    this.#left = groundOf(this.problem, derived);
  }

  /** Whether some row meets it all, with more fields than it needs. */
  find(demands: readonly Demand[]): Search {
    return this.#withinShare((own) => findRow(this.#groundFor(demands), demands, own));
  }

  /** A row that meets it all with no more fields than it needs. */
  search(demands: readonly Demand[]): Search {
    return this.#withinShare((own) => findWitness(this.#groundFor(demands), demands, own));
  }

  /** The same as it is told. */
  show(demands: readonly Demand[]): Possibility {
    return this.#told(this.search(demands));
  }

  /** A row of a witness, with what rules fill its other slots with. */
  rowOf(witness: readonly Cell[]): Row {
    const cells = [...witness];
    const row: Row = { ...this.problem.bearings, cells, ageing: new Set() };
    for (const each of this.#plain.derived) cells[each.slot.index] = derivedCell(each, row);
    return row;
  }

  /** The same, asked in few steps. */
  findSoon(demands: readonly Demand[]): Search {
    const ground = this.#groundFor(demands);
    return this.#withinShare((own) => findRow(ground, demands, own), STEPS_OF_A_SIDE_QUESTION);
  }

  /** What is left by the rules that were passed over, and meets it all. */
  showLeft(demands: readonly Demand[]): Possibility {
    return this.#told(this.#withinShare((own) => findWitness(this.#left, demands, own)));
  }

  /** From now on this rule fails of what is left. */
  passOver(rule: CompiledRule): void {
    demandAlways(this.#left, fails(rule, this.problem));
  }

  /** What all rules that were passed over leave; the last question of its kind. */
  gap(): { readonly gap: Possibility; readonly holes: readonly Witness[] } {
    const { rows, end } = findHoles(this.#left, { steps: this.#reserve }, MOST_HOLES);
    const found: Search = rows[0] === undefined ? end : { kind: "exists", cells: rows[0] };
    return { gap: this.#told(found), holes: rows.map((cells) => this.witnessOf(cells)) };
  }

  pose(rule: CompiledRule, demand: Demand): Posed {
    return { rule, demand, hull: hullOf(demand.formula, this.problem) };
  }

  /** Whether two demands are told apart at a glance. */
  areApart(one: Posed, other: Posed): boolean {
    this.#budget.steps -= 1 / PAIRS_IN_A_STEP;
    return areApart(one.hull, other.hull);
  }

  /** Whether a row can meet two demands, or nobody knows. */
  canShare(one: Posed, other: Posed): boolean {
    if (this.areApart(one, other)) return false;
    const isClear = this.#plain.derived.length === 0 && one.hull.isExact && other.hull.isExact;
    return isClear || this.find([one.demand, other.demand]).kind !== "none";
  }

  /** One ground for all questions that leave no choice; others would fill it with their choices. */
  #groundFor(demands: readonly Demand[]): Ground {
    if (demands.every(({ formula }) => isPlain(formula))) return this.#plain;
    return groundOf(this.problem, this.#plain.derived);
  }

  /** Some work with its share of the steps: no question may use up those of all others. */
  #withinShare(work: (own: Budget) => Search, most: number = this.#reserve): Search {
    const steps = Math.min(this.#budget.steps, most, this.#reserve);
    const own = { steps };
    const found = work(own);
    this.#budget.steps -= steps - own.steps;
    return found;
  }

  #told(found: Search): Possibility {
    if (found.kind === "none") return { kind: "impossible" };
    if (found.kind === "undecided") return found;
    return { kind: "possible", witness: this.witnessOf(found.cells) };
  }

  witnessOf(cells: readonly Cell[]): Witness {
    const { currency } = this.context;
    const facts = this.problem.domains.flatMap(({ slot }) => {
      const cell = cells[slot.index];
      if (cell === undefined) return [];
      return [[slot.name, cell === null ? null : plainCell(cell, slot.kind, currency)] as const];
    });
    return Object.fromEntries(facts);
  }
}
