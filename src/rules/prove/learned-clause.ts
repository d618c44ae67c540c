import { joined, type Literal, shared } from "./formula.js";
import type { Clause, SlotBoxes } from "./slot-boxes.js";

/** What a conflict teaches. */
export interface Lesson {
  /** Of its literals the first holds as soon as the search is back where it tells something. */
  readonly clause: Clause;
  readonly level: number;
  /** Slots that had a part in the conflict. */
  readonly slots: ReadonlySet<number>;
}

/** A literal of a conflict, with the narrowing that made it false. */
interface Broken {
  readonly literal: Literal;
  readonly since: number;
}

/**
 * Resolves a clause that nothing can meet with the reasons of what broke it, back to the one literal
 * of this level that the conflict hangs on (conflict-driven clause learning, Marques Silva and
 * Sakallah 1996). What it gives follows from the clauses alone.
 */
export function learnFrom(conflict: Clause, boxes: SlotBoxes): Lesson {
  const { level } = boxes;
  const slots = new Set<number>();
  const broken = new Map<number, Broken>();
  for (const literal of conflict.literals) breaks(literal);
  let [last, ofLevel] = lastOf(level);
  while (ofLevel > 1) {
    const { slot, reason } = boxes.narrowing(last.since);
    broken.delete(slot);
    for (const literal of reason!.literals) {
      breaks(literal.slot === slot ? shared(literal, last.literal) : literal);
    }
    [last, ofLevel] = lastOf(level);
  }
  const others = [...broken.values()].filter((each) => each !== last);
  others.sort((a, b) => b.since - a.since);
  const literals = [last, ...others].map((each) => each.literal);
  const back = others[0] === undefined ? 0 : boxes.narrowing(others[0].since).level;
  return { clause: { literals }, level: back, slots };

  /** Adds a broken literal to those of the conflict; one that never could hold says nothing. */
  function breaks(literal: Literal): void {
    const own = broken.get(literal.slot);
    const wider = own === undefined ? literal : joined(own.literal, literal);
    const since = boxes.brokenSince(wider);
    slots.add(literal.slot);
    if (since !== -1) broken.set(literal.slot, { literal: wider, since });
  }

  /** Of the literals broken at a level the one that was last, and how many there are. */
  function lastOf(at: number): readonly [Broken, number] {
    let latest: Broken | undefined;
    let count = 0;
    for (const each of broken.values()) {
      if (boxes.narrowing(each.since).level !== at) continue;
      count++;
      if (latest === undefined || each.since > latest.since) latest = each;
    }
    return [latest!, count];
  }
}
