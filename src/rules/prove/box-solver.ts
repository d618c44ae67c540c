import { choicesOf, type Formula, holding, type Literal, outside, partsOf } from "./formula.js";

/** Steps that may still be taken; all searches of one proof draw on it. */
export interface Budget {
  steps: number;
}

/** Of these literals at least one must hold; no slot comes twice. */
interface Clause {
  readonly literals: Literal[];
}

/** A slot that lost values: what it held before, why, and at which level. */
interface Narrowing {
  readonly slot: number;
  readonly before: Uint32Array;
  /** Where it follows from other slots. */
  readonly reason: Clause | undefined;
  readonly level: number;
  /** The one before of the same slot, in the trail; -1 where there is none. */
  readonly previous: number;
}

/** A literal of a conflict, with the narrowing that made it false. */
interface Broken {
  readonly literal: Literal;
  readonly since: number;
}

/** Conflicts after which the search begins anew, with all it has learned. */
const CONFLICTS_TO_RESTART = 200;
/** Learned clauses above which the longer half is forgotten. */
const MOST_LEARNED = 600;

/**
 * Looks for values of slots that meet formulas, as solvers of satisfiability do: it narrows slots
 * where a clause leaves no choice, chooses where none does, and learns a clause from each conflict
 * (conflict-driven clause learning, Marques Silva and Sakallah 1996; two watched literals, Moskewicz
 * and others 2001), over slots of many values instead of two.
 *
 * What it learned stays true for every later question, because it follows from the formulas alone.
 */
export class BoxSolver {
  readonly #sizes: number[] = [];
  readonly #offsets: number[] = [];
  #box: Uint32Array;
  #length = 0;
  readonly #clauses: Clause[] = [];
  #learned: Clause[] = [];
  readonly #watching: Clause[][] = [];
  /** What was named and written out, with the literal that stands for it. */
  readonly #written = new Map<Formula, Literal>();
  readonly #trail: Narrowing[] = [];
  /** The last narrowing of each slot; -1 where there is none above level 0. */
  readonly #latest: number[] = [];
  /** The number of the last conflict that each slot had a part in. */
  readonly #bumped: number[] = [];
  /** In how many clauses each slot was asked for. */
  readonly #uses: number[] = [];
  /** For each level where the trail stood, what was chosen, and the clauses known to be met. */
  readonly #levels: { trail: number; choice: Literal; met: number }[] = [];
  readonly #changed: number[] = [];
  #conflicts = 0;
  #isRefuted = false;

  /** @param sizes - how many values each slot has */
  constructor(sizes: readonly number[]) {
    this.#box = new Uint32Array(sizes.length * 4 + 64);
    for (const size of sizes) this.addSlot(size);
  }

