import type { Board } from "./board.js";
import { bestSlot, findRoom, putIn } from "./find-room.js";

/** Rounds over all duties; most of what can be gained is gained in the first. */
const ROUNDS = 3;

/**
 * Moves duties one by one to where they serve even spread, level weeks and trips better, without a
 * loss of promises or owners, until a round finds nothing or three are done.
 *
 * What stands where it was promised is not touched.
 */
export function improveBoard(board: Board): void {
  const { duties, promisedSlot } = board.problem;
  for (let round = 0, moved = 1; round < ROUNDS && moved > 0; round++) {
    moved = 0;
    for (let duty = 0; duty < duties.length; duty++) {
      const slot = board.slotOf[duty]!;
      if (slot < 0 || slot === promisedSlot[duty]) continue;
      const day = board.dayOf[duty]!;
      replace(board, duty, slot);
      if (board.dayOf[duty] !== day || board.slotOf[duty] !== slot) moved++;
    }
  }
}

function replace(board: Board, duty: number, slot: number): void {
  board.lift(duty);
  if (findRoom(board, duty)) return;
  const person = Math.floor(slot / board.problem.weekCount);
  putIn(board, duty, bestSlot(board, duty, person).slot);
}
