import type { Board } from "./board.js";
import { join, rootOf } from "./components.js";
import type { Overload } from "./overload.js";
import type { Problem } from "./problem.js";
import { tightestInterval } from "./tightest-interval.js";

/**
 * The overloads that leave no room for these duties, where all duties that share people take
 * equally long.
 *
 * From a duty without room go to its slots, from them to the duties that stand there, and on: what
 * is reached is full, and belongs nowhere else. For one person the fewest weeks in a row are
 * sought within that.
 */
export function overloadedParts(
  problem: Problem,
  board: Board,
  leftOut: readonly number[],
): readonly Overload[] {
  const { effort, staff, taken, weekCount } = problem;
  const parts = partsOf(board, leftOut);
  const usable = (slot: number, minutes: number): number => {
    const room = Math.max(0, staff.capacity[slot]! - taken[slot]!);
    return Math.floor(room / minutes) * minutes;
  };
  return [...parts.values()]
    .map((duties) => {
      const minutes = effort[duties[0]!]!;
      const usableMinutes = (slot: number): number => usable(slot, minutes);
      const slots = slotsOfAll(board, duties);
      return (
        intervalOverload(problem, board, duties, usableMinutes) ??
        overloadOf("cut", problem, [...slots].sort(bySize), duties, usableMinutes)
      );
    })
    .sort((left, right) => firstSlot(left) - firstSlot(right));

  function firstSlot({ cells: [cell] }: Overload): number {
    const { numbers } = staff;
    return numbers.get(cell!.personId)! * weekCount + problem.weeks.indexOf(cell!.weeks[0]!);
  }
}

/** Duties by part: those without room together with those that stand in their way. */
function partsOf(board: Board, leftOut: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const parent = Int32Array.from({ length: board.slotCount }, (_, slot) => slot);
  const isSeen = new Uint8Array(board.slotCount);
  const slots = new Int32Array(board.slotCount);
  const duties = [...leftOut];
  for (let read = 0; read < duties.length; read++) {
    const count = board.slotsOf(duties[read]!, slots);
    for (let index = 0; index < count; index++) {
      const slot = slots[index]!;
      join(parent, slots[0]!, slot);
      if (isSeen[slot] === 1) continue;
      isSeen[slot] = 1;
      for (let each = board.head[slot]!; each >= 0; each = board.next[each]!) {
        if (board.problem.effort[each]! > 0) duties.push(each);
      }
    }
  }
  const parts = new Map<number, number[]>();
  for (const duty of duties) {
    board.slotsOf(duty, slots);
    const root = rootOf(parent, slots[0]!);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [duty]);
    else part.push(duty);
  }
  return parts;
}

/** The tightest weeks of one person, if these duties are one person's and show any. */
export function intervalOverload(
  problem: Problem,
  board: Board,
  duties: readonly number[],
  usableMinutes: (slot: number) => number,
): Overload | undefined {
  const { effort, weekCount } = problem;
  const buffer = new Int32Array(board.slotCount);
  const ranges = duties.map((duty) => {
    const slots = buffer.subarray(0, board.slotsOf(duty, buffer));
    return { duty, minutes: effort[duty]!, from: Math.min(...slots), to: Math.max(...slots) };
  });
  const person = Math.floor(ranges[0]!.from / weekCount);
  const start = person * weekCount;
  const end = start + weekCount;
  if (ranges.some(({ from, to }) => from < start || to >= end)) return undefined;
  const weeks = Array.from({ length: weekCount }, (_, week) => usableMinutes(start + week));
  const demands = ranges.map(({ from, to, minutes }) => {
    return { first: from - start, last: to - start, minutes };
  });
  const found = tightestInterval(demands, weeks);
  if (found === undefined) return undefined;
  const [first, last] = [start + found.first, start + found.last];
  const slots = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const within = ranges.filter(({ from, to }) => from >= first && to <= last);
  return overloadOf(
    "interval",
    problem,
    slots,
    within.map(({ duty }) => duty),
    usableMinutes,
  );
}

/** An overload with its arithmetic. */
export function overloadOf(
  kind: Overload["kind"],
  problem: Problem,
  slots: readonly number[],
  duties: readonly number[],
  usableMinutes: (slot: number) => number,
): Overload {
  const { effort, staff, taken, weekCount, weeks } = problem;
  const cells = new Map<number, Overload["cells"][number]["weeks"][number][]>();
  for (const slot of slots) {
    const person = Math.floor(slot / weekCount);
    const week = weeks[slot - person * weekCount]!;
    const cell = cells.get(person);
    if (cell === undefined) cells.set(person, [week]);
    else cell.push(week);
  }
  const demandedMinutes = duties.reduce((sum, duty) => sum + effort[duty]!, 0);
  const available = (slot: number): number => Math.max(0, staff.capacity[slot]! - taken[slot]!);
  const availableMinutes = slots.reduce((sum, slot) => sum + available(slot), 0);
  const usable = slots.reduce((sum, slot) => sum + usableMinutes(slot), 0);
  return {
    kind,
    cells: [...cells].map(([person, each]) => ({ personId: staff.ids[person]!, weeks: each })),
    duties: duties.length,
    demandedMinutes,
    availableMinutes,
    usableMinutes: usable,
    shortMinutes: demandedMinutes - usable,
    byCadence: byCadence(problem, duties),
  };
}

function byCadence(problem: Problem, duties: readonly number[]): Overload["byCadence"] {
  const found = new Map<string, { duties: number; minutes: number }>();
  for (const duty of duties) {
    const { cadence = "" } = problem.duties[duty]!;
    const known = found.get(cadence) ?? { duties: 0, minutes: 0 };
    const minutes = known.minutes + problem.effort[duty]!;
    found.set(cadence, { duties: known.duties + 1, minutes });
  }
  const names = [...found.keys()].sort();
  return names.map((cadence) => ({ cadence, ...found.get(cadence)! }));
}

function slotsOfAll(board: Board, duties: readonly number[]): ReadonlySet<number> {
  const buffer = new Int32Array(board.slotCount);
  const slots = new Set<number>();
  for (const duty of duties) {
    for (const slot of buffer.subarray(0, board.slotsOf(duty, buffer))) slots.add(slot);
  }
  return slots;
}

function bySize(left: number, right: number): number {
  return left - right;
}
