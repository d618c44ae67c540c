import { fractionalBound } from "./fractional-bound.js";
import type { Insertion } from "./insert-duties.js";
import type { Overload } from "./overload.js";
import { overloadedParts } from "./overloaded-parts.js";
import type { Problem } from "./problem.js";
import type { Feasibility } from "./schedule.js";

/** Whether everything has room, and the overloads that prove it has not, by person and week. */
export function judgeFeasibility(
  problem: Problem,
  insertion: Insertion,
): { readonly feasibility: Feasibility; readonly overloads: readonly Overload[] } {
  const { effort, eligible, eligibleFrom } = problem;
  const { board, leftOut, componentOf, isUniform } = insertion;
  const placedMinutes = effort.reduce((sum, minutes, duty) => {
    return board.slotOf[duty]! < 0 ? sum : sum + minutes;
  }, 0);
  const component = (duty: number): number => componentOf[eligible[eligibleFrom[duty]!]!]!;
  const isExact = (duty: number): boolean => isUniform[component(duty)] === 1;
  const inExact = leftOut.filter(isExact);
  const overloads = [...overloadedParts(problem, board, inExact)];
  let gapMinutes = 0;
  const unclear = new Map<number, number[]>();
  for (const duty of leftOut) if (!isExact(duty)) unclear.set(component(duty), []);
  for (let duty = 0; duty < effort.length; duty++) {
    if (effort[duty]! > 0) unclear.get(component(duty))?.push(duty);
  }
  for (const members of unclear.values()) {
    const bound = fractionalBound(problem, board, members);
    gapMinutes += bound.gapMinutes;
    overloads.push(...bound.overloads);
  }
  const kind = kindOf(leftOut.length, overloads.length);
  const feasibility = {
    kind,
    ...(unclear.size === 0 ? { fewestLeftOut: leftOut.length } : {}),
    placedMinutes,
    atMostMinutes: placedMinutes + gapMinutes,
    gapMinutes,
  };
  return { feasibility, overloads };
}

function kindOf(leftOut: number, overloads: number): Feasibility["kind"] {
  if (leftOut === 0) return "feasible";
  return overloads > 0 ? "infeasible" : "undecided";
}
