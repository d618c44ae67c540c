import type { Literal } from "./formula.js";
import type { Clause, SlotBoxes } from "./slot-boxes.js";

/**
 * Clauses that narrow slots as soon as they leave no choice. Each is looked at only when one of two
 * slots changes that it could be met by (two watched literals, Moskewicz and others 2001): the first
 * two of its literals.
 */
export class WatchedClauses {
  readonly #boxes: SlotBoxes;
  readonly #watching: Clause[][] = [];

  constructor(boxes: SlotBoxes) {
    this.#boxes = boxes;
  }

  /** Clauses may read a further slot. */
  addSlot(): void {
    this.#watching.push([]);
  }

  /** A further clause, of two literals or more. */
  watch(clause: Clause): void {
    this.#watching[clause.literals[0]!.slot]!.push(clause);
    this.#watching[clause.literals[1]!.slot]!.push(clause);
  }

  forget(clauses: ReadonlySet<Clause>): void {
    for (const [slot, watching] of this.#watching.entries()) {
      this.#watching[slot] = watching.filter((clause) => !clauses.has(clause));
    }
  }

  /** Narrows what clauses leave no choice for; gives the first clause that nothing can meet. */
  propagate(): Clause | undefined {
    const boxes = this.#boxes;
    for (let slot = boxes.nextChanged(); slot !== undefined; slot = boxes.nextChanged()) {
      const watching = this.#watching[slot]!;
      let kept = 0;
      for (let index = 0; index < watching.length; index++) {
        const clause = watching[index]!;
        if (this.#movesOn(clause, slot)) continue;
        watching[kept++] = clause;
        const [first, second] = clause.literals;
        if (boxes.canHold(second!)) continue;
        if (boxes.canHold(first!)) {
          boxes.narrow(first!, clause);
          continue;
        }
        while (++index < watching.length) watching[kept++] = watching[index]!;
        watching.length = kept;
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
    if (this.#boxes.canHold(literals[1]!) || this.#boxes.holds(literals[0]!)) return false;
    for (let at = 2; at < literals.length; at++) {
      if (!this.#boxes.canHold(literals[at]!)) continue;
      swap(literals, 1, at);
      this.#watching[literals[1]!.slot]!.push(clause);
      return true;
    }
    return false;
  }
}

function swap(literals: Literal[], one: number, other: number): void {
  const own = literals[one]!;
  literals[one] = literals[other]!;
  literals[other] = own;
}
