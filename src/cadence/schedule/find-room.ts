import type { Board } from "./board.js";

/**
 * Puts a duty where it costs least when there is room: the promised place; otherwise a week of the
 * owner, or where the owner has no open day, of the first of the others who has room.
 *
 * No move of others can make that cheaper, so nothing else has to be looked at.
 *
 * @returns whether there was room
 */
export function findRoom(board: Board, duty: number): boolean {
  const { promisedSlot, eligible, eligibleFrom, hasOwner } = board.problem;
  const promised = promisedSlot[duty]!;
  if (promised >= 0) return board.fits(duty, promised) && putIn(board, duty, promised);
  const owner = eligibleFrom[duty]!;
  for (let place = owner; place < eligibleFrom[duty + 1]!; place++) {
    const { slot, isFull } = bestSlot(board, duty, eligible[place]!);
    if (slot >= 0) return putIn(board, duty, slot);
    if (isFull && place === owner && hasOwner[duty] === 1) return false;
  }
  return false;
}

/** Puts a duty on the best day of a slot, if one is far enough from the account's others. */
export function putIn(board: Board, duty: number, slot: number): boolean {
  const day = board.dayIn(duty, slot);
  if (day < 0) return false;
  board.put(duty, slot, day);
  return true;
}

/** What a place costs in the goals after promises and owners, the weightiest first. */
interface Worth {
  readonly slot: number;
  readonly daysOff: number;
  readonly unevenness: number;
  readonly trips: number;
}

/**
 * The slot of a person with room that serves even spread, then level weeks, then trips; the nearest
 * to the ideal week, and the earlier of two, where that is all the same.
 */
export function bestSlot(
  board: Board,
  duty: number,
  person: number,
): { readonly slot: number; readonly isFull: boolean } {
  const { first, last, ideal, weekOfDay, weekCount, context } = board.problem;
  const from = weekOfDay[first[duty]!]!;
  const to = weekOfDay[last[duty]!]!;
  const middle = weekOfDay[ideal[duty]!]!;
  let best: Worth | undefined;
  let isFull = false;
  for (let away = 0; away <= Math.max(middle - from, to - middle); away++) {
    const nearest = (away - 1) * 7 + 1 - context.rules.evenWithinDays;
    if (best !== undefined && nearest > best.daysOff) break;
    for (const week of away === 0 ? [middle] : [middle - away, middle + away]) {
      const slot = person * weekCount + week;
      if (week < from || week > to || !board.isUsable(duty, slot)) continue;
      isFull = true;
      if (!board.fits(duty, slot)) continue;
      const found = worthOf(board, duty, slot);
      if (found !== undefined && (best === undefined || isBetter(found, best))) best = found;
    }
  }
  return { slot: best?.slot ?? -1, isFull };
}

function worthOf(board: Board, duty: number, slot: number): Worth | undefined {
  const day = board.dayIn(duty, slot);
  if (day < 0) return undefined;
  const minutes = board.load[slot]!;
  const more = minutes + board.problem.effort[duty]!;
  return {
    slot,
    daysOff: board.daysOff(duty, day),
    unevenness: board.unevenness(slot, more) - board.unevenness(slot, minutes),
    trips: Number(board.addsTrip(duty, slot, day)),
  };
}

function isBetter(left: Worth, right: Worth): boolean {
  if (left.daysOff !== right.daysOff) return left.daysOff < right.daysOff;
  if (left.unevenness !== right.unevenness) return left.unevenness < right.unevenness;
  return left.trips < right.trips;
}
