import type { Board } from "./board.js";
import { FlowNetwork } from "./flow-network.js";
import type { Overload } from "./overload.js";
import { intervalOverload, overloadOf } from "./overloaded-parts.js";
import type { Problem } from "./problem.js";

/** Duties that may stand in the same slots. */
interface Group {
  readonly slots: readonly number[];
  readonly duties: number[];
  minutes: number;
}

/**
 * How much of these duties there would be room for if their minutes could be split among slots: a
 * maximum flow, which no schedule exceeds. Where even that is short, the minimum cut proves it.
 */
export function fractionalBound(
  problem: Problem,
  board: Board,
  duties: readonly number[],
): { readonly gapMinutes: number; readonly overloads: readonly Overload[] } {
  const { effort, staff, taken } = problem;
  const room = (slot: number): number => Math.max(0, staff.capacity[slot]! - taken[slot]!);
  const groups = groupsOf(board, duties, effort);
  const slots = [...new Set(groups.flatMap((group) => group.slots))].sort((a, b) => a - b);
  const nodes = new Map(slots.map((slot, index) => [slot, index + 2]));
  const [source, sink] = [0, 1];
  const network = new FlowNetwork(2 + slots.length + groups.length);
  for (const slot of slots) network.addEdge(nodes.get(slot)!, sink, room(slot));
  for (const [index, group] of groups.entries()) {
    const node = 2 + slots.length + index;
    network.addEdge(source, node, group.minutes);
    for (const slot of group.slots) network.addEdge(node, nodes.get(slot)!, group.minutes);
  }
  const flow = network.maximumFlow(source, sink);
  const sum = (list: readonly number[]): number =>
    list.reduce((all, duty) => all + effort[duty]!, 0);
  const placed = sum(duties.filter((duty) => board.slotOf[duty]! >= 0));
  const gapMinutes = flow - placed;
  if (flow === sum(duties)) return { gapMinutes, overloads: [] };
  const within = groups.filter((_, index) => network.isOnSourceSide(2 + slots.length + index));
  const cut = slots.filter((slot) => network.isOnSourceSide(nodes.get(slot)!));
  const members = within.flatMap((group) => group.duties);
  const overload =
    intervalOverload(problem, board, members, room) ??
    overloadOf("cut", problem, cut, members, room);
  return { gapMinutes, overloads: [overload] };
}

function groupsOf(board: Board, duties: readonly number[], effort: Int32Array): readonly Group[] {
  const groups = new Map<string, Group>();
  const buffer = new Int32Array(board.slotCount);
  for (const duty of duties) {
    const slots = Array.from(buffer.subarray(0, board.slotsOf(duty, buffer)));
    const key = slots.join();
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { slots, duties: [duty], minutes: effort[duty]! });
    else {
      known.duties.push(duty);
      known.minutes += effort[duty]!;
    }
  }
  return [...groups.values()];
}
