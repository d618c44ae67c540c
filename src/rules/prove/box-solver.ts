import {
  choicesOf,
  type Formula,
  holding,
  joined,
  type Literal,
  outside,
  partsOf,
} from "./formula.js";
import { learnFrom } from "./learned-clause.js";
import { type Clause, SlotBoxes } from "./slot-boxes.js";
import { WatchedClauses } from "./watched-clauses.js";

/** Steps that may still be taken; all searches of one proof draw on it. */
export interface Budget {
  steps: number;
}

/** What was chosen on a level, and how many clauses from the first on were known to be met. */
interface Choice {
  readonly literal: Literal;
  readonly met: number;
}

/** Conflicts after which the search begins anew, with all it has learned. */
const CONFLICTS_TO_RESTART = 200;
/** Learned clauses above which the longer half is forgotten. */
const MOST_LEARNED = 600;

/**
 * Looks for values of slots that meet formulas, as solvers of satisfiability do: it narrows slots
 * where a clause leaves no choice, chooses where none does, and learns a clause from each conflict,
 * over slots of many values instead of two.
 *
 * What it learned stays true for every later question, because it follows from the formulas alone.
 */
export class BoxSolver {
  readonly #boxes = new SlotBoxes();
  readonly #watched = new WatchedClauses(this.#boxes);
  /** What a search has to meet. */
  readonly #clauses: Clause[] = [];
  readonly #learned: Clause[] = [];
  /** What was named and written out, with the literal that stands for it. */
  readonly #written = new Map<Formula, Literal>();
  /** One for each level. */
  readonly #choices: Choice[] = [];
  /** The number of the last conflict that each slot had a part in. */
  readonly #bumped: number[] = [];
  /** In how many clauses each slot was asked for. */
  readonly #uses: number[] = [];
  #conflicts = 0;
  #isRefuted = false;

  /** @param sizes - how many values each slot has */
  constructor(sizes: readonly number[]) {
    for (const size of sizes) this.addSlot(size);
  }

  /** A further slot. */
  addSlot(size: number): number {
    this.#watched.addSlot();
    this.#bumped.push(0);
    this.#uses.push(0);
    return this.#boxes.addSlot(size);
  }

  /** Something that must hold from now on, or one of the other literals. */
  add(formula: Formula, others: readonly Literal[] = []): void {
    this.reset();
    for (const part of partsOf(formula)) this.#addClause([...others, ...this.#literalsOf(part)]);
  }

