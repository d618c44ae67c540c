import type { Board } from "./board.js";
import { putIn } from "./find-room.js";

const NOWHERE = -1;

/**
 * Makes room for a duty by a chain of moves: it takes the place of another, which takes the place
 * of a third, until one finds room.
 */
export class ChainSearch {
  /** How many more moves a search may look at. */
  work = 0;
  readonly #board: Board;
  /** By slot: the duty that would move in, and the slot it would leave. */
  readonly #via: Int32Array;
  readonly #from: Int32Array;
  readonly #cost: Float64Array;
  readonly #seen: Uint32Array;
  #round = 0;
  /** By slot: the least effort for which no chain leads out of it, found out before. */
  readonly #closedFrom: Int32Array;
  readonly #queue: Int32Array;
  readonly #slots: Int32Array;
  readonly #onward: Int32Array;
  readonly #keepsGaps: boolean;

  constructor(board: Board) {
    const { slotCount, problem } = board;
    this.#board = board;
    this.#via = new Int32Array(slotCount);
    this.#from = new Int32Array(slotCount);
    this.#cost = new Float64Array(slotCount);
    this.#seen = new Uint32Array(slotCount);
    this.#closedFrom = new Int32Array(slotCount).fill(2 ** 31 - 1);
    this.#queue = new Int32Array(slotCount + 1);
    this.#slots = new Int32Array(slotCount);
    this.#onward = new Int32Array(slotCount);
    this.#keepsGaps = problem.context.rules.minimumGapDays !== undefined;
  }

  /**
   * Places a duty for which there is no room.
   *
   * @returns `best` when promises and owners are proven to lose as little as they can, `first` when
   *   they may lose more, `none` when no chain was found
   */
  makeRoom(duty: number, isExact: boolean): "best" | "first" | "none" {
    if (this.work > 0) {
      if (this.#widen(duty, 0)) return "best";
      const outcome = isExact ? this.#cheapest(duty) : "outOfWork";
      if (outcome !== "outOfWork") return outcome;
      if (this.#widen(duty, 1)) return "first";
    } else if (this.#keepsGaps) return "none";
    return this.#widen(duty, Number.POSITIVE_INFINITY) ? "first" : "none";
  }

  /** Looks for the shortest chain in which no move costs more than a limit. */
  #widen(duty: number, limit: number): boolean {
    const board = this.#board;
    const { effort, staff } = board.problem;
    this.#round++;
    let [read, written] = [0, 0];
    const cheapest = this.#leastCost(duty);
    for (let index = board.slotsOf(duty, this.#slots) - 1; index >= 0; index--) {
      const slot = this.#slots[index]!;
      if (board.costOf(duty, slot) > cheapest + limit || this.#isClosed(duty, slot)) continue;
      this.#reach(slot, duty, NOWHERE);
      if (this.#hasRoom(duty, slot)) return this.#follow(slot);
      this.#queue[written++] = slot;
    }
    while (read < written) {
      const slot = this.#queue[read++]!;
      const least = board.load[slot]! + effort[this.#via[slot]!]! - staff.capacity[slot]!;
      for (let mover = board.head[slot]!; mover >= 0; mover = board.next[mover]!) {
        if (effort[mover]! < least) continue;
        const most = board.costOf(mover, slot) + limit;
        const count = board.slotsOf(mover, this.#onward);
        this.work -= count;
        for (let index = 0; index < count; index++) {
          const to = this.#onward[index]!;
          if (this.#seen[to] === this.#round || this.#isClosed(mover, to)) continue;
          if (board.costOf(mover, to) > most) continue;
          this.#reach(to, mover, slot);
          if (this.#hasRoom(mover, to)) return this.#follow(to);
          this.#queue[written++] = to;
        }
      }
    }
    if (limit === Number.POSITIVE_INFINITY) this.#close(written);
    return false;
  }

  /** Looks for the chain of least cost; moves may cost less than nothing (Bellman–Ford–Moore). */
  #cheapest(duty: number): "best" | "none" | "outOfWork" {
    const board = this.#board;
    this.#round++;
    const queue: number[] = [];
    let found = { cost: Number.POSITIVE_INFINITY, slot: NOWHERE, mover: NOWHERE, from: NOWHERE };
    const relax = (mover: number, from: number, slots: Int32Array, count: number, base: number) => {
      for (let index = 0; index < count; index++) {
        const to = slots[index]!;
        const cost = base + board.costOf(mover, to);
        // From a slot to room it never costs less than nothing, or it would stand there already.
        if (to === from || cost >= found.cost || this.#isClosed(mover, to)) continue;
        if (board.fits(mover, to)) found = { cost, slot: to, mover, from };
        else if (this.#seen[to] !== this.#round || cost < this.#cost[to]!) {
          this.#reach(to, mover, from);
          this.#cost[to] = cost;
          queue.push(to);
        }
      }
    };
    relax(duty, NOWHERE, this.#slots, board.slotsOf(duty, this.#slots), 0);
    for (let read = 0; read < queue.length; read++) {
      const slot = queue[read]!;
      if (this.work <= 0 || this.#cost[slot]! >= found.cost) continue;
      for (let mover = board.head[slot]!; mover >= 0; mover = board.next[mover]!) {
        if (board.problem.effort[mover] === 0) continue;
        const count = board.slotsOf(mover, this.#onward);
        this.work -= count;
        const base = this.#cost[slot]! - board.costOf(mover, slot);
        relax(mover, slot, this.#onward, count, base);
      }
    }
    if (this.work <= 0) return "outOfWork";
    if (found.slot === NOWHERE) {
      for (const slot of queue) this.#closeSlot(slot);
      return "none";
    }
    this.#reach(found.slot, found.mover, found.from);
    this.#follow(found.slot);
    return "best";
  }

  #leastCost(duty: number): number {
    const count = this.#board.slotsOf(duty, this.#slots);
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < count; index++) {
      least = Math.min(least, this.#board.costOf(duty, this.#slots[index]!));
    }
    return least;
  }

  #reach(slot: number, mover: number, from: number): void {
    this.#seen[slot] = this.#round;
    this.#via[slot] = mover;
    this.#from[slot] = from;
  }

  #hasRoom(duty: number, slot: number): boolean {
    const board = this.#board;
    return board.fits(duty, slot) && (!this.#keepsGaps || board.dayIn(duty, slot) >= 0);
  }

  /** Moves along the chain, from its end; a distance to keep may stop it before the beginning. */
  #follow(end: number): boolean {
    for (let slot = end; slot !== NOWHERE; slot = this.#from[slot]!) {
      if (!putIn(this.#board, this.#via[slot]!, slot)) return false;
    }
    return true;
  }

  #isClosed(duty: number, slot: number): boolean {
    return this.#board.problem.effort[duty]! >= this.#closedFrom[slot]!;
  }

  /** Nothing led out of what was reached, and nothing ever will: what stands there stays there. */
  #close(count: number): void {
    if (this.#keepsGaps) return;
    for (let index = 0; index < count; index++) this.#closeSlot(this.#queue[index]!);
  }

  #closeSlot(slot: number): void {
    const minutes = this.#board.problem.effort[this.#via[slot]!]!;
    this.#closedFrom[slot] = Math.min(this.#closedFrom[slot]!, minutes);
  }
}