  /** A further slot. */
  addSlot(size: number): number {
    const words = Math.ceil(size / 32);
    if (this.#length + words > this.#box.length) {
      const wider = new Uint32Array((this.#length + words) * 2);
      wider.set(this.#box);
      this.#box = wider;
    }
    for (let at = 0; at < size; at++) this.#box[this.#length + (at >> 5)]! |= 1 << (at & 31);
    this.#offsets.push(this.#length);
    this.#length += words;
    this.#watching.push([]);
    this.#latest.push(-1);
    this.#bumped.push(0);
    this.#uses.push(0);
    return this.#sizes.push(size) - 1;
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
      const conflict = this.#propagate();
      if (this.#isRefuted) return "none";
      if (conflict !== undefined) {
        budget.steps--;
        this.#learn(conflict);
        if (this.#conflicts % CONFLICTS_TO_RESTART === 0) this.#restart();
        continue;
      }
      if (this.#levels.length < assumed.length) {
        const literal = assumed[this.#levels.length]!;
        if (!this.#canHold(literal)) return "none";
        this.#choose(literal, 0);
        continue;
      }
      const choice = this.#nextChoice();
      if (choice === undefined) return "exists";
      if (budget.steps <= 0) return "tooManySteps";
      budget.steps--;
      this.#choose(choice.literal, choice.met);
    }
  }

  /** What a slot may hold after a search that found something. */
  allowed(slot: number): readonly number[] {
    const found: number[] = [];
    for (let at = 0; at < this.#sizes[slot]!; at++) {
      if ((this.#box[this.#offsets[slot]! + (at >> 5)]! >>> (at & 31)) & 1) found.push(at);
    }
    return found;
  }

  /** The first value that a slot may hold after a search that found something. */
  first(slot: number): number {
    let word = 0;
    while (this.#box[this.#offsets[slot]! + word] === 0) word++;
    const bits = this.#box[this.#offsets[slot]! + word]!;
    return word * 32 + (31 - Math.clz32(bits & -bits));
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
    const chosen = this.#levels.map(({ choice }) => outside(choice));
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
      if (this.#holds(wider)) return;
      bySlot.set(literal.slot, wider);
    }
    const open = [...bySlot.values()].filter((literal) => this.#canHold(literal));
    if (open.length === 0) this.#isRefuted = true;
    else if (open.length === 1) this.#narrow(open[0]!, undefined);
    else {
      const clause = { literals: open };
      this.#clauses.push(clause);
      for (const { slot } of open) this.#uses[slot]!++;
      this.#watch(clause);
    }
  }

  #watch(clause: Clause): void {
    this.#watching[clause.literals[0]!.slot]!.push(clause);
    this.#watching[clause.literals[1]!.slot]!.push(clause);
  }

  /** Narrows what clauses leave no choice for; gives the first clause that nothing can meet. */
  #propagate(): Clause | undefined {
    for (let slot = this.#changed.pop(); slot !== undefined; slot = this.#changed.pop()) {
      const watching = this.#watching[slot]!;
      let kept = 0;
      for (let index = 0; index < watching.length; index++) {
        const clause = watching[index]!;
        if (this.#movesOn(clause, slot)) continue;
        watching[kept++] = clause;
        const [first, second] = clause.literals;
        if (this.#canHold(second!)) continue;
        if (this.#canHold(first!)) {
          this.#narrow(first!, clause);
          continue;
        }
        while (++index < watching.length) watching[kept++] = watching[index]!;
        watching.length = kept;
        this.#changed.length = 0;
        this.#isRefuted ||= this.#levels.length === 0;
        return clause;
      }
      watching.length = kept;
    }
    return undefined;
  }

  /** Whether a clause watches another slot from now on, in place of this one. */
  #movesOn(clause: Clause, slot: number): boolean {
    const { literals } = clause;
    if (literals[0]!.slot === slot) swap(literals, 0, 1);
    if (this.#canHold(literals[1]!) || this.#holds(literals[0]!)) return false;
    for (let at = 2; at < literals.length; at++) {
      if (!this.#canHold(literals[at]!)) continue;
      swap(literals, 1, at);
      this.#watching[literals[1]!.slot]!.push(clause);
      return true;
    }
    return false;
  }

  /** Leaves a slot only the values of a literal, of which it has some. */
  #narrow(literal: Literal, reason: Clause | undefined): void {
    if (this.#holds(literal)) return;
    const { slot, bits } = literal;
    const offset = this.#offsets[slot]!;
    const level = this.#levels.length;
    if (level > 0) {
      const before = this.#box.slice(offset, offset + bits.length);
      this.#trail.push({ slot, before, reason, level, previous: this.#latest[slot]! });
      this.#latest[slot] = this.#trail.length - 1;
    }
    for (let word = 0; word < bits.length; word++) this.#box[offset + word]! &= bits[word]!;
    this.#changed.push(slot);
  }

  #choose(choice: Literal, met: number): void {
    this.#levels.push({ trail: this.#trail.length, choice, met });
    this.#narrow(choice, undefined);
  }

  /** A literal of the first clause that is not met. */
  #nextChoice(): { readonly literal: Literal; readonly met: number } | undefined {
    const from = this.#levels.at(-1)?.met ?? 0;
    for (let met = from; met < this.#clauses.length; met++) {
      const { literals } = this.#clauses[met]!;
      let best: Literal | undefined;
      let isMet = false;
      for (const literal of literals) {
        isMet = this.#holds(literal);
        if (isMet) break;
        if (!this.#canHold(literal)) continue;
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

  /**
   * Resolves a clause that nothing can meet with the reasons of what broke it, back to the one
   * literal of this level that the conflict hangs on, and goes back to where the new clause tells
   * something.
   */
  #learn(conflict: Clause): void {
    this.#conflicts++;
    const level = this.#levels.length;
    const broken = new Map<number, Broken>();
    for (const literal of conflict.literals) this.#breaks(literal, broken);
    let [last, ofLevel] = this.#lastOf(broken, level);
    while (ofLevel > 1) {
      const { slot, reason } = this.#trail[last.since]!;
      broken.delete(slot);
      for (const literal of reason!.literals) {
        this.#breaks(literal.slot === slot ? shared(literal, last.literal) : literal, broken);
      }
      [last, ofLevel] = this.#lastOf(broken, level);
    }
    const others = [...broken.values()].filter((each) => each !== last);
    others.sort((a, b) => b.since - a.since);
    const literals = [last, ...others].map((each) => each.literal);
    this.#backTo(others[0] === undefined ? 0 : this.#trail[others[0].since]!.level);
    const clause = { literals };
    if (literals.length > 1) {
      this.#watch(clause);
      this.#learned.push(clause);
    }
    this.#narrow(last.literal, clause);
  }

  /** Adds a broken literal to those of a conflict; one that never could hold says nothing. */
  #breaks(literal: Literal, broken: Map<number, Broken>): void {
    const own = broken.get(literal.slot);
    const wider = own === undefined ? literal : joined(own.literal, literal);
    const since = this.#brokenSince(wider);
    this.#bumped[literal.slot] = this.#conflicts;
    if (since !== -1) broken.set(literal.slot, { literal: wider, since });
  }

  /** The narrowing after which no value of a literal was left; -1 where there never was one. */
  #brokenSince({ slot, bits }: Literal): number {
    let since = this.#latest[slot]!;
    while (since !== -1) {
      const { before, previous } = this.#trail[since]!;
      for (let word = 0; word < bits.length; word++) {
        if ((before[word]! & bits[word]!) !== 0) return since;
      }
      since = previous;
    }
    return -1;
  }

  /** Of the literals broken at a level the one that was last, and how many there are. */
  #lastOf(broken: ReadonlyMap<number, Broken>, level: number): readonly [Broken, number] {
    let last: Broken | undefined;
    let count = 0;
    for (const each of broken.values()) {
      if (this.#trail[each.since]!.level !== level) continue;
      count++;
      if (last === undefined || each.since > last.since) last = each;
    }
    return [last!, count];
  }

  #restart(): void {
    this.#backTo(0);
    if (this.#learned.length <= MOST_LEARNED) return;
    this.#learned.sort((a, b) => a.literals.length - b.literals.length);
    const forgotten = new Set(this.#learned.splice(MOST_LEARNED / 2));
    for (const [slot, clauses] of this.#watching.entries()) {
      this.#watching[slot] = clauses.filter((clause) => !forgotten.has(clause));
    }
  }

  #backTo(level: number): void {
    if (this.#levels.length <= level) return;
    const { trail } = this.#levels[level]!;
    while (this.#trail.length > trail) {
      const { slot, before, previous } = this.#trail.pop()!;
      this.#box.set(before, this.#offsets[slot]!);
      this.#latest[slot] = previous;
    }
    this.#levels.length = level;
    this.#changed.length = 0;
  }

  #canHold({ slot, bits }: Literal): boolean {
    const offset = this.#offsets[slot]!;
    for (let word = 0; word < bits.length; word++) {
      if ((this.#box[offset + word]! & bits[word]!) !== 0) return true;
    }
    return false;
  }

  #holds({ slot, bits }: Literal): boolean {
    const offset = this.#offsets[slot]!;
    for (let word = 0; word < bits.length; word++) {
      if ((this.#box[offset + word]! & ~bits[word]!) !== 0) return false;
    }
    return true;
  }
}

function swap(literals: Literal[], one: number, other: number): void {
  const own = literals[one]!;
  literals[one] = literals[other]!;
  literals[other] = own;
}

function joined(one: Literal, other: Literal): Literal {
  return { ...one, bits: one.bits.map((word, at) => word | other.bits[at]!) };
}

function shared(one: Literal, other: Literal): Literal {
  return { ...one, bits: one.bits.map((word, at) => word & other.bits[at]!) };
}