  /**
   * Whether values meet everything that was added, and these literals too; where they do, the box
   * stays as it was found until the next question.
   */
  solve(assumed: readonly Literal[], budget: Budget): "exists" | "none" | "tooManySteps" {
    this.reset();
    for (;;) {
      const conflict = this.#watched.propagate();
      this.#isRefuted ||= conflict !== undefined && this.#choices.length === 0;
      if (this.#isRefuted) return "none";
      if (conflict !== undefined) {
        budget.steps--;
        this.#learn(conflict);
        if (this.#conflicts % CONFLICTS_TO_RESTART === 0) this.#restart();
        continue;
      }
      if (this.#choices.length < assumed.length) {
        const literal = assumed[this.#choices.length]!;
        if (!this.#boxes.canHold(literal)) return "none";
        this.#choose({ literal, met: 0 });
        continue;
      }
      const choice = this.#nextChoice();
      if (choice === undefined) return "exists";
      if (budget.steps <= 0) return "tooManySteps";
      budget.steps--;
      this.#choose(choice);
    }
  }

  /** What a slot may hold after a search that found something. */
  allowed(slot: number): readonly number[] {
    return this.#boxes.allowed(slot);
  }

  /** The first value that a slot may hold after a search that found something. */
  first(slot: number): number {
    return this.#boxes.first(slot);
  }

  /** Where the clauses end that were added so far. */
  mark(): number {
    return this.#clauses.length;
  }

  /** Looks no more at clauses that were added since, because something met them for good. */
  dropSince(mark: number): void {
    this.#clauses.length = mark;
  }

  /** Under these assumptions never again the choices of the search that was last. */
  exclude(assumed: readonly Literal[]): void {
    const chosen = this.#choices.map(({ literal }) => outside(literal));
    this.reset();
    this.#addClause([...assumed.slice(0, 1).map(outside), ...chosen]);
  }

  /** Takes all choices back. */
  reset(): void {
    this.#backTo(0);
  }

  #literalsOf(part: Formula): readonly Literal[] {
    return choicesOf(part).map((choice): Literal => {
      if (choice.kind === "in") return choice;
      const known = this.#written.get(choice);
      if (known !== undefined) return known;
      const slot = this.addSlot(2);
      const literal = holding(slot, 2, 1);
      if (choice.kind === "named") this.#written.set(choice, literal);
      if (choice.kind !== "open") {
        const inner = choice.kind === "named" ? choice.formula : choice;
        this.add(inner, [holding(slot, 2, 0)]);
      }
      return literal;
    });
  }

  #addClause(literals: readonly Literal[]): void {
    const bySlot = new Map<number, Literal>();
    for (const literal of literals) {
      const own = bySlot.get(literal.slot);
      const wider = own === undefined ? literal : joined(own, literal);
      if (this.#boxes.holds(wider)) return;
      bySlot.set(literal.slot, wider);
    }
    const open = [...bySlot.values()].filter((literal) => this.#boxes.canHold(literal));
    if (open.length === 0) this.#isRefuted = true;
    else if (open.length === 1) this.#boxes.narrow(open[0]!, undefined);
    else {
      const clause = { literals: open };
      this.#clauses.push(clause);
      for (const { slot } of open) this.#uses[slot]!++;
      this.#watched.watch(clause);
    }
  }

  #choose(choice: Choice): void {
    this.#choices.push(choice);
    this.#boxes.rise();
    this.#boxes.narrow(choice.literal, undefined);
  }

  /** A literal of the first clause that is not met. */
  #nextChoice(): Choice | undefined {
    const from = this.#choices.at(-1)?.met ?? 0;
    for (let met = from; met < this.#clauses.length; met++) {
      const { literals } = this.#clauses[met]!;
      let best: Literal | undefined;
      let isMet = false;
      for (const literal of literals) {
        isMet = this.#boxes.holds(literal);
        if (isMet) break;
        if (!this.#boxes.canHold(literal)) continue;
        if (best === undefined || this.#isBetter(literal.slot, best.slot)) best = literal;
      }
      if (!isMet) return { literal: best!, met };
    }
    return undefined;
  }

  /** Slots that conflicts came from first, then those that settle most clauses. */
  #isBetter(slot: number, other: number): boolean {
    const conflicts = this.#bumped[slot]! - this.#bumped[other]!;
    return conflicts > 0 || (conflicts === 0 && this.#uses[slot]! > this.#uses[other]!);
  }

  /** Goes back to where what a conflict teaches tells something. */
  #learn(conflict: Clause): void {
    this.#conflicts++;
    const { clause, level, slots } = learnFrom(conflict, this.#boxes);
    for (const slot of slots) this.#bumped[slot] = this.#conflicts;
    this.#backTo(level);
    if (clause.literals.length > 1) {
      this.#watched.watch(clause);
      this.#learned.push(clause);
    }
    this.#boxes.narrow(clause.literals[0]!, clause);
  }

  #restart(): void {
    this.#backTo(0);
    if (this.#learned.length <= MOST_LEARNED) return;
    this.#learned.sort((a, b) => a.literals.length - b.literals.length);
    this.#watched.forget(new Set(this.#learned.splice(MOST_LEARNED / 2)));
  }

  #backTo(level: number): void {
    this.#boxes.backTo(level);
    this.#choices.length = this.#boxes.level;
  }
}
