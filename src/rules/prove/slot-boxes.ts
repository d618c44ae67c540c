import type { Literal } from "./formula.js";

/** Of these literals at least one must hold; no slot comes twice. */
export interface Clause {
  readonly literals: Literal[];
}

/** A slot that lost values: what it held before, why, and at which level. */
export interface Narrowing {
  readonly slot: number;
  readonly before: Uint32Array;
  /** Where it follows from other slots. */
  readonly reason: Clause | undefined;
  readonly level: number;
  /** The one before of the same slot, in the trail; -1 where there is none. */
  readonly previous: number;
}

/**
 * The values that are left to each slot, and the trail back to what it held before.
 *
 * What is narrowed on level 0 holds for good; what is narrowed on a later level is taken back with
 * that level.
 */
export class SlotBoxes {
  readonly #sizes: number[] = [];
  readonly #offsets: number[] = [];
  #box: Uint32Array = new Uint32Array(64);
  #length = 0;
  readonly #trail: Narrowing[] = [];
  /** The last narrowing of each slot; -1 where there is none above level 0. */
  readonly #latest: number[] = [];
  /** For each level where the trail stood when it began. */
  readonly #levels: number[] = [];
  readonly #changed: number[] = [];

  /** How many choices stand. */
  get level(): number {
    return this.#levels.length;
  }

  /** A further slot with all its values. */
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
    this.#latest.push(-1);
    return this.#sizes.push(size) - 1;
  }

  /** The values that are left to a slot. */
  allowed(slot: number): readonly number[] {
    const found: number[] = [];
    for (let at = 0; at < this.#sizes[slot]!; at++) {
      if ((this.#box[this.#offsets[slot]! + (at >> 5)]! >>> (at & 31)) & 1) found.push(at);
    }
    return found;
  }

  /** The first value that is left to a slot. */
  first(slot: number): number {
    let word = 0;
    while (this.#box[this.#offsets[slot]! + word] === 0) word++;
    const bits = this.#box[this.#offsets[slot]! + word]!;
    return word * 32 + (31 - Math.clz32(bits & -bits));
  }

  /** Whether a slot may still hold a value of the literal. */
  canHold({ slot, bits }: Literal): boolean {
    const offset = this.#offsets[slot]!;
    for (let word = 0; word < bits.length; word++) {
      if ((this.#box[offset + word]! & bits[word]!) !== 0) return true;
    }
    return false;
  }

  /** Whether a slot can hold nothing but values of the literal. */
  holds({ slot, bits }: Literal): boolean {
    const offset = this.#offsets[slot]!;
    for (let word = 0; word < bits.length; word++) {
      if ((this.#box[offset + word]! & ~bits[word]!) !== 0) return false;
    }
    return true;
  }

  /** Leaves a slot only the values of a literal, of which it has some. */
  narrow(literal: Literal, reason: Clause | undefined): void {
    if (this.holds(literal)) return;
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

  /** A slot that was narrowed and that nobody has looked at since. */
  nextChanged(): number | undefined {
    return this.#changed.pop();
  }

  /** The narrowing after which no value of a literal was left; -1 where there never was one. */
  brokenSince({ slot, bits }: Literal): number {
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

  /** A narrowing by its place in the trail. */
  narrowing(at: number): Narrowing {
    return this.#trail[at]!;
  }

  /** Begins a level. */
  rise(): void {
    this.#levels.push(this.#trail.length);
  }

  /** Takes back what was narrowed above a level. */
  backTo(level: number): void {
    if (this.#levels.length <= level) return;
    const trail = this.#levels[level]!;
    while (this.#trail.length > trail) {
      const { slot, before, previous } = this.#trail.pop()!;
      this.#box.set(before, this.#offsets[slot]!);
      this.#latest[slot] = previous;
    }
    this.#levels.length = level;
    this.#changed.length = 0;
  }
}
