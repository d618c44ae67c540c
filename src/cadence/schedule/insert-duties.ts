import { Board } from "./board.js";
import { ChainSearch } from "./chain-search.js";
import { componentsOf } from "./components.js";
import { findRoom, putIn } from "./find-room.js";
import type { Problem } from "./problem.js";

/** What came of placing. */
export interface Insertion {
  readonly board: Board;
  /** Duties without room, in the order in which they were tried. */
  readonly leftOut: readonly number[];
  /** Component by person. */
  readonly componentOf: Int32Array;
  /** By component: all its duties take equally long and need keep no distance. */
  readonly isUniform: Uint8Array;
  /** By component: promises and owners are proven to be as good as they can be. */
  readonly isOptimal: Uint8Array;
}

/**
 * Gives every duty a slot that can be given one, the most significant first.
 *
 * A duty whose slots are full makes room by a chain of moves, as in a maximum flow. Where all
 * duties of a component take equally long that is exact: no schedule has room for more, and by the
 * exchange of matroids none for more significant ones (Edmonds 1971). The chain with the least
 * loss of promises and owners is taken, which keeps those optimal as well (successive shortest
 * paths; Jewell 1958).
 */
export function insertDuties(problem: Problem): Insertion {
  const board = new Board(problem);
  const { componentOf, isUniform, dutiesIn } = componentsOf(problem);
  const isOptimal = isUniform.slice();
  const search = new ChainSearch(board);
  // A search may look at so many moves; then it takes the first chain instead of the best.
  const allowance = Float64Array.from(dutiesIn, (count) => 1_000_000 + 500 * count);
  const leftOut: number[] = [];
  const component = (duty: number): number =>
    componentOf[problem.eligible[problem.eligibleFrom[duty]!]!]!;
  const { order, triedBefore } = inOrderOfInsertion(problem, (duty) => {
    return isUniform[component(duty)] === 1;
  });
  for (const duty of order) {
    if (findRoom(board, duty)) continue;
    const each = component(duty);
    search.work = allowance[each]!;
    const outcome = search.makeRoom(duty, isOptimal[each] === 1);
    allowance[each] = search.work;
    if (outcome === "first") isOptimal[each] = 0;
    if (outcome === "none") leftOut.push(duty);
  }
  leftOut.push(...triedBefore);
  return { board, leftOut, componentOf, isUniform, isOptimal };
}

/**
 * Places what is still without a place wherever there happens to be room, moving nothing.
 *
 * @returns what has none
 */
export function fillRoom({ board, leftOut }: Insertion): readonly number[] {
  const slots = new Int32Array(board.slotCount);
  return leftOut.filter((duty) => {
    const found = slots.subarray(0, board.slotsOf(duty, slots));
    return !found.some((slot) => board.fits(duty, slot) && putIn(board, duty, slot));
  });
}

/**
 * The most significant first, then what was promised, then by the latest day and id.
 *
 * Where it is not certain that there was no room for it, what the schedule before left out does not
 * push anything away in this one: otherwise a schedule made again would not be the same.
 */
function inOrderOfInsertion(
  problem: Problem,
  isCertain: (duty: number) => boolean,
): { readonly order: Uint32Array; readonly triedBefore: readonly number[] } {
  const { duties, last, promisedSlot, context } = problem;
  const significance = Float64Array.from(duties, (duty) => duty.significance);
  const order = Uint32Array.from(duties.keys()).sort(
    (left, right) =>
      significance[left]! - significance[right]! ||
      Number(promisedSlot[left]! < 0) - Number(promisedSlot[right]! < 0) ||
      last[left]! - last[right]! ||
      left - right,
  );
  const lacking = (context.previous?.unplaced ?? []).filter((each) => each.reason === "noCapacity");
  const ids = new Set(lacking.map(({ id }) => id));
  if (ids.size === 0) return { order, triedBefore: [] };
  const isTried = (duty: number): boolean => ids.has(duties[duty]!.id) && !isCertain(duty);
  return {
    order: order.filter((duty) => !isTried(duty)),
    triedBefore: [...order.filter(isTried)],
  };
}
